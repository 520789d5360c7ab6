/** Subjects of which one row is held, in one table: whether a caller may know that the platform holds them follows from that row alone (Article 23). */
import type { Database } from '../../subgraphs/database/database.ts';
import { factsAt } from './combinations.ts';
import { granted } from './compare.ts';
import { run, session } from './facts-database.ts';
import { controlId, type HeldRow, type HeldSubject, ITEMS, ROWS, SUBJECTS, UNITS, WRITER } from './held-facts.ts';
import { GRANT } from './held-grounds.ts';
import { lawful } from './law-by-articles.ts';
import { type FactsTable, INTO, insert, subjectRow, TABLES } from './plant.ts';
import { combinationOf, type FactsCaller, sessionOf, throughPolicies } from './walls.ts';

export interface LoneSubject {
  readonly table: FactsTable;
  readonly row: HeldRow;
}

/** The first item of each openness that is in force, agreed or not, covered or not; shared, so that a duty can open it. */
const items = ITEMS.filter(({ published, sharing }) => published && sharing === 'SHARED');

const lone = (row: HeldRow, index: number): HeldRow => {
  const id = `00000000-0000-4000-8005-${String(index).padStart(12, '0')}`;
  return { ...row, index: ROWS.length + index, id, subject: { ...row.subject, id } };
};

/** Every subject of the held rows about these items, once for each table. */
export const LONE_SUBJECTS: readonly LoneSubject[] = TABLES.flatMap((table) =>
  ROWS.filter(({ item }) => items.includes(item)).map((row) => ({ table, row })),
).map(({ table, row }, index) => ({ table, row: lone(row, index) }));

/** It authorizes every unit for the stated purpose. */
const authorizing = ({ id }: HeldSubject, index: number) =>
  UNITS.map(({ code }, unit) => ({
    id: controlId(100_000 + index * 100 + unit),
    subject_id: id,
    party: code,
    ...GRANT,
  }));

export async function plantLone(database: Database): Promise<void> {
  const writer = session('PROVIDER', { unit: WRITER });
  const subjects: readonly HeldSubject[] = LONE_SUBJECTS.map(({ row }) => row.subject);
  await run(database, writer, 'intake', insert('public_credit.subject', subjects.map(subjectRow)));
  for (const [index, subject] of subjects.entries())
    if (subject.authorizes)
      await run(
        database,
        session('SUBJECT', { subjectId: subject.id }),
        'control',
        insert('control.authorization_grant', authorizing(subject, index)),
      );
  for (const table of TABLES) {
    const [role, columns] = INTO[table];
    const rows = LONE_SUBJECTS.filter((one) => one.table === table).map(({ row }) => columns(row));
    await run(database, writer, role, insert(table, rows));
  }
}

const open = (caller: FactsCaller, row: HeldRow): boolean => lawful(factsAt(combinationOf(caller, row))) === 'allow';

/**
 * Subjects that the row policies show or withhold against the law: a subject is there for a caller to whom a row about it is open, and for itself. The
 * held subjects, about whom there is a row of every kind, are there for everyone who may see anything.
 */
export async function subjectsDiffer(database: Database, caller: FactsCaller): Promise<string[]> {
  const held = SUBJECTS.filter(
    ({ id }) => id === caller.self || ROWS.some((row) => row.subject.id === id && open(caller, row)),
  );
  const single = LONE_SUBJECTS.filter(
    ({ table, row }) => row.subject.id === caller.self || (granted(caller.role, table) && open(caller, row)),
  );
  const expected = [...held.map(({ id }) => id), ...single.map(({ row }) => row.subject.id)].sort();
  const found = await throughPolicies(database, sessionOf(caller), 'public_credit.subject');
  const wrong = [...expected, ...found].filter((id) => !expected.includes(id) || !found.includes(id));
  return wrong
    .slice(0, 3)
    .map((id) => `${JSON.stringify(caller)} ${expected.includes(id) ? 'misses' : 'is shown'} ${id}`);
}
