/** Opens one of two worlds, which begin alike. */

import { AUTHORITY, openWorld, type World } from '../../kit.ts';
import { liftLimits } from '../../lifted-limits.ts';
import type { DatabaseKind } from '../../sample-template.ts';
import { well } from './deliveries.ts';
import { ENDED } from './withheld-records.ts';

const PUBLISH = 'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code } }';
const SETTINGS = { DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000', RATE_UNIT: '1000000' };

/** An item that is in force for one day: what was recorded under it stays, and nothing of it is open. */
async function publishEnded(world: World): Promise<void> {
  const { code, name, nameEn, conduct, dataSource, providingUnit } = ENDED;
  const publication = { reference: '示例公告2026年第82号', publishedOn: '2026-11-20' };
  const input = {
    ...{ code, name, nameEn, conduct, dataSource, providingUnit, publication },
    edition: '2026-82',
    category: 'ADMINISTRATIVE_MANAGEMENT',
    nature: 'NEUTRAL',
    recordType: 'AdministrativePenalty',
    subjectKinds: ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'],
    sharing: 'SHARED',
    openness: 'UNCONDITIONAL',
    displayPeriod: {},
    updateWithinWorkingDays: 10,
    legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
    effectiveFrom: '2026-11-20',
    effectiveUntil: '2026-11-21',
    elements: ['documentNumber', 'facts', 'penaltyKinds'].map((element) => ({
      name: element,
      title: element,
      openness: 'UNCONDITIONAL',
    })),
  };
  await well(world, AUTHORITY, PUBLISH, { input });
}

/** Opens one of two worlds. Until it is closed one question may ask for every field that there is. */
export async function openOne(kind: DatabaseKind): Promise<World> {
  const putBack = liftLimits({ fields: 3_000, roots: 60, tokens: 6_000, cost: 100_000 });
  const world = await openWorld(kind, { environment: SETTINGS });
  await publishEnded(world);
  const close = async (): Promise<void> => {
    putBack();
    await world.close();
  };
  return new Proxy(world, { get: (target, name) => (name === 'close' ? close : Reflect.get(target, name)) });
}
