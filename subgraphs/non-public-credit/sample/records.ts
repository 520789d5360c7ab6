/** Sample records of non-public credit information. */
import type { IdentifierType } from '../../../schema/law/facts.ts';

/** Categories of non-public information. The ten categories of Article 18 are for public information only. */
type NonPublicCategory = 'LOAN' | 'GUARANTEE' | 'HOUSEHOLD_BILL' | 'SELF_DECLARED';

export interface SampleNonPublicRecord {
  readonly subject: { readonly type: IdentifierType; readonly value: string };
  /** Unit that collects it; the operator where the subject declares it itself. */
  readonly collector: string;
  readonly item: string;
  readonly category: NonPublicCategory;
  readonly occurredOn: string;
  /** Consent of a natural person (Article 20); null for an organization. */
  readonly consent: string | null;
  readonly content: Readonly<Record<string, string>>;
}

type Holding = Pick<SampleNonPublicRecord, 'collector' | 'item' | 'category'>;

const LOAN: Holding = { collector: 'COLLECTOR-B', item: 'NP-LOAN', category: 'LOAN' };
const GUARANTEE: Holding = { collector: 'COLLECTOR-A', item: 'NP-GUARANTEE', category: 'GUARANTEE' };
const BILL: Holding = { collector: 'COLLECTOR-A', item: 'NP-UTILITY-BILL', category: 'HOUSEHOLD_BILL' };
const DECLARED: Holding = { collector: 'HLJ-CREDIT', item: 'NP-DECLARED', category: 'SELF_DECLARED' };

function row(
  holding: Holding,
  type: IdentifierType,
  value: string,
  occurredOn: string,
  content: SampleNonPublicRecord['content'],
): SampleNonPublicRecord {
  const consent =
    type === 'USCC'
      ? null
      : `示例同意书（${occurredOn}）：已告知采集的目的、内容、方式、用途及共享中的权利和义务，本人同意`;
  return { subject: { type, value }, ...holding, occurredOn, consent, content };
}

function loan(type: IdentifierType, value: string, occurredOn: string, content: string): SampleNonPublicRecord {
  return row(LOAN, type, value, occurredOn, { title: '借款', content });
}

function guarantee(type: IdentifierType, value: string, occurredOn: string, content: string): SampleNonPublicRecord {
  return row(GUARANTEE, type, value, occurredOn, { title: '保证担保', content });
}

function bill(type: IdentifierType, value: string, occurredOn: string, amountYuan: string): SampleNonPublicRecord {
  return row(BILL, type, value, occurredOn, {
    service: '通信服务',
    period: occurredOn.slice(0, 7),
    content: '按期缴费。',
    amountYuan,
  });
}

function declared(type: IdentifierType, value: string, occurredOn: string, content: string): SampleNonPublicRecord {
  return row(DECLARED, type, value, occurredOn, { title: '自主申报', content });
}

