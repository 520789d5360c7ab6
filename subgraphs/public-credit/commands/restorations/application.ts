/** An application for restoration as commands answer it. */
import type { Context } from '../../../request/context.ts';
import type { RestorationRow } from '../../../rights/restorations/rows.ts';
import { readRestoration } from '../../queries/rights/restorations.ts';

/** As it stands after a command. */
export async function readAfter(context: Context, id: string): Promise<RestorationRow> {
  context.snapshot = await context.request.snapshot();
  const row = await readRestoration(context, id);
  if (row === null) throw new Error('An application that was written cannot be read.');
  return row;
}
