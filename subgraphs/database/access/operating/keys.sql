-- Keys that rotate. "$reseal" reads what is sealed and replaces it by the same under another key: of each row the id, the sealed column and the id of its
-- key. It inserts and deletes nothing. The list of the places is subgraphs/keys/sealed-places.ts; a test compares both with the tables.

grant usage on schema control to "$presence", "$reseal";
grant select, insert, update, delete on control.process to "$presence";
grant select on control.process to "$reseal";
grant select, update (retired_at) on control.key_mark to "$reseal";

grant usage on schema public_credit, non_public_credit, ledger to "$reseal";
grant select (subject_id, id, version, sealed, key_id, basis_sealed, basis_key), update (sealed, key_id, basis_sealed, basis_key)
  on public_credit.record_whole to "$reseal";
grant select (subject_id, record_id, version, sealed, key_id), update (sealed, key_id) on public_credit.statement_whole to "$reseal";
grant select (subject_id, id, version, until_at, sealed, key_id), update (sealed, key_id) on public_credit.record_form to "$reseal";
grant select (subject_id, place, id, sealed, key_id), update (sealed, key_id) on public_credit.text_whole to "$reseal";
grant select (subject_id, sealed, key_id), update (sealed, key_id) on public_credit.known_values to "$reseal";
grant select (alias_id, sealed, key_id), update (sealed, key_id) on public_credit.subject_alias to "$reseal";
grant select (subject_id, id, version, sealed, key_id), update (sealed, key_id) on non_public_credit.record_whole to "$reseal";
grant select (id, sealed, key_id), update (sealed, key_id) on ledger.report to "$reseal";
grant select (unit, sealed, key_id), update (sealed, key_id) on ledger.webhook to "$reseal";

create policy reseal on public_credit.record_whole for all to "$reseal" using (true) with check (true);
create policy reseal on public_credit.statement_whole for all to "$reseal" using (true) with check (true);
create policy reseal on public_credit.record_form for all to "$reseal" using (true) with check (true);
create policy reseal on public_credit.text_whole for all to "$reseal" using (true) with check (true);
create policy reseal on public_credit.known_values for all to "$reseal" using (true) with check (true);
create policy reseal on public_credit.subject_alias for all to "$reseal" using (true) with check (true);
create policy reseal on non_public_credit.record_whole for all to "$reseal" using (true) with check (true);
create policy reseal on ledger.report for all to "$reseal" using (true) with check (true);
create policy reseal on ledger.webhook for all to "$reseal" using (true) with check (true);
