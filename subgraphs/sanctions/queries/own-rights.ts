/** A subject's own waivers and re-examinations (Articles 30 and 35), and notices about listed state organs for units (Article 32). */
import DataLoader from 'dataloader';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import type { OrganNoticeRow, ReexaminationRow, WaiverRow } from '../rows.ts';

const WAIVERS: Statement = {
  name: 'waivers',
  text: `select id, subject_id as "subjectId", basis_document as "basisDocument", conduct, warning, waived_on as "waivedOn", unit
    from sanctions.waiver where subject_id = any ($1::uuid[]) and subject_id = $2::uuid order by waived_on desc, id`,
};

const REEXAMINATIONS: Statement = {
  name: 'reexaminations',
  text: `select id, subject_id as "subjectId", designation_id as designation, status, requested_on as "requestedOn", decide_by as "decideBy",
      provisional, decision as reasons, decided_on as "decidedOn"
    from sanctions.reexamination where subject_id = any ($1::uuid[]) and subject_id = $2::uuid order by requested_on desc, id`,
};

const NOTICES: Statement = {
  name: 'organ-notices',
  text: `select id, public_credit.about_person(subject_id) as personal, designation_id as designation, kind, unit, designating_unit as "designatingUnit", told_on as "toldOn",
      correct_by as "correctBy", outcome, corrected from sanctions.organ_notice
    where $1::boolean or unit = $2 or designating_unit = $2 order by told_on desc, kind, id limit 1000`,
};

const own =
  <Row>(key: string, statement: Statement) =>
  (context: Context): DataLoader<string, Row[]> =>
    context.once(
      key,
      () =>
        new DataLoader<string, Row[]>(async (ids) => {
          const rows = await context.query<Row & { readonly subjectId: string }>(statement, [
            ids,
            context.snapshot.scope.self,
          ]);
          return ids.map((id) => rows.filter((row) => row.subjectId === id).map((row) => ({ ...row, self: true })));
        }),
    );

export const waiverLoader = own<WaiverRow>('waivers', WAIVERS);
export const reexaminationLoader = own<ReexaminationRow>('reexaminations', REEXAMINATIONS);

export const organNotices = (context: Context): Promise<OrganNoticeRow[]> =>
  context.query<OrganNoticeRow>(NOTICES, [context.caller.role === 'AUTHORITY', context.caller.unit]);
