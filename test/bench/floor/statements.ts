/**
 * Side (f): two statements by hand, each one round trip. The row policies alone decide which rows come back: it says who asks, as the gateway does, and filters
 * nothing by itself.
 */
import type { Caller } from './caller.ts';

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Begins a transaction under a role of the database, in the caller's session. */
export const beginning = (
  { role, unit, purpose }: Caller,
  databaseRole: string,
  today: string,
  reads: boolean,
): string =>
  `begin${reads ? ' isolation level repeatable read, read only' : ''}; set local plan_cache_mode = force_generic_plan; select ${[
    ['credit.role', role],
    ['credit.unit', unit ?? ''],
    ['credit.purpose', purpose ?? ''],
    ['credit.case', ''],
    ['credit.matter', ''],
    ['credit.subject', ''],
    ['credit.today', today],
    ['role', databaseRole],
  ]
    .map(([name = '', value = '']) => `set_config(${literal(name)}, ${literal(value)}, true)`)
    .join(', ')}`;

const all = (name: string, rows: string): string =>
  `(select coalesce(json_agg(x), '[]') from (${rows}) x) as "${name}"`;

const HEADS = `id, version, personal, item, type, occurred_on as "on", received_at as at, stated_name as name`;
const CONTENT = `${HEADS}, nature, displayed_until as until, providing_unit as unit, objection_raised_on as objected, content`;

const records = (columns: string): string =>
  all(
    'records',
    `select ${columns} from public_credit.record r where r.subject_id = s.id and r.current order by r.occurred_on desc, r.id`,
  );

const listed = (table: 'designation' | 'incentive', columns: string): string =>
  all(
    `${table}s`,
    `select d.id, d.personal, d.item, d.designated_on as "on", d.displayed_until as until, d.designating_unit as unit, d.stated_name as name,
        l.code as list, l.name as "listName"${columns}
      from sanctions.${table} d join sanctions.list l on l.code = d.list and l.published_on <= $2::date
      where d.subject_id = s.id order by d.designated_on desc, d.id`,
  );

const NON_PUBLIC = all(
  'collected',
  `select id, version, personal, item, category from non_public_credit.record n
    where n.subject_id = s.id and n.current order by n.occurred_on desc, n.id`,
);

const AUTHORIZATIONS = all(
  'authorizations',
  `select g.id, g.subject_id as "subjectId", g.items from control.authorizations_of(array[s.id]) g`,
);

const of = (...parts: readonly string[]): string =>
  `select s.id, s.kind, s.personal, s.identifier_type as "identifierType", s.identifier, ${parts.join(', ')}
  from public_credit.subject s where s.id = any ($1::uuid[])`;

const GROUNDS = ', d.ground, d.basis_document as "basisDocument"';

export const LOOK_UP = {
  name: 'floor-look-up',
  text: of(records(CONTENT), listed('designation', GROUNDS), listed('incentive', '')),
};

export const CHECK = {
  name: 'floor-check',
  text: of(records(HEADS), listed('designation', ', d.ground'), listed('incentive', ''), NON_PUBLIC, AUTHORIZATIONS),
};

export const RECORD = { name: 'floor-ledger', text: 'select ledger.record($1::jsonb)' };
