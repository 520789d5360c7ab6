import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstDifference } from '../load/same-answers.ts';
import { planOf, rateOf } from '../plan.ts';
import { aimsOf } from './aims.ts';
import { figuresOf, quantile, type Round } from './figures.ts';
import { figuresWith } from './figures-of.ts';
import { between, history, historyTable, keep, README, together, withFigures } from './history.ts';
import type { Results } from './results.ts';
import { table } from './table.ts';

const round = (latencies: readonly number[], more: Partial<Round> = {}): Round => ({
  requests: latencies.length,
  errors: 0,
  fault: null,
  seconds: 2,
  latencies,
  serverMs: 0,
  databaseMs: 0,
  residentBytes: 0,
  ...more,
});

const MACHINE = { cores: 2, model: 'a model', memoryGiB: 4, node: 'v24', database: 'PostgreSQL 15', packages: {} };
const OF_DAY = { date: '2026-11-28', machine: MACHINE, settings: 'some' };

describe('figures', () => {
  const thousand = Array.from({ length: 1_000 }, (_, place) => place + 1);

  it('quantiles are nearest ranks, and the last of few values stands for all that few cannot tell', () => {
    expect([0.5, 0.99, 0.999].map((share) => quantile(thousand, share))).toEqual([500, 990, 999]);
    expect([0.5, 0.999].map((share) => quantile([7], share))).toEqual([7, 7]);
    expect(quantile([], 0.5)).toBe(0);
  });

  it('rounds are taken together: latencies sorted, CPU of servers and of the database a request, the most memory', () => {
    const told = figuresOf([
      round([9, 1], { serverMs: 6, databaseMs: 2, residentBytes: 3 * 2 ** 20 }),
      round([5, 3], { serverMs: 2, databaseMs: 6, residentBytes: 2 ** 20, errors: 1 }),
    ]);
    expect(told).toEqual(
      figuresWith({
        ...{ requests: 4, perSecond: 1, p50: 3, p99: 9, p999: 9, errors: 1 },
        ...{ serverMs: 2, databaseMs: 2, cpuMs: 4, residentMiB: 3 },
      }),
    );
  });

  it('a side that answered nothing has no figures that would pass for good ones', () => {
    expect(figuresOf([round([], { serverMs: 5, errors: 1 })])).toMatchObject({ perSecond: 0, cpuMs: 0, errors: 1 });
  });
});

describe('aims', () => {
  const lookUp = (own: number, stock: number, cpu: number): Results => ({
    ...OF_DAY,
    measured: [
      {
        operation: 'PublicLookup',
        sides: [
          { letter: 'a', name: '(a)', figures: figuresWith({ perSecond: own, cpuMs: cpu, p99: 10 }) },
          { letter: 'b', name: '(b)', figures: figuresWith({ perSecond: stock, cpuMs: 4, p99: 30 }) },
        ],
      },
    ],
  });
  const aim = (results: Results, name: string) => aimsOf(results).find((one) => one.aim === name);

  it('an aim is met on its bound and missed a little beside it', () => {
    expect(aim(lookUp(400, 100, 1), 'PublicLookup, requests a second, of (b)')).toMatchObject({
      wanted: '≥ 4',
      measured: '× 4.00',
      met: true,
    });
    expect(aim(lookUp(399, 100, 1), 'PublicLookup, requests a second, of (b)')?.met).toBe(false);
    const cpu = 'PublicLookup, CPU of servers and database, of (b)';
    expect([aim(lookUp(1, 1, 1), cpu)?.met, aim(lookUp(1, 1, 1.01), cpu)?.met]).toEqual([true, false]);
    expect(aim(lookUp(1, 1, 1), 'PublicLookup, p99, of (b)')?.met).toBe(true);
  });

  it('what was not measured is neither met nor missed', () => {
    expect(new Set(aimsOf(OF_DAY).map(({ met }) => met))).toEqual(new Set([undefined]));
    expect(aim(lookUp(400, 0, 1), 'PublicLookup, requests a second, of (b)')?.met).toBeUndefined();
  });

  it('growth is told between the smallest and the largest size, in whichever order they stand', () => {
    const size = (subjects: number, p50: number, perSecond: number) => ({
      ...{ subjects, records: 10 * subjects, loadedSeconds: 1, databaseMiB: 1 },
      operations: [{ operation: 'PartyCheck' as const, figures: figuresWith({ p50, perSecond }) }],
    });
    const told = aimsOf({ ...OF_DAY, sizes: [size(1_000_000, 12, 80), size(100_000, 50, 1), size(10_000, 10, 100)] });
    expect(told.filter(({ aim: name }) => name.startsWith('PartyCheck, ') && name.includes('10000'))).toEqual([
      { aim: 'PartyCheck, p50 at 1000000 and 10000 subjects', wanted: '≤ 1.2', measured: '× 1.20', met: true },
      {
        aim: 'PartyCheck, time a request at 1000000 and 10000 subjects',
        wanted: '≤ 1.2',
        measured: '× 1.25',
        met: false,
      },
    ]);
  });
});

