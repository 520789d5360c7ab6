/** Cursors of a unit's feed. They are valid for that unit under any purpose, and do not expire. */
import type { Secrets } from '../keys/secrets.ts';

const boundTo = (unit: string): string => `changes\n${unit}`;

/** The number as text, because a number of JavaScript does not hold every bigint. */
export const feedCursor = (secrets: Secrets, unit: string, number: string): string =>
  secrets.sealCursor(number, boundTo(unit));

/** The feed number in a cursor; undefined for a cursor of another unit. Cursors of before hold it as a number of JSON. */
export function feedNumber(secrets: Secrets, unit: string, cursor: string): string | undefined {
  const number = secrets.openCursor(cursor, boundTo(unit));
  return typeof number === 'number' || typeof number === 'string' ? String(number) : undefined;
}
