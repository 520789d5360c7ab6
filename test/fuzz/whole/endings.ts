/** What is restored, refused and excluded, what is locked, and what is done under mandates: open, decided and ended. */
import { AUTHORITY, COMPANY, type Identifier, LISTED, subject, type World } from '../../kit.ts';
import { STRANGER } from '../../stories/listing.ts';
import { CLERK, END, inWorld as mandating, OTHER } from '../../stories/mandates/mandating.ts';
import { EXCLUDE, inWorld as restoring } from '../../stories/restoration/restoring.ts';

/** Of one the designation is restored. */
export const RESTORED: Identifier = { type: 'USCC', value: '91239999MAE042H32R' };
/** Companies of the sample that were listed more than a year before. */
const OF_LONG: readonly Identifier[] = [LISTED, RESTORED, { type: 'USCC', value: '91239999MAE045H571' }];

/** Returns ids of designations, which are the same for everybody: they are organizations'. */
export async function end(world: World): Promise<readonly string[]> {
  const { well, apply, decide } = restoring(() => world);
  const { register } = mandating(() => world);
  const designations: string[] = [];
  for (const [number, who] of OF_LONG.entries()) {
    const { me } = await well(subject(who), '{ me { designations { id designatedOn } } }');
    const [old] = me.designations.filter((one: { designatedOn: string }) => one.designatedOn < '2025-11-01');
    designations.push(...me.designations.map(({ id }: { id: string }) => id));
    const { id } = (await apply(who, { designation: old.id })).data.applyForRestoration;
    // One is refused, one granted, and one stays open.
    if (number < 2) await decide({ id, granted: number === 1, reasons: '经核实。' });
  }
  for (const what of [{ item: 'PENALTY-SERIOUS' }, { list: 'WAGE' }]) {
    const input = { ...what, citation: '示例法第九条', effectiveFrom: '2026-11-20', until: '2027-11-20' };
    await well(AUTHORITY, EXCLUDE, { input });
  }
  const used = await register(subject(COMPANY), { agent: CLERK, kind: 'EMPLOYEE', scope: ['READ', 'OBJECT'] });
  await world.ask(subject(CLERK), '{ me { name } }', {}, { mandate: used });
  await well(subject(COMPANY), END, { id: used, reason: '离职' });
  await register(subject(COMPANY), { agent: OTHER, kind: 'AGENT', scope: ['READ'] });
  await well(subject(STRANGER), 'mutation { lockSharing(reason: "示例") { lockedSince } }');
  return designations;
}
