/** A side of the benchmark: processes that answer, started and watched together. */
import type { Operation, Usage } from '../settings.ts';
import { OPERATIONS } from '../settings.ts';
import type { Letter } from '../told/results.ts';
import type { Child } from './child.ts';

export interface Side {
  readonly letter: Letter;
  readonly name: string;
  /** URLs that take requests. The connections of the load generator are spread over them. */
  readonly urls: readonly string[];
  /** What it answers. */
  readonly operations: readonly Operation[];
  /** CPU time and memory of all its processes together. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

interface Of {
  readonly urls: readonly string[];
  readonly children: readonly Child[];
  /** Children whose work is counted and that another side stops. */
  readonly shared?: readonly Child[];
  readonly operations?: readonly Operation[];
}

export const sideOf = (
  letter: Letter,
  name: string,
  { urls, children, shared = [], operations = OPERATIONS }: Of,
): Side => ({
  letter,
  name: `(${letter}) ${name}`,
  urls,
  operations,
  usage: async () => {
    const each = await Promise.all([...children, ...shared].map((child) => child.ask<Usage>('usage')));
    return {
      cpuMs: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      residentBytes: each.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
    };
  },
  stop: async () => {
    for (const child of children) await child.stop();
  },
});
