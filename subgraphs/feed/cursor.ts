/** Cursors of a unit's feed of changes: good for that unit whatever the purpose of the question, and for ever. */
import type { Secrets } from '../keys/secrets.ts';

const boundTo = (unit: string): string => `changes\n${unit}`;

export const feedCursor = (secrets: Secrets, unit: string, number: number): string =>
  secrets.sealCursor(number, boundTo(unit));

/** The number behind a cursor; undefined for one that was not made for this unit. */
export function feedNumber(secrets: Secrets, unit: string, cursor: string): number | undefined {
  const number = secrets.openCursor(cursor, boundTo(unit));
  return typeof number === 'number' ? number : undefined;
}
