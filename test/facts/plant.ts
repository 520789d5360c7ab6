/** Puts the held facts into an empty database, each through the database role that writes it. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../subgraphs/database/database.ts';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import { run, session } from './facts-database.ts';
import {
  controlId,
  type HeldRow,
  type HeldSubject,
  ITEMS,
  OTHER_PURPOSE,
  PURPOSE,
  ROWS,
  SUBJECTS,
  TODAY,
  UNITS,
  WRITER,
} from './held-facts.ts';
import { agreements, duties, grantsOf, NOON } from './held-grounds.ts';

/** Rows into the columns of the same names. */
export function insert(table: string, rows: readonly Readonly<Record<string, unknown>>[]): RawBuilder<unknown> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  return sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

/** Bytes as JSON gives them to PostgreSQL. */
const bytes = (index: number): string => `\\x${index.toString(16).padStart(8, '0')}`;

const items = () =>
  ITEMS.flatMap(({ code, editions }) =>
    editions.map((edition, index) => ({
      code,
      edition: String(index),
      // What collectors hold is looked for under such items alone; the other tables take any.
      information: 'NON_PUBLIC',
      name: code,
      name_en: code,
      conduct: code,
      nature: 'NEUTRAL',
      record_type: 'OtherRecord',
      subject_kinds: ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'],
      providing_unit: WRITER,
      data_source: code,
      sharing: edition.sharing,
      openness: edition.openness,
      update_within_working_days: 7,
      legal_basis: [],
      publication_reference: code,
      published_on: edition.publishedOn,
      effective_from: edition.effectiveFrom,
      effective_until: edition.effectiveUntil,
      elements: [],
    })),
  );

const about = ({ id, subject, item, display, displayedUntil }: HeldRow) => ({
  subject_id: subject.id,
  id,
  personal: subject.personal,
  item: item.code,
  display,
  displayed_until: displayedUntil,
});
const delivered = { version: 1, current: true, occurred_on: TODAY, received_at: NOON, submission_id: controlId(0) };

/** The four tables with rows about subjects, and what their rows hold beside the facts. */
export const TABLES = [
  'public_credit.record',
  'non_public_credit.record',
  'sanctions.designation',
  'sanctions.incentive',
] as const;
export type FactsTable = (typeof TABLES)[number];

export const INTO: Readonly<Record<FactsTable, readonly [DatabaseRole, (row: HeldRow) => Record<string, unknown>]>> = {
  'public_credit.record': [
    'intake',
    (row) => ({
      ...about(row),
      ...delivered,
      edition: '0',
      type: 'OtherRecord',
      nature: 'NEUTRAL',
      providing_unit: WRITER,
      content: {},
      natural_key: bytes(row.index),
      content_hash: bytes(row.index),
      source_unit: WRITER,
      change: 'SUBMITTED',
      redaction: 1,
    }),
  ],
  'non_public_credit.record': [
    'collect',
    (row) => ({ ...about(row), ...delivered, category: 'LOAN', collector: WRITER, redaction: 1 }),
  ],
  'sanctions.designation': [
    'designate',
    (row) => ({
      ...about(row),
      // A designation has a last day.
      displayed_until: row.displayedUntil ?? '9999-12-31',
      list: 'L',
      ground: 'G',
      basis_document: String(row.index),
      designated_on: TODAY,
      designating_unit: WRITER,
      redaction: 1,
    }),
  ],
  'sanctions.incentive': [
    'designate',
    (row) => ({ ...about(row), list: 'L', designated_on: TODAY, designating_unit: WRITER }),
  ],
};

export const purpose = (code: string, activity: string, from = TODAY) => ({
  code,
  name: code,
  name_en: code,
  activity,
  article: '24',
  effective_from: from,
  publication_reference: code,
  service: code,
});

export const subjectRow = ({ id, kind, personal }: HeldSubject) => ({
  id,
  kind,
  personal,
  identifier_type: 'USCC',
  identifier: id,
  held_since: NOON,
});

/** Plants everything. */
export async function plant(database: Database): Promise<void> {
  const operator = session('OPERATOR');
  // Units that run or oversee the platform are registered by the authority.
  const control = (statement: RawBuilder<unknown>) => run(database, session('AUTHORITY'), 'control', statement);
  await control(
    insert(
      'control.unit',
      [...UNITS, { code: WRITER, kinds: ['PROVIDER', 'DEPARTMENT'] }].map(({ code, kinds }) => ({
        code,
        name: code,
        name_en: code,
        kind: kinds[0],
        kinds,
        level: 'PROVINCE',
      })),
    ),
  );
  await control(
    insert('control.purpose', [
      purpose(PURPOSE, 'ADMINISTRATIVE_MANAGEMENT'),
      purpose(OTHER_PURPOSE, 'PUBLIC_FUNDING'),
    ]),
  );
  await control(insert('control.item', items()));
  // Lists name the items of designations: others are not looked for among them.
  await run(
    database,
    operator,
    'designate',
    insert(
      'sanctions.list',
      ITEMS.map(({ code }) => ({
        code,
        name: code,
        name_en: code,
        kind: 'L',
        item: code,
        publication_reference: code,
        published_on: TODAY,
      })),
    ),
  );
  await control(insert('control.agreement', agreements()));
  await control(insert('control.duty', duties()));
  const writer = session('PROVIDER', { unit: WRITER });
  await run(database, writer, 'intake', insert('public_credit.subject', SUBJECTS.map(subjectRow)));
  let grants = 0;
  for (const subject of SUBJECTS) {
    const own = grantsOf(subject, grants);
    grants += own.length;
    await run(
      database,
      session('SUBJECT', { subjectId: subject.id }),
      'control',
      insert('control.authorization_grant', own),
    );
  }
  for (const table of TABLES) {
    const [role, columns] = INTO[table];
    await run(database, writer, role, insert(table, ROWS.map(columns)));
  }
}
