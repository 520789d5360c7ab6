/** Publishes catalog items (Articles 7 and 18): a complete one is published, an incomplete one is refused with all that is missing. */
import type { EntityManager } from '@mikro-orm/sql';
import { badInput, conflict, repeated } from '../../../schema/errors.ts';
import { hasEnded } from '../../../schema/law/asking/unit-roles.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { type CatalogCategory, OPENNESS, RECORD_TYPES, type RecordType } from '../../../schema/law/facts.ts';
import { displayEditionOn, periodOf } from '../../../schema/law/records/display-periods.ts';
import { itemMessages } from '../../../schema/messages/acts/catalog.ts';
import { providerMessages } from '../../../schema/messages/acts/providers.ts';
import { periodMessages } from '../../../schema/messages/acts/rights/periods.ts';
import type { Said } from '../../../schema/messages/said.ts';
import type { Context } from '../../request/context.ts';
import type { Directory, Item } from '../../request/directory.ts';
import { ItemEntity } from '../entities.ts';
import type { CatalogItemInput } from '../types.generated.ts';
import { providersOf } from './item-providers.ts';
import { holdUnits, nameOf, referenceOf } from './units/unit-checks.ts';

const RECORD_TYPE_OF: Readonly<Record<CatalogCategory, RecordType>> = {
  REGISTRATION: 'Registration',
  COMMENDATION: 'Commendation',
  PLEDGE: 'PledgeRecord',
  ADMINISTRATIVE_MANAGEMENT: 'AdministrativeAct',
  PUBLIC_SERVICE: 'PublicServiceRecord',
  LEGAL_DOCUMENT: 'LegalDocument',
  ARREARS: 'Arrears',
  UNPERFORMED_OBLIGATION: 'UnperformedObligation',
  DECEPTIVE_CONDUCT: 'DeceptiveConduct',
  OTHER: 'OtherRecord',
};

/** Attributes that Article 18 requires, in its order: the field of the input, and its name in the error. */
const REQUIRED: readonly (readonly [keyof CatalogItemInput, string])[] = [
  ['name', 'name'],
  ['nameEn', 'English name'],
  ['conduct', 'specific conduct'],
  ['providingUnit', 'providing unit'],
  ['dataSource', 'data source'],
  ['nature', 'character'],
  ['sharing', 'sharing attribute'],
  ['openness', 'openness attribute'],
  ['updateWithinWorkingDays', 'update time'],
  ['legalBasis', 'legal basis'],
  ['elements', 'data elements'],
  ['subjectKinds', 'kinds of subject'],
  ['effectiveFrom', 'first day in force'],
];

const absent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const refuse = (reason: string, said: Said): never => {
  throw badInput(reason, said, '18');
};

function checkComplete(input: CatalogItemInput): void {
  const missing = REQUIRED.filter(([field]) => absent(input[field])).map(([field, what]) => `${field} (${what})`);
  if (absent(input.displayPeriod) && absent(input.displayClass))
    missing.push('displayPeriod (display period) or displayClass');
  if (input.information !== 'NON_PUBLIC' && absent(input.category))
    missing.push('category (one of the ten of Article 18)');
  if (absent(input.publication) || absent(input.publication?.reference))
    missing.push('publication (reference and date, Article 7)');
  if (missing.length > 0) refuse('INCOMPLETE', itemMessages.incomplete(missing));
}

function checkSound(directory: Directory, input: CatalogItemInput): void {
  const { today } = directory;
  const dates = [input.effectiveFrom, input.effectiveUntil, input.publication?.publishedOn];
  for (const date of dates)
    if (typeof date === 'string' && !isDate(date)) refuse('DATE', itemMessages.noDate(repeated(date)));
  const publishedOn = input.publication?.publishedOn ?? '';
  if (publishedOn > today) refuse('NOT_PUBLISHED', itemMessages.publishedLater(publishedOn));
  if ((input.effectiveFrom ?? '') < publishedOn) refuse('NOT_PUBLISHED', itemMessages.beforePublication);
  if (!/^[A-Z0-9][A-Z0-9-]{1,63}$/.test(input.code)) refuse('CODE', itemMessages.code);
  if (absent(input.edition) || input.edition.length > 64) refuse('EDITION', itemMessages.edition);
  if (input.simplifiedProcedure === true) refuse('SIMPLIFIED_PROCEDURE', itemMessages.simplifiedProcedure);
  const unit = directory.units.get(input.providingUnit ?? '');
  if (unit === undefined) refuse('UNIT_UNKNOWN', itemMessages.providingUnit);
  if (unit !== undefined && hasEnded(unit, today))
    throw badInput('UNIT_ENDED', providerMessages.unitEnded(unit.code), '21');
  checkDisplay(directory, input);
  if (input.recordType === 'AssessmentRecord' && input.subjectKinds?.includes('NATURAL_PERSON'))
    refuse('ASSESSMENT', itemMessages.assessment);
  if ((input.updateWithinWorkingDays ?? 0) < 1) refuse('UPDATE_TIME', itemMessages.updateTime);
  const names = new Set<string>();
  for (const { name, openness } of input.elements ?? []) {
    if (names.has(name)) refuse('ELEMENT_TWICE', itemMessages.elementTwice(repeated(name)));
    names.add(name);
    if (OPENNESS.indexOf(openness) < OPENNESS.indexOf(input.openness ?? 'SELF_ONLY'))
      refuse('ELEMENT_WIDER', itemMessages.elementWider(repeated(name)));
  }
}

