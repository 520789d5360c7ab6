/** Mark of the document that something is based on: two documents that are masked alike stay two, and one that is masked is found by its whole name. */
import type { Secrets } from '../keys/secrets.ts';

/** Keyed, because a plain hash of a name in a document could be guessed. Nothing is folded but what the doors of documents fold anyway. */
export const basisMark = (secrets: Pick<Secrets, 'fingerprint'>, document: string): Buffer =>
  secrets.fingerprint(`basis\n${document.normalize('NFC').trim()}`);
