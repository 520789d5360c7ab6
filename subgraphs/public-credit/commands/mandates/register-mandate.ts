/** Somebody is let act for a subject (Article 35): by the subject itself, and for whom a guardian acts by the operator, on evidence. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, forbidden } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { desensitizeNumber } from '../../../../schema/law/desensitize/desensitize.ts';
import { mandateMessages } from '../../../../schema/messages/acts/rights/mandates.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { type Identified, identify } from '../../../request/subjects/identify.ts';
import { useEvidence } from '../../../rights/evidence/evidence.ts';
import { principalBoundTo } from '../../../rights/mandates/acting.ts';
import { type MandateRow, readMandate } from '../../../rights/mandates/mandate-rows.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import { retried } from '../../intake/retry.ts';
import type { MandateInput } from '../../types.generated.ts';

/** Mandates that one subject gives one person on one day: the person is told of each, and of its end, and was not asked. */
const A_DAY = 10;

/** For whom: whoever asks, or whom the operator names. */
function principalOf({ platform, caller }: Context, input: MandateInput): Identified {
  if (caller.role === 'OPERATOR') {
    if (input.kind !== 'GUARDIAN') throw badInput('KIND', mandateMessages.kindOfOther(input.kind, 'SUBJECT'), '35');
    if (input.principal == null) throw badInput('PRINCIPAL', mandateMessages.principalMissing, '35');
    return identify(platform, input.principal);
  }
  if (caller.subject === null) throw forbidden('ROLE', '35');
  if (input.kind === 'GUARDIAN') throw badInput('KIND', mandateMessages.kindOfOther(input.kind, 'OPERATOR'), '35');
  if (input.principal != null) throw badInput('PRINCIPAL', mandateMessages.principalOfOperator, '35');
  return identify(platform, caller.subject);
}

function check({ request }: Context, input: MandateInput, principal: Identified, agent: Identified): void {
  const { kind, scope, validUntil } = input;
  if (kind === 'LEGAL_REPRESENTATIVE') throw badInput('KIND', mandateMessages.kindOfRegistration, '35');
  if (agent.id === principal.id) throw badInput('TO_ITSELF', mandateMessages.toItself, '35');
  if (agent.type === 'USCC') throw badInput('AGENT', mandateMessages.agentNoPerson, '35');
  if (kind === 'EMPLOYEE' && principal.type !== 'USCC') throw badInput('KIND', mandateMessages.employeeOfPerson, '35');
  if (kind === 'GUARDIAN' && principal.type === 'USCC')
    throw badInput('PRINCIPAL', mandateMessages.guardianOfPerson, '35');
  if (scope.length === 0 || new Set(scope).size !== scope.length)
    throw badInput('SCOPE', mandateMessages.noScope, '35');
  if (!isDate(validUntil) || validUntil < request.today)
    throw badInput('UNTIL', mandateMessages.until(request.today), '35');
  if (kind === 'GUARDIAN' && (input.evidence ?? []).length === 0)
    throw badInput('EVIDENCE', mandateMessages.guardianEvidence, '35');
}

async function store(
  em: EntityManager,
  context: Context,
  input: MandateInput,
  principal: Identified,
  agent: Identified,
): Promise<string> {
  const { platform, caller, request } = context;
  const { secrets } = platform;
  const db = em.getKysely();
  const id = newId();
  const at = platform.now().toISOString();
  // Two at a time of one principal wait for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`credit-gateway mandates ${principal.id}`}, 0))`.execute(
    db,
  );
  const { rows } = await sql<{
    off: boolean;
    twice: boolean;
    today: number;
  }>`select rights.is_struck_off(${principal.id}::uuid) as off,
      exists (select from rights.mandate m where m.principal_id = ${principal.id}::uuid and m.agent_id = ${agent.id}::uuid and m.kind = ${input.kind}
        and m.ended_at is null and m.valid_until >= ${request.today}::date) as twice,
      (select count(*)::int from rights.mandate m where m.principal_id = ${principal.id}::uuid and m.agent_id = ${agent.id}::uuid
        and m.valid_from = ${request.today}::date) as today`.execute(db);
  if (rows[0]?.off === true) throw conflict('STRUCK_OFF', mandateMessages.ofStruckOff);
  if (rows[0]?.twice === true) throw conflict('TWICE', mandateMessages.twice);
  if ((rows[0]?.today ?? 0) >= A_DAY) throw conflict('TOO_OFTEN', mandateMessages.tooOften(A_DAY));
  // Before the mandate: with it stands until when the evidence is kept.
  await useEvidence(em, context, input.evidence ?? [], { usedFor: 'MANDATE', id, article: '35' });
  const whole = principal.personal ? secrets.seal(principal.value, principalBoundTo(id)) : undefined;
  await sql`insert into rights.mandate (id, principal_id, agent_id, kind, scope, valid_from, valid_until, registered_by, registered_at, principal_type,
      principal_number, agent_type, agent_number, sealed, key_id)
    values (${id}::uuid, ${principal.id}::uuid, ${agent.id}::uuid, ${input.kind},
      array(select jsonb_array_elements_text(${JSON.stringify(input.scope)}::jsonb)), ${request.today}::date, ${input.validUntil}::date, ${caller.unit},
      ${at}::timestamptz, ${principal.type}, ${desensitizeNumber(principal.type, principal.value)}, ${agent.type},
      ${desensitizeNumber(agent.type, agent.value)}, ${whole?.sealed ?? null}, ${whole?.keyId ?? null})`.execute(db);
  const said = { until: input.validUntil, unit: caller.unit };
  await tellSubjects(em, [
    { kind: 'MANDATE_REGISTERED', subject: agent.id, said: { ...said, acting: true } },
    // What somebody did itself it need not be told.
    ...(caller.unit === null
      ? []
      : [{ kind: 'MANDATE_REGISTERED' as const, subject: principal.id, said: { ...said, acting: false } }]),
  ]);
  return id;
}

export async function registerMandate(context: Context, input: MandateInput): Promise<MandateRow> {
  const principal = principalOf(context, input);
  const agent = identify(context.platform, input.agent);
  check(context, input, principal, agent);
  const id = await retried(() => context.request.write('rights', (em) => store(em, context, input, principal, agent)));
  context.snapshot = await context.request.snapshot();
  const row = await readMandate(context, id);
  if (row === null) throw new Error('The mandate that was registered is not there.');
  return row;
}
