/** Tables of restoration (Article 40). */
import { defineEntity } from '@mikro-orm/core';

/** An application. Texts in their open form, whole ones sealed elsewhere. */
const RestorationEntity = defineEntity({
  name: 'Restoration',
  tableName: 'restoration',
  schema: 'rights',
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    personal: p.boolean(),
    heldIn: p.text(),
    rowId: p.uuid(),
    item: p.text(),
    sourceUnit: p.text(),
    unit: p.text(),
    status: p.text(),
    unmet: p.array(),
    corrected: p.boolean(),
    dutiesPerformed: p.boolean(),
    appliedOn: p.date(),
    appliedAt: p.datetime(),
    pledge: p.text(),
    decidedOn: p.date().nullable(),
    decidedBy: p.text().nullable(),
    reasons: p.text().nullable(),
    againFrom: p.date().nullable(),
    redaction: p.integer(),
  }),
});

/** What a law excludes. */
const RestorationExclusionEntity = defineEntity({
  name: 'RestorationExclusion',
  tableName: 'restoration_exclusion',
  schema: 'control',
  properties: (p) => ({
    id: p.uuid().primary(),
    item: p.text().nullable(),
    list: p.text().nullable(),
    ground: p.text().nullable(),
    citation: p.text(),
    effectiveFrom: p.date(),
    until: p.date().nullable(),
    publishedOn: p.date(),
  }),
});

export const RESTORATION_ENTITIES = [RestorationEntity, RestorationExclusionEntity];
