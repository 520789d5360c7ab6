/**
 * Every figure that a law sets, with its date and source. When a figure changes, it gets a second row with its own date, and decisions made
 * under the first row keep that figure. Rules and clocks read figures here and contain none.
 */

/** `SET` has no figure: by law an administrative order sets the period in each case. */
export type Unit = 'WORKING_DAYS' | 'MONTHS' | 'DAYS' | 'PER_YEAR' | 'SET';

export interface Term {
  readonly key: TermKey;
  readonly value: number;
  readonly unit: Unit;
  /** First date on which the figure holds. */
  readonly from: string;
  readonly source: string;
}

const REGULATIONS = '2022-07-01';

const days = <Key extends string>(key: Key, value: number, article: string) =>
  ({ key, value, unit: 'WORKING_DAYS', from: REGULATIONS, source: `Art. ${article}` }) as const;

const ROWS = [
  days('platform.forward', 3, '21'),
  days('error.correct', 3, '38'),
  days('basis.tell', 2, '38'),
  days('basis.amend', 1, '38'),
  days('objection.label', 1, '39'),
  days('objection.decide', 3, '39'),
  days('objection.decide-with-help', 7, '39'),
  days('objection.help', 2, '39'),
  days('objection.deliver', 3, '38'),
  days('correction.act', 3, '39'),
  days('reexamination.decide', 3, '35'),
  days('complaint.answer', 20, '41'),
  { key: 'organ.correct', value: 0, unit: 'SET', from: REGULATIONS, source: 'Art. 32: the order sets the period' },
  { key: 'pledge.correct', value: 0, unit: 'SET', from: REGULATIONS, source: 'Art. 46: the order sets the period' },
  { key: 'pledge.verify', value: 2, unit: 'MONTHS', from: REGULATIONS, source: 'Art. 46' },
  { key: 'non-public.free-inquiries', value: 2, unit: 'PER_YEAR', from: REGULATIONS, source: 'Art. 24' },
  // No law sets these figures; the platform does: what fell and is delivered by another unit waits for the operator, and who is told of new facts.
  { key: 'held.decide', value: 3, unit: 'WORKING_DAYS', from: REGULATIONS, source: 'setting, for Art. 37 to 40' },
  { key: 'new-facts.tell', value: 5, unit: 'WORKING_DAYS', from: REGULATIONS, source: 'setting, for Art. 35, 38' },
  // Article 40 sets no figure for the decision on restoration, which is to be prompt. The platform does.
  { key: 'restoration.decide', value: 10, unit: 'WORKING_DAYS', from: REGULATIONS, source: 'setting, for Art. 40' },
  // No law sets this figure; the platform does, so that persons are reminded of an authorization that still runs (Art. 36).
  { key: 'authorization.remind', value: 90, unit: 'DAYS', from: REGULATIONS, source: 'setting, for Art. 36' },
  // No law sets this figure either: so long before an authorization ends its subject is told (Art. 35).
  { key: 'authorization.ends', value: 7, unit: 'DAYS', from: REGULATIONS, source: 'setting, for Art. 35' },
] as const;

export type TermKey = (typeof ROWS)[number]['key'];

export const TERMS: readonly Term[] = ROWS;

/** The row of a figure in force on a date. Undefined before its first row. Throws for a key without rows. */
export function termOn(key: TermKey, date: string, terms: readonly Term[] = TERMS): Term | undefined {
  const rows = terms.filter((term) => term.key === key);
  if (rows.length === 0) throw new Error(`There is no term ${key}.`);
  return rows.filter((term) => term.from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}
