/** What the department in charge and analysts are quoted. */
import type { Example } from '../example.ts';
import { TODAY } from './cast.ts';

const AUTHORITY = { role: 'AUTHORITY', by: 'HLJ-BIZENV' } as const;
const publication = { reference: '示例公告〔2026〕9号', publishedOn: TODAY };
/** From 2027 on, decisions of the general class are displayed for nine months. */
const row = (displayClass: string, decidedFrom: string, minimumMonths: number | null, maximumMonths: number) => ({
  displayClass,
  decidedFrom,
  minimumMonths,
  maximumMonths,
  citation: publication.reference,
});
const periods = {
  edition: '2027-1',
  citation: publication.reference,
  publicationReference: publication.reference,
  effectiveFrom: '2027-01-01',
  periods: [
    row('MINOR', '1949-10-01', null, 3),
    row('GENERAL', '1949-10-01', 3, 36),
    row('GENERAL', '2026-04-01', 3, 12),
    row('GENERAL', '2027-01-01', 3, 9),
    row('SERIOUS', '1949-10-01', 12, 36),
  ],
};

export const AUTHORITY_EXAMPLES: readonly Example[] = [
  {
    name: 'PublishCatalogItem',
    ...AUTHORITY,
    title: { en: 'Publish the next edition of a catalog item.', zh: '公布目录条目的新版本。' },
    document: `mutation PublishCatalogItem($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code edition effectiveFrom } }`,
    variables: {
      input: {
        code: 'COMMENDATION-GOV',
        edition: '2026-2',
        category: 'COMMENDATION',
        name: '政府表彰奖励信息',
        nameEn: 'Commendations by government',
        conduct: '受到县级以上人民政府及其部门表彰奖励',
        nature: 'TRUSTWORTHY',
        subjectKinds: ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'],
        providingUnit: 'HLJ-HRSS',
        dataSource: '省表彰奖励管理系统',
        sharing: 'SHARED',
        openness: 'AGREEMENT',
        displayPeriod: {},
        updateWithinWorkingDays: 10,
        legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
        publication,
        effectiveFrom: TODAY,
        elements: [{ name: 'title', title: '荣誉称号', openness: 'AGREEMENT' }],
      },
    },
  },
  {
    name: 'DisplayPeriodsEffect',
    ...AUTHORITY,
    title: {
      en: 'What a table of display periods would do, before it is published.',
      zh: '公示期限表公布之前，查看其影响。',
    },
    document: `query DisplayPeriodsEffect($input: DisplayPeriodsInput!) { displayPeriodsEffect(input: $input) { item { code } period { displayClass decidedFrom maximumMonths } displayed earlier later atOnce } }`,
    variables: { input: periods },
  },
  {
    name: 'PublishDisplayPeriods',
    ...AUTHORITY,
    title: { en: 'Publish it.', zh: '公布公示期限表。' },
    document: `mutation PublishDisplayPeriods($input: DisplayPeriodsInput!) { publishDisplayPeriods(input: $input) { edition effectiveFrom } }`,
    variables: { input: periods },
  },
  {
    name: 'PublishPurpose',
    ...AUTHORITY,
    title: { en: 'Publish a purpose.', zh: '公布查询用途。' },
    document: `mutation PublishPurpose($input: PurposeInput!) { publishPurpose(input: $input) { code effectiveFrom } }`,
    variables: {
      input: {
        code: 'LEASING',
        name: '融资租赁审批',
        nameEn: 'Deciding on a lease',
        article: '24',
        publicationReference: publication.reference,
        service: 'LENDING',
        needs: ['ARREARS-TAX'],
        effectiveFrom: TODAY,
        authorizationMaximumMonths: 6,
      },
    },
  },
  {
    name: 'PublishMeasure',
    ...AUTHORITY,
    title: { en: 'Publish an edition of a measure.', zh: '公布措施的新版本。' },
    document: `mutation PublishMeasure($input: MeasureInput!) { publishMeasure(input: $input) { code edition effectiveFrom } }`,
    variables: {
      input: {
        code: 'PUNISH-NEW',
        edition: '2026-2',
        name: '示例惩戒措施',
        nameEn: 'Sample punishment',
        kind: 'PUNISHMENT',
        scope: 'AWARD_RESTRICTED',
        source: 'PROVINCIAL',
        legalBasis: '黑龙江省社会信用条例',
        grounds: ['DISRUPTING_MARKET_OR_SOCIAL_ORDER'],
        activities: ['AWARD_SELECTION'],
        maximumMonths: 6,
        effectiveFrom: '2026-11-21',
        publication,
      },
    },
  },
  {
    name: 'PublishStandard',
    ...AUTHORITY,
    title: { en: 'Publish an edition of a standard of designation.', zh: '公布认定标准的新版本。' },
    document: `mutation PublishStandard($input: StandardInput!) { publishStandard(input: $input) { code standard { edition effectiveFrom } } }`,
    variables: {
      input: {
        list: 'MODEL',
        edition: '2026-2',
        citation: '黑龙江省诚信典型认定标准（示例）',
        designatingUnits: ['HLJ-HRSS', 'HLJ-AMR'],
        effectiveFrom: TODAY,
        publication,
      },
    },
  },
  {
    name: 'PublishAssessmentMethod',
    ...AUTHORITY,
    title: { en: 'Publish a method of assessment.', zh: '公布信用评价办法。' },
    document: `mutation PublishAssessmentMethod($input: AssessmentMethodInput!) { publishAssessmentMethod(input: $input) { edition effectiveFrom } }`,
    variables: {
      input: {
        edition: '2027',
        basis: '示例办法',
        levels: [
          { level: '优', supervision: 'LOW_RISK' },
          { level: '良', supervision: 'NORMAL' },
          { level: '差', supervision: 'HIGH_RISK' },
        ],
        effectiveFrom: '2027-01-01',
        publication,
      },
    },
  },
  {
    name: 'EndUnit',
    ...AUTHORITY,
    title: { en: 'End a unit: its tokens are refused at once.', zh: '终止单位：其令牌即时失效。' },
    document: `mutation EndUnit($code: String!, $reason: String!) { endUnit(code: $code, reason: $reason) { code endedOn agreements duties watches webhook } }`,
    variables: { code: 'AGENCY-A', reason: '示例' },
  },
];

