/**
 * Secret keys and what uses them: sealing of identification numbers and whole values, subject ids, pseudonyms, cursors. Keys come from configuration;
 * in development they are generated once and stored beside the data.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { IdentifierType } from '../../schema/law/facts.ts';
import { sealingId } from './fingerprints.ts';
import { openRecipientIds, type RecipientIds } from './recipient-ids.ts';
import { type UnreadableRows, unreadable, unreadableRows, type Where } from './unreadable.ts';

/** A seed of 32 bytes in base64, alone or with the instant since when what the key signs counts no more. */
export type SigningKey =
  | string
  | { readonly key: string; readonly revokedOn: string; readonly reason?: string | undefined };

export const seedOf = (signing: SigningKey): string => (typeof signing === 'string' ? signing : signing.key);

/** Keys from configuration, each 32 bytes in base64. */
export interface SecretsConfig {
  /** Sealing keys by id; the first seals, all open (rotation). */
  readonly sealing: readonly { readonly id: string; readonly key: string }[];
  /** Derives subject ids from identification numbers. It must never be rotated: stored ids depend on it. */
  readonly index: string;
  /** Derives the pseudonym and the ids of a person for each recipient. It must never be rotated: recipients keep what they were given. */
  readonly pseudonym: string;
  /** Protects cursors and links; may change at any time. */
  readonly cursor: string;
  /** Ed25519 keys that sign checkpoints, reports and answers; the first that is not revoked signs, all are published (rotation). */
  readonly signing: readonly SigningKey[];
  /** Password of the login role that the server uses. */
  readonly login: string;
}

export interface Sealed {
  readonly sealed: Buffer;
  readonly keyId: string;
}

export interface Secrets {
  seal(value: unknown, boundTo: string): Sealed;
  /** Throws if the key is unknown, or the value was sealed for something else or altered. */
  unseal(row: Sealed, boundTo: string): unknown;
  /** For readers: undefined where the row cannot be opened, which the operator is told. It costs its own content and no other row. */
  unsealToRead(row: Sealed, boundTo: string, where: Where): unknown;
  /** For what changes the row: throws CONFLICT (UNREADABLE) where it cannot be opened. */
  unsealToChange(row: Sealed, boundTo: string, where: Where): unknown;
  readonly unreadable: UnreadableRows;
  /** Opaque id of a subject: the keyed hash of its identification number, in the form of a UUID (version 8). */
  subjectId(type: IdentifierType, value: string): string;
  /** Stable for one recipient, different for every other. */
  pseudonym(recipient: string, subjectId: string): string;
  /** Ids of persons as each recipient knows them. */
  readonly recipientIds: RecipientIds;
  /** Keyed hash of a text, to see whether a record changed. A plain hash of a citizen number could be guessed. */
  fingerprint(text: string): Buffer;
  /** Keyed hash that a line of the journal of what ended is known by: whoever can write its files cannot make one up. */
  journalMac(text: string): Buffer;
  /** All cursors have one length, so that it tells nothing of what they stand for. */
  sealCursor(position: unknown, boundTo: string): string;
  /** Undefined for a cursor that was not made here for this caller and query. */
  openCursor(cursor: string, boundTo: string): unknown;
  /** Seals what a link stands for, under a key of its own that changes with the one of cursors: links of before then open nothing. */
  sealLink(content: unknown): string;
  /** Undefined for a text that was not made here in just this spelling, so that a link has one. */
  openLink(link: string): unknown;
}

/** New random keys, for development and tests. */
export const freshSecrets = (): SecretsConfig => {
  const key = (): string => randomBytes(32).toString('base64');
  const sealing = key();
  return {
    sealing: [{ id: sealingId(sealing), key: sealing }],
    index: key(),
    pseudonym: key(),
    cursor: key(),
    signing: [key()],
    login: randomBytes(24).toString('hex'),
  };
};

