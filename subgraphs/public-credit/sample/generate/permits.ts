/** Generates the permits of the sample in the exchange form. */
import { PERMIT_COLUMNS } from '../../import/columns/columns.ts';
import {
  AMR,
  type Authority,
  competent,
  DAQING_EEP,
  EMERGENCY,
  HARBIN_AMR,
  HARBIN_PERMIT,
  HOUSING,
} from './authorities.ts';
import { CAST } from './cast.ts';
import { party, slashed } from './decision.ts';
import type { Population } from './population.ts';
import { addMonths, type Random } from './random.ts';
import type { Organization, Subject } from './subject.ts';

interface PermitKind {
  readonly document: string;
  readonly certificate: string;
  readonly prefix: string;
  readonly kinds: string;
  readonly content: string;
  /** Null for a permit without an end, which the exchange form writes as 2099/12/31. */
  readonly months: number | null;
  readonly authority: Authority;
}

interface Permit {
  readonly subject: Subject;
  readonly decidedOn: string;
  readonly kind: PermitKind;
}

const FOOD: PermitKind = {
  document: '食品经营许可决定书',
  certificate: '食品经营许可证',
  prefix: 'JY2239999',
  kinds: '01',
  content: '准予食品经营：热食类食品制售，预包装食品销售。',
  months: 60,
  authority: HARBIN_PERMIT,
};
const DEVICE: PermitKind = {
  document: '医疗器械经营许可决定书',
  certificate: '医疗器械经营许可证',
  prefix: 'YX239999',
  kinds: '01',
  content: '准予第三类医疗器械批发。',
  months: 60,
  authority: AMR,
};
const CHEMICALS: PermitKind = {
  document: '危险化学品经营许可决定书',
  certificate: '危险化学品经营许可证',
  prefix: 'WH239999',
  kinds: '01',
  content: '准予经营：乙醇、丙酮、盐酸（票据贸易，不带储存设施）。',
  months: 36,
  authority: EMERGENCY,
};
const CONSTRUCTION: PermitKind = {
  document: '建筑业企业资质许可决定书',
  certificate: '建筑业企业资质证书',
  prefix: 'D3239999',
  kinds: '03',
  content: '准予建筑工程施工总承包二级资质。',
  months: 60,
  authority: HOUSING,
};
const ROAD_TRANSPORT: PermitKind = {
  document: '道路货物运输经营许可决定书',
  certificate: '道路运输经营许可证',
  prefix: 'DY239999',
  kinds: '01',
  content: '准予道路普通货物运输经营。',
  months: 48,
  authority: HARBIN_PERMIT,
};
const DISCHARGE: PermitKind = {
  document: '排污许可决定书',
  certificate: '排污许可证',
  prefix: 'PW239999',
  kinds: '01;04',
  content: '准予按照许可的种类、浓度和总量排放水污染物。',
  months: 60,
  authority: DAQING_EEP,
};
const REGISTRATION_CHANGE: PermitKind = {
  document: '准予变更登记通知书',
  certificate: '营业执照',
  prefix: 'BG239999',
  kinds: '05',
  content: '准予经营范围变更登记。',
  months: null,
  authority: HARBIN_AMR,
};
const SPECIAL_EQUIPMENT: PermitKind = {
  document: '特种设备作业人员资格认定决定书',
  certificate: '特种设备安全管理和作业人员证',
  prefix: 'TS239999',
  kinds: '03',
  content: '准予从事锅炉作业（G1）。',
  months: 48,
  authority: AMR,
};
const OCCUPATION: PermitKind = {
  document: '特种作业操作资格许可决定书',
  certificate: '特种作业操作证',
  prefix: 'TZ239999',
  kinds: '01;03',
  content: '准予从事低压电工作业。',
  months: 72,
  authority: EMERGENCY,
};

