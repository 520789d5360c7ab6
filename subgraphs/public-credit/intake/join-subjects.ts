/**
 * Joins subjects that turn out to be one (Article 19): persons who were held under an old number of fifteen digits, or whose citizen number was sent
 * as another document or as a credit code. Such numbers are refused today, so that what is held already is all there is.
 */
import { sql } from 'kysely';
import { checkIdentifier, citizenCheckDigit } from '../../../schema/law/identifiers.ts';
import type { Secrets } from '../../keys/secrets.ts';
import type { ClientRequest } from '../../request/context.ts';
import type { Item } from '../../request/directory.ts';
import type { RequestAs } from '../../request/internal-request.ts';
import type { CheckedRecord } from './check.ts';
import { openContent, openSubject } from './open-form.ts';

interface Second {
  readonly id: string;
  readonly identifier_type: 'USCC' | 'OTHER_DOCUMENT';
  readonly identifier: string;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
}

interface Version {
  readonly id: string;
  readonly version: number;
  readonly item: string;
  readonly edition: string;
  readonly personal: boolean;
  readonly content: CheckedRecord['content'];
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
}

type Known = Pick<Second, 'name' | 'identifier' | 'address' | 'phone'>;

/** The citizen number that a number stands for; the old ones were given before 2000. Undefined where it stands for none. */
function citizenNumberOf(held: string): string | undefined {
  const plain = held.replaceAll('-', '');
  const first17 = `${plain.slice(0, 6)}19${plain.slice(6)}`;
  const number = /^\d{15}$/.test(plain) ? first17 + citizenCheckDigit(first17) : plain;
  return checkIdentifier('CITIZEN_ID', number, { unassignedRegions: 'allow' }).ok ? number : undefined;
}

function knownOf(secrets: Secrets, { sealed, key_id: keyId, id, ...open }: Second): Known {
  if (sealed === null || keyId === null) return open;
  return secrets.unseal({ sealed, keyId }, id) as Known;
}

const hex = ({ sealed, keyId }: { readonly sealed: Buffer; readonly keyId: string }) => ({
  sealed: sealed.toString('hex'),
  keyId,
});

/** The person as today's deliveries would say it. */
const personOf = (known: Known, number: string): CheckedRecord['subject'] => ({
  type: 'CITIZEN_ID',
  value: number,
  kind: 'NATURAL_PERSON',
  personal: true,
  birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
  name: known.name,
  address: known.address,
  phone: known.phone,
});

/** A version of what was held as a company, masked as a person's. */
function masked(secrets: Secrets, editions: readonly Item[], subject: CheckedRecord['subject'], held: Version) {
  const { id, version, sealed, key_id: keyId } = held;
  const item = editions.find(({ code, edition }) => code === held.item && edition === held.edition);
  if (item === undefined) throw new Error(`${held.item} ${held.edition} is in no catalog.`);
  const whole =
    sealed === null || keyId === null ? held.content : (secrets.unseal({ sealed, keyId }, id) as typeof held.content);
  const content = openContent({ item, subject, content: whole });
  return { id, version, item: item.code, content, ...hex(secrets.seal(whole, id)) };
}

/** Joins one; false where another process did. */
async function join(request: ClientRequest, editions: readonly Item[], second: Second): Promise<boolean> {
  const { secrets } = request.platform;
  const known = knownOf(secrets, second);
  const number = citizenNumberOf(known.identifier);
  if (number === undefined) return false;
  const subjectId = secrets.subjectId('CITIZEN_ID', number);
  const subject = personOf(known, number);
  const { name, birthDate, address, phone } = subject;
  return request.write('due', async (em) => {
    const kysely = em.getKysely();
    const { rows } = await sql<Version>`select * from public_credit.versions_of_second(${second.id}::uuid)`.execute(
      kysely,
    );
    const joined = {
      alias: second.id,
      subject: subjectId,
      reason: second.identifier_type === 'USCC' ? 'CITIZEN_NUMBER_AS_CODE' : 'CITIZEN_NUMBER_AS_DOCUMENT',
      ...hex(secrets.seal(known, second.id)),
      row: {
        ...openSubject(subject),
        ...hex(secrets.seal({ name, identifier: number, birthDate, address, phone }, subjectId)),
      },
      contents: rows.filter(({ personal }) => !personal).map((held) => masked(secrets, editions, subject, held)),
    };
    const result = await sql<{
      done: boolean;
    }>`select public_credit.join_subject(${JSON.stringify(joined)}::jsonb) as done`.execute(kysely);
    return result.rows[0]?.done === true;
  });
}

/** Joins all that are held, each in a transaction of its own; returns how many. Another process may do the same at once. */
export async function joinSubjects(requestAs: RequestAs): Promise<number> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    const { editions } = (await request.snapshot()).directory;
    const { rows } = await request.write('due', (em) =>
      sql<Second>`select * from public_credit.second_subjects()`.execute(em.getKysely()),
    );
    let joined = 0;
    for (const second of rows) if (await join(request, editions, second)) joined += 1;
    return joined;
  } finally {
    await request.abandon();
  }
}
