/** What the story of the label asks, and what of the answers bears one. */
import type { Headers, Identifier, World } from '../../kit.ts';

export const LOAN: Headers = { purpose: 'LOAN_ORIGINATION' };
export const SHOWN = `records(first: 200) { nodes { id item { code } objection { raisedOn } } }
  designations { id item { code } objection { raisedOn } } incentives { id item { code } objection { raisedOn } }
  statements { kind recordId item { code } objection { raisedOn } }`;
export const LOOK = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { ${SHOWN} } }`;
export const COLLECTED =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { nonPublicRecords(first: 50) { nodes { id item { code } objection { raisedOn } } } } }';
export const BATCH = `query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { ${SHOWN} } }`;
export const CHANGES = '{ changes(first: 200) { nodes { kind recordId item { code } } } }';
export const OBJECTED = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { id supersedes token
  findings { item { code } summary objected } measures { code objected } incentives { code objected } supervision { class objected } } }`;
export const MAY_APPLY =
  'query ($id: SubjectIdentifierInput!, $measure: String!) { mayApply(subject: $id, measure: $measure) { allowed objected } }';

const MESSAGES = {
  name: 'messages-of-test',
  text: `select kind, record_id as "recordId", objection_id as "objectionId", said from rights.message order by at, objection_id, kind`,
};

export interface Shown {
  readonly item: { readonly code: string };
  readonly kind?: string;
  readonly objection: { readonly raisedOn: string } | null;
}

/** Items of what bears a label. */
export const labelled = (rows: readonly Shown[]): string[] =>
  rows
    .filter(({ objection }) => objection !== null)
    .map(({ kind, item, objection }) =>
      [kind, item.code, objection?.raisedOn].filter((part) => part !== undefined).join(' '),
    )
    .sort();

/** What lies there for a subject to read. */
export const messagesOf = async (world: World, of: Identifier) => {
  const id = world.server.platform.secrets.subjectId(of.type, of.value);
  const request = world.server.requestAs({ role: 'SUBJECT', subject: { id, ...of } });
  const { transaction } = await request.snapshot();
  const rows = await transaction.query<{ kind: string; recordId: string; objectionId: string; said: object }>(
    MESSAGES,
    [],
  );
  await request.abandon();
  return rows;
};
