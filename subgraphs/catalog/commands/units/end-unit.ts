/** Ends a unit, and with it what it held (Articles 22 to 24). What it delivered stays: a successor corrects nothing of it, and nobody else does. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { conflict, notFoundAs, repeated } from '../../../../schema/errors.ts';
import { hasEnded } from '../../../../schema/law/asking/unit-roles.ts';
import { unitMessages } from '../../../../schema/messages/acts/units.ts';
import type { Context } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import { endAgreementsOf } from '../agreements/agreement-states.ts';
import { checkReason } from '../checks.ts';

const DEADLOCK = '40P01';

export interface EndedUnit {
  readonly code: string;
  readonly endedOn: string;
  readonly agreements: number;
  readonly duties: number;
  readonly watches: number;
  readonly webhook: boolean;
}

/** Items that would have no answerable unit: by the edition in force, or by one that takes effect later. */
const answersFor = ({ editions, items, today }: Directory, code: string): string[] => [
  ...new Set(
    editions
      .filter((item) => item.providingUnit === code && (items.get(item.code) === item || item.effectiveFrom > today))
      .map((item) => item.code),
  ),
];

/** Throws where the unit is the last one that runs or oversees the platform. The rows are locked: of two ends at once, the second sees the first. */
async function checkNotLast(em: EntityManager, code: string, today: string): Promise<void> {
  const { rows } = await sql<{ code: string; kinds: string[] }>`select code, kinds from control.unit
    where kinds && '{OPERATOR,AUTHORITY}' and (ended_on is null or ended_on > ${today}::date) order by code for update`.execute(
    em.getKysely(),
  );
  for (const kind of ['OPERATOR', 'AUTHORITY'] as const) {
    const keepers = rows.filter(({ kinds }) => kinds.includes(kind));
    if (keepers.length === 1 && keepers[0]?.code === code)
      throw conflict(`LAST_${kind}`, unitMessages.last(code, kind));
  }
}

/** The checked reason. Throws where the unit cannot end: nobody has its code, it ended already, or items would be left without an answerable unit. */
export function checkedEnd(directory: Directory, code: string, reason: string): string {
  const checkedReason = checkReason(reason, '21');
  const unit = directory.units.get(code);
  if (unit === undefined) throw notFoundAs(unitMessages.unknown(repeated(code)));
  if (hasEnded(unit, directory.today))
    throw conflict('UNIT_ENDED', unitMessages.ended(code, unit.endedOn ?? directory.today));
  const items = answersFor(directory, code);
  if (items.length > 0) throw conflict('UNIT_ANSWERABLE', unitMessages.answerable(code, items));
  return checkedReason;
}

/** Ends what the unit held, and the unit. */
export async function storeEnd(
  em: EntityManager,
  code: string,
  reason: string,
  { at, today, by }: { readonly at: Date; readonly today: string; readonly by: string },
): Promise<Omit<EndedUnit, 'code' | 'endedOn'>> {
  const db = em.getKysely();
  const moment = at.toISOString();
  // What the unit itself is writing now ends first, or finds that it has ended (control.ended_units).
  await sql`select pg_advisory_xact_lock(hashtextextended(${`credit-gateway unit ${code}`}, 0))`.execute(db);
  await checkNotLast(em, code, today);
  const { rows } = await sql`update control.unit set ended_on = ${today}::date, end_reason = ${reason}
    where code = ${code} and (ended_on is null or ended_on > ${today}::date) returning code`.execute(db);
  if (rows.length === 0) throw conflict('UNIT_ENDED', unitMessages.ended(code, today));
  const agreements = await endAgreementsOf(em, code, reason, { at, unit: by });
  const duties = await sql`update control.duty set ended_at = ${moment}::timestamptz, end_reason = ${reason}
    where department = ${code} and ended_at is null returning id`.execute(db);
  const watches = await sql`update ledger.watch set ended_at = ${moment}::timestamptz
    where unit = ${code} and ended_at is null returning unit`.execute(db);
  const webhooks = await sql`update ledger.webhook set ended_at = ${moment}::timestamptz
    where unit = ${code} and ended_at is null returning unit`.execute(db);
  await sql`delete from ledger.delivery where unit = ${code} and state = 'PENDING'`.execute(db);
  return {
    agreements,
    duties: duties.rows.length,
    watches: watches.rows.length,
    webhook: webhooks.rows.length > 0,
  };
}

export async function endUnit(context: Context, code: string, reason: string): Promise<EndedUnit> {
  const { today } = context.request;
  const checkedReason = checkedEnd(context.snapshot.directory, code, reason);
  const by = context.caller.unit ?? '';
  const attempt = () =>
    context.request.write('control', (em) =>
      storeEnd(em, code, checkedReason, { at: context.platform.now(), today, by }),
    );
  // Two authorities that end each other wait for each other: the database lets one of them go on, and the other finds that it has ended.
  const held = await attempt().catch((error: { readonly code?: string }) => {
    if (error.code !== DEADLOCK) throw error;
    return attempt();
  });
  context.snapshot = await context.request.snapshot();
  return { code, endedOn: today, ...held };
}
