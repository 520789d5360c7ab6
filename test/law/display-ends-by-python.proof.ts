/**
 * Ends of displays against a program in another language that looks day by day: every deciding date of 2023 to 2027, leap days and all lengths of months
 * among them, under tables that stand alone and that follow each other; in TypeScript and in SQL. A proof, for it needs Python.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../schema/law/clocks/calendar.ts';
import {
  broughtBack,
  DISPLAY_CLASSES,
  type DisplayEdition,
  type DisplayPeriod,
  displayEndBy,
  editionsFrom,
  spansOf,
} from '../../schema/law/records/display-periods.ts';
import { onEachDatabase, openWorld, type World } from '../kit.ts';
import { SAMPLE_DISPLAY_EDITIONS } from '../sample-province.ts';

const missing = spawnSync('python3', ['--version']).status !== 0;

const FROM = '2023-01-01';
const UNTIL = '2027-12-31';
const DAYS: readonly string[] = Array.from({ length: 1826 }, (_, at) => addDays(FROM, at));

const row = (
  displayClass: DisplayPeriod['displayClass'],
  decidedFrom: string,
  maximumMonths: number,
): DisplayPeriod => ({
  displayClass,
  decidedFrom,
  minimumMonths: null,
  maximumMonths,
  citation: '示例',
});
const edition = (name: string, effectiveFrom: string, periods: readonly DisplayPeriod[]): DisplayEdition => ({
  edition: name,
  citation: '示例',
  publicationReference: '示例',
  effectiveFrom,
  periods,
});
const alike = (maximumMonths: readonly number[]): DisplayPeriod[] =>
  DISPLAY_CLASSES.map((displayClass, at) => row(displayClass, '1949-10-01', maximumMonths[at] ?? 0));

const SHORTER = edition('shorter', '2027-02-28', [
  row('MINOR', '1949-10-01', 1),
  row('GENERAL', '1949-10-01', 13),
  row('GENERAL', '2026-04-01', 11),
  row('GENERAL', '2027-01-31', 7),
  row('SERIOUS', '1949-10-01', 35),
]);
const LONGER = edition('longer', '2027-03-31', [
  row('MINOR', '1949-10-01', 1),
  row('GENERAL', '1949-10-01', 13),
  row('GENERAL', '2026-04-01', 11),
  row('GENERAL', '2027-01-31', 24),
  row('SERIOUS', '1949-10-01', 35),
  row('SERIOUS', '2025-12-31', 60),
]);
const CASES: readonly (readonly [today: string, tables: readonly DisplayEdition[]])[] = [
  ['2026-04-01', SAMPLE_DISPLAY_EDITIONS],
  ...[0, 1, 2, 6, 11, 12, 13, 18, 24, 35].map(
    (months) => ['2022-12-31', [edition(`${months}`, '2022-07-01', alike([months, months + 1, months + 12]))]] as const,
  ),
  ['2027-01-15', [...SAMPLE_DISPLAY_EDITIONS, SHORTER]],
  ['2027-01-15', [...SAMPLE_DISPLAY_EDITIONS, SHORTER, LONGER]],
];

/** What Python answers: of each case each day, and of each day each class. */
function byPython(): readonly (readonly (string | null)[])[] {
  const cases = CASES.map(([today, tables]) => ({ today, tables, from: FROM, until: UNTIL }));
  const { status, stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, 'display-periods.py')], {
    input: JSON.stringify({ cases }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

it.skipIf(missing)(
  'A37.2 in TypeScript every end is as Python finds it, and what has ended by then is never displayed',
  () => {
    const answers = byPython();
    let compared = 0;
    CASES.forEach(([today, tables], at) => {
      const ends = DAYS.flatMap((day) =>
        DISPLAY_CLASSES.map((displayClass) => displayEndBy(tables, today, displayClass, day) ?? ''),
      );
      // Python finds no day where the display had ended by today.
      const known = ends.map((end) => (end < today ? null : end));
      expect(known).toEqual(answers[at]);
      compared += known.length;
    });
    expect(compared).toBe(CASES.length * 1826 * 3);
  },
  120_000,
);

it('A37.2 whether a table brings something back is as every day of twenty years says', () => {
  const many = Array.from({ length: 7_300 }, (_, at) => addDays('2010-01-01', at));
  const tables = [2, 3, 4, 11, 12, 13].flatMap((before) =>
    [2, 3, 4, 11, 12, 13].flatMap((after) =>
      ['2026-02-28', '2026-03-01', '2026-03-31', '2026-08-20'].map(
        (start) =>
          [
            edition('before', '2020-01-01', alike([before, before, before])),
            edition('after', start, [
              row('MINOR', '1949-10-01', before),
              row('MINOR', addDays(start, -85), after),
              ...alike([0, before, before]).slice(1),
            ]),
          ] as const,
      ),
    ),
  );
  let back = 0;
  for (const [before, after] of tables) {
    const found = many.find((day) => {
      const [was = '', is = ''] = [before, after].map((one) => displayEndBy([one], '2030-01-01', 'MINOR', day));
      return was < after.effectiveFrom && is >= after.effectiveFrom;
    });
    const said = broughtBack(before, after);
    expect([before.periods[0], after.periods[1], said !== undefined]).toEqual([
      before.periods[0],
      after.periods[1],
      found !== undefined,
    ]);
    if (said !== undefined) back += 1;
  }
  expect([back > 10, back < tables.length - 10]).toEqual([true, true]);
});

onEachDatabase('ends of displays in SQL', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A37.2 every end is as in TypeScript', async () => {
    for (const [today, tables] of CASES) {
      const chain = editionsFrom(tables, today);
      const asked = spansOf(chain).flatMap(({ displayClass, from, until, starts, months }) =>
        DAYS.filter((day) => day >= from && day <= until).map((day) => ({ displayClass, day, starts, months })),
      );
      expect(asked).toHaveLength(1826 * 3);
      const rows = await world.server.requestAs({ role: 'OPERATOR' }).write(
        'due',
        async (em) =>
          (
            await sql<{ class: string; day: string; until: string }>`select a."displayClass" as class, a.day,
              to_char(control.end_over(a.day::date, a.starts, a.months), 'YYYY-MM-DD') as until
            from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a ("displayClass" text, day text, starts date[], months int[])`.execute(
              em.getKysely(),
            )
          ).rows,
      );
      expect(rows.map(({ until }) => until)).toEqual(
        rows.map(({ class: displayClass, day }) =>
          displayEndBy(tables, today, displayClass as DisplayPeriod['displayClass'], day),
        ),
      );
    }
  });
});
