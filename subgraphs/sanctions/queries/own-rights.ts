/** A subject's own waivers and re-examinations (Articles 30 and 35), and notices about listed state organs for units (Article 32). */
import DataLoader from 'dataloader';
import type { Statement } from '../../database/database.ts';
import { UNREADABLE_TEXT } from '../../keys/unreadable.ts';
import { type Texts, textsToRead } from '../../redaction/whole-texts.ts';
import { safeText } from '../../redaction/withheld.ts';
import type { Context } from '../../request/context.ts';
import type { OrganNoticeRow, ReexaminationRow, WaiverRow } from '../rows.ts';

const WAIVERS: Statement = {
  name: 'waivers',
  text: `select v.id, v.subject_id as "subjectId", v.basis_document as "basisDocument", v.conduct, v.warning, v.waived_on as "waivedOn", v.unit,
      w.sealed, w.key_id as "keyId"
    from sanctions.waiver v left join public_credit.text_whole w on w.subject_id = v.subject_id and w.place = 'WAIVER' and w.id = v.id
    where v.subject_id = any ($1::uuid[]) and v.subject_id = $2::uuid order by v.waived_on desc, v.id`,
};

const REEXAMINATIONS: Statement = {
  name: 'reexaminations',
  text: `select x.id, x.subject_id as "subjectId", x.designation_id as designation, x.status, x.requested_on as "requestedOn",
      x.decide_by as "decideBy", x.provisional, x.decision as reasons, x.decided_on as "decidedOn", w.sealed, w.key_id as "keyId"
    from sanctions.reexamination x
      left join public_credit.text_whole w on w.subject_id = x.subject_id and w.place = 'REEXAMINATION' and w.id = x.id
    where x.subject_id = any ($1::uuid[]) and x.subject_id = $2::uuid order by x.requested_on desc, x.id`,
};

const NOTICES: Statement = {
  name: 'organ-notices',
  text: `select id, public_credit.about_person(subject_id) as personal, designation_id as designation, kind, unit, designating_unit as "designatingUnit", told_on as "toldOn",
      correct_by as "correctBy", outcome, corrected, redaction from sanctions.organ_notice
    where $1::boolean or unit = $2 or designating_unit = $2 order by told_on desc, kind, id limit 1000`,
};

interface Sealed {
  readonly id: string;
  readonly subjectId: string;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

/** `unread`: what is said where the sealed texts cannot be opened. `opened`: what of a row is read from its sealed texts, where it has any; else it lies in plain from before. */
const own =
  <Row>(key: string, statement: Statement, unread: Partial<Row>, opened: (texts: Texts) => Partial<Row>) =>
  (context: Context): DataLoader<string, Row[]> =>
    context.once(
      key,
      () =>
        new DataLoader<string, Row[]>(async (ids) => {
          const stored = await context.query<Row & Sealed>(statement, [ids, context.snapshot.scope.self]);
          const rows = stored.map((row) => {
            if (row.sealed === null) return { ...row, self: true };
            const texts = textsToRead(context.platform.secrets, row.id, row.sealed, row.keyId);
            return { ...row, ...(texts === undefined ? unread : opened(texts)), self: true };
          });
          return ids.map((id) => rows.filter((row) => row.subjectId === id));
        }),
    );

/** Both are always said of a waiver. */
const UNREAD_WAIVER = { basisDocument: UNREADABLE_TEXT, conduct: UNREADABLE_TEXT } as const;

export const waiverLoader = own<WaiverRow>(
  'waivers',
  WAIVERS,
  UNREAD_WAIVER,
  ({ basisDocument, conduct, warning }) => ({
    basisDocument: basisDocument ?? '',
    conduct: conduct ?? '',
    warning: warning ?? null,
  }),
);
export const reexaminationLoader = own<ReexaminationRow>(
  'reexaminations',
  REEXAMINATIONS,
  { reasons: UNREADABLE_TEXT },
  ({ decision }) => ({
    reasons: decision ?? null,
  }),
);

export async function organNotices(context: Context): Promise<OrganNoticeRow[]> {
  const parameters = [context.caller.role === 'AUTHORITY', context.caller.unit];
  const rows = await context.query<OrganNoticeRow & { readonly redaction: number }>(NOTICES, parameters);
  return rows.map(({ redaction, ...row }) => ({
    ...row,
    outcome: safeText(context.snapshot.directory, redaction, row.outcome),
  }));
}
