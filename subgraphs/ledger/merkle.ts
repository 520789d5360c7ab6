/**
 * The Merkle tree of RFC 6962 (and RFC 9162, section 2.1): hashes, proofs and their verification. Pure functions. Nodes are fetched by coordinates,
 * so that a proof reads about 2·log2(n) of them.
 */
import { createHash } from 'node:crypto';

/** Range of leaves [from, to). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A complete subtree: 2^level leaves, the `index`-th of its level. */
export interface Coordinate {
  readonly level: number;
  readonly index: number;
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const leafHash = (data: Uint8Array): Buffer => sha256(LEAF, data);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** Root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = sha256();

/** Largest power of two below n, for n of 2 or more. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees of a range, from the left. Ranges in proofs always begin at a multiple of their size. */
export function completeSubtrees({ from, to }: Range): Coordinate[] {
  const found: Coordinate[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

export type NodeOf = (coordinate: Coordinate) => Uint8Array;

/** Hash of a range from its complete subtrees, folded from the right as the RFC's recursion does. */
export function rangeHash(range: Range, nodeOf: NodeOf): Buffer {
  const parts = completeSubtrees(range).map(nodeOf);
  const last = parts.pop();
  if (last === undefined) return EMPTY_ROOT;
  return Buffer.from(parts.reduceRight((right, left) => nodeHash(left, right), last));
}

/** PATH(m, D[n]): the ranges whose hashes prove leaf m in a tree of n, from the leaf upward. Throws outside the tree. */
export function inclusionRanges(leaf: number, size: number): Range[] {
  if (!(leaf >= 0 && leaf < size)) throw new RangeError(`There is no leaf ${leaf} in a tree of ${size}.`);
  const path = (from: number, to: number): Range[] => {
    if (to - from === 1) return [];
    const middle = from + split(to - from);
    return leaf < middle ? [...path(from, middle), { from: middle, to }] : [...path(middle, to), { from, to: middle }];
  };
  return path(0, size);
}

/** PROOF(m, D[n]): the ranges whose hashes prove that a tree of `older` leaves is the beginning of one of `size`. */
export function consistencyRanges(older: number, size: number): Range[] {
  if (!(older >= 0 && older <= size)) throw new RangeError(`A tree of ${older} does not come before one of ${size}.`);
  if (older === 0) return [];
  const proof = (from: number, to: number, whole: boolean): Range[] => {
    if (older === to) return whole ? [] : [{ from, to }];
    const middle = from + split(to - from);
    return older <= middle
      ? [...proof(from, middle, whole), { from: middle, to }]
      : [...proof(middle, to, false), { from, to: middle }];
  };
  return proof(0, size, true);
}

/** Whether the hashes prove that a leaf is at its index in the tree with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  hashes: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return false;
  let node = index;
  let last = size - 1;
  let found: Uint8Array = leaf;
  for (const hash of hashes) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      found = nodeHash(hash, found);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else found = nodeHash(found, hash);
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && Buffer.compare(found, root) === 0;
}

/** Whether the hashes prove that the newer tree begins with the older one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  hashes: readonly Uint8Array[],
): boolean {
  if (older.size > newer.size || older.size < 0) return false;
  if (older.size === 0) return hashes.length === 0;
  if (older.size === newer.size) return hashes.length === 0 && Buffer.compare(older.root, newer.root) === 0;
  // Where the older size is a power of two, the older tree is a node of the newer one: its root is then the first hash.
  const whole = Number.isInteger(Math.log2(older.size));
  const [first, ...rest] = whole ? [older.root, ...hashes] : hashes;
  if (first === undefined) return false;
  let node = older.size - 1;
  let last = newer.size - 1;
  const up = (): void => {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  };
  while (node % 2 === 1) up();
  let oldRoot: Uint8Array = first;
  let newRoot: Uint8Array = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldRoot = nodeHash(hash, oldRoot);
      newRoot = nodeHash(hash, newRoot);
      while (node % 2 === 0 && node !== 0) up();
    } else newRoot = nodeHash(newRoot, hash);
    up();
  }
  return last === 0 && Buffer.compare(oldRoot, older.root) === 0 && Buffer.compare(newRoot, newer.root) === 0;
}

/** Adds leaves to a tree. Returns every subtree that becomes complete, leaves included. `nodeOf` returns existing nodes. */
export function grow(
  size: number,
  leaves: readonly Uint8Array[],
  nodeOf: NodeOf,
): { readonly coordinate: Coordinate; readonly hash: Uint8Array }[] {
  const made = new Map<string, Uint8Array>();
  const grown: { coordinate: Coordinate; hash: Uint8Array }[] = [];
  const keep = (level: number, index: number, hash: Uint8Array): void => {
    made.set(`${level}:${index}`, hash);
    grown.push({ coordinate: { level, index }, hash });
  };
  leaves.forEach((leaf, offset) => {
    let index = size + offset;
    let hash = leaf;
    keep(0, index, hash);
    for (let level = 0; index % 2 === 1; level += 1) {
      const left = made.get(`${level}:${index - 1}`) ?? nodeOf({ level, index: index - 1 });
      hash = nodeHash(left, hash);
      index = (index - 1) / 2;
      keep(level + 1, index, hash);
    }
  });
  return grown;
}
