/** A ledger entry, its canonical text and its commitment. The commitment is a salted hash, so that a leaf reveals nothing of the content. */
import { createHash, randomBytes } from 'node:crypto';
import { redactAlone } from '../texts/alone.ts';

/** Basis of a disclosure: the article, and the agreement, authorization or duty under it. */
export interface Basis {
  /** Article of the Regulations, such as `23(2)`. */
  readonly article: string;
  readonly agreement: string | null;
  readonly authorization: string | null;
  readonly duty: string | null;
  /** Catalog items that were shown on this basis, or requested without result. */
  readonly items: readonly string[];
}

/** The last case that was named: an answer names its case with each of its subjects. */
let lastCase: { readonly sent: string; readonly open: string } | undefined;

/**
 * The reference of a case as it stands in the ledger, in reports and in answers: it may name other people, and the subject reads it (Article 23).
 */
export function openCase(sent: string | null): string | null {
  if (sent === null) return null;
  if (lastCase?.sent !== sent) lastCase = { sent, open: redactAlone(sent, 'NUMBER') };
  return lastCase.open;
}

export type Seen = 'WHOLE' | 'DESENSITIZED' | 'NONE';

export interface Entry {
  readonly id: string;
  /** Null for a refused request: no subject's data was shown, so that none is named. */
  readonly subjectId: string | null;
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly requestId: string;
  readonly role: string;
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly channel: string;
  /** Class of the fields that were shown; NONE for a request that was refused as a whole. */
  readonly seen: Seen;
  readonly items: readonly string[];
  readonly records: readonly { readonly id: string; readonly version: number }[];
  /** Narrowest first. */
  readonly bases: readonly Basis[];
  /** Why the request was refused, as in `reason` of its error; null where it was not, and in entries of earlier releases. */
  readonly reason: string | null;
  /** The mandate under which somebody acted for the subject; null where nobody did, and in entries of earlier releases. */
  readonly mandate: string | null;
  /** Who did: the pseudonym that it has for the subject. */
  readonly agent: string | null;
}

/** The canonical text: JSON with sorted keys and no white space (RFC 8785). Commitments and proofs are made from it. */
export const canonical = (entry: Entry): string =>
  JSON.stringify({
    // Entries without these read as they did before there were any: their leaves stand.
    ...(entry.agent === null ? {} : { agent: entry.agent }),
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
    ...(entry.mandate === null ? {} : { mandate: entry.mandate }),
    purpose: entry.purpose,
    ...(entry.reason === null ? {} : { reason: entry.reason }),
    records: entry.records.map(({ id, version }) => ({ id, version })),
    requestId: entry.requestId,
    role: entry.role,
    seen: entry.seen,
    subjectId: entry.subjectId,
    unit: entry.unit,
  });

const SALT_BYTES = 16;

export const freshSalt = (): Buffer => randomBytes(SALT_BYTES);

/** The hash behind a leaf. Without the salt it reveals nothing; with the salt the whole text can be checked. */
export const commitmentOf = (salt: Uint8Array, content: string): Buffer =>
  createHash('sha256').update(salt).update(content).digest();

/** An entry as it is stored. Its content is null where it was erased. */
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
  readonly reason: string | null;
  readonly mandate: string | null;
  readonly agent: string | null;
  readonly salt: Uint8Array | null;
  readonly commitment: Uint8Array | null;
  readonly erasedAt: string | null;
}

/** Columns of `ledger.disclosure` as a StoredEntry. */
export const ENTRY_COLUMNS = `d.id, d.subject_id as "subjectId", d.at, d.request_id as "requestId", d.role, d.unit, d.purpose,
  d.case_reference as "caseReference", d.channel, d.seen, d.items, d.records, d.bases, d.reason, d.mandate, d.agent, d.salt, d.commitment,
  d.erased_at as "erasedAt"`;

/** The canonical text of a stored entry. */
export const storedCanonical = (row: StoredEntry): string =>
  canonical({
    ...row,
    at: new Date(row.at).toISOString(),
    seen: row.seen as Seen,
  });
