/** Suspends an agreement: it opens nothing until it is resumed (Article 23 (2)). */
import type { Context } from '../../../request/context.ts';
import type { AgreementRow } from '../../rows.ts';
import { moveAgreement } from './agreement-states.ts';

export const suspendAgreement = (context: Context, id: string, reason: string): Promise<AgreementRow> =>
  moveAgreement(context, 'SUSPEND', id, reason);
