/** Places of cells, as workbooks write them. */

/** Column of a reference such as AB12, from 0; undefined where there is none. */
export function columnOf(reference: string): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < 3; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (!(code >= 65 && code <= 90)) break;
    column = column * 26 + code - 64;
  }
  return at === 0 ? undefined : column - 1;
}

const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? 0);

/** Most areas that are kept; sheets with more of them are no exchange files. */
const AREAS_MAX = 1_000;

/** Areas into which formulas write: only their first cell says so. */
export function arrays() {
  const areas: { left: number; right: number; bottom: number }[] = [];
  return {
    add(reference: string): void {
      const [first = '', last = first] = reference.split(':');
      if (last === first || areas.length >= AREAS_MAX) return;
      areas.push({ left: columnOf(first) ?? 0, right: columnOf(last) ?? 0, bottom: rowOf(last) });
    },
    /** Whether a cell stands in an area that began before it. */
    has: (column: number, row: number): boolean =>
      areas.length > 0 && areas.some(({ left, right, bottom }) => column >= left && column <= right && row <= bottom),
  };
}
