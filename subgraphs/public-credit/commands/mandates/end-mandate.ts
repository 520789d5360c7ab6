/** A mandate ends at once (Article 35): by who gave it or acts under it; that of a guardian by the guardian or the operator. An answer on its way is not given. */
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../../schema/errors.ts';
import { mandateMessages } from '../../../../schema/messages/acts/rights/mandates.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { type MandateRow, readMandate } from '../../../rights/mandates/mandate-rows.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import { retried } from '../../intake/retry.ts';

const REASON_MAX = 500;

interface Found {
  readonly kind: string;
  readonly principal: string;
  readonly agent: string;
  readonly ended: boolean;
}

export async function endMandate(
  context: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<MandateRow> {
  const { platform, request, caller } = context;
  if (!isId(id)) throw notFound('mandate');
  if (reason.trim() === '' || reason.length > REASON_MAX)
    throw badInput('REASON', mandateMessages.reason(REASON_MAX), '35');
  const self = caller.subject?.id ?? null;
  const by = self === null ? 'OPERATOR' : 'PRINCIPAL';
  await retried(() =>
    request.write('rights', async (em) => {
      const db = em.getKysely();
      // The row policy leaves the caller's own, and to the operator guardians.
      const { rows } =
        await sql<Found>`select kind, principal_id as principal, agent_id as agent, ended_at is not null as ended
        from rights.mandate where id = ${id}::uuid`.execute(db);
      const [found] = rows;
      if (found === undefined) throw notFound('mandate');
      if (found.ended) throw conflict('MANDATE_ENDED', mandateMessages.over);
      if (found.kind === 'LEGAL_REPRESENTATIVE') throw conflict('BY_REGISTRATION', mandateMessages.byRegistration);
      if (found.kind === 'GUARDIAN' && found.principal === self)
        throw conflict('BY_OPERATOR', mandateMessages.byOperator);
      const { sealed, keyId } = platform.secrets.seal(reason, `end of mandate ${id}`);
      const { numAffectedRows } =
        await sql`update rights.mandate set ended_on = ${request.today}::date, ended_at = ${platform.now().toISOString()}::timestamptz,
          ended_by = ${found.agent === self ? 'AGENT' : by}, reason_sealed = ${sealed}, reason_key = ${keyId}
        where id = ${id}::uuid and ended_at is null`.execute(db);
      // It ended meanwhile.
      if (numAffectedRows !== 1n) throw conflict('MANDATE_ENDED', mandateMessages.over);
      await tellSubjects(
        em,
        [found.principal, found.agent]
          .filter((subject) => subject !== self)
          .map((subject) => ({ kind: 'MANDATE_ENDED' as const, subject, said: { mandate: found.kind } })),
      );
    }),
  );
  context.snapshot = await request.snapshot();
  const row = await readMandate(context, id);
  if (row === null) throw new Error('The mandate that was ended is not there.');
  return row;
}
