/** An entry of the ledger, its canonical text and its commitment: a salted hash, so that the leaf says nothing of the content. */
import { createHash, randomBytes } from 'node:crypto';

/** On what a disclosure rests: the article, and what carries it under the article. */
export interface Basis {
  /** Article of the Regulations, such as `23(2)`. */
  readonly article: string;
  readonly agreement: string | null;
  readonly authorization: string | null;
  readonly duty: string | null;
  /** Catalog items that were shown, or asked in vain, on this basis. */
  readonly items: readonly string[];
}

export type Seen = 'WHOLE' | 'DESENSITIZED' | 'NONE';

export interface Entry {
  readonly id: string;
  /** Null for a question that was refused: whom it was about is nobody's to keep. */
  readonly subjectId: string | null;
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly requestId: string;
  readonly role: string;
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly channel: string;
  /** Class of the fields that were shown; NONE for a question that was refused as a whole. */
  readonly seen: Seen;
  readonly items: readonly string[];
  readonly records: readonly { readonly id: string; readonly version: number }[];
  /** The narrowest first. */
  readonly bases: readonly Basis[];
}

/** The canonical text: JSON with its keys in order and no white space (RFC 8785). What is committed to, and what a proof is about. */
export const canonical = (entry: Entry): string =>
  JSON.stringify({
    at: entry.at,
    bases: entry.bases.map(({ agreement, article, authorization, duty, items }) => ({
      agreement,
      article,
      authorization,
      duty,
      items,
    })),
    caseReference: entry.caseReference,
    channel: entry.channel,
    id: entry.id,
    items: entry.items,
    purpose: entry.purpose,
    records: entry.records.map(({ id, version }) => ({ id, version })),
    requestId: entry.requestId,
    role: entry.role,
    seen: entry.seen,
    subjectId: entry.subjectId,
    unit: entry.unit,
  });

const SALT_BYTES = 16;

export const freshSalt = (): Buffer => randomBytes(SALT_BYTES);

/** What the leaf is made of: whoever lacks the salt cannot tell what it commits to, whoever has it can check every character. */
export const commitmentOf = (salt: Uint8Array, content: string): Buffer =>
  createHash('sha256').update(salt).update(content).digest();

/** An entry as the database holds it; the content is null where it was erased. */
export interface StoredEntry {
  readonly id: string;
  readonly subjectId: string | null;
  readonly at: string;
  readonly requestId: string;
  readonly role: string;
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly channel: string;
  readonly seen: string;
  readonly items: readonly string[];
  readonly records: readonly { readonly id: string; readonly version: number }[];
  readonly bases: readonly Basis[];
  readonly salt: Uint8Array | null;
  readonly commitment: Uint8Array | null;
  readonly erasedAt: string | null;
}

/** Columns of `ledger.disclosure` as a StoredEntry. */
export const ENTRY_COLUMNS = `d.id, d.subject_id as "subjectId", d.at, d.request_id as "requestId", d.role, d.unit, d.purpose,
  d.case_reference as "caseReference", d.channel, d.seen, d.items, d.records, d.bases, d.salt, d.commitment,
  d.erased_at as "erasedAt"`;

/** The canonical text of an entry as it is stored now. */
export const storedCanonical = (row: StoredEntry): string =>
  canonical({
    ...row,
    at: new Date(row.at).toISOString(),
    seen: row.seen as Seen,
  });
