/** Stores the subjects of designations that no provider has delivered yet, as the decision names them (Articles 28 and 33). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { desensitize } from '../../../schema/law/desensitize.ts';
import type { Platform } from '../../request/context.ts';
import { type Identified, UNNAMED } from '../../request/identify.ts';

/** A subject with its name from the decision. */
export interface Named extends Identified {
  /** Name as the decision has it; null where it has none. */
  readonly name: string | null;
}

const NUMBER_KINDS = { CITIZEN_ID: 'CITIZEN_ID', OTHER_DOCUMENT: 'DOCUMENT_NUMBER' } as const;

const maskedNumber = ({ type, value }: Identified): string =>
  type === 'USCC' ? value : (desensitize(NUMBER_KINDS[type], value) ?? '');

/** Inserts subjects that are not stored yet. Stored ones keep what their providers delivered. */
export async function ensureSubjects(em: EntityManager, platform: Platform, subjects: readonly Named[]): Promise<void> {
  const rows = subjects
    .map((subject) => {
      const name = subject.name?.normalize('NFC').trim() || UNNAMED;
      const whole = { name, identifier: subject.value, birthDate: null, address: null, phone: null };
      const { sealed, keyId } = platform.secrets.seal(whole, subject.id);
      return {
        id: subject.id,
        kind: subject.kind,
        personal: subject.personal,
        name: subject.personal && name !== UNNAMED ? (desensitize('NAME', name) ?? '*') : name,
        type: subject.type,
        number: maskedNumber(subject),
        sealed: sealed.toString('hex'),
        keyId,
      };
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const db = em.getKysely();
  const given = JSON.stringify(rows);
  await sql`insert into public_credit.subject (id, kind, personal, name, identifier_type, identifier, held_since)
    select (s->>'id')::uuid, s->>'kind', (s->>'personal')::boolean, s->>'name', s->>'type', s->>'number', ${platform.now().toISOString()}::timestamptz
    from jsonb_array_elements(${given}::jsonb) s on conflict do nothing`.execute(db);
  await sql`insert into public_credit.subject_whole (subject_id, sealed, key_id)
    select (s->>'id')::uuid, decode(s->>'sealed', 'hex'), s->>'keyId' from jsonb_array_elements(${given}::jsonb) s
    where (s->>'personal')::boolean on conflict do nothing`.execute(db);
}
