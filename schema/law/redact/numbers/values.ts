/** How far a number reaches that a word introduces, in whatever groups and with whatever letters. */

const isAlphanumeric = (unit: string): boolean => /[0-9A-Za-z*]/.test(unit);

const MOST = 40;

/**
 * The end of a number that begins at `start`, or `start` where none begins. Letters may stand before it, single separators within it, a check digit in
 * brackets or an extension behind it.
 */
export function numberEnd(text: string, digits: string, start: number): number {
  let at = start;
  let end = start;
  let seen = 0;
  while (at < text.length && at - start < MOST) {
    const unit = digits.charAt(at);
    if (isAlphanumeric(unit)) {
      if (/[0-9*]/.test(unit)) seen += 1;
      at += 1;
      end = at;
      continue;
    }
    const next = digits.charAt(at + 1);
    const joins = ' -·./_№\n#'.includes(unit);
    if (joins && (isAlphanumeric(next) || (next === ' ' && isAlphanumeric(digits.charAt(at + 2))) || next === '№')) {
      at += 1;
      continue;
    }
    // 1001726(3)
    if ((unit === '(' || unit === '（') && /^.[0-9A-Za-z][)）]/.test(digits.slice(at, at + 3)) && seen >= 5) {
      end = at + 3;
      at = end;
    }
    break;
  }
  return seen >= 3 ? end : start;
}
