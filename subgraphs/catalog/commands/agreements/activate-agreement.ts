/** Puts a signed draft in force (Article 23 (2)). */
import type { Context } from '../../../request/context.ts';
import type { AgreementRow } from '../../rows.ts';
import { moveAgreement } from './agreement-states.ts';

export const activateAgreement = (context: Context, id: string, reason: string): Promise<AgreementRow> =>
  moveAgreement(context, 'ACTIVATE', id, reason);
