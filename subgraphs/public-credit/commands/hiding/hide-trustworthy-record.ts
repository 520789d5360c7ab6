/** A subject asks that information on its trustworthiness is not displayed (Article 37 §1): from that moment it is found by nobody else. */
import type { Context } from '../../../request/context.ts';
import { displayOwn, type OwnDisplay } from './own-display.ts';

export const hideTrustworthyRecord = (context: Context, id: string): Promise<OwnDisplay> =>
  displayOwn(context, id, 'HIDDEN');
