/**
 * Joins subjects that turn out to be one (Article 19): persons who were held under an old number of fifteen digits, or whose citizen number was sent
 * as another document or as a credit code, and documents whose number was written with hyphens. Such numbers are refused today, so that what is held already is all there is.
 */
import { sql } from 'kysely';
import { desensitizeNumber } from '../../../../schema/law/desensitize/desensitize.ts';
import { checkIdentifier, citizenCheckDigit } from '../../../../schema/law/records/identifiers.ts';
import type { Secrets } from '../../../keys/secrets.ts';
import { isUnreadable, type Where } from '../../../keys/unreadable.ts';
import { knownIn, readKnown, type SubjectKnown } from '../../../redaction/known-values.ts';
import { knownOf, openContent, openStatement } from '../../../redaction/open-form.ts';
import { remakeSubject } from '../../../redaction/remake.ts';
import type { ClientRequest } from '../../../request/context.ts';
import type { Item } from '../../../request/directory.ts';
import type { RequestAs } from '../../../request/internal-request.ts';
import type { WholeStatement } from '../../../request/subjects/subject-rows.ts';
import type { CheckedRecord } from '../check.ts';
import { formedOf } from '../formed.ts';

interface Second {
  readonly id: string;
  readonly identifier_type: 'USCC' | 'OTHER_DOCUMENT';
  readonly identifier: string;
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
}

/** A row that says something of a second subject: a version of a record, a designation or an incentive. */
interface Saying {
  readonly id: string;
  readonly version: number;
  readonly item: string;
  readonly edition: string | null;
  readonly personal: boolean;
  /** Null where the row is no record. */
  readonly content: CheckedRecord['content'] | null;
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
  readonly stated_name: string | null;
  readonly stated_address: string | null;
  readonly stated_phone: string | null;
  readonly said: Buffer | null;
  readonly said_key: string | null;
}

/** Whom a number names today. */
interface Person {
  readonly type: 'CITIZEN_ID' | 'OTHER_DOCUMENT';
  readonly value: string;
  readonly birthDate: string | null;
}

/**
 * Whom a held number names: the person of a citizen number, also of an old one, which were given before 2000, or the holder of a document whose number
 * was written with hyphens. Undefined where it names nobody but whom it is held for.
 */
function personOf(type: Second['identifier_type'], held: string): Person | undefined {
  const plain = held.replaceAll('-', '');
  const first17 = `${plain.slice(0, 6)}19${plain.slice(6)}`;
  const number = /^\d{15}$/.test(plain) ? first17 + citizenCheckDigit(first17) : plain;
  const citizen = checkIdentifier('CITIZEN_ID', number, { unassignedRegions: 'allow' });
  if (citizen.ok) return { type: 'CITIZEN_ID', value: citizen.value, birthDate: citizen.birthDate ?? null };
  if (type !== 'OTHER_DOCUMENT' || plain === held) return undefined;
  const document = checkIdentifier('OTHER_DOCUMENT', held, { unassignedRegions: 'allow' });
  return document.ok ? { type: 'OTHER_DOCUMENT', value: document.value, birthDate: null } : undefined;
}

const REASONS = {
  USCC: 'CITIZEN_NUMBER_AS_CODE',
  OTHER_DOCUMENT: 'CITIZEN_NUMBER_AS_DOCUMENT',
} as const;

const statementAt = (id: string): Where => ({ place: 'public_credit.statement_whole', id });

function unsealed<Value>(
  secrets: Secrets,
  sealed: Buffer | null,
  keyId: string | null,
  boundTo: string,
  where: Where,
): Value | undefined {
  return sealed === null || keyId === null
    ? undefined
    : (secrets.unsealToChange({ sealed, keyId }, boundTo, where) as Value);
}

const hex = ({ sealed, keyId }: { readonly sealed: Buffer; readonly keyId: string }) => ({
  sealed: sealed.toString('hex'),
  keyId,
});

/** What a row says of the person, whole. */
function saidOf(secrets: Secrets, alias: string, { value, birthDate }: Person, row: Saying): WholeStatement {
  const open = { name: row.stated_name, address: row.stated_address, phone: row.stated_phone };
  const whole = unsealed<WholeStatement>(secrets, row.said, row.said_key, alias, statementAt(row.id));
  return { ...open, ...whole, identifier: value, birthDate: birthDate ?? whole?.birthDate ?? null };
}

