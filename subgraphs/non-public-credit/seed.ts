/** Loads the sample of non-public credit information, each row in a session of the unit that collected it. */
import { randomUUID } from 'node:crypto';
import { desensitizeText } from '../../schema/law/desensitize.ts';
import type { Platform } from '../request/context.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { identify } from '../request/subjects/identify.ts';
import { storeSubjectRows } from '../request/subjects/subject-rows.ts';
import { NonPublicRecordEntity, NonPublicWholeEntity } from './entities.ts';
import { SAMPLE_NON_PUBLIC } from './sample/records.ts';

export async function seedNonPublicCredit(platform: Platform, requestAs: RequestAs): Promise<void> {
  for (const [collector, rows] of Map.groupBy(SAMPLE_NON_PUBLIC, (row) => row.collector)) {
    const submissionId = randomUUID();
    const records = rows.map((row) => {
      const content = Object.values(row.content).join('：');
      return {
        content,
        record: {
          subjectId: platform.secrets.subjectId(row.subject.type, row.subject.value),
          id: randomUUID(),
          version: 1,
          current: true,
          // Credit codes of sole traders begin with 92. Records about a sole trader are about a person.
          personal: row.subject.type !== 'USCC' || row.subject.value.startsWith('92'),
          item: row.item,
          category: row.category,
          collector,
          occurredOn: row.occurredOn,
          displayedUntil: null,
          display: 'DISPLAYED',
          content: desensitizeText(content),
          receivedAt: platform.now(),
          submissionId,
        },
      };
    });
    await requestAs({ role: 'COLLECTOR', unit: collector }).write('collect', async (em) => {
      await storeSubjectRows(
        em,
        platform.now(),
        rows.map(({ subject }) => identify(platform, subject)),
      );
      await em.insertMany(
        NonPublicRecordEntity,
        records.map(({ record }) => record),
      );
      await em.insertMany(
        NonPublicWholeEntity,
        records.map(({ record: { subjectId, id, version }, content }) => ({
          subjectId,
          id,
          version,
          ...platform.secrets.seal(content, id),
        })),
      );
    });
  }
}
