/** How far a long copy is, told now and then. */
const EVERY_MS = 2_000;

/** Passes on a call at most every two seconds, and the first of all. */
export function nowAndThen<Told extends readonly unknown[]>(tell: (...told: Told) => void): (...told: Told) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...told) => {
    if (performance.now() - last < EVERY_MS) return;
    last = performance.now();
    tell(...told);
  };
}
