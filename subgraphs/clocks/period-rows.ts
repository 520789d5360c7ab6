/** Rows of what is told of statutory periods beside the periods themselves. */

/** Periods of one unit, month and obligation. */
export interface BreachRow {
  readonly unit: string;
  readonly month: string;
  readonly obligation: string;
  readonly due: number;
  readonly met: number;
  readonly late: number;
  readonly overdue: number;
  readonly open: number;
  readonly medianDaysLate: number | null;
  readonly maximumDaysLate: number | null;
}

/** A report on them that was asked for, not yet read. */
export interface AskedBreaches {
  readonly from: string;
  readonly until: string;
  readonly totalCount: () => Promise<number>;
  readonly rows: (asked: { readonly limit: number; readonly offset: number }) => Promise<readonly BreachRow[]>;
  readonly csv: () => Promise<string>;
}

/** Time of a deadline that does not count. */
export interface DeadlinePauseRow {
  readonly cause: 'EXAMINATION' | 'TESTING' | 'QUARANTINE' | 'EVALUATION' | 'APPRAISAL';
  readonly document: string;
  readonly from: string;
  readonly until: string | null;
}
