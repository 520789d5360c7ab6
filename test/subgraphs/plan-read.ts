/** What a plan read, as `explain (analyze, buffers, format json)` tells it. */
export interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** Rows of tables that a plan looked at, whether they were kept or not. */
export const rowsOf = (plan: Plan): number =>
  (plan['Relation Name'] === undefined
    ? 0
    : Math.round(
        (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) *
          plan['Actual Loops'],
      )) + (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), 0);

/** Tables that a plan was set up to read, parts of tables among them. */
export const tablesOf = (plan: Plan): string[] => [
  ...(plan['Relation Name'] === undefined ? [] : [plan['Relation Name']]),
  ...(plan.Plans ?? []).flatMap(tablesOf),
];
