/**
 * Reward, restraint and punishment measures (Articles 26, 30, 31): whether a measure may be applied to a subject, and why not. A measure
 * that is not published has no effect. A published one may be applied only for its grounds, to its extent and within its period.
 */
import { addMonths } from '../clocks/calendar.ts';
import type { Activity } from '../facts.ts';
import type { Ground } from './designations.ts';

export const MEASURE_KINDS = ['REWARD', 'RESTRAINT', 'PUNISHMENT'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** The national basic list, or a list of this province (Article 31). */
export const MEASURE_SOURCES = ['NATIONAL', 'PROVINCIAL'] as const;
export type MeasureSource = (typeof MEASURE_SOURCES)[number];

/** Largest plausible period in months and largest plausible extent. A larger number is refused as a typing error. */
export const MONTHS_MAX = 1_200;
export const EXTENT_MAX = 1_000_000;

interface ScopeOfKind {
  readonly kind: MeasureKind;
  readonly source: MeasureSource | null;
  /** Article, paragraph and number that allow this kind. */
  readonly clause: string;
}

const scope = (kind: MeasureKind, clause: string, source: MeasureSource | null = null): ScopeOfKind => ({
  kind,
  source,
  clause,
});

/** The closed list of what measures may be: six kinds of rewards, three of restraints, five of supplemental punishments, the national list. */
export const MEASURE_SCOPES = {
  FACILITATED_SERVICE: scope('REWARD', '26(1)'),
  PROCUREMENT_PREFERENCE: scope('REWARD', '26(2)'),
  FUNDING_PRIORITY: scope('REWARD', '26(3)'),
  AWARD_PRIORITY: scope('REWARD', '26(4)'),
  PUBLICITY: scope('REWARD', '26(5)'),
  OTHER_REWARD: scope('REWARD', '26(6)'),
  FACILITATION_WITHHELD: scope('RESTRAINT', '31 §1(1)'),
  FACILITATION_CANCELLED: scope('RESTRAINT', '31 §1(2)'),
  OTHER_RESTRAINT: scope('RESTRAINT', '31 §1(3)'),
  ADMONITORY_TALK: scope('PUNISHMENT', '31 §2(1)', 'PROVINCIAL'),
  PROCUREMENT_RESTRICTED: scope('PUNISHMENT', '31 §2(2)', 'PROVINCIAL'),
  FUNDING_RESTRICTED: scope('PUNISHMENT', '31 §2(3)', 'PROVINCIAL'),
  AWARD_RESTRICTED: scope('PUNISHMENT', '31 §2(4)', 'PROVINCIAL'),
  OTHER_BY_REGULATION: scope('PUNISHMENT', '31 §2(5)', 'PROVINCIAL'),
  NATIONAL_BASIC: scope('PUNISHMENT', '31 §2', 'NATIONAL'),
} as const satisfies Readonly<Record<string, ScopeOfKind>>;
export type MeasureScope = keyof typeof MEASURE_SCOPES;

/** One edition of a measure on a published list. */
export interface Measure {
  readonly code: string;
  readonly edition: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly scope: MeasureScope;
  readonly source: MeasureSource;
  /** Article of the Regulations, or the law that the national list cites. */
  readonly article: string;
  /** Grounds of Article 29 for which it may be applied; null for rewards. */
  readonly grounds: readonly Ground[] | null;
  /** Lists to whose subjects it applies; null for every list of its grounds. */
  readonly lists: readonly string[] | null;
  readonly activities: readonly Activity[];
  /** Longest application in months from the designation; null where the law sets none. */
  readonly maximumMonths: number | null;
  /** The largest extent of a measure that is counted, such as points deducted; null for a measure that is not counted. */
  readonly maximumExtent: number | null;
  readonly publishedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
}

/** The fault of a measure that is to be published. Undefined where Articles 26 and 31 allow it. */
export function measureFault(measure: Pick<Measure, 'kind' | 'scope' | 'source' | 'maximumMonths' | 'grounds'>) {
  const allowed: ScopeOfKind = MEASURE_SCOPES[measure.scope];
  if (allowed.kind !== measure.kind) return { fault: 'KIND', article: allowed.clause } as const;
  if (allowed.source !== null && allowed.source !== measure.source)
    return { fault: 'SOURCE', article: allowed.clause } as const;
  // Article 31, last paragraph: a supplemental punishment comes with its period.
  if (measure.kind === 'PUNISHMENT' && measure.source === 'PROVINCIAL' && measure.maximumMonths === null)
    return { fault: 'PERIOD', article: '31' } as const;
  if ((measure.kind === 'REWARD') !== (measure.grounds === null)) return { fault: 'GROUNDS', article: '30' } as const;
  return undefined;
}

/** Published and in force on a day (Articles 7 and 30). */
export const measureInForce = (
  measure: Pick<Measure, 'publishedOn' | 'effectiveFrom' | 'effectiveUntil'>,
  on: string,
): boolean =>
  measure.publishedOn <= on &&
  measure.effectiveFrom <= on &&
  (measure.effectiveUntil === null || measure.effectiveUntil >= on);

/** The edition of each measure in force on a day: the newest that has begun. If that one has ended, none is: an older edition does not revive. */
export function measuresOn<One extends Measure>(editions: readonly One[], on: string): One[] {
  const newest = new Map<string, One>();
  for (const measure of editions) {
    if (measure.publishedOn > on || measure.effectiveFrom > on) continue;
    const known = newest.get(measure.code);
    if (
      known === undefined ||
      known.effectiveFrom < measure.effectiveFrom ||
      (known.effectiveFrom === measure.effectiveFrom && known.edition < measure.edition)
    )
      newest.set(measure.code, measure);
  }
  return [...newest.values()]
    .filter((measure) => measureInForce(measure, on))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A designation in force, on a list of serious untrustworthiness or of targets for incentives. */
export interface Listed {
  readonly id: string;
  readonly list: string;
  /** Null on a list of targets for incentives. */
  readonly ground: Ground | null;
  readonly from: string;
  /** Last day; null where none is fixed. */
  readonly until: string | null;
  /** An objection is open about it (Article 39). */
  readonly objected: boolean;
}

/** Why a measure may not be applied. They are checked in this order, and the first that holds is named. */
export const MAY_NOT_REASONS = [
  'NOT_PUBLISHED',
  'NOT_LISTED',
  'GROUND_NOT_COVERED',
  'UNRELATED_TO_CONDUCT',
  'PERIOD_OVER',
  'HEAVIER_THAN_LISTED',
] as const;
export type MayNotReason = (typeof MAY_NOT_REASONS)[number];

export interface Application {
  readonly allowed: boolean;
  readonly reason: MayNotReason | null;
  readonly listEdition: string | null;
  readonly article: string;
  readonly from: string | null;
  readonly until: string | null;
  /** The designation that the measure is based on. */
  readonly designationId: string | null;
  /** An objection is open about it (Article 39). */
  readonly objected: boolean;
}

/** The period and extent that a department intends. Where absent, they are within what the list allows. */
export interface Intended {
  readonly months?: number | null | undefined;
  readonly extent?: number | null | undefined;
}

/** Last day of a measure on a designation: the earliest end of its own period, the designation and the edition; null where none ends. */
export function measureUntil(measure: Measure, listed: Listed): string | null {
  const own = measure.maximumMonths === null ? null : addMonths(listed.from, measure.maximumMonths);
  return [own, listed.until, measure.effectiveUntil].filter((end) => end !== null).sort()[0] ?? null;
}

const refused = (reason: MayNotReason, article: string, measure?: Measure): Application => ({
  allowed: false,
  reason,
  listEdition: measure?.edition ?? null,
  article,
  from: null,
  until: null,
  designationId: null,
  objected: false,
});

/** Sorts later ends first, and a missing end before all. */
const laterFirst = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? 1 : -1;

/**
 * Whether a measure may be applied on a day to a subject with these designations. `measure` is the edition in force, undefined where there is
 * none. `listed` must hold only designations on lists of the measure's kind: incentives for rewards, untrustworthiness for all others.
 */
export function mayApply(
  measure: Measure | undefined,
  listed: readonly Listed[],
  today: string,
  intended: Intended = {},
): Application {
  if (measure === undefined || !measureInForce(measure, today)) return refused('NOT_PUBLISHED', '30');
  if (listed.length === 0) return refused('NOT_LISTED', measure.kind === 'REWARD' ? '25' : '28', measure);
  const { grounds, lists } = measure;
  const ofGround = listed.filter(({ ground }) => grounds === null || (ground !== null && grounds.includes(ground)));
  if (ofGround.length === 0) return refused('GROUND_NOT_COVERED', '30', measure);
  const related = ofGround.filter(({ list }) => lists === null || lists.includes(list));
  if (related.length === 0) return refused('UNRELATED_TO_CONDUCT', '30', measure);
  const running = related
    .map((one) => ({ one, until: measureUntil(measure, one) }))
    .filter(({ until }) => until === null || until >= today)
    .sort((a, b) => laterFirst(a.until, b.until) || (a.one.id < b.one.id ? -1 : 1));
  const longest = running[0];
  if (longest === undefined) return refused('PERIOD_OVER', '31', measure);
  if (
    heavier(intended.extent, measure.maximumExtent) ||
    (intended.months != null && endsAfter(today, intended.months, longest.until))
  )
    return refused('HEAVIER_THAN_LISTED', '30', measure);
  return {
    allowed: true,
    reason: null,
    listEdition: measure.edition,
    article: measure.article,
    from: [longest.one.from, measure.effectiveFrom].sort()[1] ?? null,
    until: longest.until,
    designationId: longest.one.id,
    objected: longest.one.objected,
  };
}

/** Whether an extent is over the limit. A measure that is not counted allows none. */
const heavier = (extent: number | null | undefined, most: number | null): boolean =>
  extent != null && (most === null || extent > most);

const endsAfter = (today: string, months: number, until: string | null): boolean =>
  until !== null && addMonths(today, months) > until;
