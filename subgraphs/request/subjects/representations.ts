/**
 * Checks the keys of entity representations. The gateway sends keys that another subgraph returned, and each subgraph authorizes them again. A value
 * that has not the form of a key is treated as not found and reaches no statement.
 */
import { forbidden } from '../../../schema/errors.ts';
import type { Role } from '../../../schema/law/facts.ts';
import { isUuid, seesStoredId, type Thing, type Whose } from '../../keys/recipient-ids.ts';
import type { Context } from '../context.ts';

/** Roles that may read the ledger. */
const LEDGER_READERS: ReadonlySet<Role> = new Set(['SUBJECT', 'OPERATOR', 'AUTHORITY']);

/** Whether a value has the form of a stored id. */
export const isId = (value: unknown): value is string => typeof value === 'string' && isUuid(value);

/** The nil UUID, which is nothing's id. What an id that cannot be opened is read as, so that it is answered as one that does not exist. */
/** The id of nothing. */
export const NOTHING = '00000000-0000-0000-0000-000000000000';

/** What must be known of who asks. */
export type Known = Pick<Context, 'platform' | 'caller'>;

/** Ids that this execution opened: the caller was given them. */
const opened = (context: Context): Set<string> => context.once('opened-ids', () => new Set<string>());

/** The stored id behind an id as the caller sends it. One of another recipient or kind, or of no form, becomes the id of nothing. */
export function openId(context: Context, thing: Thing, value: unknown): string {
  if (isId(value)) return value;
  const id =
    typeof value === 'string' ? context.platform.secrets.recipientIds.open(context.caller, thing, value) : undefined;
  if (id === undefined) return NOTHING;
  opened(context).add(id);
  return id;
}

/**
 * Whether the caller may name a thing by the id that it sent. A stored id of a person comes from somebody else, and is answered as one that does not
 * exist. Ask this of every row that was found by an id from outside.
 */
export const mayName = (context: Context, id: string, whose: Whose): boolean =>
  seesStoredId(context.caller, whose) || opened(context).has(id);

/** The id under which the caller knows a thing. */
export const closeId = (context: Known, thing: Thing, id: string, whose: Whose): string =>
  context.platform.secrets.recipientIds.close(context.caller, thing, id, whose);

/** The value where it is a string, else null. */
export const textKey = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * The key of a subject, marked where it is the caller itself. Other fields of the representation are ignored. Rejects for an analyst, who may read no
 * subject.
 */
export async function subjectKey(
  { id }: { readonly id: unknown },
  context: Context,
): Promise<{ id: string; self: boolean; personal?: boolean } | null> {
  if (context.caller.role === 'ANALYST') throw forbidden('ROLE', '22');
  const stored = openId(context, 'SUBJECT', id);
  if (stored === NOTHING) return null;
  // Only ids of persons are encrypted.
  return { id: stored, self: context.snapshot.scope.self === stored, personal: !isId(id) };
}

/** The key of a ledger entry. Rejects for roles that may read none. */
export async function disclosureKey(
  { id }: { readonly id: unknown },
  context: Context,
): Promise<{ id: string } | null> {
  const { role } = context.caller;
  if (!LEDGER_READERS.has(role)) throw forbidden(role === 'PUBLIC' ? 'IDENTITY_REQUIRED' : 'ROLE', '35');
  return isId(id) ? { id } : null;
}
