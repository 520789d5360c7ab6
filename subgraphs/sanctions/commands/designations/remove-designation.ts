/** Removes a designation before its period ends (Articles 28, 35 and 38). */
import type { Context } from '../../../request/context.ts';
import { type Removed, remove } from '../removal.ts';

export const removeDesignation = (context: Context, id: string, reason: string): Promise<Removed> =>
  remove(context, 'designation', id, reason);