describe('history', () => {
  it('parts of one day stand beside each other, and another day begins anew', () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-history-'));
    try {
      const path = join(folder, 'deep', 'one.json');
      keep(path, { ...OF_DAY, resident: { minutes: 10, firstMiB: 1.00049, lastMiB: 2 } });
      keep(path, {
        ...OF_DAY,
        batched: { size: 1_000, alone: { batch: 1, singles: 20 }, loaded: { batch: 1, singles: 2 } },
      });
      const both = JSON.parse(readFileSync(path, 'utf8'));
      expect([both.resident.firstMiB, both.batched.size]).toEqual([1, 1_000]);
      expect(keep(path, { ...OF_DAY, date: '2026-11-29' })).not.toHaveProperty('resident');
      writeFileSync(join(folder, 'deep', 'note.txt'), '');
      expect(history(join(folder, 'deep')).map(({ date }) => date)).toEqual(['2026-11-29']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('an operation that is measured again replaces what was measured of it that day, and no other', () => {
    const of = (operation: 'PartyCheck' | 'PartyBatch', cpuMs: number) => ({
      operation,
      sides: [{ letter: 'a' as const, name: '(a)', figures: figuresWith({ cpuMs }) }],
    });
    const both = together(
      { ...OF_DAY, measured: [of('PartyCheck', 1), of('PartyBatch', 2)] },
      { ...OF_DAY, settings: 'others', measured: [of('PartyBatch', 3)] },
    );
    expect(both).toEqual({
      ...OF_DAY,
      settings: 'some; beside it others',
      measured: [of('PartyCheck', 1), of('PartyBatch', 3)],
    });
    expect(together(both, { ...OF_DAY, settings: 'others' }).settings).toBe(both.settings);
    expect(together(both, { ...OF_DAY, date: '2026-11-29' }).measured).toBeUndefined();
  });

  it('what stands between marks is replaced, again and again, and nothing else', () => {
    const text = 'before\n<!-- x -->\nold\n<!-- end of x -->\nafter';
    const once = between(text, 'x', 'new');
    expect(once).toBe('before\n<!-- x -->\n\nnew\n\n<!-- end of x -->\nafter');
    expect(between(once, 'x', 'new')).toBe(once);
    expect(() => between(text, 'y', '')).toThrow('<!-- y -->');
  });

  it('the tables of the README are those of the files of history', () => {
    const readme = readFileSync(README, 'utf8');
    expect(withFigures(readme, history())).toBe(readme);
  });

  it('a day without (b) has no ratio, and one without an operation no cell', () => {
    const sides = [{ letter: 'a' as const, name: '(a)', figures: figuresWith({ cpuMs: 3, perSecond: 200 }) }];
    const told = historyTable([{ ...OF_DAY, measured: [{ operation: 'PartyCheck', sides }] }]);
    expect(told).toContain('3.00');
    expect(told).not.toContain('(×');
  });
});

describe('what a run is told', () => {
  it('a rate is a number, a share of the peak, or none', () => {
    expect([rateOf('500'), rateOf('70%'), rateOf('none')]).toEqual([{ perSecond: 500 }, { share: 0.7 }, undefined]);
    for (const wrong of ['0', '-1', 'fast', '%', '0%']) expect(() => rateOf(wrong)).toThrow(`--rate`);
  });

  it('sizes are a list, sides their letters in one order, and an unknown one is refused', () => {
    expect(planOf(['--subjects', '10000,1000000', '--sides', 'ba'])).toMatchObject({
      sizes: [10_000, 1_000_000],
      sides: ['a', 'b'],
    });
    expect(planOf(['--profile', 'folder'])?.sides).toEqual(['a']);
    expect(() => planOf(['--sides', 'az'])).toThrow('z is none of');
    expect(() => planOf(['--subjects', '10,x'])).toThrow('--subjects');
    expect(() => planOf(['--only', 'Nothing'])).toThrow('PublicLookup');
    expect(planOf(['--help'])).toBeUndefined();
  });

  it('numbers stand at the right of a table, words at the left', () => {
    expect(
      table(
        [
          ['one', '1.00'],
          ['twenty', '20.00'],
        ],
        ['word', 'number'],
      ).split('\n'),
    ).toEqual(['| word   | number |', '| ------ | -----: |', '| one    |   1.00 |', '| twenty |  20.00 |']);
  });

  it('two answers that differ are told by the first place where they do', () => {
    expect(firstDifference({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBeUndefined();
    expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toBe('/a/1/b: 2 and 3');
    expect(firstDifference({ a: 1 }, {})).toBe('/a: 1 and undefined');
    expect(firstDifference([], {})).toContain('an object and a list');
  });
});
