/** A platform on which nothing stays: ledger entries are really written, with every check and count of the database, noted here, and taken back. */
import type { Database, Statement } from '../../../subgraphs/database/database.ts';
import type { Platform } from '../../../subgraphs/request/context.ts';

/** An entry as it is handed to the database. */
export type Written = Readonly<Record<string, unknown>> & { readonly answers?: readonly { readonly id: string }[] };

/**
 * SQLSTATE division_by_zero: what the statement fails with once the entries are written, so that its transaction ends without them. `random()` keeps
 * the planner from dividing beforehand.
 */
const TAKEN_BACK = '22012';

const RECORD = 'select ledger.record($1::jsonb)';
const AND_TAKE_BACK: Statement = {
  name: 'ledger-record-and-take-back',
  text: 'select ledger.record($1::jsonb), 1 / floor(random())::int',
};

function takingBack(database: Database, written: Written[]): Database {
  return {
    ...database,
    write: () => Promise.reject(new Error('Nothing is written here but the ledger.')),
    execute: async (session, role, statement, parameters) => {
      if (statement.text !== RECORD) return database.execute(session, role, statement, parameters);
      try {
        await database.execute(session, role, AND_TAKE_BACK, parameters);
      } catch (error) {
        if ((error as { readonly code?: string }).code !== TAKEN_BACK) throw error;
        written.push(...(JSON.parse(String(parameters[0])) as Written[]));
        return [];
      }
      throw new Error('The entries stayed.');
    },
  };
}

/** The platform for one request. Cursors, which are sealed anew each time, are the same for the same position. */
export function keptBack(platform: Platform, cursors: Map<string, string>, written: Written[]): Platform {
  const sealCursor: Platform['secrets']['sealCursor'] = (position, boundTo) => {
    const key = JSON.stringify([position, boundTo]);
    const cursor = cursors.get(key) ?? platform.secrets.sealCursor(position, boundTo);
    cursors.set(key, cursor);
    return cursor;
  };
  return {
    ...platform,
    database: takingBack(platform.database, written),
    secrets: { ...platform.secrets, sealCursor },
    sequencer: { ...platform.sequencer, written: () => undefined },
  };
}
