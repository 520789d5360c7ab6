/**
 * What an operator watches in the database, as numbers. They are read when the metrics are asked for, in one round trip, and at most every ten seconds.
 * Nobody waits longer than a second for them: while the database does not answer, the last ones are told with their age.
 */

import { TERMS, type TermKey } from '../../schema/law/articles/terms.ts';
import { addDays, type Calendar, calendarWith, isWorkingDay, todayIn } from '../../schema/law/clocks/calendar.ts';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import type { Statement } from '../../subgraphs/database/database.ts';
import type { Platform } from '../../subgraphs/request/context.ts';

const READ_EVERY_MS = 10_000;
const WAIT_MS = 1_000;

const FIGURES: Statement = {
  name: 'operating-figures',
  text: 'select figure, label, day::text as day, value from control.operating_figures($1)',
};

interface Row {
  readonly figure: string;
  readonly label: string | null;
  readonly day: string | null;
  readonly value: number | null;
}

/** Working days within which a clock is said to be due soon. */
export const SOON = [1, 3] as const;

/** Kinds of clocks: terms that run for a unit, in working days, in months, or as an order sets them. */
export const CLOCK_KINDS: readonly TermKey[] = [
  ...new Set(TERMS.filter(({ unit, key }) => unit !== 'PER_YEAR' && !key.startsWith('display.')).map(({ key }) => key)),
];

export interface Figures {
  readonly overdue: ReadonlyMap<string, number>;
  /** Clocks that are due today or within so many working days after it. */
  readonly dueSoon: ReadonlyMap<(typeof SOON)[number], ReadonlyMap<string, number>>;
  readonly pendingEntries: number;
  /** Instants in milliseconds; undefined where there is none. */
  readonly pendingSince: number | undefined;
  readonly checkpointAt: number | undefined;
  /** Replicas that each commit waits for. */
  readonly replicas: number;
  /** Instant of the last checkpoint that stood on two machines; undefined while entries do, or where they never did. */
  readonly aloneSince: number | undefined;
  /** What ended and stands in no file of the journal yet. */
  readonly journalPending: number;
  /** Gaps of the ledger that nobody acknowledged. */
  readonly gapsOpen: number;
  readonly webhooks: number;
  readonly deliveriesPending: number;
  readonly deliveriesDead: number;
  /** ε of this year's budget that is left. */
  readonly epsilonLeft: number;
  readonly textsWaiting: number;
  readonly textsWithheld: number;
  readonly calendarDaysLeft: number;
}

/** Days until the last one of which it is known whether it is a working day: below zero where this year's arrangement is not known. */
export function calendarDaysLeft(calendar: Calendar, today: string): number {
  let year = Number(today.slice(0, 4));
  if (calendar.years.has(year)) while (calendar.years.has(year + 1)) year += 1;
  else year = Math.max(...[...calendar.years].filter((known) => known < year));
  return (Date.parse(`${year}-12-31`) - Date.parse(today)) / 86_400_000;
}

/** The day on which so many working days after a day end. Where the calendar ends, Monday to Friday count. */
function workingDaysAfter(today: string, count: number, calendar: Calendar): string {
  let day = today;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar) ?? ![0, 6].includes(new Date(day).getUTCDay())) left -= 1;
  }
  return day;
}

function figuresFrom(rows: readonly Row[], today: string, epsilonOfYear: number): Figures {
  const of = (figure: string): readonly Row[] => rows.filter((row) => row.figure === figure);
  const one = (figure: string, label: string | null = null): number | undefined =>
    rows.find((row) => row.figure === figure && row.label === label)?.value ?? undefined;
  const instant = (figure: string): number | undefined => {
    const seconds = one(figure);
    return seconds === undefined ? undefined : seconds * 1_000;
  };
  const years = Map.groupBy(of('CALENDAR'), ({ label }) => Number(label));
  const calendar = calendarWith(
    [...years].map(([year, days]) => ({
      year,
      days: days.map(({ day, value }) => ({ date: day ?? '', isOffDay: value === 1 })),
    })),
  );
  const clocks = of('CLOCKS');
  const byKind = (counts: (day: string) => boolean): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>(CLOCK_KINDS.map((kind) => [kind, 0]));
    for (const { label, day, value } of clocks)
      if (label !== null && counts(day ?? '')) sums.set(label, (sums.get(label) ?? 0) + (value ?? 0));
    return sums;
  };
  return {
    overdue: byKind((day) => day < today),
    dueSoon: new Map(
      SOON.map((count) => {
        const last = workingDaysAfter(today, count, calendar);
        return [count, byKind((day) => day >= today && day <= last)];
      }),
    ),
    pendingEntries: one('LEDGER_PENDING') ?? 0,
    pendingSince: instant('LEDGER_PENDING_SINCE'),
    checkpointAt: instant('CHECKPOINT_AT'),
    replicas: one('REPLICAS') ?? 0,
    aloneSince: instant('ALONE_SINCE'),
    journalPending: one('JOURNAL_PENDING') ?? 0,
    gapsOpen: one('GAPS_OPEN') ?? 0,
    webhooks: one('WEBHOOKS') ?? 0,
    deliveriesPending: one('DELIVERIES', 'PENDING') ?? 0,
    deliveriesDead: one('DELIVERIES', 'DEAD') ?? 0,
    epsilonLeft: Math.max(0, epsilonOfYear - (one('EPSILON_SPENT') ?? 0)) / 1_000,
    textsWaiting: one('TEXTS_WAITING') ?? 0,
    textsWithheld: one('TEXTS_WITHHELD') ?? 0,
    calendarDaysLeft: calendarDaysLeft(calendar, today),
  };
}

export interface Reading {
  /** Whether the last attempt to read succeeded. */
  readonly up: boolean;
  /** The last figures that could be read; undefined where none could yet. */
  readonly figures: Figures | undefined;
  readonly ageSeconds: number | undefined;
}

/** Reads the figures of a platform. The function that it returns never rejects. */
export function figuresReader(
  { database, now, statisticsEpsilon }: Platform,
  { readEveryMs = READ_EVERY_MS, waitMs = WAIT_MS }: { readonly readEveryMs?: number; readonly waitMs?: number } = {},
): () => Promise<Reading> {
  let figures: Figures | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let up = false;
  let running: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    const today = todayIn(now());
    const session = {
      role: 'OPERATOR',
      unit: null,
      purpose: null,
      caseReference: null,
      subjectId: null,
      today,
    } as const;
    try {
      const rows = await database.execute<Row>(session, 'metrics', FIGURES, [REDACTION_VERSION]);
      figures = figuresFrom(rows, today, statisticsEpsilon);
      readAt = performance.now();
      up = true;
    } catch {
      // What is wrong with it is in the log of those who need it: here it is told as a number.
      up = false;
    }
  };
  return async () => {
    if (running === undefined && performance.now() - triedAt >= readEveryMs) {
      triedAt = performance.now();
      running = read().finally(() => {
        running = undefined;
      });
    }
    if (running !== undefined) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, waitMs, 'late');
      });
      // A database that does not answer in time is as good as none; when it does after all, the next scrape says so.
      if ((await Promise.race([running, late])) === 'late') up = false;
      clearTimeout(timer);
    }
    return {
      up,
      figures,
      ageSeconds: figures === undefined ? undefined : (performance.now() - readAt) / 1_000,
    };
  };
}
