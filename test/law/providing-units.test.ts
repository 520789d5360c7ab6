/** Who provides an item, where a record is from, and which unit has which region (Article 21), by expectations written out here. */
import { describe, expect, it } from 'vitest';
import { liesIn, regionFault, regionOfAuthority } from '../../schema/law/asking/unit-region.ts';
import { type RecordType, UNIT_KINDS, UNIT_LEVELS } from '../../schema/law/facts.ts';
import { type KnownUnit, regionLack, registerOf } from '../../schema/law/records/own-region.ts';
import {
  type DeliveringUnit,
  PROVISION_LACKS,
  type Provision,
  providesItem,
} from '../../schema/law/records/providing-units.ts';
import { SAMPLE_EDITIONS as SAMPLE_ITEMS, SAMPLE_UNITS } from '../sample-province.ts';

const TODAY = '2026-11-20';
const DESK: DeliveringUnit = {
  code: 'X-BUREAU',
  kinds: ['PROVIDER'],
  level: 'CITY',
  region: '230600',
  line: 'MARKET_REGULATION',
  endedOn: null,
};
const ITEM: Provision = {
  providingUnit: 'P-BUREAU',
  providerUnits: ['Q-BUREAU'],
  providerRule: { line: 'MARKET_REGULATION', level: 'CITY', ownRegion: true },
};

describe('A21.1 who provides', () => {
  it('every unit of the sample and every item: the answerable unit, who is listed, and the city bureau its penalties', () => {
    // Written out: beside the answerable units of the catalog there are these and no others.
    const beside = new Map([
      ['HRB-AMR PENALTY-MINOR', 'OWN_REGION'],
      ['HRB-AMR PENALTY-GENERAL', 'OWN_REGION'],
      ['HRB-AMR PENALTY-SERIOUS', 'OWN_REGION'],
      ['HRB-PERMIT PLEDGE-PERMIT', 'LIST'],
    ]);
    let asked = 0;
    for (const unit of SAMPLE_UNITS)
      for (const item of SAMPLE_ITEMS) {
        asked += 1;
        const pair = `${unit.code} ${item.code}`;
        const expected = item.providingUnit === unit.code ? 'ANSWERABLE' : (beside.get(pair) ?? null);
        expect([pair, providesItem(item, { ...unit, endedOn: null }, TODAY).by]).toEqual([pair, expected]);
      }
    expect(asked).toBe(SAMPLE_UNITS.length * SAMPLE_ITEMS.length);
    expect(asked).toBeGreaterThan(900);
  });

  it('each condition of a rule by itself, and the first that lacks is told', () => {
    const ended = { ...DESK, endedOn: TODAY };
    const cases: readonly (readonly [DeliveringUnit, Provision, string])[] = [
      [DESK, ITEM, 'OWN_REGION'],
      [DESK, { ...ITEM, providerRule: { line: 'MARKET_REGULATION', level: null, ownRegion: false } }, 'RULE'],
      [{ ...DESK, level: 'COUNTY' }, { ...ITEM, providerRule: { ...ruleOf(), level: null } }, 'OWN_REGION'],
      [{ ...DESK, code: 'P-BUREAU', line: null, region: null }, ITEM, 'ANSWERABLE'],
      [{ ...DESK, code: 'Q-BUREAU', level: 'COUNTY', kinds: [] }, ITEM, 'LIST'],
      [DESK, { ...ITEM, providerRule: null }, 'NOT_NAMED'],
      [ended, ITEM, 'ENDED'],
      [{ ...DESK, endedOn: '2026-11-21' }, ITEM, 'OWN_REGION'],
      [{ ...DESK, kinds: ['DEPARTMENT'] }, ITEM, 'NOT_A_PROVIDER'],
      [{ ...DESK, line: 'ECOLOGY' }, ITEM, 'LINE'],
      [{ ...DESK, line: null }, ITEM, 'LINE'],
      [{ ...DESK, level: 'COUNTY' }, ITEM, 'LEVEL'],
      [{ ...DESK, region: null }, ITEM, 'REGION'],
      [{ ...ended, kinds: [], line: null, level: 'PROVINCE', region: null }, ITEM, 'ENDED'],
    ];
    for (const [unit, item, expected] of cases) {
      const { by, lacks } = providesItem(item, unit, TODAY);
      expect(by ?? lacks).toBe(expected);
    }
    const told = new Set(cases.map(([, , expected]) => expected));
    expect(PROVISION_LACKS.filter((lack) => !told.has(lack))).toEqual([]);
  });
});

const ruleOf = () => ({ line: 'MARKET_REGULATION', level: 'CITY', ownRegion: true }) as const;

