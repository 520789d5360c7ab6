/** Stores a signed agreement: in force from its first day (Article 23 (2)). */
import type { Context } from '../../../request/context.ts';
import type { AgreementRow } from '../../rows.ts';
import { type AgreementInput, newAgreement } from './agreement-states.ts';

export const concludeAgreement = (context: Context, input: AgreementInput): Promise<AgreementRow> =>
  newAgreement(context, input, 'IN_FORCE');
