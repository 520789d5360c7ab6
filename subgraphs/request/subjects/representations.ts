/**
 * Checks the keys of entity representations. The gateway sends keys that another subgraph returned, and each subgraph authorizes them again. A value
 * that has not the form of a key is treated as not found and reaches no statement.
 */
import { forbidden } from '../../../schema/errors.ts';
import type { Context } from '../context.ts';
import { LEDGER_READERS } from '../request.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a value has the form of a record, subject or ledger entry id. */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** The value where it is a string, else null. */
export const textKey = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * The key of a subject, marked where it is the caller itself. Other fields of the representation are ignored. Rejects for an analyst, who may read no
 * subject.
 */
export async function subjectKey(
  { id }: { readonly id: unknown },
  context: Context,
): Promise<{ id: string; self: boolean } | null> {
  if (context.caller.role === 'ANALYST') throw forbidden('ROLE', '22');
  return isId(id) ? { id, self: context.snapshot.scope.self === id } : null;
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
