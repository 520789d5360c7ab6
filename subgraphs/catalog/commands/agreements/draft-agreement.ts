/** Stores an agreement that is not signed yet: it opens nothing (Article 23 (2)). */
import type { Context } from '../../../request/context.ts';
import type { AgreementRow } from '../../rows.ts';
import { type AgreementInput, newAgreement } from './agreement-states.ts';

export const draftAgreement = (context: Context, input: AgreementInput): Promise<AgreementRow> =>
  newAgreement(context, input, 'DRAFT');
