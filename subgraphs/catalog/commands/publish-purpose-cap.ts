/** Publishes limits on authorizations (Articles 7, 36 (1) and 52). A published rule is never changed. */
import { badInput } from '../../../schema/errors.ts';
import type { Cap } from '../../../schema/law/asking/purpose-caps.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import type { Context } from '../../request/context.ts';
import { newId } from '../../request/request.ts';
import { PurposeCapEntity } from '../entities.ts';
import { checkItems, checkPurposes, checkUnit, checkWhole } from './checks.ts';

export interface PurposeCapInput {
  readonly purpose: string;
  readonly item?: string | null | undefined;
  readonly party?: string | null | undefined;
  readonly maximumMonths: number;
  readonly maximumUses?: number | null | undefined;
  readonly effectiveFrom: string;
  readonly publication: { readonly reference: string; readonly publishedOn: string };
}

function checkPublication({ effectiveFrom, publication }: PurposeCapInput, today: string): void {
  for (const date of [effectiveFrom, publication.publishedOn])
    if (!isDate(date)) throw badInput('DATE', 'A date is not of the form YYYY-MM-DD.', 'Send calendar dates.');
  if (publication.reference.trim() === '' || publication.publishedOn > today)
    throw badInput(
      'NOT_PUBLISHED',
      'The rule has not been published: a reference and a date up to today are needed.',
      'Publish it first; nothing unpublished takes effect.',
      '7',
    );
  if (effectiveFrom < publication.publishedOn)
    throw badInput(
      'RETROACTIVE',
      `The rule would hold from ${effectiveFrom}, before it was published on ${publication.publishedOn}.`,
      'Send effectiveFrom on or after the publication.',
      '7',
    );
}

export async function publishPurposeCap(context: Context, input: PurposeCapInput): Promise<Cap> {
  const { directory } = context.snapshot;
  checkPurposes(directory, [input.purpose]);
  if (directory.purposes.get(input.purpose)?.authorizationMaximumMonths === null)
    throw badInput(
      'PURPOSE_NOT_AUTHORIZABLE',
      `${input.purpose} rests on a duty; nobody authorizes it.`,
      'Name a purpose of parties.',
      '22',
    );
  if (typeof input.item === 'string') checkItems(directory, [input.item]);
  if (typeof input.party === 'string') checkUnit(directory, input.party, ['PARTY']);
  checkWhole('maximumMonths', input.maximumMonths, 1);
  if (typeof input.maximumUses === 'number') checkWhole('maximumUses', input.maximumUses, 1);
  checkPublication(input, context.request.today);
  const cap: Cap = {
    purpose: input.purpose,
    item: input.item ?? null,
    party: input.party ?? null,
    maximumMonths: input.maximumMonths,
    maximumUses: input.maximumUses ?? null,
    effectiveFrom: input.effectiveFrom,
    publicationReference: input.publication.reference.trim(),
    article: '36',
  };
  await context.request.write('control', async (em) => {
    em.create(PurposeCapEntity, { id: newId(), ...cap, publishedOn: input.publication.publishedOn });
    await em.flush();
  });
  context.snapshot = await context.request.snapshot();
  return cap;
}
