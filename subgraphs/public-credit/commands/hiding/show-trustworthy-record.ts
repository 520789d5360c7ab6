/** A subject lets what it had hidden be displayed again (Article 37 §1), unless it ended meanwhile. */
import type { Context } from '../../../request/context.ts';
import { displayOwn, type OwnDisplay } from './own-display.ts';

export const showTrustworthyRecord = (context: Context, id: string): Promise<OwnDisplay> =>
  displayOwn(context, id, 'DISPLAYED');
