/** Publishes catalog items (Articles 7 and 18): a complete one is published, an incomplete one is refused with all that is missing. */
import { badInput, conflict, repeated } from '../../../schema/errors.ts';
import { termOn } from '../../../schema/law/articles/terms.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { type CatalogCategory, OPENNESS, RECORD_TYPES, type RecordType } from '../../../schema/law/facts.ts';
import type { Context } from '../../request/context.ts';
import type { Item } from '../../request/directory.ts';
import { ItemEntity } from '../entities.ts';
import type { CatalogItemInput } from '../types.generated.ts';

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
  ['displayPeriod', 'display period'],
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

const refuse = (reason: string, message: string, help: string): never => {
  throw badInput(reason, message, help, '18');
};

function checkComplete(input: CatalogItemInput): void {
  const missing = REQUIRED.filter(([field]) => absent(input[field])).map(([field, what]) => `${field} (${what})`);
  if (input.information !== 'NON_PUBLIC' && absent(input.category))
    missing.push('category (one of the ten of Article 18)');
  if (absent(input.publication) || absent(input.publication?.reference))
    missing.push('publication (reference and date, Article 7)');
  if (missing.length > 0)
    refuse(
      'INCOMPLETE',
      `The item is incomplete: ${missing.join(', ')}.`,
      'Send every attribute that Article 18 asks for.',
    );
}

function checkSound(context: Context, input: CatalogItemInput): void {
  const { directory } = context.snapshot;
  const { today } = context.request;
  const dates = [input.effectiveFrom, input.effectiveUntil, input.publication?.publishedOn];
  for (const date of dates)
    if (typeof date === 'string' && !isDate(date))
      refuse('DATE', `${repeated(date)} is not a date.`, 'Send YYYY-MM-DD.');
  const publishedOn = input.publication?.publishedOn ?? '';
  if (publishedOn > today)
    refuse(
      'NOT_PUBLISHED',
      `The item is published on ${publishedOn} only; what is not published takes no effect (Article 7).`,
      'Publish first.',
    );
  if ((input.effectiveFrom ?? '') < publishedOn)
    refuse(
      'NOT_PUBLISHED',
      'The item would be in force before its publication (Article 7).',
      'Send effectiveFrom on or after publishedOn.',
    );
  if (!/^[A-Z0-9][A-Z0-9-]{1,63}$/.test(input.code))
    refuse('CODE', 'The code is no code.', 'Use 2 to 64 capitals, digits and hyphens.');
  if (absent(input.edition) || input.edition.length > 64)
    refuse('EDITION', 'The edition is empty or too long.', 'Name the edition, such as 2026-2.');
  if (input.simplifiedProcedure === true)
    refuse(
      'SIMPLIFIED_PROCEDURE',
      'Penalties by simplified procedure do not enter the catalog (Article 18, last paragraph).',
      'Leave them out.',
    );
  const unit = directory.units.get(input.providingUnit ?? '');
  if (unit === undefined) refuse('UNIT_UNKNOWN', 'The providing unit is not known.', 'Check the code of the unit.');
  const months = input.displayPeriod;
  const { minimumMonths, maximumMonths } = {
    minimumMonths: months?.minimumMonths ?? null,
    maximumMonths: months?.maximumMonths ?? null,
  };
  if ((minimumMonths ?? 0) < 0 || (maximumMonths !== null && maximumMonths < (minimumMonths ?? 0)))
    refuse(
      'DISPLAY_PERIOD',
      'The longest display is shorter than the shortest.',
      'Send maximumMonths of at least minimumMonths.',
    );
  if (input.nature === 'UNTRUSTWORTHY' && maximumMonths === null)
    refuse(
      'DISPLAY_PERIOD',
      'Information on untrustworthiness has a display period that ends (Article 37).',
      'Send maximumMonths.',
    );
  const longest = termOn('display.serious.maximum', input.effectiveFrom ?? directory.today);
  if (input.nature === 'UNTRUSTWORTHY' && longest !== undefined && (maximumMonths ?? 0) > longest.value)
    refuse(
      'DISPLAY_PERIOD',
      `Information on untrustworthiness is displayed for ${longest.value} months at most (Article 37; ${longest.source}).`,
      `Send maximumMonths of ${longest.value} or less.`,
    );
  if (input.recordType === 'AssessmentRecord' && input.subjectKinds?.includes('NATURAL_PERSON'))
    refuse('ASSESSMENT', 'Natural persons are not assessed (Articles 47 and 48).', 'Name kinds of organizations.');
  if ((input.updateWithinWorkingDays ?? 0) < 1)
    refuse('UPDATE_TIME', 'The update time is less than a working day.', 'Send 1 or more.');
  const names = new Set<string>();
  for (const { name, openness } of input.elements ?? []) {
    if (names.has(name))
      refuse('ELEMENT_TWICE', `The element ${repeated(name)} is named twice.`, 'Name each element once.');
    names.add(name);
    if (OPENNESS.indexOf(openness) < OPENNESS.indexOf(input.openness ?? 'SELF_ONLY'))
      refuse(
        'ELEMENT_WIDER',
        `The element ${repeated(name)} would be wider open than its item.`,
        'An element is as open as its item or narrower.',
      );
  }
}

function recordType(input: CatalogItemInput): RecordType {
  const named = input.recordType;
  if (named === null || named === undefined) return input.category ? RECORD_TYPE_OF[input.category] : 'OtherRecord';
  const type = RECORD_TYPES.find((known) => known === named);
  if (type === undefined)
    throw badInput(
      'RECORD_TYPE',
      `${repeated(named)} is no type of record.`,
      `Types: ${RECORD_TYPES.join(', ')}.`,
      '18',
    );
  return type;
}

const present = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('An attribute that was checked is missing.');
  return value;
};

export async function publishCatalogItem(context: Context, input: CatalogItemInput): Promise<Item> {
  checkComplete(input);
  checkSound(context, input);
  if (context.snapshot.directory.editions.some((item) => item.code === input.code && item.edition === input.edition))
    throw conflict(
      'EDITION_PUBLISHED',
      `Edition ${repeated(input.edition)} of ${repeated(input.code)} is published and never changes.`,
      'Publish the next edition.',
    );
  const publication = present(input.publication);
  const item: Item = {
    code: input.code,
    edition: input.edition,
    information: input.information ?? 'PUBLIC',
    category: input.category ?? null,
    name: present(input.name),
    nameEn: present(input.nameEn),
    conduct: present(input.conduct),
    nature: present(input.nature),
    recordType: recordType(input),
    subjectKinds: present(input.subjectKinds),
    providingUnit: present(input.providingUnit),
    dataSource: present(input.dataSource),
    sharing: present(input.sharing),
    openness: present(input.openness),
    displayMinimumMonths: input.displayPeriod?.minimumMonths ?? null,
    displayMaximumMonths: input.displayPeriod?.maximumMonths ?? null,
    updateWithinWorkingDays: present(input.updateWithinWorkingDays),
    legalBasis: present(input.legalBasis),
    displayRequiredBy: input.displayRequiredBy ?? null,
    publicationReference: publication.reference,
    publishedOn: publication.publishedOn,
    effectiveFrom: present(input.effectiveFrom),
    effectiveUntil: input.effectiveUntil ?? null,
    elements: present(input.elements).map((element) => ({ ...element, personal: element.personal ?? null })),
  };
  await context.request.write('control', async (em) => {
    em.create(ItemEntity, { ...item, subjectKinds: [...item.subjectKinds] });
    await em.flush();
  });
  context.snapshot = await context.request.snapshot();
  return item;
}
