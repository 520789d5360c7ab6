/** Holds the two walls in SQL against the law, and names the facts in which they differ. */
import type { Database } from '../../subgraphs/database/database.ts';
import type { SnapshotReader } from '../../subgraphs/request/snapshot.ts';
import { type FactsTable, TABLES } from './plant.ts';
import { expectedOf, type FactsCaller, scopeParameters, throughPolicies, throughScope } from './walls.ts';

/**
 * Roles that may not read a table at all, whatever the facts are: the only difference of the row policies. An analyst reads numbers (Article 22). What
 * collectors hold is opened to parties by agreement and to the subject alone (Articles 23 §4 and 24 §3), and to no department, whatever its duty.
 */
const granted = (role: FactsCaller['role'], table: FactsTable): boolean =>
  table === 'non_public_credit.record' ? role === 'SUBJECT' || role === 'PARTY' : role !== 'ANALYST';

/** Error of PostgreSQL where a role has no grant. */
const DENIED = '42501';

const policiesOrDenied = (database: Database, caller: FactsCaller, table: FactsTable): Promise<string[] | string> =>
  throughPolicies(database, caller, table).catch((error: Error & { code?: string }) => {
    if (error.code === undefined) throw error;
    return error.code;
  });

/** The first row in which two walls differ. */
function between(wall: string, table: FactsTable, caller: FactsCaller, open: string[], found: string[]): string[] {
  if (open.length === found.length && open.every((id, index) => id === found[index])) return [];
  const [more] = found.filter((id) => !open.includes(id));
  const [less] = open.filter((id) => !found.includes(id));
  const { unit, ...rest } = caller;
  return [`${wall} of ${table}, ${JSON.stringify({ ...rest, unit: unit.code })}: more ${more}, less ${less}`];
}

/** Asks both walls for these callers. `asked` takes the combinations that were answered. */
export async function differences(
  database: Database,
  snapshots: SnapshotReader,
  callers: readonly FactsCaller[],
  asked: Set<number>,
): Promise<string[]> {
  const differ: string[] = [];
  for (const caller of callers) {
    const { open, combinations } = expectedOf(caller);
    for (const number of combinations) asked.add(number);
    const parameters = await scopeParameters(database, snapshots, caller);
    for (const table of TABLES) {
      differ.push(...between('scope', table, caller, open, await throughScope(database, caller, table, parameters)));
      const read = await policiesOrDenied(database, caller, table);
      const expected = granted(caller.role, table) ? open : DENIED;
      if (typeof read === 'string' || typeof expected === 'string') {
        if (read !== expected) differ.push(`policies of ${table} for ${caller.role}: ${String(read).slice(0, 80)}`);
      } else differ.push(...between('policies', table, caller, expected, read));
    }
  }
  return differ;
}
