/** Restoration (Article 40): from which day a subject may apply, and what is not met. */
import { addDays, addMonths } from '../clocks/calendar.ts';

export const RESTORATION_CONDITIONS = [
  'UNTRUSTWORTHY',
  'STILL_DISPLAYED',
  'EXCLUDED_BY_LAW',
  'MINIMUM_PERIOD',
  'AGAIN_FROM',
  'CORRECTED',
  'DUTIES_PERFORMED',
  'PLEDGE',
] as const;
export type RestorationCondition = (typeof RESTORATION_CONDITIONS)[number];

export type RestorationStatus = 'PENDING' | 'GRANTED' | 'REFUSED' | 'NOT_ACCEPTED' | 'WITHDRAWN' | 'LAPSED';

/** What is held, on the day. */
export interface Restorable {
  /** Null for what has no nature in the catalog of public credit information. */
  readonly nature: string | null;
  /** Day of the deciding document. */
  readonly decidedOn: string;
  /** Months for which it is displayed in any case; null where no period is set. */
  readonly minimumMonths: number | null;
  readonly displayed: boolean;
  readonly excluded: boolean;
  /** First day on which a refusal lets it be applied for again; null where none does. */
  readonly againFrom: string | null;
}

/** What the applicant alone can say. */
export interface Stated {
  readonly corrected: boolean;
  readonly dutiesPerformed: boolean;
  readonly pledged: boolean;
}

export const NOTHING_STATED: Stated = { corrected: false, dutiesPerformed: false, pledged: false };

/**
 * The day behind the minimum: a period counts from the date of the deciding document, its last day included, as the display itself does (Article 37).
 * Without a minimum it is the day of the document.
 */
export const afterMinimum = ({ decidedOn, minimumMonths }: Pick<Restorable, 'decidedOn' | 'minimumMonths'>): string =>
  minimumMonths === null || minimumMonths === 0 ? decidedOn : addDays(addMonths(decidedOn, minimumMonths), 1);

/** First day on which it may be applied for, by its own period and by what a refusal said; null for what is not restored at all. */
export function earliestDay(thing: Restorable): string | null {
  if (thing.nature !== 'UNTRUSTWORTHY' || thing.excluded) return null;
  const earliest = afterMinimum(thing);
  return thing.againFrom !== null && thing.againFrom > earliest ? thing.againFrom : earliest;
}

/** What no statement of the applicant changes, in the order in which it is told: the first that is not met makes the others idle. */
function standing(thing: Restorable, today: string): RestorationCondition[] {
  if (thing.nature !== 'UNTRUSTWORTHY') return ['UNTRUSTWORTHY'];
  if (!thing.displayed) return ['STILL_DISPLAYED'];
  if (thing.excluded) return ['EXCLUDED_BY_LAW'];
  return [
    ...(today < afterMinimum(thing) ? (['MINIMUM_PERIOD'] as const) : []),
    ...(thing.againFrom !== null && today < thing.againFrom ? (['AGAIN_FROM'] as const) : []),
  ];
}

/** What is not met on a day. What can never be met is named alone. */
export function unmetConditions(thing: Restorable, stated: Stated, today: string): RestorationCondition[] {
  const unmet = standing(thing, today);
  if (unmet.some((condition) => NEVER.has(condition))) return unmet;
  return [
    ...unmet,
    ...(stated.corrected ? [] : (['CORRECTED'] as const)),
    ...(stated.dutiesPerformed ? [] : (['DUTIES_PERFORMED'] as const)),
    ...(stated.pledged ? [] : (['PLEDGE'] as const)),
  ];
}

const NEVER: ReadonlySet<RestorationCondition> = new Set(['UNTRUSTWORTHY', 'STILL_DISPLAYED', 'EXCLUDED_BY_LAW']);

/** Conditions that are the applicant's to state: without them nothing waits for a decision, and no error is made of it. */
export const IS_STATED: ReadonlySet<RestorationCondition> = new Set(['CORRECTED', 'DUTIES_PERFORMED', 'PLEDGE']);
