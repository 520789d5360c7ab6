/** Publishes standards of designation, and new lists with them (Articles 7, 25 and 28). A published edition is never changed. */
import { badInput, repeated } from '../../../../schema/errors.ts';
import type { Ground } from '../../../../schema/law/measures/designations.ts';
import { MONTHS_MAX } from '../../../../schema/law/measures/measures.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { listMessages } from '../../../../schema/messages/acts/lists.ts';
import type { Context } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
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
  readonly restorationMonths?: number | null | undefined;
  readonly removalConditions?: string | null | undefined;
  readonly remedies?: string | null | undefined;
  readonly effectiveFrom: string;
  readonly publication: Publication;
}

export type PublishedList = ListRow & { readonly item: string };

/** The standard that the input publishes, and its list; `known` is that list where it is published. Throws BAD_USER_INPUT with what is wrong. */
export function checkedStandard(
  directory: Directory,
  known: PublishedList | undefined,
  input: StandardInput,
): { readonly list: PublishedList; readonly standard: StandardRow } {
  checkPublication(input.publication, input.effectiveFrom, directory.today);
  checkCode(input.list);
  const publication = {
    publicationReference: input.publication.reference.trim(),
    publishedOn: input.publication.publishedOn,
  };
  const list = known ?? newList(directory, input, publication);
  const grounds = [...new Set(input.grounds ?? [])];
  if ((list.kind === 'INCENTIVE') !== (grounds.length === 0))
    throw badInput('GROUND', listMessages.groundsByKind, '29');
  if (input.designatingUnits.length === 0) throw badInput('EMPTY', listMessages.noDesignatingUnits);
  const stranger = input.designatingUnits.find((code) => !directory.units.has(code));
  if (stranger !== undefined) throw badInput('UNIT_UNKNOWN', inputMessages.unitUnknown(repeated(stranger)));
  const standard: StandardRow = {
    list: list.code,
    edition: said('edition', input.edition, '7'),
    citation: said('citation', input.citation, '28'),
    grounds,
    designatingUnits: [...new Set(input.designatingUnits)],
    maximumMonths: checkCount('maximumMonths', input.maximumMonths, MONTHS_MAX),
    restorationMonths: checkCount('restorationMonths', input.restorationMonths, MONTHS_MAX),
    removalConditions: input.removalConditions?.trim() || null,
    remedies: input.remedies?.trim() || null,
    effectiveFrom: input.effectiveFrom,
    ...publication,
  };
  return { list, standard };
}

export async function publishStandard(context: Context, input: StandardInput): Promise<ListRow> {
  const known = (await lists(context)).get(input.list);
  const { list, standard } = checkedStandard(context.snapshot.directory, known, input);
  await writeOnce(context, 'standard', [standard], known === undefined ? list : undefined);
  return list;
}

function newList(
  directory: Directory,
  { list, name, nameEn, kind, item }: StandardInput,
  publication: Pick<ListRow, 'publicationReference' | 'publishedOn'>,
): PublishedList {
  if (name == null || nameEn == null || kind == null || item == null)
    throw badInput('LIST_NEW', listMessages.isNew(repeated(list)), '28');
  if (!directory.items.has(item)) throw badInput('ITEM_UNKNOWN', listMessages.itemUnknown, '18');
  return { code: list, name: said('name', name, '7'), nameEn: said('nameEn', nameEn, '7'), kind, item, ...publication };
}
