/** The operations of the benchmark, and the requests that all sides must answer equally before anything is measured. */
import { PARTY_BATCH, PARTY_CHECK, PUBLIC_LOOKUP } from '../../stories/operations.ts';
import type { Identifier, Operation, Tokens } from '../settings.ts';

export const DOCUMENTS: Readonly<Record<Operation, string>> = {
  PublicLookup: PUBLIC_LOOKUP,
  PartyCheck: PARTY_CHECK,
  MatterCheck: `query MatterCheck($id: SubjectIdentifierInput!, $matter: String!) {
  matterCheck(subject: $id, matter: $matter) {
    subjectFound findings { kind recordId designationId item { code } summary article }
    measures { code name kind listEdition article from until } pledge { eligible reasons } incentives { code name article }
    supervision { class assessmentEdition } complete missingSources
  }
}`,
  PartyBatch: PARTY_BATCH,
};

const MY_RECORD = `query MyRecord($first: Int) {
  me { id kind name identifier { type value } birthDate address phone
    records(first: $first) { totalCount nodes { id version item { code openness } source { unit { code name } receivedAt } history { version changedAt change } } } }
}`;

const REPRESENTATIVE = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name address phone birthDate registration { scope legalRepresentative { name idNumber } }
  records(first: 5, items: ["ARREARS-FUND"]) { totalCount nodes { id source { submissionId } } } } }`;

/** Headers and body of one request. */
export interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a question says of itself beside its document. */
interface Saying {
  readonly token?: string;
  readonly purpose?: string;
  readonly case?: string;
}

export const LOAN = 'LOAN_ORIGINATION';

export const ask = (query: string, variables: Readonly<Record<string, unknown>>, saying: Saying = {}): Asked => ({
  headers: {
    'content-type': 'application/json',
    ...(saying.token === undefined ? {} : { authorization: `Bearer ${saying.token}` }),
    ...(saying.purpose === undefined ? {} : { 'credit-purpose': saying.purpose }),
    ...(saying.case === undefined ? {} : { 'credit-case': saying.case }),
  },
  body: JSON.stringify({ query, variables }),
});

const COMPANY: Identifier = { type: 'USCC', value: '91239999MA1ABC019L' };
const LISTED: Identifier = { type: 'USCC', value: '91239999MA2ABC029U' };
const MEI: Identifier = { type: 'CITIZEN_ID', value: '239999199003070016' };
const HIDDEN: Identifier = { type: 'CITIZEN_ID', value: '23999919920229088X' };
const NOT_HELD: Identifier = { type: 'CITIZEN_ID', value: '239999196912312058' };

const SAMPLE: readonly Identifier[] = [COMPANY, LISTED, MEI, HIDDEN, NOT_HELD];

/** Subjects of the comparison: found, hidden and unknown; persons, companies and who is on a list. */
const compared = (subjects: readonly Identifier[]): Identifier[] => [...SAMPLE, ...subjects.slice(0, 30)];

/** What is asked of one subject. */
export const questionsAbout = (id: Identifier, { bank }: Tokens): Asked[] => [
  ask(DOCUMENTS.PublicLookup, { id, first: 20 }),
  ask(DOCUMENTS.PartyCheck, { id }, { token: bank, purpose: LOAN }),
  ask(DOCUMENTS.PartyBatch, { ids: [id] }, { token: bank, purpose: LOAN }),
];

/** The questions that every side answers, also one that was written for nothing else. */
export function comparisons(subjects: readonly Identifier[], { bank }: Tokens): Asked[] {
  const some = compared(subjects);
  const asBank = { token: bank, purpose: LOAN };
  return [
    ...some.map((id) => ask(DOCUMENTS.PublicLookup, { id, first: 20 })),
    ...some.map((id) => ask(DOCUMENTS.PublicLookup, { id, first: 2 })),
    ...some.map((id) => ask(DOCUMENTS.PartyCheck, { id }, asBank)),
    ask(DOCUMENTS.PartyBatch, { ids: some }, asBank),
    ask(DOCUMENTS.PartyBatch, { ids: subjects.slice(0, 100) }, asBank),
  ];
}

/**
 * What a server of the whole schema answers beside: subjects themselves, permit desks, refusals and invalid input. `name` is of the case, so that no side is
 * given the answer of another.
 */
export function furtherComparisons(
  subjects: readonly Identifier[],
  { bank, desk, subject }: Tokens,
  name: string,
): Asked[] {
  const some = compared(subjects);
  const asBank = { token: bank, purpose: LOAN };
  return [
    ...some.map((id, index) =>
      ask(DOCUMENTS.MatterCheck, { id, matter: MATTER }, { token: desk, purpose: PERMIT, case: `${name}-${index}` }),
    ),
    ask(DOCUMENTS.PartyCheck, { id: MEI }, { token: bank }),
    ask(DOCUMENTS.PartyCheck, { id: COMPANY }),
    ask(DOCUMENTS.PartyBatch, { ids: [COMPANY, { type: 'USCC', value: '91239999MA1ABC0190' }, MEI] }, asBank),
    ...some.map((id) => ask(REPRESENTATIVE, { id }, asBank)),
    ask(MY_RECORD, { first: 20 }, { token: subject, purpose: LOAN }),
    ask(REPRESENTATIVE, { id: MEI }, { token: subject, purpose: LOAN }),
  ];
}

const PERMIT = 'PERMIT';
const MATTER = 'FOOD-PERMIT';

/** Subjects that are asked for one after another lie apart, as they do for those who ask. A prime: all have their turn. */
const STRIDE = 7_919;

/** The request of an operation for the subject, or the batch of subjects, at an index. A case of a permit desk is asked about once. */
export function question(
  operation: Operation,
  subjects: readonly Identifier[],
  place: number,
  batch: number,
  { bank, desk }: Pick<Tokens, 'bank' | 'desk'>,
): Asked {
  const at = (index: number): Identifier | undefined => subjects[(index * STRIDE) % subjects.length];
  if (operation === 'PublicLookup') return ask(DOCUMENTS.PublicLookup, { id: at(place), first: 20 });
  if (operation === 'MatterCheck')
    return ask(
      DOCUMENTS.MatterCheck,
      { id: at(place), matter: MATTER },
      { token: desk, purpose: PERMIT, case: `M-${place}` },
    );
  const saying = { token: bank, purpose: LOAN };
  if (operation === 'PartyCheck') return ask(DOCUMENTS.PartyCheck, { id: at(place) }, saying);
  const ids = Array.from({ length: batch }, (_, index) => at(place * 7 + index * 13));
  return ask(DOCUMENTS.PartyBatch, { ids }, saying);
}
