/** Loads the sample of non-public credit information, each row in a session of the unit that collected it. */
import { randomUUID } from 'node:crypto';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import { redactorFor } from '../redaction/known-values.ts';
import { knownOfSubject } from '../redaction/open-form.ts';
import { withKnown } from '../redaction/with-known.ts';
import type { Platform } from '../request/context.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { identify } from '../request/subjects/identify.ts';
import { storeSubjectRows } from '../request/subjects/subject-rows.ts';
import { NonPublicRecordEntity, NonPublicWholeEntity } from './entities.ts';
import { SAMPLE_NON_PUBLIC } from './sample/records.ts';

export async function seedNonPublicCredit(platform: Platform, requestAs: RequestAs): Promise<void> {
  const { secrets, now } = platform;
  for (const [collector, rows] of Map.groupBy(SAMPLE_NON_PUBLIC, (row) => row.collector)) {
    const submissionId = randomUUID();
    const records = rows.map(({ subject, content, item, category, occurredOn }) => ({
      subject: identify(platform, subject),
      whole: Object.values(content).join('：'),
      row: { id: randomUUID(), version: 1, item, category, occurredOn },
    }));
    await requestAs({ role: 'COLLECTOR', unit: collector }).write('collect', async (em) => {
      await storeSubjectRows(
        em,
        now(),
        records.map(({ subject }) => subject),
      );
      const known = records.map(({ subject }) => ({
        subjectId: subject.id,
        known: knownOfSubject({ ...subject, name: null, address: null, phone: null }),
      }));
      await withKnown(em, secrets, known, async (held) => {
        await em.insertMany(
          NonPublicRecordEntity,
          records.map(({ subject, whole, row }) => ({
            ...row,
            subjectId: subject.id,
            current: true,
            // Records about a sole trader are about a person.
            personal: subject.personal,
            collector,
            displayedUntil: null,
            display: 'DISPLAYED',
            content: redactorFor(held, subject.id)(whole).text,
            redaction: REDACTION_VERSION,
            receivedAt: now(),
            submissionId,
          })),
        );
        await em.insertMany(
          NonPublicWholeEntity,
          records.map(({ subject, whole, row: { id, version } }) => ({
            subjectId: subject.id,
            id,
            version,
            ...secrets.seal(whole, id),
          })),
        );
      });
    });
  }
}
