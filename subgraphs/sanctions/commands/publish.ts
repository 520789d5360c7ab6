/** Publishing of standards and measures (Articles 7, 25, 26, 28, 30, 31): with a reference and a date, never retroactive, never changed. */
import { sql } from 'kysely';
import { badInput, conflict } from '../../../schema/errors.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import type { Activity } from '../../../schema/law/facts.ts';
import type { Ground } from '../../../schema/law/measures/designations.ts';
import {
  EXTENT_MAX,
  MEASURE_SCOPES,
  type MeasureKind,
  type MeasureScope,
  type MeasureSource,
  MONTHS_MAX,
  measureFault,
} from '../../../schema/law/measures/measures.ts';
import type { Context } from '../../request/context.ts';
import { checkCount } from '../check-count.ts';
import { lists } from '../queries/lists.ts';
import type { ListRow, MeasureRow, StandardRow } from '../rows.ts';
import { isTwice, said } from './checks.ts';

interface Publication {
  readonly reference: string;
  readonly publishedOn: string;
}

export interface MeasureInput {
  readonly code: string;
  readonly edition: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: MeasureKind;
  readonly scope: MeasureScope;
  readonly source: MeasureSource;
  readonly legalBasis: string;
  readonly grounds?: readonly Ground[] | null | undefined;
  readonly lists?: readonly string[] | null | undefined;
  readonly activities: readonly Activity[];
  readonly maximumMonths?: number | null | undefined;
  readonly maximumExtent?: number | null | undefined;
  readonly effectiveFrom: string;
  readonly effectiveUntil?: string | null | undefined;
  readonly publication: Publication;
}

export interface StandardInput {
  readonly list: string;
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly kind?: ListRow['kind'] | null | undefined;
  readonly item?: string | null | undefined;
  readonly edition: string;
  readonly citation: string;
  readonly grounds?: readonly Ground[] | null | undefined;
  readonly designatingUnits: readonly string[];
  readonly maximumMonths?: number | null | undefined;
  readonly removalConditions?: string | null | undefined;
  readonly remedies?: string | null | undefined;
  readonly effectiveFrom: string;
  readonly publication: Publication;
}

function checkPublication(publication: Publication, effectiveFrom: string, today: string): void {
  for (const date of [effectiveFrom, publication.publishedOn])
    if (!isDate(date)) throw badInput('DATE', 'A date is not of the form YYYY-MM-DD.', 'Send calendar dates.');
  if (publication.reference.trim() === '' || publication.publishedOn > today)
    throw badInput(
      'NOT_PUBLISHED',
      'It has not been published: a reference and a date up to today are needed.',
      'Publish it first; nothing unpublished takes effect.',
      '30',
    );
  if (effectiveFrom < publication.publishedOn)
    throw badInput(
      'RETROACTIVE',
      `It would hold from ${effectiveFrom}, before it was published on ${publication.publishedOn}.`,
      'Send effectiveFrom on or after the publication.',
      '7',
    );
}

const CODE = /^[A-Z][A-Z0-9-]{1,39}$/;

function checkCode(code: string): string {
  if (!CODE.test(code))
    throw badInput('CODE', 'A code has 2 to 40 capital letters, digits and hyphens.', 'Send such a code.');
  return code;
}

/** The last day of a measure, where it is told beforehand. */
function checkEnd(until: string | null | undefined, from: string): string | null {
  if (until == null) return null;
  if (!isDate(until) || until < from)
    throw badInput(
      'DATE',
      'effectiveUntil is no date from effectiveFrom on of the form YYYY-MM-DD.',
      'Send a later day, or none.',
    );
  return until;
}

const FAULTS = {
  KIND: ['A measure of this scope is of another kind.', 'Send the kind that Article 26 or 31 gives the scope.'],
  SOURCE: ['A measure of this scope stands on the other list.', 'National measures are NATIONAL_BASIC.'],
  PERIOD: ['A supplemental punishment comes with its period.', 'Send maximumMonths.'],
  GROUNDS: ['A restraint or punishment names the grounds that it answers, a reward none.', 'Send grounds accordingly.'],
} as const;

