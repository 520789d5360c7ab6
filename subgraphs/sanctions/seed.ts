/** Loads the sample lists with their standards and measures, and the designations, each in a session of the unit that designated. */
import { randomUUID } from 'node:crypto';
import { withKnown } from '../redaction/with-known.ts';
import type { Platform } from '../request/context.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { identify } from '../request/subjects/identify.ts';
import { namedIn, storeDesignations } from './commands/designation-rows.ts';
import { editionsInserted } from './commands/lists/editions.ts';
import { knownOfEach } from './commands/said-of.ts';
import { IncentiveEntity, ListEntity } from './entities.ts';
import { SAMPLE_DESIGNATIONS, SAMPLE_INCENTIVES, SAMPLE_LISTS } from './sample/designations.ts';
import { SAMPLE_MEASURES, SAMPLE_STANDARDS } from './sample/measures.ts';

const monthsBetween = (from: string, until: string): number =>
  (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));

async function seedLists(requestAs: RequestAs): Promise<void> {
  await requestAs({ role: 'AUTHORITY', unit: 'HLJ-BIZENV' }).write('designate', async (em) => {
    await em.insertMany(
      ListEntity,
      SAMPLE_LISTS.map(({ code, name, nameEn, kind, item, publication }) => ({
        code,
        name,
        nameEn,
        kind,
        item,
        publicationReference: publication.reference,
        publishedOn: publication.publishedOn,
      })),
    );
    await editionsInserted('standard', SAMPLE_STANDARDS).execute(em.getKysely());
    await editionsInserted('measure', SAMPLE_MEASURES).execute(em.getKysely());
  });
}

export async function seedSanctions(platform: Platform, requestAs: RequestAs): Promise<void> {
  await seedLists(requestAs);
  const itemOf = new Map(SAMPLE_LISTS.map((list) => [list.code, list.item]));
  // All subjects of the sample are stored already, with their names.
  const named = (subject: Parameters<typeof identify>[1]) => ({ ...identify(platform, subject), name: null });
  for (const [unit, rows] of Map.groupBy(SAMPLE_DESIGNATIONS, (row) => row.designatingUnit))
    await requestAs({ role: 'DEPARTMENT', unit }).write('designate', async (em) => {
      const designations = rows.map(({ until, responsible, ...row }) => ({
        ...row,
        id: randomUUID(),
        subject: named(row.subject),
        item: itemOf.get(row.list) ?? row.list,
        edition: SAMPLE_STANDARDS.find((standard) => standard.list === row.list)?.edition ?? '',
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
          item: itemOf.get(row.list) ?? row.list,
          designatedOn: row.designatedOn,
          displayedUntil: row.until,
          display: 'DISPLAYED',
          designatingUnit: unit,
        })),
      ),
    );
}
