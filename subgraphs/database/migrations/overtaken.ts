/**
 * An answer and a correction at once (Article 39): either the answer is on the ledger before the correction asks who was shown the
 * record, or it learns that it was overtaken, and is not given. Nobody holds the wrong version untold.
 */
const HERALD = 'credit_herald';

/** Answers hold it together as they are written, a correction alone from when it asks who was shown it until it is there. */
const LOCK = `hashtext('credit-gateway corrections')`;

/** Joins by the primary key alone: an answer names few records of many, and says nothing to the planner of how few. */
const BY_KEY = 'set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off';

const named = (table: string, version: string, changed: string): string =>
  `exists (select from (select (e->>'subject')::uuid as subject_id, s.id, s.version
      from jsonb_array_elements(entries) e, jsonb_to_recordset(e->'records') as s (id uuid, version int)
      where e->>'role' in ('PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR', 'AUTHORITY') and e->'bases'->0->>'article' <> '6') shown
    join ${table} r on r.subject_id = shown.subject_id and r.id = shown.id ${version} where ${changed})`;

/** What a watch tells of is no version that is handed out: it is left out. */
const OVERTAKEN = `create function ledger.overtaken(entries jsonb) returns boolean language plpgsql security definer
  set search_path = pg_catalog ${BY_KEY} as $$ begin
    return ${named('public_credit.record', 'and r.version = shown.version', `not r.current or r.display <> 'DISPLAYED'`)}
      or ${named('non_public_credit.record', 'and r.version = shown.version', `not r.current or r.display <> 'DISPLAYED'`)}
      or ${named('sanctions.designation', '', `r.display <> 'DISPLAYED'`)};
  end $$`;

const RECORD = `create function ledger.record(entries jsonb) returns void language plpgsql set search_path = pg_catalog as $$ begin
    perform pg_advisory_xact_lock_shared(${LOCK});
    if ledger.overtaken(entries) then raise exception using errcode = 'CR001', message = 'OVERTAKEN'; end if;
    perform ledger.write_entries(entries);
  end $$`;

const TELL = `create function ledger.tell(events jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
    if events is null then return; end if;
    if exists (select from jsonb_array_elements(events) e where e->>'kind' not in ('ADDED', 'DESIGNATED')) then
      perform pg_advisory_xact_lock(${LOCK});
    end if;
    perform ledger.tell_each(events);
  end $$`;

const TABLES = ['public_credit.record', 'non_public_credit.record', 'sanctions.designation'];

export const OVERTAKING: readonly string[] = [
  `alter function ledger.record(jsonb) rename to write_entries`,
  `alter function ledger.tell(jsonb) rename to tell_each`,
  OVERTAKEN,
  RECORD,
  TELL,
  `revoke execute on function ledger.overtaken(jsonb), ledger.record(jsonb), ledger.tell(jsonb) from public`,
  `grant create on schema ledger to ${HERALD}`,
  `alter function ledger.overtaken(jsonb) owner to ${HERALD}`,
  `alter function ledger.tell(jsonb) owner to ${HERALD}`,
  `revoke create on schema ledger from ${HERALD}`,
  `grant execute on function ledger.overtaken(jsonb), ledger.record(jsonb) to credit_ledger`,
  `grant select (subject_id, id, version, current, display) on public_credit.record, non_public_credit.record to ${HERALD}`,
  `grant select (subject_id, id, display) on sanctions.designation to ${HERALD}`,
  ...TABLES.map((table) => `create policy o0 on ${table} for select to ${HERALD} using (true)`),
];
