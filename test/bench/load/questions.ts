/** The three operations of the benchmark, and the requests that both sides must answer equally before anything is measured. */
import type { Identifier, Operation } from '../settings.ts';

export const DOCUMENTS: Readonly<Record<Operation, string>> = {
  PublicLookup: `query PublicLookup($id: SubjectIdentifierInput!, $first: Int, $after: String) {
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
}`,
  PartyCheck: `query PartyCheck($id: SubjectIdentifierInput!) {
  subject(identifier: $id) { id pseudonym name records(first: 50) { totalCount nodes { id item { code openness } __typename } }
    nonPublicRecords(first: 50) { totalCount nodes { id category item { code } } } designations { id ground until } }
}`,
  PartyBatch: `query PartyBatch($ids: [SubjectIdentifierInput!]!) {
  subjects(identifiers: $ids) { id pseudonym records(first: 20) { totalCount nodes { id item { code } } } designations { id until } }
}`,
};

const MY_RECORD = `query MyRecord($first: Int) {
  me { id kind name identifier { type value } birthDate address phone
    records(first: $first) { totalCount nodes { id version item { code openness } source { unit { code name } receivedAt } history { version changedAt change } } } }
}`;

const REPRESENTATIVE = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name address phone birthDate registration { scope legalRepresentative { name idNumber } }
  records(first: 5, items: ["ARREARS-FUND"]) { totalCount nodes { id source { submissionId } } } } }`;

export const PURPOSE = 'LOAN_ORIGINATION';

/** Headers and body of one request. */
export interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export const ask = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  token?: string,
  purpose = PURPOSE,
): Asked => ({
  headers:
    token === undefined
      ? JSON_TYPE
      : {
          ...JSON_TYPE,
          authorization: `Bearer ${token}`,
          ...(purpose === '' ? {} : { 'credit-purpose': purpose }),
        },
  body: JSON.stringify({ query, variables }),
});

/** Tokens of the callers in the benchmark. */
export interface Tokens {
  readonly bank: string;
  readonly subject: string;
}

const COMPANY: Identifier = { type: 'USCC', value: '91239999MA1ABC019L' };
const LISTED: Identifier = { type: 'USCC', value: '91239999MA2ABC029U' };
const MEI: Identifier = { type: 'CITIZEN_ID', value: '239999199003070016' };
const HIDDEN: Identifier = { type: 'CITIZEN_ID', value: '23999919920229088X' };
const NOT_HELD: Identifier = { type: 'CITIZEN_ID', value: '239999196912312058' };

/** Requests for the comparison: subjects found and hidden, allowed and refused, unmasked and desensitized, with valid and invalid input. */
export function comparisons(subjects: readonly Identifier[], tokens: Tokens): Asked[] {
  const some = [COMPANY, LISTED, MEI, HIDDEN, NOT_HELD, ...subjects.slice(0, 30)];
  return [
    ...some.map((id) => ask(DOCUMENTS.PublicLookup, { id, first: 20 })),
    ...some.map((id) => ask(DOCUMENTS.PartyCheck, { id }, tokens.bank)),
    ask(DOCUMENTS.PartyCheck, { id: MEI }, tokens.bank, ''),
    ask(DOCUMENTS.PartyCheck, { id: COMPANY }),
    ask(DOCUMENTS.PartyBatch, { ids: some }, tokens.bank),
    ask(DOCUMENTS.PartyBatch, { ids: [COMPANY, { type: 'USCC', value: '91239999MA1ABC0190' }, MEI] }, tokens.bank),
    ...some.map((id) => ask(REPRESENTATIVE, { id }, tokens.bank)),
    ask(MY_RECORD, { first: 20 }, tokens.subject),
    ask(REPRESENTATIVE, { id: MEI }, tokens.subject),
  ];
}

/** The request of an operation for the subject, or the batch of subjects, at an index. */
export function question(
  operation: Operation,
  subjects: readonly Identifier[],
  place: number,
  batch: number,
  token: string,
): Asked {
  const at = (index: number): Identifier | undefined => subjects[index % subjects.length];
  if (operation === 'PublicLookup') return ask(DOCUMENTS.PublicLookup, { id: at(place), first: 20 });
  if (operation === 'PartyCheck') return ask(DOCUMENTS.PartyCheck, { id: at(place) }, token);
  const ids = Array.from({ length: batch }, (_, index) => at(place * 7 + index * 13));
  return ask(DOCUMENTS.PartyBatch, { ids }, token);
}
