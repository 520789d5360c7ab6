/** Whether a database fits a process that does not own it: it is looked at and not changed. */

import { loginMessages } from '../../../../schema/messages/door/logins.ts';
import type { Said } from '../../../../schema/messages/said.ts';
import { type LoginPlace, quoted, type RoleNames, roleNamesOf, roleOfPlace } from '../../roles.ts';
import { type AccessFiles, readAccess } from '../access.ts';
import type { Owner } from '../catalog.ts';
import { BEING_RESTORED } from '../fence.ts';
import type { KeyCheck } from '../key-check.ts';

/** The database does not fit, and the sentence says what to do. */
export class Unfit extends Error {
  readonly said: Said;

  constructor(words: Said) {
    super(words.message.en);
    this.said = words;
  }
}

interface Standing {
  readonly number: number;
  readonly servesFrom: number;
  readonly hash: string;
}

/** Throws `Unfit` where this code must not run over a database of this edition. */
export function checkEdition(standing: Standing | undefined, { edition }: Pick<AccessFiles, 'edition'>): void {
  if (standing === undefined) throw new Unfit(loginMessages.neverBroughtUp);
  const { number, servesFrom, hash } = standing;
  if (number === BEING_RESTORED) throw new Unfit(loginMessages.beingRestored);
  if (number < edition.number) throw new Unfit(loginMessages.tooOld(number, edition.number));
  if (number > edition.number && servesFrom > edition.number)
    throw new Unfit(loginMessages.tooNew(number, servesFrom, edition.number));
  if (number === edition.number && hash !== edition.hash) throw new Unfit(loginMessages.otherText(number));
}

/** Verifies a database as the login of a subgraph. Returns the names under which it knows the roles. */
export async function verify(reader: Owner, place: LoginPlace, keys: KeyCheck | undefined): Promise<RoleNames> {
  const own = roleOfPlace(reader.database, place, 'login');
  const [user] = await reader.query<{ name: string }>('select session_user::text as name');
  if (user?.name !== own) throw new Unfit(loginMessages.notOwn(place, user?.name ?? '', own));
  const names = roleNamesOf(reader.database, place);
  await reader.run(`set role ${quoted(names.presence)}`);
  const [standing] = await reader.query<Standing>(
    'select number, serves_from as "servesFrom", hash from public.access',
  );
  checkEdition(standing, readAccess());
  await keys?.fits(reader);
  return names;
}
