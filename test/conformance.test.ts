import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OBLIGATIONS, type Obligation } from '../schema/law/articles/obligations.ts';
import { conformance, type Report } from './conformance.ts';

const due: Obligation = { id: 'A99.1', article: '99', title: 'due', due: 'now' };
const later: Obligation = { id: 'A99.2', article: '99', title: 'later', due: 'later' };

const report = (...tests: readonly (readonly [name: string, status: string])[]): Report => ({
  testResults: [{ name: 'a.test.ts', assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) }],
});

const result = (id: string, given: Report): string | undefined =>
  conformance(given, [due, later]).lines.find(({ obligation }) => obligation.id === id)?.result;

describe('conformance', () => {
  it('passes what is shown by tests that pass, and nothing else', () => {
    expect(result('A99.1', report(['x A99.1 holds', 'passed']))).toBe('pass');
    expect(result('A99.1', report(['x A99.1 holds', 'passed'], ['A99.1 fails', 'failed']))).toBe('FAIL');
    expect(result('A99.1', report(['x A99.1 holds', 'skipped']))).toBe('GAP');
    // A test marked as an expected failure passes because it fails: it proves nothing.
    expect(result('A99.1', report(['x A99.1 [what a text says] A001 name', 'passed']))).toBe('GAP');
    expect(result('A99.1', report(['nothing', 'passed']))).toBe('GAP');
    expect(result('A99.2', report(['nothing', 'passed']))).toBe('not yet');
  });

  it('finds ids that no register has', () => {
    expect(conformance(report(['A98.7 x', 'passed']), [due]).unknown).toEqual(['A98.7']);
  });

  it('the register names every obligation once', () => {
    const ids = OBLIGATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(57);
    for (const id of ids) expect(id).toMatch(/^A\d\d\.\d$/);
  });
});

it('every adversarial case stands in the name of a test', () => {
  const named = globSync('**/*.{test,proof}.ts', { cwd: import.meta.dirname }).flatMap((file) =>
    [
      ...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/adversarial (\d+(?:(?:, | and )\d+)*):? /g),
    ].flatMap(([, numbers = '']) => numbers.split(/, | and /).map(Number)),
  );
  // Case 64 compares response times: `npm run fuzz -- --only time` does, by hand.
  const cases = Array.from({ length: 93 }, (_, index) => index + 1).filter((number) => number !== 64);
  expect(cases.filter((number) => !named.includes(number))).toEqual([]);
});
