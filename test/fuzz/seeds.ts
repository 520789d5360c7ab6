/** A complete valid input for each mutation. Tests change one leaf of it at a time. */
import { AUTHORITY, COMPANY, type Holder, MARKET_REGULATION, MEI, OPERATOR, subject } from '../kit.ts';
import { DECISION, LABOUR } from '../stories/listing.ts';
import { CITY, PLEDGE } from '../stories/pledging.ts';

export interface Seed {
  readonly name: string;
  readonly by: Holder;
  /** GraphQL type of the mutation's input. */
  readonly type: string;
  readonly select: string;
  /** Makes the input. A new number makes it differ from earlier ones. */
  readonly input: (number: number) => Record<string, unknown>;
  /** A mutation with its variables that must be sent first. */
  readonly before?: (number: number) => readonly [query: string, variables: Record<string, unknown>];
}

const penalty = (number: number) => ({
  item: 'PENALTY-GENERAL',
  records: [
    {
      subject: MEI,
      subjectName: '张小梅',
      occurredOn: '2026-11-18',
      basisDocument: `示例罚〔2026〕${number}号`,
      consent: '书面同意（示例）',
      content: {
        documentNumber: `示例罚〔2026〕${number}号`,
        facts: '事实',
        penaltyKinds: ['罚款'],
        fineYuan: '10.00',
        displayUntil: '2027-01-01',
      },
    },
  ],
});

const PUBLISHED = { reference: '示例公告2026年第9号', publishedOn: '2026-11-20' };
const COURT: Holder = { role: 'provider', unit: 'HLJ-COURT' };

const seed = (name: string, by: Holder, type: string, select: string, input: Seed['input']): Seed => ({
  name,
  by,
  type,
  select,
  input,
});

