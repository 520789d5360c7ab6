/** The property of pairs of worlds, what it prints, and what is made of a failure. */
import fc from 'fast-check';
import type { DatabaseKind } from '../../sample-template.ts';
import { budget, LONG } from '../budget.ts';
import { CALLERS, callerOf, roleOf } from './callers.ts';
import { type Drawn, drawn, WITHHELD } from './drawn.ts';
import { type Compared, TwoWorlds } from './pairs.ts';

const EVERY = 500;

const ROLES = [...new Set(CALLERS.map(roleOf))];

/** How many pairs of each kind each role was asked about. */
function table(compared: readonly Compared[]): string {
  const rows = Object.entries(Object.groupBy(compared, ({ thing }) => thing)).map(([thing, pairs = []]) => {
    const asked = pairs.flatMap(({ callers }) => [...new Set(callers.map((name) => roleOf(callerOf(name))))]);
    const cells = ROLES.map((role) => String(asked.filter((one) => one === role).length).padStart(role.length));
    return `${thing.padEnd(34)} ${String(pairs.length).padStart(6)}  ${cells.join('  ')}`;
  });
  return [`${'withheld'.padEnd(34)}  pairs  ${ROLES.join('  ')}`, ...rows].join('\n');
}

/** The pair alone in two worlds of its own: what earlier pairs left behind is no part of it there. */
async function alone(kind: DatabaseKind, draw: Drawn): Promise<string> {
  const two = await TwoWorlds.open(kind);
  try {
    const { leak, real } = await two.compare(draw);
    const told = leak ?? (real ? 'no difference: an earlier pair left it' : 'nobody who may know sees a difference');
    return `alone in two new worlds, ${JSON.stringify(draw)}\n${told}`;
  } finally {
    await two.close();
  }
}

/** Compares so many pairs, one after another in the same two worlds, so that what earlier ones left stands beside all later ones. */
export async function compareWorlds(kind: DatabaseKind, two: TwoWorlds, runs: number): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  let first: Drawn | undefined;
  const details = await fc.check(
    fc.asyncProperty(drawn(Object.keys(WITHHELD)), async (draw: Drawn) => {
      const found = await two.compare(draw);
      compared.push(found);
      if (LONG && compared.length % EVERY === 0)
        process.stderr.write(`  ${compared.length} pairs, ${(compared.length / seconds()).toFixed(1)} a second\n`);
      if (found.leak === undefined && found.real) return;
      first ??= draw;
      throw new Error(found.leak ?? `Nobody who may know can tell the two worlds apart: ${draw.thing}.`);
    }),
    budget(runs),
  );
  if (details.failed) {
    const again = [first, details.counterexample?.[0]].filter((draw) => draw !== undefined);
    const told: string[] = [];
    for (const draw of again) told.push(await alone(kind, draw));
    throw new Error([fc.defaultReportMessage(details), ...told].join('\n\n'), { cause: details.errorInstance });
  }
  // A few pairs need no table.
  if (runs >= Object.keys(WITHHELD).length)
    process.stderr.write(
      `${table(compared)}\n  ${compared.length} pairs, ${(compared.length / seconds()).toFixed(1)} a second (${kind}), seed ${details.seed}\n`,
    );
  return compared;
}
