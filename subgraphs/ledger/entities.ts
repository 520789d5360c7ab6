/** Tables of the PostgreSQL schema `ledger`. Code writes them with named statements alone: an entry is never changed through an entity. */
import { defineEntity } from '@mikro-orm/sql';

const schema = 'ledger';

/** One row for each disclosure to an identified recipient (Articles 17 and 35). */
export const DisclosureEntity = defineEntity({
  name: 'Disclosure',
  tableName: 'disclosure',
  schema,
  indexes: [{ properties: ['subjectId', 'at'] }, { name: 'disclosure_at', properties: ['at', 'id'] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    subjectId: p.uuid().nullable(),
    at: p.datetime(),
    requestId: p.uuid(),
    role: p.text(),
    unit: p.text().nullable(),
    purpose: p.text().nullable(),
    caseReference: p.text().nullable(),
    channel: p.text(),
    seen: p.text(),
    items: p.array(),
    records: p.json(),
    bases: p.json(),
    salt: p.blob().nullable(),
    commitment: p.blob().nullable(),
    erasedAt: p.datetime().nullable(),
    erasureReason: p.text().nullable(),
    reason: p.text().nullable(),
    mandate: p.uuid().nullable(),
    agent: p.text().nullable(),
  }),
});

/** Entries that the sequencer has not added to the tree yet. */
export const PendingEntity = defineEntity({
  name: 'PendingDisclosure',
  tableName: 'pending',
  schema,
  properties: (p) => ({ entryId: p.uuid().primary() }),
});

/** Leaves that are no entries, so that the size of the tree counts none (Article 23): of nothing, or of the number of an interval's entries. */
export const PaddingEntity = defineEntity({
  name: 'LedgerPadding',
  tableName: 'padding',
  schema,
  properties: (p) => ({
    leafIndex: p.bigint('number').primary().autoincrement(false),
    salt: p.blob(),
    content: p.text(),
  }),
});

/** Position of each entry in the tree. */
export const LeafEntity = defineEntity({
  name: 'LedgerLeaf',
  tableName: 'leaf',
  schema,
  properties: (p) => ({ leafIndex: p.bigint('number').primary().autoincrement(false), entryId: p.uuid() }),
});

/** Hashes of complete subtrees; leaves are at level 0. */
export const NodeEntity = defineEntity({
  name: 'LedgerNode',
  tableName: 'node',
  schema,
  properties: (p) => ({
    level: p.integer().primary(),
    index: p.bigint('number').primary(),
    hash: p.blob(),
  }),
});

export const CheckpointEntity = defineEntity({
  name: 'LedgerCheckpoint',
  tableName: 'checkpoint',
  schema,
  properties: (p) => ({
    size: p.bigint('number').primary().autoincrement(false),
    root: p.blob(),
    signedAt: p.datetime(),
    keyId: p.text(),
    signature: p.blob(),
    /** On how many replicas it stood when it was acknowledged; null of a release that did not say. */
    replicas: p.integer().nullable(),
  }),
});

/** Subjects disclosed on a day under an agreement: their number, and who they are, so that each counts once a day. */
export const QuotaEntity = defineEntity({
  name: 'AgreementQuota',
  tableName: 'quota',
  schema,
  properties: (p) => ({ agreementId: p.uuid().primary(), day: p.date().primary(), used: p.integer() }),
});

export const QuotaSubjectEntity = defineEntity({
  name: 'AgreementQuotaSubject',
  tableName: 'quota_subject',
  schema,
  properties: (p) => ({ agreementId: p.uuid().primary(), day: p.date().primary(), subjectId: p.uuid().primary() }),
});

/** The last number of a unit's feed of changes. */
export const FeedEntity = defineEntity({
  name: 'Feed',
  tableName: 'feed',
  schema,
  properties: (p) => ({ recipient: p.text().primary(), last: p.bigint('number') }),
});

/** One row for each notice to a recipient (Articles 6 and 39). The triggers of the records write it. */
export const ChangeEntity = defineEntity({
  name: 'Change',
  tableName: 'change',
  schema,
  indexes: [{ properties: ['subjectId', 'at'] }],
  properties: (p) => ({
    recipient: p.text().primary(),
    number: p.bigint('number').primary(),
    id: p.uuid(),
    kind: p.text(),
    subjectId: p.uuid(),
    item: p.text(),
    recordId: p.uuid(),
    version: p.integer(),
    purpose: p.text().nullable(),
    at: p.datetime(),
    startedOn: p.date(),
    acknowledgedAt: p.datetime().nullable(),
    void: p.boolean().default(false),
    again: p.integer().default(0),
  }),
});

/** A subject that a party watches, Article 6. */
export const WatchEntity = defineEntity({
  name: 'Watch',
  tableName: 'watch',
  schema,
  properties: (p) => ({
    unit: p.text().primary(),
    subjectId: p.uuid().primary(),
    purpose: p.text().primary(),
    personal: p.boolean(),
    watchedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  }),
});

/** URL that is called when a unit's feed has something new. */
export const WebhookEntity = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  schema,
  properties: (p) => ({
    unit: p.text().primary(),
    url: p.text(),
    sealed: p.blob(),
    keyId: p.text(),
    registeredAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  }),
});

/** One row for each webhook call to make, with its attempts. */
export const DeliveryEntity = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  schema,
  indexes: [{ properties: ['unit', 'createdAt'] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    unit: p.text(),
    number: p.bigint('number'),
    attempts: p.integer(),
    nextAt: p.datetime(),
    state: p.text(),
    lastError: p.text().nullable(),
    createdAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  }),
});

export const LEDGER_ENTITIES = [
  DisclosureEntity,
  PendingEntity,
  LeafEntity,
  PaddingEntity,
  NodeEntity,
  CheckpointEntity,
  QuotaEntity,
  QuotaSubjectEntity,
  FeedEntity,
  ChangeEntity,
  WatchEntity,
  WebhookEntity,
  DeliveryEntity,
];
