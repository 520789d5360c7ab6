/** Publishes the method by which enterprises are assessed (Articles 47 and 48). */
import { badInput, conflict } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { type AssessmentLevel, methodFault } from '../../../../schema/law/matter/assessments.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { assessmentMessages, METHOD_FAULTS } from '../../../../schema/messages/acts/public-credit.ts';
import type { Context } from '../../../request/context.ts';
import { redactAlone } from '../../../texts/alone.ts';
import type { MethodRow } from '../../rows.ts';
import { storeMethod } from './assessments.ts';

export interface MethodInput {
  readonly edition: string;
  readonly basis: string;
  readonly levels: readonly AssessmentLevel[];
  readonly effectiveFrom: string;
  readonly publication: { readonly reference: string; readonly publishedOn: string };
}

/** The mutation: publishes a method. It is never changed afterwards (Articles 7 and 48). */
export async function publishAssessmentMethod(context: Context, input: MethodInput): Promise<MethodRow> {
  const { today } = context.request;
  const { publication, effectiveFrom, levels } = input;
  for (const [name, text] of Object.entries({ edition: input.edition, basis: input.basis }))
    if (text.trim() === '' || text.length > 1_000)
      throw badInput('PART_MISSING', assessmentMessages.partMissing(name), '47');
  if (!isDate(publication.publishedOn) || !isDate(effectiveFrom)) throw badInput('DATE', inputMessages.aDate);
  if (publication.reference.trim() === '' || publication.publishedOn > today)
    throw badInput('NOT_PUBLISHED', inputMessages.notPublished, '7');
  if (effectiveFrom < publication.publishedOn) throw badInput('RETROACTIVE', assessmentMessages.retroactive, '7');
  // An edition is named by who delivers, so that it cannot stand masked.
  if (redactAlone(input.edition, 'NUMBER') !== input.edition)
    throw badInput('PERSONAL', assessmentMessages.editionPersonal, '23');
  const fault = methodFault(levels);
  if (fault !== null) throw badInput('LEVELS', METHOD_FAULTS[fault], '48');
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
  if (!written) throw conflict('EDITION_PUBLISHED', assessmentMessages.editionPublished);
  return row;
}
