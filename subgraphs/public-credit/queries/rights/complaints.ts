/**
 * Reads complaints about collectors (Article 41 §2): the subject its own whole, the operator and the authority all and a collector those about it, in their open form.
 * Guards, ids and resolvers of their types.
 */
import DataLoader from 'dataloader';
import { idOf } from '../../../authorization/ids.ts';
import { openConnection, openEdge, published, roles } from '../../../authorization/policy.ts';
import type { Statement } from '../../../database/database.ts';
import { UNREADABLE_TEXT } from '../../../keys/unreadable.ts';
import { textsToRead } from '../../../redaction/whole-texts.ts';
import { safeText } from '../../../redaction/withheld.ts';
import type { Context } from '../../../request/context.ts';
import { pagedList, readPage } from '../../../request/keyset.ts';
import { askedPage, type PageArguments, pageOf } from '../../../request/paging.ts';
import type { ComplaintPage, ComplaintRow } from '../../../rights/claims/complaints.ts';
import { type EvidenceRow, evidenceOf } from '../../../rights/evidence/read-evidence.ts';
import type { Resolvers } from '../../types.generated.ts';

const COLUMNS = `c.id, c.subject_id as "subjectId", public_credit.about_person(c.subject_id) as personal, c.collector, coalesce(c.answered_by, c.unit) as unit,
  c.status, to_char(c.filed_on, 'YYYY-MM-DD') as "filedOn", c.filed_at as "filedAt", to_char(k.due_on, 'YYYY-MM-DD') as "answerBy", k.provisional,
  c.complaint as text, c.answer, to_char(c.answered_on, 'YYYY-MM-DD') as "answeredOn", c.redaction`;

const FROM = `rights.complaint c join control.clock k on k.reference = c.id::text and k.unit = c.unit and k.kind = 'complaint.answer'`;

/** The row policies decide which of them a role reads; a collector's own condition stands beside. */
const SEEN = '($1::text is null or c.collector = $1)';

const LIST = pagedList({
  name: 'complaints',
  rows: `select ${COLUMNS} from ${FROM} where ${SEEN} and ($2::text is null or c.status = $2)`,
  parameters: 2,
  order: { on: { column: 'filedAt', type: 'timestamptz', descending: true }, id: { column: 'id', type: 'uuid' } },
});

const ONE: Statement = { name: 'complaint', text: `select ${COLUMNS} from ${FROM} where ${SEEN} and c.id = $2::uuid` };

const OWN: Statement = {
  name: 'complaints-own',
  text: `select ${COLUMNS}, t.sealed, t.key_id as "sealedBy" from ${FROM}
      left join public_credit.text_whole t on t.subject_id = c.subject_id and t.place = 'COMPLAINT' and t.id = c.id
    where c.subject_id = $1::uuid order by c.filed_at desc, c.id limit 200`,
};

type Stored = ComplaintRow & { readonly redaction: number };
type StoredOwn = Stored & { readonly sealed: Buffer | null; readonly sealedBy: string | null };

/** Withheld, where the version that made the form is unsafe. */
function openRow({ snapshot: { directory } }: Context, { redaction, ...row }: Stored): ComplaintRow {
  return {
    ...row,
    text: safeText(directory, redaction, row.text),
    answer: safeText(directory, redaction, row.answer),
  };
}

function ownRow(context: Context, { redaction: _, sealed, sealedBy, ...row }: StoredOwn): ComplaintRow {
  const texts = textsToRead(context.platform.secrets, row.id, sealed, sealedBy);
  if (texts === undefined)
    return { ...row, self: true, text: UNREADABLE_TEXT, answer: row.answer === null ? null : UNREADABLE_TEXT };
  return { ...row, self: true, text: texts.text ?? row.text, answer: texts.answer ?? row.answer };
}

/** The collector whose complaints the caller reads; null for who reads all. */
const collectorOf = ({ caller }: Context): string | null => (caller.role === 'COLLECTOR' ? (caller.unit ?? '') : null);

export async function complaintPage(
  context: Context,
  { status, ...args }: PageArguments & { readonly status?: string | null | undefined },
): Promise<ComplaintPage> {
  const asked = askedPage(context, `complaints\n${status ?? ''}`, args);
  const found = await readPage<Stored>(context, LIST, [collectorOf(context), status ?? null], asked);
  return pageOf(context, asked, { ...found, rows: found.rows.map((row) => openRow(context, row)) });
}

/** Null where the caller may not read it, which is not told from one that does not exist. */
export async function readComplaint(context: Context, id: string): Promise<ComplaintRow | null> {
  const [row] = await context.query<Stored>(ONE, [collectorOf(context), id]);
  return row === undefined ? null : openRow(context, row);
}

/** The subject's own, newest first. */
export async function ownComplaints(context: Context, subjectId: string): Promise<ComplaintRow[]> {
  return (await context.query<StoredOwn>(OWN, [subjectId])).map((row) => ownRow(context, row));
}

export async function ownComplaint(context: Context, subjectId: string, id: string): Promise<ComplaintRow> {
  const row = (await ownComplaints(context, subjectId)).find((one) => one.id === id);
  if (row === undefined) throw new Error('A complaint that was written cannot be read.');
  return row;
}

/** By the id of the complaint. The row policies give some to the subject and to who answers alone. */
const evidenceLoader = (context: Context): DataLoader<string, EvidenceRow[]> =>
  context.once(
    'complaint-evidence',
    () =>
      new DataLoader<string, EvidenceRow[]>(async (ids) => {
        const groups = Map.groupBy(await evidenceOf(context, 'COMPLAINT', ids), ({ usedBy }) => usedBy);
        return ids.map((id) => groups.get(id) ?? []);
      }),
  );

/** Who may ask what, and what ids are of. */
export const complaintPolicy = {
  Query: { complaints: roles('41', 'OPERATOR', 'AUTHORITY', 'COLLECTOR') },
  Mutation: {
    fileComplaint: roles('41', 'SUBJECT'),
    withdrawComplaint: roles('41', 'SUBJECT'),
    answerComplaint: roles('41', 'AUTHORITY'),
  },
  types: {
    Complaint: published(
      ...(['id', 'collector', 'answeringUnit', 'status', 'filedOn', 'answerBy', 'provisional', 'text'] as const),
      ...(['answer', 'answeredOn', 'late', 'evidence'] as const),
    ),
    ComplaintConnection: openConnection,
    ComplaintEdge: openEdge,
  },
  ids: { Complaint: { id: idOf('COMPLAINT') } },
  arguments: {
    'Mutation.withdrawComplaint': { id: 'COMPLAINT' },
    FileComplaintInput: { evidence: null },
    AnswerComplaintInput: { id: 'COMPLAINT' },
  },
} as const;

export const complaintResolvers: Pick<Resolvers, 'Complaint'> = {
  Complaint: {
    collector: ({ collector }) => ({ code: collector }),
    answeringUnit: ({ unit }) => ({ code: unit }),
    late: ({ answeredOn, answerBy }) => answeredOn !== null && answeredOn > answerBy,
    evidence: ({ id }, _args, context) => evidenceLoader(context).load(id),
  },
};
