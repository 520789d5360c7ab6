/** Notices about a listed state organ, state-owned enterprise or public institution (Article 32), to the unit above it and to the auditing organ. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput } from '../../../../schema/errors.ts';
import type { OrganKind } from '../../../../schema/law/measures/designations.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { NewDesignation } from '../designation-rows.ts';

/** The units that are notified of a listed organ. */
export interface OrganInput {
  readonly kind: OrganKind;
  readonly superior: string;
  readonly audit: string;
}

function checkUnit(context: Context, code: string, name: string): string {
  if (!context.snapshot.directory.units.has(code))
    throw badInput('UNIT_UNKNOWN', inputMessages.fieldNoUnit(name), '32');
  return code;
}

/** Writes both notices, in the transaction of the designation; none of one that is held, and is displayed to nobody. */
export async function tellOrgans(
  em: EntityManager,
  context: Context,
  designation: NewDesignation,
  organ: OrganInput,
  isHeld: boolean,
): Promise<void> {
  const notices = [
    { kind: 'SUPERIOR', unit: checkUnit(context, organ.superior, 'superior') },
    { kind: 'AUDIT', unit: checkUnit(context, organ.audit, 'audit') },
  ];
  if (isHeld) return;
  for (const { kind, unit } of notices)
    await sql`insert into sanctions.organ_notice (subject_id, id, designation_id, kind, unit, designating_unit, told_on)
      values (${designation.subject.id}::uuid, ${newId()}::uuid, ${designation.id}::uuid, ${kind}, ${unit}, ${context.caller.unit},
        ${context.request.today}::date)`.execute(em.getKysely());
}
