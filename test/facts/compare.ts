/** Holds the two walls in SQL against the law, and names the facts in which they differ. */
import type { Database } from '../../subgraphs/database/database.ts';
import type { Session } from '../../subgraphs/database/session.ts';
import type { SnapshotReader } from '../../subgraphs/request/snapshot.ts';
import { inWords } from './combinations.ts';
import { ROWS } from './held-facts.ts';
import { type FactsTable, TABLES } from './plant.ts';
import {
  combinationOf,
  expectedOf,
  type FactsCaller,
  scopeIn,
  sessionOf,
  throughKeys,
  throughPolicies,
  throughScope,
} from './walls.ts';

/**
 * Roles that may not read a table at all, whatever the facts are: the only difference of the row policies. An analyst reads numbers (Article 22). What
 * collectors hold is opened to parties by agreement and to the subject alone (Articles 23 §4 and 24 §3), and to no department, whatever its duty.
 */
export const granted = (role: FactsCaller['role'], table: FactsTable): boolean =>
  table === 'non_public_credit.record' ? role === 'SUBJECT' || role === 'PARTY' : role !== 'ANALYST';

/** Error of PostgreSQL where a role has no grant. */
const DENIED = '42501';

const policiesOrDenied = (database: Database, as: Session, table: FactsTable): Promise<string[] | string> =>
  throughPolicies(database, as, table).catch((error: Error & { code?: string }) => {
    if (error.code === undefined) throw error;
    return error.code;
  });

/** The first row that a wall lets through and the law does not, and the first that it withholds against the law. */
function between(wall: string, caller: FactsCaller, open: readonly string[], found: readonly string[]): string[] {
  if (open.length === found.length && open.every((id, index) => id === found[index])) return [];
  const inFacts = (id: string | undefined): string => {
    const row = ROWS.find((one) => one.id === id);
    return row === undefined ? 'nothing' : inWords(combinationOf(caller, row));
  };
  const more = inFacts(found.find((id) => !open.includes(id)));
  const less = inFacts(open.find((id) => !found.includes(id)));
  return [`${wall} for ${caller.unit.code} opens ${more}, withholds ${less}`];
}

/** A caller whose session and rows that the law opens are known. */
export interface Compared {
  readonly caller: FactsCaller;
  readonly as: Session;
  readonly open: readonly string[];
}

/** Where the row policies differ from the law in a table. */
export async function policiesDiffer(
  database: Database,
  { caller, as, open }: Compared,
  table: FactsTable,
): Promise<string[]> {
  const read = await policiesOrDenied(database, as, table);
  const allowed = granted(caller.role, table);
  if (typeof read !== 'string' && allowed) return between(`policies of ${table}`, caller, open, read);
  return read === DENIED && !allowed ? [] : [`policies of ${table} for ${caller.role}: ${String(read).slice(0, 80)}`];
}

/** Where the two walls differ from the law. */
export async function differ(database: Database, snapshots: SnapshotReader, compared: Compared): Promise<string[]> {
  const { caller, as, open } = compared;
  const scope = await scopeIn(database, snapshots, as);
  const found: string[] = [];
  for (const table of TABLES) {
    found.push(...between(`scope of ${table}`, caller, open, await throughScope(database, as, table, scope)));
    found.push(...between(`keys of ${table}`, caller, open, await throughKeys(database, as, table, scope)));
    found.push(...(await policiesDiffer(database, compared, table)));
  }
  return found;
}

/** Asks both walls for these callers. `asked` takes the combinations that were answered. */
export async function differences(
  database: Database,
  snapshots: SnapshotReader,
  callers: readonly FactsCaller[],
  asked: Set<number>,
): Promise<string[]> {
  const found: string[] = [];
  for (const caller of callers) {
    const { open, combinations } = expectedOf(caller);
    for (const number of combinations) asked.add(number);
    found.push(...(await differ(database, snapshots, { caller, as: sessionOf(caller), open })));
  }
  return found;
}
