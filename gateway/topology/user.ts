/** As whom the processes run where root starts them: PostgreSQL refuses root. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { User } from './supervised.ts';

const USERS = ['postgres', 'nobody'] as const;

const idOf = (flag: '-u' | '-g', name: string): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/** Folders that a user must pass to reach a file. */
const above = (path: string): string[] => (dirname(path) === path ? [path] : [...above(dirname(path)), path]);

/** The user, undefined where it is whoever runs this; or the first folder that the user may not pass. */
export function userFor(folder: string): User | undefined | string {
  if (process.getuid?.() !== 0) return undefined;
  const [user] = USERS.flatMap((name) => {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
    return uid === undefined || gid === undefined ? [] : [{ uid, gid }];
  });
  if (user === undefined) return undefined;
  const needed = [...above(dirname(folder)), ...above(dirname(process.execPath)), join(import.meta.dirname)];
  return needed.find((path) => spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], user).status !== 0) ?? user;
}
