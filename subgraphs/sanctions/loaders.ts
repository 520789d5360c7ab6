/** Data loaders of designations and incentives, with the written decision for the subject itself. */
import DataLoader from 'dataloader';
import { asked, type Formed, formFor, inForms, scopeParameters, seenRows } from '../authorization/scope-sql.ts';
import type { Statement } from '../database/database.ts';
import { readInMatter, scopeInMatter } from '../matter/in-matter.ts';
import { type Texts, textsToRead } from '../redaction/whole-texts.ts';
import { safeText } from '../redaction/withheld.ts';
import type { Context, Duty } from '../request/context.ts';
import { labelColumns } from '../rights/claims/label.ts';
import type { DesignationRow, IncentiveRow, ListRow } from './rows.ts';

const LIST = `jsonb_build_object('code', l.code, 'name', l.name, 'nameEn', l.name_en, 'kind', l.kind,
  'publicationReference', l.publication_reference, 'publishedOn', l.published_on) as list`;

/** Columns of both tables. */
const READ = `id, subject_id, personal, list, item, designated_on, displayed_until, designating_unit, display, objection_raised_on, objection_decide_by`;

/** Only published lists have effect (Articles 25 and 28). */
const DESIGNATIONS = inForms('designations', (form) => {
  const { from, where } = seenRows('sanctions.designation', 'd', 2, form, {
    columns: `${READ}, ground, basis_document, redaction, standard_edition, responsible_as, on_account_of, on_account_subject`,
  });
  return `with ${asked('$1::uuid[]', 2, ['sanctions.designation'])}
    select d.id, d.subject_id as "subjectId", d.personal, d.item, d.ground, d.basis_document as "basisDocument", d.redaction,
      d.designated_on as "designatedOn", d.displayed_until as until, d.designating_unit as "designatingUnit", d.standard_edition as "standardEdition",
      d.responsible_as as "responsibleAs", d.on_account_of as "onAccountOf",
      case when d.on_account_subject is not null then public_credit.about_person(d.on_account_subject) end as "accountPersonal", ${labelColumns('d')}, ${LIST}
    from ${from} join sanctions.list l on l.code = d.list and l.published_on <= $2::date
    where ${where}
    order by d.subject_id, d.designated_on desc, d.id`;
});

/** The written decision, sealed; in plain from before. It is read for the subject itself only. */
const DECISIONS: Statement = {
  name: 'decisions',
  text: `select coalesce(w.id, e.designation_id) as id, w.sealed, w.key_id as "keyId", e.decision_number as "decisionNumber", e.reasons,
      e.removal_conditions as "removalConditions", e.remedies, e.evidence
    from (select * from public_credit.text_whole where subject_id = $1::uuid and place = 'DESIGNATION') w
      full join (select * from sanctions.decision where subject_id = $1::uuid) e on e.designation_id = w.id`,
};

const INCENTIVES = inForms('incentives', (form) => {
  const { from, where } = seenRows('sanctions.incentive', 'i', 2, form, { columns: READ });
  return `with ${asked('$1::uuid[]', 2, ['sanctions.incentive'])}
    select i.id, i.subject_id as "subjectId", i.personal, i.item, i.designated_on as "designatedOn",
      i.displayed_until as until, i.designating_unit as "designatingUnit", i.display = 'DISPLAYED' as displayed, ${labelColumns('i')}, ${LIST}
    from ${from} join sanctions.list l on l.code = i.list and l.published_on <= $2::date
    where ${where}
    order by i.subject_id, i.designated_on desc, i.id`;
});

type Parts = Pick<DesignationRow, 'decisionNumber' | 'reasons' | 'removalConditions' | 'remedies' | 'evidence'>;
type Decision = Parts & { readonly id: string; readonly sealed: Buffer | null; readonly keyId: string | null };
type Stored = Omit<DesignationRow, 'self' | keyof Parts> & { readonly list: ListRow; readonly redaction: number };

/** Parts of a decision, and the whole name of its document, as its subject reads them. */
function decisionOf({ platform }: Context, { id, sealed, keyId, ...plain }: Decision): Partial<Parts> & Texts {
  return { ...plain, ...textsToRead(platform.secrets, id, sealed, keyId) };
}

/** The document that a designation rests on, as the caller may read it: its subject reads it as it is written. */
const basisSeen = (context: Context, row: Stored, own: Texts | undefined): string =>
  row.subjectId === context.snapshot.scope.self
    ? (own?.basisDocument ?? row.basisDocument)
    : safeText(context.snapshot.directory, row.redaction, row.basisDocument);

const UNSEEN = { decisionNumber: null, reasons: null, removalConditions: null, remedies: null, evidence: null };

function disclose(
  context: Context,
  rows: readonly { id: string; subjectId: string; personal: boolean; item: string }[],
): void {
  for (const row of rows)
    context.request.disclose({
      subjectId: row.subjectId,
      personal: row.personal,
      items: [row.item],
      records: [{ id: row.id, version: 1 }],
      seen: context.snapshot.scope.self === row.subjectId ? 'WHOLE' : 'DESENSITIZED',
    });
}

export type StoredDesignation = Stored;

/** Reads one of the two lists. The caller of this function must record the rows for the ledger. */
function readList<Row>(context: Context, list: Formed, ids: readonly string[], duty?: Duty): Promise<Row[]> {
  const scope = duty === undefined ? scopeParameters(context) : scopeInMatter(context, duty);
  const statement = formFor(list, ids, scope);
  return duty === undefined
    ? context.query<Row>(statement, [ids, ...scope])
    : readInMatter<Row>(context, duty, statement, [ids, ...scope]);
}

/** Designations that the caller may see. With `duty`, for a question about a matter (matter/in-matter.ts). */
export const readDesignations = (context: Context, ids: readonly string[], duty?: Duty): Promise<Stored[]> =>
  readList(context, DESIGNATIONS, ids, duty);

/** Incentives that the caller may see; with `duty`, for a question about a matter. */
export const readIncentives = (context: Context, ids: readonly string[], duty?: Duty): Promise<IncentiveRow[]> =>
  readList(context, INCENTIVES, ids, duty);

export const designationLoader = (context: Context): DataLoader<string, DesignationRow[]> =>
  context.once(
    'designations',
    () =>
      new DataLoader<string, DesignationRow[]>(async (ids) => {
        const { self } = context.snapshot.scope;
        const stored = await readDesignations(context, ids);
        const own = self !== null && stored.some((row) => row.subjectId === self);
        const decisions = new Map(
          own
            ? (await context.query<Decision>(DECISIONS, [self])).map((row) => [row.id, decisionOf(context, row)])
            : [],
        );
        disclose(context, stored);
        const rows = stored.map((row) => {
          const mine = row.subjectId === self;
          const decision = mine ? decisions.get(row.id) : undefined;
          return { ...row, ...UNSEEN, ...decision, basisDocument: basisSeen(context, row, decision), self: mine };
        });
        const groups = Map.groupBy(rows, (row) => row.subjectId);
        return ids.map((id) => groups.get(id) ?? []);
      }),
  );

export const incentiveLoader = (context: Context): DataLoader<string, IncentiveRow[]> =>
  context.once(
    'incentives',
    () =>
      new DataLoader<string, IncentiveRow[]>(async (ids) => {
        const { self } = context.snapshot.scope;
        const stored = await readIncentives(context, ids);
        const rows = stored.map((row) => ({ ...row, self: row.subjectId === self }));
        disclose(context, rows);
        const groups = Map.groupBy(rows, (row) => row.subjectId);
        return ids.map((id) => groups.get(id) ?? []);
      }),
  );
