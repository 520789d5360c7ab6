/** Determines what a caller may see, with every snapshot: from the directory and the caller's entitlements to a scope. */

import { isUnitRole, unitFault } from '../../schema/law/asking/unit-roles.ts';
import { callerOf, scopeOf } from '../../schema/law/scope.ts';
import type { ReadTransaction } from '../database/database.ts';
import { admit, checkGap } from './admission.ts';
import type { Caller, Snapshot } from './context.ts';
import { type Directory, loadDirectory } from './directory.ts';
import { type Asking, askingOf, type EntitlementsRow, entitlementsOf } from './entitlements.ts';

interface Reading {
  readonly expecting?: boolean;
  readonly admitted?: boolean;
}

export interface SnapshotReader {
  /**
   * Returns what the caller may see, in the snapshot of the transaction. Throws UNAUTHENTICATED where the caller's unit does not carry its role, and
   * BAD_USER_INPUT for a purpose that is not published. With `expecting`, cached entitlements are used where there are any, and `confirmed` rejects if
   * the database returns others. With `admitted`, the unit is not held against its role again.
   */
  read(transaction: ReadTransaction, caller: Caller, today: string, how?: Reading): Promise<Snapshot>;
  /** Whether the cached directory has the caller's unit, and it carries the role. Reads nothing: the next snapshot confirms or refutes it. */
  admits(caller: Caller, today: string): boolean;
}

/** The cached entitlements were out of date. Everything that was derived from them is invalid. */
export class EntitlementsChanged extends Error {}

type Seen = Pick<Snapshot, 'directory' | 'entitlements' | 'scope' | 'grounds'>;

/** Cached result for one kind of caller, without the caller's id, and the database row that it was made from. */
interface Known {
  readonly row: string;
  readonly seen: Seen;
}

const KNOWN_MAX = 500;

const CONFIRMED = Promise.resolve();

function seenBy(row: EntitlementsRow, asking: Asking, directory: Directory): Seen {
  const { entitlements, grounds } = entitlementsOf(row, asking, directory);
  return { directory, entitlements, grounds, scope: scopeOf(entitlements, directory.scopeItems) };
}

/** A transaction whose results are held back until the cached entitlements are confirmed. */
const confirming = (transaction: ReadTransaction, confirmed: Promise<void>): ReadTransaction => ({
  ...transaction,
  query: async (statement, parameters) => {
    const rows = await transaction.query<never>(statement, parameters);
    await confirmed;
    return rows;
  },
});

/**
 * One for each process. Caches the directory of the newest version and day, and the scope made from each kind of caller's entitlements. An agreement
 * or duty that ended is never used from the cache: every snapshot reads the entitlements again, and a cached scope made from others is discarded.
 */
export function snapshotReader(): SnapshotReader {
  let directory: Directory | undefined;
  const known = new Map<string, Known>();
  /** Key of the cache. Entitlements under one key rarely change; `read` compares the row of each snapshot with the cached one. */
  const keyOf = (asking: Asking, today: string): string => JSON.stringify({ ...asking, today });
  const make = async (
    transaction: ReadTransaction,
    row: string,
    asking: Asking,
    today: string,
    admitted: boolean,
  ): Promise<Known> => {
    const read = JSON.parse(row) as EntitlementsRow;
    checkGap(asking, read.gap);
    if (directory === undefined || directory.version !== read.version || directory.today !== today) {
      directory = await loadDirectory(transaction, read.version, today);
      // Scopes of an older directory are never used again.
      known.clear();
    }
    if (!admitted) admit(asking, read.unit, today, directory.units);
    return { row, seen: seenBy(read, asking, directory) };
  };
  const remember = (key: string, made: Known): Known => {
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(key, made);
    return made;
  };
  /** The same row of the database says what the caller is entitled to under every purpose. */
  const underPurpose = ({ row, seen: { directory } }: Known, asking: Asking, today: string): Seen | undefined => {
    if (!directory.purposes.has(asking.purpose ?? '')) return undefined;
    const key = keyOf(asking, today);
    const last = known.get(key);
    if (last?.row === row) return last.seen;
    return remember(key, { row, seen: seenBy(JSON.parse(row) as EntitlementsRow, asking, directory) }).seen;
  };
  const snapshotOf = (
    found: Known,
    transaction: ReadTransaction,
    caller: Caller,
    today: string,
    confirmed: Promise<void>,
  ) => {
    const asSubject = callerOf(caller.role, caller.subject?.id ?? null);
    const { seen } = found;
    return {
      ...seen,
      entitlements: { ...seen.entitlements, ...asSubject },
      scope: { ...seen.scope, self: asSubject.self },
      under: (purpose: string) => underPurpose(found, { ...askingOf(caller), purpose }, today),
      transaction,
      confirmed,
    };
  };
  return {
    admits: (caller, today) =>
      caller.unit === null ||
      !isUnitRole(caller.role) ||
      unitFault(caller.role, directory?.units.get(caller.unit), today) === undefined,
    read: async (transaction, caller, today, { expecting = false, admitted = false } = {}) => {
      const asking = askingOf(caller);
      const key = keyOf(asking, today);
      const last = known.get(key);
      if (expecting && last !== undefined) {
        const confirmed = transaction.entitlements.then((row) => {
          if (row !== last.row) throw new EntitlementsChanged('What this caller may see was changed just now.');
        });
        confirmed.catch(() => undefined);
        return snapshotOf(last, confirming(transaction, confirmed), caller, today, confirmed);
      }
      const row = await transaction.entitlements;
      if (last?.row === row) return snapshotOf(last, transaction, caller, today, CONFIRMED);
      const made = await make(transaction, row, asking, today, admitted);
      // What was not held against the unit is for this request alone.
      if (!admitted) remember(key, made);
      return snapshotOf(made, transaction, caller, today, CONFIRMED);
    },
  };
}