const CAST_PERMITS: readonly Permit[] = [
  { subject: CAST.company, decidedOn: '2024-09-02', kind: REGISTRATION_CHANGE },
  {
    subject: CAST.company,
    decidedOn: '2025-06-17',
    kind: {
      ...SPECIAL_EQUIPMENT,
      document: '特种设备生产许可决定书',
      certificate: '特种设备生产许可证',
      content: '准予客运拖牵索道修理（示例）。',
      kinds: '01',
    },
  },
  { subject: CAST.company, decidedOn: '2026-03-11', kind: CHEMICALS },
  { subject: CAST.listedCompany, decidedOn: '2024-07-22', kind: CONSTRUCTION },
  { subject: CAST.modelCompany, decidedOn: '2025-02-13', kind: FOOD },
  { subject: CAST.failedPledger, decidedOn: '2026-02-09', kind: FOOD },
  { subject: CAST.soleTrader, decidedOn: '2025-07-16', kind: FOOD },
  { subject: CAST.liOuyang, decidedOn: '2024-10-28', kind: OCCUPATION },
];

/** The permits of the sample in the exchange form: those of the cast, then random ones. */
export function permitRows(random: Random, population: Population): string[][] {
  const cast = Object.values<Subject>(CAST);
  const persons = population.persons.filter((person) => !cast.includes(person));
  const companies = population.companies.filter((company) => !cast.includes(company));
  const soleTraders = population.soleTraders.filter((trader) => !cast.includes(trader));
  const byChance = Array.from({ length: 242 }, (_, index): Permit => {
    const decidedOn = random.day('2024-06-03', '2026-11-15');
    if (index % 7 === 0) {
      return { subject: random.pick(persons), decidedOn, kind: random.pick([SPECIAL_EQUIPMENT, OCCUPATION]) };
    }
    if (index % 5 === 0) {
      return {
        subject: random.pick(soleTraders),
        decidedOn,
        kind: random.pick([FOOD, REGISTRATION_CHANGE]),
      };
    }
    const subject = random.pick(companies);
    return { subject, decidedOn, kind: random.pick(kindsFor(subject)) };
  });
  return [...CAST_PERMITS, ...byChance].map((permit, index) => row(permit, index + 1));
}

const BY_TRADE: Readonly<Record<string, PermitKind>> = {
  食品: FOOD,
  餐饮: FOOD,
  米业: FOOD,
  医疗器械: DEVICE,
  建筑: CONSTRUCTION,
  化工: CHEMICALS,
  物流: ROAD_TRANSPORT,
  环保: DISCHARGE,
  建材: DISCHARGE,
};

function kindsFor(company: Organization): PermitKind[] {
  const ofTrade = Object.entries(BY_TRADE).filter(([trade]) => company.name.includes(trade));
  return [...ofTrade.map(([, kind]) => kind), REGISTRATION_CHANGE];
}

function row({ subject, decidedOn, kind }: Permit, number: number): string[] {
  const authority = competent(kind.authority, subject);
  const serial = String(number).padStart(4, '0');
  const values: Partial<Record<(typeof PERMIT_COLUMNS)[number]['code'], string>> = {
    ...party('XK', subject),
    XK_XKWS: kind.document,
    XK_WSH: `${authority.short}许〔${decidedOn.slice(0, 4)}〕${serial}号`,
    XK_XKLB: kind.kinds,
    XK_XKZS: kind.certificate,
    XK_XKBH: `${kind.prefix}${decidedOn.slice(0, 4)}${serial}`,
    XK_NR: kind.content,
    XK_JDRQ: slashed(decidedOn),
    XK_YXQZ: slashed(decidedOn),
    XK_YXQZI: kind.months === null ? '2099/12/31' : slashed(addMonths(decidedOn, kind.months)),
    XK_XKJG: authority.name,
    XK_XKJGDM: authority.uscc,
    XK_ZT: '有效',
    XK_LYDW: authority.name,
    XK_LYDWDM: authority.uscc,
    BZ: '示例数据',
  };
  return PERMIT_COLUMNS.map(({ code }) => values[code] ?? '');
}
