/** What the operator is quoted. */
import { type Example, taken } from '../example.ts';
import { COMPANY, COMPANY_NAME, TODAY } from './cast.ts';

const OPERATOR = { role: 'OPERATOR', by: 'HLJ-CREDIT' } as const;
const publication = { reference: '示例公告〔2026〕9号', publishedOn: TODAY };
const agreement = {
  party: 'AGENCY-A',
  items: ['REG-ENTERPRISE'],
  purposes: ['LOAN_ORIGINATION'],
  validFrom: TODAY,
  validUntil: '2027-11-19',
  dailyQuota: 100,
};

/** A change of state of an agreement. */
const step = (name: string, field: string, of: string, at: string, en: string, zh: string): Example => ({
  name,
  ...OPERATOR,
  title: { en, zh },
  document: `mutation ${name}($id: ID!, $reason: String!) { ${field}(id: $id, reason: $reason) { id status } }`,
  variables: { id: taken(of, 'data', at, 'id'), reason: '示例' },
});

export const OPERATOR_EXAMPLES: readonly Example[] = [
  {
    name: 'HeldRecords',
    ...OPERATOR,
    title: {
      en: 'What another unit delivered of what fell, displayed to nobody until it is decided.',
      zh: '其他单位再次报送的已失效信息，决定前不予公示。',
    },
    document: `query HeldRecords($first: Int, $after: String) { heldRecords(first: $first, after: $after) { totalCount
      nodes { id item { code } unit { code } cause fellOn heldOn decideBy provisional content } pageInfo { hasNextPage endCursor } } }`,
    variables: { first: 1 },
  },
  {
    name: 'DecideHeldRecord',
    ...OPERATOR,
    title: { en: 'Decide whether it is shown.', zh: '决定是否公示。' },
    document: `mutation DecideHeldRecord($input: DecideHeldRecordInput!) { decideHeldRecord(input: $input) { id displayed } }`,
    variables: {
      input: {
        id: taken('HeldRecords', 'data', 'heldRecords', 'nodes', 0, 'id'),
        show: false,
        reasons: '与已失效的信息为同一决定',
      },
    },
  },
  {
    name: 'Archived',
    ...OPERATOR,
    title: {
      en: 'What fell of a subject: the archive, with a reason, which the subject reads.',
      zh: '查阅信用主体的归档信息，并说明理由；信用主体可以看到该次查阅。',
    },
    document: `query Archived($id: SubjectIdentifierInput!, $reason: String!) { archive(subject: $id, reason: $reason) { id kind item { code } cause fellOn occurredOn type providingUnit { code } basisDocument content } }`,
    variables: { id: COMPANY, reason: '核对信用修复申请' },
  },
  {
    name: 'RegisterUnit',
    ...OPERATOR,
    title: {
      en: 'Register a unit: from then on a token may come from it.',
      zh: '登记单位：此后该单位的令牌方可使用。',
    },
    document: `mutation RegisterUnit($input: UnitInput!) { registerUnit(input: $input) { code name kind } }`,
    variables: {
      input: {
        code: 'DL-AMR',
        name: '哈尔滨市道里区市场监督管理局',
        nameEn: 'Daoli District Administration for Market Regulation',
        kinds: ['PROVIDER', 'DEPARTMENT'],
        level: 'COUNTY',
        region: '230102',
        line: 'MARKET_REGULATION',
      },
    },
  },
  {
    name: 'ConcludeAgreement',
    ...OPERATOR,
    title: { en: 'Conclude an agreement with a party.', zh: '与协议方订立开放协议。' },
    document: `mutation ConcludeAgreement($input: AgreementInput!) { concludeAgreement(input: $input) { id status } }`,
    variables: { input: agreement },
  },
  step('EndAgreement', 'endAgreement', 'ConcludeAgreement', 'concludeAgreement', 'End it, for good.', '终止开放协议。'),
  {
    name: 'DraftAgreement',
    ...OPERATOR,
    title: { en: 'Write an agreement that is not signed yet.', zh: '起草尚未签署的开放协议。' },
    document: `mutation DraftAgreement($input: AgreementInput!) { draftAgreement(input: $input) { id status } }`,
    variables: { input: agreement },
  },
  step('ActivateAgreement', 'activateAgreement', 'DraftAgreement', 'draftAgreement', 'Put it in force.', '使其生效。'),
  step(
    'SuspendAgreement',
    'suspendAgreement',
    'DraftAgreement',
    'draftAgreement',
    'Suspend it: it opens nothing from this moment on.',
    '中止：即时停止开放。',
  ),
  step(
    'ResumeAgreement',
    'resumeAgreement',
    'DraftAgreement',
    'draftAgreement',
    'Put it in force again.',
    '恢复生效。',
  ),
  {
    name: 'RegisterDuty',
    ...OPERATOR,
    title: { en: 'Register a duty of a department.', zh: '登记行政机关的履职事项。' },
    document: `mutation RegisterDuty($input: DutyInput!) { registerDuty(input: $input) { id } }`,
    variables: {
      input: {
        department: 'HRB-PERMIT',
        matter: 'HOTEL-PERMIT',
        activity: 'ADMINISTRATIVE_MANAGEMENT',
        items: ['PENALTY-GENERAL', 'REG-ENTERPRISE'],
      },
    },
  },
  {
    name: 'Duties',
    role: 'DEPARTMENT',
    by: 'HRB-PERMIT',
    title: { en: 'One’s own registered duties, the newest first.', zh: '本单位已登记的履职事项，最新的在前。' },
    document: `query Duties($first: Int) { duties(first: $first) { totalCount nodes { id department { code } matter activity items identified registeredAt endedAt } } }`,
    variables: { first: 1 },
  },
  {
    name: 'EndDuty',
    ...OPERATOR,
    title: { en: 'End it.', zh: '终止履职事项。' },
    document: `mutation EndDuty($id: ID!, $reason: String!) { endDuty(id: $id, reason: $reason) { id endedAt endReason } }`,
    variables: { id: taken('RegisterDuty', 'data', 'registerDuty', 'id'), reason: '示例' },
  },
  {
    name: 'PublishPurposeCap',
    ...OPERATOR,
    title: { en: 'Publish how far authorizations for a purpose may go.', zh: '公布某用途授权的最长期限和最多次数。' },
    document: `mutation PublishPurposeCap($input: PurposeCapInput!) { publishPurposeCap(input: $input) { purpose item maximumMonths maximumUses effectiveFrom article } }`,
    variables: {
      input: {
        purpose: 'LOAN_ORIGINATION',
        item: 'ARREARS-TAX',
        maximumMonths: 3,
        maximumUses: 10,
        effectiveFrom: TODAY,
        publication,
      },
    },
  },
  {
    name: 'DeliverAssessments',
    ...OPERATOR,
    title: {
      en: 'Take in results of assessment, by the method in force.',
      zh: '按有效的评价办法报送公共信用综合评价结果。',
    },
    document: `mutation DeliverAssessments($input: DeliverAssessmentsInput!) { deliverAssessments(input: $input) { submissionId accepted unchanged corrected rejected { row code message } late } }`,
    variables: {
      input: {
        item: 'ASSESSMENT-PUBLIC',
        edition: '2026',
        results: [{ uscc: COMPANY.value, subjectName: COMPANY_NAME, level: '优', assessedOn: TODAY }],
      },
    },
  },
  {
    name: 'Disclosures',
    ...OPERATOR,
    title: {
      en: 'Who asked what: entries of the ledger, without content; reading them is an entry itself.',
      zh: '查询日志：谁查询了什么，不含内容；查阅日志本身也记入日志。',
    },
    document: `query Disclosures($filter: DisclosureFilter, $first: Int, $after: String) { disclosures(filter: $filter, first: $first, after: $after) { totalCount
      nodes { id at recipient { code name } subject { id } purpose caseReference channel items { code } basis { article } outcome reason } pageInfo { hasNextPage endCursor } } }`,
    variables: { filter: { unit: 'HRB-PERMIT' }, first: 1 },
  },
  {
    name: 'DisclosureCounts',
    ...OPERATOR,
    title: { en: 'The same entries, counted.', zh: '查询日志的计数。' },
    document: `query DisclosureCounts($by: [DisclosureCountKey!]!, $filter: DisclosureFilter) { disclosureCounts(by: $by, filter: $filter) { unit { code } outcome count } }`,
    variables: { by: ['UNIT', 'OUTCOME'], filter: { from: TODAY, until: TODAY } },
  },
  {
    name: 'ProvinceRuns',
    ...OPERATOR,
    title: { en: 'Runs of province files that changed something.', zh: '省域配置文件的执行记录。' },
    document: `query ProvinceRuns($first: Int) { provinceRuns(first: $first) { totalCount nodes { id at fileHash } } }`,
    variables: { first: 1 },
  },
  {
    name: 'Ledger',
    ...OPERATOR,
    title: { en: 'Read the whole ledger, and say whether something was changed.', zh: '核验整个披露日志是否被改动。' },
    document: `query Ledger { ledgerCheckpoint { size rootHash signedAt signature } verifyLedger { intact entries firstBroken fault } }`,
  },
  {
    name: 'AcknowledgeGap',
    ...OPERATOR,
    title: {
      en: 'Acknowledge a gap of the ledger; here there is none of this id.',
      zh: '确认账本缺口；此处没有该编号的缺口。',
    },
    document: `mutation AcknowledgeGap($input: AcknowledgeGapInput!) { acknowledgeGap(input: $input) { id acknowledgedAt reason } }`,
    variables: { input: { gap: '00000000-0000-4000-8000-000000000000', reason: '数据库恢复，缺失一小时。' } },
  },
];
