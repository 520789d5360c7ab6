/** The rules and the dashboard that the repository has for operators, as their queries. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const RULES = join(import.meta.dirname, '../../gateway/metrics/prometheus');
const DASHBOARD = join(import.meta.dirname, '../../gateway/metrics/grafana/dashboard.json');

export interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly action: string; readonly runbook: string };
}

export const rules = (): readonly Rule[] =>
  parse(readFileSync(join(RULES, 'alerts.yaml'), 'utf8')).groups.flatMap(({ rules: all }: { rules: Rule[] }) => all);

export interface Panel {
  readonly title: string;
  readonly description?: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

export const panels = (): readonly Panel[] => JSON.parse(readFileSync(DASHBOARD, 'utf8')).panels;

/** Queries with where they stand. */
export const queries = (): readonly { readonly place: string; readonly expr: string }[] => [
  ...rules().map(({ alert, expr }) => ({ place: alert, expr })),
  ...panels().flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ place: title, expr }))),
];

interface Selector {
  readonly metric: string;
  readonly labels: readonly string[];
}

/** Metrics that a query selects, with the labels of each selector. */
export const selectorsOf = (expr: string): readonly Selector[] =>
  [...expr.matchAll(/\b((?:credit|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(([, metric = '', inside = '']) => ({
    metric: metric.replace(/_(?:bucket|sum|count)$/, ''),
    labels: [...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
  }));

/** Labels by which a query groups or matches. */
export const groupedBy = (expr: string): readonly string[] =>
  [...expr.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)].flatMap(([, inside = '']) =>
    inside.split(',').map((label) => label.trim()),
  );
