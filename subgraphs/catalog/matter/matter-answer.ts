/**
 * Composes one answer to a permit desk from its parts (Articles 17 and 43). A case gets the same answer while nothing changes. It is signed, and in
 * the ledger before it is sent.
 */
import { createHash, randomUUID } from 'node:crypto';
import DataLoader from 'dataloader';
import {
  composeMatter,
  type MatterAnswer,
  type PublicCreditPart,
  type SanctionsPart,
} from '../../../schema/law/matter/matter.ts';
import type { Statement } from '../../database/database.ts';
import { openCase } from '../../ledger/entry.ts';
import { scopeOfDuty } from '../../matter/in-matter.ts';
import { questionOf } from '../../matter/matter.ts';
import type { Context, Duty } from '../../request/context.ts';
import { closeId } from '../../request/subjects/representations.ts';
import type { MatterRow } from '../rows.ts';

/** The newest answer to a case about each subject. The row policies let a department read its own answers only. */
const KEPT: Statement = {
  name: 'matter-answers',
  text: `select distinct on (subject_id) subject_id as "subjectId", id, number, encode(digest, 'hex') as digest, answered_at as "answeredAt",
      supersedes from ledger.matter_answer
    where unit = $1 and case_mark = decode($2, 'hex') and matter = $3 and subject_id = any ($4::uuid[])
    order by subject_id, number desc`,
};

interface Kept {
  readonly subjectId: string;
  readonly id: string;
  readonly number: number;
  readonly digest: string;
  readonly answeredAt: string;
  readonly supersedes: string | null;
}

export interface Given extends MatterAnswer {
  readonly id: string;
  readonly answeredAt: string;
  readonly supersedes: string | null;
  readonly token: string | null;
}

/** A case reference may name people, so that the stored answer has a keyed hash of it, which only tells cases apart. */
const caseMark = (context: Context): string =>
  context.platform.secrets.fingerprint(`case\n${context.caller.caseReference ?? ''}`).toString('hex');

const keptLoader = (context: Context, matter: string): DataLoader<string, Kept | null> =>
  context.once(
    `matter-answers:${matter}`,
    () =>
      new DataLoader<string, Kept | null>(
        async (ids) => {
          const rows = await context.query<Kept>(KEPT, [context.caller.unit, caseMark(context), matter, ids]);
          const found = new Map(rows.map((row) => [row.subjectId, row]));
          return ids.map((id) => found.get(id) ?? null);
        },
        { maxBatchSize: 1_000 },
      ),
  );

/** What is not objected to says nothing of it: then an answer, and its token, read as they did before objections were told, and a case of before keeps its answer. */
const objectedAlone = (key: string, value: unknown): unknown =>
  key === 'objected' && value === false ? undefined : value;

/** The content in a fixed order: answers with the same text are the same answer. */
const contentOf = (answer: MatterAnswer): string =>
  JSON.stringify(
    [answer.subjectFound, answer.findings, answer.measures, answer.pledge, answer.incentives, answer.supervision],
    objectedAlone,
  );

/** What was found, under the ids by which the department knows it. */
function told(context: Context, answer: MatterAnswer, personal: boolean): MatterAnswer {
  if (!personal) return answer;
  const own = (id: string): string => closeId(context, 'RECORD', id, { personal });
  return {
    ...answer,
    findings:
      answer.findings?.map((finding) => ({
        ...finding,
        recordId: finding.recordId && own(finding.recordId),
        designationId: finding.designationId && own(finding.designationId),
      })) ?? null,
    incentives: answer.incentives?.map((incentive) => ({ ...incentive, id: own(incentive.id) })) ?? null,
    supervision: answer.supervision && { ...answer.supervision, recordId: own(answer.supervision.recordId) },
  };
}

/** `subject`: its id as the department knows it. */
function tokenOf(context: Context, subject: string, duty: Duty, given: Omit<Given, 'token'>): Promise<string> {
  const { caller, platform } = context;
  const { id, answeredAt, supersedes, findings, missingSources: _none, ...answer } = given;
  return platform.signer.token('credit-matter+jwt', {
    iss: 'credit-gateway',
    jti: id,
    iat: Math.floor(new Date(answeredAt).getTime() / 1_000),
    sub: subject,
    unit: caller.unit,
    // Masked as in the ledger, because a case reference may name other people (Article 23).
    case: openCase(caller.caseReference) ?? '',
    purpose: caller.purpose,
    matter: duty.matter,
    supersedes,
    answer: JSON.parse(JSON.stringify({ ...answer, findings }, objectedAlone)),
  });
}

