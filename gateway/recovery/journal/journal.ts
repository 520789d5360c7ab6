/** The journal of what ended beside the backups (JOURNAL_DIR): written before an answer leaves, and said again before anybody is served. */
import { hostname } from 'node:os';
import { causeOf } from '../../../schema/cause.ts';
import type { Database } from '../../../subgraphs/database/database.ts';
import type { DatabaseRole } from '../../../subgraphs/database/roles.ts';
import type { Secrets } from '../../../subgraphs/keys/secrets.ts';
import { hasWaiting, takeWaiting } from '../../../subgraphs/recovery/recovery.ts';
import { appendEntries } from './journal-files.ts';

/** Roles under which something may end. What others write ends nothing, or waits for the job. */
const ENDING: ReadonlySet<DatabaseRole> = new Set([
  'control',
  'intake',
  'collect',
  'designate',
  'due',
  'amend',
  'sequencer',
  'recovery',
]);

export interface Journal {
  /** Takes what waits to the files. Rejects where that fails; then it waits on. */
  flush(): Promise<number>;
  /** The database, of which a write is over when its ends stand in the files. */
  readonly database: Database;
}

interface Settings {
  readonly folder: string;
  readonly secrets: Pick<Secrets, 'journalMac'>;
  readonly now: () => Date;
  /** Told of an end that could not be taken to the files: it stands, and waits. */
  readonly onFault?: ((fault: unknown) => void) | undefined;
  readonly host?: string | undefined;
}

export function openJournal(
  database: Database,
  { folder, secrets, now, onFault, host = hostname() }: Settings,
): Journal {
  const flush = async (): Promise<number> =>
    (await hasWaiting(database, now()))
      ? takeWaiting(database, now(), (entries) => appendEntries(folder, host, now(), entries, secrets))
      : 0;
  let failing = false;
  /** What ended stays ended, whatever becomes of the files: the caller is not told of a disk that is full. */
  const settle = async (): Promise<void> => {
    try {
      await flush();
      failing = false;
    } catch (error) {
      // The job tells it again and again; here the first of a row is enough.
      if (!failing) onFault?.(causeOf(error));
      failing = true;
    }
  };
  return {
    flush,
    database: {
      ...database,
      write: async (session, databaseRole, work, moment) => {
        const result = await database.write(session, databaseRole, work, moment);
        if (ENDING.has(databaseRole)) await settle();
        return result;
      },
    },
  };
}
