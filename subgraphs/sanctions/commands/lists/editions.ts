/** Editions of standards and measures (Articles 7 and 30). They are published with a reference and a date, and never retroactive or changed. */
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { listMessages } from '../../../../schema/messages/acts/lists.ts';
import type { Context } from '../../../request/context.ts';
import type { ListRow } from '../../rows.ts';
import { isTwice } from '../checks.ts';

export interface Publication {
  readonly reference: string;
  readonly publishedOn: string;
}

export function checkPublication(publication: Publication, effectiveFrom: string, today: string): void {
  for (const date of [effectiveFrom, publication.publishedOn])
    if (!isDate(date)) throw badInput('DATE', inputMessages.aDate);
  if (publication.reference.trim() === '' || publication.publishedOn > today)
    throw badInput('NOT_PUBLISHED', inputMessages.notPublished, '30');
  if (effectiveFrom < publication.publishedOn)
    throw badInput('RETROACTIVE', inputMessages.retroactive(effectiveFrom, publication.publishedOn), '7');
}

const CODE = /^[A-Z][A-Z0-9-]{1,39}$/;

export function checkCode(code: string): string {
  if (!CODE.test(code)) throw badInput('CODE', listMessages.code);
  return code;
}

const COLUMNS = {
  measure: `code text, edition text, name text, "nameEn" text, kind text, scope text, source text, article text, "legalBasis" text,
    grounds text[], lists text[], activities text[], "maximumMonths" int, "maximumExtent" int, "publicationReference" text,
    "publishedOn" date, "effectiveFrom" date, "effectiveUntil" date`,
  standard: `list text, edition text, citation text, grounds text[], "designatingUnits" text[], "maximumMonths" int, "restorationMonths" int,
    "removalConditions" text, remedies text, "publicationReference" text, "publishedOn" date, "effectiveFrom" date`,
} as const;

/** Column names of a COLUMNS entry. */
const names = (columns: string): readonly string[] =>
  columns.split(',').map((column) => column.trim().split(' ')[0]?.replaceAll('"', '') ?? '');
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The statement that inserts editions. */
export function editionsInserted(table: keyof typeof COLUMNS, rows: readonly object[]) {
  const columns = names(COLUMNS[table]);
  return sql`insert into ${sql.table(`sanctions.${table}`)} (${sql.raw(columns.map(snake).join(', '))})
    select ${sql.raw(columns.map((name) => `"${name}"`).join(', '))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${sql.raw(COLUMNS[table])})`;
}

/** The statement that inserts a list. */
export const listInserted = (list: ListRow & { readonly item: string }) =>
  sql`insert into sanctions.list (code, name, name_en, kind, item, publication_reference, published_on)
    values (${list.code}, ${list.name}, ${list.nameEn}, ${list.kind}, ${list.item}, ${list.publicationReference},
      ${list.publishedOn}::date)`;

/** Inserts editions. Throws CONFLICT for one that is published already. */
export async function writeOnce(
  context: Context,
  table: keyof typeof COLUMNS,
  rows: readonly object[],
  list?: ListRow & { readonly item: string },
): Promise<void> {
  try {
    await context.request.write('designate', async (em) => {
      const db = em.getKysely();
      if (list !== undefined) await listInserted(list).execute(db);
      await editionsInserted(table, rows).execute(db);
    });
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw conflict('PUBLISHED', listMessages.published);
  }
  context.snapshot = await context.request.snapshot();
}
