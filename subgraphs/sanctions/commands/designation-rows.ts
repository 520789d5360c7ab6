/** Stores designations: the subject's own, and those of persons responsible for it (Articles 28 and 33). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { addMonths } from '../../../schema/law/clocks/calendar.ts';
import type { Ground, ResponsibleRole } from '../../../schema/law/measures/designations.ts';
import type { Platform } from '../../request/context.ts';
import { newId } from '../../request/request.ts';
import { type Named, statedName, storeListed } from './listed-subjects.ts';

export interface Decision {
  readonly decisionNumber: string;
  readonly reasons: string;
  readonly removalConditions: string;
  readonly remedies: string;
}

export interface Responsible {
  readonly person: Named;
  readonly role: ResponsibleRole;
  readonly evidence: string;
}

export interface NewDesignation extends Decision {
  readonly id: string;
  readonly subject: Named;
  readonly list: string;
  readonly item: string;
  readonly edition: string;
  readonly ground: Ground;
  /** Anyone may read it, so that personal information in it is masked. */
  readonly basisDocument: string;
  readonly designatedOn: string;
  readonly months: number;
  readonly responsible: readonly Responsible[];
}

/** Last day of the period, itself included: 12 months from 2026-03-05 end on 2027-03-05, as in sample decisions. */
export const untilOf = ({ designatedOn, months }: Pick<NewDesignation, 'designatedOn' | 'months'>): string =>
  addMonths(designatedOn, months);

interface Row {
  readonly id: string;
  readonly subject: Named;
  readonly responsibleAs: ResponsibleRole | null;
  readonly evidence: string | null;
}

/**
 * One statement for each table. Returns the ids of what was stored: a subject that is on the list by the same document already, also by another unit,
 * is left out.
 */
export async function storeDesignations(
  em: EntityManager,
  platform: Platform,
  unit: string,
  designations: readonly NewDesignation[],
): Promise<ReadonlySet<string>> {
  const rows = designations.flatMap((designation) => {
    const own: Row = { id: designation.id, subject: designation.subject, responsibleAs: null, evidence: null };
    const linked: Row[] = designation.responsible.map(({ person, role, evidence }) => ({
      id: newId(),
      subject: person,
      responsibleAs: role,
      evidence,
    }));
    return [own, ...linked].map(({ id, subject, responsibleAs, evidence }) => ({
      subject,
      subjectId: subject.id,
      name: statedName(subject),
      id,
      personal: subject.personal,
      list: designation.list,
      item: designation.item,
      ground: designation.ground,
      basisDocument: designation.basisDocument,
      designatedOn: designation.designatedOn,
      until: untilOf(designation),
      edition: designation.edition,
      responsibleAs,
      accountSubject: responsibleAs === null ? null : designation.subject.id,
      account: responsibleAs === null ? null : designation.id,
      decisionNumber: designation.decisionNumber,
      reasons: designation.reasons,
      removalConditions: designation.removalConditions,
      remedies: designation.remedies,
      evidence,
    }));
  });
  const given = JSON.stringify(rows.map(({ subject: _person, ...row }) => row));
  const db = em.getKysely();
  const stored = await sql<{
    id: string;
  }>`insert into sanctions.designation (subject_id, id, personal, list, item, ground, basis_document,
      designated_on, displayed_until, display, designating_unit, standard_edition, responsible_as, on_account_subject, on_account_of, stated_name)
    select (r->>'subjectId')::uuid, (r->>'id')::uuid, (r->>'personal')::boolean, r->>'list', r->>'item', r->>'ground', r->>'basisDocument',
      (r->>'designatedOn')::date, (r->>'until')::date, 'DISPLAYED', ${unit}, r->>'edition', r->>'responsibleAs',
      (r->>'accountSubject')::uuid, (r->>'account')::uuid, r->>'name' from jsonb_array_elements(${given}::jsonb) r
    on conflict (subject_id, list, basis_document) where display = 'DISPLAYED' and on_account_of is null do nothing returning id`.execute(
    db,
  );
  const ids = new Set(stored.rows.map(({ id }) => id));
  const kept = rows.filter(({ id }) => ids.has(id));
  await storeListed(em, platform, kept);
  await sql`insert into sanctions.decision (subject_id, designation_id, decision_number, reasons, removal_conditions, remedies, evidence)
    select (r->>'subjectId')::uuid, (r->>'id')::uuid, r->>'decisionNumber', r->>'reasons', r->>'removalConditions', r->>'remedies',
      r->>'evidence' from jsonb_array_elements(${given}::jsonb) r
    where r->>'id' in (select jsonb_array_elements_text(${JSON.stringify([...ids])}::jsonb))`.execute(db);
  return ids;
}
