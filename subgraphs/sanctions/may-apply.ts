/** Whether one measure may be applied to one subject (Article 30), over the designations that the caller may see. */
import { type Application, type Listed, mayApply } from '../../schema/law/measures.ts';
import type { Context } from '../context.ts';
import { identify } from '../identify.ts';
import { measures } from './lists.ts';
import { designationLoader, incentiveLoader } from './loaders.ts';

interface Arguments {
  readonly subject: Parameters<typeof identify>[1];
  readonly measure: string;
  readonly months?: number | null | undefined;
  readonly extent?: number | null | undefined;
}

/** Designations that carry restraints and punishments. */
export const listedOf = async (context: Context, subjectId: string): Promise<Listed[]> =>
  (await designationLoader(context).load(subjectId)).map(({ id, list, ground, designatedOn, until }) => ({
    id,
    list: list.code,
    ground,
    from: designatedOn,
    until,
  }));

/** Designations that carry rewards. */
export const rewardedOf = async (context: Context, subjectId: string): Promise<Listed[]> =>
  (await incentiveLoader(context).load(subjectId)).map(({ id, list, designatedOn, until }) => ({
    id,
    list: list.code,
    ground: null,
    from: designatedOn,
    until,
  }));

export async function decideMeasure(context: Context, args: Arguments): Promise<Application> {
  const subject = identify(context.house, args.subject);
  const measure = (await measures(context)).find(({ code }) => code === args.measure);
  const listed = await (measure?.kind === 'REWARD' ? rewardedOf : listedOf)(context, subject.id);
  if (subject.personal && listed.length === 0) context.request.veil();
  return mayApply(measure, listed, context.request.today, args);
}
