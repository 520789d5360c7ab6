/** Loads the sample designations, each in a session of the unit that designated. The lists are those of the sample province file. */
import { randomUUID } from 'node:crypto';
import { withKnown } from '../redaction/with-known.ts';
import type { Platform } from '../request/context.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { identify } from '../request/subjects/identify.ts';
import { namedIn, storeDesignations } from './commands/designation-rows.ts';
import { knownOfEach } from './commands/said-of.ts';
import { IncentiveEntity } from './entities.ts';
import { SAMPLE_DESIGNATIONS, SAMPLE_INCENTIVES } from './sample/designations.ts';

/** Edition of every standard of the sample. */
const EDITION = '2026-1';

const monthsBetween = (from: string, until: string): number =>
  (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));

export async function seedSanctions(platform: Platform, requestAs: RequestAs): Promise<void> {
  // All subjects of the sample are stored already, with their names.
  const named = (subject: Parameters<typeof identify>[1]) => ({ ...identify(platform, subject), name: null });
  for (const [unit, rows] of Map.groupBy(SAMPLE_DESIGNATIONS, (row) => row.designatingUnit))
    await requestAs({ role: 'DEPARTMENT', unit }).write('designate', async (em) => {
      const designations = rows.map(({ until, responsible, ...row }) => ({
        ...row,
        id: randomUUID(),
        subject: named(row.subject),
        item: `LIST-${row.list}`,
        edition: EDITION,
        months: monthsBetween(row.designatedOn, until),
        responsible: responsible.map(({ subject, ...link }) => ({ ...link, person: named(subject) })),
      }));
      const known = designations.flatMap((designation) => knownOfEach(namedIn(designation)));
      await withKnown(em, platform.secrets, known, (held) => storeDesignations(em, platform, unit, designations, held));
    });
  for (const [unit, rows] of Map.groupBy(SAMPLE_INCENTIVES, (row) => row.designatingUnit))
    await requestAs({ role: 'DEPARTMENT', unit }).write('designate', (em) =>
      em.insertMany(
        IncentiveEntity,
        rows.map((row) => ({
          subjectId: named(row.subject).id,
          id: randomUUID(),
          personal: named(row.subject).personal,
          list: row.list,
          item: `INCENTIVE-${row.list}`,
          designatedOn: row.designatedOn,
          displayedUntil: row.until,
          display: 'DISPLAYED',
          designatingUnit: unit,
        })),
      ),
    );
}
