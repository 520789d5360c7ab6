/** Units of work that meet: the one that comes second sees what the first one did when it tries again. */

const ATTEMPTS = 3;

/** Two submissions of the same record at once: the second one sees the first when it tries again. */
const collided = (error: unknown): boolean =>
  ['23505', '40001', '40P01'].includes((error as { code?: string }).code ?? '');

/** Tries again what another unit of work got in the way of. */
export async function retried<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried += 1)
    try {
      return await attempt();
    } catch (error) {
      if (tried === ATTEMPTS || !collided(error)) throw error;
    }
}

/** Thrown by a unit of work that found another one's traces; `retried` tries it again. */
export class Overtaken extends Error {
  readonly code = '40001';
}
