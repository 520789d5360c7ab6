/** What of a telephone or document number stays, in whatever way it is written (Article 23, last paragraph). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { desensitize } from '../../schema/law/desensitize/desensitize.ts';

it.each([
  ['13800138000', '138********'],
  ['138 0013 8000', '138********'],
  ['138—0013—8000', '138********'],
  ['138.0013.8000', '138********'],
  ['１３８－００１３－８０００', '138********'],
  ['138\u200b0013\u00a08000', '138********'],
  ['8613800138000', '138********'],
  ['+86 138 0013 8000', '138********'],
  ['0086-13800138000', '138********'],
  ['（86）13800138000', '138********'],
  ['160****8441', '160********'],
  ['138********', '138********'],
  ['0451-87654321', '********'],
  ['0451-50001827转8021', '********'],
  ['+852 9123 4567', '********'],
  ['13800138000、13900139000', '********'],
  ['幺五四零零零幺八四三二', '********'],
  ['****8441', '********'],
])('A23.4 the telephone %j is seen as %s', (value, seen) => {
  expect(desensitize('PHONE', value)).toBe(seen);
  expect(desensitize('PHONE', seen)).toBe(seen);
});

it.each([
  ['E12345678', 'E********'],
  ['e00017286', 'e********'],
  ['ＥＪ０００１７２８', 'E********'],
  ['G 0001 7652', 'G********'],
  ['CHN239999900101', 'C********'],
  ['A123456(7)', 'A********'],
  ['军字第1234567号', '军********'],
  ['65 №0017263', '6********'],
  ['\u200bE12345678', 'E********'],
  ['E1234****', 'E********'],
  ['****5678', '********'],
  ['E********', 'E********'],
])('A23.4 the document number %j is seen as %s', (value, seen) => {
  expect(desensitize('DOCUMENT_NUMBER', value)).toBe(seen);
  expect(desensitize('DOCUMENT_NUMBER', seen)).toBe(seen);
});

it.each([
  ['2399991976****0423', '23****************'],
  ['２３９９９９１９９００３０７００１６', '23****************'],
  ['\u200b239999199003070016', '23****************'],
])('A23.4 the citizen number %j is seen as %s', (value, seen) => {
  expect(desensitize('CITIZEN_ID', value)).toBe(seen);
});

it('A23.4 whatever stands between the digits of a telephone, three and no more stay', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
  const between = fc.constantFrom('', ' ', '-', '—', '－', '.', '\u00a0', '\u200b');
  fc.assert(
    fc.property(digits, between, fc.constantFrom('', '86', '+86', '0086', '＋８６'), (rest, gap, country) => {
      const value = `${country}${gap}154${gap}${rest.slice(0, 4)}${gap}${rest.slice(4)}`;
      expect(desensitize('PHONE', value)).toBe('154********');
    }),
  );
});
