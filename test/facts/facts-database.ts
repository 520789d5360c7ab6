/** Empty databases for the facts. */
import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../../subgraphs/database/database.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import type { Session } from '../../subgraphs/database/session.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { makeDatabase } from '../kit.ts';
import type { DatabaseKind } from '../sample-template.ts';
import { TODAY } from './held-facts.ts';

export interface FactsDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

export const session = (role: Session['role'], change: Partial<Session> = {}): Session => ({
  role,
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: TODAY,
  ...change,
});

/** An empty database of the kind. */
export async function openEmpty(kind: DatabaseKind): Promise<FactsDatabase> {
  const made = kind === 'postgresql' ? await makeDatabase() : undefined;
  const database = await openDatabase({ entities: ENTITIES, url: made?.url, loginPassword: 'of the facts' });
  await asOwner(database, made?.url, (role) => [
    `grant execute on function rights.asked_subjects(uuid[]) to "${role}"`,
    `grant select on control.item, sanctions.list to "${role}"`,
  ]);
  return {
    database,
    close: async () => {
      await database.close();
      await made?.drop();
    },
  };
}

/**
 * The statements of the first wall call functions that every reader may and the role "due" may not: in these databases it may, so that they can run where
 * no row policy stands behind them.
 */
async function asOwner(database: Database, url: string | undefined, grants: (role: string) => string[]): Promise<void> {
  const statements = grants(database.roleName('due'));
  if (url === undefined) {
    // The owner began the one connection of the embedded database.
    await database.write(session('OPERATOR'), 'control', async (em) => {
      for (const statement of ['set local session authorization postgres', ...statements])
        await sql.raw(statement).execute(em.getKysely());
    });
    return;
  }
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}

export const run = (database: Database, as: Session, role: DatabaseRole, statement: RawBuilder<unknown>) =>
  database.write(as, role, async (em) => statement.execute(em.getKysely()));
