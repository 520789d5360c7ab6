/** Queries of all kinds of callers that must still be answered after any accepted input. */
import { BANK_A, COMPANY, type Holder, MEI, OPERATOR, subject } from '../kit.ts';

export const READERS: readonly { readonly by: Holder | null; readonly query: string; readonly purpose?: string }[] = [
  {
    by: null,
    query:
      '{ publishedLists { code standard { edition maximumMonths } } publishedMeasures { code effectiveFrom } assessmentMethods { edition } purposes { code caps { maximumMonths } } }',
  },
  { by: null, query: '{ catalogItems(first: 200) { nodes { code edition name effectiveFrom } } }' },
  {
    by: null,
    query: `{ subject(identifier: { type: USCC, value: "${COMPANY.value}" }) { name designations { until } incentives { until } records(first: 200) { nodes { id displayedUntil } } } }`,
  },
  {
    by: subject(MEI),
    query:
      '{ me { name records(first: 200) { nodes { id } } authorizations { validUntil } notices(first: 50) { kind } } }',
  },
  {
    by: BANK_A,
    purpose: 'LOAN_ORIGINATION',
    query: `{ subject(identifier: { type: USCC, value: "${COMPANY.value}" }) { name assessment { level } } changes(first: 200) { nodes { kind at } } }`,
  },
  {
    by: { role: 'department', unit: 'HRB-PERMIT' },
    purpose: 'PERMIT',
    query: `{ matterCheck(subject: { type: USCC, value: "${COMPANY.value}" }, matter: "FOOD-PERMIT") { complete measures { code until } supervision { class } } }`,
  },
  {
    by: OPERATOR,
    query:
      '{ deadlines(first: 200) { nodes { dueOn status } } agreements(first: 200) { nodes { validUntil } } ledgerCheckpoint { size } }',
  },
];
