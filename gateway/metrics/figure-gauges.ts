/** The gauges of what figures.ts reads. Of several processes one exports them: they tell of the one database, and must not be added up. */
import { Gauge, type Registry } from 'prom-client';
import type { Platform } from '../../subgraphs/request/context.ts';
import { type Figures, figuresReader, SOON } from './figures.ts';

/** Registers the gauges. They are read together, once for each scrape. */
export function figureGauges(
  registry: Registry,
  platform: Platform,
  checkpointEveryMs: number,
  keepsJournal: boolean,
): () => Promise<void> {
  const registers = [registry];
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name, help, labelNames: [...labelNames], registers });
  const up = gauge(
    'credit_database_up',
    'Whether the database answered when these figures were last asked for (1 or 0).',
  );
  const age = gauge('credit_figures_age_seconds', 'Age of the figures that are read from the database.');
  const overdue = gauge('credit_clocks_overdue', 'Statutory clocks that ran out and are not met, by kind.', ['kind']);
  const soon = gauge('credit_clocks_due_soon', 'Statutory clocks that are due within so many working days, by kind.', [
    'kind',
    'within_working_days',
  ]);
  const pending = gauge('credit_ledger_pending_entries', 'Entries of the ledger without a place in the tree.');
  const pendingAge = gauge('credit_ledger_pending_age_seconds', 'Age of the oldest of them; 0 where there is none.');
  const checkpoint = gauge('credit_ledger_checkpoint_age_seconds', 'Age of the newest checkpoint.');
  const interval = gauge(
    'credit_ledger_checkpoint_interval_seconds',
    'Time between two checkpoints (CHECKPOINT_MINUTES).',
  );
  const replicas = gauge(
    'credit_database_synchronous_replicas',
    'Replicas on which an entry of the ledger stands before its answer leaves; 0 where the primary is alone.',
  );
  const alone = gauge(
    'credit_ledger_alone_seconds',
    'While the primary is alone: age of the last checkpoint that stood on a replica too; else 0, also where there never was one.',
  );
  const journal = gauge(
    'credit_journal_pending_entries',
    'What was revoked or ended and stands in no file of JOURNAL_DIR yet; not told where that is not set.',
  );
  const gaps = gauge('credit_ledger_gaps_open', 'Gaps of the ledger that nobody acknowledged.');
  const webhooks = gauge('credit_webhooks_registered', 'Webhooks that are registered.');
  const deliveries = gauge(
    'credit_webhook_deliveries',
    'Calls of webhooks that wait (pending) or were given up (dead).',
    ['state'],
  );
  const left = gauge('credit_statistics_epsilon_left', 'Privacy budget of this year that is left, in ε.');
  const ofYear = gauge('credit_statistics_epsilon_of_year', 'Privacy budget of a year, in ε (STATISTICS_EPSILON).');
  const waiting = gauge('credit_texts_waiting_subjects', 'Subjects whose texts are not made anew yet.');
  const withheld = gauge(
    'credit_texts_withheld_subjects',
    'Subjects whose texts an unsafe version made: they are withheld.',
  );
  const calendar = gauge(
    'credit_calendar_days_left',
    'Days until the last day of which the working calendar is known.',
  );

  const setAll = (figures: Figures): void => {
    const now = platform.now().getTime();
    const since = (instant: number): number => Math.max(0, now - instant) / 1_000;
    for (const [kind, count] of figures.overdue) overdue.set({ kind }, count);
    for (const within of SOON)
      for (const [kind, count] of figures.dueSoon.get(within) ?? [])
        soon.set({ kind, within_working_days: String(within) }, count);
    pending.set(figures.pendingEntries);
    pendingAge.set(figures.pendingSince === undefined ? 0 : since(figures.pendingSince));
    if (figures.checkpointAt !== undefined) checkpoint.set(since(figures.checkpointAt));
    replicas.set(figures.replicas);
    alone.set(figures.aloneSince === undefined ? 0 : since(figures.aloneSince));
    if (keepsJournal) journal.set(figures.journalPending);
    gaps.set(figures.gapsOpen);
    webhooks.set(figures.webhooks);
    deliveries.set({ state: 'pending' }, figures.deliveriesPending);
    deliveries.set({ state: 'dead' }, figures.deliveriesDead);
    left.set(figures.epsilonLeft);
    waiting.set(figures.textsWaiting);
    withheld.set(figures.textsWithheld);
    calendar.set(figures.calendarDaysLeft);
  };
  // A gauge that was never read would say 0, which is a figure.
  const unread = [
    pending,
    pendingAge,
    checkpoint,
    replicas,
    alone,
    journal,
    gaps,
    webhooks,
    left,
    waiting,
    withheld,
    calendar,
    age,
  ];
  for (const one of unread) one.remove();
  interval.set(checkpointEveryMs / 1_000);
  ofYear.set(platform.statisticsEpsilon / 1_000);

  const read = figuresReader(platform);
  return async () => {
    const { up: answered, figures, ageSeconds } = await read();
    up.set(answered ? 1 : 0);
    if (figures !== undefined) setAll(figures);
    if (ageSeconds !== undefined) age.set(ageSeconds);
  };
}
