/** Reads pledges under verification: a unit its own, a subject its own (Articles 35 and 46). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { notFound } from '../../../schema/errors.ts';
import { openConnection, openEdge, published } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import { textsToRead } from '../../redaction/whole-texts.ts';
import { safeText } from '../../redaction/withheld.ts';
import type { Context } from '../../request/context.ts';
import type { Directory } from '../../request/directory.ts';
import { pagedList, readPage } from '../../request/keyset.ts';
import { askedPage, pageOf } from '../../request/paging.ts';
import type { CheckedRecord } from '../intake/check.ts';
import type { NamedRecord } from '../intake/same-record.ts';
import type { PledgeCheckPage, PledgeCheckRow, UnitKey } from '../rows.ts';
import type { QueryPledgeChecksArgs } from '../types.generated.ts';

const day = (column: string, name: string): string => `to_char(c.${column}, 'YYYY-MM-DD') as "${name}"`;

/** The due date comes from the clock of Article 46. A pledge in place of a proof has no clock. */
const COLUMNS = `c.record_id as id, public_credit.about_person(c.subject_id) as personal, c.item, c.unit, c.kind, c.matter, c.permit_document as "permitDocument",
    ${day('permitted_on', 'permittedOn')}, ${day('recorded_on', 'recordedOn')}, to_char(k.due_on, 'YYYY-MM-DD') as "verifyBy",
    coalesce(k.provisional, false) as provisional, ${day('ordered_on', 'orderedOn')}, ${day('correct_by', 'correctBy')},
    c.outcome, c.reasons, c.redaction, ${day('verified_on', 'verifiedOn')}`;
const FROM = `public_credit.pledge_check c
    left join control.clock k on k.kind = 'pledge.verify' and k.reference = c.record_id::text and k.unit = c.unit`;
const CHECKS = `select ${COLUMNS} from ${FROM}`;

const OWN: Statement = {
  name: 'pledge-checks-own',
  text: `select ${COLUMNS}, t.sealed, t.key_id as "keyId" from ${FROM}
      left join public_credit.text_whole t on t.subject_id = c.subject_id and t.place = 'PLEDGE_CHECK' and t.id = c.record_id
    where c.subject_id = $1::uuid order by c.recorded_on desc, c.record_id`,
};

const LIST = pagedList({
  name: 'pledge-checks',
  rows: `${CHECKS} where c.unit = $1 and ($2::boolean is null or (c.outcome is null) = $2::boolean)`,
  parameters: 2,
  order: { on: { column: 'recordedOn', type: 'text', descending: true }, id: { column: 'id', type: 'uuid' } },
});

type Unsafe = Pick<Directory, 'unsafe'>;

/** Texts as the unit may read them: withheld, where the version that made their form is unsafe. */
const safeCheck = (directory: Unsafe, { redaction, ...row }: PledgeCheckRow): PledgeCheckRow => ({
  ...row,
  redaction,
  matter: safeText(directory, redaction, row.matter),
  permitDocument: safeText(directory, redaction, row.permitDocument),
  reasons: safeText(directory, redaction, row.reasons),
});

/** Reads a row within the transaction that changed it. Throws NOT_FOUND for another unit's pledge. */
export async function readCheck(em: EntityManager, directory: Unsafe, id: string): Promise<PledgeCheckRow> {
  const { rows } = await sql<PledgeCheckRow>`${sql.raw(CHECKS)} where c.record_id = ${id}::uuid`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (row === undefined) throw notFound('pledge');
  return safeCheck(directory, row);
}

/** The subject reads its own whole. */
export async function ownChecks(context: Context, subjectId: string): Promise<PledgeCheckRow[]> {
  const rows = await context.query<PledgeCheckRow & { sealed: Buffer | null; keyId: string | null }>(OWN, [subjectId]);
  return rows.map(({ sealed, keyId, ...row }) => {
    const texts = textsToRead(context.platform.secrets, row.id, sealed, keyId);
    if (sealed === null) return row;
    // What the unit reads of it stands in the row, masked.
    if (texts === undefined) return safeCheck(context.snapshot.directory, row);
    const { matter, permitDocument, reasons } = texts;
    return { ...row, matter: matter ?? row.matter, permitDocument: permitDocument ?? null, reasons: reasons ?? null };
  });
}

/** A page of the calling unit's pledges, newest first. */
export async function checkPage(
  context: Context,
  { open, ...args }: Partial<QueryPledgeChecksArgs>,
): Promise<PledgeCheckPage> {
  const asked = askedPage(context, `pledgeChecks\n${open ?? ''}`, args);
  const found = await readPage<PledgeCheckRow>(context, LIST, [context.caller.unit ?? '', open ?? null], asked);
  const rows = found.rows.map((row) => safeCheck(context.snapshot.directory, row));
  return pageOf(context, asked, { ...found, rows });
}

export const unitOf = ({ unit }: PledgeCheckRow): UnitKey => ({ code: unit });

/** Deliveries of pledges that were recorded with recordPledge. They are changed by verification alone. */
export async function underVerification(
  em: EntityManager,
  named: readonly NamedRecord[],
): Promise<ReadonlySet<CheckedRecord>> {
  const pledges = named
    .filter(({ record }) => record.item.recordType === 'PledgeRecord')
    .map(({ record, subjectId, key, before }) => ({ record, subjectId, key, before }));
  if (pledges.length === 0) return new Set();
  const { rows } = await sql<{ subjectId: string; key: string }>`select r.subject_id as "subjectId", k.key
    from jsonb_to_recordset(${JSON.stringify(pledges.map(({ record: _, ...named }) => named))}::jsonb)
        as k ("subjectId" uuid, key text, before text)
      join public_credit.record r on r.subject_id = k."subjectId" and r.current
        and r.natural_key in (decode(k.key, 'hex'), decode(k.before, 'hex'))
      join public_credit.pledge_check c on c.subject_id = r.subject_id and c.record_id = r.id`.execute(em.getKysely());
  const found = new Set(rows.map(({ subjectId, key }) => `${subjectId}/${key}`));
  return new Set(pledges.flatMap(({ record, subjectId, key }) => (found.has(`${subjectId}/${key}`) ? [record] : [])));
}

const CHOICE = {
  name: 'pledge-choice',
  text: `select uses_pledges as "usesPledges" from public_credit.pledge_choice where subject_id = $1::uuid`,
};

/** Null where the subject has not chosen. It may then decide with each application. */
export async function pledgeChoice(context: Context, subjectId: string): Promise<boolean | null> {
  const [row] = await context.query<{ usesPledges: boolean }>(CHOICE, [subjectId]);
  return row?.usesPledges ?? null;
}

/** Rows come from a unit's own pledges, or the subject's own. */
export const pledgeGuards = {
  PledgeCheck: published(
    ...(['id', 'item', 'unit', 'kind', 'matter', 'permitDocument', 'permittedOn', 'recordedOn', 'verifyBy'] as const),
    ...(['provisional', 'orderedOn', 'correctBy', 'outcome', 'reasons', 'verifiedOn'] as const),
  ),
  PledgeCheckConnection: openConnection,
  PledgeCheckEdge: openEdge,
};
