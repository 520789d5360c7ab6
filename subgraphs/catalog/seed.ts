/** Loads the sample catalog: units, purposes, items, agreements, duties and authorizations. */
import { randomUUID } from 'node:crypto';
import type { Platform } from '../request/context.ts';
import type { RequestAs } from '../request/internal-request.ts';
import {
  AgreementEntity,
  AuthorizationEntity,
  DutyEntity,
  ItemEntity,
  PurposeCapEntity,
  PurposeEntity,
  UnitEntity,
} from './entities.ts';
import { SAMPLE_AGREEMENTS, SAMPLE_AUTHORIZATIONS, SAMPLE_DUTIES } from './sample/agreements.ts';
import { SAMPLE_ITEMS } from './sample/items/items.ts';
import { SAMPLE_CAPS, SAMPLE_PURPOSES } from './sample/purposes.ts';
import { SAMPLE_UNITS } from './sample/units.ts';

export async function seedCatalog(requestAs: RequestAs): Promise<void> {
  await requestAs({ role: 'OPERATOR', unit: 'HLJ-CREDIT' }).write('control', async (em) => {
    await em.insertMany(
      UnitEntity,
      SAMPLE_UNITS.map((unit) => ({ ...unit, kind: unit.kinds[0], kinds: [...unit.kinds] })),
    );
    await em.insertMany(
      PurposeEntity,
      SAMPLE_PURPOSES.map((purpose) => ({ ...purpose, needs: purpose.needs === null ? null : [...purpose.needs] })),
    );
    await em.insertMany(
      PurposeCapEntity,
      SAMPLE_CAPS.map((cap) => ({ id: randomUUID(), ...cap })),
    );
    await em.insertMany(
      ItemEntity,
      SAMPLE_ITEMS.map(({ displayPeriod, publication, conductEn: _conductEn, displayClass: _class, ...item }) => ({
        ...item,
        subjectKinds: [...item.subjectKinds],
        displayMinimumMonths: displayPeriod.minimumMonths,
        displayMaximumMonths: displayPeriod.maximumMonths,
        publicationReference: publication.reference,
        publishedOn: publication.publishedOn,
      })),
    );
    await em.insertMany(
      AgreementEntity,
      SAMPLE_AGREEMENTS.map(({ ended, ...agreement }) => ({
        id: randomUUID(),
        ...agreement,
        items: [...agreement.items],
        purposes: [...agreement.purposes],
        concludedAt: new Date(`${agreement.validFrom}T09:00:00+08:00`),
        endedAt: ended === undefined ? null : new Date(`${ended.on}T09:00:00+08:00`),
        endReason: ended?.reason ?? null,
        state: ended === undefined ? 'IN_FORCE' : 'ENDED',
      })),
    );
    await em.insertMany(
      DutyEntity,
      SAMPLE_DUTIES.map(({ department, matter, activity, items, identified }) => ({
        id: randomUUID(),
        department,
        matter,
        activity,
        items: [...items],
        identified,
        registeredAt: new Date('2026-01-05T09:00:00+08:00'),
      })),
    );
  });
}

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
