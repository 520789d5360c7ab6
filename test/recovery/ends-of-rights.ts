/** Ends of what subjects chose and claimed, beside those of ends.ts. */
import { sql } from 'kysely';
import type { Kind } from '../../subgraphs/recovery/entry.ts';
import { COMPANY, MEI, subject } from '../kit.ts';
import { act, first } from './ending.ts';
import type { Case } from './ends-of-objections.ts';

const AGENT = '239999198706150026';
const OTHER_AGENT = '239999199011220037';

export const ENDS_OF_RIGHTS = {
  CHANNEL_ENDED: {
    begin: async (disk) => {
      for (const one of [MEI, COMPANY])
        await act(disk, subject(one), 'chooseChannel(input: { kind: WEBHOOK, url: "http://127.0.0.1:9/" }) { secret }');
      return '';
    },
    end: (disk) => act(disk, subject(MEI), 'chooseChannel(input: { kind: NONE }) { secret }'),
    state: () => sql`select id, ended_at from rights.channel order by id`,
  },
  // One that is lifted is lifted again, and one that is made is made again.
  SHARING_LOCK: {
    begin: async (disk) => {
      await act(disk, subject(MEI), 'lockSharing(reason: "外出") { lockedSince }');
      return '';
    },
    end: async (disk) => {
      await act(disk, subject(MEI), 'unlockSharing { lockedSince }');
      await act(disk, subject(COMPANY), 'lockSharing { lockedSince }');
    },
    state: () =>
      sql`select subject_id, id, locked_at, unlocked_at is null as open from rights.sharing_lock order by subject_id`,
  },
  // Of two mandates one ends: whoever acted under it is refused over the restored database too.
  MANDATE_ENDED: {
    begin: async (disk) => {
      for (const agent of [AGENT, OTHER_AGENT])
        await act(
          disk,
          subject(COMPANY),
          `registerMandate(input: { agent: { type: CITIZEN_ID, value: "${agent}" }, kind: EMPLOYEE, scope: [READ], validUntil: "2027-01-01" }) { id }`,
        );
      return await first(disk, sql<{ id: string }>`select id from rights.mandate order by id limit 1`);
    },
    end: (disk, thing) => act(disk, subject(COMPANY), `endMandate(id: "${thing}", reason: "离职") { endedOn }`),
    state: () => sql`select id, ended_on, ended_at, ended_by from rights.mandate order by id`,
  },
} satisfies Partial<Record<Kind, Case>>;
