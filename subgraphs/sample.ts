/** Loads the sample province into an empty database, through the same roles and importer as any other data. */

import { seedAuthorizations, seedCatalog } from './catalog/seed.ts';
import { seedNonPublicCredit } from './non-public-credit/seed.ts';
import { seedPublicCredit } from './public-credit/seed.ts';
import type { Platform } from './request/context.ts';
import { openRequestAs, type RequestAs } from './request/internal-request.ts';
import type { SnapshotReader } from './request/snapshot.ts';
import { seedSanctions } from './sanctions/seed.ts';
import { releaseStatistics } from './statistics/statistics.ts';

export { SAMPLE_UNITS } from './catalog/sample/units.ts';

/** Whether nothing has been published yet. */
async function isEmpty(requestAs: RequestAs): Promise<boolean> {
  const request = requestAs({ role: 'PUBLIC' });
  try {
    return (await request.snapshot()).directory.editions.length === 0;
  } finally {
    await request.abandon();
  }
}

/** Loads the sample if the database is empty, and returns whether it did. `onStep` is called after each step. */
export async function loadSample(
  platform: Platform,
  snapshots: SnapshotReader,
  onStep: (step: string) => void,
): Promise<boolean> {
  const requestAs = openRequestAs(platform, snapshots);
  if (!(await isEmpty(requestAs))) return false;
  await seedCatalog(requestAs);
  onStep('catalog published');
  await seedPublicCredit(platform, requestAs, (file, { rows, rejected }) =>
    onStep(`${file}: ${rows} rows${rejected === 0 ? '' : `, ${rejected} rejected`}`),
  );
  await seedNonPublicCredit(platform, requestAs);
  await seedSanctions(platform, requestAs);
  await seedAuthorizations(platform, requestAs);
  onStep('lists, non-public records and authorizations loaded');
  await releaseStatistics(requestAs, platform.now);
  onStep('statistics released');
  return true;
}
