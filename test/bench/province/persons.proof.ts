/** The birth dates of the benchmark's persons ran into the future after 26 000: each of a million has a number that is right and nobody else's. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HIDDEN, MEI, NOT_HELD } from '../../kit.ts';
import { citizenId, companyCode, SUBJECTS_MAX } from './persons.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the check digit by ISO 7064, MOD 11-2. */
function isRight(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(number[at]) * (WEIGHTS[at] ?? 0);
  return number.length === 18 && number[17] === '10X98765432'[sum % 11];
}

it('A19.1 a million persons, and as many representatives, are born between 1940 and 2005 and differ', () => {
  const seen = new Set<string>();
  for (let index = 0; index < SUBJECTS_MAX; index += 1)
    for (const as of ['SUBJECT', 'REPRESENTATIVE'] as const) {
      const number = citizenId(index, as);
      const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
      const born = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      const isDay = born.getUTCMonth() === Number(month) - 1 && born.getUTCDate() === Number(day);
      if (!isRight(number) || !number.startsWith('239999') || year < '1940' || year > '2005' || !isDay)
        throw new Error(`${number} of ${as} ${index} is no number of such a person.`);
      seen.add(number);
    }
  expect(seen.size).toBe(2 * SUBJECTS_MAX);
  // Nobody of the sample, or of those whom it does not hold, is one of them.
  const sample = ['persons.ndjson', 'records.ndjson', 'penalties.csv', 'permits.csv'].flatMap((name) => {
    const text = readFileSync(new URL(`../../../subgraphs/public-credit/sample/${name}`, import.meta.url), 'utf8');
    return text.match(/239999\d{11}[\dX]/g) ?? [];
  });
  expect(sample.length).toBeGreaterThan(100);
  const others = [...sample, MEI.value, HIDDEN.value, NOT_HELD.value];
  expect(others.filter((number) => seen.has(number))).toEqual([]);
});

it('A19.1 a million companies differ, and their codes are right (GB 32100)', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = Array.from({ length: 17 }, (_none, at) => 3 ** at % 31);
  const seen = new Set<string>();
  for (let index = 0; index < SUBJECTS_MAX; index += 1) {
    const code = companyCode(index);
    const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code.charAt(at)), 0);
    if (code.length !== 18 || code[17] !== alphabet.charAt((31 - (sum % 31)) % 31))
      throw new Error(`${code} of company ${index} is no credit code.`);
    seen.add(code);
  }
  expect(seen.size).toBe(SUBJECTS_MAX);
});