export const ANALYST_EXAMPLES: readonly Example[] = [
  {
    name: 'Statistics',
    role: 'ANALYST',
    by: 'HLJ-CREDIT',
    title: {
      en: 'Noisy counts of groups with the width of their error, and no row about anybody.',
      zh: '分组统计，计数带噪声并注明误差范围，不提供任何个体的记录。',
    },
    document: `query Statistics($groupBy: [StatisticsKey!]!, $filter: StatisticsFilter) { statistics(groupBy: $groupBy, filter: $filter) { asOf threshold roundedTo
      privacy { unit greatestContribution mechanism epsilonOfRelease epsilonOfYear left nextRelease } rows { keys count error suppressed } } }`,
    variables: { groupBy: ['NATURE'] },
  },
  {
    name: 'PenaltiesByMonth',
    role: 'ANALYST',
    by: 'HLJ-CREDIT',
    title: {
      en: 'Another table: penalties by month, with the names of the keys in both languages and the whole of which each is a part.',
      zh: '另一张表：按月统计行政处罚，附键的中英文名称和各组所占总数。',
    },
    document: `query PenaltiesByMonth($table: StatisticsTable!, $groupBy: [StatisticsKey!]!, $of: [StatisticsKey!]!, $limit: Int) {
      statistics(table: $table, groupBy: $groupBy, limit: $limit) { asOf rows { keys labels { en zh } count error suppressed of(by: $of) { count error suppressed } } } }`,
    variables: { table: 'PENALTIES', groupBy: ['MONTH'], of: [], limit: 2 },
  },
  {
    name: 'OperationFigures',
    role: 'ANALYST',
    by: 'HLJ-CREDIT',
    title: {
      en: 'Numbers of operation, exact because they count no record and no subject: who delivers, and how late.',
      zh: '运行情况数据：不涉及记录和信用主体，因而为准确数字；各单位的报送和迟延情况。',
    },
    document: `query OperationFigures($from: String!, $until: String!, $limit: Int!) { operationFigures(from: $from, until: $until) {
      from until units(limit: $limit) { unit { code name } submissions daysLate itemsLate } months { month submissions daysLate unitsLate } } }`,
    variables: { from: '2026-11', until: '2026-11', limit: 3 },
  },
  {
    name: 'BreachReport',
    ...AUTHORITY,
    title: {
      en: 'How units kept their statutory periods, by month and obligation.',
      zh: '各单位按月份和义务履行办理期限的情况。',
    },
    document: `query BreachReport($from: String!, $until: String!, $unit: String, $limit: Int!) { breachReport(from: $from, until: $until, unit: $unit) {
      from until totalCount rows(limit: $limit) { unit { code name } month obligation due met late overdue open medianDaysLate maximumDaysLate } csv } }`,
    variables: { from: '2026-10', until: '2026-11', limit: 3 },
  },
];
