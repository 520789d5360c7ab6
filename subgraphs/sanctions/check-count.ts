import { badInput } from '../../schema/errors.ts';

/** Checks an optional number of months or extent. */
export function checkCount(name: string, value: number | null | undefined, most: number): number | null {
  if (value != null && (value < 1 || value > most))
    throw badInput('NUMBER', `${name} is ${value}; it goes from 1 to ${most}.`, 'Send a number within.');
  return value ?? null;
}
