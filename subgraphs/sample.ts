/** The sample province: loaded into an empty database, through the same roles and the same importer as everything else. */

import { seedAuthorizations, seedCatalog } from './catalog/seed.ts';
import { seedNonPublicCredit } from './non-public-credit/seed.ts';
import { seedPublicCredit } from './public-credit/seed.ts';
import type { House } from './request/context.ts';
import { type Act, actor } from './request/internal-request.ts';
import type { DirectoryReader } from './request/snapshot.ts';
import { seedSanctions } from './sanctions/seed.ts';
import { releaseStatistics } from './statistics/statistics.ts';

/** Whether nothing has been published yet. */
async function isEmpty(act: Act): Promise<boolean> {
  const request = act({ role: 'PUBLIC' });
  try {
    return (await request.reading()).directory.editions.length === 0;
  } finally {
    await request.abandon();
  }
}

/** Loads the sample if the database is empty; says whether it did. `onStep` hears what has been done. */
export async function loadSample(
  house: House,
  directories: DirectoryReader,
  onStep: (step: string) => void,
): Promise<boolean> {
  const act = actor(house, directories);
  if (!(await isEmpty(act))) return false;
  await seedCatalog(act);
  onStep('catalog published');
  await seedPublicCredit(house, act, (file, { rows, rejected }) =>
    onStep(`${file}: ${rows} rows${rejected === 0 ? '' : `, ${rejected} rejected`}`),
  );
  await seedNonPublicCredit(house, act);
  await seedSanctions(house, act);
  await seedAuthorizations(house, act);
  onStep('lists, non-public records and authorizations loaded');
  await releaseStatistics(act, house.now);
  onStep('statistics released');
  return true;
}
