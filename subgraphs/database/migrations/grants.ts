/** Grants: which role may touch which table and column. */
import { ALL_ROLES, READER_ROLES, ROW_READERS } from './roles.ts';

export const GRANTS: readonly string[] = [
  `grant usage on schema control to ${ALL_ROLES.join(', ')}`,
  `grant usage on schema public_credit to ${ROW_READERS}, credit_intake`,
  `grant usage on schema non_public_credit to credit_subject, credit_party, credit_collect`,
  `grant usage on schema sanctions to ${ROW_READERS}, credit_designate`,
  `grant usage on schema ledger to credit_ledger, credit_subject`,
  `revoke execute on all functions in schema control from public`,
  `grant execute on all functions in schema control to ${ALL_ROLES.join(', ')}`,
  `grant select on control.unit, control.purpose, control.item, control.version to ${READER_ROLES.join(', ')}, credit_intake, credit_collect, credit_designate, credit_control`,
  `grant select on public_credit.subject, public_credit.record to ${ROW_READERS}`,
  `grant select on public_credit.subject_whole, public_credit.record_whole to credit_subject, credit_department`,
  `grant select on public_credit.display_event to credit_subject`,
  `grant select on non_public_credit.record to credit_subject, credit_party`,
  `grant select on non_public_credit.record_whole to credit_subject`,
  `grant select on sanctions.list, sanctions.designation, sanctions.incentive to ${ROW_READERS}`,
  `grant select on sanctions.decision to credit_subject`,
  `grant select on control.authorization_grant to credit_subject`,
  `grant insert on control.unit, control.purpose, control.item to credit_control`,
  `grant update (effective_until) on control.item to credit_control`,
  `grant update on control.unit, control.purpose to credit_control`,
  `grant select, insert on control.agreement, control.duty, control.authorization_grant to credit_control`,
  `grant update (ended_at, end_reason) on control.agreement to credit_control`,
  `grant update (revoked_at, uses) on control.authorization_grant to credit_control`,
  `grant select, insert, update on public_credit.subject, public_credit.subject_whole to credit_intake`,
  `grant select, insert on public_credit.record, public_credit.record_whole, public_credit.display_event to credit_intake`,
  // Append-only: of a version that is stored, only what becomes of its display may change (Article 36 (3)).
  `grant update (current, display, objection_raised_on, objection_decide_by) on public_credit.record to credit_intake`,
  `grant select, insert on non_public_credit.record, non_public_credit.record_whole to credit_collect`,
  `grant update (current, display) on non_public_credit.record to credit_collect`,
  `grant select, insert on sanctions.list, sanctions.designation, sanctions.incentive, sanctions.decision to credit_designate`,
  `grant update (display) on sanctions.designation, sanctions.incentive to credit_designate`,
  // A disclosure can be added; nobody that answers can change or remove one (Article 17).
  `grant insert on ledger.disclosure to credit_ledger`,
  `grant select on ledger.disclosure to credit_subject`,
];
