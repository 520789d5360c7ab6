/** What a spreadsheet shows of a number, and what of a moment (ECMA-376, 18.8.30 and 18.8.31). */
import { describe, expect, it } from 'vitest';
import { momentOf, momentOfText } from '../../../subgraphs/public-credit/import/read/workbook/dates.ts';
import {
  builtIn,
  formatOf,
  plainNumber,
  shown,
} from '../../../subgraphs/public-credit/import/read/workbook/number-format.ts';

describe('numbers', () => {
  it.each([
    ['000000', 42, '000042'],
    ['0000000000', 230103, '0000230103'],
    ['00-00', 123, '01-23'],
    ['"第"0"号"', 42, '第42号'],
    ['"示罚〔2026〕"000"号"', 7, '示罚〔2026〕007号'],
    ['\\A000', 7, 'A007'],
    ['0000', 123456, '123456'],
    ['General', 230103000000001, '230103000000001'],
    ['@', 230103, '230103'],
    ['0.00E+00', 230103000000001, '230103000000001'],
    ['0', 230103000000001, '230103000000001'],
    ['#,##0.00', 1234567.5, '1234567.5'],
    ['0.00', 0.123456, '0.123456'],
    ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ', 2000, '2000'],
    ['[$¥-804]#,##0.00', 2000, '2000'],
    ['0"元"', 2000, '2000元'],
    ['0.00%', 0.2, '20%'],
    ['[Red]000', 7, '007'],
    ['000;-000', 7, '007'],
  ])('A19.2 %s shows %d as %s', (code, number, text) => {
    expect(shown(number, formatOf(code))).toBe(text);
  });

  it.each([
    [1e-7, '0.0000001'],
    [0.1 + 0.2, '0.3'],
    [1.5e20, '150000000000000000000'],
    [1e21, '1000000000000000000000'],
    [-2.5e-8, '-0.000000025'],
    [0, '0'],
  ])('A19.2 %d is written %s', (number, text) => expect(plainNumber(number)).toBe(text));
});

describe('moments', () => {
  it.each(['yyyy-mm-dd', '[$-804]yyyy"年"m"月"d"日"', 'm/d/yy h:mm', 'aaaa', 'e"年"m"月"d"日"'])(
    'A19.2 %s shows a date',
    (code) => {
      expect(formatOf(code).kind).toBe('date');
    },
  );
  it.each(['General', 'h:mm', '"day"0', '[Red]0', '0.00E+00', '@'])('A19.2 %s shows no date', (code) => {
    expect(formatOf(code).kind).not.toBe('date');
  });
  it.each([14, 22, 31, 57])('A19.2 the format %d that is built in shows a date', (id) => {
    expect(builtIn(id).kind).toBe('date');
  });

  it.each([
    [46_266, false, '2026-09-01'],
    [46_266.5, false, '2026-09-01 12:00:00'],
    [46_265.999999999, false, '2026-09-01'],
    [1, false, '1900-01-01'],
    [61, false, '1900-03-01'],
    [0, true, '1904-01-01'],
    [0.5, false, null],
    [2_958_466, false, null],
  ])('A19.2 the serial number %d is %s', (serial, from1904, text) => {
    expect(momentOf(serial, from1904)).toBe(text);
  });

  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026-01-05T09:30', '2026-01-05 09:30:00'],
    ['2026-01-05T09:30:00Z', '2026-01-05 09:30:00'],
    ['T09:30', 'T09:30'],
  ])('A19.2 %s is read %s', (text, moment) => expect(momentOfText(text)).toBe(moment));
});
