/** Sample designations and incentives, on the lists of the sample province file. */
import type { IdentifierType } from '../../../schema/law/facts.ts';
import type { Ground, ResponsibleRole } from '../../../schema/law/measures/designations.ts';

interface SubjectReference {
  readonly type: IdentifierType;
  readonly value: string;
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
  /** Null where the designation has no end. */
  readonly until: string | null;
  readonly designatingUnit: string;
}

type SeriousList = 'DEFAULTER' | 'WAGE' | 'FOOD' | 'TAX' | 'SAFETY';

interface Wording {
  /** Who designates, and for how many months at most, as the standard of the list says. */
  readonly designatingUnit: string;
  readonly maximumMonths: number;
  readonly ground: Ground;
  readonly reasons: string;
  readonly removalConditions: string;
  /** Prefix of its decision numbers. */
  readonly document: string;
}

const WORDING: Readonly<Record<SeriousList, Wording>> = {
  DEFAULTER: {
    designatingUnit: 'HLJ-COURT',
    maximumMonths: 24,
    document: '黑执失',
    ground: 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION',
    reasons: '有履行能力而拒不履行生效法律文书确定的义务。',
    removalConditions: '全部履行生效法律文书确定的义务，或者与申请执行人达成和解协议并履行完毕。',
  },
  WAGE: {
    designatingUnit: 'HLJ-HRSS',
    maximumMonths: 36,
    document: '黑人社失信',
    ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
    reasons: '拖欠农民工工资，经责令限期支付逾期未支付，情节严重。',
    removalConditions: '足额支付拖欠的工资，列入满六个月且未再发生拖欠。',
  },
  FOOD: {
    designatingUnit: 'HLJ-AMR',
    maximumMonths: 36,
    document: '黑市监严列',
    ground: 'ENDANGERING_HEALTH_OR_SAFETY',
    reasons: '经营添加食品添加剂以外的化学物质的食品，被处以较重行政处罚。',
    removalConditions: '已履行处罚决定，消除危害后果，列入满一年且未再受到较重行政处罚。',
  },
  TAX: {
    designatingUnit: 'HLJ-TAX',
    maximumMonths: 36,
    document: '黑税失信',
    ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
    reasons: '在账簿上少列收入，偷税数额较大且占应纳税额百分之十以上。',
    removalConditions: '缴清税款、滞纳金和罚款，失信信息公布满六个月。',
  },
  SAFETY: {
    designatingUnit: 'HLJ-EMERGENCY',
    maximumMonths: 36,
    document: '黑应急严列',
    ground: 'ENDANGERING_HEALTH_OR_SAFETY',
    reasons: '存在重大事故隐患拒不整改，被责令停产停业。',
    removalConditions: '隐患整改经验收合格，列入满十二个月且未再发生同类行为。',
  },
};

const REMEDIES =
  '可以自收到决定之日起向认定单位陈述申辩、提出异议，或者依法申请行政复议、提起行政诉讼（名单由人民法院纳入的，向该人民法院申请纠正）。';

function person(value: string): SubjectReference {
  return { type: 'CITIZEN_ID', value };
}

function organization(value: string): SubjectReference {
  return { type: 'USCC', value };
}

function designation(
  list: SeriousList,
  number: number,
  subject: SubjectReference,
  designatedOn: string,
  basisDocument: string,
  responsible: SampleDesignation['responsible'] = [],
): SampleDesignation {
  const { document, designatingUnit, maximumMonths, ...wording } = WORDING[list];
  const year = designatedOn.slice(0, 4);
  return {
    subject,
    list,
    ...wording,
    decisionNumber: `${document}〔${year}〕${number}号`,
    basisDocument,
    designatedOn,
    until: `${Number(year) + (maximumMonths ?? 0) / 12}${designatedOn.slice(4)}`,
    remedies: REMEDIES,
    designatingUnit,
    responsible,
  };
}

const CONTROLLER: SampleDesignation['responsible'][number] = {
  subject: person('23999919701101308X'),
  role: 'ACTUAL_CONTROLLER',
  evidence: '（2026）示例实际控制人认定书',
};

/**
 * Synthetic subjects only. Every natural person here also has a displayed record, so that a list reveals no person whom the public could not find.
 */
