/** What decides whether a row may be restored (Article 40), read by one function of the database whoever asks: its subject, or the operator with an application in hand. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Restorable } from '../../../schema/law/matter/restoration.ts';
import { type DisplayClass, displayEditionOn, periodOf } from '../../../schema/law/records/display-periods.ts';
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
  /** Of a record, as the table of display periods has it; null where its item has months of its own. */
  readonly displayClass: DisplayClass | null;
  /** Of the standard of its list, where that says one. */
  readonly minimumMonths: number | null;
  /** The provision that excludes it. */
  readonly excludedBy: string | null;
}

/** The row as it stands in the transaction of a command; undefined where there is none that the caller may name. */
export async function readRestorable(
  em: EntityManager,
  subjectId: string,
  rowId: string,
): Promise<RestorableRow | undefined> {
  const { rows } =
    await sql<RestorableRow>`select * from rights.restorable(${subjectId}::uuid, ${rowId}::uuid)`.execute(
      em.getKysely(),
    );
  return rows[0];
}

/** What the table in force says of a class and a deciding day; null where it has no minimum. */
const byTable = ({ displayEditions, today }: Table, displayClass: DisplayClass, decidedOn: string): number | null => {
  const inForce = displayEditionOn(displayEditions, today);
  return (inForce === undefined ? undefined : periodOf(inForce, displayClass, decidedOn))?.minimumMonths ?? null;
};

type Table = Pick<Directory, 'displayEditions' | 'today'>;

/**
 * Months for which a row is displayed in any case: of a record those of its class in the table of display periods, else those that its item's edition has of its
 * own; of a designation those of its list's standard, else of the serious class (Articles 37 and 40).
 */
export function minimumMonthsOf(
  directory: Table & Pick<Directory, 'editions'>,
  { heldIn, item, edition, decidedOn, displayClass, minimumMonths }: RestorableRow,
): number | null {
  if (heldIn !== 'public_credit.record') return minimumMonths ?? byTable(directory, 'SERIOUS', decidedOn);
  const found = directory.editions.find((one) => one.code === item && one.edition === edition);
  const reckoned = displayClass ?? found?.displayClass ?? null;
  return reckoned === null ? (found?.displayMinimumMonths ?? null) : byTable(directory, reckoned, decidedOn);
}

export const restorableOf = (
  directory: Table & Pick<Directory, 'editions'>,
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
