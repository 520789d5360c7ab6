/** What a server signs, shows and tells, checked with its published keys: checkpoints, proofs, reports, answers to a desk, masks, the feed. */

import { desensitize } from '../../schema/law/desensitize/desensitize.ts';
import type { PersonalKind } from '../../schema/law/facts.ts';
import { kitMessages } from '../../schema/messages/kit.ts';
import { verifyCompact } from '../../subgraphs/keys/jws.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import { verifyCheckpoint } from '../../subgraphs/ledger/checkpoint.ts';
import { verifyConsistency } from '../../subgraphs/ledger/merkle.ts';
import { reservation, verifyProof } from '../../subgraphs/ledger/proof.ts';
import { type FeedState, readFeed } from '../clients/typescript/rules.ts';
import { exchange } from './exchange.ts';
import type { Group, Outcome } from './files.ts';
import type { MemberName, Members } from './members.ts';
import { headersAs, isOnlyKept } from './requests.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of any server are looked into freely
type Json = any;

interface Run {
  readonly base: string;
  readonly members: Members;
  readonly keys: readonly PublicJwk[];
}

const CHECKPOINT = 'size rootHash signedAt keyId signature';
const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

/** Asks as a member, or as nobody. */
async function ask({ base, members }: Run, query: string, variables: object, as?: MemberName): Promise<Json> {
  const headers = as === undefined ? {} : ((await headersAs(base, members, as)) ?? {});
  const { json } = await exchange(base, { headers, body: JSON.stringify({ query, variables }) });
  if (isOnlyKept(as, { json })) throw new OnlyKept();
  return json ?? {};
}

/** A case of this file: what was looked at, and null where it is right, else what is wrong; 'NOT_RUN: …' where something is missing. */
interface Look {
  readonly name: string;
  readonly nameZh: string;
  readonly source: string;
  readonly needs?: MemberName;
  run(run: Run): Promise<unknown>;
}

/** What a run found missing: a checkpoint that is not published yet, a person of the settings. */
class Missing extends Error {}
/** A party may send only what the operator keeps. */
class OnlyKept extends Error {}

const signedWell = (checkpoint: Json, keys: readonly PublicJwk[]): boolean =>
  verifyCheckpoint({ ...checkpoint, root: bytes(checkpoint.rootHash), signature: bytes(checkpoint.signature) }, keys) &&
  // A date of before the revocation proves nothing: whoever stole the key wrote it.
  !keys.some((key) => key.kid === checkpoint.keyId && key.revoked !== undefined);

async function newest(run: Run): Promise<Json> {
  const { data } = await ask(run, `{ ledgerCheckpoint { ${CHECKPOINT} } }`, {});
  if (data?.ledgerCheckpoint) return data.ledgerCheckpoint;
  throw new Missing('checkpoint');
}

async function proofs(run: Run): Promise<readonly Json[]> {
  const proof = `leafIndex checkpointSize content salt hashes checkpoint { ${CHECKPOINT} }`;
  const { data } = await ask(run, `{ me { disclosures(first: 20) { nodes { proof { ${proof} } } } } }`, {}, 'subject');
  const found = (data?.me?.disclosures?.nodes ?? []).flatMap((node: Json) => node.proof ?? []);
  if (found.length === 0) throw new Missing('proof');
  return found;
}

const MASKED: readonly (readonly [string, PersonalKind])[] = [
  ['name', 'NAME'],
  ['address', 'ADDRESS'],
  ['phone', 'PHONE'],
];

