/** Verifies a subject's proof with the public keys alone: no database, no network. */
import type { Localized } from '../../schema/localized.ts';
import { isRevokedAt, type PublicJwk } from '../keys/public-jwk.ts';
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

/** Null where the proof holds, else what does not. */
export function verifyProof(proof: Proof, keys: readonly PublicJwk[]): Localized | null {
  const { checkpoint } = proof;
  const root = bytes(checkpoint.rootHash);
  if (!keys.some(({ kid }) => kid === checkpoint.keyId))
    return { en: `the key set holds no key ${checkpoint.keyId}.`, zh: `公钥集中没有密钥${checkpoint.keyId}。` };
  const signed = { ...checkpoint, root, signature: bytes(checkpoint.signature) };
  if (!verifyCheckpoint(signed, keys))
    return { en: 'the checkpoint was not signed by its key.', zh: '检查点不是由其密钥签名。' };
  const key = keys.find(({ kid }) => kid === checkpoint.keyId);
  if (key !== undefined && isRevokedAt(key, checkpoint.signedAt))
    return {
      en: `the checkpoint is dated ${checkpoint.signedAt}, when its key ${checkpoint.keyId} was revoked already: whoever stole the key could have signed it. Ask for the proof again.`,
      zh: `检查点的签名时间为${checkpoint.signedAt}，其密钥${checkpoint.keyId}当时已被吊销，可能由窃取密钥者签名。请重新查询证明。`,
    };
  if (checkpoint.size !== proof.checkpointSize)
    return { en: 'the path leads to another checkpoint.', zh: '路径指向其他检查点。' };
  const leaf = leafHash(commitmentOf(bytes(proof.salt), proof.content));
  return verifyInclusion(leaf, proof.leafIndex, checkpoint.size, proof.hashes.map(bytes), root)
    ? null
    : {
        en: 'the entry is not at its place in the tree: content, salt, place or path were changed.',
        zh: '条目不在树中应有的位置：内容、盐值、位置或者路径被改动。',
      };
}

/**
 * What a proof that holds is worth where the key of its checkpoint was revoked later: a thief can date what he signs back, so that it stands only if a
 * checkpoint of a key in force contains it. Null where the key is in force.
 */
export function reservation(proof: Proof, keys: readonly PublicJwk[]): Localized | null {
  const key = keys.find(({ kid }) => kid === proof.checkpoint.keyId);
  if (key?.revoked === undefined) return null;
  const since = new Date(key.revoked.revoked_at * 1_000).toISOString();
  return {
    en: `its key ${key.kid} was revoked as of ${since}. The proof stands only if a later checkpoint of a key in force contains this one: ask for it again, or for ledger { consistency(from, to) } between both.`,
    zh: `其密钥${key.kid}自${since}起被吊销。仅当有效密钥签名的后续检查点包含该检查点时，证明才成立：请重新查询证明，或者查询二者之间的ledger { consistency(from, to) }。`,
  };
}
