/**
 * The dated table of display periods (Article 37 §2): for how long a decision of a class is displayed, by the day on which it was decided. An edition of
 * the table is published and never changed. What it ends earlier ends on the day before it takes effect, and what has ended stays so.
 */
import { addDays, addMonths } from '../clocks/calendar.ts';

export const DISPLAY_CLASSES = ['MINOR', 'GENERAL', 'SERIOUS'] as const;
export type DisplayClass = (typeof DISPLAY_CLASSES)[number];

/** One row of the table. */
export interface DisplayPeriod {
  readonly displayClass: DisplayClass;
  /** First deciding date that the row governs; the next row of its class ends it. */
  readonly decidedFrom: string;
  /** Months before restoration may be applied for; null where there is no such wait. */
  readonly minimumMonths: number | null;
  readonly maximumMonths: number;
  readonly citation: string;
}

export interface DisplayEdition {
  readonly edition: string;
  readonly citation: string;
  readonly publicationReference: string;
  readonly effectiveFrom: string;
  readonly periods: readonly DisplayPeriod[];
}

/** No decision is older. The first row of each class governs from here on, or earlier. */
export const FIRST_DECISION = '1949-10-01';

/** The row that governs a decision. Undefined for a class that the table does not have. */
export function periodOf(
  { periods }: Pick<DisplayEdition, 'periods'>,
  displayClass: DisplayClass,
  decidedOn: string,
): DisplayPeriod | undefined {
  const day = decidedOn < FIRST_DECISION ? FIRST_DECISION : decidedOn;
  return periods
    .filter((row) => row.displayClass === displayClass && row.decidedFrom <= day)
    .toSorted((one, other) => (one.decidedFrom < other.decidedFrom ? 1 : -1))[0];
}

/** The edition in force on a day; before the first one, that one. Editions are sorted by their first day. */
export const displayEditionOn = (editions: readonly DisplayEdition[], day: string): DisplayEdition | undefined =>
  editions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? editions[0];

/** The edition in force on a day, and those that are published to follow it. */
export const editionsFrom = (editions: readonly DisplayEdition[], day: string): readonly DisplayEdition[] => {
  const inForce = displayEditionOn(editions, day);
  return inForce === undefined ? [] : editions.slice(editions.indexOf(inForce));
};

/** End of a display over editions that follow each other, of which each is given by its first day and its months. The same stands in `control.end_over`. */
export function endOver(decidedOn: string, starts: readonly string[], months: readonly number[]): string {
  let end = addMonths(decidedOn, months[0] ?? 0);
  starts.slice(1).forEach((start, at) => {
    if (end < start) return;
    const next = addMonths(decidedOn, months[at + 1] ?? 0);
    end = next < start ? addDays(start, -1) : next;
  });
  return end;
}

/** Last day of the display of a decision, by the edition in force on a day and those that follow it. Undefined where there is no table. */
export function displayEndBy(
  editions: readonly DisplayEdition[],
  day: string,
  displayClass: DisplayClass,
  decidedOn: string,
): string | undefined {
  const chain = editionsFrom(editions, day).flatMap((edition) => {
    const row = periodOf(edition, displayClass, decidedOn);
    return row === undefined ? [] : [{ start: edition.effectiveFrom, months: row.maximumMonths }];
  });
  return chain.length === 0
    ? undefined
    : endOver(
        decidedOn,
        chain.map(({ start }) => start),
        chain.map(({ months }) => months),
      );
}

/** Deciding dates of a class for which every edition has one row: their ends are computed alike. */
export interface Span {
  readonly displayClass: DisplayClass;
  readonly from: string;
  /** Last day. */
  readonly until: string;
  readonly starts: readonly string[];
  readonly months: readonly number[];
}

const NO_FIRST_DAY = '0001-01-01';
const NO_LAST_DAY = '9999-12-31';

/** The spans of editions that follow each other. */
export const spansOf = (chain: readonly DisplayEdition[]): readonly Span[] =>
  DISPLAY_CLASSES.flatMap((displayClass) => {
    const rows = chain.flatMap(({ periods }) => periods.filter((row) => row.displayClass === displayClass));
    const later = rows.map(({ decidedFrom }) => decidedFrom).filter((day) => day > FIRST_DECISION);
    const firsts = [NO_FIRST_DAY, ...[...new Set(later)].sort()];
    return firsts.map((from, at) => {
      const next = firsts[at + 1];
      return {
        displayClass,
        from,
        until: next === undefined ? NO_LAST_DAY : addDays(next, -1),
        starts: chain.map(({ effectiveFrom }) => effectiveFrom),
        months: chain.map((edition) => periodOf(edition, displayClass, from)?.maximumMonths ?? 0),
      };
    });
  });

export interface BroughtBack {
  readonly displayClass: DisplayClass;
  readonly decidedOn: string;
  readonly endedOn: string;
  readonly wouldEnd: string;
}

/** Days of a month that a shorter one lacks: by so many the day of an end may be less than that of its decision. */
const LACKING_DAYS = 4;

/**
 * A decision whose display has ended by the table before and would not have by the next one: over all classes and deciding dates, whatever is held. The
 * later a decision, the later both ends: of each span the newest decision that has ended tells it.
 */
export function broughtBack(before: DisplayEdition, next: DisplayEdition): BroughtBack | undefined {
  const day = next.effectiveFrom;
  for (const { displayClass, from, until, months } of spansOf([before, next])) {
    const [was = 0, is = 0] = months;
    let decidedOn = addDays(addMonths(day, -was), LACKING_DAYS);
    if (decidedOn > until) decidedOn = until;
    while (decidedOn >= from && addMonths(decidedOn, was) >= day) decidedOn = addDays(decidedOn, -1);
    if (decidedOn < from) continue;
    const [endedOn, wouldEnd] = [addMonths(decidedOn, was), addMonths(decidedOn, is)];
    if (wouldEnd >= day) return { displayClass, decidedOn, endedOn, wouldEnd };
  }
  return undefined;
}
