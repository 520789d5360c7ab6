import { describe, expect, test } from 'vitest';
import { SAMPLE_AUTHORIZATIONS } from '../../subgraphs/catalog/sample/authorizations.ts';
import { SAMPLE_NON_PUBLIC } from '../../subgraphs/non-public-credit/sample/records.ts';
import { PENALTY_COLUMNS, PERMIT_COLUMNS } from '../../subgraphs/public-credit/import/columns/columns.ts';
import { AUTHORITIES } from '../../subgraphs/public-credit/sample/generate/authorities.ts';
import { CAST, DEFAULTERS, NOT_HELD } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import { sampleFiles } from '../../subgraphs/public-credit/sample/generate/generate.ts';
import type { RecordKind } from '../../subgraphs/public-credit/sample/generate/kinds/record-kind.ts';
import { RECORD_KINDS } from '../../subgraphs/public-credit/sample/generate/kinds/record-kinds.ts';
import { populate } from '../../subgraphs/public-credit/sample/generate/population.ts';
import { createRandom } from '../../subgraphs/public-credit/sample/generate/random.ts';
import { sampleRecords } from '../../subgraphs/public-credit/sample/generate/records.ts';
import { SAMPLE_DESIGNATIONS, SAMPLE_INCENTIVES } from '../../subgraphs/sanctions/sample/designations.ts';
import { SAMPLE_UNITS } from '../sample-province.ts';
import {
  gleif,
  items,
  onDisk,
  penalties,
  permits,
  persons,
  records,
  registrations,
  TODAY,
  units,
} from './sample-on-disk.ts';

/** Written from the standards anew, so that a fault of the generator is not repeated here. */
function faultOf(value: string): string | null {
  return /^\d{17}[\dX]$/.test(value) && /^(19|20)/.test(value.slice(6)) ? faultOfCitizenId(value) : faultOfUscc(value);
}

function faultOfCitizenId(value: string): string | null {
  if (!value.startsWith('239999')) return 'region';
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number);
  const born = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  if (born.getUTCMonth() + 1 !== month || born.getUTCDate() !== day) return 'date';
  if (born.getTime() > Date.UTC(2008, 10, 20)) return 'not adult';
  // ISO 7064 MOD 11-2, digit by digit.
  let remainder = 0;
  for (const digit of value.slice(0, 17)) remainder = ((remainder + Number(digit)) * 2) % 11;
  const check = (12 - remainder) % 11;
  return value.at(17) === (check === 10 ? 'X' : String(check)) ? null : 'check digit';
}

