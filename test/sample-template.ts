/** Loads the sample province once a run and copies it for each world. Loading it anew for each took half of the suite's time. */
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openAsBlob,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openDevelopmentIssuer } from '../gateway/identity/development-issuer.ts';
import { openPlatform } from '../gateway/platform.ts';
import { readConfig } from '../gateway/settings/config.ts';
import { placeRoles, roleNames } from '../subgraphs/database/roles.ts';
import { loadSample } from '../subgraphs/sample.ts';
import { LEFT } from './postgresql.ts';
import { slimDump } from './slim-dump.ts';

/** The date of the tests' clock, a Friday. The dates of the sample lie around it. */
export const TODAY = '2026-11-20';
export const TEN_O_CLOCK = `${TODAY}T10:00:00+08:00`;

export type DatabaseKind = 'pglite' | 'postgresql';

async function administer(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresql') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Creates a database on the tests' PostgreSQL server, empty or as a copy of `template`. The caller must drop it. */
export async function makeDatabase(
  template?: string,
): Promise<{ name: string; url: string; drop: () => Promise<void> }> {
  const admin = inject('postgresql');
  if (admin === undefined) throw new Error('There is no PostgreSQL server to make a database on.');
  const name = `credit_${randomBytes(6).toString('hex')}`;
  await administer(
    `create database ${name} ${template === undefined ? '' : `template ${template} strategy file_copy`}`,
  );
  const url = new URL(admin);
  url.pathname = `/${name}`;
  // Roles belong to the server, not to the database, so they must be dropped too.
  const roles = [...Object.values(roleNames(name)), ...placeRoles(name)].map((role) => `"${role}"`);
  const drop = () => administer(`drop database ${name} with (force)`, `drop role if exists ${roles.join(', ')}`);
  return { name, url: url.href, drop };
}

/** A database that holds the sample: a dump for the embedded one, or a PostgreSQL database. It needs the keys that were copied with it. */
export interface Sampled {
  readonly beginWith?: Blob;
  readonly database?: { readonly name: string; readonly url: string; drop(): Promise<void> };
}

const KEYS = ['secrets.json', 'development-issuer.json'];

/** Registers a database to be dropped at the end of the run. */
export const leave = (name: string): void => appendFileSync(join(inject('templates'), LEFT), `${name}\n`);

/** Loads the sample into a new database and keeps it, with its keys, in `place` as the template for copies. */
async function make(kind: DatabaseKind, place: string): Promise<void> {
  const database = kind === 'postgresql' ? await makeDatabase() : undefined;
  if (database !== undefined) leave(database.name);
  const config = readConfig({
    DATA_DIR: place,
    ...(database === undefined ? {} : { DATABASE_URL: database.url }),
  });
  await openDevelopmentIssuer(place);
  const { platform, snapshots, close } = await openPlatform(config, {
    inMemory: true,
    now: () => new Date(TEN_O_CLOCK),
  });
  await loadSample(platform, snapshots, () => undefined);
  if (platform.database.dump !== undefined)
    writeFileSync(join(place, 'dump'), await slimDump(await platform.database.dump()));
  await close();
  writeFileSync(join(place, 'being-made'), database?.name ?? '');
  renameSync(join(place, 'being-made'), join(place, 'ready'));
}

/** Copies the sample. Undefined while another process is loading it: the caller then loads its own instead of waiting. */
export async function copySample(kind: DatabaseKind, folder: string): Promise<Sampled | undefined> {
  const place = join(inject('templates'), kind);
  if (!existsSync(join(place, 'ready'))) {
    try {
      mkdirSync(place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return undefined;
    }
    await make(kind, place);
  }
  for (const name of KEYS) copyFileSync(join(place, name), join(folder, name));
  return kind === 'pglite'
    ? { beginWith: await openAsBlob(join(place, 'dump')) }
    : { database: await makeDatabase(readFileSync(join(place, 'ready'), 'utf8')) };
}
