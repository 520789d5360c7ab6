/**
 * Who a subject is, for this caller: what the rows that it may see say (Articles 23, 36 and 39). No such row, no subject. One statement decides for
 * all kinds of subjects and all four subgraphs, for one subject or a thousand.
 */
import {
  asked,
  type Form,
  type Formed,
  formFor,
  inForms,
  scopeParameters,
  seenRows,
} from '../../authorization/scope-sql.ts';
import type { Statement } from '../../database/database.ts';
import { readInMatter, scopeInMatter, scopeOfDuty } from '../../matter/in-matter.ts';
import type { Context, Duty } from '../../request/context.ts';

const PARTS = ['name', 'address', 'phone'] as const;

const LISTED = `subject_id, id, personal, list, item, designating_unit, designated_on, display, displayed_until, stated_name, objection_raised_on,
  objection_decide_by`;

/** Rows that a caller may see, with what each states. Lists have effect once they are published (Article 28). */
function listed(table: 'designation' | 'incentive', form: Form): string {
  const { from, where } = seenRows(`sanctions.${table}`, 'l', 2, form, { columns: LISTED });
  return `
    select l.subject_id, l.personal, l.id, 1, l.item, l.designating_unit, false, l.designated_on, null, l.stated_name, null, null,
        l.objection_raised_on, l.objection_decide_by
      from ${from} join sanctions.list p on p.code = l.list and p.published_on <= $2::date where ${where}`;
}

const STATED =
  'subject_id, id, version, personal, item, occurred_on, received_at, display, displayed_until, objection_raised_on, objection_decide_by';

function records(form: Form): string {
  // Content is not read: who a subject is stands in columns of its own.
  const { from, where } = seenRows('public_credit.record', 'r', 2, form, {
    columns: `${STATED}, type, source_unit, stated_name, stated_address, stated_phone`,
  });
  return `
    select r.subject_id, r.personal, r.id, r.version, r.item, r.source_unit, r.type = 'Registration', r.occurred_on, r.received_at, r.stated_name,
        r.stated_address, r.stated_phone, r.objection_raised_on, r.objection_decide_by
      from ${from} where ${where}`;
}

function collected(form: Form): string {
  const { from, where } = seenRows('non_public_credit.record', 'n', 2, form, { columns: `${STATED}, collector` });
  return `
    select n.subject_id, n.personal, n.id, n.version, n.item, n.collector, false, n.occurred_on, n.received_at, null, null, null,
        n.objection_raised_on, n.objection_decide_by
      from ${from} where ${where}`;
}

const SOURCES = {
  'public_credit.record': records,
  'sanctions.designation': (form: Form) => listed('designation', form),
  'sanctions.incentive': (form: Form) => listed('incentive', form),
} as const;
/** A party and the subject itself may see what collecting units keep too. */
const ALL_SOURCES = { ...SOURCES, 'non_public_credit.record': collected } as const;

/**
 * Of each subject the row that counts and those that state its name, address and telephone: the registration first, else the newest. Before both what
 * the caller sees whole of a person, because its duty opens it (Article 22). With `all`, every row.
 */
const subjects = (
  name: string,
  from: Readonly<Partial<Record<keyof typeof ALL_SOURCES, (form: Form) => string>>>,
  { all = false } = {},
): Formed =>
  inForms(
    name,
    (form) => `with ${asked('$1::uuid[]', 2, Object.keys(from) as (keyof typeof ALL_SOURCES)[])},
    seen (subject_id, personal, id, version, item, unit, registers, day, at, name, address, phone, raised_on, decide_by) as (${Object.values(
      from,
    )
      .map((source) => source(form))
      .join('\n    union all')}
    ), ranked as (
      select *, row_number() over (partition by subject_id
        order by personal and item = any ($7::text[]) desc, registers desc, day desc, at desc nulls last, id)::int as place from seen
    ), chosen as (
      select *, ${PARTS.map((part) => `min(place) filter (where ${part} is not null) over (partition by subject_id) as of_${part}`).join(', ')}
      from ranked
    )
    select s.id, s.kind, s.personal, s.identifier_type as "identifierType", s.identifier, c.id as "recordId", c.version, c.item, c.unit,
      c.day as on, c.name, c.address, c.phone, c.raised_on as "objectionRaisedOn", c.decide_by as "objectionDecideBy"
    from chosen c join public_credit.subject s on s.id = c.subject_id
    ${all ? '' : `where c.place = 1 or ${PARTS.map((part) => `c.place = c.of_${part}`).join(' or ')}`}
    order by c.subject_id, c.place`,
  );

const SUBJECTS = subjects('subjects', SOURCES);
const OF_PARTY = subjects('subjects-of-party', ALL_SOURCES);
const OWN = subjects('subjects-own', ALL_SOURCES, { all: true });

const WHOLE: Statement = {
  name: 'statements-whole',
  text: `select w.subject_id as "subjectId", w.record_id as "recordId", w.version, w.sealed, w.key_id as "keyId"
    from public_credit.statement_whole w where w.subject_id = any ($1::uuid[]) and w.record_id = any ($2::uuid[])`,
};

/** One row that the caller may see about a subject: who it is about, and what the row states, desensitized. */
export interface Said {
  /** Of the subject. */
  readonly id: string;
  readonly kind: string;
  readonly personal: boolean;
  readonly identifierType: string;
  readonly identifier: string;
  readonly recordId: string;
  readonly version: number;
  readonly item: string;
  /** Unit that says it. */
  readonly unit: string;
  readonly on: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly objectionRaisedOn: string | null;
  readonly objectionDecideBy: string | null;
}

export interface SealedStatement {
  readonly subjectId: string;
  readonly recordId: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly keyId: string;
}

type Ids = readonly string[];

/** Rows of each subject in the order in which they count. A subject of which the caller may see no row has none. */
export function readSaid(context: Context, ids: Ids): Promise<Said[]> {
  const { role } = context.caller;
  const statement = role === 'SUBJECT' ? OWN : role === 'PARTY' ? OF_PARTY : SUBJECTS;
  const scope = scopeParameters(context);
  return context.query(formFor(statement, ids, scope), [ids, ...scope, context.snapshot.scope.whole]);
}

/** Which of these subjects a department may see for the duty of its question (matter/in-matter.ts). */
export async function readHeldInMatter(context: Context, duty: Duty, ids: Ids): Promise<ReadonlySet<string>> {
  const scope = scopeInMatter(context, duty);
  const parameters = [ids, ...scope, scopeOfDuty(context, duty).whole];
  const said = await readInMatter<Said>(context, duty, formFor(SUBJECTS, ids, scope), parameters);
  return new Set(said.map(({ id }) => id));
}

export const readStatementsWhole = (context: Context, subjects: Ids, records: Ids): Promise<SealedStatement[]> =>
  context.query(WHOLE, [subjects, records]);