function faultOfUscc(value: string): string | null {
  if (!/^(11|12|51|91|92)239999[0-9A-HJ-NP-RTUW-Y]{10}$/.test(value)) return 'form or region';
  // The weighted sum of all eighteen, the check character with weight 1, is a multiple of 31.
  const values = new Map([...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((char, index) => [char, index]));
  let weight = 1;
  let sum = values.get(value.charAt(17)) ?? 0;
  for (const char of value.slice(0, 17)) {
    sum += (values.get(char) ?? 0) * weight;
    weight = (weight * 3) % 31;
  }
  return sum % 31 === 0 ? null : 'check character';
}

describe('the synthetic province', () => {
  test('is what its seed gives, byte by byte', () => {
    const generated = sampleFiles();
    expect(Object.keys(generated)).toHaveLength(5);
    for (const [name, text] of Object.entries(generated)) expect(onDisk(name) === text, name).toBe(true);
    expect(sampleFiles()).toEqual(generated);
  });

  test('has valid identifiers of the unassigned region 239999 and no others', () => {
    const identifiers = [
      ...SAMPLE_UNITS.map(({ uscc }) => uscc),
      ...registrations.map(({ uscc }) => uscc),
      ...permits.flatMap((row) => [row.XK_XDR_SHXYM, row.XK_FR_ZJHM, row.XK_XDR_ZJHM, row.XK_XKJGDM, row.XK_LYDWDM]),
      ...penalties.flatMap((row) => [row.CF_XDR_SHXYM, row.CF_FR_ZJHM, row.CF_XDR_ZJHM, row.CF_CFJGDM, row.CF_SJLYDM]),
      ...records.map(({ subject }) => subject.value),
      ...persons.map(({ value }) => value),
      ...Object.values(CAST).map(({ value }) => value),
      ...Object.values(NOT_HELD).map(({ value }) => value),
      ...SAMPLE_NON_PUBLIC.map(({ subject }) => subject.value),
      ...SAMPLE_DESIGNATIONS.flatMap(({ subject, responsible }) => [
        subject.value,
        ...responsible.map((it) => it.subject.value),
      ]),
      ...SAMPLE_INCENTIVES.map(({ subject }) => subject.value),
      ...SAMPLE_AUTHORIZATIONS.map(({ subject }) => subject.value),
    ].filter((value) => value !== '');
    expect(identifiers.length).toBeGreaterThan(1000);
    expect(identifiers.filter((value) => faultOf(value ?? '') !== null)).toEqual([]);
    const inText =
      [...onDisk('penalties.csv'), ...onDisk('records.ndjson')].join('').match(/(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/g) ??
      [];
    expect(inText.filter((value) => faultOf(value) !== null)).toEqual([]);
  });

  test('holds each identifier and each decision once', () => {
    for (const values of [
      persons.map(({ value }) => value),
      registrations.map(({ uscc }) => uscc),
      permits.map((row) => row.XK_WSH),
      penalties.map((row) => row.CF_WSH),
      records.map((record) => record.basisDocument),
      SAMPLE_DESIGNATIONS.map(({ decisionNumber }) => decisionNumber),
    ])
      expect(new Set(values).size).toBe(values.length);
  });

  test('attaches nothing to a real company of the GLEIF data', () => {
    expect(gleif).toHaveLength(25);
    expect(Object.keys(gleif[0] ?? {})).toEqual(['name', 'uscc', 'reg_date']);
    const everythingElse = JSON.stringify([
      sampleFiles(),
      SAMPLE_DESIGNATIONS,
      SAMPLE_INCENTIVES,
      SAMPLE_NON_PUBLIC,
      SAMPLE_AUTHORIZATIONS,
      SAMPLE_UNITS,
    ]);
    expect(
      gleif.filter(({ uscc, name }) => everythingElse.includes(uscc ?? '') || everythingElse.includes(name ?? '')),
    ).toEqual([]);
  });

  test('writes the exchange form with its columns in order', () => {
    const header = (name: string) => onDisk(name).split('\n', 1)[0];
    expect(header('permits.csv')).toBe(PERMIT_COLUMNS.map(({ code }) => code).join(','));
    expect(header('penalties.csv')).toBe(PENALTY_COLUMNS.map(({ code }) => code).join(','));
    expect([PERMIT_COLUMNS.length, PENALTY_COLUMNS.length]).toEqual([28, 30]);
  });

  test('has decisions about all three kinds of party, of every display class, some no longer displayed', () => {
    for (const category of ['法人及非法人组织', '个体工商户', '自然人']) {
      expect(permits.some((row) => row.XK_XDR_LB === category)).toBe(true);
      expect(penalties.some((row) => row.CF_XDR_LB === category)).toBe(true);
    }
    for (const kind of ['警告', '罚款', '吊销许可证件', '责令停产停业', '限制从业'])
      expect(penalties.some((row) => row.CF_CFLB?.includes(kind))).toBe(true);
    expect(penalties.some((row) => Number(row.CF_NR_FK) >= 100)).toBe(true);
    const over = penalties.filter((row) => (row.CF_GSJZQ ?? '') <= TODAY.replaceAll('-', '/'));
    expect(over.length).toBeGreaterThan(3);
    expect(over.length).toBeLessThan(penalties.length / 4);
  });

  test('has free text with names, citizen numbers, telephones and homes, and names that are hard to mask', () => {
    const text = penalties.map((row) => `${row.CF_SY}${row.CF_NR}`).join('\n');
    for (const { name, value, phone, address } of [CAST.meiZhang])
      for (const personal of [name, value, phone, address]) expect(text).toContain(personal);
    const names = persons.map(({ name }) => name).join();
    for (const hard of ['欧阳', '尉迟', '·', '𠮷', '㛃']) expect(names).toContain(hard);
  });

  test('takes the codes and names of deciding units from the catalog', () => {
    for (const { unit, name, uscc } of AUTHORITIES) expect(units.get(unit)).toMatchObject({ name, uscc });
  });
});

describe('the cast', () => {
  const held = JSON.stringify([sampleFiles(), SAMPLE_NON_PUBLIC, SAMPLE_DESIGNATIONS, SAMPLE_INCENTIVES]);
  const itemsOf = (value: string) => records.filter(({ subject }) => subject.value === value).map(({ item }) => item);

  test('has the identifiers that the stories name', () => {
    expect(CAST.meiZhang.value).toBe('239999199003070016');
    expect(CAST.company.name).toBe('哈尔滨示例冰雪设备有限公司');
  });

  test('has the decisions of its stories and no others', () => {
    const decisions = Object.values(CAST).map(({ value }) => [
      permits.filter((row) => row.XK_XDR_SHXYM === value || row.XK_XDR_ZJHM === value).length,
      penalties.filter((row) => row.CF_XDR_SHXYM === value || row.CF_XDR_ZJHM === value).length,
    ]);
    expect(Object.fromEntries(Object.keys(CAST).map((name, index) => [name, decisions[index]]))).toEqual({
      meiZhang: [0, 2],
      liOuyang: [1, 0],
      xiaobeiLiu: [0, 0],
      hidden: [0, 0],
      company: [3, 2],
      listedCompany: [1, 1],
      modelCompany: [1, 0],
      failedPledger: [1, 1],
      soleTrader: [1, 1],
    });
  });

  test('has somebody of whom only an agreement opens anything', () => {
    const { value, name, phone } = CAST.hidden;
    const openness = itemsOf(value).map((code) => items.get(code)?.openness);
    expect(openness.length).toBeGreaterThan(0);
    expect(new Set(openness)).toEqual(new Set(['AGREEMENT']));
    for (const personal of [value, name, phone])
      expect(`${onDisk('permits.csv')}${onDisk('penalties.csv')}${JSON.stringify(SAMPLE_DESIGNATIONS)}`).not.toContain(
        personal,
      );
    expect(
      records.filter((record) => JSON.stringify(record).includes(name)).map(({ subject }) => subject.value),
    ).toEqual([value, value]);
  });

  test('has identifiers that nothing holds', () => {
    for (const { value, name } of Object.values(NOT_HELD)) {
      expect(held).not.toContain(value);
      expect(held).not.toContain(name);
    }
  });

  test('lists no natural person without an unperformed judgment on display, and no organization without its basis', () => {
    expect(items.get('UNPERFORMED-JUDGMENT')?.openness).toBe('UNCONDITIONAL');
    const listed = SAMPLE_DESIGNATIONS.filter(({ subject }) => subject.type === 'CITIZEN_ID');
    expect(listed.map(({ subject }) => subject.value)).toEqual(DEFAULTERS.map(({ value }) => value));
    for (const { subject, basisDocument, designatedOn } of listed)
      expect(
        records.some(
          (record) =>
            record.item === 'UNPERFORMED-JUDGMENT' &&
            record.subject.value === subject.value &&
            record.basisDocument === basisDocument &&
            record.occurredOn <= designatedOn,
        ),
      ).toBe(true);
    const decided = new Map([
      ...penalties.map((row): [string, string] => [`${row.CF_WSH}行政处罚决定书`, row.CF_XDR_SHXYM ?? '']),
      ...records.map((record): [string, string] => [record.basisDocument, record.subject.value]),
    ]);
    const unfounded = SAMPLE_DESIGNATIONS.filter(
      ({ subject, basisDocument }) => decided.get(basisDocument) !== subject.value,
    );
    expect(unfounded.map(({ basisDocument }) => basisDocument)).toEqual(['黑劳监处〔2026〕示例7号行政处理决定书']);
  });

  test('is met in the other subgraphs by people and organizations that are held', () => {
    const known = new Set([...persons.map(({ value }) => value), ...registrations.map(({ uscc }) => uscc)]);
    const referred = [...SAMPLE_NON_PUBLIC, ...SAMPLE_DESIGNATIONS, ...SAMPLE_INCENTIVES, ...SAMPLE_AUTHORIZATIONS];
    expect(referred.filter(({ subject }) => !known.has(subject.value))).toEqual([]);
    for (const { subject, responsible } of SAMPLE_DESIGNATIONS)
      for (const it of responsible)
        expect(known.has(it.subject.value) && it.subject.value !== subject.value).toBe(true);
  });
});

test('a kind of record that is added with chance of its own leaves the records of before as they were', () => {
  const of = (kinds: readonly RecordKind[]) => sampleRecords(createRandom(1), populate(1), kinds);
  const [first] = RECORD_KINDS;
  if (first === undefined) throw new Error('The sample has no kinds of records.');
  const before = of(RECORD_KINDS);
  const after = of([...RECORD_KINDS, { ...first, item: 'ADDED-LATER', count: 5, ownRandom: true }]);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map(({ item }) => item)).toEqual(Array(5).fill('ADDED-LATER'));
});
