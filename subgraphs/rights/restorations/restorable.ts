/** What decides whether a row may be restored (Article 40), read by one function of the database whoever asks: its subject, or the operator with an application in hand. */
import { TERMS, type TermKey, termOn } from '../../../schema/law/articles/terms.ts';
import type { Restorable } from '../../../schema/law/matter/restoration.ts';
import type { Directory } from '../../request/directory.ts';
import type { HeldIn } from '../falls.ts';

export interface RestorableRow {
  readonly heldIn: HeldIn;
  readonly personal: boolean;
  readonly item: string;
  readonly edition: string | null;
  readonly unit: string;
  readonly nature: string | null;
  readonly list: string | null;
  readonly decidedOn: string;
  readonly display: string;
  readonly displayedUntil: string | null;
  /** Of the standard of its list, where that says one. */
  readonly minimumMonths: number | null;
  /** The provision that excludes it. */
  readonly excludedBy: string | null;
}

/** The figure on a day; the first that there is for a day before it, since no decision is without a minimum that its class has. */
const figure = (key: TermKey, day: string): number | null =>
  (termOn(key, day) ?? TERMS.find((term) => term.key === key))?.value ?? null;

/**
 * Months for which a row is displayed in any case: of a record those of its item's edition; of an item that is not untrustworthy by itself, as a pledge that was
 * not kept, those of the general class; of a designation those of its list's standard, else of the serious class (Articles 37 and 40).
 */
export function minimumMonthsOf(
  { editions }: Pick<Directory, 'editions'>,
  { heldIn, item, edition, decidedOn, minimumMonths }: RestorableRow,
): number | null {
  if (heldIn !== 'public_credit.record') return minimumMonths ?? figure('display.serious.minimum', decidedOn);
  const found = editions.find((one) => one.code === item && one.edition === edition);
  return found?.nature === 'UNTRUSTWORTHY' ? found.displayMinimumMonths : figure('display.general.minimum', decidedOn);
}

export const restorableOf = (
  directory: Pick<Directory, 'editions' | 'today'>,
  row: RestorableRow,
  againFrom: string | null,
): Restorable => ({
  nature: row.nature,
  decidedOn: row.decidedOn,
  minimumMonths: minimumMonthsOf(directory, row),
  displayed: row.display === 'DISPLAYED' && (row.displayedUntil === null || row.displayedUntil >= directory.today),
  excluded: row.excludedBy !== null,
  againFrom,
});
