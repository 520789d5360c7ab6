/** Brings a database up with keys that must be its own: a wrong key file changes nothing in it, no table either. */
import type { RoleNames } from '../roles.ts';
import type { Owner } from './catalog.ts';
import { type Bringing, bringUp } from './migrate.ts';

/** `check` runs before anything is changed and throws for keys of another database; `remember` when the database is brought up to this code. */
export interface KeyCheck {
  check(owner: Owner): Promise<void>;
  remember(owner: Owner): Promise<void>;
  /** Throws for keys that are not those that the database knows. It needs no owner, and changes nothing. */
  fits(reader: Owner): Promise<void>;
}

export async function bringUpWith(
  keys: KeyCheck | undefined,
  owner: Owner,
  bringing: Bringing = {},
): Promise<RoleNames> {
  await keys?.check(owner);
  const names = await bringUp(owner, undefined, bringing);
  await keys?.remember(owner);
  return names;
}
