/** Publishes measures (Articles 7, 26, 30 and 31). A published edition is never changed. */
import { badInput, repeated } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import type { Activity } from '../../../../schema/law/facts.ts';
import type { Ground } from '../../../../schema/law/measures/designations.ts';
import {
  EXTENT_MAX,
  MEASURE_SCOPES,
  type MeasureKind,
  type MeasureScope,
  type MeasureSource,
  MONTHS_MAX,
  measureFault,
} from '../../../../schema/law/measures/measures.ts';
import { listMessages, MEASURE_FAULTS } from '../../../../schema/messages/acts/lists.ts';
import type { Context } from '../../../request/context.ts';
import { checkCount } from '../../check-count.ts';
import { lists } from '../../queries/lists.ts';
import type { MeasureRow } from '../../rows.ts';
import { said } from '../checks.ts';
import { checkCode, checkPublication, type Publication, writeOnce } from './editions.ts';

export interface MeasureInput {
  readonly code: string;
  readonly edition: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: MeasureKind;
  readonly scope: MeasureScope;
  readonly source: MeasureSource;
  readonly legalBasis: string;
  readonly grounds?: readonly Ground[] | null | undefined;
  readonly lists?: readonly string[] | null | undefined;
  readonly activities: readonly Activity[];
  readonly maximumMonths?: number | null | undefined;
  readonly maximumExtent?: number | null | undefined;
  readonly effectiveFrom: string;
  readonly effectiveUntil?: string | null | undefined;
  readonly publication: Publication;
}

/** Checks the last day of a measure, where it has one. */
function checkEnd(until: string | null | undefined, from: string): string | null {
  if (until == null) return null;
  if (!isDate(until) || until < from) throw badInput('DATE', listMessages.effectiveUntil);
  return until;
}

/** The measure that the input publishes, beside the published lists. Throws BAD_USER_INPUT with what is wrong. */
export function checkedMeasure(known: ReadonlySet<string>, input: MeasureInput, today: string): MeasureRow {
  checkPublication(input.publication, input.effectiveFrom, today);
  const measure = {
    code: checkCode(input.code),
    edition: said('edition', input.edition, '7'),
    name: said('name', input.name, '7'),
    nameEn: said('nameEn', input.nameEn, '7'),
    kind: input.kind,
    scope: input.scope,
    source: input.source,
    article: MEASURE_SCOPES[input.scope].clause,
    legalBasis: said('legalBasis', input.legalBasis, '30'),
    grounds: input.grounds == null || input.grounds.length === 0 ? null : [...new Set(input.grounds)],
    lists: input.lists == null || input.lists.length === 0 ? null : [...new Set(input.lists)],
    activities: [...new Set(input.activities)],
    maximumMonths: checkCount('maximumMonths', input.maximumMonths, MONTHS_MAX),
    maximumExtent: checkCount('maximumExtent', input.maximumExtent, EXTENT_MAX),
    publicationReference: input.publication.reference.trim(),
    publishedOn: input.publication.publishedOn,
    effectiveFrom: input.effectiveFrom,
    effectiveUntil: checkEnd(input.effectiveUntil, input.effectiveFrom),
  };
  const wrong = measureFault(measure);
  if (wrong !== undefined) throw badInput(`MEASURE_${wrong.fault}`, MEASURE_FAULTS[wrong.fault], wrong.article);
  if (measure.activities.length === 0) throw badInput('EMPTY', listMessages.noActivities);
  const stranger = measure.lists?.find((code) => !known.has(code));
  if (stranger !== undefined) throw badInput('LIST_NOT_PUBLISHED', listMessages.notPublished(repeated(stranger)), '30');
  return measure;
}

export async function publishMeasure(context: Context, input: MeasureInput): Promise<MeasureRow> {
  const measure = checkedMeasure(new Set((await lists(context)).keys()), input, context.request.today);
  await writeOnce(context, 'measure', [{ ...measure }]);
  return measure;
}
