/** An entry of the journal of what ended, as the database writes it (database/access/operating/journal.sql) and the files keep it. */

import type { EntityManager } from '@mikro-orm/sql';

/** What may have ended. Each has its replay (replays.ts). */
export const KINDS = [
  'AUTHORIZATION_REVOKED',
  'AUTHORIZATION_SPENT',
  'AGREEMENT_STATE',
  'DUTY_ENDED',
  'UNIT_ENDED',
  'UNIT_KINDS',
  'ITEM_ENDED',
  'EDITION_PUBLISHED',
  'WATCH',
  'WEBHOOK_ENDED',
  'CHANNEL_ENDED',
  'RECORD_DISPLAY',
  'RECORD_CORRECTED',
  'FELL',
  'NON_PUBLIC_DISPLAY',
  'NON_PUBLIC_CORRECTED',
  'DESIGNATION_DISPLAY',
  'INCENTIVE_DISPLAY',
  'REPORT_SUPERSEDED',
  'STATEMENT_WITHDRAWN',
  'SHARING_LOCK',
  'TEXTS_UNSAFE',
  'SUBJECTS_JOINED',
  'PLEDGE_CHOICE',
  'PLEDGE_VERIFIED',
  'OBJECTION_CLOSED',
  'VERIFICATION_ANSWERED',
  'COMPLAINT_CLOSED',
  'RESTORATION_CLOSED',
  'MANDATE_ENDED',
  'ENTRY_ERASED',
  'CHECKPOINT',
  'GAP',
] as const;
export type Kind = (typeof KINDS)[number];

/** Ids, keyed hashes, codes, instants and days. */
export type Payload = Readonly<Record<string, unknown>>;

export interface JournalEntry {
  readonly id: string;
  /** In the order in which things ended. */
  readonly number: number;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly kind: Kind;
  readonly payload: Payload;
}

/** Whether a release knows how to replay an entry. One of a later release may have kinds that this one does not know. */
export const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);

export interface Replaying {
  readonly db: ReturnType<EntityManager['getKysely']>;
  /** A subject, and whoever turned out to be it: a restored database may hold the row under the number of before. */
  readonly subjectsOf: (id: string) => readonly string[];
  /** Pledges of which a verification is said again, too: that tells what becomes of them. */
  readonly verified: ReadonlySet<string>;
}

/** Says an end again in the transaction that is open. */
export type Replay = (replaying: Replaying, payload: Payload, entry: JournalEntry) => Promise<unknown>;
