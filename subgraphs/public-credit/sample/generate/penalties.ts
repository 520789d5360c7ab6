/** Generates the penalties of the sample in the exchange form. */
import { PENALTY_COLUMNS } from '../../import/columns/columns.ts';
import { competent } from './authorities.ts';
import { CAST } from './cast.ts';
import { party, slashed } from './decision.ts';
import * as kinds from './kinds/penalty-kinds.ts';
import type { Population } from './population.ts';
import { addMonths, type Random } from './random.ts';
import type { Person, Subject } from './subject.ts';

interface Penalty {
  readonly subject: Subject;
  readonly decidedOn: string;
  readonly kind: kinds.PenaltyKind;
}

type Kinds = readonly kinds.PenaltyKind[];

const DISPLAY_MONTHS = {
  MINOR: 3,
  GENERAL: 12,
  SERIOUS: 36,
} as const;

/** End of the longest display period of its class in the catalog's edition of 2026, which applies to everything displayed. */
const displayedUntilOf = ({ decidedOn, kind }: Penalty): string =>
  addMonths(decidedOn, DISPLAY_MONTHS[kind.displayClass]);

const CAST_PENALTIES: readonly Penalty[] = [
  { subject: CAST.meiZhang, decidedOn: '2026-05-18', kind: kinds.UNLICENSED_FOOD },
  { subject: CAST.meiZhang, decidedOn: '2026-09-08', kind: kinds.PURCHASE_RECORDS },
  { subject: CAST.company, decidedOn: '2026-04-20', kind: kinds.FALSE_ADVERTISING },
  { subject: CAST.company, decidedOn: '2024-08-15', kind: kinds.SAFETY_TRAINING },
  { subject: CAST.listedCompany, decidedOn: '2025-03-26', kind: kinds.LENT_QUALIFICATION },
  { subject: CAST.failedPledger, decidedOn: '2026-06-12', kind: kinds.PRICE_TAG },
  { subject: CAST.soleTrader, decidedOn: '2026-07-03', kind: kinds.BAD_GOODS },
];

const FOR_ANYBODY: Kinds = [kinds.UNLICENSED_FOOD, kinds.PRICE_TAG, kinds.BAD_GOODS];
const FOR_COMPANIES: Kinds = [kinds.FALSE_ADVERTISING, kinds.WATER_POLLUTION, kinds.SAFETY_TRAINING, ...FOR_ANYBODY];

/** The penalties of the sample in the exchange form: those of the cast, then random ones. */
export function penaltyRows(random: Random, population: Population): string[][] {
  const cast = Object.values<Subject>(CAST);
  const persons = population.persons.filter((person) => !cast.includes(person));
  const companies = population.companies.filter((company) => !cast.includes(company));
  const soleTraders = population.soleTraders.filter((trader) => !cast.includes(trader));
  const byChance = Array.from({ length: 153 }, (_, index): Penalty => {
    const subject = random.pick<Subject>(index % 4 === 0 ? persons : index % 4 === 1 ? soleTraders : companies);
    const kind = random.pick(kindsFor(index, subject));
    return { subject, decidedOn: random.day(...decided(kind, index)), kind };
  });
  return [...CAST_PENALTIES, ...byChance].map((penalty, index) =>
    row(random, penalty, index + 1, random.pick(companies).representative),
  );
}

function kindsFor(index: number, subject: Subject): Kinds {
  const company = subject.value.startsWith('91');
  if (index % 10 === 9) return [kinds.PURCHASE_RECORDS];
  if (index % 6 === 2) {
    if (subject.type === 'CITIZEN_ID') return [kinds.TRADE_BAN];
    if (!company || subject.name.includes('食品')) return [kinds.HARMFUL_FOOD];
    return [kinds.TAX_EVASION, kinds.ACCIDENT, ...(subject.name.includes('建筑') ? [kinds.LENT_QUALIFICATION] : [])];
  }
  return company ? FOR_COMPANIES : FOR_ANYBODY;
}

/** Most general penalties are of the last year, so that they are still displayed. Every fifteenth is older and no longer displayed. */
function decided(kind: kinds.PenaltyKind, index: number): [string, string] {
  if (kind.displayClass === 'SERIOUS') return ['2024-06-03', '2026-11-13'];
  if (kind.displayClass === 'MINOR') return ['2026-03-02', '2026-11-13'];
  return index % 15 === 4 ? ['2024-06-03', '2025-11-14'] : ['2025-11-24', '2026-11-15'];
}

function row(random: Random, { subject, decidedOn, kind }: Penalty, number: number, witness: Person): string[] {
  const authority = competent(kind.authority, subject);
  const serial = String(number).padStart(4, '0');
  const year = decidedOn.slice(0, 4);
  const fineYuan = amount(random, kind.fineYuan);
  const confiscatedYuan = amount(random, kind.confiscatedYuan);
  const displayedUntil = slashed(displayedUntilOf({ subject, decidedOn, kind }));
  const values: Partial<Record<(typeof PENALTY_COLUMNS)[number]['code'], string>> = {
    ...party('CF', subject),
    CF_WSH: `${authority.short}罚〔${year}〕${serial}号`,
    CF_WFXW: kind.conduct,
    CF_SY: kind.facts(subject, random.day(addMonths(decidedOn, -3), addMonths(decidedOn, -1)), witness),
    CF_YJ: kind.basis,
    CF_CFLB: kind.kinds.join(';'),
    CF_NR: ordered(subject, kind, fineYuan, confiscatedYuan),
    CF_NR_FK: tenThousands(fineYuan),
    CF_NR_WFFF: tenThousands(confiscatedYuan),
    CF_NR_ZKDX: kind.licence && `${kind.licence} SL239999${year}${serial}`,
    CF_JDRQ: slashed(decidedOn),
    CF_YXQ: kind.displayClass === 'SERIOUS' ? '2099/12/31' : displayedUntil,
    CF_GSJZQ: displayedUntil,
    CF_CFJG: authority.name,
    CF_CFJGDM: authority.uscc,
    CF_SJLY: authority.name,
    CF_SJLYDM: authority.uscc,
    BZ: '示例数据',
  };
  return PENALTY_COLUMNS.map(({ code }) => values[code] ?? '');
}

function amount(random: Random, [least, greatest]: readonly [number, number]): number {
  return greatest === 0 ? 0 : random.integer(least / 100, greatest / 100) * 100;
}

/** 万元 with six decimals; empty for no amount. */
function tenThousands(yuan: number): string {
  return yuan === 0 ? '' : (yuan / 10_000).toFixed(6);
}

function ordered(subject: Subject, kind: kinds.PenaltyKind, fineYuan: number, confiscatedYuan: number): string {
  const parts = kind.kinds.map((name) => {
    if (name === '罚款') return `罚款人民币${fineYuan}元`;
    return name === '没收违法所得' ? `没收违法所得人民币${confiscatedYuan}元` : name;
  });
  const addressee = subject.type === 'CITIZEN_ID' ? `，送达地址：${subject.address}，收件人${subject.name}` : '';
  return `对当事人处以：${parts.join('，')}${fineYuan > 0 ? '。自收到决定书之日起15日内缴纳' : ''}${addressee}。`;
}
