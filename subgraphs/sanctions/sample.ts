import type { IdentifierType } from '../../schema/law/facts.ts';

/** The eight grounds of Article 29, in its order. */
export const GROUNDS = [
  'GOVERNMENT_BREACH_OF_DUTY_OR_CONTRACT',
  'DEFAULT_ON_PAYMENTS_TO_SMALL_ENTERPRISES',
  'ENDANGERING_HEALTH_OR_SAFETY',
  'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
  'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION',
  'REFUSING_NATIONAL_DEFENSE_OBLIGATIONS',
  'RESEARCH_MISCONDUCT',
  'OTHER_PROVIDED_BY_LAW',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** Who answers for a listed market entity beside itself, Article 33. */
export type ResponsibleRole = 'LEGAL_REPRESENTATIVE' | 'PRINCIPAL' | 'ACTUAL_CONTROLLER' | 'DIRECTLY_RESPONSIBLE';

export interface SubjectReference {
  readonly type: IdentifierType;
  readonly value: string;
}

export interface SampleList {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: 'SERIOUS_UNTRUSTWORTHINESS' | 'INCENTIVE';
  /** Catalog item that its designations are information of. */
  readonly item: string;
  readonly designatingUnit: string;
  /** Longest designation; null where none is fixed. */
  readonly maximumMonths: number | null;
  readonly publication: { readonly reference: string; readonly publishedOn: string };
}

export interface SampleDesignation {
  readonly subject: SubjectReference;
  readonly list: string;
  readonly ground: Ground;
  readonly decisionNumber: string;
  readonly reasons: string;
  readonly basisDocument: string;
  readonly designatedOn: string;
  readonly until: string;
  readonly removalConditions: string;
  readonly remedies: string;
  readonly designatingUnit: string;
  readonly responsible: readonly {
    readonly subject: SubjectReference;
    readonly role: ResponsibleRole;
    readonly evidence: string;
  }[];
}

export interface SampleIncentive {
  readonly subject: SubjectReference;
  readonly list: string;
  readonly decisionNumber: string;
  readonly basisDocument: string;
  readonly designatedOn: string;
  /** Null while the list names no end. */
  readonly until: string | null;
  readonly designatingUnit: string;
}

const PUBLICATION = { reference: '示例：参照国家有关名单管理规定，非正式版本', publishedOn: '2022-06-30' };

export const SAMPLE_LISTS: readonly SampleList[] = [
  {
    code: 'DEFAULTER',
    name: '失信被执行人名单',
    nameEn: 'Judgment defaulters',
    kind: 'SERIOUS_UNTRUSTWORTHINESS',
    item: 'LIST-DEFAULTER',
    designatingUnit: 'HLJ-COURT',
    maximumMonths: 24,
    publication: PUBLICATION,
  },
  {
    code: 'WAGE',
    name: '拖欠农民工工资失信联合惩戒对象名单',
    nameEn: 'Delayed wages of rural workers',
    kind: 'SERIOUS_UNTRUSTWORTHINESS',
    item: 'LIST-WAGE',
    designatingUnit: 'HLJ-HRSS',
    maximumMonths: 36,
    publication: PUBLICATION,
  },
  {
    code: 'FOOD',
    name: '食品药品安全严重违法失信名单',
    nameEn: 'Food and drug safety',
    kind: 'SERIOUS_UNTRUSTWORTHINESS',
    item: 'LIST-FOOD',
    designatingUnit: 'HLJ-AMR',
    maximumMonths: 36,
    publication: PUBLICATION,
  },
  {
    code: 'TAX',
    name: '重大税收违法失信主体名单',
    nameEn: 'Grave breaches of tax law',
    kind: 'SERIOUS_UNTRUSTWORTHINESS',
    item: 'LIST-TAX',
    designatingUnit: 'HLJ-TAX',
    maximumMonths: 36,
    publication: PUBLICATION,
  },
  {
    code: 'SAFETY',
    name: '安全生产严重失信主体名单',
    nameEn: 'Work safety',
    kind: 'SERIOUS_UNTRUSTWORTHINESS',
    item: 'LIST-SAFETY',
    designatingUnit: 'HLJ-EMERGENCY',
    maximumMonths: 36,
    publication: PUBLICATION,
  },
  {
    code: 'TAX-A',
    name: '纳税信用A级纳税人名单',
    nameEn: 'Class A taxpayers',
    kind: 'INCENTIVE',
    item: 'INCENTIVE-TAX-A',
    designatingUnit: 'HLJ-TAX',
    maximumMonths: 12,
    publication: PUBLICATION,
  },
  {
    code: 'MODEL',
    name: '诚信典型名单',
    nameEn: 'Models of honesty',
    kind: 'INCENTIVE',
    item: 'INCENTIVE-MODEL',
    designatingUnit: 'HLJ-HRSS',
    maximumMonths: null,
    publication: PUBLICATION,
  },
];

type SeriousList = 'DEFAULTER' | 'WAGE' | 'FOOD' | 'TAX' | 'SAFETY';

interface Wording {
  readonly unit: string;
  readonly ground: Ground;
  readonly reasons: string;
  readonly removal: string;
}

const WORDING: Record<SeriousList, Wording> = {
  DEFAULTER: {
    unit: 'HLJ-COURT',
    ground: 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION',
    reasons: '有履行能力而拒不履行生效法律文书确定的义务。',
    removal: '全部履行生效法律文书确定的义务，或者与申请执行人达成和解协议并履行完毕。',
  },
  WAGE: {
    unit: 'HLJ-HRSS',
    ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
    reasons: '拖欠农民工工资，经责令限期支付逾期未支付，情节严重。',
    removal: '足额支付拖欠的工资，列入满六个月且未再发生拖欠。',
  },
  FOOD: {
    unit: 'HLJ-AMR',
    ground: 'ENDANGERING_HEALTH_OR_SAFETY',
    reasons: '经营添加食品添加剂以外的化学物质的食品，被处以较重行政处罚。',
    removal: '已履行处罚决定，消除危害后果，列入满一年且未再受到较重行政处罚。',
  },
  TAX: {
    unit: 'HLJ-TAX',
    ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
    reasons: '在账簿上少列收入，偷税数额较大且占应纳税额百分之十以上。',
    removal: '缴清税款、滞纳金和罚款，失信信息公布满六个月。',
  },
  SAFETY: {
    unit: 'HLJ-EMERGENCY',
    ground: 'ENDANGERING_HEALTH_OR_SAFETY',
    reasons: '存在重大事故隐患拒不整改，被责令停产停业。',
    removal: '隐患整改经验收合格，列入满十二个月且未再发生同类行为。',
  },
};

const REMEDIES =
  '可以自收到决定之日起向认定单位陈述申辩、提出异议，或者依法申请行政复议、提起行政诉讼（名单由人民法院纳入的，向该人民法院申请纠正）。';

function designation(
  list: SeriousList,
  subject: SubjectReference,
  designatedOn: string,
  until: string,
  decisionNumber: string,
  basisDocument: string,
  responsible: SampleDesignation['responsible'] = [],
): SampleDesignation {
  const { unit, ground, reasons, removal } = WORDING[list];
  return {
    subject,
    list,
    ground,
    decisionNumber,
    reasons,
    basisDocument,
    designatedOn,
    until,
    removalConditions: removal,
    remedies: REMEDIES,
    designatingUnit: unit,
    responsible,
  };
}

/** Synthetic subjects only. A natural person stands here only beside a displayed record, so that the list tells the public of nobody it does not know. */
export const SAMPLE_DESIGNATIONS: readonly SampleDesignation[] = [
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '239999197502113018' },
    '2026-01-15',
    '2028-01-15',
    '（2026）黑执失0001号',
    '（2026）黑0202执0023号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '239999198309273022' },
    '2025-04-09',
    '2027-04-09',
    '（2025）黑执失0002号',
    '（2025）黑0602执0024号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '239999196605053033' },
    '2025-06-08',
    '2027-06-08',
    '（2025）黑执失0003号',
    '（2025）黑0103执0025号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '239999198712033045' },
    '2026-09-26',
    '2028-09-26',
    '（2026）黑执失0004号',
    '（2026）黑0103执0026号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '239999197907193052' },
    '2025-06-29',
    '2027-06-29',
    '（2025）黑执失0005号',
    '（2025）黑0202执0027号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '239999199110303065' },
    '2025-05-11',
    '2027-05-11',
    '（2025）黑执失0006号',
    '（2025）黑0602执0028号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '239999198403143072' },
    '2025-09-08',
    '2027-09-08',
    '（2025）黑执失0007号',
    '（2025）黑0602执0029号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'CITIZEN_ID', value: '23999919701101308X' },
    '2025-07-07',
    '2027-07-07',
    '（2025）黑执失0008号',
    '（2025）黑0602执0030号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'USCC', value: '91239999MA2ABC029U' },
    '2025-08-21',
    '2027-08-21',
    '（2025）黑执失0009号',
    '（2025）黑0202执0014号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'USCC', value: '91239999MAD105G907' },
    '2024-10-10',
    '2026-10-10',
    '（2024）黑执失0010号',
    '（2024）黑0602执0196号执行裁定书',
  ),
  designation(
    'DEFAULTER',
    { type: 'USCC', value: '91239999MAE042H32R' },
    '2025-07-25',
    '2027-07-25',
    '（2025）黑执失0011号',
    '（2025）黑0602执0197号执行裁定书',
  ),
  designation(
    'FOOD',
    { type: 'USCC', value: '91239999MAA110H344' },
    '2024-12-09',
    '2027-12-09',
    '黑市监严列〔2024〕1号',
    '黑市监罚〔2024〕0106号行政处罚决定书',
  ),
  designation(
    'TAX',
    { type: 'USCC', value: '91239999MAE045H571' },
    '2025-04-19',
    '2028-04-19',
    '黑税失信〔2025〕1号',
    '黑税稽罚〔2025〕0010号行政处罚决定书',
  ),
  designation(
    'TAX',
    { type: 'USCC', value: '91239999MAY014X3XU' },
    '2026-03-02',
    '2029-03-02',
    '黑税失信〔2026〕2号',
    '黑税稽罚〔2026〕0022号行政处罚决定书',
  ),
  designation(
    'TAX',
    { type: 'USCC', value: '91239999MAE015H429' },
    '2026-05-11',
    '2029-05-11',
    '黑税失信〔2026〕3号',
    '黑税稽罚〔2026〕0034号行政处罚决定书',
  ),
  designation(
    'SAFETY',
    { type: 'USCC', value: '91239999MAE045H571' },
    '2025-04-27',
    '2028-04-27',
    '黑应急严列〔2025〕1号',
    '黑应急罚〔2025〕0046号行政处罚决定书',
  ),
  designation(
    'SAFETY',
    { type: 'USCC', value: '91239999MAE079G155' },
    '2026-02-16',
    '2029-02-16',
    '黑应急严列〔2026〕2号',
    '黑应急罚〔2026〕0070号行政处罚决定书',
  ),
  designation(
    'WAGE',
    { type: 'USCC', value: '91239999MA2ABC029U' },
    '2026-03-05',
    '2029-03-05',
    '黑人社失信〔2026〕1号',
    '黑劳监处〔2026〕示例7号行政处理决定书',
    [
      {
        subject: { type: 'CITIZEN_ID', value: '23999919701101308X' },
        role: 'ACTUAL_CONTROLLER',
        evidence: '（2026）示例实际控制人认定书',
      },
    ],
  ),
  designation(
    'WAGE',
    { type: 'USCC', value: '91239999MAK060G59U' },
    '2026-07-02',
    '2029-07-02',
    '黑人社失信〔2026〕2号',
    '黑劳人仲字〔2026〕0162号仲裁裁决书',
  ),
  designation(
    'WAGE',
    { type: 'USCC', value: '91239999MAK027G566' },
    '2026-06-03',
    '2029-06-03',
    '黑人社失信〔2026〕3号',
    '黑劳人仲字〔2026〕0163号仲裁裁决书',
  ),
];

