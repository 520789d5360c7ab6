/** Agreements on conditional opening, Article 23 (2). */
import { badInput, conflict, notFound } from '../../../schema/errors.ts';
import type { Context } from '../../context.ts';
import { newId } from '../../request.ts';
import { AgreementEntity } from '../entities.ts';
import type { AgreementRow } from '../rows.ts';
import { checkItems, checkPurposes, checkTerm, checkUnit, checkWhole, isId } from './checks.ts';

export interface AgreementInput {
  readonly party: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly dailyQuota: number;
}

export async function concludeAgreement(context: Context, input: AgreementInput): Promise<AgreementRow> {
  const { directory } = context.reading;
  checkUnit(directory, input.party, ['PARTY']);
  checkItems(directory, input.items);
  checkPurposes(directory, input.purposes);
  checkTerm(input.validFrom, input.validUntil);
  checkWhole('dailyQuota', input.dailyQuota, 1);
  for (const code of input.items)
    if (directory.items.get(code)?.openness === 'SELF_ONLY')
      throw badInput(
        'ITEM_NOT_OPEN',
        `${code} is open to the subject alone.`,
        'An agreement covers items of the tier AGREEMENT.',
        '23',
      );
  const row = {
    id: newId(),
    ...input,
    items: [...new Set(input.items)],
    purposes: [...new Set(input.purposes)],
    concludedAt: context.house.now(),
    endedAt: null,
    endReason: null,
  };
  await context.request.write('credit_control', async (em) => {
    em.create(AgreementEntity, row);
    await em.flush();
  });
  context.reading = await context.request.reading();
  return row;
}

export async function endAgreement(context: Context, id: string, reason: string): Promise<AgreementRow> {
  if (reason.trim() === '') throw badInput('REASON', 'The reason is empty.', 'Say why the agreement ends.');
  if (!isId(id)) throw notFound('agreement');
  const row = await context.request.write('credit_control', async (em) => {
    const agreement = await em.findOne(AgreementEntity, { id: String(id) });
    if (agreement === null) throw notFound('agreement');
    if (agreement.endedAt) throw conflict('ENDED', 'The agreement has ended already.', 'Nothing is left to do.');
    agreement.endedAt = context.house.now();
    agreement.endReason = reason.trim();
    await em.flush();
    return { ...agreement, endedAt: agreement.endedAt };
  });
  context.reading = await context.request.reading();
  return row;
}
