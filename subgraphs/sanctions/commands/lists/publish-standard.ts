/** Publishes standards of designation, and new lists with them (Articles 7, 25 and 28). A published edition is never changed. */
import { badInput, repeated } from '../../../../schema/errors.ts';
import type { Ground } from '../../../../schema/law/measures/designations.ts';
import { MONTHS_MAX } from '../../../../schema/law/measures/measures.ts';
import type { Context } from '../../../request/context.ts';
import { checkCount } from '../../check-count.ts';
import { lists } from '../../queries/lists.ts';
import type { ListRow, StandardRow } from '../../rows.ts';
import { said } from '../checks.ts';
import { checkCode, checkPublication, type Publication, writeOnce } from './editions.ts';

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
    throw badInput('UNIT_UNKNOWN', `${repeated(stranger)} is no unit that is known here.`, 'Check the code.');
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
    throw badInput('LIST_NEW', `${repeated(list)} is a new list.`, 'Send its name, nameEn, kind and item.', '28');
  if (!context.snapshot.directory.items.has(item))
    throw badInput('ITEM_UNKNOWN', 'No edition of this item is in force.', 'Publish the catalog item first.', '18');
  return { code: list, name: said('name', name, '7'), nameEn: said('nameEn', nameEn, '7'), kind, item, ...publication };
}