/** A version of what was held as a company, masked as a person's. */
function masked(
  secrets: Secrets,
  editions: readonly Item[],
  subject: CheckedRecord['subject'],
  row: Saying,
  known: SubjectKnown,
) {
  const { id, version, content: open, sealed, key_id: keyId } = row;
  if (open === null) return [];
  const item = editions.find(({ code, edition }) => code === row.item && edition === row.edition);
  if (item === undefined) throw new Error(`${row.item} ${row.edition} is in no catalog.`);
  const whole = unsealed<typeof open>(secrets, sealed, keyId, id, { place: 'public_credit.record_whole', id }) ?? open;
  const formed = formedOf({ item, subject, content: whole });
  known.add(knownOf(formed));
  const content = openContent(formed, known.redact);
  return [{ id, version, item: item.code, content, ...hex(secrets.seal(whole, id)) }];
}

/** What moves, in the form in which it is a person's. */
function moved(
  secrets: Secrets,
  editions: readonly Item[],
  alias: string,
  person: Person,
  rows: readonly Saying[],
  known: SubjectKnown,
) {
  const subjectId = secrets.subjectId(person.type, person.value);
  const said = rows.map((row) => ({ row, whole: saidOf(secrets, alias, person, row) }));
  // Versions that were replaced before rows said whom they are about have no name of their own.
  const named = said.find(({ whole }) => whole.name !== null)?.whole.name ?? '';
  const open = said
    .filter(({ row }) => !row.personal)
    .map(({ row, whole: { name, address, phone } }) => {
      const who = { ...person, kind: 'NATURAL_PERSON', personal: true } as const;
      const subject = { ...who, name: name ?? named, address, phone };
      return { row, subject, isNamed: name !== null };
    });
  return {
    wholes: said.map(({ row: { id, version, item }, whole }) => ({
      id,
      version,
      item,
      ...hex(secrets.seal(whole, subjectId)),
    })),
    contents: open.flatMap(({ row, subject }) => masked(secrets, editions, subject, row, known)),
    statements: open
      .filter(({ isNamed }) => isNamed)
      .map(({ row: { id, version }, subject }) => ({ id, version, ...openStatement(subject) })),
  };
}

/** Joins one; false where another process did. */
async function join(request: ClientRequest, editions: readonly Item[], second: Second): Promise<boolean> {
  const { secrets } = request.platform;
  const alias = second.id;
  const held =
    unsealed<WholeStatement>(secrets, second.sealed, second.key_id, alias, statementAt(alias))?.identifier ??
    second.identifier;
  const person = personOf(second.identifier_type, held);
  if (person === undefined) return false;
  return request.write('due', async (em) => {
    const kysely = em.getKysely();
    const { rows } = await sql<Saying>`select * from public_credit.rows_of_second(${alias}::uuid)`.execute(kysely);
    const subject = secrets.subjectId(person.type, person.value);
    const known = await readKnown(em, secrets, [alias, subject]);
    const ofSubject = knownIn(known, subject);
    for (const { closed } of known.values()) if (closed !== undefined) throw closed;
    // What was known under the alias is known of the subject; what was its name as an organization is a person's.
    ofSubject.take(knownIn(known, alias));
    const joined = {
      alias,
      subject,
      reason: person.type === 'OTHER_DOCUMENT' ? 'DOCUMENT_WITH_HYPHENS' : REASONS[second.identifier_type],
      type: person.type,
      ...hex(secrets.seal({ identifier: held }, alias)),
      identifier: desensitizeNumber(person.type, person.value),
      ...moved(secrets, editions, alias, person, rows, ofSubject),
    };
    const result = await sql<{
      done: boolean;
    }>`select public_credit.join_subject(${JSON.stringify(joined)}::jsonb) as done`.execute(kysely);
    if (result.rows[0]?.done !== true) return false;
    // All its texts are made anew.
    await remakeSubject(em, secrets, subject, ofSubject);
    return true;
  });
}

/** One that cannot be opened waits until it can: the operator is told of its row, and the others are joined. */
async function joinUnlessUnreadable(...one: Parameters<typeof join>): Promise<boolean> {
  try {
    return await join(...one);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return false;
  }
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
    for (const second of rows) if (await joinUnlessUnreadable(request, editions, second)) joined += 1;
    return joined;
  } finally {
    await request.abandon();
  }
}
