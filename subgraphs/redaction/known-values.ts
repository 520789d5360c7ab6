/**
 * What is known of natural persons in the records of a subject, withheld ones too: its texts show none of it (Article 23). Sealed, one row a subject. It
 * only grows: what was masked once stays masked. A transaction that reads it holds the row, so that two deliveries about one subject take turns.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Known, KnownValue, Redacted } from '../../schema/law/redact/facts.ts';
import { isAboutPerson } from '../../schema/law/redact/known-values.ts';
import { REDACTION_VERSION, redactorOf, WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import type { Secrets } from '../keys/secrets.ts';
import { JIEBA } from '../texts/jieba.ts';
import { isClean, rememberClean, Signs } from './clean-texts.ts';
import { staysOpen } from './named-beside.ts';
import { type Redact, textFormOf } from './open-form.ts';

/** Most values that were found in texts and are kept. What columns say is always kept. */
const FOUND_MAX = 1_000;
/** Texts of a subject that are remembered. */
const SEEN_MAX = 100;
/** So often at most are texts read until they tell nothing more. */
const MOST_READINGS = 4;

interface Kept {
  readonly personal: readonly KnownValue[];
  readonly found: readonly KnownValue[];
  /** Names and seats of organizations, which stay. */
  readonly open: readonly string[];
}

const keyOf = ({ kind, value }: KnownValue): string => `${kind}\n${value}`;
const byKey = (values: readonly KnownValue[]) => new Map(values.map((value) => [keyOf(value), value]));

interface Made {
  readonly redact: Redact;
  readonly signs: Signs;
  /** The function is stricter with texts about a person. */
  readonly isAboutPerson: boolean;
  /** Texts that were redacted while as much was known: each is looked at several times. */
  readonly seen: Map<string, Redacted>;
}

/** What is known of one subject. */
export class SubjectKnown {
  /** Version that all texts of the subject were made by. */
  redaction: number;
  readonly #personal: Map<string, KnownValue>;
  readonly #found: Map<string, KnownValue>;
  readonly #open: Set<string>;
  readonly #isHeld: boolean;
  #function: Made | undefined;
  #hasGrown = false;
  /** Whether more is known of persons, and not only of what stays. */
  #hasLearned = false;
  #formed = 0;
  #grewAfterFirst = false;

  /** Why what is known cannot be opened. Then every text of the subject is withheld, until it can. */
  readonly closed: Error | undefined;

  /** `isHeld`: whether the subject had texts before this transaction. */
  constructor(redaction: number, kept: Kept, isHeld: boolean, closed?: Error) {
    this.redaction = redaction;
    this.closed = closed;
    this.#personal = byKey(kept.personal);
    this.#found = byKey(kept.found);
    this.#open = new Set(kept.open);
    this.#isHeld = isHeld;
  }

  add({ personal, open }: Known): void {
    for (const value of personal) this.#keep(this.#personal, value);
    for (const name of open)
      if (!this.#open.has(name)) {
        this.#open.add(name);
        this.#function = undefined;
        this.#hasGrown = true;
      }
  }

  /** Takes over what is known of another subject that turned out to be this one. */
  take(other: SubjectKnown): void {
    this.add({ personal: other.kept.personal, open: [] });
    for (const value of other.kept.found) this.#keep(this.#found, value);
  }

