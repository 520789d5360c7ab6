/**
 * What was shown then, shown again (Articles 35 and 36 (3)): the very versions that one entry of the ledger names, to the subject
 * itself and to who runs the platform, also when they have left the display since.
 */
const READERS = 'credit_subject, credit_operator, credit_authority';

/** The entry that a reader has opened, under the row policies of the ledger itself. */
const opened = (table: string, version: string): string =>
  `(select nullif(current_setting('credit.disclosure', true), '')) is not null
    and control.was_shown(${table}.subject_id, ${table}.id, ${version})`;

export const RETROSPECT: readonly string[] = [
  `create function control.was_shown(subject uuid, record uuid, version int) returns boolean language plpgsql stable
    set search_path = pg_catalog as $$ begin
      return exists (select from ledger.disclosure d
        where d.id = nullif(current_setting('credit.disclosure', true), '')::uuid and d.subject_id = subject
          and d.records @> jsonb_build_array(jsonb_build_object('id', record, 'version', version)));
    end $$`,
  `revoke execute on function control.was_shown(uuid, uuid, int) from public`,
  `grant execute on function control.was_shown(uuid, uuid, int) to ${READERS}`,
  `create policy w0 on public_credit.record for select to ${READERS} using (${opened('record', 'record.version')})`,
  `create policy w0 on non_public_credit.record for select to ${READERS} using (${opened('record', 'record.version')})`,
  `create policy w0 on sanctions.designation for select to ${READERS} using (${opened('designation', '1')})`,
  `create policy w0 on sanctions.incentive for select to ${READERS} using (${opened('incentive', '1')})`,
  `grant usage on schema non_public_credit to credit_operator, credit_authority`,
  `grant select on non_public_credit.record to credit_operator, credit_authority`,
];
