/** What is done under a mandate: in whose session, while the mandate stands, and with an entry that names who did it (Article 35). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Session } from '../../database/session.ts';
import type { Secrets } from '../../keys/secrets.ts';
import { rowsOf } from '../../ledger/ledger.ts';
import { mandateOver } from '../../ledger/write.ts';
import type { Caller, Platform } from '../context.ts';
import { type Actor, actedEntry, type Occasion } from './entries.ts';

/** The session of a caller. Under a mandate it is the agent's, and the database finds for whom it acts. */
export const sessionOf = (caller: Caller, today: string): Session => ({
  role: caller.role,
  unit: caller.unit,
  purpose: caller.purpose,
  caseReference: caller.caseReference,
  matter: caller.matter ?? null,
  subjectId: caller.agent?.id ?? caller.subject?.id ?? null,
  ...(caller.agent === undefined ? {} : { acting: { mandate: caller.agent.mandate, scopes: ['READ'] } }),
  today,
});

/** Who acts, as the entries of the principal name it. */
export const actorOf = (secrets: Pick<Secrets, 'pseudonym'>, { agent, subject }: Caller): { readonly actor?: Actor } =>
  agent === undefined || subject === null
    ? {}
    : {
        actor: {
          mandate: agent.mandate,
          agent: secrets.pseudonym(subject.id, agent.id),
          principal: subject.id,
        },
      };

/** Throws MANDATE_REQUIRED where the mandate stands no more: nothing is written. Else it cannot end before this transaction is over. */
export async function checkActing(em: EntityManager, { agent }: Caller, at: Date): Promise<void> {
  if (agent === undefined) return;
  try {
    await sql`select rights.act_under(${agent.mandate}::uuid, ${at.toISOString()}::timestamptz)`.execute(
      em.getKysely(),
    );
  } catch (error) {
    throw mandateOver(error) ?? error;
  }
}

/** Enters who did what is being written. */
export async function noteActed(
  em: EntityManager,
  { database }: Pick<Platform, 'database'>,
  { agent }: Caller,
  occasion: Occasion,
): Promise<void> {
  if (agent === undefined) return;
  const db = em.getKysely();
  await sql`select set_config('role', ${database.roleName('ledger')}, true)`.execute(db);
  await sql`select ledger.write_entries(${JSON.stringify(rowsOf([actedEntry(occasion, null)]))}::jsonb)`.execute(db);
}
