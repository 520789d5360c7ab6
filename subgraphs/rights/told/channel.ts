/** The channel of a subject as it is stored: the address, the secret and the code that is awaited are sealed together. */
import { randomInt } from 'node:crypto';
import type { Statement } from '../../database/database.ts';
import type { Secrets } from '../../keys/secrets.ts';
import type { MessageKind } from '../tell-subjects.ts';

/** What is sealed. Of a channel that ended nothing is kept. */
export interface Place {
  /** An e-mail address or a URL. */
  readonly to: string;
  /** With which calls of a webhook are signed. */
  readonly secret: string | null;
  /** What has to be given back before anything else is sent; null when it was. */
  readonly code: string | null;
}

export type SendingKind = 'EMAIL' | 'WEBHOOK';

/** How a code is taken: a day, five tries, and five codes a day, so that nobody guesses one or floods an address. */
export const CODE_HOURS = 24;
export const TRIES_MAX = 5;
export const CODES_MAX = 5;
/** Codes that go to one address on a day, whoever chose it: several may share a mailbox. */
export const ADDRESS_CODES_MAX = 10;

const DIGITS = 8;

export const freshCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');

interface SealedPlace {
  readonly id: string;
  readonly sealed: Buffer;
  readonly keyId: string;
}

export const sealPlace = (secrets: Secrets, id: string, place: Place | null) => secrets.seal(place, `channel ${id}`);

/** Null where the channel ended, or where it cannot be opened: then the subject chooses it again. */
export const placeOf = (secrets: Secrets, row: SealedPlace): Place | null =>
  (secrets.unsealToRead(row, `channel ${row.id}`, { place: 'rights.channel', id: row.id }) as
    | Place
    | null
    | undefined) ?? null;

/** An address by a keyed mark. A mailbox is one however its letters are written, and with whatever behind a plus sign. */
export function addressMark(secrets: Secrets, kind: SendingKind, to: string): Buffer {
  const mailbox =
    kind === 'EMAIL'
      ? to
          .normalize('NFKC')
          .toLowerCase()
          .replace(/\+[^@]*(?=@)/, '')
      : new URL(to).origin;
  return secrets.fingerprint(`channel\n${kind}\n${mailbox}`);
}

export interface ChannelRow extends SealedPlace {
  readonly kind: SendingKind;
  readonly kinds: readonly MessageKind[];
  readonly language: 'en' | 'zh';
  readonly chosenAt: string;
  readonly codes: number;
  readonly codesOn: string;
  readonly tries: number;
  readonly codeUntil: string | null;
  readonly confirmedAt: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly toldAt: string | null;
}

/** What its subject is shown of it. */
export interface ChannelState extends Omit<ChannelRow, keyof SealedPlace> {
  /** Masked: a stolen session does not read the address. */
  readonly address: string | null;
}

export const CHANNEL_COLUMNS = `c.id, c.kind, c.sealed, c.key_id as "keyId", c.kinds, c.language, c.chosen_at as "chosenAt", c.codes,
  c.codes_on::text as "codesOn", c.tries, c.code_until as "codeUntil", c.confirmed_at as "confirmedAt", c.ended_at as "endedAt",
  c.ended_by as "endedBy", c.told_at as "toldAt"`;

export const OWN_CHANNEL: Statement = {
  name: 'channel',
  text: `select ${CHANNEL_COLUMNS} from rights.channel c where c.subject_id = $1::uuid and c.ended_by is distinct from 'CHOSEN'`,
};

/** `a***@example.com`; of a URL its origin. */
function masked({ to }: Place, kind: SendingKind): string {
  if (kind === 'WEBHOOK') return `${new URL(to).origin}/***`;
  const at = to.lastIndexOf('@');
  return `${[...to][0]}***${to.slice(at)}`;
}

export function stateOf(secrets: Secrets, row: ChannelRow): ChannelState {
  const { id, sealed, keyId, ...shown } = row;
  const place = placeOf(secrets, { id, sealed, keyId });
  return { ...shown, address: place === null ? null : masked(place, row.kind) };
}
