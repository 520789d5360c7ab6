/** Whether a measure may be applied to a subject (Article 30), from the designations that the caller may see. */
import {
  type Application,
  EXTENT_MAX,
  type Listed,
  MONTHS_MAX,
  mayApply,
} from '../../../schema/law/measures/measures.ts';
import type { Context } from '../../request/context.ts';
import { identify } from '../../request/subjects/identify.ts';
import { checkCount } from '../check-count.ts';
import { designationLoader, incentiveLoader } from '../loaders.ts';
import type { DesignationRow, IncentiveRow, MeasureRow } from '../rows.ts';
import { lists, measures } from './lists.ts';

interface Arguments {
  readonly subject: Parameters<typeof identify>[1];
  readonly measure: string;
  readonly months?: number | null | undefined;
  readonly extent?: number | null | undefined;
}

/** A designation as the basis of restraints and punishments. */
export const listedBy = (
  row: Pick<DesignationRow, 'id' | 'list' | 'ground' | 'designatedOn' | 'until' | 'objectionRaisedOn'>,
): Listed => ({
  id: row.id,
  list: row.list.code,
  ground: row.ground,
  from: row.designatedOn,
  until: row.until,
  objected: row.objectionRaisedOn !== null,
});

/** A designation as the basis of rewards. */
export const rewardedBy = (
  row: Pick<IncentiveRow, 'id' | 'list' | 'designatedOn' | 'until' | 'objectionRaisedOn'>,
): Listed => ({
  id: row.id,
  list: row.list.code,
  ground: null,
  from: row.designatedOn,
  until: row.until,
  objected: row.objectionRaisedOn !== null,
});

/** Items of the lists that a measure may rest on, as far as the caller may see them about such a subject. */
async function itemsOf(context: Context, measure: MeasureRow, personal: boolean): Promise<string[]> {
  const kind = measure.kind === 'REWARD' ? 'INCENTIVE' : 'SERIOUS_UNTRUSTWORTHINESS';
  const { scope } = context.snapshot;
  const found = [...(await lists(context)).values()]
    .filter((list) => list.kind === kind && (measure.lists === null || measure.lists.includes(list.code)))
    .map(({ item }) => item)
    .filter((item) => scope.items.get(item)?.[personal ? 'person' : 'organization'].effect === 'allow');
  return [...new Set(found)];
}

export async function decideMeasure(context: Context, args: Arguments): Promise<Application> {
  const months = checkCount('months', args.months, MONTHS_MAX);
  const extent = checkCount('extent', args.extent, EXTENT_MAX);
  const subject = identify(context.platform, args.subject);
  const measure = (await measures(context)).find(({ code }) => code === args.measure);
  const listed =
    measure?.kind === 'REWARD'
      ? (await incentiveLoader(context).load(subject.id)).map(rewardedBy)
      : (await designationLoader(context).load(subject.id)).map(listedBy);
  context.request.lookedUp(listed.length > 0);
  // No is an answer about the subject too: that it is not on these lists (Articles 17 and 30).
  if (measure !== undefined)
    context.request.disclose({
      subjectId: subject.id,
      personal: subject.personal,
      items: await itemsOf(context, measure, subject.personal),
      records: [],
      seen: 'DESENSITIZED',
    });
  return mayApply(measure, listed, context.request.today, { months, extent });
}
