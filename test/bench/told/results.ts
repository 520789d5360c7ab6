/** Everything that a run measured, as `--json` and the history keep it. */
import type { Operation } from '../settings.ts';
import type { Figures } from './figures.ts';

/** Letters of the sides, as the README names them. */
export const LETTERS = ['a', 'b', 'c', 'd', 'f', 'h', 'w'] as const;
export type Letter = (typeof LETTERS)[number];

export interface OfSide {
  readonly letter: Letter;
  readonly name: string;
  readonly figures: Figures;
}

/** One operation, and what each side that answers it came to. */
export interface Measured {
  readonly operation: Operation;
  readonly sides: readonly OfSide[];
}

/** A load at a fixed rate. */
export interface AtRate {
  readonly operation: Operation;
  readonly sides: readonly (OfSide & { readonly rate: number })[];
}

/** A batch beside as many single questions of the same fields, over one connection (`alone`) and over all. Milliseconds. */
export interface Batched {
  readonly size: number;
  readonly alone: { readonly batch: number; readonly singles: number };
  readonly loaded: { readonly batch: number; readonly singles: number };
}

/** One size of the province. */
export interface OfSize {
  readonly subjects: number;
  readonly records: number;
  readonly loadedSeconds: number;
  readonly databaseMiB: number;
  readonly operations: readonly { readonly operation: Operation; readonly figures: Figures }[];
  /** The jobs of the day: how long they took, and the longest statement among them. */
  readonly jobs?: { readonly seconds: number; readonly longestMs: number; readonly longest: string };
}

export interface Resident {
  readonly minutes: number;
  readonly firstMiB: number;
  readonly lastMiB: number;
}

export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly database: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** A part is there where it was measured. Runs of one day may each bring a part of their own. */
export interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly settings: string;
  readonly measured?: readonly Measured[];
  /** The same over one connection: nobody waits for anybody. */
  readonly alone?: readonly Measured[];
  readonly atRate?: readonly AtRate[];
  readonly batched?: Batched;
  readonly sizes?: readonly OfSize[];
  readonly resident?: Resident;
}

export const sideOf = (
  measured: readonly { readonly operation: Operation; readonly sides: readonly OfSide[] }[] | undefined,
  operation: Operation,
  letter: Letter,
): Figures | undefined =>
  measured?.find((one) => one.operation === operation)?.sides.find((side) => side.letter === letter)?.figures;
