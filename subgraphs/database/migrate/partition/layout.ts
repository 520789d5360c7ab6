/**
 * Which tables may be held in partitions, and the table that is made beside each: the same columns, indexes and rules, in as many parts as it is to have. Nobody but the
 * owner of the schemas and whoever makes backups may read it before it takes the other's place.
 */
import { quoted } from '../../roles.ts';
import type { Owner } from '../catalog.ts';
import { byHash, byYear, type Division } from './division.ts';

export interface Layout {
  readonly schema: string;
  readonly name: string;
  /** The primary key, in its order. */
  readonly key: readonly string[];
  /** Every unique index has its column. */
  readonly division: Division;
}

/** DECISIONS.md says why these alone, and why in so many parts. */
export const LAYOUTS: readonly Layout[] = [
  {
    schema: 'public_credit',
    name: 'record',
    key: ['subject_id', 'id', 'version'],
    division: byHash('subject_id', 8),
  },
  // An id is made of the instant of its entry (subgraphs/ledger/entry-id.ts).
  { schema: 'ledger', name: 'disclosure', key: ['id'], division: byYear('id', 2026, 2035) },
];

export const tableOf = ({ schema, name }: Layout): string => `${schema}.${name}`;
/** The one that is filled. */
export const besideOf = ({ schema, name }: Layout): string => `${schema}.${name}_parts`;
/** The one whose place was taken. */
export const formerOf = ({ schema, name }: Layout): string => `${schema}.${name}_before`;
/** Function and trigger that carry over what is written meanwhile, and the policy by which the owner reads. */
export const CARRIED = 'carried';
export const carrierOf = ({ schema, name }: Layout): string => `${schema}.carry_${name}`;

/** Columns that a statement may write: all but those that are computed. */
export async function columnsOf(owner: Owner, layout: Layout): Promise<readonly string[]> {
  const rows = await owner.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [tableOf(layout)],
  );
  return rows.map(({ name }) => name);
}

const INDEXES = `select c.relname::text as name, pg_get_indexdef(i.indexrelid) as text,
    (select pg_get_constraintdef(o.oid) from pg_constraint o where o.conindid = i.indexrelid) as "constraint"
  from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::regclass order by 1`;

interface Index {
  readonly name: string;
  readonly text: string;
  /** Of an index that is a primary key. */
  readonly constraint: string | null;
}

const BESIDE = '_parts';
const FORMER = '_before';

/** An index of the one table as a statement about the other. */
function indexBeside(layout: Layout, { name, text, constraint }: Index): string {
  if (constraint !== null)
    return `alter table ${besideOf(layout)} add constraint ${quoted(name + BESIDE)} ${constraint}`;
  const [, unique = '', rest = ''] = /^CREATE (UNIQUE )?INDEX \S+ ON (?:ONLY )?\S+ (.*)$/s.exec(text) ?? [];
  return `create ${unique}index ${quoted(name + BESIDE)} on ${besideOf(layout)} ${rest}`;
}

/**
 * What was written meanwhile is read again where it stands: triggers that write the table within a statement may come in any order, and the last to come finds the row as
 * it is.
 */
function carrier(layout: Layout, columns: readonly string[]): string {
  const [table, beside] = [tableOf(layout), besideOf(layout)];
  const is = (row: string): string => layout.key.map((column) => `t.${column} = ${row}.${column}`).join(' and ');
  return `create or replace function ${carrierOf(layout)}() returns trigger language plpgsql security definer set search_path = pg_catalog as $carry$ begin
    if tg_op <> 'INSERT' then delete from ${beside} t where ${is('old')}; end if;
    if tg_op <> 'DELETE' then
      delete from ${beside} t where ${is('new')};
      insert into ${beside} (${columns.join(', ')}) select ${columns.join(', ')} from ${table} t where ${is('new')};
    end if;
    return null;
  end $carry$;
  revoke all on function ${carrierOf(layout)}() from public`;
}

/** Statements that make the table beside, with its parts and indexes. */
async function parts(owner: Owner, layout: Layout): Promise<string> {
  const [table, beside] = [tableOf(layout), besideOf(layout)];
  const indexes = await owner.query<Index>(INDEXES, [table]);
  return [
    `create table ${beside} (like ${table} including defaults including constraints including generated including storage) partition by ${layout.division.by}`,
    ...layout.division.parts.map(
      ({ name, values }) => `create table ${table}_${name} partition of ${beside} for values ${values}`,
    ),
    ...indexes.map((index) => indexBeside(layout, index)),
  ].join(';\n');
}

const partsOf = (layout: Layout): readonly string[] =>
  layout.division.parts.map(({ name }) => `${tableOf(layout)}_${name}`);

/** Statements that take one table away from its name and give it to the other, with the names of its indexes. */
export async function renaming(owner: Owner, layout: Layout): Promise<string> {
  const [table, beside, former] = [tableOf(layout), besideOf(layout), formerOf(layout)];
  const named = (of: string): string => of.slice(of.indexOf('.') + 1);
  return [
    `alter table ${table} rename to ${named(former)}`,
    `alter table ${beside} rename to ${named(table)}`,
    ...(await owner.query<Index>(INDEXES, [table])).flatMap(({ name }) => [
      `alter index ${layout.schema}.${quoted(name)} rename to ${quoted(name + FORMER)}`,
      `alter index ${layout.schema}.${quoted(name + BESIDE)} rename to ${quoted(name)}`,
    ]),
  ].join(';\n');
}

/** Statements that put a table in parts in the place of one that holds nothing. */
const replacing = async (owner: Owner, layout: Layout): Promise<string> =>
  `${await parts(owner, layout)};\n${await renaming(owner, layout)};\ndrop table ${formerOf(layout)};`;

/** Statements that make the table beside, and the trigger that carries over. The role `backup` reads it, so that backups go on meanwhile. */
export async function making(owner: Owner, layout: Layout, backup: string): Promise<string> {
  const [table, beside] = [tableOf(layout), besideOf(layout)];
  return [
    await parts(owner, layout),
    ...[beside, ...partsOf(layout)].flatMap((of) => [
      `alter table ${of} enable row level security, force row level security`,
      `create policy backup on ${of} for select to ${quoted(backup)} using (true)`,
      `grant select on ${of} to ${quoted(backup)}`,
    ]),
    ...[table, beside].map(
      (of) => `create policy ${CARRIED} on ${of} for all to current_user using (true) with check (true)`,
    ),
    carrier(layout, await columnsOf(owner, layout)),
    `create trigger ${CARRIED} after insert or update or delete on ${table} for each row execute function ${carrierOf(layout)}()`,
  ].join(';\n');
}

/** Statements that take away what a move left that was given up. */
export const unmaking = (layout: Layout): string => `drop trigger if exists ${CARRIED} on ${tableOf(layout)};
  drop policy if exists ${CARRIED} on ${tableOf(layout)}; drop function if exists ${carrierOf(layout)}(); drop table if exists ${besideOf(layout)};`;

/** Takes away what was begun beside any of them. */
export async function unmakeBegun(owner: Owner): Promise<void> {
  for (const layout of LAYOUTS) {
    const [found] = await owner.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      besideOf(layout),
    ]);
    if (found?.there === true) await owner.run(unmaking(layout));
  }
}

/** Lays out a database in which they hold nothing. */
export async function layOut(owner: Owner): Promise<void> {
  for (const layout of LAYOUTS) await owner.run(await replacing(owner, layout));
}
