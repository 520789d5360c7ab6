/** What tells one key from another without telling the key: fingerprints and ids, each derived under a label of its own. */
import { hkdfSync } from 'node:crypto';

const derived = (key: string, label: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', label, bytes));

const MARK = 16;

export const indexMark = (key: string): Buffer => derived(key, 'mark of the index key', MARK);
export const pseudonymMark = (key: string): Buffer => derived(key, 'mark of the pseudonym key', MARK);

/** The id that a sealing key is given: made from the key, so that two keys never have one id by mistake. */
export const sealingId = (key: string): string => `k-${derived(key, 'id of a sealing key', 6).toString('hex')}`;

/** Ids of before, such as `k1`, were chosen by hand and stay valid. */
const LIKE_DERIVED = /^k-[0-9a-f]{12}$/;

/** Whether an id says of itself that it was made from a key, and was not made from this one. */
export const isIdOfAnother = (id: string, key: string): boolean => LIKE_DERIVED.test(id) && id !== sealingId(key);
