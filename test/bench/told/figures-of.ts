/** Figures for tests, of which what is not said is 0. */
import type { Figures } from './figures.ts';

export const figuresWith = (given: Partial<Figures>): Figures => ({
  requests: 1,
  perSecond: 0,
  p50: 0,
  p99: 0,
  p999: 0,
  errors: 0,
  cpuMs: 0,
  serverMs: 0,
  databaseMs: 0,
  residentMiB: 0,
  ...given,
});
