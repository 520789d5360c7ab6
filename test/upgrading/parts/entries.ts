/** Entries of a ledger that somebody wrote before, of organizations that nobody asks about, five of each. */

/** They have it, so that nothing else is taken for theirs. */
export const REQUEST = '00000000-0000-4000-8000-000000000027';

/** 2025 to 2037: each part has some. */
const DAYS = 4_748;
const at = (days: number): string =>
  `timestamptz '2025-01-01T00:00:00+08:00' + n % ${days} * interval '1 day' + n % 86400 * interval '1 second'`;
/** Every fourth has an id without a time, as releases before 0.3.0 make them; the others version 7 of RFC 9562, made here once more. */
const idOf = (instant: string): string => `case when n % 4 = 0 then md5('entry' || n)::uuid
  else (lpad(to_hex((extract(epoch from ${instant}) * 1000)::bigint), 12, '0') || '7' || substr(md5('entry' || n), 1, 3) || '8' || substr(md5('entry' || n), 4, 15))::uuid end`;

/** Without commitment, as entries from before the tree: the sequencer makes it, where they wait for it. */
export const fillingEntries = (
  from: number,
  to: number,
  days: number = DAYS,
): string => `insert into ledger.disclosure (id, subject_id, at, request_id, role, unit, purpose, channel,
    seen, items, records, bases)
  select ${idOf(at(days))}, md5('subject' || n / 5)::uuid, ${at(days)}, '${REQUEST}', 'PARTY', 'BANK-' || chr(65 + n % 2), 'LOAN_ORIGINATION', 'WEB', 'DESENSITIZED', '{PENALTY-SERIOUS}',
    jsonb_build_array(jsonb_build_object('id', md5('record' || n)::uuid, 'version', 1)),
    jsonb_build_array(jsonb_build_object('article', '23(2)', 'agreement', null, 'authorization', null, 'duty', null, 'items', jsonb_build_array('PENALTY-SERIOUS')))
  from generate_series(${from}, ${to}) n`;
