/** The document that a record rests on (Article 27): matched by its mark, redacted where it stands, and sealed where that is not the whole of it. */
import { documentKey } from '../../schema/law/records/document-number.ts';
import type { Secrets } from '../keys/secrets.ts';
import type { Redact } from './open-form.ts';

const boundTo = (record: string): string => `basis of ${record}`;

/** Keyed, because a plain hash of a name in a document could be guessed. One document in several spellings has one mark. */
export const basisMark = (secrets: Pick<Secrets, 'fingerprint'>, document: string): Buffer =>
  secrets.fingerprint(`basis\n${documentKey(document)}`);

/** The mark under which rows of before hold a document, when its spellings were not folded. */
export const unfoldedMark = (secrets: Pick<Secrets, 'fingerprint'>, document: string): Buffer =>
  secrets.fingerprint(`basis\n${document.normalize('NFC').trim()}`);

/** Columns of `record_whole`. */
export interface WholeBasis extends Record<string, string> {
  readonly basis_sealed: string;
  readonly basis_key: string;
}

export interface Basis {
  /** Columns of the record. */
  readonly open: { readonly basis_document: string | null; readonly basis_mark: string | null };
  /** Null where the open form says everything. */
  readonly whole: WholeBasis | null;
}

export function sealBasis(secrets: Secrets, record: string, document: string): WholeBasis {
  const { sealed, keyId } = secrets.seal(document, boundTo(record));
  return { basis_sealed: sealed.toString('hex'), basis_key: keyId };
}

export function basisOf(secrets: Secrets, record: string, document: string | null, redact: Redact): Basis {
  if (document === null) return { open: { basis_document: null, basis_mark: null }, whole: null };
  const { text } = redact(document, 'NUMBER');
  return {
    open: { basis_document: text, basis_mark: basisMark(secrets, document).toString('hex') },
    whole: text === document ? null : sealBasis(secrets, record, document),
  };
}

/** The document of a stored version, whole. */
export const wholeBasis = (
  secrets: Secrets,
  record: string,
  open: string | null,
  sealed: Buffer | null,
  keyId: string | null,
): string | null =>
  sealed === null
    ? open
    : (secrets.unsealToChange({ sealed, keyId: keyId ?? '' }, boundTo(record), {
        place: 'public_credit.record_whole',
        id: record,
      }) as string);

/** A stored version that is made anew. */
interface StoredBasis {
  readonly id: string;
  readonly basis: string | null;
  /** Null in rows of before, or made of the document as it was spelled. */
  readonly basis_mark: Buffer | null;
  readonly basis_sealed: Buffer | null;
  readonly basis_key: string | null;
}

export interface NewBasis {
  readonly basis?: string;
  readonly basisMark?: string;
  readonly basisSealed?: string;
  readonly basisKey?: string;
}

/** What is stored of the document anew; nothing where all of it stays. */
export function remadeBasis(secrets: Secrets, row: StoredBasis, redact: Redact): NewBasis {
  const document = wholeBasis(secrets, row.id, row.basis, row.basis_sealed, row.basis_key);
  const { open, whole } = basisOf(secrets, row.id, document, redact);
  if (open.basis_document === null || open.basis_mark === null) return {};
  return {
    ...(open.basis_document === row.basis ? {} : { basis: open.basis_document }),
    ...(row.basis_mark?.toString('hex') === open.basis_mark ? {} : { basisMark: open.basis_mark }),
    ...(whole === null || row.basis_sealed !== null
      ? {}
      : { basisSealed: whole.basis_sealed, basisKey: whole.basis_key }),
  };
}
