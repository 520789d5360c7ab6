/** Puts the held facts into an empty database, each through the database role that writes it. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../subgraphs/database/database.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import type { Session } from '../../subgraphs/database/session.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { makeDatabase } from '../kit.ts';
import type { DatabaseKind } from '../sample-template.ts';
import {
  controlId,
  ITEMS,
  MATTER,
  OTHER_MATTER,
  OTHER_PURPOSE,
  PURPOSE,
  ROWS,
  SUBJECTS,
  TODAY,
  TOMORROW,
  UNITS,
  YESTERDAY,
} from './held-facts.ts';

/** The unit that delivers every row. */
const WRITER = 'WRITER';
const NOON = `${TODAY}T12:00:00+08:00`;

export interface FactsDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

export const session = (role: Session['role'], change: Partial<Session> = {}): Session => ({
  role,
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: TODAY,
  ...change,
});

/** An empty database of the kind. */
export async function openEmpty(kind: DatabaseKind): Promise<FactsDatabase> {
  const made = kind === 'postgresql' ? await makeDatabase() : undefined;
  const database = await openDatabase({ entities: ENTITIES, url: made?.url, loginPassword: 'of the facts' });
  return {
    database,
    close: async () => {
      await database.close();
      await made?.drop();
    },
  };
}

export const run = (database: Database, as: Session, role: DatabaseRole, statement: RawBuilder<unknown>) =>
  database.write(as, role, async (em) => statement.execute(em.getKysely()));

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
      information: 'PUBLIC',
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

const ALL = ITEMS.map(({ code }) => code);
const AGREED = ITEMS.filter(({ agreed }) => agreed).map(({ code }) => code);
const COVERED = ITEMS.filter(({ covered }) => covered).map(({ code }) => code);
/** In two halves: what several agreements or duties open together counts as well. */
const halves = (codes: readonly string[]): readonly (readonly string[])[] => [
  codes.filter((_, index) => index % 2 === 0),
  codes.filter((_, index) => index % 2 === 1),
];

const AGREEMENT = {
  items: ALL,
  purposes: [PURPOSE],
  valid_from: YESTERDAY,
  valid_until: TOMORROW,
  daily_quota: 1_000,
  concluded_at: NOON,
  ended_at: null as string | null,
  state: 'IN_FORCE',
};
/** Agreements that are not in force: each unit has them all. */
const NOT_IN_FORCE: readonly Partial<typeof AGREEMENT>[] = [
  { valid_until: YESTERDAY },
  { valid_from: TOMORROW },
  { ended_at: NOON },
  { state: 'SUSPENDED' },
];
const AGREEMENTS_OF: Readonly<Record<(typeof UNITS)[number]['agreements'], readonly Partial<typeof AGREEMENT>[]>> = {
  NONE: [],
  OTHER_PURPOSE: [{ purposes: [OTHER_PURPOSE] }],
  PURPOSE: [
    // It ends today, the other begins today.
    { items: [...(halves(AGREED)[0] ?? [])], valid_until: TODAY },
    { items: [...(halves(AGREED)[1] ?? [])], valid_from: TODAY },
    { purposes: [OTHER_PURPOSE] },
  ],
};
const agreements = () =>
  UNITS.flatMap(({ code, agreements: state }) =>
    [...NOT_IN_FORCE, ...AGREEMENTS_OF[state]].map((one) => ({ party: code, ...AGREEMENT, ...one })),
  ).map((one, index) => ({ id: controlId(index), ...one }));

const DUTY = {
  matter: MATTER,
  activity: 'ADMINISTRATIVE_MANAGEMENT',
  items: COVERED,
  identified: false,
  registered_at: NOON,
  ended_at: null as string | null,
};
/** Duties that are not for the stated purpose, or no longer: each unit has them all. */
const NO_DUTY: readonly Partial<typeof DUTY>[] = [
  { ended_at: NOON, items: ALL },
  { ended_at: NOON, matter: OTHER_MATTER, items: ALL },
  { activity: 'PUBLIC_FUNDING', matter: 'M3', items: ALL },
];
const DUTIES_OF: Readonly<Record<(typeof UNITS)[number]['duties'], readonly Partial<typeof DUTY>[]>> = {
  NONE: [],
  SEVERAL: [{}, { matter: OTHER_MATTER, items: ALL }],
  ONE: halves(COVERED).map((half) => ({ items: [...half] })),
};
const duties = () =>
  UNITS.flatMap(({ code, duties: state }) =>
    [...NO_DUTY, ...DUTIES_OF[state]].map((one) => ({ department: code, ...DUTY, ...one })),
  ).map((one, index) => ({ id: controlId(index), ...one }));

const GRANT = {
  items: ALL,
  purposes: [PURPOSE],
  valid_from: TODAY,
  valid_until: TODAY,
  maximum_uses: 2 as number | null,
  uses: 1,
  granted_at: NOON,
  revoked_at: null as string | null,
};
/** Authorizations that do not reach, one reason each. */
const NOT_AUTHORIZING: readonly Partial<typeof GRANT & { party: string }>[] = [
  { party: 'ANOTHER' },
  { items: ['ANOTHER'] },
  { purposes: [OTHER_PURPOSE] },
  { valid_from: YESTERDAY, valid_until: YESTERDAY },
  { valid_from: TOMORROW, valid_until: TOMORROW },
  { revoked_at: NOON },
  { uses: 2 },
];
const grantsOf = (subject: (typeof SUBJECTS)[number], first: number) =>
  UNITS.flatMap(({ code }) =>
    [...NOT_AUTHORIZING, ...(subject.authorizes ? [{}] : [])].map((one) => ({ party: code, ...GRANT, ...one })),
  ).map((one, index) => ({ id: controlId(first + index), subject_id: subject.id, ...one }));

const about = ({ id, subject, item, display, displayedUntil }: (typeof ROWS)[number]) => ({
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

const INTO: Readonly<
  Record<FactsTable, readonly [DatabaseRole, (row: (typeof ROWS)[number]) => Record<string, unknown>]>
> = {
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

const purpose = (code: string, activity: string, from = TODAY) => ({
  code,
  name: code,
  name_en: code,
  activity,
  article: '24',
  effective_from: from,
  publication_reference: code,
  service: code,
});

/** Plants everything. */
export async function plant(database: Database): Promise<void> {
  const operator = session('OPERATOR');
  const control = (statement: RawBuilder<unknown>) => run(database, operator, 'control', statement);
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
  await control(insert('control.agreement', agreements()));
  await control(insert('control.duty', duties()));
  const writer = session('PROVIDER', { unit: WRITER });
  await run(
    database,
    writer,
    'intake',
    insert(
      'public_credit.subject',
      SUBJECTS.map(({ id, kind, personal }) => ({
        id,
        kind,
        personal,
        identifier_type: 'USCC',
        identifier: id,
        held_since: NOON,
      })),
    ),
  );
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
