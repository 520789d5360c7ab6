/**
 * Makes a large province out of an imported one: each imported subject is copied, with everything that the import made of it, to others with numbers of their own.
 * In sets of SQL as the owner, past the triggers that would tell somebody of each row. What was sealed is copied as it is: its subject could not open it, so no
 * question of a subject itself is measured over copies.
 */
import pg from 'pg';
import { desensitizeNumber } from '../../../schema/law/desensitize/desensitize.ts';
import type { Secrets } from '../../../subgraphs/keys/secrets.ts';
import type { Identifier } from '../settings.ts';
import { citizenId, companyCode } from './persons.ts';

/** One subject in so many is a natural person. */
export const PERSON_ONE_IN = 3;

/** What repeats in a province: every third subject is a person, every second record a penalty, every twentieth subject is on a list. */
export const TEMPLATE_OF = 60;

/** The identification number of the subject at an index. */
export const identifierAt = (index: number): Identifier =>
  index % PERSON_ONE_IN === 0
    ? { type: 'CITIZEN_ID', value: citizenId(index, 'SUBJECT') }
    : { type: 'USCC', value: companyCode(index) };

/** Tables with rows about subjects, and their columns that are ids of things about one. */
const TABLES = {
  'public_credit.record': ['id'],
  'public_credit.record_whole': ['id'],
  'public_credit.statement_whole': ['record_id'],
  'public_credit.text_whole': ['id'],
  'public_credit.known_values': [],
  'rights.registration': ['record_id'],
  'sanctions.designation': ['id'],
} as const;

/** Copies of one insert. */
const AT_ONCE = 20_000;

/** Columns of a table, without those that PostgreSQL computes. */
async function columnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** The id of a copied thing follows from its subject's and the copied one's, so that rows which name it agree. */
const copied = (column: string): string => `md5(c.id::text || t.${column}::text)::uuid`;

/** Copies of rows are made from a table beside, which holds the imported ones alone. */
async function prepareCopies(
  owner: pg.Client,
  table: keyof typeof TABLES,
  templates: readonly string[],
): Promise<string> {
  const columns = await columnsOf(owner, table);
  const ids: readonly string[] = TABLES[table];
  const beside = `imported_${table.replace('.', '_')}`;
  await owner.query(
    `create temporary table ${beside} as select ${columns.join(', ')} from ${table} where subject_id = any ($1::uuid[])`,
    [templates],
  );
  await owner.query(`create index on ${beside} (subject_id); analyze ${beside}`);
  const values = columns.map((name) =>
    name === 'subject_id' ? 'c.id' : ids.includes(name) ? copied(name) : `t.${name}`,
  );
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
    from copies c join ${beside} t on t.subject_id = c.template order by c.id`;
}

/** Drops the indexes that no constraint needs: made at once at the end they take a fraction of the time. Returns the statements that make them again. */
async function dropIndexes(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ index: string; made: string }>(
    `select i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid) as made from pg_index i
      where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [Object.keys(TABLES)],
  );
  for (const { index } of rows) await owner.query(`drop index ${index}`);
  return rows.map(({ made }) => made.replace(' ON ONLY ', ' ON '));
}

/** Copies the first `from` subjects, which were imported, until there are `to`. */
export async function multiply(
  url: string,
  secrets: Pick<Secrets, 'subjectId'>,
  { from, to }: { readonly from: number; readonly to: number },
  onStep: (step: string) => void,
): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const idAt = (index: number): string => {
    const { type, value } = identifierAt(index);
    return secrets.subjectId(type, value);
  };
  const templates = Array.from({ length: from }, (_, index) => idAt(index));
  const began = performance.now();
  try {
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB';
      create temporary table copies (id uuid, template uuid, number text)`);
    const statements: string[] = [];
    for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[])
      statements.push(await prepareCopies(owner, table, templates));
    const indexes = await dropIndexes(owner);
    let told = began;
    for (let start = from; start < to; start += AT_ONCE) {
      const places = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, place) => start + place);
      await owner.query('truncate copies');
      await owner.query('insert into copies select * from unnest($1::uuid[], $2::uuid[], $3::text[])', [
        places.map(idAt),
        places.map((place) => templates[place % from]),
        places.map((place) => {
          const { type, value } = identifierAt(place);
          return desensitizeNumber(type, value);
        }),
      ]);
      await owner.query('analyze copies');
      await owner.query(`insert into public_credit.subject (id, kind, personal, identifier_type, identifier, held_since, registered_by)
        select c.id, t.kind, t.personal, t.identifier_type, c.number, t.held_since, t.registered_by
        from copies c join public_credit.subject t on t.id = c.template order by c.id`);
      for (const statement of statements) await owner.query(statement);
      if (performance.now() - told < 20_000) continue;
      told = performance.now();
      onStep(
        `  ${start + places.length} subjects, ${Math.round(((start + places.length - from) * 1_000) / (told - began))} a second`,
      );
    }
    onStep(`  ${indexes.length} indexes are made`);
    for (const index of indexes) await owner.query(index);
  } finally {
    await owner.end();
  }
}
