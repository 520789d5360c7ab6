/** The version of this code. */
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

export const VERSION = version;

/** Whether a version is later than this one. What stands behind a hyphen comes before the version itself (semver). */
export function isLater(other: string, own = VERSION): boolean {
  const parts = (text: string): readonly number[] => {
    const [numbers = '', ...before] = text.split('-');
    return [...numbers.split('.').map(Number), before.length === 0 ? 1 : 0];
  };
  const mine = parts(own);
  for (const [place, part] of parts(other).entries()) {
    const difference = part - (mine[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