/** Non-public records of synthetic subjects, those of the cast first. */
export const SAMPLE_NON_PUBLIC: readonly SampleNonPublicRecord[] = [
  loan('CITIZEN_ID', '239999199003070016', '2026-02-12', '住房装修贷款10万元，按期偿还。'),
  bill('CITIZEN_ID', '239999199003070016', '2026-09-30', '128.00'),
  declared('CITIZEN_ID', '239999199003070016', '2026-10-08', '本人完成冰雪运动指导员职业培训（自主申报）。'),
  loan('CITIZEN_ID', '23999919920229088X', '2026-05-06', '消费贷款3万元，按期偿还。'),
  loan('USCC', '91239999MA1ABC019L', '2026-01-20', '设备借款300万元，按期偿还。'),
  guarantee('USCC', '91239999MA1ABC019L', '2025-11-11', '为关联企业借款200万元提供连带责任保证。'),
  bill('USCC', '92239999MA5ABC059E', '2026-08-31', '460.00'),
  loan('CITIZEN_ID', '239999197108234006', '2025-12-03', '小额贷款5万元，按期偿还。'),
  loan('CITIZEN_ID', '239999198704254024', '2026-02-14', '小额贷款8万元，逾期30日内偿还一次。'),
  loan('CITIZEN_ID', '239999197308214042', '2025-02-24', '小额贷款5万元，按期偿还。'),
  loan('CITIZEN_ID', '239999199708174069', '2026-07-08', '小额贷款5万元，按期偿还。'),
  loan('CITIZEN_ID', '239999196002054088', '2026-01-15', '小额贷款8万元，逾期30日内偿还一次。'),
  loan('CITIZEN_ID', '239999197311204101', '2025-03-06', '小额贷款8万元，逾期30日内偿还一次。'),
  loan('CITIZEN_ID', '239999199407014125', '2025-08-13', '小额贷款5万元，按期偿还。'),
  loan('CITIZEN_ID', '239999200210134145', '2025-04-04', '消费贷款2万元，已结清。'),
  loan('CITIZEN_ID', '239999199103244167', '2026-03-10', '小额贷款5万元，按期偿还。'),
  loan('USCC', '91239999MAD000X001', '2025-09-09', '流动资金借款100万元，按期偿还。'),
  loan('USCC', '91239999MAD001G13Q', '2026-07-24', '流动资金借款50万元，已结清。'),
  loan('USCC', '91239999MAE002T29J', '2025-03-07', '设备借款300万元，按期偿还。'),
  loan('USCC', '91239999MAD003T38H', '2025-05-12', '流动资金借款100万元，按期偿还。'),
  loan('USCC', '91239999MAA004G165', '2026-10-13', '设备借款300万元，按期偿还。'),
  loan('USCC', '91239999MAY005X02L', '2026-08-25', '流动资金借款100万元，按期偿还。'),
  loan('USCC', '91239999MAD006H99D', '2026-08-19', '设备借款300万元，按期偿还。'),
  guarantee('USCC', '91239999MAE007X1XL', '2026-02-16', '为关联企业借款200万元提供连带责任保证。'),
  guarantee('USCC', '91239999MAA008T282', '2025-08-20', '为关联企业借款200万元提供连带责任保证。'),
  guarantee('USCC', '91239999MAK009X32G', '2026-07-30', '为关联企业借款200万元提供连带责任保证。'),
  guarantee('USCC', '91239999MAA010T99A', '2025-10-29', '为他人借款60万元提供保证，保证期间已届满。'),
  guarantee('USCC', '91239999MAD011G35Q', '2025-06-02', '为关联企业借款200万元提供连带责任保证。'),
  guarantee('USCC', '91239999MAE012T24T', '2026-08-13', '为他人借款60万元提供保证，保证期间已届满。'),
  guarantee('CITIZEN_ID', '23999920021025418X', '2026-08-02', '为他人借款10万元提供保证。'),
  guarantee('CITIZEN_ID', '239999199510244201', '2025-07-10', '为他人借款10万元提供保证。'),
  guarantee('CITIZEN_ID', '239999196901264222', '2025-04-21', '为他人借款10万元提供保证。'),
  bill('CITIZEN_ID', '239999198808154247', '2026-08-24', '330.00'),
  bill('CITIZEN_ID', '239999199207124266', '2026-10-22', '134.00'),
  bill('CITIZEN_ID', '239999195705224288', '2026-01-22', '87.00'),
  bill('CITIZEN_ID', '239999198511184306', '2026-07-20', '70.00'),
  bill('CITIZEN_ID', '239999198107154324', '2026-08-06', '68.00'),
  bill('CITIZEN_ID', '239999197007014346', '2026-10-01', '143.00'),
  declared('CITIZEN_ID', '239999198605144364', '2026-05-29', '本人取得注册会计师专业阶段合格证（自主申报）。'),
  declared('CITIZEN_ID', '239999197305294382', '2026-07-04', '本人取得注册会计师专业阶段合格证（自主申报）。'),
];
