/** Reads the published lists with their standards, and the published measures (Articles 25, 26, 28, 30 and 31). Unpublished ones are not read. */
import { badInput, repeated } from '../../../schema/errors.ts';
import { type MeasureKind, measuresOn } from '../../../schema/law/measures/measures.ts';
import { listMessages } from '../../../schema/messages/acts/lists.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import type { ListRow, MeasureRow, StandardRow } from '../rows.ts';

const LISTS: Statement = {
  name: 'lists',
  text: `select code, name, name_en as "nameEn", kind, item, publication_reference as "publicationReference", published_on as "publishedOn"
    from sanctions.list where published_on <= $1::date order by kind desc, code`,
};

/** The newest edition of each list's standard that has taken effect. */
const STANDARDS: Statement = {
  name: 'standards',
  text: `select distinct on (list) list, edition, citation, grounds, designating_units as "designatingUnits", maximum_months as "maximumMonths", restoration_months as "restorationMonths",
      removal_conditions as "removalConditions", remedies, publication_reference as "publicationReference", published_on as "publishedOn",
      effective_from as "effectiveFrom"
    from sanctions.standard where published_on <= $1::date and effective_from <= $1::date
    order by list, effective_from desc, edition desc`,
};

/** Every edition that has taken effect, ended ones too: where the newest one has ended, the edition that it replaced must not apply again. */
const MEASURES: Statement = {
  name: 'measures',
  text: `select code, edition, name, name_en as "nameEn", kind, scope, source, article, legal_basis as "legalBasis", grounds, lists, activities,
      maximum_months as "maximumMonths", maximum_extent as "maximumExtent", publication_reference as "publicationReference",
      published_on as "publishedOn", effective_from as "effectiveFrom", effective_until as "effectiveUntil"
    from sanctions.measure where published_on <= $1::date and effective_from <= $1::date order by code, effective_from, edition`,
};

/** Published lists by code. */
export const lists = (context: Context): Promise<ReadonlyMap<string, ListRow & { readonly item: string }>> =>
  context.once('lists', async () => {
    const rows = await context.query<ListRow & { readonly item: string }>(LISTS, [context.request.today]);
    return new Map(rows.map((row) => [row.code, row]));
  });

/** Standards in force, by list code. */
export const standards = (context: Context): Promise<ReadonlyMap<string, StandardRow>> =>
  context.once('standards', async () => {
    const rows = await context.query<StandardRow>(STANDARDS, [context.request.today]);
    return new Map(rows.map((row) => [row.list, row]));
  });

/** The edition in force of each measure. */
export const measures = (context: Context): Promise<readonly MeasureRow[]> =>
  context.once('measures', async () =>
    measuresOn(await context.query<MeasureRow>(MEASURES, [context.request.today]), context.request.today),
  );

export const measuresOfKind = async (
  context: Context,
  kind: MeasureKind | null | undefined,
): Promise<readonly MeasureRow[]> =>
  (await measures(context)).filter((measure) => kind == null || measure.kind === kind);

/**
 * A list of this kind, and the standard under which the calling unit designates. Throws BAD_USER_INPUT where the list is not published or the unit
 * may not designate on it.
 */
export async function standardFor(
  context: Context,
  code: string,
  kind: ListRow['kind'],
): Promise<{ readonly list: ListRow & { readonly item: string }; readonly standard: StandardRow }> {
  const article = kind === 'INCENTIVE' ? '25' : '28';
  const list = (await lists(context)).get(code);
  const standard = (await standards(context)).get(code);
  if (list?.kind !== kind || standard === undefined)
    throw badInput('LIST_NOT_PUBLISHED', listMessages.noneOfKind(repeated(code)), article);
  if (!standard.designatingUnits.includes(context.caller.unit ?? ''))
    throw badInput(
      'NOT_DESIGNATING_UNIT',
      listMessages.otherUnits(code, standard.edition, standard.designatingUnits),
      article,
    );
  return { list, standard };
}