/** How long it is displayed: by the table of periods, or by months of its own, which are no longer than those of the gravest class. */
function checkDisplay({ displayEditions, today }: Directory, input: CatalogItemInput): void {
  const months = input.displayPeriod;
  const table = displayEditionOn(displayEditions, input.effectiveFrom ?? today);
  if (input.displayClass != null) {
    if (months?.minimumMonths != null || months?.maximumMonths != null) refuse('DISPLAY_PERIOD', periodMessages.both);
    if (input.nature !== 'UNTRUSTWORTHY') refuse('DISPLAY_PERIOD', periodMessages.classOfOthers);
    if (table === undefined) refuse('DISPLAY_PERIOD', periodMessages.noTable);
    return;
  }
  const { minimumMonths, maximumMonths } = {
    minimumMonths: months?.minimumMonths ?? null,
    maximumMonths: months?.maximumMonths ?? null,
  };
  if ((minimumMonths ?? 0) < 0 || (maximumMonths !== null && maximumMonths < (minimumMonths ?? 0)))
    refuse('DISPLAY_PERIOD', itemMessages.displayOrder);
  if (input.nature === 'UNTRUSTWORTHY' && maximumMonths === null) refuse('DISPLAY_PERIOD', itemMessages.displayEnds);
  const longest = table === undefined ? undefined : periodOf(table, 'SERIOUS', input.effectiveFrom ?? today);
  if (input.nature === 'UNTRUSTWORTHY' && longest !== undefined && (maximumMonths ?? 0) > longest.maximumMonths)
    refuse('DISPLAY_PERIOD', itemMessages.displayTooLong(longest.maximumMonths, longest.citation));
}

function recordType(input: CatalogItemInput): RecordType {
  const named = input.recordType;
  if (named === null || named === undefined) return input.category ? RECORD_TYPE_OF[input.category] : 'OtherRecord';
  const type = RECORD_TYPES.find((known) => known === named);
  if (type === undefined) throw badInput('RECORD_TYPE', itemMessages.recordType(repeated(named), RECORD_TYPES), '18');
  return type;
}

const present = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('An attribute that was checked is missing.');
  return value;
};

/** Its own months. Beside a class stand those of the day, for code that knows no classes. */
function monthsBeside(
  { displayEditions }: Directory,
  { displayClass, displayPeriod, effectiveFrom }: CatalogItemInput,
) {
  const day = effectiveFrom ?? '';
  const table = displayClass == null ? undefined : displayEditionOn(displayEditions, day);
  const row = table === undefined || displayClass == null ? displayPeriod : periodOf(table, displayClass, day);
  return { displayMinimumMonths: row?.minimumMonths ?? null, displayMaximumMonths: row?.maximumMonths ?? null };
}

/** The edition that the input publishes, in a directory that does not hold it yet. Throws BAD_USER_INPUT or CONFLICT with what is wrong. */
export function checkedItem(directory: Directory, input: CatalogItemInput): Item {
  checkComplete(input);
  checkSound(directory, input);
  if (directory.editions.some((item) => item.code === input.code && item.edition === input.edition))
    throw conflict('EDITION_PUBLISHED', itemMessages.editionPublished(repeated(input.edition), repeated(input.code)));
  const publication = present(input.publication);
  return {
    code: input.code,
    edition: input.edition,
    information: input.information ?? 'PUBLIC',
    category: input.category ?? null,
    name: nameOf('name', present(input.name)),
    nameEn: nameOf('nameEn', present(input.nameEn)),
    conduct: present(input.conduct),
    nature: present(input.nature),
    recordType: recordType(input),
    subjectKinds: present(input.subjectKinds),
    providingUnit: present(input.providingUnit),
    ...providersOf(directory, input),
    dataSource: present(input.dataSource),
    sharing: present(input.sharing),
    openness: present(input.openness),
    displayClass: input.displayClass ?? null,
    ...monthsBeside(directory, input),
    updateWithinWorkingDays: present(input.updateWithinWorkingDays),
    legalBasis: present(input.legalBasis),
    displayRequiredBy: input.displayRequiredBy ?? null,
    publicationReference: referenceOf('publication.reference', publication.reference),
    publishedOn: publication.publishedOn,
    effectiveFrom: present(input.effectiveFrom),
    effectiveUntil: input.effectiveUntil ?? null,
    elements: present(input.elements).map((element) => ({ ...element, personal: element.personal ?? null })),
  };
}

/** Stores a checked edition. */
export async function storeItem(em: EntityManager, item: Item): Promise<void> {
  await holdUnits(em, [item.providingUnit, ...item.providerUnits]);
  em.create(ItemEntity, { ...item, subjectKinds: [...item.subjectKinds], providerUnits: [...item.providerUnits] });
  await em.flush();
}

export async function publishCatalogItem(context: Context, input: CatalogItemInput): Promise<Item> {
  const item = checkedItem(context.snapshot.directory, input);
  await context.request.write('control', (em) => storeItem(em, item));
  context.snapshot = await context.request.snapshot();
  return item;
}
