import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Coordinate,
  completeSubtrees,
  consistencyRanges,
  grow,
  inclusionRanges,
  leafHash,
  rangeHash,
  verifyConsistency,
  verifyInclusion,
} from '../../subgraphs/ledger/merkle.ts';

/** MTH of RFC 6962, section 2.1, word for word: what everything here is held against. */
function mth(leaves: readonly Uint8Array[]): Buffer {
  const hash = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return hash();
  if (leaves.length === 1) return hash(Buffer.of(0), leaves[0] as Uint8Array);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hash(Buffer.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

/** The leaves and roots of the test vectors that Certificate Transparency implementations share. */
const VECTORS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leavesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => Buffer.from(`leaf ${index}`));

/** A tree grown in steps, with its nodes. */
function grown(leaves: readonly Uint8Array[], steps: readonly number[] = []): Map<string, Uint8Array> {
  const nodes = new Map<string, Uint8Array>();
  let size = 0;
  for (const end of [...steps.filter((step) => step <= leaves.length).sort((a, b) => a - b), leaves.length]) {
    const made = grow(
      size,
      leaves.slice(size, end).map(leafHash),
      (at) => nodes.get(`${at.level}:${at.index}`) as Buffer,
    );
    for (const { coordinate, hash } of made) {
      const key = `${coordinate.level}:${coordinate.index}`;
      expect(nodes.has(key)).toBe(false);
      nodes.set(key, hash);
    }
    size = Math.max(size, end);
  }
  return nodes;
}

const reader =
  (nodes: ReadonlyMap<string, Uint8Array>) =>
  ({ level, index }: Coordinate): Uint8Array => {
    const node = nodes.get(`${level}:${index}`);
    if (node === undefined) throw new Error(`There is no node ${level}:${index}.`);
    return node;
  };

describe('the tree of RFC 6962', () => {
  it('A17.2 has the roots of the published test vectors', () => {
    const leaves = VECTORS.map((hex) => Buffer.from(hex, 'hex'));
    const nodes = grown(leaves);
    ROOTS.forEach((root, index) => {
      expect(mth(leaves.slice(0, index + 1)).toString('hex')).toBe(root);
      expect(rangeHash({ from: 0, to: index + 1 }, reader(nodes)).toString('hex')).toBe(root);
    });
  });

  it('A17.2 grown in any steps has the root that the definition gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 130 }), fc.array(fc.integer({ min: 0, max: 130 })), (count, steps) => {
        const leaves = leavesOf(count);
        expect(rangeHash({ from: 0, to: count }, reader(grown(leaves, steps)))).toEqual(mth(leaves));
      }),
      { numRuns: 60 },
    );
  });

  it('A17.2 an inclusion proof holds for its leaf and for no other leaf, index, size or root', () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = leavesOf(size);
      const node = reader(grown(leaves));
      const root = mth(leaves);
      for (let index = 0; index < size; index += 1) {
        const hashes = inclusionRanges(index, size).map((range) => rangeHash(range, node));
        const leaf = leafHash(leaves[index] as Buffer);
        expect(verifyInclusion(leaf, index, size, hashes, root)).toBe(true);
        expect(verifyInclusion(leafHash(Buffer.from('other')), index, size, hashes, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, hashes, mth(leavesOf(size + 1)))).toBe(false);
        if (size > 1) {
          expect(verifyInclusion(leaf, (index + 1) % size, size, hashes, root)).toBe(false);
          expect(verifyInclusion(leaf, index, size, hashes.slice(1), root)).toBe(false);
          expect(verifyInclusion(leaf, index, size, [...hashes, root], root)).toBe(false);
        }
        expect(verifyInclusion(leaf, size, size, hashes, root)).toBe(false);
        expect(verifyInclusion(leaf, -1, size, hashes, root)).toBe(false);
      }
    }
  });

  it('A17.2 a consistency proof holds for each beginning, and not for a tree that was rewritten', () => {
    for (let size = 1; size <= 33; size += 1) {
      const leaves = leavesOf(size);
      const node = reader(grown(leaves));
      const newer = { size, root: mth(leaves) };
      for (let older = 0; older <= size; older += 1) {
        const hashes = consistencyRanges(older, size).map((range) => rangeHash(range, node));
        expect(verifyConsistency({ size: older, root: mth(leaves.slice(0, older)) }, newer, hashes)).toBe(true);
        if (older === 0) continue;
        const rewritten = leavesOf(older).with(older - 1, Buffer.from('rewritten'));
        expect(verifyConsistency({ size: older, root: mth(rewritten) }, newer, hashes)).toBe(false);
        expect(
          verifyConsistency({ size: older, root: mth(leaves.slice(0, older)) }, newer, [...hashes, newer.root]),
        ).toBe(false);
        if (older < size) {
          const other = { size, root: mth(leavesOf(size).with(size - 1, Buffer.from('other'))) };
          expect(verifyConsistency({ size: older, root: mth(leaves.slice(0, older)) }, other, hashes)).toBe(false);
        }
      }
    }
  });

  it('A17.2 a proof over a million entries reads about forty nodes', () => {
    const size = 1_000_003;
    const nodes = inclusionRanges(777_777, size).flatMap(completeSubtrees);
    expect(nodes.length).toBeLessThanOrEqual(40);
    expect(() => inclusionRanges(size, size)).toThrow(RangeError);
    expect(() => consistencyRanges(size + 1, size)).toThrow(RangeError);
  });
});
