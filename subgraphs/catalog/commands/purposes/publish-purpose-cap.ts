/** Publishes limits on authorizations (Articles 7, 36 (1) and 52). A published rule is never changed. */
import type { EntityManager } from '@mikro-orm/sql';
import { badInput } from '../../../../schema/errors.ts';
import type { Cap } from '../../../../schema/law/asking/purpose-caps.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { capMessages } from '../../../../schema/messages/acts/catalog.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import type { Context } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import { newId } from '../../../request/request.ts';
import { PurposeCapEntity } from '../../entities.ts';
import { checkItems, checkPurposes, checkUnit, checkWhole } from '../checks.ts';
import { referenceOf } from '../units/unit-checks.ts';

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
    if (!isDate(date)) throw badInput('DATE', inputMessages.aDate);
  if (publication.reference.trim() === '' || publication.publishedOn > today)
    throw badInput('NOT_PUBLISHED', capMessages.ruleNotPublished, '7');
  if (effectiveFrom < publication.publishedOn)
    throw badInput('RETROACTIVE', capMessages.ruleRetroactive(effectiveFrom, publication.publishedOn), '7');
}

/** The limit that the input publishes. Throws BAD_USER_INPUT with what is wrong. */
export function checkedCap(directory: Directory, input: PurposeCapInput): Cap {
  checkPurposes(directory, [input.purpose]);
  if (directory.purposes.get(input.purpose)?.authorizationMaximumMonths === null)
    throw badInput('PURPOSE_NOT_AUTHORIZABLE', capMessages.restsOnDuty(input.purpose), '22');
  if (typeof input.item === 'string') checkItems(directory, [input.item]);
  if (typeof input.party === 'string') checkUnit(directory, input.party, ['PARTY']);
  checkWhole('maximumMonths', input.maximumMonths, 1);
  if (typeof input.maximumUses === 'number') checkWhole('maximumUses', input.maximumUses, 1);
  checkPublication(input, directory.today);
  return {
    purpose: input.purpose,
    item: input.item ?? null,
    party: input.party ?? null,
    maximumMonths: input.maximumMonths,
    maximumUses: input.maximumUses ?? null,
    effectiveFrom: input.effectiveFrom,
    publicationReference: referenceOf('publication.reference', input.publication.reference),
    article: '36',
  };
}

/** Stores a checked limit. */
export async function storeCap(em: EntityManager, cap: Cap, publishedOn: string): Promise<void> {
  em.create(PurposeCapEntity, { id: newId(), ...cap, publishedOn });
  await em.flush();
}

export async function publishPurposeCap(context: Context, input: PurposeCapInput): Promise<Cap> {
  const cap = checkedCap(context.snapshot.directory, input);
  await context.request.write('control', (em) => storeCap(em, cap, input.publication.publishedOn));
  context.snapshot = await context.request.snapshot();
  return cap;
}
