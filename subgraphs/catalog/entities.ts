/** Tables of the PostgreSQL schema `control`: the catalog, units, agreements, duties, authorizations and clocks. */
import { defineEntity } from '@mikro-orm/core';
import { DisplayPeriodEntity } from '../clocks/display-period-entity.ts';

const schema = 'control';

/** As PostgreSQL repeats it; schema/law/asking/unit-roles.ts has the same rule. */
const UNIT_KINDS = `((cardinality(kinds) > 0) AND (kinds[1] = kind) AND (kinds <@ '{PROVIDER,DEPARTMENT,PARTY,COLLECTOR,OPERATOR,AUTHORITY}'::text[]) AND (NOT ((kinds && '{OPERATOR,AUTHORITY}'::text[]) AND (kinds && '{PARTY,COLLECTOR}'::text[]))))`;

export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  schema,
  checks: [{ name: 'unit_kinds', expression: UNIT_KINDS }],
  properties: (p) => ({
    code: p.text().primary(),
    name: p.text(),
    nameEn: p.text(),
    kind: p.text(),
    kinds: p.array(),
    level: p.text(),
    region: p.text().nullable(),
    line: p.text().nullable(),
    uscc: p.text().nullable(),
    registeredAt: p.datetime().nullable(),
    endedOn: p.date().nullable(),
    endReason: p.text().nullable(),
  }),
});

/** One row for each edition. The newest that has begun holds; none is ever changed. */
export const PurposeEntity = defineEntity({
  name: 'Purpose',
  tableName: 'purpose',
  schema,
  properties: (p) => ({
    code: p.text().primary(),
    name: p.text(),
    nameEn: p.text(),
    activity: p.text().nullable(),
    article: p.text(),
    authorizationMaximumMonths: p.integer().nullable(),
    effectiveFrom: p.date().primary(),
    publicationReference: p.text(),
    publishedOn: p.date().nullable(),
    service: p.text(),
    needs: p.array().nullable(),
  }),
});

/** A published limit on authorizations; null means any. */
export const PurposeCapEntity = defineEntity({
  name: 'PurposeCap',
  tableName: 'purpose_cap',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    purpose: p.text(),
    item: p.text().nullable(),
    party: p.text().nullable(),
    maximumMonths: p.integer(),
    maximumUses: p.integer().nullable(),
    effectiveFrom: p.date(),
    publishedOn: p.date(),
    publicationReference: p.text(),
    article: p.text(),
  }),
});

/** One row for each edition. Editions are published and never changed, only ended. */
export const ItemEntity = defineEntity({
  name: 'Item',
  tableName: 'item',
  schema,
  properties: (p) => ({
    code: p.text().primary(),
    edition: p.text().primary(),
    information: p.text(),
    category: p.text().nullable(),
    name: p.text(),
    nameEn: p.text(),
    conduct: p.text(),
    nature: p.text(),
    recordType: p.text(),
    subjectKinds: p.array(),
    providingUnit: p.text(),
    providerUnits: p.array().default([]),
    providerRule: p.json().nullable(),
    dataSource: p.text(),
    sharing: p.text(),
    openness: p.text(),
    displayClass: p.text().nullable(),
    displayMinimumMonths: p.integer().nullable(),
    displayMaximumMonths: p.integer().nullable(),
    updateWithinWorkingDays: p.integer(),
    legalBasis: p.json(),
    displayRequiredBy: p.text().nullable(),
    publicationReference: p.text(),
    publishedOn: p.date(),
    effectiveFrom: p.date(),
    effectiveUntil: p.date().nullable(),
    elements: p.json(),
  }),
});

export const AgreementEntity = defineEntity({
  name: 'Agreement',
  tableName: 'agreement',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    party: p.text().index(),
    items: p.array(),
    purposes: p.array(),
    validFrom: p.date(),
    validUntil: p.date(),
    dailyQuota: p.integer(),
    concludedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endReason: p.text().nullable(),
    state: p.text(),
    /** Number of the contract. A trigger gives one to an agreement that is stored without. */
    reference: p.text().nullable(),
  }),
});

export const DutyEntity = defineEntity({
  name: 'Duty',
  tableName: 'duty',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    department: p.text().index(),
    matter: p.text(),
    activity: p.text(),
    items: p.array(),
    /** The items sorted, each once. A trigger fills it, and an index lets no second one be in force. */
    itemSet: p.array().nullable(),
    identified: p.boolean(),
    registeredAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endReason: p.text().nullable(),
  }),
});

export const AuthorizationEntity = defineEntity({
  name: 'Authorization',
  tableName: 'authorization_grant',
  schema,
  indexes: [
    { properties: ['subjectId', 'party'] },
    { name: 'authorization_grant_party', properties: ['party', 'validUntil'] },
  ],
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
    grantedAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  }),
});

/** One row. Its value changes whenever items, units or purposes change, so that each process sees that its cache is old. */
export const VersionEntity = defineEntity({
  name: 'ControlVersion',
  tableName: 'version',
  schema,
  properties: (p) => ({ id: p.integer().primary().autoincrement(false), value: p.bigint('string') }),
});

/** One row for each change of an agreement's state. */
export const AgreementEventEntity = defineEntity({
  name: 'AgreementEvent',
  tableName: 'agreement_event',
  schema,
  indexes: [{ properties: ['agreementId', 'at'] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    agreementId: p.uuid(),
    at: p.datetime(),
    fromState: p.text().nullable(),
    toState: p.text(),
    reason: p.text(),
    unit: p.text(),
  }),
});

/** One row for each statutory period that runs for a unit. */
export const ClockEntity = defineEntity({
  name: 'Clock',
  tableName: 'clock',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    obligation: p.text(),
    kind: p.text(),
    unit: p.text(),
    subjectId: p.uuid().nullable(),
    reference: p.text(),
    startedOn: p.date(),
    dueOn: p.date(),
    provisional: p.boolean(),
    earliest: p.date(),
    latest: p.date(),
    pauses: p.json(),
    metOn: p.date().nullable(),
    noticedOverdueAt: p.datetime().nullable(),
  }),
});

/** A year of working days that was loaded as data. */
export const CalendarYearEntity = defineEntity({
  name: 'CalendarYear',
  tableName: 'calendar_year',
  schema,
  properties: (p) => ({
    year: p.integer().primary().autoincrement(false),
    source: p.text(),
    days: p.json(),
    loadedAt: p.datetime(),
  }),
});

export const CATALOG_ENTITIES = [
  UnitEntity,
  PurposeEntity,
  ItemEntity,
  AgreementEntity,
  DutyEntity,
  AuthorizationEntity,
  VersionEntity,
  AgreementEventEntity,
  ClockEntity,
  CalendarYearEntity,
  PurposeCapEntity,
  DisplayPeriodEntity,
];
