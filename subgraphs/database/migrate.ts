/** The schema brought up to date, and the login role made ready, by the owner of the schemas. */
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PostgresOrm } from '@mikro-orm/postgresql';
import type { MikroORM } from '@mikro-orm/sql';
import pg from 'pg';
import { ENTITIES } from '../entities.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { LOGIN_ROLE } from './migrations/roles.ts';

export type Orm = MikroORM;

export async function migrate(orm: Orm): Promise<void> {
  await orm.migrator.up();
}

export const OPTIONS = {
  entities: ENTITIES,
  extensions: [Migrator],
  migrations: { migrationsList: MIGRATIONS, tableName: 'migration', schema: 'public', snapshot: false, silent: true },
  // Statements carry values, and values are personal: they are never logged.
  debug: false as const,
};

/** The same database, as the login role. */
export function loginUrl(url: string, password: string): string {
  const login = new URL(url);
  login.username = LOGIN_ROLE;
  login.password = password;
  return login.href;
}

/** Migrates a server's database and gives the login role its password. */
export async function prepareServer(url: string, loginPassword: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    // Two servers that start together migrate one after the other.
    await owner.query(`select pg_advisory_lock(hashtext('credit-gateway migrations'))`);
    const orm: Orm = await PostgresOrm.init({ ...OPTIONS, clientUrl: url });
    await migrate(orm);
    await orm.close(true);
    await owner.query(`alter role ${LOGIN_ROLE} password ${pg.escapeLiteral(loginPassword)}`);
  } finally {
    await owner.end();
  }
}
