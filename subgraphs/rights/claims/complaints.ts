/** Complaints about collectors (Article 41 §2): their table, and a row as a caller reads it. */
import { defineEntity } from '@mikro-orm/core';
import type { ComplaintStatus } from '../../../schema/law/matter/complaints.ts';
import type { Marked } from '../../authorization/policy.ts';
import type { Page } from '../../request/paging.ts';

/** Texts in their open form; whole ones lie sealed. */
export const ComplaintEntity = defineEntity({
  name: 'Complaint',
  tableName: 'complaint',
  schema: 'rights',
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    collector: p.text(),
    unit: p.text(),
    filedOn: p.date(),
    filedAt: p.datetime(),
    status: p.text(),
    complaint: p.text(),
    answer: p.text().nullable(),
    answeredOn: p.date().nullable(),
    answeredBy: p.text().nullable(),
    redaction: p.integer(),
  }),
});

/** Its texts whole for the subject, in their open form for others. */
export interface ComplaintRow extends Marked {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly collector: string;
  /** The department in charge that answers, or answered. */
  readonly unit: string;
  readonly status: ComplaintStatus;
  readonly filedOn: string;
  readonly filedAt: string;
  readonly answerBy: string;
  readonly provisional: boolean;
  readonly text: string;
  readonly answer: string | null;
  readonly answeredOn: string | null;
}

export type ComplaintPage = Page<ComplaintRow>;
