/**
 * Identification numbers with typing errors. The expected check character is computed by the recursive definitions of ISO 7064 and GB 32100,
 * independently of the weights in the code.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkIdentifier } from '../../schema/law/records/identifiers.ts';
import { budget, TIMEOUT } from './budget.ts';

const SETTINGS = { unassignedRegions: 'allow', today: '2026-11-20' } as const;
const DIGITS = '0123456789';
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** ISO 7064 MOD 11-2, recursive: P is doubled and added to modulo 11; the check brings it to 1, X being ten. */
function citizen(first17: string): string {
  let p = 0;
  for (const digit of first17) p = ((p + Number(digit)) * 2) % 11;
  const check = (12 - p) % 11;
  return first17 + (check === 10 ? 'X' : String(check));
}

/** GB 32100: the sum of value × 3^(place − 1), with the check, is a multiple of 31. By Horner from the right. */
function uscc(first17: string): string {
  let sum = 0;
  for (const character of [...first17].reverse()) sum = (sum * 3 + USCC.indexOf(character)) % 31;
  return first17 + USCC.charAt((31 - sum) % 31);
}

const text = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });

const birth = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

/** Provinces of GB/T 2260 with the residents of Hong Kong, Macao and Taiwan, and department with category by GB 32100. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83';
const REGISTRATIONS = '11 12 13 19 21 29 39 49 51 54 59 62 69 72 79 81 89 91 92 93 A1 A9 N1 N9 Y1';

const citizens = fc
  .tuple(fc.constantFrom(...PROVINCES.split(' ')), text(DIGITS, 4), birth, text(DIGITS, 3))
  .map((parts) => citizen(parts.join('')));
const usccs = fc
  .tuple(fc.constantFrom(...REGISTRATIONS.split(' ')), text(DIGITS, 6), fc.constantFrom(...'ABCM'), text(USCC, 8))
  .map((parts) => uscc(parts.join('')));

const accepted = (type: 'CITIZEN_ID' | 'USCC' | 'OTHER_DOCUMENT', value: string): boolean =>
  checkIdentifier(type, value, SETTINGS).ok;

const put = (value: string, place: number, character: string): string =>
  value.slice(0, place) + character + value.slice(place + 1);

it.each([
  ['CITIZEN_ID', citizens, `${DIGITS}X`],
  ['USCC', usccs, USCC],
] as const)(
  'A19.1 A19.2 of a right %s, every other character at every place and every two neighbours exchanged are refused',
  (type, numbers, alphabet) => {
    fc.assert(
      fc.property(numbers, (right) => {
        expect([right, accepted(type, right)]).toEqual([right, true]);
        for (let place = 0; place < 18; place += 1) {
          for (const character of alphabet)
            if (character !== right[place]) expect(accepted(type, put(right, place, character))).toBe(false);
          const [left, next] = [right.charAt(place), right.charAt(place + 1)];
          if (next !== '' && next !== left)
            expect(accepted(type, put(put(right, place, next), place + 1, left))).toBe(false);
        }
      }),
      budget(60),
    );
  },
  TIMEOUT,
);

it(
  'A19.1 any text is taken or refused with a reason, and what is taken is taken again as the same',
  () => {
    const nearly = fc
      .tuple(fc.oneof(citizens, usccs), fc.nat(18), fc.string({ unit: 'binary', maxLength: 2 }))
      .map(([right, place, more]) => right.slice(0, place) + more + right.slice(place));
    fc.assert(
      fc.property(
        fc.constantFrom('CITIZEN_ID', 'USCC', 'OTHER_DOCUMENT'),
        fc.oneof(nearly, fc.string({ unit: 'binary', maxLength: 40 })),
        (type, raw) => {
          const checked = checkIdentifier(type, raw, SETTINGS);
          if (checked.ok) {
            expect(checked.value).toMatch(/^[0-9A-Z-]{4,32}$/);
            expect(checkIdentifier(type, checked.value, SETTINGS)).toEqual(checked);
          } else {
            expect(checked.reason).toMatch(
              /^(EMPTY|LENGTH|CHARACTER|CONFUSABLE|ZERO_WIDTH|CHECK_DIGIT|DATE|REGION|REGISTRATION|TYPE)$/,
            );
            // A message must not repeat the number.
            if (raw.trim().length > 4) expect(checked.message).not.toContain(raw.trim());
          }
        },
      ),
      budget(2_000),
    );
  },
  TIMEOUT,
);
