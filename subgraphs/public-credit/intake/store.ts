/** Stores checked records. The number of statements does not depend on the size of the batch. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { todayIn } from '../../../schema/law/clocks/calendar.ts';
import { REDACTION_VERSION } from '../../../schema/law/redact/redact.ts';
import type { Secrets } from '../../keys/secrets.ts';
import { narrowForms } from '../../redaction/forms.ts';
import { knownIn, storeKnown } from '../../redaction/known-values.ts';
import { openStatement } from '../../redaction/open-form.ts';
import { knownOfAll } from '../../redaction/remake.ts';
import { type NewWholeStatement, storeWholeStatements } from '../../request/subjects/subject-rows.ts';
import type { FallMark } from '../../rights/fallen/marks.ts';
import { type NewRegistration, registrationSays, storeRegistrations } from '../../rights/mandates/registrations.ts';
import type { CheckedRecord, Displaying } from './check.ts';
import { formedOf, openForms, wholeStatement } from './formed.ts';
import { type Head, type Keyed, readHeads } from './heads.ts';
import { type NamedRecord, sameContent } from './same-record.ts';
import { storeSubjects } from './subjects/store-subjects.ts';

export interface Occasion {
  readonly unit: string;
  /** The unit whose record it is, where another corrects it. */
  readonly providing?: string;
  readonly at: Date;
  readonly submissionId: string;
}

export interface Stored {
  readonly accepted: number;
  readonly unchanged: number;
  readonly corrected: number;
  /** Ids of the new records. */
  readonly added: readonly string[];
  /** The same, by what was delivered. */
  readonly ids: ReadonlyMap<CheckedRecord, string>;
  /** Rows that said something else, and were left out because a later row tells how the record stands. */
  readonly overtaken: readonly Overtaken[];
}

/** `by`: the last row of this delivery about the record, or a line further on in the file. */
export interface Overtaken {
  readonly row: number;
  readonly by: { readonly row: number } | { readonly line: number };
}

/** What a file says of records behind the rows of a delivery. */
export interface Ahead {
  /** The line of the last row about the same record, where it stands behind this one. Throws what makes the file be read to its end, if it was not. */
  laterThan(record: CheckedRecord): number | undefined;
}

export interface Storing {
  readonly ahead?: Ahead | undefined;
  /** Records that are not displayed until it is decided. */
  readonly held?: ReadonlySet<CheckedRecord>;
}

/** A display period that has ended stays ended, even if the record is delivered again with a later end (Article 37 §2). */
const endOf = (head: Head | undefined, stated: string | null, today: string): string | null =>
  head !== undefined && head.displayedUntil !== null && head.displayedUntil < today ? head.displayedUntil : stated;

interface Hashed extends Keyed {
  /** Key of the record: subject and natural key. */
  readonly place: string;
}

export interface Version extends Record<string, unknown> {
  readonly subject_id: string;
  readonly id: string;
  readonly version: number;
  current: boolean;
  readonly fall: FallMark;
}

/** Columns of what a display ends by. */
export const reckonedBy = ({ displayedUntil, displayClass, displayFrom, statedUntil }: Displaying) => ({
  displayed_until: displayedUntil,
  display_class: displayClass,
  display_from: displayFrom,
  stated_until: statedUntil,
});

