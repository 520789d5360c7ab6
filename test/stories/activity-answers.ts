/** What the sample's records and published lists make of three enterprises in each activity of Article 44, worked out by hand. */

type Finding = readonly [kind: string, item: string, summary: string, article: string];
export type Measure = readonly [code: string, kind: string, article: string, from: string, until: string | null];

const DEFAULTER: Finding = ['DESIGNATION', 'LIST-DEFAULTER', '列入失信被执行人名单（2025-08-21至2027-08-21）', '28'];
const WAGE: Finding = [
  'DESIGNATION',
  'LIST-WAGE',
  '列入拖欠农民工工资失信联合惩戒对象名单（2026-03-05至2029-03-05）',
  '28',
];
export const badRequest = (item: string, summary: string): Finding => ['UNTRUSTWORTHY_RECORD', item, summary, '27'];
const good = (item: string, summary: string): Finding => ['TRUSTWORTHY_RECORD', item, summary, '18'];

/** It objected; the label goes wherever the record goes (Article 39). */
const FINED = badRequest('PENALTY-GENERAL', '一般行政处罚信息（2026-04-20），异议处理中');
const TAX = badRequest('ARREARS-TAX', '欠缴税款信息（2026-05-29）');
const COMMENDED = good('COMMENDATION-GOV', '政府表彰奖励信息（2025-12-12）');
const PLEDGED = good('PLEDGE-VOLUNTARY', '主动信用承诺信息（2026-01-15）');
const SERIOUS = badRequest('PENALTY-SERIOUS', '严重行政处罚信息（2025-03-26）');
const UNPERFORMED = badRequest('UNPERFORMED-JUDGMENT', '拒不履行生效裁判信息（2025-08-11）');
const SOCIAL = badRequest('ARREARS-SOCIAL', '欠缴社会保险费信息（2026-02-03）');
const HONOURED = good('COMMENDATION-GOV', '政府表彰奖励信息（2026-04-28）');

/** Of both lists the one on which a measure may rest longest: for delayed wages since 5 March 2026, for three years. */
const wage = (code: string, kind: string, article: string, until = '2029-03-05'): Measure => [
  code,
  kind,
  article,
  '2026-03-05',
  until,
];
/** Where only a judgment defaulter is meant; listed before the measures were published. */
const defaulter = (code: string): Measure => [code, 'PUNISHMENT', '31 §2', '2026-01-01', '2027-08-21'];
/** A model of honesty since 10 June 2026, for as long as the list says nothing else. */
const reward = (code: string, article: string): Measure => [code, 'REWARD', article, '2026-06-10', null];

export interface Expected {
  readonly findings: readonly Finding[];
  readonly measures: readonly Measure[];
  readonly supervision?: string;
}

export const EXPECTED: Readonly<Record<string, Readonly<Record<'COMPANY' | 'LISTED' | 'MODEL', Expected>>>> = {
  'FOOD-PERMIT': {
    COMPANY: { findings: [FINED, PLEDGED], measures: [], supervision: 'NORMAL' },
    LISTED: {
      findings: [DEFAULTER, WAGE, SERIOUS, UNPERFORMED],
      measures: [
        wage('NATIONAL-PREFERENCE', 'PUNISHMENT', '31 §2'),
        wage('RESTRAINT-CANCEL-FACILITATION', 'RESTRAINT', '31 §1(2)'),
        wage('RESTRAINT-NO-FACILITATION', 'RESTRAINT', '31 §1(1)'),
      ],
      supervision: 'HIGH_RISK',
    },
    MODEL: {
      findings: [good('PLEDGE-VOLUNTARY', '主动信用承诺信息（2025-03-15）')],
      measures: [reward('REWARD-GREEN-CHANNEL', '26(1)')],
      supervision: 'LOW_RISK',
    },
  },
  TENDER: {
    COMPANY: { findings: [TAX, FINED], measures: [] },
    LISTED: {
      findings: [DEFAULTER, WAGE, SOCIAL, SERIOUS, UNPERFORMED],
      measures: [
        wage('PUNISH-PROCUREMENT', 'PUNISHMENT', '31 §2(2)', '2028-03-05'),
        // Its twelve months on the older designation are over.
        wage('PUNISH-TENDER-POINTS', 'PUNISHMENT', '31 §2(2)', '2027-03-05'),
      ],
    },
    MODEL: { findings: [], measures: [reward('REWARD-TENDER-POINTS', '26(2)')] },
  },
  GRANT: {
    COMPANY: { findings: [TAX, FINED], measures: [] },
    LISTED: {
      findings: [DEFAULTER, WAGE, SERIOUS, UNPERFORMED],
      measures: [
        wage('NATIONAL-FUNDS', 'PUNISHMENT', '31 §2'),
        wage('NATIONAL-PREFERENCE', 'PUNISHMENT', '31 §2'),
        wage('PUNISH-FUNDING', 'PUNISHMENT', '31 §2(3)', '2028-03-05'),
      ],
    },
    MODEL: { findings: [], measures: [reward('REWARD-FUND-PRIORITY', '26(3)')] },
  },
  AWARD: {
    COMPANY: { findings: [FINED, COMMENDED], measures: [] },
    LISTED: {
      findings: [DEFAULTER, WAGE, SERIOUS, UNPERFORMED],
      measures: [
        wage('NATIONAL-HONOURS', 'PUNISHMENT', '31 §2'),
        wage('PUNISH-AWARD', 'PUNISHMENT', '31 §2(4)', '2028-03-05'),
      ],
    },
    MODEL: { findings: [HONOURED], measures: [reward('REWARD-AWARD-PRIORITY', '26(4)')] },
  },
  'SPOT-CHECK': {
    COMPANY: { findings: [FINED], measures: [], supervision: 'NORMAL' },
    LISTED: {
      findings: [DEFAULTER, WAGE, SERIOUS],
      measures: [
        defaulter('NATIONAL-CONSUMPTION'),
        defaulter('NATIONAL-EXIT'),
        defaulter('NATIONAL-OFFICE'),
        wage('NATIONAL-SUPERVISION', 'PUNISHMENT', '31 §2'),
        wage('PUNISH-TALK', 'PUNISHMENT', '31 §2(1)', '2027-03-05'),
        wage('RESTRAINT-SUPERVISION', 'RESTRAINT', '31 §1(3)'),
      ],
      supervision: 'HIGH_RISK',
    },
    MODEL: {
      findings: [],
      measures: [reward('REWARD-FEWER-INSPECTIONS', '26(6)'), reward('REWARD-PUBLICITY', '26(5)')],
      supervision: 'LOW_RISK',
    },
  },
};
