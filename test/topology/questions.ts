/** What is asked on the day of failures, and what each answer must be: what README.md and the stories say of the sample. */
import { BANK_A, COMPANY, type Holder, MEI, OPERATOR, subject } from '../kit.ts';

export interface Question {
  readonly name: string;
  readonly holder: Holder | null;
  readonly query: string;
  readonly variables: object;
  readonly purpose?: string;
  /** Data of the whole answer. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Reasons of the errors of the whole answer, by path. */
  readonly refused: Readonly<Record<string, string>>;
  /** Whether the answer discloses something: then it has its entry in the ledger. */
  readonly disclosed: boolean;
}

const CHECK = `query ($id: SubjectIdentifierInput!) {
  subject(identifier: $id) { name records { totalCount } nonPublicRecords { totalCount } designations { ground } }
}`;
const LOAN = 'LOAN_ORIGINATION';
const count = (totalCount: number) => ({ totalCount });

export const QUESTIONS: readonly Question[] = [
  {
    ...{ name: 'public look-up', holder: null, variables: { id: MEI }, disclosed: false },
    query: `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } nonPublicRecords { totalCount } } }`,
    data: { subject: { name: '张**', records: count(3), nonPublicRecords: null } },
    refused: { 'subject.nonPublicRecords': 'IDENTITY_REQUIRED' },
  },
  {
    ...{
      name: 'bank check of a person',
      holder: BANK_A,
      purpose: LOAN,
      query: CHECK,
      variables: { id: MEI },
      disclosed: true,
    },
    data: { subject: { name: '张**', records: count(5), nonPublicRecords: count(2), designations: [] } },
    refused: {},
  },
  {
    ...{
      name: 'bank check of a company',
      holder: BANK_A,
      purpose: LOAN,
      query: CHECK,
      variables: { id: COMPANY },
      disclosed: true,
    },
    data: {
      subject: { name: '哈尔滨示例冰雪设备有限公司', records: count(10), nonPublicRecords: count(2), designations: [] },
    },
    refused: {},
  },
  {
    ...{ name: 'me', holder: subject(MEI), variables: {}, disclosed: true },
    query: '{ me { name birthDate records { totalCount } nonPublicRecords { totalCount } } }',
    data: { me: { name: '张小梅', birthDate: '1990-03-07', records: count(7), nonPublicRecords: count(3) } },
    refused: {},
  },
  {
    ...{ name: 'agreements of a bank', holder: BANK_A, variables: {}, disclosed: false },
    query: '{ agreements(first: 5) { totalCount nodes { party { code } status } } }',
    data: { agreements: { totalCount: 1, nodes: [{ party: { code: 'BANK-A' }, status: 'IN_FORCE' }] } },
    refused: {},
  },
];

/** A draft of an agreement, which opens nothing, told from all others by its quota. */
export const draft = (mark: number) => ({
  holder: OPERATOR,
  query: 'mutation ($input: AgreementInput!) { draftAgreement(input: $input) { dailyQuota status } }',
  variables: {
    input: {
      ...{ party: 'BANK-B', items: ['ARREARS-FUND'], purposes: [LOAN], dailyQuota: mark },
      ...{ validFrom: '2027-01-01', validUntil: '2027-12-31' },
    },
  },
  data: { draftAgreement: { dailyQuota: mark, status: 'DRAFT' } },
});
