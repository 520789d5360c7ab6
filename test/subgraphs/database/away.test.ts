/** A database that is away: which errors of the driver say so, by PostgreSQL's table of SQLSTATEs (appendix A of its manual) and Node's codes. */
import { expect, it } from 'vitest';
import { awayBy, awayFault } from '../../../subgraphs/database/engines/away.ts';

const failed = (code: string, more: object = {}): Error =>
  Object.assign(new Error('words of a driver'), { code, ...more });

it('A17.1 a connection that broke, a server that ends or starts, and one that has nothing left or became a replica are away', () => {
  // connection_failure, admin_shutdown, crash_shutdown, cannot_connect_now.
  for (const code of ['08006', '57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
    expect([code, awayBy(failed(code))]).toEqual([code, 'broken']);
  // read_only_sql_transaction, disk_full, too_many_connections, out_of_memory, io_error: nothing was done.
  for (const code of ['25006', '53100', '53300', '53200', '58030'])
    expect([code, awayBy(failed(code))]).toEqual([code, 'refusing']);
  for (const words of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])
    expect(awayBy(new Error(words))).toBe('broken');
  expect(awayBy(new Error('of MikroORM', { cause: failed('57P01') }))).toBe('broken');
  expect(awayBy(Object.assign(new Error('of MikroORM'), { previous: failed('25006') }))).toBe('refusing');
});

it('A17.1 what the program itself does wrong stays a fault of the program', () => {
  // unique_violation, insufficient_privilege, undefined_table, query_canceled, one of our own.
  for (const code of ['23505', '42501', '42P01', '57014', 'CR001']) {
    const error = failed(code);
    expect([code, awayBy(error)]).toEqual([code, undefined]);
    expect(awayFault(error)).toBe(error);
  }
  expect(awayBy(new TypeError('not a function'))).toBeUndefined();
  expect(awayBy('words')).toBeUndefined();
});
