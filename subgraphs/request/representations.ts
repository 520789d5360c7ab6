/**
 * What entities are asked by. The gateway sends the keys that another source told it; each source decides on them anew, and what has not the form
 * of a key, whatever else it is, is the key of nothing and reaches no statement.
 */
import { forbidden } from '../../schema/errors.ts';
import type { Context } from './context.ts';
import { LEDGER_READERS } from './request.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether something is an id as records, subjects and entries of the ledger have them. */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** A key that is text, null for anything else. */
export const textKey = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A subject, marked as the caller's own; nothing else of it is taken from what was sent. Rejects for an analyst, who reads numbers and no subject. */
export async function subjectKey(
  { id }: { readonly id: unknown },
  context: Context,
): Promise<{ id: string; self: boolean } | null> {
  if (context.caller.role === 'ANALYST') throw forbidden('ROLE', '22');
  return isId(id) ? { id, self: context.snapshot.scope.self === id } : null;
}

/** An entry of the ledger. Rejects for whoever may ask for none. */
export async function disclosureKey(
  { id }: { readonly id: unknown },
  context: Context,
): Promise<{ id: string } | null> {
  const { role } = context.caller;
  if (!LEDGER_READERS.has(role)) throw forbidden(role === 'PUBLIC' ? 'IDENTITY_REQUIRED' : 'ROLE', '35');
  return isId(id) ? { id } : null;
}
