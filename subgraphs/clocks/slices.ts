/**
 * Long work in slices: each a transaction of its own that holds its locks briefly, so that work which is interrupted goes on where it stood. Servers on one
 * database take turns by a lock: who finds it taken leaves the rest to the other.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { ClientRequest } from '../request/context.ts';
import type { Occasion } from './occasion.ts';

/** Rows of one slice. */
export const SLICE = 2_000;

/** Runs a slice; undefined where another server has the turn. */
export type Slices = <Result>(work: (occasion: Occasion) => Promise<Result>) => Promise<Result | undefined>;

export const inSlices =
  (request: Pick<ClientRequest, 'write' | 'today'>, now: () => Date): Slices =>
  (work) =>
    request.write('due', async (em: EntityManager) => {
      const lock = await sql<{
        held: boolean;
      }>`select pg_try_advisory_xact_lock(hashtext('credit-gateway due')) as held`.execute(em.getKysely());
      return lock.rows[0]?.held === true ? work({ em, today: request.today, at: now().toISOString() }) : undefined;
    });

/** Told behind each slice: how many rows were done so far. */
export type Progress = (done: number) => void;
