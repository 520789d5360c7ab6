/** Loads the sample of non-public credit information, each row under the unit that collected it. */
import { randomUUID } from 'node:crypto';
import { desensitizeText } from '../../schema/law/desensitize.ts';
import type { Act } from '../act.ts';
import type { House } from '../context.ts';
import { NonPublicRecordEntity, NonPublicWholeEntity } from './entities.ts';
import { SAMPLE_NON_PUBLIC } from './sample.ts';

export async function seedNonPublicCredit(house: House, act: Act): Promise<void> {
  for (const [collector, rows] of Map.groupBy(SAMPLE_NON_PUBLIC, (row) => row.collector)) {
    const submissionId = randomUUID();
    const records = rows.map((row) => {
      const content = Object.values(row.content).join('：');
      return {
        content,
        record: {
          subjectId: house.secrets.subjectId(row.subject.type, row.subject.value),
          id: randomUUID(),
          version: 1,
          current: true,
          // A sole trader's code begins with 92: what is held about it is held about a person.
          personal: row.subject.type !== 'USCC' || row.subject.value.startsWith('92'),
          item: row.item,
          category: row.category,
          collector,
          occurredOn: row.occurredOn,
          displayedUntil: null,
          display: 'DISPLAYED',
          content: desensitizeText(content),
          receivedAt: house.now(),
          submissionId,
        },
      };
    });
    await act({ role: 'COLLECTOR', unit: collector }).write('collect', async (em) => {
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
          ...house.secrets.seal(content, id),
        })),
      );
    });
  }
}
