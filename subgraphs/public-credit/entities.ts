/**
 * Tables of public credit information. PostgreSQL schema `public_credit`. What leaves for others is stored desensitized; the
 * whole values lie sealed in tables of their own, which the database roles of others cannot read.
 */
import { defineEntity } from '@mikro-orm/core';

const schema = 'public_credit';

export const SubjectEntity = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    kind: p.text(),
    personal: p.boolean(),
    name: p.text(),
    identifierType: p.text(),
    identifier: p.text(),
    address: p.text().nullable(),
    phone: p.text().nullable(),
    heldSince: p.datetime(),
    registeredBy: p.text().nullable(),
  }),
});

/** Whole values of a natural person or sole trader: JSON sealed with AES-256-GCM, the key's id beside it. */
export const SubjectWholeEntity = defineEntity({
  name: 'SubjectWhole',
  tableName: 'subject_whole',
  schema,
  properties: (p) => ({ subjectId: p.uuid().primary(), sealed: p.blob(), keyId: p.text() }),
});

/** One row a version. `current` marks the newest; earlier ones stay as they were. */
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
    display: p.text(),
    providingUnit: p.text(),
    basisDocument: p.text().nullable(),
    content: p.json(),
    naturalKey: p.blob(),
    contentHash: p.blob(),
    sourceUnit: p.text(),
    submissionId: p.uuid(),
    receivedAt: p.datetime(),
    change: p.text(),
    objectionRaisedOn: p.date().nullable(),
    objectionDecideBy: p.date().nullable(),
  }),
});

/** Whole content of a version that holds personal information, sealed. */
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
  }),
});

/** Dated history of what became of the display of a record, Articles 37 to 40. */
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
    reason: p.text(),
    foundOn: p.date(),
    at: p.datetime(),
  }),
});

/** A pledge that a permit or proof rests on, and what became of it (Article 46). */
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

/** The days that finished cells were told for; the newest is the one that holds. */
const StatisticsReleaseEntity = defineEntity({
  name: 'StatisticsRelease',
  tableName: 'release',
  schema: 'statistics',
  properties: (p) => ({ asOf: p.date().primary(), releasedAt: p.datetime() }),
});

/** A finished cell: all that an analyst reads. One that is suppressed has no row. */
const StatisticsCellEntity = defineEntity({
  name: 'StatisticsCell',
  tableName: 'cell',
  schema: 'statistics',
  properties: (p) => ({ margin: p.text().primary(), key: p.text().primary(), count: p.integer() }),
});

/** What was true of a cell when it was last decided on, and by how much it must change to be decided on again. */
const StatisticsCountedEntity = defineEntity({
  name: 'StatisticsCounted',
  tableName: 'counted',
  schema: 'statistics',
  properties: (p) => ({
    margin: p.text().primary(),
    key: p.text().primary(),
    subjects: p.integer(),
    entries: p.integer(),
    step: p.integer(),
  }),
});

export const PUBLIC_CREDIT_ENTITIES = [
  SubjectEntity,
  SubjectWholeEntity,
  RecordEntity,
  RecordWholeEntity,
  DisplayEventEntity,
  CorrectionEntity,
  PledgeCheckEntity,
  PledgeChoiceEntity,
  AssessmentMethodEntity,
  StatisticsReleaseEntity,
  StatisticsCellEntity,
  StatisticsCountedEntity,
];
