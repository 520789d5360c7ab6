/**
 * Tables of the PostgreSQL schema `public_credit`. Content is stored desensitized; whole values are sealed in tables of their own, which other roles
 * are not granted.
 */
import { defineEntity } from '@mikro-orm/core';
import { STATISTICS_ENTITIES } from '../statistics/entities.ts';

const schema = 'public_credit';

/** Who a subject is. What is said of it stands in its records. */
export const SubjectEntity = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    kind: p.text(),
    personal: p.boolean(),
    identifierType: p.text(),
    identifier: p.text(),
    heldSince: p.datetime(),
    registeredBy: p.text().nullable(),
  }),
});

/** What a record, designation or incentive says of a natural person or sole trader, whole: sealed for its subject, with the id of the key. */
const StatementWholeEntity = defineEntity({
  name: 'StatementWhole',
  tableName: 'statement_whole',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    recordId: p.uuid().primary(),
    version: p.integer().primary(),
    item: p.text(),
    sealed: p.blob(),
    keyId: p.text(),
  }),
});

/** Subjects that turned out to be another one, whose entries of the ledger keep the id of before. */
const SubjectAliasEntity = defineEntity({
  name: 'SubjectAlias',
  tableName: 'subject_alias',
  schema,
  properties: (p) => ({
    aliasId: p.uuid().primary(),
    subjectId: p.uuid().index(),
    reason: p.text(),
    joinedAt: p.datetime(),
    sealed: p.blob(),
    keyId: p.text(),
  }),
});

/** One row for each record version. `current` marks the newest; earlier versions stay as they were. */
export const RecordEntity = defineEntity({
  name: 'Record',
  tableName: 'record',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    version: p.integer().primary(),
    current: p.boolean(),
    personal: p.boolean(),
    item: p.text(),
    edition: p.text(),
    type: p.text(),
    nature: p.text(),
    occurredOn: p.date(),
    displayedUntil: p.date().nullable(),
    displayClass: p.text().nullable(),
    displayFrom: p.date().nullable(),
    statedUntil: p.date().nullable(),
    display: p.text(),
    providingUnit: p.text(),
    basisDocument: p.text().nullable(),
    basisMark: p.blob().nullable(),
    fallMark: p.blob().nullable(),
    fallCode: p.blob().nullable(),
    fallName: p.blob().nullable(),
    content: p.json(),
    naturalKey: p.blob(),
    contentHash: p.blob(),
    sourceUnit: p.text(),
    submissionId: p.uuid(),
    receivedAt: p.datetime(),
    change: p.text(),
    redaction: p.integer().default(1),
    formedAt: p.datetime().nullable(),
    statedName: p.text().nullable(),
    statedAddress: p.text().nullable(),
    statedPhone: p.text().nullable(),
    objectionRaisedOn: p.date().nullable(),
    objectionDecideBy: p.date().nullable(),
  }),
});

/** The whole content of a version that has personal information, sealed. */
export const RecordWholeEntity = defineEntity({
  name: 'RecordWhole',
  tableName: 'record_whole',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    version: p.integer().primary(),
    personal: p.boolean(),
    item: p.text(),
    sealed: p.blob(),
    keyId: p.text(),
    basisSealed: p.blob().nullable(),
    basisKey: p.text().nullable(),
  }),
});

/** Dated history of changes of a record's display (Articles 37 to 40). */
export const DisplayEventEntity = defineEntity({
  name: 'DisplayEvent',
  tableName: 'display_event',
  schema,
  indexes: [{ properties: ['subjectId', 'recordId'] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    recordId: p.uuid(),
    at: p.datetime(),
    display: p.text(),
    change: p.text(),
  }),
});

/** Why a version was corrected, and when the error was found (Article 38). */
export const CorrectionEntity = defineEntity({
  name: 'Correction',
  tableName: 'correction',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    recordId: p.uuid().primary(),
    version: p.integer().primary(),
    unit: p.text(),
    id: p.uuid(),
    reason: p.text().nullable(),
    foundOn: p.date(),
    at: p.datetime(),
  }),
});

/** A pledge that a permit or proof rests on, and the outcome of its verification (Article 46). */
export const PledgeCheckEntity = defineEntity({
  name: 'PledgeCheck',
  tableName: 'pledge_check',
  schema,
  indexes: [{ properties: ['unit', 'outcome'] }],
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    recordId: p.uuid().primary(),
    unit: p.text(),
    item: p.text(),
    kind: p.text(),
    matter: p.text(),
    permitDocument: p.text().nullable(),
    permittedOn: p.date().nullable(),
    recordedOn: p.date(),
    orderedOn: p.date().nullable(),
    correctBy: p.date().nullable(),
    outcome: p.text().nullable(),
    reasons: p.text().nullable(),
    basisDocument: p.text().nullable(),
    verifiedOn: p.date().nullable(),
    redaction: p.integer().default(1),
  }),
});

/** Whether a subject chose for or against pledges (Article 45). */
export const PledgeChoiceEntity = defineEntity({
  name: 'PledgeChoice',
  tableName: 'pledge_choice',
  schema,
  properties: (p) => ({ subjectId: p.uuid().primary(), usesPledges: p.boolean(), chosenAt: p.datetime() }),
});

/** How enterprises are assessed, by published edition; `classes` maps each level to a supervision class (Articles 47 and 48). */
export const AssessmentMethodEntity = defineEntity({
  name: 'AssessmentMethod',
  tableName: 'assessment_method',
  schema: 'control',
  properties: (p) => ({
    edition: p.text().primary(),
    basis: p.text(),
    classes: p.json(),
    publicationReference: p.text(),
    publishedOn: p.date(),
    effectiveFrom: p.date(),
  }),
});

export const PUBLIC_CREDIT_ENTITIES = [
  SubjectEntity,
  SubjectAliasEntity,
  StatementWholeEntity,
  RecordEntity,
  RecordWholeEntity,
  DisplayEventEntity,
  CorrectionEntity,
  PledgeCheckEntity,
  PledgeChoiceEntity,
  AssessmentMethodEntity,
  ...STATISTICS_ENTITIES,
];
