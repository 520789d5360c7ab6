/** Loads the sample authorizations. Units, items, purposes, agreements and duties are those of the sample province file. */
import { randomUUID } from 'node:crypto';
import type { Platform } from '../request/context.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { AuthorizationEntity } from './entities.ts';
import { SAMPLE_AUTHORIZATIONS } from './sample/authorizations.ts';

/** Each authorization is granted in a session of its subject. */
export async function seedAuthorizations(platform: Platform, requestAs: RequestAs): Promise<void> {
  for (const { subject, ...grant } of SAMPLE_AUTHORIZATIONS) {
    const id = platform.secrets.subjectId(subject.type, subject.value);
    await requestAs({ role: 'SUBJECT', subject: { ...subject, id } }).write('control', (em) =>
      em.insertMany(AuthorizationEntity, [
        {
          ...grant,
          id: randomUUID(),
          subjectId: id,
          items: [...grant.items],
          purposes: [...grant.purposes],
          uses: 0,
          grantedAt: new Date(grant.grantedAt),
          revokedAt: grant.revokedAt === null ? null : new Date(grant.revokedAt),
        },
      ]),
    );
  }
}
