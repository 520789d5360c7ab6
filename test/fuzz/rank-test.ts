/** The rank test of Mann and Whitney: whether one of two samples tends to be greater. */

/** How many standard deviations the rank sum of `left` lies from what chance would give (normal approximation, ties sharing their ranks). */
export function z(left: readonly number[], right: readonly number[]): number {
  const all = [...left.map((value) => ({ value, own: true })), ...right.map((value) => ({ value, own: false }))];
  all.sort((one, other) => one.value - other.value);
  let sum = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    sum += all.slice(at, end).filter(({ own }) => own).length * ((at + 1 + end) / 2);
    at = end;
  }
  const [n, m] = [left.length, right.length];
  return (sum - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}
