/** Dumps a PostgreSQL database: one snapshot, which `pg_dump` and the counts of the manifest share. */

import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from '../connection.ts';
import { type Facts, factsOf, isOurs } from '../facts.ts';
import type { Manifest } from '../manifest.ts';
import { connectionOf, type Program, ProgramFailed, programFor, start } from '../programs.ts';
import { isGone, Refused } from '../refused.ts';
import { BACKUP as SAY } from '../sentences/backup.ts';
import { PROGRAMS } from '../sentences/programs.ts';
import { globalsOf } from './globals.ts';
import { checkReadable, readingRole } from './readable.ts';
import { writeStream, writeText } from './write.ts';

export const DUMP = 'database.dump';

export interface Dumped {
  readonly facts: Facts;
  readonly program: string | null;
  readonly files: Manifest['files'];
}

export interface DumpSteps {
  /** Bytes written by now, and about how many the database has; the dump is smaller, because it is compressed. */
  readonly onBytes: (bytes: number, of: number) => void;
  readonly onCheck: () => void;
}

/** Rows by table in a dump, counted as it is read back. */
async function rowsIn(program: Program, path: string): Promise<ReadonlyMap<string, number>> {
  const { child, ended } = start(
    program,
    ['--data-only', '--file=-', path],
    connectionOf('postgresql:///').environment,
  );
  const rows = new Map<string, number>();
  let table: string | undefined;
  let counted = 0;
  if (child.stdout === null) throw new Error('pg_restore has no standard output.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (table === undefined) {
      table = /^COPY (.+?) \(.*\) FROM stdin;$/.exec(line)?.[1];
      counted = 0;
    } else if (line === '\\.') {
      // The rows of a table in parts come part by part.
      rows.set(table, (rows.get(table) ?? 0) + counted);
      table = undefined;
    } else counted += 1;
  }
  await ended;
  return rows;
}

async function compareRows(restore: Program, path: string, { rows }: Facts): Promise<void> {
  const dumped = await rowsIn(restore, path);
  for (const [table, counted] of Object.entries(rows))
    if ((dumped.get(table) ?? 0) !== counted) throw new Refused(SAY.otherRows(table, dumped.get(table) ?? 0, counted));
}

/** Fault of the dump: that of writing the file, or what pg_dump said. */
function dumpFault(error: unknown): unknown {
  if (!(error instanceof ProgramFailed)) return isGone(error) ? new Refused(PROGRAMS.gone, error) : error;
  const gone = /server closed the connection|terminating connection|connection to server .* failed/.test(error.said);
  return new Refused(gone ? PROGRAMS.gone : SAY.dumpFailed(error.said || error.message), error);
}

/** Writes the dump and `globals.sql` into the folder. Throws Refused. */
export async function dumpServer(url: string, setting: string, folder: string, steps: DumpSteps): Promise<Dumped> {
  const connection = await connect(url, setting);
  try {
    // Found before anything is locked or written.
    const program = programFor('pg_dump', connection.major);
    const restore = programFor('pg_restore', program.major);
    if (!(await isOurs(connection))) throw new Refused(SAY.notOurs(setting));
    const role = await readingRole(connection);
    await checkReadable(connection, role);
    await connection.run('begin isolation level repeatable read, read only');
    await connection.query(`select set_config('role', $1, true), set_config('row_security', 'on', true)`, [role]);
    const [shared] = await connection.query<{ snapshot: string; bytes: number }>(
      'select pg_export_snapshot() as snapshot, pg_database_size(current_database())::float8 as bytes',
    );
    const facts = await factsOf(connection);
    const globals = await writeText(folder, 'globals.sql', await globalsOf(connection, facts.database));
    const { url: bare, environment } = connectionOf(url);
    const { child, ended } = start(
      program,
      [
        '--format=custom',
        '--enable-row-security',
        // Rows of a part are those of its table, whatever parts it is given.
        '--load-via-partition-root',
        `--role=${role}`,
        `--snapshot=${shared?.snapshot}`,
        `--dbname=${bare}`,
      ],
      environment,
    );
    if (child.stdout === null) throw new Error('pg_dump has no standard output.');
    let dump: Manifest['files'][number];
    try {
      // A database that stops ends the stream as if the dump were whole: how pg_dump ended tells.
      dump = await writeStream(folder, DUMP, child.stdout, (bytes) => steps.onBytes(bytes, shared?.bytes ?? 0));
      await ended;
    } finally {
      child.kill();
    }
    // The snapshot was there until the end: else pg_dump would have failed.
    await connection.run('rollback');
    steps.onCheck();
    await compareRows(restore, join(folder, DUMP), facts);
    return { facts, program: program.version, files: [dump, globals] };
  } catch (error) {
    throw dumpFault(error);
  } finally {
    await connection.end();
  }
}
