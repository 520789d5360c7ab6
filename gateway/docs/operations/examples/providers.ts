/** What units that provide are quoted. */
import { type Example, taken } from '../example.ts';
import { COMPANY, COMPANY_NAME, STRANGER, TODAY } from './cast.ts';

const MARKET = { role: 'PROVIDER', by: 'HLJ-AMR' } as const;
const CITY = { role: 'PROVIDER', by: 'HRB-AMR' } as const;
const COURT = { role: 'PROVIDER', by: 'HLJ-COURT' } as const;
const DOCUMENT = '黑市监罚〔2026〕示例701号';

const PLEDGE_CHECK =
  'id item { code } unit { code } kind matter permitDocument permittedOn verifyBy provisional orderedOn correctBy outcome reasons verifiedOn';
const pledge = (number: number) => ({
  item: 'PLEDGE-PERMIT',
  subject: COMPANY,
  subjectName: COMPANY_NAME,
  kind: 'PERMIT',
  matter: '食品经营许可',
  content: '经营场所符合食品安全要求，十日内补交平面图。',
  pledgedOn: '2026-11-19',
  document: `哈市监诺〔2026〕示例${number}号`,
  permitDocument: `哈市监许〔2026〕示例${number}号`,
  permittedOn: TODAY,
});

/** Before parties ask. */
export const PROVIDER_EXAMPLES: readonly Example[] = [
  {
    name: 'SubmitRecords',
    ...MARKET,
    title: { en: 'Deliver records of one catalog item, row by row.', zh: '报送一个目录条目的记录，逐行受理。' },
    document: `mutation SubmitRecords($input: SubmitRecordsInput!) { submitRecords(input: $input) { submissionId accepted unchanged corrected rejected { row code message } late } }`,
    variables: {
      input: {
        item: 'PENALTY-GENERAL',
        records: [
          {
            subject: COMPANY,
            subjectName: COMPANY_NAME,
            occurredOn: '2026-11-18',
            basisDocument: DOCUMENT,
            content: { documentNumber: DOCUMENT, fineYuan: '100.00' },
          },
          { subject: COMPANY, subjectName: COMPANY_NAME, occurredOn: '2026-13-01', content: {} },
        ],
      },
    },
  },
  {
    name: 'OwnDeliveries',
    ...MARKET,
    title: { en: 'Read what was delivered, with the ids of the records.', zh: '查阅已报送的记录及其编号。' },
    document: `query OwnDeliveries($id: SubjectIdentifierInput!, $items: [String!]) { subject(identifier: $id) { records(first: 1, items: $items) { nodes { id version occurredOn ... on AdministrativePenalty { documentNumber fineYuan } } } } }`,
    variables: { id: COMPANY, items: ['PENALTY-GENERAL'] },
  },
  {
    name: 'RecordPledge',
    ...CITY,
    title: { en: 'Record a pledge; the clock of its verification starts.', zh: '记录信用承诺，核查期限随即起算。' },
    document: `mutation RecordPledge($input: PledgeInput!) { recordPledge(input: $input) { ${PLEDGE_CHECK} } }`,
    variables: { input: pledge(701) },
  },
  {
    name: 'OrderPledgeCorrection',
    ...CITY,
    title: { en: 'Order that it be made good within a period.', zh: '责令限期整改。' },
    document: `mutation OrderPledgeCorrection($id: ID!, $correctBy: Date!) { orderPledgeCorrection(id: $id, correctBy: $correctBy) { id orderedOn correctBy } }`,
    variables: { id: taken('RecordPledge', 'data', 'recordPledge', 'id'), correctBy: '2026-12-10' },
  },
  {
    name: 'VerifyPledge',
    ...CITY,
    title: { en: 'Tell what the verification found.', zh: '报告核查结果。' },
    document: `mutation VerifyPledge($input: VerifyPledgeInput!) { verifyPledge(input: $input) { id outcome verifiedOn } }`,
    variables: {
      input: {
        id: taken('RecordPledge', 'data', 'recordPledge', 'id'),
        outcome: 'PERFORMED',
        reasons: '平面图已补交，经现场核查属实。',
      },
    },
  },
  {
    name: 'PledgeChecks',
    ...CITY,
    title: { en: 'Pledges that the unit verifies.', zh: '本单位核查的信用承诺。' },
    document: `query PledgeChecks($first: Int) { pledgeChecks(first: $first) { totalCount nodes { ${PLEDGE_CHECK} } } }`,
    variables: { first: 1 },
  },
  {
    name: 'Deadlines',
    ...CITY,
    title: { en: 'Statutory periods of the unit, the earliest due first.', zh: '本单位的办理期限，最早届满的在前。' },
    document: `query Deadlines($status: DeadlineStatus, $first: Int) { deadlines(status: $status, first: $first) { totalCount nodes { obligation kind startedOn dueOn provisional status lateByWorkingDays pauses { cause document from until } unit { code } } } }`,
    variables: { first: 2 },
  },
];

/** After parties have been shown the record. */
export const PROVIDER_LATER: readonly Example[] = [
  {
    name: 'CorrectRecord',
    ...MARKET,
    title: { en: 'Correct a record: whoever was shown it is told.', zh: '更正记录，并通知已查阅者。' },
    document: `mutation CorrectRecord($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }`,
    variables: {
      input: {
        record: taken('OwnDeliveries', 'data', 'subject', 'records', 'nodes', 0, 'id'),
        reason: '金额有误',
        foundOn: TODAY,
        content: { fineYuan: '90.00' },
      },
    },
  },
  {
    name: 'RevokeBasis',
    ...MARKET,
    title: {
      en: 'Tell that a document has fallen: what rests on it stops being displayed.',
      zh: '报告依据失效：以其为依据的信息停止公示。',
    },
    document: `mutation RevokeBasis($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id displayed } amendBy provisional recipientsToNotify } }`,
    variables: { input: { basisDocument: DOCUMENT, cause: 'REVOKED', happenedOn: TODAY } },
  },
  {
    name: 'SubmitWithNewFacts',
    ...CITY,
    title: {
      en: 'Deliver with new facts, where a record fell before: its subject is told.',
      zh: '附新的事实报送此前已失效的信息，并告知信用主体。',
    },
    document: `mutation SubmitWithNewFacts($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted unchanged corrected rejected { row code message } late } }`,
    variables: {
      input: {
        item: 'PENALTY-GENERAL',
        records: [
          {
            subject: COMPANY,
            subjectName: COMPANY_NAME,
            occurredOn: '2026-11-18',
            basisDocument: DOCUMENT,
            content: { documentNumber: DOCUMENT, fineYuan: '100.00', authorityName: '哈尔滨市市场监督管理局' },
          },
        ],
        newFacts: { document: '哈市监复核〔2026〕示例1号', reason: '复核后作出新的认定' },
      },
    },
  },
  {
    name: 'SubmitDefaulters',
    ...COURT,
    title: { en: 'Enter judgment defaulters, row by row.', zh: '逐行报送失信被执行人。' },
    document: `mutation SubmitDefaulters($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted unchanged rejected { row code message } } }`,
    variables: {
      input: {
        entries: [
          {
            subject: STRANGER,
            subjectName: '欧阳示例',
            decisionNumber: '（2026）黑01执示例701号',
            basisDocument: '（2026）黑01执示例701号',
            reasons: '有履行能力而拒不履行生效法律文书确定义务',
            enteredOn: TODAY,
            months: 12,
          },
        ],
      },
    },
  },
];
