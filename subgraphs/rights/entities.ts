/** Tables of the PostgreSQL schema `rights`: what subjects claim, and what they are told (Articles 35 to 41). */
import { defineEntity } from '@mikro-orm/core';
import { ComplaintEntity } from './claims/complaints.ts';
import { MANDATE_ENTITIES } from './mandates/entities.ts';
import { CHANNEL_ENTITIES } from './told/entities.ts';

const schema = 'rights';

/** An objection (Article 39). `heldIn`: the table of the row in question; null for an omission. Texts in their open form, whole ones sealed elsewhere. */
const ObjectionEntity = defineEntity({
  name: 'Objection',
  tableName: 'objection',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    personal: p.boolean(),
    about: p.text(),
    heldIn: p.text().nullable(),
    rowId: p.uuid().nullable(),
    item: p.text().nullable(),
    statement: p.text().nullable(),
    unit: p.text(),
    raisedOn: p.date(),
    raisedAt: p.datetime(),
    labelledOn: p.date().nullable(),
    status: p.text(),
    decidedOn: p.date().nullable(),
    nextRemedy: p.text().nullable(),
    recipients: p.integer().nullable(),
    reasons: p.text(),
    decision: p.text().nullable(),
    redaction: p.integer(),
  }),
});

/** What another unit was asked to verify for a decision. */
const VerificationEntity = defineEntity({
  name: 'Verification',
  tableName: 'verification',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    objectionId: p.uuid(),
    askedBy: p.text(),
    unit: p.text(),
    askedOn: p.date(),
    question: p.text(),
    answeredOn: p.date().nullable(),
    confirms: p.boolean().nullable(),
    answer: p.text().nullable(),
    redaction: p.integer(),
  }),
});

/** Time that does not count, each with its document (Article 39 §3). */
const PauseEntity = defineEntity({
  name: 'Pause',
  tableName: 'pause',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    clockId: p.uuid(),
    unit: p.text(),
    cause: p.text(),
    document: p.text(),
    fromOn: p.date(),
    untilOn: p.date().nullable(),
    untilDocument: p.text().nullable(),
  }),
});

/** What a subject is told (Article 35). */
const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'message',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.text(),
    at: p.datetime(),
    recordId: p.uuid().nullable(),
    objectionId: p.uuid().nullable(),
    said: p.json(),
    passedAt: p.datetime().nullable(),
  }),
});

/** Which unit's use a subject was told of, with the purpose; empty where none was stated. */
const ToldUseEntity = defineEntity({
  name: 'ToldUse',
  tableName: 'told_use',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    unit: p.text().primary(),
    purpose: p.text().primary(),
    firstOn: p.date(),
  }),
});

/** Up to which leaf of the ledger uses were told. One row. */
const ToldThroughEntity = defineEntity({
  name: 'ToldThrough',
  tableName: 'told_through',
  schema,
  properties: (p) => ({ id: p.text().primary(), leaf: p.bigint() }),
});

/** What fell, by keyed marks: it is known when it is delivered again (Articles 37 to 40). */
const FallenEntity = defineEntity({
  name: 'Fallen',
  tableName: 'fallen',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    heldIn: p.text(),
    rowId: p.uuid(),
    kind: p.text(),
    mark: p.blob().nullable(),
    codeMark: p.blob().nullable(),
    nameMark: p.blob().nullable(),
    naturalKey: p.blob().nullable(),
    basisMark: p.blob().nullable(),
    valueMark: p.blob().nullable(),
    unit: p.text(),
    cause: p.text(),
    fellOn: p.date(),
    liftedOn: p.date().nullable(),
  }),
});

/** What another unit delivered of what fell, until the operator decides. */
const HeldEntity = defineEntity({
  name: 'Held',
  tableName: 'held',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    heldIn: p.text(),
    personal: p.boolean(),
    item: p.text(),
    unit: p.text(),
    cause: p.text(),
    fellOn: p.date(),
    heldOn: p.date(),
    heldAt: p.datetime(),
    decidedOn: p.date().nullable(),
    shown: p.boolean().nullable(),
  }),
});

/** A file that a caller brought as evidence (Articles 39 and 41). */
const EvidenceEntity = defineEntity({
  name: 'Evidence',
  tableName: 'evidence',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    subjectId: p.uuid().nullable(),
    unit: p.text().nullable(),
    kind: p.text(),
    bytes: p.integer(),
    uploadedAt: p.datetime(),
    usedFor: p.text().nullable(),
    usedBy: p.uuid().nullable(),
    usedAt: p.datetime().nullable(),
    closedOn: p.date().nullable(),
  }),
});

/** Its content, sealed in parts. */
const EvidencePartEntity = defineEntity({
  name: 'EvidencePart',
  tableName: 'evidence_part',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    part: p.integer().primary(),
    sealed: p.blob(),
    keyId: p.text(),
  }),
});

/** What a subject states beside a row about it (Article 35), in its open form. */
const OwnStatementEntity = defineEntity({
  name: 'OwnStatement',
  tableName: 'own_statement',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    heldIn: p.text(),
    rowId: p.uuid(),
    personal: p.boolean(),
    item: p.text(),
    text: p.text(),
    redaction: p.integer(),
    masked: p.boolean(),
    statedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  }),
});

export const RIGHTS_ENTITIES = [
  ...MANDATE_ENTITIES,
  ObjectionEntity,
  VerificationEntity,
  PauseEntity,
  MessageEntity,
  ToldUseEntity,
  ToldThroughEntity,
  ...CHANNEL_ENTITIES,
  FallenEntity,
  HeldEntity,
  EvidenceEntity,
  EvidencePartEntity,
  OwnStatementEntity,
  ComplaintEntity,
];
