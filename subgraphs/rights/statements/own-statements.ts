/** What subjects state beside what is held about them (Article 35), read with the rows that it stands beside: one statement more for a page of them. */
import DataLoader from 'dataloader';
import type { Statement } from '../../database/database.ts';
import type { Sealed } from '../../keys/secrets.ts';
import { textsToRead } from '../../redaction/whole-texts.ts';
import { safeText } from '../../redaction/withheld.ts';
import type { Context } from '../../request/context.ts';

/** A statement as the caller may read it. */
export interface OwnStatementRow {
  readonly id: string;
  readonly subjectId: string;
  readonly rowId: string;
  readonly personal: boolean;
  readonly self: boolean;
  readonly text: string;
  readonly textForOthers: string;
  readonly masked: boolean;
  readonly shownSince: string;
}

type Stored = Omit<OwnStatementRow, 'self' | 'textForOthers'> & { readonly redaction: number };

const COLUMNS = `s.id, s.subject_id as "subjectId", s.row_id as "rowId", s.personal, s.text, s.redaction, s.masked,
  (s.stated_at at time zone 'Asia/Shanghai')::date::text as "shownSince"`;

/** The row policies open it where they open the row that it stands beside. */
export const BESIDE: Statement = {
  name: 'own-statements',
  text: `select ${COLUMNS} from rights.own_statement s where s.row_id = any ($1::uuid[]) and s.ended_at is null`,
};

const WHOLE: Statement = {
  name: 'own-statements-whole',
  text: `select w.id, w.sealed, w.key_id as "keyId" from public_credit.text_whole w
    where w.subject_id = $1::uuid and w.place = 'OWN_STATEMENT' and w.id = any ($2::uuid[])`,
};

/** As others read it: the form that is stored, unless its version is unsafe. */
const openText = (context: Context, { redaction, text }: Pick<Stored, 'redaction' | 'text'>): string =>
  safeText(context.snapshot.directory, redaction, text);

async function present(context: Context, stored: readonly Stored[]): Promise<OwnStatementRow[]> {
  const { self } = context.snapshot.scope;
  const own = stored.filter(({ subjectId }) => subjectId === self).map(({ id }) => id);
  const sealed = own.length === 0 ? [] : await context.query<Sealed & { readonly id: string }>(WHOLE, [self, own]);
  const whole = new Map(
    sealed.map((row) => [row.id, textsToRead(context.platform.secrets, row.id, Buffer.from(row.sealed), row.keyId)]),
  );
  return stored.map(({ redaction, ...row }) => {
    const open = openText(context, { redaction, text: row.text });
    return {
      ...row,
      self: row.subjectId === self,
      text: whole.get(row.id)?.statement ?? open,
      textForOthers: open,
      masked: row.masked || open !== row.text,
    };
  });
}

/** By id of the row that it stands beside. */
export const ownStatementLoader = (context: Context): DataLoader<string, OwnStatementRow | null> =>
  context.once(
    'own-statements',
    () =>
      new DataLoader<string, OwnStatementRow | null>(
        async (ids) => {
          const rows = await present(context, await context.query<Stored>(BESIDE, [ids]));
          const found = new Map(rows.map((row) => [row.rowId, row]));
          return ids.map((id) => found.get(id) ?? null);
        },
        { maxBatchSize: 1_000 },
      ),
  );

/** Of the rows of an answer to a permit desk, as it reads them. `read` runs a statement for the question. */
export async function statedBeside(
  context: Context,
  read: (statement: Statement, parameters: readonly unknown[]) => Promise<readonly object[]>,
  rows: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const stored = (await read(BESIDE, [rows])) as readonly Stored[];
  return new Map(stored.map((row) => [row.rowId, openText(context, row)]));
}
