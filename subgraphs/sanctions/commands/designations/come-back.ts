/** What becomes of a designation by a document by which its subject was on the list, and is not any more (Articles 28, 37 to 40). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Secrets } from '../../../keys/secrets.ts';
import { basisMark, unfoldedMark } from '../../../redaction/basis.ts';
import type { Context } from '../../../request/context.ts';
import { designationMark } from '../../../rights/fallen/marks.ts';
import { type Fall, hold, isForGood, recognize } from '../../../rights/fallen/register.ts';
import { type NewDesignation, namedIn } from '../designation-rows.ts';

export interface Sorted {
  /** The own fall of a designation, by its id: it is refused. */
  readonly own: ReadonlyMap<string, Fall>;
  /** The fall at another unit: it is held. */
  readonly held: ReadonlyMap<string, Fall>;
  /** Those that stand already, held or shown. */
  readonly standing: ReadonlySet<string>;
}

/** Of everybody whom they name. One statement, whatever fell. */
export async function sortFallen(
  em: EntityManager,
  secrets: Secrets,
  designations: readonly NewDesignation[],
): Promise<Sorted> {
  const rows = designations.flatMap((designation) => namedIn(designation).map(({ id }) => ({ designation, id })));
  const found = await recognize(
    em,
    rows.map(({ designation: { list, basisDocument }, id }) => ({
      subjectId: id,
      kind: list,
      mark: designationMark(secrets, list, basisDocument),
      authorityCode: null,
      authorityName: null,
      keys: [],
      bases: [basisMark, unfoldedMark].map((mark) => mark(secrets, basisDocument).toString('hex')),
    })),
  );
  const own = new Map<string, Fall>();
  const held = new Map<string, Fall>();
  const standing = new Set<string>();
  rows.forEach(({ designation: { id, subject }, id: named }, row) => {
    const one = found.get(row);
    if (one === undefined) return;
    if (one.standing !== null && named === subject.id) standing.add(id);
    const [first] = one.own.toSorted((left, right) => Number(isForGood(right)) - Number(isForGood(left)));
    if (first !== undefined) own.set(id, first);
    const [other] = one.other;
    if (other !== undefined) held.set(id, other);
  });
  return { own, held, standing };
}

/** Holds what was stored of them; the statements are the same where nothing is held. */
export const holdDesignations = (
  em: EntityManager,
  { snapshot, request }: Context,
  designations: readonly NewDesignation[],
  held: ReadonlyMap<string, Fall>,
): Promise<void> =>
  hold(
    em,
    { directory: snapshot.directory, today: request.today },
    designations.flatMap(({ id, item, subject }) => {
      const fall = held.get(id);
      const { cause, fellOn } = fall ?? {};
      return cause === undefined || fellOn === undefined
        ? []
        : [
            {
              subject: subject.id,
              id,
              heldIn: 'sanctions.designation' as const,
              personal: subject.personal,
              item,
              cause,
              fellOn,
            },
          ];
    }),
  );

/** An entry that another takes the place of did not fall. */
export async function replacing<Result>(em: EntityManager, work: () => Promise<Result>): Promise<Result> {
  const db = em.getKysely();
  await sql`select set_config('credit.fell', 'REPLACED', true)`.execute(db);
  const result = await work();
  await sql`select set_config('credit.fell', '', true)`.execute(db);
  return result;
}