/** Stores records in one transaction. An unchanged record is skipped, a changed one becomes a new version (Article 36 (3)). */
export async function storeRecords(
  em: EntityManager,
  secrets: Secrets,
  occasion: Occasion,
  named: readonly NamedRecord[],
  { ahead, held = new Set() }: Storing = {},
): Promise<Stored> {
  await storeSubjects(em, occasion.unit, occasion.at, named);
  const { heads, keyed } = await readHeads(em, occasion.unit, named);
  const isHeld = (head: Head | undefined, record: CheckedRecord, ...hashes: readonly (string | undefined)[]): boolean =>
    head !== undefined && hashes.includes(head.contentHash) && head.item === record.item.code;
  const hashed: readonly Hashed[] = keyed.map((one) => ({ ...one, place: `${one.subjectId}/${one.key}` }));
  // Where a delivery has several rows for one record, the last one counts. If that one is stored already, the earlier rows are skipped.
  const last = new Map(hashed.map((one) => [one.place, one]));
  const overtaken = new Set(
    [...last].flatMap(([place, { record, contentHash, unfoldedHash, laterHash }]) => {
      const hashes = laterHash === undefined ? [contentHash, unfoldedHash] : [laterHash];
      return isHeld(heads.get(place), record.later ?? record, ...hashes) ? [place] : [];
    }),
  );
  const skipped = new Map(
    hashed.flatMap(({ record, place, contentHash, unfoldedHash }): [CheckedRecord, Overtaken][] => {
      const head = heads.get(place);
      if (head === undefined || isHeld(head, record, contentHash, unfoldedHash)) return [];
      if (overtaken.has(place))
        return [[record, { row: record.row, by: { row: last.get(place)?.record.row ?? record.row } }]];
      const line = ahead?.laterThan(record);
      return line === undefined ? [] : [[record, { row: record.row, by: { line } }]];
    }),
  );
  const said = hashed.flatMap(({ record, subjectId, place, contentHash, unfoldedHash }) => {
    // A row that changes nothing may still say somebody's name beside what is stored.
    const changesNothing = skipped.has(record) || isHeld(heads.get(place), record, contentHash, unfoldedHash);
    return changesNothing && record.alsoSaid.length === 0 ? [] : [{ subjectId, formed: formedOf(record) }];
  });
  // Everything that the delivery says of a subject is known before the first of its texts is formed.
  const known = await knownOfAll(em, secrets, said);
  const versions = new Map<string, Version>();
  const superseded: { subjectId: string; id: string }[] = [];
  const whole: Record<string, unknown>[] = [];
  const statements: NewWholeStatement[] = [];
  const registrations: NewRegistration[] = [];
  const today = todayIn(occasion.at);
  const counts = { accepted: 0, unchanged: 0, corrected: 0 };
  const added: string[] = [];
  const ids = new Map<CheckedRecord, string>();
  for (const { record, subjectId, key, place, contentHash, unfoldedHash, fall } of hashed) {
    const head = heads.get(place);
    if (skipped.has(record) || isHeld(head, record, contentHash, unfoldedHash)) {
      counts.unchanged += 1;
      continue;
    }
    const id = head?.id ?? randomUUID();
    const version = (head?.version ?? 0) + 1;
    if (head === undefined) {
      counts.accepted += 1;
      added.push(id);
      ids.set(record, id);
    } else {
      counts.corrected += 1;
      const earlier = versions.get(`${id}/${head.version}`);
      if (earlier === undefined) superseded.push({ subjectId, id });
      else earlier.current = false;
    }
    const { content, basis } = openForms(secrets, id, record, knownIn(known, subjectId));
    const displayedUntil = endOf(head, record.displayedUntil, today);
    versions.set(`${id}/${version}`, {
      subject_id: subjectId,
      id,
      version,
      current: true,
      personal: record.subject.personal,
      item: record.item.code,
      edition: record.item.edition,
      type: record.item.recordType,
      nature: record.nature,
      occurred_on: record.occurredOn,
      ...reckonedBy({ ...record, displayedUntil }),
      display: head?.display ?? (held.has(record) ? 'ARCHIVED' : 'DISPLAYED'),
      fall,
      ...basis.open,
      content,
      natural_key: key,
      content_hash: contentHash,
      change: head === undefined ? 'ADDED' : 'CORRECTED',
      redaction: REDACTION_VERSION,
      ...openStatement(record.subject),
    });
    if (record.item.recordType === 'Registration') {
      const { personal } = record.subject;
      const says = registrationSays(secrets, { personal, content: record.content });
      registrations.push({ subjectId, recordId: id, version, ...says });
    }
    if (record.subject.personal)
      statements.push({
        subjectId,
        recordId: id,
        version,
        item: record.item.code,
        whole: wholeStatement(record.subject),
      });
    if (basis.whole !== null || !sameContent(content, record.content)) {
      const { sealed, keyId } = secrets.seal(record.content, id);
      whole.push({
        subject_id: subjectId,
        id,
        version,
        personal: record.subject.personal,
        item: record.item.code,
        sealed: sealed.toString('hex'),
        key_id: keyId,
        ...basis.whole,
      });
    }
    const display = head?.display ?? (held.has(record) ? 'ARCHIVED' : 'DISPLAYED');
    const item = record.item.code;
    heads.set(place, { subjectId, id, version, item, naturalKey: key, contentHash, display, displayedUntil });
  }
  await insertVersions(em, occasion, [...versions.values()], superseded, whole);
  await storeRegistrations(em, registrations);
  await storeWholeStatements(em, secrets, statements);
  await narrowForms(em, secrets, known);
  await storeKnown(em, secrets, known);
  return { ...counts, added, ids, overtaken: [...skipped.values()] };
}

