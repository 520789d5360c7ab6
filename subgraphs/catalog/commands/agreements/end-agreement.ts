/** Ends an agreement for good, with a reason (Article 23 (2)). */
import type { Context } from '../../../request/context.ts';
import type { AgreementRow } from '../../rows.ts';
import { moveAgreement } from './agreement-states.ts';

export const endAgreement = (context: Context, id: string, reason: string): Promise<AgreementRow> =>
  moveAgreement(context, 'END', id, reason);