export const SAMPLE_DESIGNATIONS: readonly SampleDesignation[] = [
  designation('DEFAULTER', 1, person('239999197502113018'), '2026-01-15', '（2026）黑0202执0023号执行裁定书'),
  designation('DEFAULTER', 2, person('239999198309273022'), '2025-04-09', '（2025）黑0602执0024号执行裁定书'),
  designation('DEFAULTER', 3, person('239999196605053033'), '2025-06-08', '（2025）黑0103执0025号执行裁定书'),
  designation('DEFAULTER', 4, person('239999198712033045'), '2026-09-26', '（2026）黑0103执0026号执行裁定书'),
  designation('DEFAULTER', 5, person('239999197907193052'), '2025-06-29', '（2025）黑0202执0027号执行裁定书'),
  designation('DEFAULTER', 6, person('239999199110303065'), '2025-05-11', '（2025）黑0602执0028号执行裁定书'),
  designation('DEFAULTER', 7, person('239999198403143072'), '2025-09-08', '（2025）黑0602执0029号执行裁定书'),
  designation('DEFAULTER', 8, person('23999919701101308X'), '2025-07-07', '（2025）黑0602执0030号执行裁定书'),
  designation('DEFAULTER', 9, organization('91239999MA2ABC029U'), '2025-08-21', '（2025）黑0202执0014号执行裁定书'),
  designation('DEFAULTER', 10, organization('91239999MAD105G907'), '2024-10-10', '（2024）黑0602执0196号执行裁定书'),
  designation('DEFAULTER', 11, organization('91239999MAE042H32R'), '2025-07-25', '（2025）黑0602执0197号执行裁定书'),
  designation('FOOD', 1, organization('91239999MAA110H344'), '2024-12-09', '黑市监罚〔2024〕0106号行政处罚决定书'),
  designation('TAX', 1, organization('91239999MAE045H571'), '2025-04-19', '黑税稽罚〔2025〕0010号行政处罚决定书'),
  designation('TAX', 2, organization('91239999MAY014X3XU'), '2026-03-02', '黑税稽罚〔2026〕0022号行政处罚决定书'),
  designation('TAX', 3, organization('91239999MAE015H429'), '2026-05-11', '黑税稽罚〔2026〕0034号行政处罚决定书'),
  designation('SAFETY', 1, organization('91239999MAE045H571'), '2025-04-27', '黑应急罚〔2025〕0046号行政处罚决定书'),
  designation('SAFETY', 2, organization('91239999MAE079G155'), '2026-02-16', '黑应急罚〔2026〕0070号行政处罚决定书'),
  designation('WAGE', 1, organization('91239999MA2ABC029U'), '2026-03-05', '黑劳监处〔2026〕示例7号行政处理决定书', [
    CONTROLLER,
  ]),
  designation('WAGE', 2, organization('91239999MAK060G59U'), '2026-07-02', '黑劳人仲字〔2026〕0162号仲裁裁决书'),
  designation('WAGE', 3, organization('91239999MAK027G566'), '2026-06-03', '黑劳人仲字〔2026〕0163号仲裁裁决书'),
];

function classA(value: string, year: number, number: number): SampleIncentive {
  return {
    subject: organization(value),
    list: 'TAX-A',
    decisionNumber: `黑税信用〔${year}〕${number}号`,
    basisDocument: `${year - 1}年度纳税缴费信用评价结果`,
    designatedOn: `${year}-04-30`,
    until: `${year + 1}-04-30`,
    designatingUnit: 'HLJ-TAX',
  };
}

function model(value: string, number: number): SampleIncentive {
  return {
    subject: organization(value),
    list: 'MODEL',
    decisionNumber: `黑诚信典〔2026〕${number}号`,
    basisDocument: '省诚信典型认定公告（示例）',
    designatedOn: '2026-06-10',
    until: null,
    designatingUnit: 'HLJ-HRSS',
  };
}

export const SAMPLE_INCENTIVES: readonly SampleIncentive[] = [
  classA('91239999MA3ABC0393', 2026, 1),
  classA('91239999MAK009X32G', 2026, 2),
  classA('91239999MAK013T60Q', 2026, 3),
  classA('91239999MAY019G196', 2025, 4),
  model('91239999MA3ABC0393', 1),
  model('91239999MAK009X32G', 2),
];