/** Inserts versions and marks earlier ones as not current. An open objection is carried over (Article 39). `whole` are the sealed contents. */
export async function insertVersions(
  em: EntityManager,
  occasion: Occasion,
  versions: readonly Version[],
  superseded: readonly { subjectId: string; id: string }[],
  whole: readonly Record<string, unknown>[],
): Promise<void> {
  const kysely = em.getKysely();
  const at = occasion.at.toISOString();
  if (superseded.length > 0)
    await sql`update public_credit.record r set current = false
      from jsonb_to_recordset(${JSON.stringify(superseded)}::jsonb) as s ("subjectId" uuid, id uuid)
      where r.subject_id = s."subjectId" and r.id = s.id and r.current`.execute(kysely);
  if (versions.length > 0)
    await sql`insert into public_credit.record (subject_id, id, version, current, personal, item, edition, type, nature,
        occurred_on, displayed_until, display_class, display_from, stated_until, display, providing_unit, basis_document, basis_mark, fall_mark, fall_code, fall_name, content, natural_key, content_hash, source_unit,
        submission_id, received_at, change, redaction, stated_name, stated_address, stated_phone, objection_raised_on, objection_decide_by)
      select v.subject_id, v.id, v.version, v.current, v.personal, v.item, v.edition, v.type, v.nature, v.occurred_on,
        v.displayed_until, v.display_class, v.display_from, v.stated_until, v.display, ${occasion.providing ?? occasion.unit}, v.basis_document, decode(v.basis_mark, 'hex'), decode(v.fall->>'mark', 'hex'),
        decode(v.fall->>'authorityCode', 'hex'), decode(v.fall->>'authorityName', 'hex'), v.content, decode(v.natural_key, 'hex'),
        decode(v.content_hash, 'hex'), ${occasion.unit}, ${occasion.submissionId}::uuid, ${at}::timestamptz, v.change, v.redaction,
        v.stated_name, v.stated_address, v.stated_phone, held.objection_raised_on, held.objection_decide_by
      from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v (subject_id uuid, id uuid, version int, current boolean,
        personal boolean, item text, edition text, type text, nature text, occurred_on date, displayed_until date, display_class text,
        display_from date, stated_until date, display text,
        basis_document text, basis_mark text, fall jsonb, content jsonb, natural_key text, content_hash text, change text, redaction int, stated_name text, stated_address text,
        stated_phone text)
        left join lateral (select r.objection_raised_on, r.objection_decide_by from public_credit.record r
          where r.subject_id = v.subject_id and r.id = v.id order by r.version desc limit 1) held on v.version > 1`.execute(
      kysely,
    );
  if (whole.length > 0)
    await sql`insert into public_credit.record_whole (subject_id, id, version, personal, item, sealed, key_id, basis_sealed, basis_key)
      select w.subject_id, w.id, w.version, w.personal, w.item, decode(w.sealed, 'hex'), w.key_id, decode(w.basis_sealed, 'hex'), w.basis_key
      from jsonb_to_recordset(${JSON.stringify(whole)}::jsonb) as w (subject_id uuid, id uuid, version int, personal boolean,
        item text, sealed text, key_id text, basis_sealed text, basis_key text)`.execute(kysely);
}
