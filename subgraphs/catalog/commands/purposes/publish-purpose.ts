/** Publishes purposes (Articles 7, 36 (1) and 52). A published edition is never changed: the next one holds from a later day. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, repeated } from '../../../../schema/errors.ts';
import { articleOf } from '../../../../schema/law/articles/articles.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import type { Activity } from '../../../../schema/law/facts.ts';
import { purposeMessages } from '../../../../schema/messages/acts/purposes.ts';
import type { Context } from '../../../request/context.ts';
import type { Directory, Purpose } from '../../../request/directory.ts';
import { nameOf, referenceOf, WORD_CODE } from '../units/unit-checks.ts';

export interface PurposeInput {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly activity?: Activity | null | undefined;
  readonly article: string;
  readonly publicationReference: string;
  readonly publishedOn?: string | null | undefined;
  readonly service: string;
  readonly needs?: readonly string[] | null | undefined;
  readonly effectiveFrom: string;
  readonly authorizationMaximumMonths?: number | null | undefined;
}

/** An edition before it is stored. */
export interface NewPurpose extends Purpose {
  readonly publishedOn: string;
}

const MONTHS_MAX = 1_200;
const NEEDS_MAX = 500;

/** When it was published and when it begins. What is not published takes no effect (Article 7). */
function checkDates(directory: Directory, input: PurposeInput, publishedOn: string): void {
  const { effectiveFrom } = input;
  if (!isDate(effectiveFrom)) throw badInput('DATE', purposeMessages.date('effectiveFrom'));
  if (!isDate(publishedOn)) throw badInput('DATE', purposeMessages.date('publishedOn'));
  if (input.publicationReference.trim() === '' || publishedOn > directory.today)
    throw badInput('NOT_PUBLISHED', purposeMessages.notPublished(), '7');
  if (effectiveFrom < publishedOn)
    throw badInput('RETROACTIVE', purposeMessages.retroactive(effectiveFrom, publishedOn), '7');
  const newest = directory.purposeEditions.findLast(({ code }) => code === input.code);
  // What held until today is not changed for the days that are over.
  if (newest !== undefined && (effectiveFrom <= newest.effectiveFrom || effectiveFrom < directory.today))
    throw conflict('PURPOSE_PUBLISHED', purposeMessages.edited(input.code, newest.effectiveFrom));
}

/** Whose purpose it is: a department's by its activity, a party's by the longest authorization. */
function checkWhose(directory: Directory, input: PurposeInput): void {
  const activity = input.activity ?? null;
  const months = input.authorizationMaximumMonths ?? null;
  if ((activity === null) === (months === null)) throw badInput('PURPOSE_OF', purposeMessages.whose(), '22');
  if (months !== null && (months < 1 || months > MONTHS_MAX))
    throw badInput('NUMBER', purposeMessages.months(months), '36');
  if (directory.purposeEditions.some((known) => known.code === input.code && known.activity !== activity))
    throw conflict('PURPOSE_ACTIVITY', purposeMessages.otherActivity(input.code));
}

/** Null: the subject chooses. An empty list is a purpose that nobody needs. */
function neededItems({ items }: Directory, needs: PurposeInput['needs']): readonly string[] | null {
  if (needs === null || needs === undefined) return null;
  if (needs.length === 0 || needs.length > NEEDS_MAX) throw badInput('NEEDS', purposeMessages.nobodyNeeds(), '36');
  for (const code of needs)
    if (!items.has(code)) throw badInput('ITEM_UNKNOWN', purposeMessages.itemUnknown(repeated(code)), '18');
  return [...new Set(needs)];
}

/** The edition that the input publishes. Throws BAD_USER_INPUT or CONFLICT with what is wrong. */
export function checkedPurpose(directory: Directory, input: PurposeInput): NewPurpose {
  for (const field of ['code', 'service'] as const)
    if (!WORD_CODE.test(input[field])) throw badInput('CODE', purposeMessages.code(field));
  if (articleOf(input.article) === undefined)
    throw badInput('ARTICLE', purposeMessages.article(repeated(input.article)), '7');
  const publishedOn = input.publishedOn ?? directory.today;
  checkDates(directory, input, publishedOn);
  checkWhose(directory, input);
  return {
    code: input.code,
    name: nameOf('name', input.name),
    nameEn: nameOf('nameEn', input.nameEn),
    activity: input.activity ?? null,
    article: input.article.trim(),
    publicationReference: referenceOf('publicationReference', input.publicationReference),
    publishedOn,
    service: input.service,
    needs: neededItems(directory, input.needs),
    effectiveFrom: input.effectiveFrom,
    authorizationMaximumMonths: input.authorizationMaximumMonths ?? null,
  };
}

/** Stores a checked edition. Throws CONFLICT where another one that begins on the same day came first. */
export async function storePurpose(em: EntityManager, purpose: NewPurpose): Promise<void> {
  const { rows } =
    await sql`insert into control.purpose (code, name, name_en, activity, article, authorization_maximum_months,
      effective_from, publication_reference, published_on, service, needs)
    values (${purpose.code}, ${purpose.name}, ${purpose.nameEn}, ${purpose.activity}, ${purpose.article}, ${purpose.authorizationMaximumMonths},
      ${purpose.effectiveFrom}::date, ${purpose.publicationReference}, ${purpose.publishedOn}::date, ${purpose.service},
      (select array_agg(value) from jsonb_array_elements_text(${purpose.needs === null ? null : JSON.stringify(purpose.needs)}::jsonb)))
    on conflict (code, effective_from) do nothing returning code`.execute(em.getKysely());
  if (rows.length === 0)
    throw conflict('PURPOSE_PUBLISHED', purposeMessages.edited(purpose.code, purpose.effectiveFrom));
}

export async function publishPurpose(context: Context, input: PurposeInput): Promise<Purpose> {
  const purpose = checkedPurpose(context.snapshot.directory, input);
  await context.request.write('control', (em) => storePurpose(em, purpose));
  context.snapshot = await context.request.snapshot();
  return purpose;
}
