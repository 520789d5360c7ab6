/** The promised operations that the stories ask, and a view of their answers in which opaque values have names. */
import type { Answer } from '../kit.ts';

export const PUBLIC_LOOKUP = `query PublicLookup($id: SubjectIdentifierInput!, $first: Int, $after: String) {
  subject(identifier: $id) {
    id kind name
    identifier { type value }
    registration { legalName registeredOn status regionCode }
    records(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        __typename id nature occurredOn displayedUntil version
        item { code name category openness legalBasis { article title } }
        providingUnit { code name }
        objection { raisedOn }
        ... on AdministrativePenalty { documentNumber conduct facts legalBasisText penaltyKinds content fineYuan confiscatedYuan authority { code name } legalRepresentative { name idNumber } }
        ... on AdministrativePermit { documentNumber documentName permitKinds permitNumber content validFrom validUntil authority { code name } }
      }
    }
    designations { id list { code name } ground basisDocument designatedOn until designatingUnit { code name } }
    incentives { id list { code name } designatedOn }
    pledges { id content pledgedOn performance }
  }
}`;

export const PARTY_CHECK = `query PartyCheck($id: SubjectIdentifierInput!) {
  subject(identifier: $id) { id pseudonym name records(first: 50) { totalCount nodes { id item { code openness } __typename } }
    nonPublicRecords(first: 50) { totalCount nodes { id category item { code } } } designations { id ground until } }
}`;

export const PARTY_BATCH = `query PartyBatch($ids: [SubjectIdentifierInput!]!) {
  subjects(identifiers: $ids) { id pseudonym records(first: 20) { totalCount nodes { id item { code } } } designations { id until } }
}`;

export const MY_RECORD = `query MyRecord($first: Int) {
  me {
    id kind name identifier { type value } birthDate address phone
    records(first: $first) { totalCount nodes { id version item { code openness } source { unit { code name } receivedAt submissionId } history { version changedAt change } objection { raisedOn decideBy } } }
    nonPublicRecords(first: $first) { totalCount nodes { id category collector { code name } item { code } occurredOn } }
    designations { id ground reasons basisDocument until removalConditions remedies }
    authorizations { id party { code name } purposes items validFrom validUntil status uses }
  }
}`;

export const EXPLAIN_ACCESS = `query ExplainAccess($id: SubjectIdentifierInput!, $items: [String!]) {
  access(subject: $id, items: $items) { item { code } granted reason article desensitized }
}`;

/** Stored, or encrypted for the recipient. */
const ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|p_[\w-]{43})$/;
const OPAQUE = new Set(['endCursor', 'pseudonym']);

/** The answer with ids, cursors and pseudonyms replaced by their kind: they differ from run to run. */
export function named(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => named(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, named(one, name)]));
  if (typeof value === 'string' && (ID.test(value) || OPAQUE.has(key))) return `<${OPAQUE.has(key) ? key : 'id'}>`;
  return value;
}

/** Path, reason and article of each refusal. */
export const refusals = (answer: Answer): string[] =>
  (answer.errors ?? []).map(
    ({ path, extensions }) =>
      `${path?.join('.') ?? ''} ${extensions.code} ${extensions.reason ?? ''} ${extensions.article ?? ''}`,
  );

/** Codes of the items whose records an answer shows. */
export const shown = (answer: Answer, field = 'subject'): string[] =>
  (answer.data?.[field]?.records?.nodes ?? []).map((node: { item: { code: string } }) => node.item.code).sort();

export const MATTER_CHECK = `query MatterCheck($id: SubjectIdentifierInput!, $matter: String!) {
  matterCheck(subject: $id, matter: $matter) {
    id answeredAt subjectFound
    findings { kind recordId designationId item { code } summary article }
    measures { code name kind listEdition article from until }
    pledge { eligible reasons }
    incentives { code name article }
    supervision { class assessmentEdition }
    complete missingSources
    token
    supersedes
  }
}`;
