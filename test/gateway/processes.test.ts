/** PROCESSES: how many serve behind the one port. */
import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { readConfig } from '../../gateway/settings/config.ts';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';

const DATABASE_URL = 'postgres://owner@localhost/credit';

it.each([
  [undefined, DATABASE_URL, 1],
  ['3', DATABASE_URL, 3],
  ['64', DATABASE_URL, 64],
  ['auto', DATABASE_URL, Math.min(availableParallelism(), 64)],
  ['auto', undefined, 1],
  ['1', undefined, 1],
])('PROCESSES=%s over %s is %i', (PROCESSES, url, processes) => {
  const set = {
    ...(PROCESSES === undefined ? {} : { PROCESSES }),
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  };
  expect(readConfig(set).processes).toBe(processes);
});

it.each(['0', '65', '1.5', 'many', '-1', 'AUTO'])(
  'PROCESSES=%s is refused, and it is said what to write',
  (PROCESSES) => {
    expect(() => readConfig({ PROCESSES, DATABASE_URL })).toThrow(ConfigFault);
    expect(() => readConfig({ PROCESSES, DATABASE_URL })).toThrow(/PROCESSES.*from 1 to 64; write one, or auto/);
  },
);

it('PROCESSES=2 needs a PostgreSQL server', () => {
  expect(() => readConfig({ PROCESSES: '2' })).toThrow(
    /needs DATABASE_URL: the embedded database belongs to one process/,
  );
});
