/** Tables of mandates. */
import { defineEntity } from '@mikro-orm/core';

const schema = 'rights';

/** By what somebody acts for a subject (Article 35). */
const MandateEntity = defineEntity({
  name: 'Mandate',
  tableName: 'mandate',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    principalId: p.uuid(),
    agentId: p.uuid(),
    kind: p.text(),
    scope: p.array(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    registeredBy: p.text().nullable(),
    registeredAt: p.datetime(),
    recordId: p.uuid().nullable(),
    principalType: p.text(),
    principalNumber: p.text(),
    agentType: p.text(),
    agentNumber: p.text(),
    sealed: p.blob().nullable(),
    keyId: p.text().nullable(),
    firstUsedAt: p.datetime().nullable(),
    endedOn: p.date().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
    reasonSealed: p.blob().nullable(),
    reasonKey: p.text().nullable(),
  }),
});

/** What a version of a registration says of who represents the organization. */
const RegistrationEntity = defineEntity({
  name: 'RegistrationSays',
  tableName: 'registration',
  schema,
  properties: (p) => ({
    recordId: p.uuid().primary(),
    version: p.integer().primary(),
    subjectId: p.uuid(),
    representativeId: p.uuid().nullable(),
    representativeType: p.text().nullable(),
    representativeNumber: p.text().nullable(),
    struckOff: p.boolean(),
  }),
});

export const MANDATE_ENTITIES = [MandateEntity, RegistrationEntity];
