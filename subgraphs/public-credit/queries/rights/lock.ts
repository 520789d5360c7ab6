/** The lock that the calling subject has on what is used of it by agreement (Articles 23 (2), 24 and 36). Nobody else is told that there is one. */
import { ownId } from '../../../authorization/ids.ts';
import { open, roles } from '../../../authorization/policy.ts';
import type { Statement } from '../../../database/database.ts';
import { textsToRead } from '../../../redaction/whole-texts.ts';
import type { Context } from '../../../request/context.ts';

export interface LockRow {
  /** Null once it is lifted. */
  readonly lockedSince: string | null;
  readonly reason: string | null;
}

const OPEN: Statement = {
  name: 'own-lock',
  text: `select l.id, l.locked_at as "lockedAt", w.sealed, w.key_id as "keyId" from rights.sharing_lock l
      left join public_credit.text_whole w on w.subject_id = l.subject_id and w.place = 'LOCK' and w.id = l.id
    where l.subject_id = $1::uuid and l.unlocked_at is null`,
};

interface Stored {
  readonly id: string;
  readonly lockedAt: string | Date;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

/** Null where it has none. */
export async function ownLock(context: Context, subjectId: string): Promise<LockRow | null> {
  const [row] = await context.query<Stored>(OPEN, [subjectId]);
  if (row === undefined) return null;
  const texts = textsToRead(context.platform.secrets, row.id, row.sealed, row.keyId);
  return { lockedSince: new Date(row.lockedAt).toISOString(), reason: texts?.reason ?? null };
}

/** Who may ask what, and what ids are of: what subjects hide (Article 37 §1), and their lock. */
export const endingPolicy = {
  Mutation: {
    hideTrustworthyRecord: roles('37', 'SUBJECT'),
    showTrustworthyRecord: roles('37', 'SUBJECT'),
    lockSharing: roles('36', 'SUBJECT'),
    unlockSharing: roles('36', 'SUBJECT'),
  },
  types: {
    RecordDisplay: { id: open, displayed: open },
    SharingLock: { lockedSince: open, reason: open },
  },
  ids: { RecordDisplay: { id: ownId('RECORD') } },
  arguments: {
    'Mutation.hideTrustworthyRecord': { record: 'RECORD' },
    'Mutation.showTrustworthyRecord': { record: 'RECORD' },
  },
} as const;
