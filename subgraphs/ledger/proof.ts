/** Verifies a subject's proof with the public keys alone: no database, no network. */
import type { PublicJwk } from '../keys/public-jwk.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { commitmentOf } from './entry.ts';
import { leafHash, verifyInclusion } from './merkle.ts';

/** A proof as the API returns it; bytes in base64. */
export interface Proof {
  readonly leafIndex: number;
  readonly checkpointSize: number;
  readonly content: string;
  readonly salt: string;
  readonly hashes: readonly string[];
  readonly checkpoint: {
    readonly size: number;
    readonly rootHash: string;
    readonly signedAt: string;
    readonly keyId: string;
    readonly signature: string;
  };
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

/** Null where the proof holds, else a sentence with what does not. */
export function verifyProof(proof: Proof, keys: readonly PublicJwk[]): string | null {
  const { checkpoint } = proof;
  const root = bytes(checkpoint.rootHash);
  if (!keys.some(({ kid }) => kid === checkpoint.keyId)) return `the key set holds no key ${checkpoint.keyId}.`;
  const signed = { ...checkpoint, root, signature: bytes(checkpoint.signature) };
  if (!verifyCheckpoint(signed, keys)) return 'the checkpoint was not signed by its key.';
  if (checkpoint.size !== proof.checkpointSize) return 'the path leads to another checkpoint.';
  const leaf = leafHash(commitmentOf(bytes(proof.salt), proof.content));
  return verifyInclusion(leaf, proof.leafIndex, checkpoint.size, proof.hashes.map(bytes), root)
    ? null
    : 'the entry is not at its place in the tree: content, salt, place or path were changed.';
}