  #keep(where: Map<string, KnownValue>, value: KnownValue): void {
    if (where.has(keyOf(value))) return;
    where.set(keyOf(value), value);
    this.#function = undefined;
    this.#hasGrown = true;
    this.#hasLearned = true;
    this.#grewAfterFirst ||= this.#formed > 0;
  }

  /** The function for its texts. What it finds is known from then on. */
  readonly redact: Redact = (text, form = 'TEXT') => {
    if (this.closed !== undefined) return { text: WITHHELD_TEXT, withheld: true, found: [] };
    this.#function ??= this.#made();
    const { redact, signs, isAboutPerson, seen } = this.#function;
    if (isClean(text, form, isAboutPerson) && !signs.mayStandIn(text)) return { text, withheld: false, found: [] };
    const before = seen.get(form + text);
    if (before !== undefined) return before;
    const redacted = redact(text, form);
    if (seen.size < SEEN_MAX) seen.set(form + text, redacted);
    if (redacted.text === text && redacted.found.length === 0 && ![...this.#open].some((name) => text.includes(name)))
      rememberClean(text, form, isAboutPerson);
    for (const value of redacted.found) if (!this.#personal.has(keyOf(value))) this.#find(value);
    return redacted;
  };

  /** What is found beyond what is kept is known until the transaction ends: it masks the texts that are formed in it. */
  #find(value: KnownValue): void {
    if (this.#found.size < FOUND_MAX) this.#keep(this.#found, value);
    else if (!this.#found.has(keyOf(value))) {
      this.#found.set(keyOf(value), value);
      this.#function = undefined;
    }
  }

  #made(): Made {
    const [said, told] = [[...this.#personal.values()], [...this.#found.values()]];
    const known = { personal: [...said, ...told], open: staysOpen([...this.#open], said, told) };
    const [redact, signs] = [redactorOf(known, JIEBA), new Signs(known.personal)];
    return { redact, signs, isAboutPerson: isAboutPerson(known), seen: new Map() };
  }

  get #size(): number {
    return this.#personal.size + this.#found.size;
  }

  /** Reads texts until they tell nothing more of persons: what the last one tells may stand in the first. */
  settle(read: () => void): void {
    for (let time = 0, before = -1; this.#size > before && time < MOST_READINGS; time += 1) {
      before = this.#size;
      read();
    }
  }

  /** Learns what texts tell of persons. */
  learn(texts: Readonly<Record<string, string | readonly string[] | null>>): void {
    this.settle(() => {
      for (const [name, text] of Object.entries(texts))
        for (const part of typeof text === 'string' ? [text] : (text ?? [])) this.redact(part, textFormOf(name));
    });
  }

  /** Counts a record whose form was made here. */
  formed(): void {
    this.#formed += 1;
  }

  /** Whether another row of the transaction, or an earlier one, may show what became known after it was formed. */
  get touchesOthers(): boolean {
    return this.#hasLearned && (this.#isHeld || (this.#formed > 1 && this.#grewAfterFirst));
  }

  get hasGrown(): boolean {
    return this.#hasGrown;
  }

  get kept(): Kept {
    const found = [...this.#found.values()].slice(0, FOUND_MAX);
    return { personal: [...this.#personal.values()], found, open: [...this.#open] };
  }
}

export function knownIn(known: ReadonlyMap<string, SubjectKnown>, subjectId: string): SubjectKnown {
  const one = known.get(subjectId);
  if (one === undefined) throw new Error('What is known of a subject was not read before its texts.');
  return one;
}

/** The function for the texts of one record of a subject. */
export function redactorFor(known: ReadonlyMap<string, SubjectKnown>, subjectId: string): Redact {
  const one = knownIn(known, subjectId);
  one.formed();
  return one.redact;
}

interface Row {
  readonly subjectId: string;
  readonly redaction: number;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

const NOTHING: Kept = { personal: [], found: [], open: [] };

/** Of a subject that nothing is held of. */
export const nothingKnown = (): SubjectKnown => new SubjectKnown(REDACTION_VERSION, NOTHING, false);

const boundTo = (subjectId: string): string => `known of ${subjectId}`;

/** By id of the subject. Rows are made for those that have none, and held until the transaction ends. */
export async function readKnown(
  em: EntityManager,
  secrets: Secrets,
  subjects: readonly string[],
): Promise<Map<string, SubjectKnown>> {
  const ids = JSON.stringify([...new Set(subjects)].sort());
  const db = em.getKysely();
  const made = await sql<{ id: string }>`insert into public_credit.known_values (subject_id, redaction)
    select s::uuid, ${REDACTION_VERSION} from jsonb_array_elements_text(${ids}::jsonb) s on conflict do nothing returning subject_id as id`.execute(
    db,
  );
  const fresh = new Set(made.rows.map(({ id }) => id));
  const known = new Map([...fresh].map((id) => [id, nothingKnown()]));
  const held = (JSON.parse(ids) as string[]).filter((id) => !fresh.has(id));
  if (held.length === 0) return known;
  const { rows } = await sql<Row>`select k.subject_id as "subjectId", k.redaction, k.sealed, k.key_id as "keyId"
    from jsonb_array_elements_text(${JSON.stringify(held)}::jsonb) s
      cross join lateral (select * from public_credit.known_values o where o.subject_id = s::uuid for update) k`.execute(
    db,
  );
  for (const { subjectId, redaction, sealed, keyId } of rows) {
    try {
      const kept = sealed === null ? NOTHING : secrets.unseal({ sealed, keyId: keyId ?? '' }, boundTo(subjectId));
      known.set(subjectId, new SubjectKnown(redaction, kept as Kept, true));
    } catch (error) {
      // One subject must not take the whole delivery along.
      known.set(subjectId, new SubjectKnown(redaction, NOTHING, true, error as Error));
    }
  }
  return known;
}

/** Before the first version: the job makes them anew as soon as what is known can be opened. */
const WAITS = 0;

/** Stores what became known. `redaction`: the version that all texts of these subjects are of now. */
export async function storeKnown(
  em: EntityManager,
  secrets: Secrets,
  known: ReadonlyMap<string, SubjectKnown>,
  redaction?: number,
): Promise<void> {
  const rows = [...known].flatMap(([id, one]) => {
    if (!one.hasGrown && redaction === undefined) return [];
    // What lies there sealed stays. What was said now stands, whole, in what was stored with it.
    if (one.closed !== undefined) return [{ id, redaction: WAITS }];
    one.redaction = redaction ?? one.redaction;
    const { sealed, keyId } = secrets.seal(one.kept, boundTo(id));
    return [{ id, redaction: one.redaction, sealed: sealed.toString('hex'), keyId }];
  });
  if (rows.length === 0) return;
  await sql`update public_credit.known_values k set redaction = n.redaction,
      sealed = coalesce(decode(n.sealed, 'hex'), k.sealed), key_id = coalesce(n."keyId", k.key_id)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, redaction int, sealed text, "keyId" text)
    where k.subject_id = n.id`.execute(em.getKysely());
}
