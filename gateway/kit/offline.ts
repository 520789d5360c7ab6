/** Runs the case files without a server: the functions of this release against what standards and law say. */
import { isDeepStrictEqual } from 'node:util';
import { regionFault } from '../../schema/law/asking/unit-region.ts';
import { desensitize } from '../../schema/law/desensitize/desensitize.ts';
import { checkIdentifier } from '../../schema/law/records/identifiers.ts';
import { verifyWebhook } from '../../subgraphs/feed/webhook-signature.ts';
import { verifyCompact } from '../../subgraphs/keys/jws.ts';
import { isRevokedAt } from '../../subgraphs/keys/public-jwk.ts';
import { checkpointText, verifyCheckpoint } from '../../subgraphs/ledger/checkpoint.ts';
import { commitmentOf } from '../../subgraphs/ledger/entry.ts';
import { leafHash, verifyConsistency, verifyInclusion } from '../../subgraphs/ledger/merkle.ts';
import { reservation, verifyProof } from '../../subgraphs/ledger/proof.ts';
import { checkWebhook, nextStep, readFeed } from '../clients/typescript/rules.ts';
import { type Case, type CaseFile, filesOf, type Group, type Outcome } from './files.ts';

/** What this release says of a case, to be compared with its `expected`. */
type Answers = (one: Case, file: CaseFile) => unknown;

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

/** RFC 8785 of a value without fractions: ECMAScript writes strings and whole numbers as it demands, and compares keys by UTF-16 units. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

function identifier({ type, value, assignedOnly }: Case): unknown {
  const found = checkIdentifier(type, value, { unassignedRegions: assignedOnly ? 'refuse' : 'allow' });
  if (!found.ok) return { ok: false, reason: found.reason };
  return {
    ok: true,
    value: found.value,
    ...(found.birthDate === undefined ? {} : { birthDate: found.birthDate }),
  };
}

function region({ code }: Case, { tables }: CaseFile): unknown {
  const level = (['PROVINCE', 'CITY', 'COUNTY'] as const).find((one) => regionFault(one, code) === undefined);
  return level === undefined ? { ok: false } : { ok: true, name: tables.divisions[code], level };
}

function entry({ entry: held, content, salt, commitment, leafHash: leaf }: Case): unknown {
  const committed = commitmentOf(bytes(salt), content);
  if (!committed.equals(bytes(commitment)) || !leafHash(committed).equals(bytes(leaf))) return 'HASH';
  return canonical(held) === content;
}

function tree(one: Case): unknown {
  const hashes = one.hashes.map(bytes);
  return one.proof === 'INCLUSION'
    ? verifyInclusion(bytes(one.leafHash), one.leafIndex, one.size, hashes, bytes(one.root))
    : verifyConsistency(
        { size: one.from, root: bytes(one.fromRoot) },
        { size: one.to, root: bytes(one.toRoot) },
        hashes,
      );
}

function checkpoint({ checkpoint: signed, disclosure, text }: Case, { keys }: CaseFile): unknown {
  const { rootHash, signature, ...rest } = signed ?? disclosure.checkpoint;
  const whole = { ...rest, root: bytes(rootHash), signature: bytes(signature) };
  const key = keys.find(({ kid }: { kid: string }) => kid === whole.keyId);
  if (text !== undefined && checkpointText(whole) !== text) return 'TEXT';
  if (key === undefined) return 'KEY';
  if (!verifyCheckpoint(whole, keys)) return 'SIGNATURE';
  if (isRevokedAt(key, whole.signedAt)) return 'REVOKED';
  const doubt = key.revoked === undefined ? null : 'RESERVED';
  if (disclosure === undefined) return doubt;
  if (disclosure.checkpointSize !== whole.size) return 'SIZE';
  if (verifyProof(disclosure, keys) !== null) return 'PATH';
  // What the platform says in words must be said of the same proofs.
  return (reservation(disclosure, keys) === null) === (doubt === null) ? doubt : 'WORDS';
}

/** The receiver of the house and the one of the client must say the same. */
function webhook({ headers, body, now, seen }: Case, { secret = '' }: CaseFile): unknown {
  const low = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const house = verifyWebhook(secret, low, body, new Date(now * 1_000), new Set(seen));
  const client = checkWebhook(secret, headers, body, now, new Set(seen));
  return house === client ? house : { house, client };
}

function feed({ begin, steps }: Case): unknown {
  let state = begin;
  return steps.map(({ answer }: { answer: object }) => {
    const read = readFeed(state, answer);
    state = read.state;
    return { act: read.act, cursor: state.cursor, next: read.next };
  });
}

const document: Answers = async ({ token, typ }, { keys }) => (await verifyCompact(token, typ, keys)) ?? null;

const ANSWERS: Readonly<Record<string, Answers>> = {
  identifiers: identifier,
  regions: region,
  masks: ({ class: kind, value }) => desensitize(kind, value),
  entries: entry,
  merkle: tree,
  checkpoints: checkpoint,
  reports: document,
  matters: document,
  webhooks: webhook,
  refusals: ({ status, headers, body, attempt }) => nextStep(status, headers, body, attempt),
  feeds: feed,
};

const expectedOf = ({ expected, steps }: Case): unknown =>
  steps === undefined ? expected : steps.map((step: { expected: unknown }) => step.expected);

/** Runs every file, one after the other; each is told as it ends. */
export async function runOffline(told: (group: Group) => void): Promise<readonly Group[]> {
  const groups: Group[] = [];
  for (const file of filesOf('cases')) {
    const answers = ANSWERS[file.kind];
    if (answers === undefined) throw new Error(`Nothing here runs cases of ${file.kind}.`);
    const outcomes: Outcome[] = [];
    for (const one of file.cases) {
      const [got, expected] = [await answers(one, file), expectedOf(one)];
      const state = isDeepStrictEqual(got, expected) ? 'RIGHT' : 'WRONG';
      outcomes.push({ name: one.name, source: one.source, state, expected, got });
    }
    const group = { kind: file.kind, about: file.about, outcomes };
    groups.push(group);
    told(group);
  }
  return groups;
}