const LOOKS: readonly Look[] = [
  {
    name: 'the newest checkpoint is signed by a published key that is in force',
    nameZh: '最新检查点由已公布且有效的密钥签名',
    source: 'RFC 8032; Article 17',
    run: async (run) => signedWell(await newest(run), run.keys) || 'SIGNATURE',
  },
  {
    name: 'the newest checkpoint contains itself and the empty one, without a hash',
    nameZh: '最新检查点包含其自身和空树，无需散列值',
    source: 'RFC 9162, section 2.1.4',
    run: async (run) => {
      const { size } = await newest(run);
      const query =
        'query ($s: Int!) { a: ledgerConsistency(from: 0, to: $s) { hashes } b: ledgerConsistency(from: $s, to: $s) { hashes } }';
      const { data } = await ask(run, query, { s: size });
      return (data?.a?.hashes.length === 0 && data?.b?.hashes.length === 0) || data;
    },
  },
  {
    name: 'a person is shown masked to a party',
    nameZh: '向协议方提供的自然人信息已脱敏',
    source: 'Article 23, last paragraph',
    needs: 'party',
    run: async (run) => {
      if (run.members.person === undefined) throw new Missing('person');
      const query =
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name address phone birthDate identifier { type value } } }';
      const { data, errors } = await ask(run, query, { id: run.members.person }, 'party');
      const held = data?.subject;
      if (held === null || held === undefined)
        return errors === undefined || { refused: errors[0]?.extensions?.reason };
      const open = MASKED.filter(
        ([field, kind]) => held[field] != null && desensitize(kind, held[field]) !== held[field],
      );
      const number = held.identifier?.value ?? '**';
      const numberOpen = held.identifier?.type === 'CITIZEN_ID' && desensitize('CITIZEN_ID', number) !== number;
      const shown = [
        ...open.map(([field]) => field),
        ...(numberOpen ? ['identifier'] : []),
        ...(held.birthDate == null ? [] : ['birthDate']),
      ];
      return shown.length === 0 || { shownWhole: shown };
    },
  },
  {
    name: 'the feed is read to its end, and an empty page gives back its cursor',
    nameZh: '变更通知可读到末尾，空页返回原游标',
    source: 'Article 39',
    needs: 'party',
    run: async (run) => {
      const query =
        'query ($after: String) { changes(first: 50, after: $after) { pageInfo { endCursor hasNextPage } nodes { cursor kind recordId version at } } }';
      let state: FeedState = { cursor: null, seen: [] };
      for (let page = 0; page < 200; page += 1) {
        const answer = await ask(run, query, { after: state.cursor }, 'party');
        const read = readFeed(state, answer);
        if (read.next === 'STOP' || read.next === 'RESTART') return { page, errors: answer.errors };
        if (read.act.length !== (answer.data?.changes?.nodes.length ?? 0))
          return { page, told: 'the same change twice' };
        state = read.state;
        if (read.next === 'END') break;
      }
      if (state.cursor === null) return true;
      const last = await ask(run, query, { after: state.cursor }, 'party');
      const { nodes, pageInfo } = last.data?.changes ?? {};
      return nodes?.length > 0 || pageInfo?.endCursor === state.cursor || { sent: state.cursor, got: pageInfo };
    },
  },
  {
    name: 'an answer to a desk is signed, and names its case and matter',
    nameZh: '对办理事项查询的答复经签名，并载明案件和事项',
    source: 'RFC 7515; Articles 43 and 44',
    needs: 'department',
    run: async (run) => {
      const { company, members } = run.members;
      const matter = members.department?.matter;
      if (company === undefined || matter === undefined)
        throw new Missing(company === undefined ? 'company' : 'matter');
      const query =
        'query ($id: SubjectIdentifierInput!, $m: String!) { matterCheck(subject: $id, matter: $m) { complete token } }';
      const { data, errors } = await ask(run, query, { id: company, m: matter }, 'department');
      const { complete, token } = data?.matterCheck ?? {};
      if (complete === false) return token === null || 'a token of an answer that is not complete';
      const payload = await verifyCompact(token ?? '', 'credit-matter+jwt', run.keys);
      return payload?.matter === matter || { matter: payload?.matter ?? null, reason: errors?.[0]?.extensions?.reason };
    },
  },
  {
    name: 'a report is signed, is verified, and is not once a character is another',
    nameZh: '报告经签名、可核验；改动一个字符即不真实',
    source: 'RFC 7515; Article 36 (4)',
    needs: 'subject',
    run: async (run) => {
      const sent = { path: '/reports', method: 'POST' };
      const headers = await headersAs(run.base, run.members, 'subject', sent);
      const { status, json } = await exchange(run.base, { ...sent, headers: headers ?? {}, body: '{}' });
      const token = String(json?.token ?? '');
      if (status !== 201) return { status, reason: json?.errors?.[0]?.extensions?.reason };
      if ((await verifyCompact(token, 'credit-report+jwt', run.keys)) === undefined) return 'SIGNATURE';
      const other = `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
      const query =
        'query ($t: String!, $o: String!) { a: verifyReport(token: $t) { authentic status } b: verifyReport(token: $o) { authentic status } }';
      const { data } = await ask(run, query, { t: token, o: other });
      return (data?.a?.authentic === true && data?.a?.status === 'CURRENT' && data?.b?.authentic === false) || data;
    },
  },
  {
    name: 'every disclosure of the subject with a proof stands in the ledger',
    nameZh: '本人的每一条有证明的披露均在日志之中',
    source: 'RFC 9162, section 2.1.3; Articles 17 and 35',
    needs: 'subject',
    run: async (run) => {
      const faults = (await proofs(run)).flatMap(
        (proof) => verifyProof(proof, run.keys) ?? reservation(proof, run.keys) ?? [],
      );
      return faults.length === 0 || faults;
    },
  },
  {
    name: 'the checkpoint of a proof is the beginning of the newest one',
    nameZh: '证明所用的检查点是最新检查点的开头',
    source: 'RFC 9162, section 2.1.4; Article 17',
    needs: 'subject',
    run: async (run) => {
      const { checkpoint } = (await proofs(run)).at(-1);
      const later = await newest(run);
      const query = 'query ($f: Int!, $t: Int!) { ledgerConsistency(from: $f, to: $t) { hashes } }';
      const { data, errors } = await ask(run, query, { f: checkpoint.size, t: later.size });
      const hashes = data?.ledgerConsistency?.hashes;
      if (hashes === undefined) return { reason: errors?.[0]?.extensions?.reason };
      const [from, to] = [checkpoint, later].map(({ size, rootHash }) => ({ size, root: bytes(rootHash) }));
      return from !== undefined && to !== undefined && (verifyConsistency(from, to, hashes.map(bytes)) || 'PATH');
    },
  },
];

/** The published keys (RFC 7517); none where there are none to be had. */
async function keysOf(base: string): Promise<readonly PublicJwk[]> {
  const { json } = await exchange(base, { method: 'GET', path: '/.well-known/jwks.json' });
  return Array.isArray(json?.keys) ? json.keys : [];
}

/** Runs all of them. */
export async function runDocuments(base: string, members: Members): Promise<Group> {
  const run: Run = { base, members, keys: await keysOf(base) };
  const outcomes: Outcome[] = [];
  for (const { name, nameZh, source, needs, run: look } of LOOKS) {
    if (needs !== undefined && members.members[needs] === undefined) {
      outcomes.push({ name, nameZh, source, state: 'NOT_RUN', needs });
      continue;
    }
    try {
      const got = await look(run);
      outcomes.push({ name, nameZh, source, state: got === true ? 'RIGHT' : 'WRONG', expected: true, got });
    } catch (error) {
      const told = { name, nameZh, source };
      if (error instanceof Missing) outcomes.push({ ...told, state: 'NOT_RUN', needs: error.message });
      else if (error instanceof OnlyKept) outcomes.push({ ...told, state: 'NOT_RUN', because: kitMessages.onlyKept });
      // An answer of another form than the schema's, which was looked into freely.
      else if (error instanceof TypeError)
        outcomes.push({ ...told, state: 'WRONG', expected: true, got: error.message });
      else throw error;
    }
  }
  const about = {
    en: 'What the server signs, shows and tells, checked with its published keys.',
    zh: '服务器签名、展示和告知的内容，以其公布的公钥核验。',
  };
  return { kind: 'documents', about, outcomes };
}
