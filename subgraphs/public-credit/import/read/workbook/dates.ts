/** Dates of cells as text: the day alone at midnight, and the time behind it at any other. */

/** The last day that a spreadsheet has, 9999-12-31. */
const LAST = 2_958_465;

const written = (moment: Date): string => {
  const text = moment.toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
};

/** The moment of a serial number; null where it is none. The count from 1900 has a 29 February 1900, which did not exist. */
export function momentOf(serial: number, from1904: boolean): string | null {
  const least = from1904 ? 0 : 1;
  if (serial < least || serial >= LAST + 1) return null;
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  // Fractions of a day are binary: they are meant to the second.
  return written(new Date(first + Math.round(serial * 86_400) * 1_000));
}

/** An ISO date of a cell of the type d (ECMA-376, 18.18.11); its text where it is none. */
export function momentOfText(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text.trim());
  if (parts === null) return text;
  const [, day = '', time = '00:00'] = parts;
  return /^00:00(:00)?$/.test(time) ? day : `${day} ${time.padEnd(8, ':00')}`;
}