/** What links are sealed for. */
const LINK = 'link';

const NONCE = 12;
const TAG = 16;

function encrypt(key: KeyObject, plain: Buffer, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: KeyObject, sealed: Buffer, boundTo: string): Buffer {
  // A truncated tag is easier to guess, so that its length is checked.
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** Key objects, because Node would convert a key given as bytes at every use. */
const derive = (secret: string, label: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', label, 32)));

/** Length of a position. The longest one, after an item with a code of 64 characters, takes 90 bytes. */
const POSITION = 128;

/** A position as JSON with blanks behind it, which JSON allows. */
function padded(position: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(position));
  if (text.length > POSITION) throw new Error(`A position of ${text.length} bytes is longer than cursors are.`);
  return Buffer.concat([text, Buffer.alloc(POSITION - text.length, ' ')]);
}

/** The keyed hash as a UUID of version 8 (RFC 9562: custom content). */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function openSecrets(config: SecretsConfig): Secrets {
  const sealing = new Map(config.sealing.map(({ id, key }) => [id, derive(key, 'seal')]));
  const newest = config.sealing[0];
  if (newest === undefined)
    throw new Error('No sealing key is configured; one is needed to store identification numbers.');
  const sealKey = derive(newest.key, 'seal');
  const indexKey = derive(config.index, 'subject-id');
  const fingerprintKey = derive(config.index, 'fingerprint');
  const journalKey = derive(config.index, 'journal of what ended');
  const pseudonymKey = derive(config.pseudonym, 'pseudonym');
  const recipientIds = openRecipientIds(config.pseudonym);
  // The label changed with the length: cursors of before are refused.
  const cursorKey = derive(config.cursor, 'cursor of one length');
  const linkKey = derive(config.cursor, 'link');
  const unseal = (row: Sealed, boundTo: string): unknown => {
    const key = sealing.get(row.keyId);
    if (key === undefined) throw new Error(`The sealing key ${row.keyId} is not configured.`);
    return JSON.parse(decrypt(key, Buffer.from(row.sealed), boundTo).toString());
  };
  const rows = unreadableRows();
  const unsealToRead = (row: Sealed, boundTo: string, where: Where): unknown => {
    try {
      return unseal(row, boundTo);
    } catch {
      rows.met(where);
      return undefined;
    }
  };
  return {
    seal: (value, boundTo) => ({
      sealed: encrypt(sealKey, Buffer.from(JSON.stringify(value)), boundTo),
      keyId: newest.id,
    }),
    unseal,
    unsealToRead,
    unsealToChange: (row, boundTo, where) => {
      const value = unsealToRead(row, boundTo, where);
      if (value === undefined) throw unreadable();
      return value;
    },
    unreadable: rows,
    subjectId: (type, value) => uuidOf(createHmac('sha256', indexKey).update(`${type}:${value}`).digest()),
    pseudonym: (recipient, subjectId) =>
      createHmac('sha256', pseudonymKey).update(`${recipient}\n${subjectId}`).digest('base64url').slice(0, 26),
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest(),
    journalMac: (text) => createHmac('sha256', journalKey).update(text).digest(),
    recipientIds,
    sealCursor: (position, boundTo) => encrypt(cursorKey, padded(position), boundTo).toString('base64url'),
    openCursor: (cursor, boundTo) => {
      try {
        return JSON.parse(decrypt(cursorKey, Buffer.from(cursor, 'base64url'), boundTo).toString());
      } catch {
        return undefined;
      }
    },
    sealLink: (content) => encrypt(linkKey, Buffer.from(JSON.stringify(content)), LINK).toString('base64url'),
    openLink: (link) => {
      try {
        const sealed = Buffer.from(link, 'base64url');
        // The last character has bits that mean nothing, and others are skipped: only one spelling is a link.
        return sealed.toString('base64url') === link
          ? JSON.parse(decrypt(linkKey, sealed, LINK).toString())
          : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
