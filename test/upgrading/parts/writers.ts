/** Programs that write records while these are moved, and what must stand at the end: reckoned here, and not read from the database. */
import pg from 'pg';
import { roleNames } from '../../../subgraphs/database/roles.ts';

/** The rows that they write have these, so that nothing else is taken for theirs. */
const SUBMISSION = '00000000-0000-4000-8000-000000000026';
const COLUMNS = `subject_id, id, version, current, personal, item, edition, type, nature, occurred_on, displayed_until, display, providing_unit, content, natural_key,
  content_hash, source_unit, submission_id, received_at, change`;

/** Records of organizations that nobody asks about: five of each. */
export const filling = (from: number, to: number): string => `insert into public_credit.record (${COLUMNS})
  select md5('subject' || n / 5)::uuid, md5('record' || n)::uuid, 1, true, false, 'PENALTY-SERIOUS', '2026-1', 'AdministrativePenalty', 'UNTRUSTWORTHY',
    '2025-11-19'::date, '2029-11-19'::date, 'DISPLAYED', 'HLJ-AMR', jsonb_build_object('n', n), sha256(n::text::bytea), sha256(n::text::bytea), 'HLJ-AMR',
    '${SUBMISSION}', '2025-11-20T00:00:00Z', 'ADDED'
  from generate_series(${from}, ${to}) n`;

/** A version as it must stand: of its own subject, or of the one that its own turned out to be. */
export type Version = readonly [version: number, current: boolean, display: string, own: boolean];
export type Records = Map<number, readonly Version[]>;

/** What the filling wrote. */
export const filled = (rows: number): Records =>
  new Map(Array.from({ length: rows }, (_, index) => [index + 1, [[1, true, 'DISPLAYED', true]]]));

/** What stands, read by the record's id alone. */
export async function standing(owner: pg.Client): Promise<Records> {
  const { rows } = await owner.query<{ n: number; v: number; c: boolean; d: string; own: boolean }>(
    `select (content->>'n')::int as n, version as v, current as c, display as d, subject_id = md5('subject' || (content->>'n')::int / 5)::uuid as own
       from public_credit.record where submission_id = '${SUBMISSION}' and id = md5('record' || (content->>'n'))::uuid order by 1, 2`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ n }) => n)].map(([n, of]) => [n, of.map(({ v, c, d, own }): Version => [v, c, d, own])]),
  );
}

/** All other rows, as a hash. */
export async function others(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query(
    `select count(*) || ' ' || md5(string_agg(r::text, E'\\n' order by r.subject_id, r.id, r.version)) as held
       from public_credit.record r where submission_id <> '${SUBMISSION}'`,
  );
  return String(rows[0]?.held);
}

interface Change {
  readonly statements: readonly string[];
  readonly after: readonly Version[] | undefined;
}

const subjectOf = (n: number, own: boolean): string => `md5('${own ? 'subject' : 'other'}' || ${n} / 5)::uuid`;

/** One of five ways in which rows change. */
function changed(n: number, before: readonly Version[], kind: number, joiner: string): Change {
  const own = before[0]?.[3] ?? true;
  const row = `subject_id = ${subjectOf(n, own)} and id = md5('record' || ${n})::uuid`;
  const last = before.at(-1)?.[0] ?? 0;
  const display = before.at(-1)?.[2] ?? 'DISPLAYED';
  switch (kind) {
    case 0: {
      const next = display === 'DISPLAYED' ? 'HIDDEN' : 'DISPLAYED';
      return {
        statements: [`update public_credit.record set display = '${next}' where ${row} and current`],
        after: before.map(([version, current, was, of]) => [version, current, current ? next : was, of]),
      };
    }
    case 1:
      // As a delivery does it; a row comes in displayed as the one before it, or displayed where it speaks against its subject.
      return {
        statements: [
          `update public_credit.record set current = false where ${row} and current`,
          `insert into public_credit.record (${COLUMNS}) select subject_id, id, version + 1, true, personal, item, edition, type, nature, occurred_on, displayed_until,
             'DISPLAYED', providing_unit, content, natural_key, content_hash, source_unit, submission_id, received_at, change
             from public_credit.record where ${row} and version = ${last}`,
        ],
        after: [
          ...before.map(([version, , was, of]): Version => [version, false, was, of]),
          [last + 1, true, 'DISPLAYED', own],
        ],
      };
    case 2:
      // A subject turns out to be another: its rows lie in another part.
      return {
        statements: [
          `set local role "${joiner}"`,
          `update public_credit.record set subject_id = ${subjectOf(n, !own)} where ${row}`,
        ],
        after: before.map(([version, current, was, of]) => [version, current, was, !of]),
      };
    case 3:
      return { statements: [`delete from public_credit.record where ${row}`], after: undefined };
    default:
      // Twice in one transaction.
      return {
        statements: [
          `update public_credit.record set display = 'HIDDEN' where ${row}`,
          `update public_credit.record set display = 'DISPLAYED' where ${row}`,
        ],
        after: before.map(([version, current, , of]) => [version, current, 'DISPLAYED', of]),
      };
  }
}

/** Writes until it is told to stop; every fifth time it thinks better of it. `of`: which rows are its own, of two writers. */
export async function write(
  url: string,
  records: Records,
  rows: number,
  of: 0 | 1,
  goesOn: () => boolean,
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { joiner } = roleNames(String((await client.query('select current_database() as name')).rows[0]?.name));
  let done = 0;
  let next = rows;
  try {
    for (let turn = 1; goesOn(); turn += 1) {
      if (turn % 7 === 0) next += 1;
      // A few hundred rows from one end to the other, each changed in one way after the other.
      const n = turn % 7 === 0 ? 2 * next + of : 2 * (1 + ((turn * 7_919) % 401) * Math.floor(rows / 900)) + of;
      const held = records.get(n);
      const { statements, after } =
        held === undefined
          ? { statements: [filling(n, n)], after: [[1, true, 'DISPLAYED', true]] as const }
          : changed(n, held, turn % 5, joiner);
      const thinksBetter = turn % 5 === 3 && turn % 2 === 0;
      await client.query('begin');
      for (const statement of statements) await client.query(statement);
      await client.query(thinksBetter ? 'rollback' : 'commit');
      if (!thinksBetter) {
        if (after === undefined) records.delete(n);
        else records.set(n, after);
      }
      done += 1;
    }
  } finally {
    await client.end();
  }
  return done;
}
