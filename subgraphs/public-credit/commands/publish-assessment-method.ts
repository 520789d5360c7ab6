/** Publishes the method by which enterprises are assessed (Articles 47 and 48). */
import { badInput, conflict } from '../../../schema/errors.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { type AssessmentLevel, methodFault } from '../../../schema/law/matter/assessments.ts';
import type { Context } from '../../request/context.ts';
import { redactAlone } from '../../texts/alone.ts';
import type { MethodRow } from '../rows.ts';
import { storeMethod } from './assessments.ts';

export interface MethodInput {
  readonly edition: string;
  readonly basis: string;
  readonly levels: readonly AssessmentLevel[];
  readonly effectiveFrom: string;
  readonly publication: { readonly reference: string; readonly publishedOn: string };
}

const FAULTS = {
  NO_LEVEL: 'A method has levels, and each has a name.',
  LEVEL_TWICE: 'A level is named twice.',
  ORDER: 'A better level brings a stricter class than a worse one.',
} as const;

/** The mutation: publishes a method. It is never changed afterwards (Articles 7 and 48). */
export async function publishAssessmentMethod(context: Context, input: MethodInput): Promise<MethodRow> {
  const { today } = context.request;
  const { publication, effectiveFrom, levels } = input;
  for (const [name, text] of Object.entries({ edition: input.edition, basis: input.basis }))
    if (text.trim() === '' || text.length > 1_000)
      throw badInput('PART_MISSING', `${name} is empty or too long.`, `Send ${name}.`, '47');
  if (!isDate(publication.publishedOn) || !isDate(effectiveFrom))
    throw badInput('DATE', 'A date is not of the form YYYY-MM-DD.', 'Send calendar dates.');
  if (publication.reference.trim() === '' || publication.publishedOn > today)
    throw badInput(
      'NOT_PUBLISHED',
      'It has not been published: a reference and a date up to today are needed.',
      'Publish it first; nothing unpublished takes effect.',
      '7',
    );
  if (effectiveFrom < publication.publishedOn)
    throw badInput('RETROACTIVE', 'It would hold before it was published.', 'Send a later effectiveFrom.', '7');
  // An edition is named by who delivers, so that it cannot stand masked.
  if (redactAlone(input.edition, 'NUMBER') !== input.edition)
    throw badInput('PERSONAL', 'edition holds personal information.', 'Name the edition by year and number.', '23');
  const fault = methodFault(levels);
  if (fault !== null) throw badInput('LEVELS', FAULTS[fault], 'Send levels from the best to the worst.', '48');
  const row: MethodRow = {
    edition: input.edition.trim(),
    basis: redactAlone(input.basis.trim()),
    classes: levels.map(({ level, supervision }) => ({ level: level.trim(), supervision })),
    publicationReference: redactAlone(publication.reference.trim(), 'NUMBER'),
    publishedOn: publication.publishedOn,
    effectiveFrom,
  };
  const written = await storeMethod(context.request, row);
  context.snapshot = await context.request.snapshot();
  if (!written)
    throw conflict('EDITION_PUBLISHED', 'This edition is published and never changes.', 'Publish the next edition.');
  return row;
}
