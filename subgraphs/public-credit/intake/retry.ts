/** Retries transactions that collided with another one: in the next attempt they see what it stored. */

const ATTEMPTS = 3;

/** Unique violation, serialization failure or deadlock: another transaction got in first, for example with the same record. */
const collided = (error: unknown): boolean =>
  ['23505', '40001', '40P01'].includes((error as { code?: string }).code ?? '');

/** Runs a transaction again when it collided with another one. */
export async function retried<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried += 1)
    try {
      return await attempt();
    } catch (error) {
      if (tried === ATTEMPTS || !collided(error)) throw error;
    }
}

/** Thrown inside a transaction that finds that another one was faster. `retried` runs it again. */
export class Overtaken extends Error {
  readonly code = '40001';
}
