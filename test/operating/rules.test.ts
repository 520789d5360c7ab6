/** Rules, dashboard and the operator's pages speak of the metrics that there are, with the labels that they have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Described } from '../../gateway/metrics/metrics.ts';
import { sharedWorld } from '../kit.ts';
import { groupedBy, panels, queries, rules, selectorsOf } from './watching.ts';

const operating = readFileSync(join(import.meta.dirname, '../../gateway/OPERATING.md'), 'utf8');
/** The rows of the table below a heading, as their cells. */
const tableOf = (heading: string): string[][] =>
  (operating.split(`\n## ${heading}\n`)[1] ?? '')
    .split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    ) ?? [];

let known: ReadonlyMap<string, Described>;
let own: readonly Described[];
beforeAll(async () => {
  const { server } = await sharedWorld('pglite');
  const all = server.metrics.described();
  known = new Map(all.map((one) => [one.name, one]));
  own = all.filter(({ name }) => name.startsWith('credit_'));
});

/** Labels that Prometheus itself adds, and that of a histogram's buckets. */
const GIVEN = ['instance', 'job', 'le'];

it('every query selects metrics that there are, by labels that they have', () => {
  expect(queries().length).toBeGreaterThan(60);
  const strange = queries().flatMap(({ place, expr }) => {
    const selectors = selectorsOf(expr);
    const labels = new Set([...GIVEN, ...selectors.flatMap(({ metric }) => known.get(metric)?.labels ?? [])]);
    return [
      ...(selectors.length === 0 ? [`${place}: selects nothing`] : []),
      ...selectors.flatMap(({ metric, labels: asked }) => {
        const found = known.get(metric);
        if (found === undefined) return [`${place}: no metric ${metric}`];
        return asked
          .filter((label) => ![...GIVEN, ...found.labels].includes(label))
          .map((label) => `${place}: ${metric} has no label ${label}`);
      }),
      ...groupedBy(expr)
        .filter((label) => !labels.has(label))
        .map((label) => `${place}: nothing has the label ${label}`),
    ];
  });
  expect(strange).toEqual([]);
});

it('that a query is wrong would be found', () => {
  expect(selectorsOf('sum by (x) (rate(credit_errors_total{code="A",tier!~"b"}[5m])) / credit_up')).toEqual([
    { metric: 'credit_errors_total', labels: ['code', 'tier'] },
    { metric: 'credit_up', labels: [] },
  ]);
  expect(groupedBy('sum by (kind) (max by (kind, job) (a)) / ignoring (state) b')).toEqual([
    'kind',
    'kind',
    'job',
    'state',
  ]);
});

it('names are those of Prometheus: a prefix, base units, counters with _total, and a sentence of help', () => {
  for (const { name, type, help } of own) {
    expect(name).toMatch(/^credit_[a-z]+(_[a-z]+)*$/);
    expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    expect(name).not.toMatch(/_(?:ms|milliseconds|minutes|hours|kilobytes)(?:_|$)/);
    expect(help).toMatch(/^[A-Z].*\.$/);
  }
  expect(new Set([...known.keys()]).size).toBe(known.size);
});

it('no label can name a caller, a unit, an item or a subject', () => {
  const labels = new Set(own.flatMap((one) => one.labels));
  expect([...labels].sort()).toEqual([
    'code',
    'kind',
    'outcome',
    'path',
    'place',
    'pool',
    'reason',
    'role',
    'state',
    'status',
    'subgraph',
    'task',
    'tier',
    'within_working_days',
  ]);
});

it('OPERATING.md has every metric, with its type, its labels and its meaning', () => {
  const expected = own.map(({ name, type, help, labels }) => [
    `\`${name}\``,
    type,
    labels.map((label) => `\`${label}\``).join(', '),
    help,
  ]);
  expect(tableOf('Metrics')).toEqual(expected);
});

it('every alert has a summary, what to do, and its row in OPERATING.md; the dashboard shows what alerts are about', () => {
  const told = new Map(tableOf('Alerts').map(([name, severity, when]) => [name, [severity, when]]));
  for (const { alert, labels, annotations } of rules()) {
    expect(['critical', 'warning', 'info']).toContain(labels.severity);
    expect(annotations.summary.length).toBeGreaterThan(20);
    expect(annotations.action.length).toBeGreaterThan(20);
    expect(annotations.runbook).toBe('gateway/OPERATING.md#alerts');
    expect([alert, told.get(`\`${alert}\``)?.[0]]).toEqual([alert, labels.severity]);
  }
  expect(told.size).toBe(rules().length);
  const shown = new Set(
    panels().flatMap(({ targets = [] }) =>
      targets.flatMap(({ expr }) => selectorsOf(expr).map(({ metric }) => metric)),
    ),
  );
  const unseen = rules()
    .flatMap(({ expr }) => selectorsOf(expr).map(({ metric }) => metric))
    .filter((metric) => !shown.has(metric) && metric !== 'credit_workers_configured');
  expect(unseen).toEqual([]);
  // Every metric of ours is on the dashboard.
  expect(own.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

it('no two panels of the dashboard lie over one another, and each says what it shows', () => {
  const cells = new Set<string>();
  for (const {
    title,
    description,
    type,
    gridPos: { x, y, w, h },
  } of panels()) {
    if (type !== 'row') expect([title, description?.length]).toEqual([title, expect.any(Number)]);
    expect(x + w).toBeLessThanOrEqual(24);
    for (let column = x; column < x + w; column += 1)
      for (let line = y; line < y + h; line += 1) {
        expect(cells.has(`${column} ${line}`), title).toBe(false);
        cells.add(`${column} ${line}`);
      }
  }
});

it('every variable that is a setting stands in OPERATING.md', () => {
  const settings = ['environment', 'traces'].flatMap((file) => [
    ...readFileSync(join(import.meta.dirname, `../../gateway/settings/${file}.ts`), 'utf8').matchAll(
      /^ {2}([A-Z][A-Z_]+):/gm,
    ),
  ]);
  expect(settings.length).toBeGreaterThan(40);
  expect(settings.map(([, name]) => name).filter((name) => !operating.includes(`\`${name}\``))).toEqual([]);
});
