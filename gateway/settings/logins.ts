/** The files of the logins of the subgraphs and the gateways: a private one for each, which a service reads as its environment. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loginMessages } from '../../schema/messages/door/logins.ts';
import { makeLogins, type OfPlaces } from '../../subgraphs/database/logins.ts';
import { type LoginPlace, PLACES, roleOfPlace } from '../../subgraphs/database/roles.ts';
import { keyGuard } from '../../subgraphs/keys/marks.ts';
import type { Config } from './config.ts';
import { ConfigFault } from './config-fault.ts';

type Served = Config & { readonly databaseUrl: string };

export const isServer = (config: Config): config is Served => config.databaseUrl !== undefined;

/** In the order in which they are told. */
const NAMES = Object.keys(PLACES) as readonly LoginPlace[];

/** Whether DATABASE_URL names the login that is made for gateways. */
function isGatewayLogin(databaseUrl: string | undefined): boolean {
  const url = URL.parse(databaseUrl ?? '');
  if (url === null) return false;
  return (
    decodeURIComponent(url.username) === roleOfPlace(decodeURIComponent(url.pathname.slice(1)), 'gateway', 'login')
  );
}

/**
 * Whom a gateway logs in as: as `gateway`, which owns nothing and serves the database as it finds it, or as the owner (undefined). Throws where that cannot be:
 * the login of gateways may do the work of no subgraph; and in production a gateway before subgraphs of their own is not the owner of what they hold.
 */
export function gatewayPlace({
  databaseUrl,
  remote,
  mode,
}: Pick<Config, 'databaseUrl' | 'remote' | 'mode'>): 'gateway' | undefined {
  const isOwn = isGatewayLogin(databaseUrl);
  if (isOwn && remote === undefined) throw new ConfigFault(loginMessages.needsSubgraphs);
  if (!isOwn && remote !== undefined && mode === 'production') throw new ConfigFault(loginMessages.gatewayIsOwner);
  return isOwn ? 'gateway' : undefined;
}

export interface MadeLogin {
  /** The subgraph, or `gateway`. */
  readonly place: LoginPlace;
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
export async function makeAllLogins(config: Served, folder: string, renew: boolean): Promise<readonly MadeLogin[]> {
  const pathOf = (name: string): string => resolve(join(folder, `${name}.env`));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const kept = new Map(NAMES.map((name) => [name, renew ? undefined : passwordIn(pathOf(name))]));
    const passwords = Object.fromEntries(
      NAMES.map((name) => [name, kept.get(name) ?? randomBytes(24).toString('hex')]),
    ) as OfPlaces<string>;
    const urls = await makeLogins(config.databaseUrl, passwords, keyGuard(config.secrets));
    return NAMES.map((name) => {
      writePrivate(pathOf(name), `DATABASE_URL=${urls[name]}\n`);
      const user = decodeURIComponent(new URL(urls[name]).username);
      return { place: name, user, path: pathOf(name), fresh: kept.get(name) === undefined };
    });
  } catch (error) {
    const { code = '', syscall, path } = error as NodeJS.ErrnoException;
    if (syscall === undefined || path === undefined) throw error;
    throw new ConfigFault(loginMessages.fileUnwritten(path, code));
  }
}
