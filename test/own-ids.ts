/** Ids of persons are each recipient's own. What one of them calls a thing, said as another knows it: nobody outside could. */
import type { Role } from '../schema/law/facts.ts';
import type { Asker, Thing } from '../subgraphs/keys/recipient-ids.ts';
import type { Holder, World } from './kit.ts';

/** The holder of a token as the cipher knows it; null is PUBLIC. */
export function askerOf({ server }: Pick<World, 'server'>, holder: Holder | null): Asker {
  if (holder === null) return { role: 'PUBLIC', unit: null, subject: null };
  const { role, unit = null, subject } = holder;
  const { subjectId } = server.platform.secrets;
  return {
    role: role.toUpperCase() as Role,
    unit,
    subject: subject === undefined ? null : { id: subjectId(subject.type, subject.value) },
  };
}

/** The stored id behind an id that a holder was given. That of an organization is the same. */
export const storedId = (
  world: Pick<World, 'server'>,
  holder: Holder | null,
  id: string,
  thing: Thing = 'RECORD',
): string => world.server.platform.secrets.recipientIds.open(askerOf(world, holder), thing, id) ?? id;

/** The id under which a holder knows what is stored about a person. */
export const ownIdOf = (
  world: Pick<World, 'server'>,
  holder: Holder | null,
  stored: string,
  thing: Thing = 'RECORD',
): string =>
  world.server.platform.secrets.recipientIds.close(askerOf(world, holder), thing, stored, { personal: true });

/** An id that one holder was given, as another knows the same thing. */
export function asKnownTo(
  world: Pick<World, 'server'>,
  to: Holder | null,
  from: Holder | null,
  id: string,
  thing: Thing = 'RECORD',
) {
  const stored = storedId(world, from, id, thing);
  return stored === id ? id : ownIdOf(world, to, stored, thing);
}