/** Records what the answer discloses, for the ledger: all items of the duty, found or not, and each record that was found. */
function disclose(
  context: Context,
  subjectId: string,
  personal: boolean,
  duty: Duty,
  answer: MatterAnswer,
  kept: Kept,
): void {
  const findings = answer.findings ?? [];
  const incentives = answer.incentives ?? [];
  const assessed = answer.supervision === null ? [] : [answer.supervision];
  // Whether it may make pledges says something of its pledges, whatever the duty covers (Article 45).
  const { directory } = context.snapshot;
  const scope = scopeOfDuty(context, duty);
  const pledges = [...directory.items.values()].filter(
    ({ code, recordType }) =>
      recordType === 'PledgeRecord' && scope.items.get(code)?.[personal ? 'person' : 'organization'].effect === 'allow',
  );
  context.request.disclose({
    subjectId,
    personal,
    items: [
      ...new Set([
        ...duty.items,
        ...(answer.pledge === null ? [] : pledges.map(({ code }) => code)),
        ...findings.map(({ item }) => item),
        ...[...incentives, ...assessed].map(({ item }) => item),
      ]),
    ],
    records: [
      ...findings.map(({ recordId, designationId, version }) => ({ id: recordId ?? designationId ?? '', version })),
      ...incentives.map(({ id }) => ({ id, version: 1 })),
      ...assessed.map(({ recordId, version }) => ({ id: recordId, version })),
    ],
    seen: 'DESENSITIZED',
    duty,
    ...(answer.complete ? { answer: { ...kept, caseMark: caseMark(context), matter: duty.matter } } : {}),
  });
}

async function makeAnswer(context: Context, row: MatterRow): Promise<Given | null> {
  const question = questionOf(context, row.key);
  if (question === undefined) return null;
  const { subjectId, personal, duty } = question;
  const answer = composeMatter(
    (row.publicCreditPart ?? null) as PublicCreditPart | null,
    (row.sanctionsPart ?? null) as SanctionsPart | null,
  );
  context.request.lookedUp(answer.subjectFound === true);
  const subject = closeId(context, 'SUBJECT', subjectId, { personal });
  const shown = told(context, answer, personal);
  const digest = createHash('sha256').update(contentOf(answer)).digest('hex');
  const before = answer.complete ? await keptLoader(context, duty.matter).load(subjectId) : null;
  if (before !== null && before.digest === digest) {
    const same = {
      ...shown,
      id: before.id,
      answeredAt: new Date(before.answeredAt).toISOString(),
      supersedes: before.supersedes,
    };
    return { ...same, token: await tokenOf(context, subject, duty, same) };
  }
  const fresh: Kept = {
    subjectId,
    id: randomUUID(),
    number: (before?.number ?? 0) + 1,
    digest,
    answeredAt: context.platform.now().toISOString(),
    supersedes: before?.id ?? null,
  };
  disclose(context, subjectId, personal, duty, answer, fresh);
  const given = { ...shown, id: fresh.id, answeredAt: fresh.answeredAt, supersedes: fresh.supersedes };
  return { ...given, token: answer.complete ? await tokenOf(context, subject, duty, given) : null };
}

/** Answers of a client request, by its snapshot, which all its fetches share and a second try does not. */
const composed = new WeakMap<Context['snapshot'], Map<string, Promise<Given | null>>>();

/**
 * The answer, composed once for each client request, however many fields and aliases ask for it: two aliases are two fetches of the gateway, and two
 * answers to one case would keep each other out of the ledger.
 */
export function given(context: Context, row: MatterRow): Promise<Given | null> {
  const known = composed.get(context.snapshot) ?? new Map<string, Promise<Given | null>>();
  composed.set(context.snapshot, known);
  const key = JSON.stringify([row.key, row.publicCreditPart, row.sanctionsPart]);
  const answer = known.get(key) ?? makeAnswer(context, row);
  known.set(key, answer);
  return answer;
}
