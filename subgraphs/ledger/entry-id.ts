/** Ids of entries: UUIDs of version 7 (RFC 9562). Each carries the instant of its entry, so that the ledger is divided by time and an id alone tells where its entry lies. */
import { randomBytes } from 'node:crypto';
import { idTime } from '../database/migrate/partition/division.ts';

const RANDOM_BYTES = 10;

/**
 * 48 bits of the entry's own time, which stands beside the id wherever an entry is shown, and 74 that nobody can guess. No counter: among entries of one answer the ids
 * say nothing of their order or number.
 */
export function entryId(at: Date, random: Uint8Array = randomBytes(RANDOM_BYTES)): string {
  const bits = Buffer.from(random);
  // The version, and the variant of the RFC.
  bits[0] = 0x70 | (bits.readUInt8(0) & 0x0f);
  bits[2] = 0x80 | (bits.readUInt8(2) & 0x3f);
  const digits = idTime(at) + bits.toString('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
