/** Tables of the PostgreSQL schema `non_public_credit`. */
import { defineEntity } from '@mikro-orm/core';

const schema = 'non_public_credit';

/** One row for each record version, content redacted. */
export const NonPublicRecordEntity = defineEntity({
  name: 'NonPublicRecord',
  tableName: 'record',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    version: p.integer().primary(),
    current: p.boolean(),
    personal: p.boolean(),
    item: p.text(),
    category: p.text(),
    collector: p.text(),
    occurredOn: p.date(),
    displayedUntil: p.date().nullable(),
    display: p.text(),
    content: p.text().nullable(),
    receivedAt: p.datetime(),
    submissionId: p.uuid(),
    redaction: p.integer().default(1),
    objectionRaisedOn: p.date().nullable(),
    objectionDecideBy: p.date().nullable(),
  }),
});

/** The whole content of a version, sealed. */
export const NonPublicWholeEntity = defineEntity({
  name: 'NonPublicWhole',
  tableName: 'record_whole',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    version: p.integer().primary(),
    sealed: p.blob(),
    keyId: p.text(),
  }),
});

export const NON_PUBLIC_CREDIT_ENTITIES = [NonPublicRecordEntity, NonPublicWholeEntity];
