import { badInput } from '../../schema/errors.ts';
import { inputMessages } from '../../schema/messages/acts/inputs.ts';

/** Checks an optional number of months or extent. */
export function checkCount(name: string, value: number | null | undefined, most: number): number | null {
  if (value != null && (value < 1 || value > most)) throw badInput('NUMBER', inputMessages.within(name, value, most));
  return value ?? null;
}
