/** Tables of what is known of subjects, of forms of texts, and of texts that are sealed. */
import { defineEntity } from '@mikro-orm/core';

const schema = 'public_credit';

/** The open form of a version before it was made anew: what left between two instants. */
const RecordFormEntity = defineEntity({
  name: 'RecordForm',
  tableName: 'record_form',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    version: p.integer().primary(),
    fromAt: p.datetime(),
    untilAt: p.datetime().primary(),
    redaction: p.integer(),
    content: p.json().nullable(),
    sealed: p.blob().nullable(),
    keyId: p.text().nullable(),
  }),
});

/** What is known of natural persons in the records of a subject, sealed. */
const KnownValuesEntity = defineEntity({
  name: 'KnownValues',
  tableName: 'known_values',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    redaction: p.integer().index(),
    sealed: p.blob().nullable(),
    keyId: p.text().nullable(),
  }),
});

/** Texts of decisions, requests and reasons as they were written, sealed for their subject. */
const TextWholeEntity = defineEntity({
  name: 'TextWhole',
  tableName: 'text_whole',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    place: p.text().primary(),
    id: p.uuid().primary(),
    sealed: p.blob(),
    keyId: p.text(),
  }),
});

/** Versions of the redaction of texts that were declared unsafe. */
const UnsafeRedactionEntity = defineEntity({
  name: 'UnsafeRedaction',
  tableName: 'unsafe_redaction',
  schema: 'control',
  properties: (p) => ({
    version: p.integer().primary().autoincrement(false),
    reason: p.text(),
    declaredAt: p.datetime(),
  }),
});

export const REDACTION_ENTITIES = [RecordFormEntity, KnownValuesEntity, TextWholeEntity, UnsafeRedactionEntity];
