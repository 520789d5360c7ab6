/** Stores designations: the subject's own, and those of persons responsible for it (Articles 28 and 33). What the decision says is sealed for each. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { addMonths } from '../../../schema/law/clocks/calendar.ts';
import type { Ground, ResponsibleRole } from '../../../schema/law/measures/designations.ts';
import { REDACTION_VERSION } from '../../../schema/law/redact/redact.ts';
import { knownIn, redactorFor, type SubjectKnown } from '../../redaction/known-values.ts';
import { storeTexts } from '../../redaction/whole-texts.ts';
import type { Platform } from '../../request/context.ts';
import { newId } from '../../request/request.ts';
import { designationMark } from '../../rights/fallen/marks.ts';
import type { Fall } from '../../rights/fallen/register.ts';
import { type Named, statedName, storeStatements } from './listed-subjects.ts';
import { basisOf, shareKnown } from './said-of.ts';

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
  /** Whole. Anyone may read its form. */
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

/** Everybody whom a decision names. */
export const namedIn = ({
  subject,
  responsible,
}: Pick<NewDesignation, 'subject' | 'responsible'>): readonly Named[] => [
  subject,
  ...responsible.map(({ person }) => person),
];

/** Texts of the decision as one of those whom it names reads them. */
const textsOf = (designation: NewDesignation, evidence: string | null) => ({
  basisDocument: designation.basisDocument,
  decisionNumber: designation.decisionNumber,
  reasons: designation.reasons,
  removalConditions: designation.removalConditions,
  remedies: designation.remedies,
  evidence,
});

/** All that a decision says teaches of whom it names, before its document is masked. */
function learn(known: ReadonlyMap<string, SubjectKnown>, designation: NewDesignation): void {
  const evidence = designation.responsible.map((one) => one.evidence).join('\n');
  const texts = textsOf(designation, evidence);
  const named = namedIn(designation);
  for (const { id } of named) knownIn(known, id).learn(texts);
  shareKnown(known, named, texts);
}

/**
 * One statement for each table. Returns the open form of the document, by id, of what was stored: a subject that is on the list by the same document
 * already, also by another unit, is left out. The subjects are stored, `known` holds what is known of each, and those of `held` are not displayed.
 */
export async function storeDesignations(
  em: EntityManager,
  { secrets }: Pick<Platform, 'secrets'>,
  unit: string,
  designations: readonly NewDesignation[],
  known: ReadonlyMap<string, SubjectKnown>,
  held: ReadonlyMap<string, Fall> = new Map(),
): Promise<ReadonlyMap<string, string>> {
  for (const designation of designations) learn(known, designation);
  const rows = designations.flatMap((designation) => {
    const own: Row = { id: designation.id, subject: designation.subject, responsibleAs: null, evidence: null };
    const linked: Row[] = designation.responsible.map(({ person, role, evidence }) => ({
      id: newId(),
      subject: person,
      responsibleAs: role,
      evidence,
    }));
    const { mark, before } = basisOf(secrets, designation.basisDocument);
    const fallMark = designationMark(secrets, designation.list, designation.basisDocument);
    const display = held.has(designation.id) ? 'ARCHIVED' : 'DISPLAYED';
    return [own, ...linked].map(({ id, subject, responsibleAs, evidence }) => ({
      subject,
      texts: textsOf(designation, evidence),
      subjectId: subject.id,
      name: statedName(subject),
      id,
      personal: subject.personal,
      list: designation.list,
      item: designation.item,
      ground: designation.ground,
      basisDocument: redactorFor(known, subject.id)(designation.basisDocument, 'NUMBER').text,
      mark,
      fallMark,
      display,
      before,
      designatedOn: designation.designatedOn,
      until: untilOf(designation),
      edition: designation.edition,
      responsibleAs,
      accountSubject: responsibleAs === null ? null : designation.subject.id,
      account: responsibleAs === null ? null : designation.id,
    }));
  });
  const given = JSON.stringify(rows.map(({ subject: _person, texts: _sealed, ...row }) => row));
  const stored = await sql<{
    id: string;
  }>`insert into sanctions.designation (subject_id, id, personal, list, item, ground, basis_document, basis_mark, fall_mark, redaction,
      designated_on, displayed_until, display, designating_unit, standard_edition, responsible_as, on_account_subject, on_account_of, stated_name)
    select (r->>'subjectId')::uuid, (r->>'id')::uuid, (r->>'personal')::boolean, r->>'list', r->>'item', r->>'ground', r->>'basisDocument',
      decode(r->>'mark', 'hex'), decode(r->>'fallMark', 'hex'), ${REDACTION_VERSION}, (r->>'designatedOn')::date, (r->>'until')::date, r->>'display', ${unit}, r->>'edition',
      r->>'responsibleAs', (r->>'accountSubject')::uuid, (r->>'account')::uuid, r->>'name' from jsonb_array_elements(${given}::jsonb) r
    where r->>'account' is not null or not exists (select from sanctions.designation d
      where d.subject_id = (r->>'subjectId')::uuid and d.list = r->>'list' and d.display = 'DISPLAYED' and d.on_account_of is null
        and coalesce(encode(d.basis_mark, 'hex'), d.basis_document) in (select jsonb_array_elements_text(r->'before')))
    on conflict (subject_id, list, coalesce(encode(basis_mark, 'hex'), basis_document)) where display = 'DISPLAYED' and on_account_of is null
    do nothing returning id`.execute(em.getKysely());
  const ids = new Set(stored.rows.map(({ id }) => id));
  const kept = rows.filter(({ id }) => ids.has(id));
  await storeStatements(em, secrets, kept);
  await storeTexts(
    em,
    secrets,
    kept.map(({ subjectId, id, texts }) => ({ subjectId, place: 'DESIGNATION', id, texts })),
  );
  return new Map(kept.map(({ id, basisDocument }) => [id, basisDocument]));
}
