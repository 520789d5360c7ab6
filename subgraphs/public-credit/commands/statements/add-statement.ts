/** A subject states something beside what is held about it (Article 35): one statement at a time, a second takes the place of the first. */
import { sql } from 'kysely';
import { badInput, conflict, forbidden, notFound } from '../../../../schema/errors.ts';
import { isSeenText } from '../../../../schema/law/records/seen-text.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { statementMessages } from '../../../../schema/messages/acts/rights/own-statements.ts';
import type { Statement } from '../../../database/database.ts';
import { isUuid } from '../../../keys/recipient-ids.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { type OwnStatementRow, ownStatementLoader } from '../../../rights/statements/own-statements.ts';

/** Characters, as people count them. */
const LENGTH_MAX = 500;

/** The caller's own row of any kind, under the row policies of its role. */
const HELD: Statement = {
  name: 'own-row',
  text: `select 'public_credit.record' as "heldIn", r.personal, r.item, r.display from public_credit.record r
      where r.subject_id = $1::uuid and r.id = $2::uuid and r.current
    union all select 'sanctions.designation', d.personal, d.item, d.display from sanctions.designation d where d.subject_id = $1::uuid and d.id = $2::uuid
    union all select 'sanctions.incentive', i.personal, i.item, i.display from sanctions.incentive i where i.subject_id = $1::uuid and i.id = $2::uuid
    union all select 'non_public_credit.record', n.personal, n.item, n.display from non_public_credit.record n
      where n.subject_id = $1::uuid and n.id = $2::uuid and n.current`,
};

interface Held {
  readonly heldIn: string;
  readonly personal: boolean;
  readonly item: string;
  readonly display: string;
}

/** Whatever has no glyph is not what others read. */
const hasUnseen = (text: string): boolean => !isSeenText(text) || /\p{Default_Ignorable_Code_Point}/u.test(text);

function checked(sent: string): string {
  const text = sent.trim();
  if (hasUnseen(text)) throw badInput('UNSEEN', statementMessages.unseen, '35');
  if (text === '') throw badInput('EMPTY', statementMessages.blank, '35');
  const { length } = [...text];
  if (length > LENGTH_MAX) throw badInput('TOO_LONG', statementMessages.tooLong(length, LENGTH_MAX), '35');
  return text;
}

export async function addStatement(
  context: Context,
  { record, text: sent }: { readonly record: string; readonly text: string },
): Promise<OwnStatementRow | null> {
  const { request, platform, caller } = context;
  const self = caller.subject?.id;
  if (self === undefined) throw forbidden('ROLE', '35');
  const text = checked(sent);
  const [held] = isUuid(record) ? await context.query<Held>(HELD, [self, record]) : [];
  if (held === undefined) throw notFound('record');
  if (held.display === 'ARCHIVED') throw conflict('NOT_SHOWN', statementMessages.notShown);
  const id = newId();
  const at = platform.now().toISOString();
  await request.write('rights', (em) =>
    withKnown(em, platform.secrets, [{ subjectId: self, known: NOTHING_SAID }], async (known) => {
      const one = knownIn(known, self);
      one.settle(() => one.redact(text));
      const open = one.redact(text).text;
      await storeTexts(em, platform.secrets, [
        { subjectId: self, place: 'OWN_STATEMENT', id, texts: { statement: text } },
      ]);
      const db = em.getKysely();
      await sql`update rights.own_statement set ended_at = ${at}::timestamptz
        where row_id = ${record}::uuid and ended_at is null`.execute(db);
      await sql`insert into rights.own_statement (subject_id, id, held_in, row_id, personal, item, text, redaction, masked, stated_at)
        values (${self}::uuid, ${id}::uuid, ${held.heldIn}, ${record}::uuid, ${held.personal}, ${held.item}, ${open}, ${REDACTION_VERSION},
          ${open !== text}, ${at}::timestamptz)`.execute(db);
    }),
  );
  context.snapshot = await request.snapshot();
  return ownStatementLoader(context).clear(record).load(record);
}
