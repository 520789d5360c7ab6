/** Removes a target for incentives (Article 25). */
import type { Context } from '../../../request/context.ts';
import { type Removed, remove } from '../removal.ts';

export const removeIncentive = (context: Context, id: string, reason: string): Promise<Removed> =>
  remove(context, 'incentive', id, reason);
