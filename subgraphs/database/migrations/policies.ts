/** Row policies: who reads and writes which rows. */
import { ROW_READERS } from './roles.ts';

/** Rows about a subject that the session may read: the same sentence for each table that holds them. */
const seen = (table: string): string => `(
    ${table}.display <> 'ARCHIVED' and (${table}.displayed_until is null or ${table}.displayed_until >= (select control.today()))
    and (
      ${table}.subject_id = (select control.caller_subject())
      or (${table}.display = 'DISPLAYED' and (
        ${table}.item = any ((select control.items_open())::text[])
        or ${table}.item = any ((select control.items_duty())::text[])
        or (${table}.item = any ((select control.items_agreed())::text[])
            and (not ${table}.personal or control.authorizes(${table}.subject_id, ${table}.item)))))))`;

const protect = (table: string, policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  // Functions of the owner read the control tables for everybody; all other tables bind even their owner.
  ...(table.startsWith('control.') ? [] : [`alter table ${table} force row level security`]),
  ...policies.map((policy, index) => `create policy p${index} on ${table} ${policy}`),
];

const own = 'subject_id = (select control.caller_subject())';
const unit = '(select control.caller_unit())';

export const POLICIES: readonly string[] = [
  ...protect('public_credit.record', [
    `for select to ${ROW_READERS} using ${seen('record')}`,
    `for all to credit_intake using (providing_unit = ${unit}) with check (providing_unit = ${unit} and source_unit = ${unit})`,
  ]),
  ...protect('public_credit.subject', [
    `for select to ${ROW_READERS} using (not personal or id = (select control.caller_subject())
       or exists (select from public_credit.record r where r.subject_id = subject.id and r.current)
       or control.authorizes(id, null))`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('public_credit.subject_whole', [
    `for select to credit_subject using (${own})`,
    `for select to credit_department using (exists (select from public_credit.record r
       where r.subject_id = subject_whole.subject_id and r.current and r.item = any ((select control.items_identified())::text[])))`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('public_credit.record_whole', [
    `for select to credit_subject using (${own})`,
    `for select to credit_department using (item = any ((select control.items_identified())::text[]))`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('public_credit.display_event', [
    `for select to credit_subject using (${own})`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('non_public_credit.record', [
    `for select to credit_subject, credit_party using ${seen('record')}`,
    `for all to credit_collect using (collector = ${unit}) with check (collector = ${unit})`,
  ]),
  ...protect('non_public_credit.record_whole', [
    `for select to credit_subject using (${own})`,
    'for all to credit_collect using (true) with check (true)',
  ]),
  ...protect('sanctions.designation', [
    `for select to ${ROW_READERS} using ${seen('designation')}`,
    `for all to credit_designate using (designating_unit = ${unit}) with check (designating_unit = ${unit})`,
  ]),
  ...protect('sanctions.incentive', [
    `for select to ${ROW_READERS} using ${seen('incentive')}`,
    `for all to credit_designate using (designating_unit = ${unit}) with check (designating_unit = ${unit})`,
  ]),
  ...protect('sanctions.decision', [
    `for select to credit_subject using (${own})`,
    'for all to credit_designate using (true) with check (true)',
  ]),
  ...protect('control.authorization_grant', [
    `for select to credit_subject using (${own})`,
    `for all to credit_control using (${own}) with check (${own})`,
  ]),
  ...protect('control.agreement', ['for all to credit_control using (true) with check (true)']),
  ...protect('control.duty', ['for all to credit_control using (true) with check (true)']),
  ...protect('ledger.disclosure', [
    'for insert to credit_ledger with check (true)',
    `for select to credit_subject using (${own})`,
  ]),
];
