/** Side (d): entities over the tables of the platform, with the columns that are read. As https://mikro-orm.io/docs/define-entity shows. */
import { defineEntity, type InferEntity } from '@mikro-orm/core';

const control = 'control';

export const ItemEntity = defineEntity({
  name: 'Item',
  tableName: 'item',
  schema: control,
  properties: (p) => ({
    code: p.text().primary(),
    edition: p.text().primary(),
    category: p.text().nullable(),
    name: p.text(),
    openness: p.text(),
    legalBasis: p.json(),
    publishedOn: p.date(),
    effectiveFrom: p.date(),
    effectiveUntil: p.date().nullable(),
  }),
});
export type Item = InferEntity<typeof ItemEntity>;

export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  schema: control,
  properties: (p) => ({ code: p.text().primary(), name: p.text() }),
});

export const AgreementEntity = defineEntity({
  name: 'Agreement',
  tableName: 'agreement',
  schema: control,
  properties: (p) => ({
    id: p.uuid().primary(),
    party: p.text(),
    items: p.array(),
    purposes: p.array(),
    validFrom: p.date(),
    validUntil: p.date(),
    endedAt: p.datetime().nullable(),
    state: p.text(),
  }),
});

export const AuthorizationEntity = defineEntity({
  name: 'Authorization',
  tableName: 'authorization_grant',
  schema: control,
  properties: (p) => ({
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    party: p.text(),
    items: p.array(),
    purposes: p.array(),
    validFrom: p.date(),
    validUntil: p.date(),
    maximumUses: p.integer().nullable(),
    uses: p.integer(),
    revokedAt: p.datetime().nullable(),
  }),
});

export const LockEntity = defineEntity({
  name: 'SharingLock',
  tableName: 'sharing_lock',
  schema: 'rights',
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    unlockedAt: p.datetime().nullable(),
  }),
});

export const SubjectEntity = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  schema: 'public_credit',
  properties: (p) => ({
    id: p.uuid().primary(),
    kind: p.text(),
    personal: p.boolean(),
    identifierType: p.text(),
    identifier: p.text(),
  }),
});
export type Subject = InferEntity<typeof SubjectEntity>;

export const RecordEntity = defineEntity({
  name: 'Record',
  tableName: 'record',
  schema: 'public_credit',
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    version: p.integer().primary(),
    current: p.boolean(),
    personal: p.boolean(),
    item: p.text(),
    type: p.text(),
    nature: p.text(),
    occurredOn: p.date(),
    displayedUntil: p.date().nullable(),
    display: p.text(),
    providingUnit: p.text(),
    content: p.json<Readonly<Record<string, unknown>>>(),
    receivedAt: p.datetime(),
    statedName: p.text().nullable(),
    objectionRaisedOn: p.date().nullable(),
  }),
});
export type StoredRecord = InferEntity<typeof RecordEntity>;

export const NonPublicRecordEntity = defineEntity({
  name: 'NonPublicRecord',
  tableName: 'record',
  schema: 'non_public_credit',
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    version: p.integer().primary(),
    current: p.boolean(),
    personal: p.boolean(),
    item: p.text(),
    category: p.text(),
    occurredOn: p.date(),
    displayedUntil: p.date().nullable(),
    display: p.text(),
    content: p.text().nullable(),
  }),
});
export type StoredNonPublic = InferEntity<typeof NonPublicRecordEntity>;

export const ListEntity = defineEntity({
  name: 'SanctionList',
  tableName: 'list',
  schema: 'sanctions',
  properties: (p) => ({ code: p.text().primary(), name: p.text(), publishedOn: p.date() }),
});

export const DesignationEntity = defineEntity({
  name: 'Designation',
  tableName: 'designation',
  schema: 'sanctions',
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    personal: p.boolean(),
    list: () => p.manyToOne(ListEntity).joinColumn('list'),
    item: p.text(),
    ground: p.text(),
    basisDocument: p.text(),
    designatedOn: p.date(),
    displayedUntil: p.date(),
    display: p.text(),
    designatingUnit: p.text(),
    statedName: p.text().nullable(),
  }),
});

export const IncentiveEntity = defineEntity({
  name: 'Incentive',
  tableName: 'incentive',
  schema: 'sanctions',
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    personal: p.boolean(),
    list: () => p.manyToOne(ListEntity).joinColumn('list'),
    item: p.text(),
    designatedOn: p.date(),
    displayedUntil: p.date().nullable(),
    display: p.text(),
    designatingUnit: p.text(),
    statedName: p.text().nullable(),
  }),
});

export const ENTITIES = [
  ItemEntity,
  UnitEntity,
  AgreementEntity,
  AuthorizationEntity,
  LockEntity,
  SubjectEntity,
  RecordEntity,
  NonPublicRecordEntity,
  ListEntity,
  DesignationEntity,
  IncentiveEntity,
];
