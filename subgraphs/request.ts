/**
 * One client request: one snapshot shared by all its fetches, so that an answer is never half before and half after a change,
 * and one ledger entry written before the answer leaves.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { forbidden } from '../schema/errors.ts';
import { todayIn } from '../schema/law/calendar.ts';
import type { Caller, House, Reading } from './context.ts';
import type { DirectoryReader } from './directory.ts';
import { type Disclosure, writeDisclosures } from './ledger.ts';
import type { Session } from './session.ts';

export interface ClientRequest {
  readonly id: string;
  readonly caller: Caller;
  readonly house: House;
  /** Date in Asia/Shanghai, fixed for the whole request. */
  readonly today: string;
  /** The shared snapshot; opened on first use, and anew after a write. */
  reading(): Promise<Reading>;
  /** A unit of work under a database role. The snapshot is given up first: an embedded database has one connection. */
  write<Result>(databaseRole: string, work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  /** Notes what the answer will show, for the ledger. */
  disclose(disclosure: Disclosure): void;
  /** Ends the snapshot and writes the ledger. Throws LEDGER_UNAVAILABLE, and then nothing may leave. */
  settle(): Promise<void>;
  /** Ends the snapshot without disclosing anything. */
  abandon(): Promise<void>;
}

export function openRequest(house: House, directories: DirectoryReader, caller: Caller): ClientRequest {
  const today = todayIn(house.now());
  const session: Session = {
    role: caller.role,
    unit: caller.unit,
    purpose: caller.purpose,
    caseReference: caller.caseReference,
    subjectId: caller.subject?.id ?? null,
    today,
  };
  let snapshot: Promise<Reading> | undefined;
  let ended = false;
  const disclosures: Disclosure[] = [];

  const open = async (): Promise<Reading> => {
    const transaction = await house.database.read(session);
    try {
      return await directories.read(transaction, caller, today);
    } catch (error) {
      await transaction.close();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    const open = snapshot;
    snapshot = undefined;
    const reading = await open?.catch(() => undefined);
    await reading?.transaction.close();
  };

  return {
    id: caller.requestId,
    caller,
    house,
    today,
    reading: () => {
      if (ended) return Promise.reject(new Error('The request has ended.'));
      snapshot ??= open();
      return snapshot;
    },
    write: async (databaseRole, work) => {
      await close();
      return house.database.write(session, databaseRole, work);
    },
    disclose: (disclosure) => {
      disclosures.push(disclosure);
    },
    settle: async () => {
      ended = true;
      await close();
      // An anonymous caller is no recipient: there is nobody to name (Article 17 speaks of identified ones).
      if (caller.role === 'PUBLIC' || disclosures.length === 0) return;
      try {
        await house.database.write(session, 'credit_ledger', (em) =>
          writeDisclosures(
            em,
            { ...session, channel: caller.channel, requestId: caller.requestId, at: house.now() },
            disclosures,
          ),
        );
      } catch {
        throw forbidden('LEDGER_UNAVAILABLE', '17');
      }
    },
    abandon: async () => {
      ended = true;
      disclosures.length = 0;
      await close();
    },
  };
}

/** An id for a request, a record, a submission: random, so that nothing can be counted or guessed. */
export const newId = (): string => randomUUID();
