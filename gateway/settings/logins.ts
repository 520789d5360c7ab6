/** The files of the subgraphs' logins: a private one for each, which a service reads as its environment. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loginMessages } from '../../schema/messages/door/logins.ts';
import { makeLogins, type OfPlaces } from '../../subgraphs/database/logins.ts';
import { keyGuard } from '../../subgraphs/keys/marks.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';
import type { Config } from './config.ts';
import { ConfigFault } from './config-fault.ts';

type Served = Config & { readonly databaseUrl: string };

export const isServer = (config: Config): config is Served => config.databaseUrl !== undefined;

export interface MadeLogin {
  readonly subgraph: SubgraphName;
  readonly user: string;
  readonly path: string;
  /** Whether its password is new. */
  readonly fresh: boolean;
}

/** The password of a file that is there already; undefined where there is none. */
function passwordIn(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const [, url = ''] = /^DATABASE_URL=(.*)$/m.exec(readFileSync(path, 'utf8')) ?? [];
  const password = URL.parse(url)?.password ?? '';
  if (password === '') throw new ConfigFault(loginMessages.fileOdd(path));
  return decodeURIComponent(password);
}

/** Whole or not at all, and at no time readable by others. */
function writePrivate(path: string, text: string): void {
  const beside = `${path}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, path);
}

/** Makes the logins, and the file of each. Killed in between, it is run again: a file that is there says the password. */
export async function makeSubgraphLogins(
  config: Served,
  folder: string,
  renew: boolean,
): Promise<readonly MadeLogin[]> {
  const pathOf = (name: string): string => resolve(join(folder, `${name}.env`));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const kept = new Map(SUBGRAPH_NAMES.map((name) => [name, renew ? undefined : passwordIn(pathOf(name))]));
    const passwords = Object.fromEntries(
      SUBGRAPH_NAMES.map((name) => [name, kept.get(name) ?? randomBytes(24).toString('hex')]),
    ) as OfPlaces<string>;
    const urls = await makeLogins(config.databaseUrl, passwords, keyGuard(config.secrets));
    return SUBGRAPH_NAMES.map((name) => {
      writePrivate(pathOf(name), `DATABASE_URL=${urls[name]}\n`);
      const user = decodeURIComponent(new URL(urls[name]).username);
      return { subgraph: name, user, path: pathOf(name), fresh: kept.get(name) === undefined };
    });
  } catch (error) {
    const { code = '', syscall, path } = error as NodeJS.ErrnoException;
    if (syscall === undefined || path === undefined) throw error;
    throw new ConfigFault(loginMessages.fileUnwritten(path, code));
  }
}