describe('A21.1 the region of a unit', () => {
  it('a unit of the province has 230000, of a city a prefecture, of a county a county, of the whole country none', () => {
    // GB/T 2260: Harbin, Yilan in it, the prefecture Daxing’anling, and Changchun of another province.
    const codes = [null, '230000', '230100', '230123', '232700', '220100', '239999', '230199', '23', ''];
    const fits = new Map([
      ['NATIONAL', [null]],
      ['PROVINCE', ['230000']],
      ['CITY', ['230100', '232700']],
      ['COUNTY', ['230123']],
    ]);
    for (const level of UNIT_LEVELS)
      for (const code of codes)
        expect([level, code, regionFault(level, code) === undefined]).toEqual([
          level,
          code,
          fits.get(level)?.includes(code as never),
        ]);
    expect(regionFault('CITY', null)).toBe('MISSING');
    expect(regionFault('CITY', '230123')).toBe('LEVEL');
    expect(regionFault('CITY', '220100')).toBe('UNKNOWN');
    expect(regionFault('NATIONAL', '230000')).toBe('NATIONAL');
  });

  it('a division lies in its city and its province, and in no other', () => {
    const codes = ['230000', '230100', '230123', '230600', '230602'];
    const inside = [
      '230100 230000',
      '230123 230000',
      '230123 230100',
      '230600 230000',
      '230602 230000',
      '230602 230600',
    ];
    for (const one of codes)
      for (const other of codes)
        expect([one, other, liesIn(one, other)]).toEqual([
          one,
          other,
          one === other || inside.includes(`${one} ${other}`),
        ]);
  });

  it('an authority is where its name says: the narrowest division, and none for a name that many counties bear', () => {
    const named: readonly (readonly [string, string | undefined])[] = [
      ['哈尔滨市市场监督管理局', '230100'],
      ['黑龙江省哈尔滨市道里区市场监督管理局', '230102'],
      ['依兰县市场监督管理局', '230123'],
      ['黑龙江省市场监督管理局', '230000'],
      ['国家税务总局大庆市税务局', '230600'],
      ['鹤岗市向阳区应急管理局', '230402'],
      // 向阳区 is in Hegang and in Jiamusi.
      ['向阳区应急管理局', undefined],
      ['长春市市场监督管理局', undefined],
      ['示例机关', undefined],
      ['', undefined],
    ];
    for (const [name, region] of named) expect([name, regionOfAuthority(name)]).toEqual([name, region]);
  });
});

describe('A21.1 a record of the own region', () => {
  const UNITS = registerOf(SAMPLE_UNITS);
  const harbin = SAMPLE_UNITS.find(({ code }) => code === 'HRB-AMR') as KnownUnit;
  const of = (content: Record<string, string>, recordType: RecordType = 'AdministrativePenalty') =>
    regionLack(harbin, { recordType, content, subject: { type: 'USCC', value: '91239999MA1ABC019L' } }, UNITS)?.kind ??
    'OWN';

  it('is what the unit decided itself, or an authority of its city; not what the province, another city or another line did', () => {
    const decided: readonly (readonly [Record<string, string>, string])[] = [
      [{ authorityName: '哈尔滨市市场监督管理局', authorityCode: '11239999001300005E' }, 'OWN'],
      [{ authorityName: '哈尔滨市市场监督管理局' }, 'OWN'],
      [{ authorityCode: '11239999001300005E' }, 'OWN'],
      [{ authorityName: '依兰县市场监督管理局' }, 'OWN'],
      [{ authorityName: '哈尔滨市道里区市场监督管理局' }, 'OWN'],
      [{ authorityName: '黑龙江省市场监督管理局' }, 'ELSEWHERE'],
      [{ authorityCode: '11239999000100001N' }, 'ELSEWHERE'],
      [{ authorityName: '齐齐哈尔市市场监督管理局' }, 'ELSEWHERE'],
      // The code says more than the name.
      [{ authorityName: '哈尔滨市市场监督管理局', authorityCode: '11239999000100001N' }, 'ELSEWHERE'],
      // Nor does the own code cover the name of another city, of the province or of another line, nor one name another.
      [{ authorityName: '齐齐哈尔市市场监督管理局', authorityCode: '11239999001300005E' }, 'ELSEWHERE'],
      [{ authorityName: '黑龙江省市场监督管理局', authorityCode: '11239999001300005E' }, 'ELSEWHERE'],
      [{ authorityName: '大庆市生态环境局', authorityCode: '11239999001300005E' }, 'LINE'],
      [{ authorityName: '哈尔滨市市场监督管理局', awardedBy: '齐齐哈尔市市场监督管理局' }, 'ELSEWHERE'],
      [{ authorityName: '示例机关', authorityCode: '11239999001300005E' }, 'OWN'],
      [{ authorityName: '大庆市生态环境局' }, 'LINE'],
      [{ authorityName: '哈尔滨市行政审批局（示例）' }, 'LINE'],
      [{ authorityName: '哈尔滨市行政审批局(示例)' }, 'LINE'],
      [{ authorityName: '长春市市场监督管理局' }, 'UNPLACED'],
      [{ authorityCode: '11220100000100001N' }, 'ELSEWHERE'],
      // What names no authority is the act of the unit that delivers it, and answers for it.
      [{}, 'OWN'],
      [{ authorityName: ' ' }, 'OWN'],
    ];
    for (const [content, expected] of decided) expect([content, of(content)]).toEqual([content, expected]);
  });

  it('a registration is where its subject is registered: by its region, else by the credit code', () => {
    expect(of({ regionCode: '230102' }, 'Registration')).toBe('OWN');
    expect(of({ regionCode: '230602' }, 'Registration')).toBe('ELSEWHERE');
    // 239999 is assigned to no place.
    expect(of({}, 'Registration')).toBe('ELSEWHERE');
    const subject = { type: 'USCC', value: '91230109MA1ABC019L' };
    expect(regionLack(harbin, { recordType: 'Registration', content: {}, subject }, UNITS)).toBeNull();
  });

  it('a unit without a region has no own region', () => {
    const lack = regionLack(
      { ...harbin, region: null },
      { recordType: 'AdministrativePenalty', content: {}, subject: { type: 'CITIZEN_ID', value: '' } },
      UNITS,
    );
    expect(lack?.kind).toBe('UNPLACED');
  });
});

it('kinds and levels of the sample are those of the register, and its regions fit', () => {
  for (const { code, kinds, level, region } of SAMPLE_UNITS) {
    expect([code, kinds.every((kind) => UNIT_KINDS.includes(kind)), regionFault(level, region)]).toEqual([
      code,
      true,
      undefined,
    ]);
  }
});
