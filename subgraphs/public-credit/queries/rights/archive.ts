/** The archive (Article 37): what fell of one subject, or one thing that fell, for the operator, with a reason; each thing shown is an entry of its own. */
import { badInput } from '../../../../schema/errors.ts';
import { archiveMessages } from '../../../../schema/messages/acts/rights/periods.ts';
import { idOf } from '../../../authorization/ids.ts';
import { published, roles } from '../../../authorization/policy.ts';
import type { Statement } from '../../../database/database.ts';
import { openCase } from '../../../ledger/entry.ts';
import type { Context } from '../../../request/context.ts';
import { identify } from '../../../request/subjects/identify.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { type Archived, type ArchivedRow, safeRow } from '../../../rights/in-question.ts';
import type { QueryArchiveArgs, Resolvers } from '../../types.generated.ts';

const REASON_MAX = 500;
const ARTICLE = '37';

const OF_RECORD: Statement = {
  name: 'archived-subject',
  text: `select rights.archived_subject($1::uuid) as "subjectId"`,
};

const ARCHIVE: Statement = {
  name: 'archive',
  text: `select id, subject_id as "subjectId", personal, version, kind, item, type, to_char(occurred_on, 'YYYY-MM-DD') as "occurredOn", unit,
      basis_document as "basisDocument", content, redaction, cause, to_char(fell_on, 'YYYY-MM-DD') as "fellOn"
    from rights.archive($1::uuid, $2::uuid)`,
};

async function subjectOf(context: Context, { subject, record }: Partial<QueryArchiveArgs>): Promise<string | null> {
  if ((subject == null) === (record == null)) throw badInput('ARCHIVE', archiveMessages.one, ARTICLE);
  if (subject != null) return identify(context.platform, subject).id;
  if (!isId(record)) return null;
  const [row] = await context.query<{ subjectId: string | null }>(OF_RECORD, [record]);
  return row?.subjectId ?? null;
}

/** The newest first. Who reads it says why: the subject reads it beside what was shown. */
export async function readArchive(context: Context, args: QueryArchiveArgs): Promise<readonly ArchivedRow[]> {
  const reason = args.reason.normalize('NFC').trim();
  if (reason === '' || reason.length > REASON_MAX)
    throw badInput('REASON', archiveMessages.reason(REASON_MAX), ARTICLE);
  const subjectId = await subjectOf(context, args);
  if (subjectId === null) return [];
  const rows = await context.query<Archived>(ARCHIVE, [subjectId, args.record ?? null]);
  return rows.map((row) => {
    context.request.disclose({
      subjectId: row.subjectId,
      personal: row.personal,
      items: [row.item],
      records: [{ id: row.id, version: row.version }],
      seen: 'DESENSITIZED',
      article: ARTICLE,
      caseReference: openCase(reason) ?? '',
      alone: true,
    });
    return safeRow(context, row);
  });
}

/** Who may ask what, and what ids are of. */
export const archivePolicy = {
  Query: { archive: roles('37', 'OPERATOR') },
  types: {
    ArchivedRecord: published(
      ...(['id', 'kind', 'item', 'cause', 'fellOn', 'occurredOn', 'type', 'providingUnit'] as const),
      ...(['basisDocument', 'content'] as const),
    ),
  },
  ids: { ArchivedRecord: { id: idOf('RECORD') } },
  arguments: { 'Query.archive': { record: 'RECORD' } },
} as const;

export const archiveResolvers: Pick<Resolvers, 'ArchivedRecord'> = {
  ArchivedRecord: { providingUnit: ({ unit }) => ({ code: unit }) },
};