export const SAMPLE_INCENTIVES: readonly SampleIncentive[] = [
  {
    subject: { type: 'USCC', value: '91239999MA3ABC0393' },
    list: 'TAX-A',
    decisionNumber: '黑税信用〔2026〕1号',
    basisDocument: '2025年度纳税缴费信用评价结果',
    designatedOn: '2026-04-30',
    until: '2027-04-30',
    designatingUnit: 'HLJ-TAX',
  },
  {
    subject: { type: 'USCC', value: '91239999MAK009X32G' },
    list: 'TAX-A',
    decisionNumber: '黑税信用〔2026〕2号',
    basisDocument: '2025年度纳税缴费信用评价结果',
    designatedOn: '2026-04-30',
    until: '2027-04-30',
    designatingUnit: 'HLJ-TAX',
  },
  {
    subject: { type: 'USCC', value: '91239999MAK013T60Q' },
    list: 'TAX-A',
    decisionNumber: '黑税信用〔2026〕3号',
    basisDocument: '2025年度纳税缴费信用评价结果',
    designatedOn: '2026-04-30',
    until: '2027-04-30',
    designatingUnit: 'HLJ-TAX',
  },
  {
    subject: { type: 'USCC', value: '91239999MAY019G196' },
    list: 'TAX-A',
    decisionNumber: '黑税信用〔2025〕4号',
    basisDocument: '2024年度纳税缴费信用评价结果',
    designatedOn: '2025-04-30',
    until: '2026-04-30',
    designatingUnit: 'HLJ-TAX',
  },
  {
    subject: { type: 'USCC', value: '91239999MA3ABC0393' },
    list: 'MODEL',
    decisionNumber: '黑诚信典〔2026〕1号',
    basisDocument: '省诚信典型认定公告（示例）',
    designatedOn: '2026-06-10',
    until: null,
    designatingUnit: 'HLJ-HRSS',
  },
  {
    subject: { type: 'USCC', value: '91239999MAK009X32G' },
    list: 'MODEL',
    decisionNumber: '黑诚信典〔2026〕2号',
    basisDocument: '省诚信典型认定公告（示例）',
    designatedOn: '2026-06-10',
    until: null,
    designatingUnit: 'HLJ-HRSS',
  },
];