export async function publishMeasure(context: Context, input: MeasureInput): Promise<MeasureRow> {
  checkPublication(input.publication, input.effectiveFrom, context.request.today);
  const measure = {
    code: checkCode(input.code),
    edition: said('edition', input.edition, '7'),
    name: said('name', input.name, '7'),
    nameEn: said('nameEn', input.nameEn, '7'),
    kind: input.kind,
    scope: input.scope,
    source: input.source,
    article: MEASURE_SCOPES[input.scope].clause,
    legalBasis: said('legalBasis', input.legalBasis, '30'),
    grounds: input.grounds == null || input.grounds.length === 0 ? null : [...new Set(input.grounds)],
    lists: input.lists == null || input.lists.length === 0 ? null : [...new Set(input.lists)],
    activities: [...new Set(input.activities)],
    maximumMonths: checkCount('maximumMonths', input.maximumMonths, MONTHS_MAX),
    maximumExtent: checkCount('maximumExtent', input.maximumExtent, EXTENT_MAX),
    publicationReference: input.publication.reference.trim(),
    publishedOn: input.publication.publishedOn,
    effectiveFrom: input.effectiveFrom,
    effectiveUntil: checkEnd(input.effectiveUntil, input.effectiveFrom),
  };
  const wrong = measureFault(measure);
  if (wrong !== undefined) {
    const [message, help] = FAULTS[wrong.fault];
    throw badInput(`MEASURE_${wrong.fault}`, message, help, wrong.article);
  }
  if (measure.activities.length === 0)
    throw badInput('EMPTY', 'activities is empty.', 'Name at least one activity of Article 44.');
  const known = await lists(context);
  const stranger = measure.lists?.find((code) => !known.has(code));
  if (stranger !== undefined)
    throw badInput('LIST_NOT_PUBLISHED', `${stranger.slice(0, 60)} is no published list.`, 'Ask publishedLists.', '30');
  await writeOnce(context, 'measure', [{ ...measure }]);
  return measure;
}

const COLUMNS = {
  measure: `code text, edition text, name text, "nameEn" text, kind text, scope text, source text, article text, "legalBasis" text,
    grounds text[], lists text[], activities text[], "maximumMonths" int, "maximumExtent" int, "publicationReference" text,
    "publishedOn" date, "effectiveFrom" date, "effectiveUntil" date`,
  standard: `list text, edition text, citation text, grounds text[], "designatingUnits" text[], "maximumMonths" int,
    "removalConditions" text, remedies text, "publicationReference" text, "publishedOn" date, "effectiveFrom" date`,
} as const;

/** Column names of the record as those of the table. */
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

/** Inserts editions. Throws CONFLICT for one that is published already. */
async function writeOnce(
  context: Context,
  table: keyof typeof COLUMNS,
  rows: readonly object[],
  list?: ListRow & { readonly item: string },
): Promise<void> {
  try {
    await context.request.write('designate', async (em) => {
      const db = em.getKysely();
      if (list !== undefined)
        await sql`insert into sanctions.list (code, name, name_en, kind, item, publication_reference, published_on)
          values (${list.code}, ${list.name}, ${list.nameEn}, ${list.kind}, ${list.item}, ${list.publicationReference},
            ${list.publishedOn}::date)`.execute(db);
      await editionsInserted(table, rows).execute(db);
    });
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw conflict(
      'PUBLISHED',
      'This edition is published already.',
      'An edition is never changed: publish a new one.',
    );
  }
  context.snapshot = await context.request.snapshot();
}

export async function publishStandard(context: Context, input: StandardInput): Promise<ListRow> {
  const { directory } = context.snapshot;
  checkPublication(input.publication, input.effectiveFrom, context.request.today);
  const known = (await lists(context)).get(checkCode(input.list));
  const publication = {
    publicationReference: input.publication.reference.trim(),
    publishedOn: input.publication.publishedOn,
  };
  const list = known ?? newList(context, input, publication);
  const grounds = [...new Set(input.grounds ?? [])];
  if ((list.kind === 'INCENTIVE') !== (grounds.length === 0))
    throw badInput(
      'GROUND',
      'A list of the seriously untrustworthy names its grounds of Article 29, one of incentives none.',
      'Send grounds accordingly.',
      '29',
    );
  if (input.designatingUnits.length === 0)
    throw badInput('EMPTY', 'designatingUnits is empty.', 'Name the units that designate.');
  const stranger = input.designatingUnits.find((code) => !directory.units.has(code));
  if (stranger !== undefined)
    throw badInput('UNIT_UNKNOWN', `${stranger.slice(0, 60)} is no unit that is known here.`, 'Check the code.');
  const standard: StandardRow = {
    list: list.code,
    edition: said('edition', input.edition, '7'),
    citation: said('citation', input.citation, '28'),
    grounds,
    designatingUnits: [...new Set(input.designatingUnits)],
    maximumMonths: checkCount('maximumMonths', input.maximumMonths, MONTHS_MAX),
    removalConditions: input.removalConditions?.trim() || null,
    remedies: input.remedies?.trim() || null,
    effectiveFrom: input.effectiveFrom,
    ...publication,
  };
  await writeOnce(context, 'standard', [standard], known === undefined ? list : undefined);
  return list;
}

function newList(
  context: Context,
  { list, name, nameEn, kind, item }: StandardInput,
  publication: Pick<ListRow, 'publicationReference' | 'publishedOn'>,
): ListRow & { readonly item: string } {
  if (name == null || nameEn == null || kind == null || item == null)
    throw badInput('LIST_NEW', `${list} is a new list.`, 'Send its name, nameEn, kind and item.', '28');
  if (!context.snapshot.directory.items.has(item))
    throw badInput('ITEM_UNKNOWN', 'No edition of this item is in force.', 'Publish the catalog item first.', '18');
  return { code: list, name: said('name', name, '7'), nameEn: said('nameEn', nameEn, '7'), kind, item, ...publication };
}
