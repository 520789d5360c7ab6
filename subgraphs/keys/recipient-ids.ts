/**
 * Ids of persons are the recipient's own: encrypted for it, so that two recipients cannot join what they hold by an id (Articles 23 and 24).
 * Deterministic authenticated encryption (AES-SIV, RFC 5297), bound to recipient and kind of thing. The server opens them again without a table.
 */
import { hkdfSync } from 'node:crypto';
import type { Role } from '../../schema/law/facts.ts';
import { type BlockSiv, blockSiv } from './siv-block.ts';

/** Kinds of things with an id. `RECORD` is one kind for records, designations and incentives, because a notice may name any of them. */
export type Thing =
  | 'SUBJECT'
  | 'RECORD'
  | 'REEXAMINATION'
  | 'WAIVER'
  | 'NOTICE'
  | 'OBJECTION'
  | 'VERIFICATION'
  | 'OWN_STATEMENT'
  | 'COMPLAINT'
  | 'RESTORATION'
  | 'MANDATE';

/** Who asks. */
export interface Asker {
  readonly role: Role;
  readonly unit: string | null;
  readonly subject: { readonly id: string } | null;
}

/** What is known of the subject that a thing is about. What is not known counts as a person. */
export interface Whose {
  /** A natural person or sole trader. */
  readonly personal?: boolean | undefined;
  /** The asker itself. */
  readonly self?: boolean | undefined;
}

export interface RecipientIds {
  /** The id under which the asker knows a thing. Ids about organizations are the same for everyone. */
  close(asker: Asker, thing: Thing, id: string, whose: Whose): string;
  /** The id behind one that was encrypted for this asker and kind of thing; undefined for every other text. */
  open(asker: Asker, thing: Thing, text: string): string | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an id as it is stored. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** No UUID begins so. All encrypted ids have one length: 16 bytes of the tag and 16 of the id. */
const PREFIX = 'p_';
const FORM = /^p_[A-Za-z0-9_-]{43}$/;

/** Roles that see ids as they are stored. The proofs that they check hold those. */
const OVERSEERS: ReadonlySet<Role> = new Set<Role>(['OPERATOR', 'AUTHORITY', 'ANALYST']);

/** The recipient that ids are encrypted for: a unit whatever role it asks in, a subject that looks at others, or the public. */
const recipientOf = ({ unit, subject }: Asker): string =>
  unit !== null ? `UNIT\n${unit}` : subject !== null ? `SUBJECT\n${subject.id}` : 'PUBLIC';

/** Whether the asker knows a thing by its stored id. */
export const seesStoredId = ({ role }: Asker, { personal, self }: Whose): boolean =>
  personal === false || self === true || OVERSEERS.has(role);

/** Most recipients whose associated data are kept prepared. */
const PREPARED_MAX = 10_000;

const encodedUuid = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** Derives a key of its own from a secret (32 bytes in base64). It is never rotated: ids are stable while a unit is registered. */
export function openRecipientIds(secret: string): RecipientIds {
  const key = new Uint8Array(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', 'recipient-id', 64));
  const cipherFor = blockSiv(key);
  const prepared = new Map<string, BlockSiv>();
  const cipherOf = (asker: Asker, thing: Thing): BlockSiv => {
    const recipient = recipientOf(asker);
    const name = `${recipient}\n${thing}`;
    const known = prepared.get(name);
    if (known !== undefined) return known;
    const made = cipherFor(Buffer.from(recipient), Buffer.from(thing));
    if (prepared.size >= PREPARED_MAX) prepared.clear();
    prepared.set(name, made);
    return made;
  };
  return {
    close: (asker, thing, id, whose) => {
      if (seesStoredId(asker, whose)) return id;
      if (!isUuid(id)) throw new Error('What is no id cannot be encrypted as one.');
      const bytes = cipherOf(asker, thing).encrypt(Buffer.from(id.replaceAll('-', ''), 'hex'));
      return `${PREFIX}${bytes.toString('base64url')}`;
    },
    open: (asker, thing, text) => {
      if (!FORM.test(text)) return undefined;
      const bytes = Buffer.from(text.slice(PREFIX.length), 'base64url');
      // The last character has two bits that mean nothing. Only one spelling is an id.
      if (`${PREFIX}${bytes.toString('base64url')}` !== text) return undefined;
      const id = cipherOf(asker, thing).decrypt(bytes);
      return id === undefined ? undefined : encodedUuid(id);
    },
  };
}