export const SEEDS: readonly Seed[] = [
  seed('publishMeasure', AUTHORITY, 'MeasureInput!', 'code', (n) => ({
    code: `FUZZ-${n}`,
    edition: '1',
    name: '暂停便利服务',
    nameEn: 'Facilitation suspended',
    kind: 'RESTRAINT',
    scope: 'FACILITATION_WITHHELD',
    source: 'PROVINCIAL',
    legalBasis: '黑龙江省社会信用条例第三十一条',
    grounds: [DECISION.ground],
    lists: ['WAGE'],
    activities: ['ADMINISTRATIVE_MANAGEMENT'],
    maximumMonths: 12,
    maximumExtent: 5,
    effectiveFrom: '2026-11-20',
    effectiveUntil: '2027-11-20',
    publication: PUBLISHED,
  })),
  seed('publishStandard', AUTHORITY, 'StandardInput!', 'code', (n) => ({
    list: 'WAGE',
    edition: `F-${n}`,
    citation: '名单管理办法（示例）',
    grounds: [DECISION.ground],
    designatingUnits: ['HLJ-HRSS'],
    maximumMonths: 36,
    removalConditions: '足额支付。',
    remedies: '可以陈述申辩。',
    effectiveFrom: '2026-11-20',
    publication: PUBLISHED,
  })),
  seed('designate', LABOUR, 'DesignateInput!', 'id until', (n) => ({
    ...DECISION,
    subject: COMPANY,
    basisDocument: `示例模糊${n}号`,
    designatedOn: '2026-11-19',
    responsible: [
      {
        subject: { type: 'CITIZEN_ID', value: '239999198001012010' },
        subjectName: '示例人',
        role: 'ACTUAL_CONTROLLER',
        evidence: '示例认定书',
      },
    ],
  })),
  seed('submitDefaulters', COURT, 'SubmitDefaultersInput!', 'accepted rejected { row code }', (n) => ({
    entries: [
      {
        subject: { type: 'USCC', value: COMPANY.value },
        subjectName: '哈尔滨示例冰雪设备有限公司',
        decisionNumber: `（2026）黑0103执${n}号`,
        basisDocument: `（2026）黑0103执${n}号执行裁定书`,
        reasons: '有履行能力而拒不履行。',
        enteredOn: '2026-11-19',
        months: 24,
      },
    ],
  })),
  seed('designateIncentive', LABOUR, 'DesignateIncentiveInput!', 'id until', (n) => ({
    subject: COMPANY,
    list: 'MODEL',
    decisionNumber: `黑诚信典〔2026〕${n}号`,
    basisDocument: `示例公告${n}`,
    months: 12,
  })),
  seed('waiveConduct', LABOUR, 'WaiveConductInput!', 'id', (n) => ({
    subject: COMPANY,
    basisDocument: `示例免除${n}号`,
    conduct: '迟报一日。',
    minor: true,
    corrected: true,
    harmless: true,
    warning: '予以提醒。',
  })),
  seed(
    'deliverAssessments',
    OPERATOR,
    'DeliverAssessmentsInput!',
    'accepted unchanged corrected rejected { row code }',
    () => ({
      item: 'ASSESSMENT-PUBLIC',
      edition: '2026',
      results: [
        { uscc: COMPANY.value, subjectName: '哈尔滨示例冰雪设备有限公司', level: '优', assessedOn: '2026-11-20' },
      ],
    }),
  ),
  seed('publishAssessmentMethod', AUTHORITY, 'AssessmentMethodInput!', 'edition', (n) => ({
    edition: `F${n}`,
    basis: '评价办法（示例）',
    levels: [
      { level: '优', supervision: 'LOW_RISK' },
      { level: '良', supervision: 'NORMAL' },
      { level: '差', supervision: 'HIGH_RISK' },
    ],
    effectiveFrom: '2026-11-20',
    publication: PUBLISHED,
  })),
  seed('recordPledge', CITY, 'PledgeInput!', 'id verifyBy', (n) => ({
    ...PLEDGE,
    subject: { type: 'USCC', value: '91239999MA3ABC0393' },
    subjectName: '齐齐哈尔示例寒地米业有限公司',
    document: `哈市监诺〔2026〕模糊${n}号`,
  })),
  seed('registerUnit', OPERATOR, 'UnitInput!', 'code kinds', (n) => ({
    code: `FUZZ-UNIT-${n}`,
    name: '示例市市场监督管理局',
    nameEn: 'Sample bureau',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'CITY',
    region: '230100',
    line: 'MARKET_REGULATION',
    uscc: '11239999000100001N',
  })),
  seed('publishPurpose', AUTHORITY, 'PurposeInput!', 'code effectiveFrom', (n) => ({
    code: `FUZZ_${n}`,
    name: '示例用途',
    nameEn: 'Sample purpose',
    article: '24',
    publicationReference: '示例公告〔2026〕3号',
    service: 'FUZZ',
    needs: ['ARREARS-TAX'],
    effectiveFrom: '2026-11-20',
    authorizationMaximumMonths: 6,
  })),
  seed('registerDuty', OPERATOR, 'DutyInput!', 'id', (n) => ({
    department: 'HRB-PERMIT',
    matter: `FUZZ-${n}`,
    activity: 'ADMINISTRATIVE_MANAGEMENT',
    items: ['REG-ENTERPRISE', 'PENALTY-GENERAL'],
    identified: false,
  })),
  seed('draftAgreement', OPERATOR, 'AgreementInput!', 'id', () => ({
    party: 'BANK-A',
    items: ['ARREARS-TAX'],
    purposes: ['LOAN_ORIGINATION'],
    validFrom: '2026-11-20',
    validUntil: '2027-11-20',
    dailyQuota: 100,
  })),
  seed('publishPurposeCap', AUTHORITY, 'PurposeCapInput!', 'maximumMonths', () => ({
    purpose: 'LOAN_ORIGINATION',
    item: 'NP-UTILITY-BILL',
    party: 'BANK-A',
    maximumMonths: 2,
    maximumUses: 5,
    effectiveFrom: '2026-11-21',
    publication: PUBLISHED,
  })),
  seed('grantAuthorization', subject(MEI), 'GrantAuthorizationInput!', 'id', () => ({
    party: 'BANK-A',
    purposes: ['LOAN_ORIGINATION'],
    items: ['ARREARS-FUND'],
    validFrom: '2026-11-20',
    validUntil: '2026-12-20',
    maximumUses: 3,
  })),
  seed('registerMandate', subject(COMPANY), 'MandateInput!', 'id validUntil', (n) => ({
    agent: { type: 'OTHER_DOCUMENT', value: `E${10_000_000 + n}` },
    kind: 'AGENT',
    scope: ['READ'],
    validUntil: '2027-06-30',
  })),
  seed('submitRecords', MARKET_REGULATION, 'SubmitRecordsInput!', 'accepted rejected { row code message }', penalty),
  {
    ...seed('revokeBasis', MARKET_REGULATION, 'RevokeBasisInput!', 'amendBy', (n) => ({
      basisDocument: `示例罚〔2026〕${n}号`,
      cause: 'REVOKED',
      happenedOn: '2026-11-19',
    })),
    before: (n) => [
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
      { input: penalty(n) },
    ],
  },
  seed('publishCatalogItem', AUTHORITY, 'CatalogItemInput!', 'code edition', (n) => ({
    code: `FUZZ-ITEM-${n}`,
    edition: '2026-1',
    category: 'COMMENDATION',
    name: '示例信息',
    nameEn: 'Sample',
    conduct: '受到表彰',
    nature: 'TRUSTWORTHY',
    subjectKinds: ['LEGAL_PERSON'],
    providingUnit: 'HLJ-HRSS',
    dataSource: '示例系统',
    sharing: 'SHARED',
    openness: 'AGREEMENT',
    displayPeriod: { minimumMonths: 1, maximumMonths: 12 },
    updateWithinWorkingDays: 10,
    legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
    publication: PUBLISHED,
    effectiveFrom: '2026-11-20',
    effectiveUntil: '2027-11-20',
    elements: [{ name: 'title', title: '荣誉称号', openness: 'AGREEMENT' }],
  })),
];
