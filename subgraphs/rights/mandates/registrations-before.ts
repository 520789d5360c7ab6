/** Registrations of before are read for who represents the organization, each once (Article 35). */
import { sql } from 'kysely';
import type { Secrets } from '../../keys/secrets.ts';
import { isUnreadable } from '../../keys/unreadable.ts';
import type { RequestAs } from '../../request/internal-request.ts';
import { type NewRegistration, registrationSays, storeRegistrations } from './registrations.ts';

const AT_ONCE = 2_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Row {
  readonly id: string;
  readonly subjectId: string;
  readonly version: number;
  readonly personal: boolean;
  readonly content: Readonly<Record<string, unknown>>;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

/** What cannot be opened names nobody. */
function saysOf(secrets: Secrets, { id, subjectId, version, personal, content, sealed, keyId }: Row): NewRegistration {
  const named = { subjectId, recordId: id, version };
  try {
    const whole =
      sealed === null || keyId === null
        ? content
        : (secrets.unsealToChange({ sealed, keyId }, id, {
            place: 'public_credit.record_whole',
            id,
          }) as Row['content']);
    return { ...named, ...registrationSays(secrets, { personal, content: whole }) };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { ...named, representative: null, struckOff: false };
  }
}

/** Reads them all, slice after slice, each in a transaction of its own; returns how many. Where all were read it does nothing. */
export async function readRegistrationsBefore(requestAs: RequestAs): Promise<number> {
  const request = requestAs({ role: 'OPERATOR' });
  const { secrets } = request.platform;
  try {
    await request.snapshot();
    let read = 0;
    for (let last: string | undefined = NOBODY; last !== undefined; ) {
      const after: string = last;
      const rows: readonly Row[] = await request.write('due', async (em) => {
        const found = await sql<Row>`select * from rights.registrations_before(${after}::uuid, ${AT_ONCE})`.execute(
          em.getKysely(),
        );
        await storeRegistrations(
          em,
          found.rows.map((row) => saysOf(secrets, row)),
        );
        return found.rows;
      });
      read += rows.length;
      last = rows.at(-1)?.id;
    }
    return read;
  } finally {
    await request.abandon();
  }
}
