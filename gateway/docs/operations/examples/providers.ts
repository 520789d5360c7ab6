/** What units that provide and units that designate are quoted. */
import { type Example, taken } from '../example.ts';
import { COMPANY, COMPANY_NAME, COMPANY_TOKEN, ORGAN, STRANGER, TODAY } from './cast.ts';

const MARKET = { role: 'PROVIDER', by: 'HLJ-AMR' } as const;
const CITY = { role: 'PROVIDER', by: 'HRB-AMR' } as const;
const COURT = { role: 'PROVIDER', by: 'HLJ-COURT' } as const;
const LABOUR = { role: 'DEPARTMENT', by: 'HLJ-HRSS' } as const;
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
    document: `query Deadlines($status: DeadlineStatus, $first: Int) { deadlines(status: $status, first: $first) { totalCount nodes { obligation kind startedOn dueOn provisional status unit { code } } } }`,
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

const decision = (number: number) => ({
  list: 'WAGE',
  ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
  decisionNumber: `黑人社失信〔2026〕${number}号`,
  reasons: '拖欠农民工工资，经责令限期支付逾期未支付。',
  basisDocument: `黑劳监处〔2026〕示例${number}号行政处理决定书`,
  months: 12,
  removalConditions: '足额支付拖欠的工资。',
  remedies: '可以自收到决定之日起陈述申辩。',
});

export const DESIGNATING_EXAMPLES: readonly Example[] = [
  {
    name: 'Designate',
    ...LABOUR,
    title: {
      en: 'Put a subject on a list, with the five parts of Article 28.',
      zh: '列入严重失信主体名单，须具备第二十八条规定的各项内容。',
    },
    document: `mutation Designate($input: DesignateInput!) { designate(input: $input) { id until standardEdition } }`,
    variables: { input: { ...decision(701), subject: COMPANY } },
  },
  {
    name: 'RequestReexamination',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: { en: 'Ask for re-examination of one’s own designation.', zh: '对本人被列入名单的决定申请复核。' },
    document: `mutation RequestReexamination($input: RequestReexaminationInput!) { requestReexamination(input: $input) { id status decideBy provisional } }`,
    variables: {
      input: { designation: taken('Designate', 'data', 'designate', 'id'), reasons: '工资已足额支付，附银行回单。' },
    },
  },
  {
    name: 'DecideReexamination',
    ...LABOUR,
    title: { en: 'Decide on it; upheld, the subject leaves the list.', zh: '作出复核决定；异议成立的移出名单。' },
    document: `mutation DecideReexamination($input: DecideReexaminationInput!) { decideReexamination(input: $input) { id status reasons } }`,
    variables: {
      input: {
        id: taken('RequestReexamination', 'data', 'requestReexamination', 'id'),
        upheld: false,
        reasons: '回单不能证明付清。',
      },
    },
  },
  {
    name: 'RemoveDesignation',
    ...LABOUR,
    title: { en: 'Take a designation off its list before its period ends.', zh: '期限届满前移出名单。' },
    document: `mutation RemoveDesignation($id: ID!, $reason: String!) { removeDesignation(id: $id, reason: $reason) { id removedOn } }`,
    variables: { id: taken('Designate', 'data', 'designate', 'id'), reason: '已付清工资。' },
  },
  {
    name: 'DesignateIncentive',
    ...LABOUR,
    title: { en: 'Designate a target of incentives.', zh: '认定守信激励对象。' },
    document: `mutation DesignateIncentive($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id list { code } designatedOn until } }`,
    variables: {
      input: {
        subject: COMPANY,
        list: 'MODEL',
        decisionNumber: '黑诚信典〔2026〕701号',
        basisDocument: '示例公告701号',
      },
    },
  },
  {
    name: 'RemoveIncentive',
    ...LABOUR,
    title: { en: 'Take it off its list.', zh: '移出守信激励名单。' },
    document: `mutation RemoveIncentive($id: ID!, $reason: String!) { removeIncentive(id: $id, reason: $reason) { id removedOn } }`,
    variables: { id: taken('DesignateIncentive', 'data', 'designateIncentive', 'id'), reason: '撤销称号。' },
  },
  {
    name: 'WaiveConduct',
    ...LABOUR,
    title: {
      en: 'Spare minor conduct that was corrected without harm.',
      zh: '对已纠正且无危害后果的轻微失信行为免予惩戒。',
    },
    document: `mutation WaiveConduct($input: WaiveConductInput!) { waiveConduct(input: $input) { id warning waivedOn } }`,
    variables: {
      input: {
        subject: COMPANY,
        basisDocument: '示例709号',
        conduct: '迟延三日支付一名员工工资。',
        minor: true,
        corrected: true,
        harmless: true,
        warning: '今后按时支付。',
      },
    },
  },
  {
    name: 'DesignateOrgan',
    ...LABOUR,
    title: {
      en: 'A listed state organ: its superior and the audit are told.',
      zh: '国家机关被列入名单的，告知其上级机关和审计机关。',
    },
    document: `mutation DesignateOrgan($input: DesignateInput!) { designate(input: $input) { id until } }`,
    variables: {
      input: {
        ...decision(710),
        subject: ORGAN,
        subjectName: '示例机关',
        organ: { kind: 'STATE_ORGAN', superior: 'HLJ-BIZENV', audit: 'HLJ-FINANCE' },
      },
    },
  },
  {
    name: 'OrganNotices',
    role: 'DEPARTMENT',
    by: 'HLJ-FINANCE',
    title: {
      en: 'Notices and orders on listed state organs that the unit was told.',
      zh: '告知本单位的国家机关失信通知和整改要求。',
    },
    document: `query OrganNotices { organNotices { id designation kind unit { code } toldOn correctBy outcome corrected publicPledgeOrdered } }`,
  },
  {
    name: 'ReportOrganOutcome',
    role: 'DEPARTMENT',
    by: 'HLJ-FINANCE',
    title: { en: 'Tell what came of one.', zh: '报告处理结果。' },
    document: `mutation ReportOrganOutcome($input: ReportOrganOutcomeInput!) { reportOrganOutcome(input: $input) { id outcome corrected publicPledgeOrdered } }`,
    variables: { input: { id: taken('OrganNotices', 'data', 'organNotices', 0, 'id'), outcome: '已约谈并督促整改。' } },
  },
  {
    name: 'OrderOrganCorrection',
    role: 'AUTHORITY',
    by: 'HLJ-BIZENV',
    title: { en: 'Order a listed state organ to correct its conduct.', zh: '责令失信国家机关限期改正。' },
    document: `mutation OrderOrganCorrection($input: OrderOrganCorrectionInput!) { orderOrganCorrection(input: $input) { id kind correctBy } }`,
    variables: { input: { designation: taken('DesignateOrgan', 'data', 'designate', 'id'), correctBy: '2026-12-20' } },
  },
];
