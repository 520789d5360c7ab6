/** Registers a unit (Articles 6 and 21): from then on a token may come from it. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { conflict } from '../../../../schema/errors.ts';
import { unitMessages } from '../../../../schema/messages/acts/units.ts';
import type { Context } from '../../../request/context.ts';
import type { UnitKey } from '../../rows.ts';
import { checkedUnit, type NewUnit, type UnitInput } from './unit-checks.ts';

/** Stores a checked unit. Throws CONFLICT where another registration of its code came first. */
export async function storeUnit(em: EntityManager, unit: NewUnit, at: Date): Promise<void> {
  const { rows } =
    await sql`insert into control.unit (code, name, name_en, kind, kinds, level, region, line, uscc, registered_at)
    values (${unit.code}, ${unit.name}, ${unit.nameEn}, ${unit.kinds[0]},
      array(select jsonb_array_elements_text(${JSON.stringify(unit.kinds)}::jsonb)), ${unit.level}, ${unit.region}, ${unit.line}, ${unit.uscc},
      ${at.toISOString()}::timestamptz)
    on conflict (code) do nothing returning code`.execute(em.getKysely());
  if (rows.length === 0) throw conflict('UNIT_REGISTERED', unitMessages.taken(unit.code, null));
}

export async function registerUnit(context: Context, input: UnitInput): Promise<UnitKey> {
  const { caller, platform, snapshot } = context;
  const { unassignedRegions } = platform;
  const unit = checkedUnit(snapshot.directory, input, { unassignedRegions, by: caller.role });
  await context.request.write('control', (em) => storeUnit(em, unit, platform.now()));
  context.snapshot = await context.request.snapshot();
  return { code: unit.code };
}
