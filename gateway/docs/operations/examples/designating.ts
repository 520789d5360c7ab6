/** What units that designate are quoted, and those whom it concerns. */
import { type Example, taken } from '../example.ts';
import { COMPANY, COMPANY_TOKEN, ORGAN } from './cast.ts';

const LABOUR = { role: 'DEPARTMENT', by: 'HLJ-HRSS' } as const;

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
    name: 'MyMessages',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: {
      en: 'What one is told of what happens to what is held about oneself, in the language of the request.',
      zh: '本人信息发生变动时的告知消息，以请求所用语言表述。',
    },
    document: `query MyMessages($first: Int, $after: String) { me { messages(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { id kind at text recordId } } channel { kind address confirmedAt } } }`,
    variables: { first: 2 },
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
