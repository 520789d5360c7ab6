/**
 * Loads a dump into an empty PostgreSQL database, in one transaction: `pg_restore` writes SQL, `psql` runs it, and the commit is sent only when all of it
 * came and the rows are as many as were counted. Owners, grants and row policies are left out: they name roles of the database's old name, and this code
 * makes them anew for the new one.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FENCE } from '../../../subgraphs/database/migrate/fence.ts';
import { literal } from '../../../subgraphs/database/statements.ts';
import type { Manifest } from '../manifest.ts';
import { connectionOf, type Program, ProgramFailed, type Running, start } from '../programs.ts';
import { isGone, Refused } from '../refused.ts';
import { RESTORE as SAY } from '../sentences/restore.ts';
import { mark, STILL_EMPTY } from './target.ts';

/** Entries of a dump that are made anew. What is said of an extension only its owner may say. */
const LEFT_OUT = /^\d+; \d+ \d+ (?:ACL|DEFAULT ACL|POLICY|ROW SECURITY|COMMENT - EXTENSION) /;

export interface Programs {
  readonly restore: Program;
  readonly psql: Program;
}

async function textOf({ child, ended }: Running): Promise<string> {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await ended;
  return text;
}

/** Raises where a table has another number of rows than was counted. */
const countsOf = ({ rows }: Manifest): string =>
  `do $count$ declare found int8; begin\n${Object.entries(rows)
    .map(
      ([table, counted]) =>
        `select count(*) into found from ${table}; if found <> ${counted} then raise exception '% has % rows, and the manifest says ${counted}', ${literal(table)}, found; end if;`,
    )
    .join('\n')}\nend $count$;`;

interface Load {
  readonly url: string;
  readonly dump: string;
  readonly manifest: Manifest;
  readonly digest: string;
  readonly onBytes: (bytes: number) => void;
}

/** Throws Refused; then the database is empty as before. */
export async function loadServer({ restore, psql }: Programs, load: Load): Promise<void> {
  const { url, environment } = connectionOf(load.url);
  const list = await textOf(start(restore, ['--list', load.dump], environment));
  const kept = list.split('\n').filter((line) => !LEFT_OUT.test(line));
  // Node's pipes are sockets, which pg_restore cannot open by a name.
  const places = mkdtempSync(join(tmpdir(), 'credit-restore-'));
  writeFileSync(join(places, 'list'), kept.join('\n'), { mode: 0o600 });
  const target = start(psql, ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', `--dbname=${url}`], environment);
  const source = start(
    restore,
    ['--file=-', '--no-owner', '--no-acl', `--use-list=${join(places, 'list')}`, load.dump],
    environment,
  );
  const { stdin } = target.child;
  const { stdout } = source.child;
  if (stdin === null || stdout === null) throw new Error('A program of PostgreSQL has no pipes.');
  try {
    stdin.write(`begin;\n${STILL_EMPTY}\n`);
    let bytes = 0;
    for await (const part of stdout) {
      bytes += (part as Buffer).length;
      load.onBytes(bytes);
      if (!stdin.write(part)) await Promise.race([once(stdin, 'drain'), target.ended]);
    }
    await source.ended;
    stdin.end(`${countsOf(load.manifest)}\n${mark(load.digest)}\n${FENCE};\ncommit;\n`);
    await target.ended;
  } catch (error) {
    // Without the commit psql rolls back what it did.
    target.child.kill();
    await target.ended.catch(() => undefined);
    if (isGone(error)) throw new Refused(SAY.gone, error);
    if (error instanceof ProgramFailed) throw new Refused(SAY.loadFailed(error.said || error.message), error);
    throw error;
  } finally {
    source.child.kill();
    rmSync(places, { recursive: true, force: true });
  }
}
