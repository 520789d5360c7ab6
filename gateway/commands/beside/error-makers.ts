/** Errors that are made by no call that can be read where it stands: by functions that wrap a maker, by tables, and by schema/errors.ts itself. */
import { type Code, LEDGER_GAP } from '../../../schema/errors.ts';
import { UNIT_REASONS } from '../../../schema/law/asking/unit-roles.ts';
import type { CatalogueEntry } from '../../docs/errors/catalogue.ts';

/** Where a function of a file makes the error from what it is given: read at the calls of that function. */
export const WRAPPERS: readonly {
  readonly file: string;
  readonly call: string;
  readonly code: Code;
  readonly reason?: string;
  readonly article?: string;
}[] = [
  { file: 'gateway/identity/access-token.ts', call: 'refuse', code: 'UNAUTHENTICATED' },
  { file: 'gateway/identity/dpop.ts', call: 'refuse', code: 'UNAUTHENTICATED' },
  { file: 'gateway/identity/caller.ts', call: 'badHeader', code: 'BAD_USER_INPUT' },
  { file: 'gateway/query/operations.ts', call: 'refuse', code: 'BAD_USER_INPUT' },
  { file: 'subgraphs/catalog/commands/publish-catalog-item.ts', call: 'refuse', code: 'BAD_USER_INPUT', article: '18' },
  { file: 'subgraphs/feed/webhook-url.ts', call: 'refuse', code: 'BAD_USER_INPUT', reason: 'WEBHOOK_URL' },
  { file: 'subgraphs/public-credit/commands/pledges/record-pledge.ts', call: 'refused', code: 'CONFLICT' },
];

/** Calls that pass on what was read elsewhere: at the calls of a wrapper, or as codes of rows. */
export const PASSED_ON: readonly string[] = [
  'gateway/identity/access-token.ts unauthenticated',
  'gateway/identity/caller.ts HttpError',
  'gateway/identity/dpop.ts unauthenticated',
  'gateway/message/http-error.ts HttpError',
  'gateway/message/json.ts HttpError',
  'gateway/query/operations.ts HttpError',
  'subgraphs/catalog/commands/publish-catalog-item.ts badInput',
  'subgraphs/feed/webhook-url.ts badInput',
  'subgraphs/public-credit/commands/pledges/record-pledge.ts conflict',
  'subgraphs/public-credit/commands/corrections/amendment.ts badInput',
  'subgraphs/public-credit/commands/pledges/record-pledge.ts badInput',
  'subgraphs/public-credit/commands/objections/missing-record.ts badInput',
  'subgraphs/public-credit/commands/fallen/wrong-subject.ts badInput',
  'subgraphs/public-credit/commands/item-fault.ts badInput',
  'subgraphs/request/admission.ts notAdmitted',
];

/** What schema/errors.ts and the gateway make by themselves. */
export const MADE: readonly (Omit<CatalogueEntry, 'says'> & { readonly of: string })[] = [
  { code: 'FORBIDDEN', reason: 'NOT_PROVIDING_UNIT', statuses: [], articles: ['21'], of: '' },
  { code: 'QUOTA_EXCEEDED', reason: 'QUOTA_EXCEEDED', statuses: [429], articles: ['23'], of: 'serviceMessages.quota' },
  { code: 'UNAVAILABLE', reason: LEDGER_GAP, statuses: [503], articles: ['17'], of: 'journalMessages.gap' },
  { code: 'INTERNAL', reason: null, statuses: [500], articles: [], of: 'serviceMessages.failed' },
  { code: 'UNAUTHENTICATED', reason: UNIT_REASONS[0], statuses: [401], articles: [], of: 'doorMessages.unknown' },
  { code: 'UNAUTHENTICATED', reason: UNIT_REASONS[1], statuses: [401], articles: [], of: 'doorMessages.ended' },
  { code: 'UNAUTHENTICATED', reason: UNIT_REASONS[2], statuses: [401], articles: [], of: 'doorMessages.otherRole' },
  // Whoever holds a link reads what its maker may read: a department, a party, the subject. Which of these failed it is not told.
  {
    code: 'FORBIDDEN',
    reason: 'LINK_OPENS_NOTHING',
    statuses: [403],
    articles: ['22', '23(2)', '24'],
    of: 'linkMessages.opensNothing',
  },
  {
    code: 'BAD_USER_INPUT',
    reason: 'ITEM_UNKNOWN',
    statuses: [],
    articles: ['18'],
    of: 'deliveryMessages.itemUnknown',
  },
  {
    code: 'BAD_USER_INPUT',
    reason: 'ITEM_NOT_PUBLIC',
    statuses: [],
    articles: ['20'],
    of: 'deliveryMessages.itemNotPublic',
  },
  {
    code: 'BAD_USER_INPUT',
    reason: 'ITEM_ASSESSMENT',
    statuses: [],
    articles: ['47'],
    of: 'deliveryMessages.noAssessments',
  },
  {
    code: 'BAD_USER_INPUT',
    reason: 'ITEM_ASSESSMENT',
    statuses: [],
    articles: ['47'],
    of: 'deliveryMessages.assessments',
  },
];
