/** Parts of an answer that need no database: groups of a page, names of values, and rows as a file. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { UNIT_KINDS } from '../../schema/law/facts.ts';
import { labelOf } from '../../schema/law/statistics/labels.ts';
import { GROUPINGS, STATISTICS_KEYS, type StatisticsKey } from '../../schema/law/statistics/statistics.ts';
import { csvOf } from '../../subgraphs/statistics/csv.ts';
import { combinations, domainOf, valuesOf } from '../../subgraphs/statistics/domain.ts';
import { groupsFrom, groupsIn } from '../../subgraphs/statistics/groups.ts';
import { firstParameters, nameIn, parametersOf } from '../../subgraphs/statistics/parameters.ts';
import { SCALES, WIDTHS } from './statistics-scales.ts';

const UNITS = [
  { code: 'BANK-A', kind: 'PARTY', kinds: ['PARTY'], name: '示例银行', nameEn: 'Sample bank' },
  { code: 'TAX', kind: 'PROVIDER', kinds: ['PROVIDER', 'PARTY'], name: '税务局', nameEn: 'Tax office' },
];
const DIRECTORY = {
  items: new Map([['P', { code: 'P', information: 'PUBLIC', name: '处罚', nameEn: 'Penalty' }]]),
  units: new Map(UNITS.map((unit) => [unit.code, unit])),
  purposes: new Map([['LOAN', { code: 'LOAN', name: '贷款', nameEn: 'Loan' }]]),
} as unknown as Parameters<typeof domainOf>[0];
const LISTS = [{ code: 'DEFAULTERS', name: '名单', nameEn: 'List' }];

describe('groups of a page', () => {
  const small = [['a', 'b'], ['1', '2', '3'], ['x']] as const;

  it('A23.5 are those of the whole list, at their place', () => {
    const all = combinations(small);
    expect(groupsIn(small)).toBe(6);
    for (let from = 0; from <= 7; from += 1)
      for (let count = 0; count <= 7; count += 1)
        expect([...groupsFrom(small, from, count)]).toEqual(all.slice(from, from + count));
    expect([...groupsFrom([], 0, 5)]).toEqual([[]]);
    expect([...groupsFrom([['a'], []], 0, 5)]).toEqual([]);
  });

  it('A23.5 of a thousand million groups no more are made than are asked for', () => {
    const thousand = Array.from({ length: 1_000 }, (_none, index) => String(index));
    let read = 0;
    const counted = new Proxy(thousand, {
      get: (target, name) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) read += 1;
        return Reflect.get(target, name);
      },
    });
    const values = [counted, counted, counted];
    expect(groupsIn(values)).toBe(1e9);
    expect([...groupsFrom(values, 999_999_998, 10)]).toEqual([
      ['999', '999', '998'],
      ['999', '999', '999'],
    ]);
    expect(read).toBe(6);
  });
});

describe('what a release keeps', () => {
  const domain = domainOf(DIRECTORY, LISTS, '2026-11-20');

  it('A22.1 every value of every key has a name in both languages: a standard gives it, or what was published', () => {
    const parameters = parametersOf(domain, {
      ITEM: { P: { zh: '处罚', en: 'Penalty' } },
      LIST: { DEFAULTERS: { zh: '名单', en: 'List' } },
      DESIGNATING_UNIT: { TAX: { zh: '税务局', en: 'Tax office' } },
      RECIPIENT: { 'BANK-A': { zh: '示例银行', en: 'Sample bank' }, TAX: { zh: '税务局', en: 'Tax office' } },
      PURPOSE: { LOAN: { zh: '贷款', en: 'Loan' } },
    });
    const seen = new Set<StatisticsKey>();
    for (const grouping of GROUPINGS)
      for (const [at, values] of valuesOf(domain, grouping).entries())
        for (const value of values) {
          const key = grouping.keys[at] as StatisticsKey;
          const { en, zh } = nameIn(parameters, key, value);
          seen.add(key);
          expect([key, value, en, zh]).toEqual([
            key,
            value,
            expect.stringMatching(/[A-Za-z]/),
            expect.stringMatching(/[一-龥]/),
          ]);
        }
    expect([...seen].sort()).toEqual([...STATISTICS_KEYS].sort());
    // A code that nobody named is told as it is; a name that objects have is none.
    expect(nameIn(parameters, 'ITEM', 'constructor')).toEqual({ en: 'constructor', zh: 'constructor' });
    expect(UNIT_KINDS.map((kind) => labelOf('UNIT_KIND', kind)?.zh)).not.toContain(undefined);
  });

  it('A22.1 parties are whoever may be one, and disclosures and periods are those of thirteen months', () => {
    expect(domain.DISCLOSURES.RECIPIENT).toEqual(['BANK-A', 'TAX']);
    expect([domain.DISCLOSURES.MONTH?.[0], domain.DISCLOSURES.MONTH?.at(-1)]).toEqual(['2025-11', '2026-11']);
    expect(domain.PERIODS.MONTH).toHaveLength(13);
    expect(domain.ENTRIES.MONTH?.[0]).toBe('../2022-06');
    expect(domain.PENALTIES.REGION?.every((region) => region.startsWith('23'))).toBe(true);
  });

  it('A23.5 A17.1 a release has its own widths: those of the first edition are not those of this one', () => {
    const now = parametersOf(domain, {});
    expect(Object.fromEntries(Object.entries(now.groupings).map(([name, { scale }]) => [name, scale]))).toEqual(SCALES);
    for (const { scale, halfWidth, toldFrom } of Object.values(now.groupings))
      expect([halfWidth, toldFrom]).toEqual(WIDTHS[scale]);
    // As they stood in the first edition's README: the whole and natures, one other key, two keys.
    const first = firstParameters(domain, {}).groupings;
    expect(Object.keys(first)).toHaveLength(21);
    expect([first[''], first.NATURE, first.REGION, first['REGION+MONTH']]).toEqual([
      { scale: 24, halfWidth: 72, toldFrom: 345 },
      { scale: 24, halfWidth: 72, toldFrom: 345 },
      { scale: 48, halfWidth: 144, toldFrom: 660 },
      { scale: 96, halfWidth: 288, toldFrom: 1_290 },
    ]);
    expect(first['PENALTIES:']).toBeUndefined();
  });
});

describe('rows as a file', () => {
  const labels = [{ zh: '行业不明', en: 'Industry, "unknown"' }];

  it('A22.1 is CSV of RFC 4180 with a byte order mark, names in both languages, and nothing that a program takes for a formula', () => {
    const text = csvOf(
      ['INDUSTRY'],
      [
        { keys: ['-'], labels, count: 1_250, error: 111 },
        { keys: ['=HYPERLINK("x")'], labels: [{ zh: '+1', en: '@x' }], count: null, error: null },
      ],
    );
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('"Industry, ""unknown"""');
    expect(parse(text, { bom: true })).toEqual([
      ['INDUSTRY', 'INDUSTRY（中文）', 'INDUSTRY (English)', 'count', 'error', 'suppressed'],
      ["'-", '行业不明', 'Industry, "unknown"', '1250', '111', 'false'],
      [`'=HYPERLINK("x")`, "'+1", "'@x", '', '', 'true'],
    ]);
  });

  it('A22.1 without keys it is one line of the whole', () => {
    expect(parse(csvOf([], [{ keys: [], labels: [], count: 560, error: 72 }]), { bom: true })).toEqual([
      ['count', 'error', 'suppressed'],
      ['560', '72', 'false'],
    ]);
  });
});
