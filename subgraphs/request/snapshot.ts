/** What a caller may see, read with every snapshot: from the directory and the caller's entitlements to a scope. */
import { scopeOf } from '../../schema/law/scope.ts';
import type { ReadTransaction } from '../database/database.ts';
import type { Caller, Snapshot } from './context.ts';
import { type Directory, loadDirectory } from './directory.ts';
import { type EntitlementsRow, entitlementsOf } from './entitlements.ts';

export interface SnapshotReader {
  /**
   * What the caller may see, in the snapshot of the transaction. Throws BAD_USER_INPUT for a purpose that is not published. With `expecting`
   * it is made from what the snapshot is expected to say of the caller, if anything, and `confirmed` tells whether it did.
   */
  read(transaction: ReadTransaction, caller: Caller, today: string, expecting?: boolean): Promise<Snapshot>;
}

/** The entitlements are not what was expected: what was made of them counts for nothing. */
export class EntitlementsChanged extends Error {}

/** What a caller may see but for who it is, and the words of the database that it was made from. */
interface Known {
  readonly row: string;
  readonly seen: Omit<Snapshot, 'transaction' | 'confirmed'>;
}

const KNOWN_MAX = 500;

const CONFIRMED = Promise.resolve();

/** A transaction of which nothing is told before it has said what was expected of it. */
const confirming = (transaction: ReadTransaction, confirmed: Promise<void>): ReadTransaction => ({
  ...transaction,
  query: async (statement, parameters) => {
    const rows = await transaction.query<never>(statement, parameters);
    await confirmed;
    return rows;
  },
});

/**
 * One a process: remembers the directory of the newest version and day, and what it made of the entitlements of each kind of caller. An agreement or duty that ends
 * is never remembered as one in force: every snapshot says the caller's entitlements anew, and what was made of others is not used.
 */
export function snapshotReader(): SnapshotReader {
  let directory: Directory | undefined;
  const known = new Map<string, Known>();
  /** What was made of the entitlements the last time that somebody like this asked. */
  const keyOf = (caller: Caller, today: string): string =>
    JSON.stringify([caller.role, caller.unit, caller.purpose, caller.caseReference !== null, today]);
  const make = async (transaction: ReadTransaction, row: string, caller: Caller, today: string): Promise<Known> => {
    const said = JSON.parse(row) as EntitlementsRow;
    if (directory === undefined || directory.version !== said.version || directory.today !== today) {
      directory = await loadDirectory(transaction, said.version, today);
      // What was made of an older one is never used again, and would keep it.
      known.clear();
    }
    const { entitlements, grounds } = entitlementsOf(said, { ...caller, subject: null }, directory);
    return { row, seen: { directory, entitlements, grounds, scope: scopeOf(entitlements, directory.scopeItems) } };
  };
  const readingOf = ({ seen }: Known, transaction: ReadTransaction, caller: Caller, confirmed: Promise<void>) => {
    const self = caller.subject?.id ?? null;
    return {
      ...seen,
      entitlements: { ...seen.entitlements, self },
      scope: { ...seen.scope, self },
      transaction,
      confirmed,
    };
  };
  return {
    read: async (transaction, caller, today, expecting = false) => {
      const key = keyOf(caller, today);
      const last = known.get(key);
      if (expecting && last !== undefined) {
        const confirmed = transaction.entitlements.then((row) => {
          if (row !== last.row) throw new EntitlementsChanged('What this caller may see was changed just now.');
        });
        confirmed.catch(() => undefined);
        return readingOf(last, confirming(transaction, confirmed), caller, confirmed);
      }
      const row = await transaction.entitlements;
      if (last?.row === row) return readingOf(last, transaction, caller, CONFIRMED);
      const made = await make(transaction, row, caller, today);
      if (known.size >= KNOWN_MAX) known.clear();
      known.set(key, made);
      return readingOf(made, transaction, caller, CONFIRMED);
    },
  };
}
