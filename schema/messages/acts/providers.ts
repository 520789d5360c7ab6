/** What is said of units that provide an item, and of those that do not. */

import type { UnitLevel } from '../../law/facts.ts';
import type { ProviderRule, Provision, ProvisionLack } from '../../law/records/providing-units.ts';
import type { Localized } from '../../localized.ts';
import type { Said } from '../said.ts';

const LEVELS: Readonly<Record<UnitLevel, Localized>> = {
  COUNTY: { en: 'county', zh: '县级' },
  CITY: { en: 'city', zh: '市级' },
  PROVINCE: { en: 'province', zh: '省级' },
  NATIONAL: { en: 'the whole country', zh: '国家级' },
};

/** A unit as a refusal tells of it. */
interface Refused {
  readonly code: string;
  readonly line: string | null;
  readonly level: UnitLevel;
  readonly region: string | null;
}

const ruleOf = ({ line, level, ownRegion }: ProviderRule): Localized => ({
  en: `providers of the line ${line}${level === null ? '' : ` at the level ${LEVELS[level].en}`}${ownRegion ? ', each for its own region' : ''}`,
  zh: `条线${line}的${level === null ? '' : LEVELS[level].zh}提供单位${ownRegion ? '（限本行政区划）' : ''}`,
});

/** Whom an edition names as providers. */
const namedBy = (item: Provision): Localized => {
  const rule = item.providerRule === null ? null : ruleOf(item.providerRule);
  const units = [item.providingUnit, ...item.providerUnits];
  return rule === null
    ? { en: units.join(' and '), zh: units.join('、') }
    : { en: `${units.join(' and ')}, and ${rule.en},`, zh: `${units.join('、')}以及${rule.zh}` };
};

/** Why not this unit, where the edition has a rule. */
const LACKS: Readonly<Record<Exclude<ProvisionLack, 'NOT_NAMED'>, (unit: Refused) => Localized>> = {
  ENDED: ({ code }) => ({ en: `${code} has ended`, zh: `${code}已经终止` }),
  NOT_A_PROVIDER: ({ code }) => ({
    en: `${code} is not registered with the kind PROVIDER`,
    zh: `${code}未登记为提供单位`,
  }),
  LINE: ({ code, line }) => ({
    en: line === null ? `${code} is registered for no line` : `${code} is of the line ${line}`,
    zh: line === null ? `${code}未登记条线` : `${code}属于条线${line}`,
  }),
  LEVEL: ({ code, level }) => ({
    en: `${code} is of the level ${LEVELS[level].en}`,
    zh: `${code}为${LEVELS[level].zh}单位`,
  }),
  REGION: ({ code }) => ({ en: `${code} is registered for no region`, zh: `${code}未登记行政区划` }),
};

export const providerMessages = {
  /** The first sentence of the refusal, without what to do. */
  notProviding: (code: string, item: Provision, unit: Refused, lack: ProvisionLack): Localized => {
    const named = namedBy(item);
    if (lack === 'NOT_NAMED')
      return item.providerUnits.length === 0
        ? {
            en: `The catalog names ${item.providingUnit} as providing unit of ${code}, and not ${unit.code} (Article 21).`,
            zh: `目录规定${code}由${item.providingUnit}提供，而不是${unit.code}（第二十一条）。`,
          }
        : {
            en: `The catalog names ${named.en} as providers of ${code}, and not ${unit.code} (Article 21).`,
            zh: `目录规定${code}由${named.zh}提供，而不是${unit.code}（第二十一条）。`,
          };
    const why = LACKS[lack](unit);
    return {
      en: `The catalog names ${named.en} as providers of ${code}; ${why.en} (Article 21).`,
      zh: `目录规定${code}由${named.zh}提供；${why.zh}（第二十一条）。`,
    };
  },
  /** A unit that provides by a rule for its own region delivers what another region decided. */
  otherRegion: (code: string, unit: Refused, found: Localized): Localized => ({
    en: `${unit.code} provides ${code} for its own region ${unit.region} alone; ${found.en} (Article 21).`,
    zh: `${unit.code}只提供本行政区划${unit.region}的${code}；${found.zh}（第二十一条）。`,
  }),
  decidedBy: (kind: 'ELSEWHERE' | 'LINE' | 'UNPLACED', found: string): Localized =>
    ({
      ELSEWHERE: { en: `this record is of the region ${found}`, zh: `本条记录属于行政区划${found}` },
      LINE: { en: `this record was decided by ${found}, of another line`, zh: `本条记录由其他条线的${found}作出` },
      UNPLACED: {
        en: 'the authority that this record names is no registered unit, and its name names no division of the province',
        zh: '本条记录所列决定机关不是登记的单位，其名称也不含本省的行政区划',
      },
    })[kind],
  oneProvider: (): Said => ({
    message: {
      en: 'Assessments and non-public credit information have their one unit; nobody provides beside it.',
      zh: '评价结果和非公共信用信息只有一个提供单位，不得另列其他提供单位。',
    },
    help: { en: 'Leave providers out.', zh: '请勿提供providers。' },
  }),
  tooMany: (sent: number, most: number): Said => ({
    message: { en: `providers.units holds ${sent}; ${most} fit.`, zh: `providers.units有${sent}项，至多${most}项。` },
    help: { en: 'Name fewer, or publish a rule.', zh: '请减少列名，或改用规则。' },
  }),
  unitEnded: (unit: string): Said => ({
    message: { en: `The unit ${unit} has ended.`, zh: `单位${unit}已经终止。` },
    help: { en: 'Name the unit that does its work now.', zh: '请填写接替其工作的单位。' },
  }),
  noProvider: (unit: string): Said => ({
    message: {
      en: `The unit ${unit} is not registered with the kind PROVIDER, so that no token of it could deliver.`,
      zh: `单位${unit}未登记为提供单位，无法报送。`,
    },
    help: { en: 'Name providers.', zh: '请填写提供单位。' },
  }),
  answerableListed: (unit: string): Said => ({
    message: {
      en: `${unit} is the answerable unit and provides already.`,
      zh: `${unit}是本条目的提供单位，无需另列。`,
    },
    help: { en: 'Leave it out of providers.units.', zh: '请从providers.units中删去。' },
  }),
  line: (): Said => ({
    message: { en: 'The line of the rule is no code.', zh: '规则中的条线代码格式不正确。' },
    help: {
      en: 'Use 2 to 64 capitals, digits, underscores and hyphens, as units are registered with it.',
      zh: '请使用2至64位大写字母、数字、下划线和连字符，与单位登记的条线一致。',
    },
  }),
  unitUnknown: (unit: string): Said => ({
    message: { en: `No unit ${unit} is registered.`, zh: `没有登记的单位${unit}。` },
    help: { en: 'Ask units for the codes; registerUnit registers one.', zh: '请查询units；用registerUnit登记单位。' },
  }),
};
