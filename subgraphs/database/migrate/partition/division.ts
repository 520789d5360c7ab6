/** How a table is divided into parts: by the hash of a column, or by the time that its ids carry. */

/** By what, and what lies in each part: both as PostgreSQL says it. */
export interface Division {
  readonly by: string;
  readonly parts: readonly { readonly name: string; readonly values: string }[];
}

export const byHash = (column: string, number: number): Division => ({
  by: `hash (${column})`,
  parts: Array.from({ length: number }, (_, remainder) => ({
    name: String(remainder),
    values: `with (modulus ${number}, remainder ${remainder})`,
  })),
});

/** The time field of an id that carries its time (RFC 9562, UUIDv7): 48 bits, milliseconds since 1970, as twelve hexadecimal digits. */
export function idTime(at: Date): string {
  const digits = at.getTime().toString(16).padStart(12, '0');
  if (!/^[0-9a-f]{12}$/.test(digits)) throw new RangeError('No id of version 7 can carry this time.');
  return digits;
}

/** No id that carries the first instant of a year is lower: days and years are those of the province. */
const lowestOf = (year: number): string => {
  const time = idTime(new Date(`${year}-01-01T00:00:00+08:00`));
  return `'${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000'`;
};

/**
 * A part for each year, and one on either side, so that every id has its place: also one that carries no time, as releases before 0.3.0 make them. Of two hundred of those
 * about one lies in the part before the years or in them, and the others in the last.
 */
export function byYear(column: string, first: number, last: number): Division {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    by: `range (${column})`,
    parts: [
      { name: 'earlier', values: `from (minvalue) to (${lowestOf(first)})` },
      ...years.map((year) => ({ name: String(year), values: `from (${lowestOf(year)}) to (${lowestOf(year + 1)})` })),
      { name: 'later', values: `from (${lowestOf(last + 1)}) to (maxvalue)` },
    ],
  };
}
