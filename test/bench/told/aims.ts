/** The aims of speed, each held against what was measured. Pure: the figures stand here alone. */
import type { Operation } from '../settings.ts';
import type { Figures } from './figures.ts';
import { type Letter, type Results, sideOf } from './results.ts';
import { table } from './table.ts';

/** `undefined` where the run did not measure it. */
export interface Aim {
  readonly aim: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean | undefined;
}

const atLeast = (aim: string, bound: number, value: number | undefined): Aim => ({
  aim,
  wanted: `≥ ${bound}`,
  measured: value === undefined ? '' : `× ${value.toFixed(2)}`,
  met: value === undefined ? undefined : value >= bound,
});

const atMost = (aim: string, bound: number, value: number | undefined, wanted = String(bound)): Aim => ({
  aim,
  wanted: `≤ ${wanted}`,
  measured: value === undefined ? '' : `× ${value.toFixed(2)}`,
  met: value === undefined ? undefined : value <= bound,
});

const divided = (of: number | undefined, by: number | undefined): number | undefined =>
  of === undefined || by === undefined || by === 0 ? undefined : of / by;

/** Times the requests a second of (b), (h) and (d). */
const THROUGHPUT: readonly (readonly [Operation, readonly (readonly [Letter, number])[]])[] = [
  [
    'PublicLookup',
    [
      ['b', 4],
      ['h', 2.5],
      ['d', 2],
    ],
  ],
  [
    'PartyCheck',
    [
      ['b', 3],
      ['h', 2.5],
      ['d', 2],
    ],
  ],
  [
    'MatterCheck',
    [
      ['b', 3],
      ['h', 2.5],
    ],
  ],
  [
    'PartyBatch',
    [
      ['d', 4],
      ['b', 2],
    ],
  ],
];

/** Shares of the CPU time of (b), servers and database together. */
const CPU: readonly (readonly [Operation, number, string])[] = [
  ['PublicLookup', 1 / 4, '¼'],
  ['PartyCheck', 1 / 3, '⅓'],
  ['MatterCheck', 1 / 3, '⅓'],
];

const LATE: readonly Operation[] = ['PublicLookup', 'PartyCheck', 'MatterCheck'];
const OF_FLOOR: readonly Operation[] = ['PublicLookup', 'PartyCheck', 'PartyBatch'];
const WITHOUT_LEDGER: readonly Operation[] = ['PartyCheck', 'PartyBatch'];
const OF_WIRE: readonly Operation[] = ['PublicLookup', 'PartyCheck'];

const BATCH_TIMES = 20;
const FLOOR_TIMES = 3;
const LEDGER_TIMES = 1.1;
const GROWTH_TIMES = 1.2;
const WIRE_TIMES = 1.5;

function growth({ sizes = [] }: Results): Aim[] {
  const sorted = [...sizes].sort((left, right) => left.subjects - right.subjects);
  const [small, large] = [sorted[0], sorted.at(-1)];
  const told = small === undefined || large === undefined || small === large ? undefined : { small, large };
  const between = told === undefined ? '1 000 000 and 10 000' : `${told.large.subjects} and ${told.small.subjects}`;
  return OF_FLOOR.flatMap((operation) => {
    const at = (size: typeof small): Figures | undefined =>
      told === undefined ? undefined : size?.operations.find((one) => one.operation === operation)?.figures;
    return [
      atMost(`${operation}, p50 at ${between} subjects`, GROWTH_TIMES, divided(at(large)?.p50, at(small)?.p50)),
      atMost(
        `${operation}, time a request at ${between} subjects`,
        GROWTH_TIMES,
        divided(at(small)?.perSecond, at(large)?.perSecond),
      ),
    ];
  });
}

/** The table of aims, in the order in which they are told. */
export function aimsOf(results: Results): readonly Aim[] {
  const side = (operation: Operation, letter: Letter): Figures | undefined =>
    sideOf(results.measured, operation, letter);
  const alone = (operation: Operation, letter: Letter): Figures | undefined => sideOf(results.alone, operation, letter);
  const { batched, resident } = results;
  return [
    ...CPU.map(([operation, bound, wanted]) =>
      atMost(
        `${operation}, CPU of servers and database, of (b)`,
        bound,
        divided(side(operation, 'a')?.cpuMs, side(operation, 'b')?.cpuMs),
        wanted,
      ),
    ),
    ...THROUGHPUT.flatMap(([operation, bounds]) =>
      bounds.map(([letter, bound]) =>
        atLeast(
          `${operation}, requests a second, of (${letter})`,
          bound,
          divided(side(operation, 'a')?.perSecond, side(operation, letter)?.perSecond),
        ),
      ),
    ),
    ...LATE.map((operation) =>
      atMost(`${operation}, p99, of (b)`, 1 / 3, divided(side(operation, 'a')?.p99, side(operation, 'b')?.p99), '⅓'),
    ),
    atLeast(
      `a batch of ${batched?.size ?? '1 000'}, times as quick as single questions, one connection`,
      BATCH_TIMES,
      divided(batched?.alone.singles, batched?.alone.batch),
    ),
    ...OF_FLOOR.map((operation) =>
      atMost(
        `${operation}, p50 over one connection, of (f)`,
        FLOOR_TIMES,
        divided(alone(operation, 'a')?.p50, alone(operation, 'f')?.p50),
      ),
    ),
    ...WITHOUT_LEDGER.map((operation) =>
      atMost(
        `${operation}, CPU of servers and database, of (c) without ledger`,
        LEDGER_TIMES,
        divided(side(operation, 'a')?.cpuMs, side(operation, 'c')?.cpuMs),
      ),
    ),
    ...growth(results),
    ...OF_WIRE.map((operation) =>
      atLeast(
        `${operation}, requests a second of one process a subgraph (w), of (b)`,
        WIRE_TIMES,
        divided(side(operation, 'w')?.perSecond, side(operation, 'b')?.perSecond),
      ),
    ),
    atMost(
      `memory after ${resident?.minutes ?? 10} minutes, of after one`,
      GROWTH_TIMES,
      divided(resident?.lastMiB, resident?.firstMiB),
    ),
  ];
}

export const aimsTable = (results: Results): string =>
  table(
    aimsOf(results).map(({ aim, wanted, measured, met }) => [
      aim,
      wanted,
      measured,
      met === undefined ? 'not measured' : met ? 'met' : 'missed',
    ]),
    ['aim', 'wanted', 'measured', ''],
  );
