/** Publishes an edition of the table of display periods (Article 37 §2), and moves what it moves. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, repeated } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import {
  broughtBack,
  DISPLAY_CLASSES,
  type DisplayEdition,
  type DisplayPeriod,
  FIRST_DECISION,
} from '../../../../schema/law/records/display-periods.ts';
import { periodMessages } from '../../../../schema/messages/acts/rights/periods.ts';
import { endDisplays } from '../../../clocks/end-of-display.ts';
import { moveDisplays } from '../../../clocks/move-displays.ts';
import { inSlices } from '../../../clocks/slices.ts';
import type { Context } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import type { DisplayPeriodsInput } from '../../types.generated.ts';
import { referenceOf } from '../units/unit-checks.ts';

const EDITION_MAX = 64;
const CITATION_MAX = 500;
const MONTHS_MAX = 600;

function citationOf(sent: string): string {
  const citation = sent.normalize('NFC').trim();
  if (citation === '' || citation.length > CITATION_MAX) throw badInput('CITATION', periodMessages.citation, '37');
  return citation;
}

function rowOf(row: DisplayPeriodsInput['periods'][number]): DisplayPeriod {
  const { displayClass, decidedFrom, maximumMonths } = row;
  const minimumMonths = row.minimumMonths ?? null;
  if (!isDate(decidedFrom)) throw badInput('DATE', periodMessages.date(repeated(decidedFrom)), '37');
  if (maximumMonths == null || maximumMonths < 0 || maximumMonths > MONTHS_MAX)
    throw badInput('DISPLAY_PERIOD', periodMessages.maximum(displayClass, MONTHS_MAX), '37');
  if (minimumMonths !== null && (minimumMonths < 0 || minimumMonths > maximumMonths))
    throw badInput('DISPLAY_PERIOD', periodMessages.minimum(displayClass), '37');
  return { displayClass, decidedFrom, minimumMonths, maximumMonths, citation: citationOf(row.citation) };
}

/** In the order of classes, and of dates within a class. */
function rowsOf(input: DisplayPeriodsInput): readonly DisplayPeriod[] {
  const rows = input.periods.map(rowOf);
  return DISPLAY_CLASSES.flatMap((displayClass) => {
    const own = rows.filter((row) => row.displayClass === displayClass);
    const [first] = own;
    if (first === undefined || own.every(({ decidedFrom }) => decidedFrom > FIRST_DECISION))
      throw badInput('DISPLAY_GAP', periodMessages.gap(displayClass, FIRST_DECISION), '37');
    own.forEach(({ decidedFrom }, at) => {
      if (at > 0 && decidedFrom <= (own[at - 1]?.decidedFrom ?? ''))
        throw badInput('DISPLAY_ORDER', periodMessages.disorder(displayClass, decidedFrom), '37');
    });
    return own;
  });
}

/**
 * The edition that the input publishes. Throws BAD_USER_INPUT or CONFLICT with what is wrong. `mayBePast`: in the first file of a province, whose editions
 * were published before.
 */
export function checkedPeriods(directory: Directory, input: DisplayPeriodsInput, mayBePast = false): DisplayEdition {
  const { displayEditions, today } = directory;
  const edition = input.edition.normalize('NFC').trim();
  if (edition === '' || edition.length > EDITION_MAX) throw badInput('EDITION', periodMessages.edition, '37');
  if (displayEditions.some((one) => one.edition === edition))
    throw conflict('EDITION_PUBLISHED', periodMessages.editionPublished(repeated(edition)));
  const { effectiveFrom } = input;
  if (!isDate(effectiveFrom)) throw badInput('DATE', periodMessages.date(repeated(effectiveFrom)), '37');
  if (effectiveFrom < today && !mayBePast)
    throw badInput('RETROACTIVE', periodMessages.past(effectiveFrom, today), '37');
  const newest = displayEditions.at(-1);
  if (newest !== undefined && effectiveFrom <= newest.effectiveFrom)
    throw badInput('DISPLAY_ORDER', periodMessages.order(effectiveFrom, newest.effectiveFrom), '37');
  const next = {
    edition,
    citation: citationOf(input.citation),
    publicationReference: referenceOf('publicationReference', input.publicationReference),
    effectiveFrom,
    periods: rowsOf(input),
  };
  const back = newest === undefined ? undefined : broughtBack(newest, next);
  if (back !== undefined)
    throw badInput(
      'BRINGS_BACK',
      periodMessages.broughtBack(back.displayClass, back.decidedOn, back.endedOn, back.wouldEnd),
      '37',
    );
  return next;
}

/** Stores a checked edition. Throws CONFLICT where another one was published since it was checked. */
export async function storePeriods(
  em: EntityManager,
  { displayEditions, today }: Pick<Directory, 'displayEditions' | 'today'>,
  next: DisplayEdition,
): Promise<void> {
  const db = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtext('credit-gateway display periods'))`.execute(db);
  const { rows } = await sql<{
    edition: string;
  }>`select edition from control.display_period order by effective_from desc limit 1`.execute(db);
  if (rows[0]?.edition !== displayEditions.at(-1)?.edition)
    throw conflict('EDITION_PUBLISHED', periodMessages.overtaken);
  await sql`insert into control.display_period (edition, citation, publication_reference, published_on, effective_from, periods)
    values (${next.edition}, ${next.citation}, ${next.publicationReference}, ${today}::date, ${next.effectiveFrom}::date,
      ${JSON.stringify(next.periods)}::jsonb)`.execute(db);
}

/** What is left where another server has its turn, this one is ended, or no job may run here, the run of due things does (DUE_EVERY_MS). */
export async function publishDisplayPeriods(context: Context, input: DisplayPeriodsInput): Promise<DisplayEdition> {
  const { request, platform } = context;
  const { directory } = context.snapshot;
  const next = checkedPeriods(directory, input);
  await request.write('control', (em) => storePeriods(em, directory, next));
  if (platform.runsJobs) {
    const turns = inSlices(request, platform.now);
    await moveDisplays(turns);
    await endDisplays(turns);
  }
  context.snapshot = await request.snapshot();
  return next;
}
