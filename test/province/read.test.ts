/** The reader of a province file: every fault with its line and column, all of them together, in both languages. */
import { describe, expect, it } from 'vitest';
import { readProvince } from '../../subgraphs/province/read.ts';
import { BASE, bytesOf, fileOf, told } from './file.ts';

function faultsOf(text: string | Uint8Array): string[] {
  const read = readProvince(typeof text === 'string' ? bytesOf(text) : text);
  if (read.ok) return [];
  for (const { said } of read.faults) {
    expect(said.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(said.zh).not.toBe(said.en);
  }
  return told(read.faults);
}

const UNIT =
  '  - code: A\n    name: 甲\n    nameEn: A\n    kinds: [PARTY]\n    level: PROVINCE\n    region: "230000"\n';

describe('A07.1 a province file', () => {
  it('is read where it is right, with what it does not say filled in', () => {
    const read = readProvince(bytesOf(fileOf(BASE)));
    expect(read.ok && read.file.province.units[3]).toEqual({
      code: 'BANK',
      name: 'BANK单位',
      nameEn: 'Unit BANK',
      kinds: ['PARTY'],
      level: 'PROVINCE',
      region: '230000',
      line: null,
      uscc: null,
      ended: null,
    });
    // An element is as open as its item.
    expect(read.ok && read.file.province.items[0]?.elements).toEqual([
      { name: 'amountYuan', title: '金额', personal: null, openness: 'AGREEMENT' },
    ]);
  });

  it.each([
    ['nothing', '', '1:1: The file holds nothing.'],
    ['comments alone', '# nothing\n', '1:1: The file holds nothing.'],
    ['a list', '- a\n', '1:1: The file is no entry of keys and values.'],
    ['no form', 'units: []\n', '1:1: The file does not say its form.'],
    ['another form', 'form: 2\n', '1:1: This software reads the form 1.'],
    ['a section without entries', 'form: 1\nunits:\n', '2:1: units is no list.'],
    ['a section that is a text', 'form: 1\ncalendars: 2027\n', '2:1: calendars is no list.'],
    [
      'a key that nobody knows',
      `form: 1\nunits:\n${UNIT}    zip: "150000"\n`,
      '9:5: There is no key zip here. Known: code,',
    ],
    ['a section that nobody knows', 'form: 1\nunit: []\n', '2:1: There is no key unit here. Known: form, units,'],
    ['a number for a text', 'form: 1\nunits:\n  - { code: 12 }\n', '3:7: code is no text.'],
    ['a text for a number', `form: 1\nagreements:\n  - { dailyQuota: many }\n`, '3:7: dailyQuota is no whole number.'],
    ['part of a number', `form: 1\nagreements:\n  - { dailyQuota: 1.5 }\n`, '3:7: dailyQuota is no whole number.'],
    ['a word of no list', `form: 1\nunits:\n  - { kinds: [BANK] }\n`, '3:15: kinds is none of PROVIDER, DEPARTMENT,'],
    ['a list of none', `form: 1\nunits:\n  - { kinds: [] }\n`, '3:7: kinds is an empty list.'],
    // Whoever reads the plan would see something else than what is applied, or the database would not hold it.
    ['a text with NUL', 'form: 1\nunits:\n  - { name: "a\\0" }\n', '3:7: name holds a character that cannot be seen'],
    ['half a character', 'form: 1\nunits:\n  - { name: "a\\uD800" }\n', '3:7: name holds a character'],
    ['a name of two lines', 'form: 1\nunits:\n  - { name: "a\\n  + b" }\n', '3:7: name holds a character'],
    ['a terminal cleared', 'form: 1\nduties:\n  - { matter: "a\\e[2J" }\n', '3:7: matter holds a character'],
    [
      'a turned direction',
      'form: 1\nagreements:\n  - { reference: "a\\u202Eb" }\n',
      '3:7: reference holds a character',
    ],
    ['a hidden blank in a code', 'form: 1\nitems:\n  - { code: "A\\u200BB" }\n', '3:7: code holds a character'],
    [
      'a number of no database',
      'form: 1\nagreements:\n  - { dailyQuota: 3e9 }\n',
      '3:7: dailyQuota is more than 2147483647.',
    ],
    ['a blank text', `form: 1\nunits:\n  - { name: " " }\n`, '3:7: name is empty.'],
    [
      'neither true nor false',
      `form: 1\nduties:\n  - { identified: perhaps }\n`,
      '3:7: identified is neither true nor false.',
    ],
    [
      'a date that cannot be',
      `form: 1\nunits:\n${UNIT}    ended: { on: 2026-02-30, reason: 撤销 }\n`,
      '9:14: on is no date of the calendar of the form YYYY-MM-DD.',
    ],
    ['a month of no year', `form: 1\ncalendars:\n  - { year: 1899 }\n`, '3:7: year is less than 2000.'],
    ['a tab', `form: 1\nunits:\n\t- code: A\n`, '3:1: A tab stands where YAML wants blanks.'],
    ['a doubled key', 'form: 1\nunits: []\nunits: []\n', '3:1: This key stands twice in one entry.'],
    ['an open quote', 'form: 1\nunits: [ { code: "A } ]\n', 'A quote, bracket or comma is missing here.'],
    ['lines that are not aligned', 'form: 1\nunits:\n  - code: A\n   name: x\n', '4:'],
    ['two documents', 'form: 1\n---\nform: 1\n', '2:1: The file holds more than one document.'],
    ['a tag', 'form: 1\nunits: !!js/function []\n', '2:8: Tags (!name) are not read.'],
  ])('is refused with its place: %s', (_what, text, expected) => {
    expect(faultsOf(text).join('\n')).toContain(expected);
  });

  it('is refused where it is not UTF-8, with the byte', () => {
    const gb18030 = Uint8Array.from([...bytesOf('form: 1\n# '), 0xba, 0xda, 0xc1, 0xfa]);
    expect(faultsOf(gb18030)).toEqual(['1:1: The file is not UTF-8: byte 11 does not fit. Save it as UTF-8.']);
  });

  it('is refused where it is larger than a province, before it is read', () => {
    expect(faultsOf(new Uint8Array(8_000_001).fill(0x20))[0]).toMatch(/^1:1: The file is larger than 8 million bytes/);
  });

  it('has no anchors and aliases: a bomb of them is refused and not unfolded', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `x${at + 1}: &x${at + 1} [*x${at}, *x${at}, *x${at}]`);
    const began = performance.now();
    const faults = faultsOf(['form: 1', 'x0: &x0 [lol]', ...lines, ''].join('\n'));
    expect(faults).toHaveLength(1 + 30 * 4);
    expect(faults[0]).toMatch(/^2:9: Anchors and aliases/);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('tells every fault at once, in the order of the file', () => {
    const faults = faultsOf(`form: 1\nunits:\n  - { code: A, kinds: [X] }\nduties:\n  - { matter: 5 }\n`);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['3', '3', '3', '3', '5', '5', '5', '5']);
  });

  it('is no way to the prototype of an object', () => {
    expect(faultsOf('form: 1\n__proto__: { units: [] }\n')).toEqual([
      expect.stringMatching(/^2:1: There is no key __proto__ here/),
    ]);
    expect(({} as Record<string, unknown>).units).toBeUndefined();
  });
});
