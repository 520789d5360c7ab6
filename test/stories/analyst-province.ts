/** A province that is large enough for statistics to have answers: synthetic companies with penalties, designations and disclosures. */
import type pg from 'pg';

/** Writes copies of one row of a table that is like `which`, with other values; `n` counts them from 1. */
async function copies(owner: pg.Client, table: string, which: string, times: number, values: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  await owner.query(
    `insert into ${table} (${names}) select ${names.map((name) => `x.${name}`)}
      from ${table} r, generate_series(1, ${times}) n, lateral jsonb_populate_record(r, jsonb_build_object(${values})) x
      where (r.tableoid, r.ctid) = (select tableoid, ctid from ${table} where ${which} limit 1)`,
  );
}

/** The id of a made subject, and of one of its things. */
const id = (what: string, n = 'n') => `md5('${what} ' || ${n})::uuid`;

const CROWDS = [
  { name: 'harbin', region: '230199', size: 4_000, scope: '便利店经营（示例）。' },
  { name: 'daqing', region: '230699', size: 3_600, scope: '粮油店经营（示例）。' },
];
export const LISTED = [
  { name: 'refusing', ground: 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION', size: 1_500 },
  { name: 'disrupting', ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER', size: 1_300 },
];
const LOOKS = [
  { unit: 'BANK-A', purpose: 'LOAN_ORIGINATION', size: 1_400 },
  { unit: 'BANK-A', purpose: 'POST_LOAN_MONITORING', size: 1_250 },
  { unit: 'BANK-B', purpose: 'LOAN_ORIGINATION', size: 1_300 },
];

/** Companies with a registration and three penalties, four months apart; designations of others; disclosures to two banks. Owner's work: no command takes so many. */
export async function populate(owner: pg.Client): Promise<void> {
  await owner.query(`set session_replication_role = replica`);
  await owner.query('set row_security = off');
  const shown = `'displayed_until', '2027-12-31'`;
  for (const { name, region, size, scope } of CROWDS) {
    await copies(
      owner,
      'public_credit.subject',
      `identifier_type = 'USCC' and not personal`,
      size,
      `'id', ${id(name)}, 'identifier', '91${region}MA' || upper(substr(md5('${name}' || n), 1, 8))`,
    );
    const of = (what: string) =>
      `'subject_id', ${id(name)}, 'id', ${id(`${name} ${what}`)}, 'natural_key', '\\x' || md5('${name} ${what}' || n)`;
    await copies(
      owner,
      'public_credit.record',
      `current and type = 'Registration' and display = 'DISPLAYED' and item = 'REG-ENTERPRISE' and not personal`,
      size,
      `${of('registration')}, 'displayed_until', null, 'content', r.content || jsonb_build_object('scope', '${scope}')`,
    );
    for (const part of [0, 4, 8])
      await copies(
        owner,
        'public_credit.record',
        `current and item = 'PENALTY-GENERAL' and display = 'DISPLAYED' and not personal`,
        size,
        `${of(`penalty ${part}`)}, ${shown}, 'occurred_on', make_date(2026, 1 + ${part} + n % 4, 10)`,
      );
  }
  for (const { name, ground, size } of LISTED)
    await copies(
      owner,
      'sanctions.designation',
      `display = 'DISPLAYED' and on_account_of is null and not personal`,
      size,
      `'subject_id', ${id(name)}, 'id', ${id(`${name} designation`)}, 'ground', '${ground}', ${shown}, 'basis_mark', null, 'basis_document', 'made ' || n`,
    );
  for (const { unit, purpose, size } of LOOKS)
    await owner.query(
      `insert into ledger.disclosure (id, subject_id, at, request_id, role, unit, purpose, channel, seen, items, records, bases)
        select ${id(`${unit} ${purpose}`)}, ${id('harbin')}, timestamptz '2026-12-07 10:00+08', gen_random_uuid(), 'PARTY', '${unit}', '${purpose}', 'WEB',
          'DESENSITIZED', '{}', '[]', '[]' from generate_series(1, ${size}) n`,
    );
}
