/** The register of what fell: what of a delivery is it, and what becomes of that (Articles 37 to 40). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { operatorOf } from '../../../schema/law/asking/unit-roles.ts';
import { heldBack } from '../../clocks/kinds/held.ts';
import type { Directory } from '../../request/directory.ts';
import type { FallMark } from './marks.ts';

export const CAUSES = [
  'CORRECTION',
  'OBJECTION',
  'RESTORATION',
  'EXPIRY',
  'BASIS',
  'WRONG_SUBJECT',
  'REMOVAL',
] as const;

/** By what it fell. */
export type Cause = (typeof CAUSES)[number];

/** What new facts cannot answer: what may not be displayed again (Article 37), and what was restored (Article 40). */
const FOR_GOOD: ReadonlySet<Cause> = new Set(['EXPIRY', 'RESTORATION']);

export const isForGood = ({ cause }: Pick<Fall, 'cause'>): boolean => FOR_GOOD.has(cause);

export interface Fall {
  readonly cause: Cause;
  readonly fellOn: string;
}

/** With the row that fell. */
export interface Fallen extends Fall {
  readonly rowId: string;
}

/** One row of a delivery, as the register is asked for it. */
export interface Sent extends FallMark {
  readonly subjectId: string;
  /** Type of record, or list. */
  readonly kind: string;
  /** Natural keys, and marks of the document as it was marked before: so are rows of before known. */
  readonly keys: readonly string[];
  readonly bases: readonly string[];
  /** Whether it leaves out which permit of its document it is: then it may be any of them. */
  readonly bare?: boolean;
  /** Mark of what it says under a name; undefined for what has no values. */
  readonly says?: ((mark: string) => boolean) | undefined;
}

interface Found extends Fallen {
  readonly row: number;
  readonly own: boolean;
  readonly valueMark: string | null;
  readonly standing: string | null;
  /** What fell has the same bare number and is of another authority. */
  readonly another: boolean;
}

export interface Recognized {
  /** What fell at the unit that delivers. */
  readonly own: readonly Fallen[];
  /** What fell at another. */
  readonly other: readonly Fallen[];
  /** What fell at the unit has the same number and is of another authority: this one is no version of it. */
  readonly another: boolean;
  /** Natural key of the unit's own record that stands for the same decision. */
  readonly standing: string | null;
}

/** All that is entered of the rows. One statement, whatever was sent. */
export async function entered(em: EntityManager, sent: readonly Sent[]): Promise<readonly Found[]> {
  const asked = sent.map(({ subjectId, kind, mark, authorityCode, authorityName, keys, bases, bare = false }, row) => ({
    row,
    subject: subjectId,
    kind,
    mark,
    code: authorityCode,
    name: authorityName,
    keys,
    bases,
    bare,
  }));
  const { rows } = await sql<Found>`select * from rights.recognize(${JSON.stringify(asked)}::jsonb)`.execute(
    em.getKysely(),
  );
  return rows;
}

/** What of the rows fell, by row. */
export async function recognize(em: EntityManager, sent: readonly Sent[]): Promise<ReadonlyMap<number, Recognized>> {
  const rows = await entered(em, sent);
  const found = new Map<number, Recognized>();
  for (const [row, falls] of Map.groupBy(rows, (one) => one.row)) {
    const standing = falls.find((one) => one.standing !== null)?.standing ?? null;
    // A record that stands is the decision as it is right: only what was wrong of it comes back.
    const counted = falls.filter(({ another, valueMark }) =>
      another ? false : valueMark === null ? standing === null : sent[row]?.says?.(valueMark) === true,
    );
    const own = counted.filter((one) => one.own);
    const other = counted.filter((one) => !one.own);
    const another = falls.some((one) => one.another);
    if (own.length > 0 || other.length > 0 || another || standing !== null)
      found.set(row, { own, other, another, standing });
  }
  return found;
}

/** A row that is not displayed until the operator decides. */
export interface Holding {
  readonly subject: string;
  readonly id: string;
  readonly heldIn: 'public_credit.record' | 'sanctions.designation';
  readonly personal: boolean;
  readonly item: string;
  readonly cause: Cause;
  readonly fellOn: string;
}

/** Holds rows that are stored, on a clock of the operator; the statements are the same where nothing is held, so that time does not tell. */
export async function hold(
  em: EntityManager,
  { directory, today }: { readonly directory: Directory; readonly today: string },
  held: readonly Holding[],
): Promise<void> {
  await sql`select rights.hold(${JSON.stringify(held)}::jsonb)`.execute(em.getKysely());
  await heldBack(
    em,
    { calendar: directory.calendar, today },
    held.map(({ id }) => id),
    operatorOf(directory.units.values(), today)?.code,
  );
}
