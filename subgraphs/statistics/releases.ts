/** Reads releases that were made: the one in force on a day, with what it was made with, and figures of it. */
import type { Statement } from '../database/database.ts';
import type { Context } from '../request/context.ts';
import { domainOf, namesOf } from './domain.ts';
import { firstParameters, type Parameters } from './parameters.ts';

export interface Release {
  readonly asOf: string;
  /** What it cost, in thousandths of ε. */
  readonly epsilon: number;
  readonly parameters: Parameters;
  /** Its figures lie where the release before keeps those of the newest. */
  readonly inCell: boolean;
  /** 0.1.0 kept the figures of its newest release alone. */
  readonly kept: boolean;
}

export interface Figure {
  readonly key: string;
  readonly count: number;
  readonly error: number;
}

const IN_FORCE: Statement = {
  name: 'statistics-release-on',
  text: `select f.day as first, r.as_of as "asOf", r.epsilon_thousandths as epsilon, r.parameters,
      r.parameters is null and r.as_of = f.newest as "inCell",
      r.parameters is not null or r.as_of = f.newest or exists (select from statistics.figure g where g.as_of = r.as_of) as kept
    from (select min(as_of) as day, max(as_of) as newest from statistics.release) f
    left join lateral (select * from statistics.release where as_of <= $1::date order by as_of desc limit 1) r on true`,
};

const FIGURES = `select key, count, error from statistics.figure where as_of = $1::date and margin = $2 and not $3::boolean
    union all select key, count, error from statistics.cell where margin = $2 and $3::boolean`;

const NAMED: Statement = {
  name: 'statistics-figures',
  text: `select f.key, f.count, f.error from (${FIGURES}) f where f.key = any ($4::text[])`,
};

const part = (place: string): string => `split_part(f.key, '|', ${place}) collate "C"`;

const TOLD: Statement = {
  name: 'statistics-told',
  text: `select f.key, f.count, f.error from (${FIGURES}) f
    where not exists (select from unnest($4::text[]) with ordinality as w (value, place) where w.value <> split_part(f.key, '|', w.place::int))
    order by ${['$5::int', '$6::int', '$7::int'].map(part).join(', ')} limit $8 offset $9`,
};

interface Row extends Omit<Release, 'parameters'> {
  readonly first: string | null;
  readonly parameters: Parameters | null;
}

/** The release in force on a day, and the day of the first one. */
export function releaseOn(
  context: Context,
  day: string,
): Promise<{ readonly release: Release | undefined; readonly first: string | null }> {
  return context.once(`statistics-release ${day}`, async () => {
    const [row] = await context.query<Row>(IN_FORCE, [day]);
    const first = row?.first ?? null;
    if (row === undefined || row.asOf === null) return { release: undefined, first };
    const { directory } = context.snapshot;
    // What the values were then it did not keep: they are those of today, up to its day.
    const parameters = row.parameters ?? firstParameters(domainOf(directory, [], row.asOf), namesOf(directory, []));
    return { release: { asOf: row.asOf, epsilon: row.epsilon, inCell: row.inCell, kept: row.kept, parameters }, first };
  });
}

/** Figures of the named groups that are told, by name. */
export async function figuresOf(
  context: Context,
  { asOf, inCell }: Release,
  margin: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Figure>> {
  const found = await context.query<Figure>(NAMED, [asOf, margin, inCell, keys]);
  return new Map(found.map((figure) => [figure.key, figure]));
}

/** A part of the figures that are told. */
interface Part {
  /** Values of the grouping's keys; null where any will do. */
  readonly filter: readonly (string | null)[];
  /** Places of the keys by which they are ordered. */
  readonly order: readonly number[];
  readonly limit: number;
  readonly offset: number;
}

/** No grouping has so many keys: nothing stands in this place. */
const NOWHERE = 99;

export const toldFigures = (
  context: Context,
  { asOf, inCell }: Release,
  margin: string,
  { filter, order, limit, offset }: Part,
): Promise<Figure[]> =>
  context.query<Figure>(TOLD, [
    asOf,
    margin,
    inCell,
    filter,
    ...[0, 1, 2].map((at) => (order[at] ?? NOWHERE - 1) + 1),
    limit,
    offset,
  ]);
