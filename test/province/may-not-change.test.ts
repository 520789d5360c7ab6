/** What a file may not change, and what it may not say beside what is held: each a sentence with its line. */
import { describe, expect, it } from 'vitest';
import { EMPTY, type HeldProvince } from '../../subgraphs/province/held.ts';
import { BASE, fileOf, item, lineOf } from './file.ts';
import { agreement, changed, duty, faults, HELD, loan, TODAY, unitOf } from './held.ts';

describe('A07.1 what a file may not change', () => {
  it('an edition that is published: the sentence names what differs, and where', () => {
    const sections = { items: [item('ARREARS-A', '1', 'UNCONDITIONAL', { name: '别的名称' })] };
    expect(faults(HELD, sections)).toEqual([
      '3: ARREARS-A 1 is published with another name, openness, elements, and an edition is never edited. Publish the change under a new edition.',
    ]);
    expect(faults(HELD, { purposes: [{ ...loan, service: 'OTHER' }] })[0]).toMatch(/^3: LOAN 2026-01-01 .* service/);
  });

  it('what has ended: it does not come back because a file still names it', () => {
    const ended = { on: '2026-11-01', reason: '撤销' };
    const over: HeldProvince = {
      ...HELD,
      units: HELD.units.map((one) => (one.code === 'BANK' ? { ...one, ended } : one)),
      agreements: HELD.agreements.map((one) => ({ ...one, ended })),
      duties: HELD.duties.map((one) => ({ ...one, ended })),
    };
    const text = fileOf(BASE);
    expect(faults(over, BASE)).toEqual([
      expect.stringMatching(new RegExp(`^${lineOf(text, '"BANK"')}: The unit BANK ended on 2026-11-01`)),
      expect.stringMatching(new RegExp(`^${lineOf(text, 'BANK-2026-1')}: The agreement BANK-2026-1 ended`)),
      expect.stringMatching(new RegExp(`^${lineOf(text, 'FOOD-PERMIT')}: The duty DESK FOOD-PERMIT ended`)),
    ]);
    // Named beside the one that ended, a duty is registered anew.
    const again = { duties: [{ ...duty, ended }, duty] };
    expect(changed(over, again)).toMatchObject({ changes: [{ section: 'duties', act: 'ADD' }], faults: [] });
    expect(changed(over, { agreements: [{ ...agreement, ended }] })).toEqual({ changes: [], faults: [] });
  });

  it('codes that nobody knows, each at its own place', () => {
    const sections = {
      agreements: [{ ...agreement, party: 'BANK-9', items: ['ARREARS-A', 'ARREARS-9'], purposes: ['LOANS'] }],
      duties: [{ ...duty, department: 'BANK' }],
      measures: [{ ...BASE.measures?.[0], edition: '2', lists: ['TAX-9'] }],
    };
    const all = faults({ ...HELD, agreements: [] }, sections);
    expect(all.map((fault) => fault.replace(/^(.*?\.).*$/, '$1'))).toEqual([
      '7: There is no list TAX-9, neither in the file nor published.',
      '3: There is no unit BANK-9, neither in the file nor registered.',
      '3: There is no item ARREARS-9, neither in the file nor published.',
      '3: There is no purpose LOANS, neither in the file nor published.',
      '5: The unit BANK is not of kind DEPARTMENT.',
    ]);
  });

  it('two entries of one code', () => {
    expect(faults(HELD, { units: [unitOf('BANK'), unitOf('TAX'), unitOf('BANK')] })).toEqual([
      '5: units BANK stands in the file twice, first in line 3. Keep one of them.',
    ]);
    const twice = [duty, { ...duty, items: ['ARREARS-B', 'ARREARS-A'] }];
    expect(faults({ ...HELD, duties: [] }, { duties: twice })[0]).toMatch(/^4: duties DESK FOOD-PERMIT .* twice/);
  });

  it('an end in days to come, and a last day that is over', () => {
    expect(faults(HELD, { duties: [{ ...duty, ended: { on: '2026-11-21', reason: '划转' } }] })).toEqual([
      expect.stringMatching(/^3: An end takes effect when the file is applied, and today is 2026-11-20/),
    ]);
    expect(faults(HELD, { items: [item('ARREARS-A', '1', 'AGREEMENT', { effectiveUntil: '2026-11-19' })] })).toEqual([
      expect.stringMatching(/^3: The last day lies before today/),
    ]);
  });

  it('days of another year', () => {
    const year = { year: 2027, papers: ['https://www.gov.cn/2027'], days: [{ date: '2028-01-01', isOffDay: true }] };
    expect(faults(HELD, { calendars: [year] })).toEqual([
      expect.stringMatching(/^3: 2028-01-01 is no day of 2027/),
      expect.stringMatching(/^3: The days do not hold 2027-01-01/),
    ]);
  });

  it('the first file makes one operator and one authority, no fewer and no more', () => {
    const units = (...codes: string[]) => ({ units: codes.map(unitOf) });
    const two = { units: [...units('OP', 'AUTH').units, { ...unitOf('OP'), code: 'OP-2' }] };
    expect(faults(EMPTY, units('OP', 'AUTH'))).toEqual([]);
    expect(faults(EMPTY, two)).toEqual([
      '2: The first file registers one unit of kind OPERATOR, and this one has 2. Name exactly one: it is who runs the platform.',
    ]);
    expect(faults(EMPTY, units('BANK'))).toHaveLength(2);
  });

  it('the last authority does not end without a successor', () => {
    const ended = { on: TODAY, reason: '机构改革' };
    const units = [{ ...unitOf('AUTH'), ended }];
    expect(faults(HELD, { units })).toEqual([expect.stringMatching(/^3: AUTH is the only authority/)]);
    expect(faults(HELD, { units: [...units, { ...unitOf('AUTH'), code: 'AUTH-2' }] })).toEqual([]);
  });

  it('nor does the last operator, and it stays one', () => {
    const other = { ...unitOf('OP'), code: 'OP-2' };
    for (const changed of [
      { ...unitOf('OP'), ended: { on: TODAY, reason: '机构改革' } },
      { ...unitOf('OP'), kinds: ['PROVIDER'] },
    ]) {
      expect(faults(HELD, { units: [changed] })).toEqual([expect.stringMatching(/^3: OP is the only operator/)]);
      expect(faults(HELD, { units: [changed, other] })).toEqual([]);
    }
  });

  it('several duties of one matter that differ: which replaces which is not guessed', () => {
    const held: HeldProvince = {
      ...HELD,
      duties: [
        { ...HELD.duties[0], id: '1', items: ['ARREARS-A'] },
        { ...HELD.duties[0], id: '2', items: ['ARREARS-B'] },
      ] as HeldProvince['duties'],
    };
    expect(faults(held, { duties: [duty] })).toEqual([
      expect.stringMatching(/^3: Several entries of DESK FOOD-PERMIT differ/),
    ]);
  });
});
