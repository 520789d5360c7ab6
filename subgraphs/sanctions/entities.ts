/** Tables of the PostgreSQL schema `sanctions`: lists and designations. */
import { defineEntity } from '@mikro-orm/core';

const schema = 'sanctions';

export const ListEntity = defineEntity({
  name: 'SanctionList',
  tableName: 'list',
  schema,
  properties: (p) => ({
    code: p.text().primary(),
    name: p.text(),
    nameEn: p.text(),
    kind: p.text(),
    item: p.text(),
    publicationReference: p.text(),
    publishedOn: p.date(),
  }),
});

export const DesignationEntity = defineEntity({
  name: 'Designation',
  tableName: 'designation',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    personal: p.boolean(),
    list: p.text(),
    item: p.text(),
    ground: p.text(),
    basisDocument: p.text(),
    designatedOn: p.date(),
    displayedUntil: p.date(),
    display: p.text(),
    designatingUnit: p.text(),
    fallMark: p.blob().nullable(),
    objectionRaisedOn: p.date().nullable(),
    objectionDecideBy: p.date().nullable(),
  }),
});

/** Written decisions of Article 28 from before they were sealed, for the subject. */
export const DecisionEntity = defineEntity({
  name: 'Decision',
  tableName: 'decision',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    designationId: p.uuid().primary(),
    decisionNumber: p.text().nullable(),
    reasons: p.text().nullable(),
    removalConditions: p.text().nullable(),
    remedies: p.text().nullable(),
  }),
});

export const IncentiveEntity = defineEntity({
  name: 'Incentive',
  tableName: 'incentive',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    personal: p.boolean(),
    list: p.text(),
    item: p.text(),
    designatedOn: p.date(),
    displayedUntil: p.date().nullable(),
    display: p.text(),
    designatingUnit: p.text(),
    objectionRaisedOn: p.date().nullable(),
    objectionDecideBy: p.date().nullable(),
  }),
});

export const SANCTIONS_ENTITIES = [ListEntity, DesignationEntity, DecisionEntity, IncentiveEntity];
