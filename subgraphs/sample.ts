/** Loads the sample province into an empty database, through the same roles and importer as any other data. */

import { hostname, userInfo } from 'node:os';
import { seedAuthorizations } from './catalog/seed.ts';
import { seedNonPublicCredit } from './non-public-credit/seed.ts';
import { sampleFile } from './province/sample.ts';
import { beginProvince } from './province.ts';
import { seedPublicCredit } from './public-credit/seed.ts';
import type { Platform } from './request/context.ts';
import { openRequestAs, type RequestAs } from './request/internal-request.ts';
import type { SnapshotReader } from './request/snapshot.ts';
import { seedSanctions } from './sanctions/seed.ts';
import { releaseStatistics } from './statistics/statistics.ts';

/** Whether nothing has been published or registered yet. */
async function isEmpty(requestAs: RequestAs): Promise<boolean> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    const { editions, units } = (await request.snapshot()).directory;
    return editions.length === 0 && units.size === 0;
  } finally {
    await request.abandon();
  }
}

/** The sample province is a file, and begins an empty database as any first file does. */
async function seedProvince(platform: Platform, requestAs: RequestAs): Promise<void> {
  const begun = await beginProvince(
    { platform, requestAs },
    { content: sampleFile(), ranBy: userInfo().username, host: hostname() },
  );
  if (begun.outcome !== 'APPLIED') throw new Error(`The sample province is refused: ${JSON.stringify(begun)}`);
}

/** Loads the sample if the database is empty, and returns whether it did. `onStep` is called after each step. */
export async function loadSample(
  platform: Platform,
  snapshots: SnapshotReader,
  onStep: (step: string) => void,
): Promise<boolean> {
  const requestAs = openRequestAs(platform, snapshots);
  if (!(await isEmpty(requestAs))) return false;
  await seedProvince(platform, requestAs);
  onStep('province registered, catalog published');
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
