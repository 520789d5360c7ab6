/** Cursors of a unit's feed. They are valid for that unit under any purpose, and do not expire. */
import type { Secrets } from '../keys/secrets.ts';

const boundTo = (unit: string): string => `changes\n${unit}`;

export const feedCursor = (secrets: Secrets, unit: string, number: number): string =>
  secrets.sealCursor(number, boundTo(unit));

/** The feed number in a cursor; undefined for a cursor of another unit. */
export function feedNumber(secrets: Secrets, unit: string, cursor: string): number | undefined {
  const number = secrets.openCursor(cursor, boundTo(unit));
  return typeof number === 'number' ? number : undefined;
}
