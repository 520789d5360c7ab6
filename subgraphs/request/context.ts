/** Who asks, and what a resolver is given to answer with. */
import type { EntityManager } from '@mikro-orm/sql';
import type { Activity, Channel, IdentifierType, Role } from '../../schema/law/facts.ts';
import type { Entitlements, Scope } from '../../schema/law/scope.ts';
import type { Database, ReadTransaction, Statement } from '../database/database.ts';
import type { DatabaseRole } from '../database/roles.ts';
import type { Secrets } from '../keys/secrets.ts';
import type { Sequencer, Signer } from '../ledger/ledger.ts';
import type { Directory } from './directory.ts';
import type { Disclosure } from './disclosure.ts';

/** The caller, as the gateway established it from token and headers. */
export interface Caller {
  readonly role: Role;
  /** Code of the caller's unit; null for PUBLIC and SUBJECT. */
  readonly unit: string | null;
  /** The calling subject, matched as Article 19 says; null unless the role is SUBJECT. */
  readonly subject: { readonly type: IdentifierType; readonly value: string; readonly id: string } | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly channel: Channel;
  readonly requestId: string;
}

/** What does not change between requests. */
export interface Platform {
  readonly database: Database;
  readonly secrets: Secrets;
  /** Signs checkpoints of the ledger; its public keys are published. */
  readonly signer: Signer;
  /** Turns entries of the ledger into leaves of its tree. */
  readonly sequencer: Sequencer;
  /** Where webhooks may point: in development to the same machine too. */
  readonly webhooks: 'PUBLIC_HOSTS' | 'LOOPBACK_TOO';
  /** The clock, read in one place and injected. */
  readonly now: () => Date;
  /** Whether region codes that are not assigned are accepted: sample persons live in one (obligations.md). */
  readonly unassignedRegions: 'allow' | 'refuse';
}

/** A registered duty of the calling department that covers its purpose (Article 22). */
export interface Duty {
  readonly id: string;
  readonly matter: string;
  readonly activity: Activity;
  readonly items: readonly string[];
  readonly identified: boolean;
}

/** What the caller's purpose rests on, for the ledger to name: agreements and duties in force that cover it. */
export interface Grounds {
  readonly agreements: readonly { readonly id: string; readonly items: readonly string[] }[];
  readonly duties: readonly Duty[];
}

/** A snapshot of the data for one caller, with what it may see of it. */
export interface Snapshot {
  readonly directory: Directory;
  readonly entitlements: Entitlements;
  readonly scope: Scope;
  readonly grounds: Grounds;
  readonly transaction: ReadTransaction;
  /** Rejects with EntitlementsChanged where this was made of entitlements that the snapshot does not confirm. */
  readonly confirmed: Promise<void>;
}

export interface ClientRequest {
  readonly id: string;
  readonly caller: Caller;
  readonly platform: Platform;
  /** Date in Asia/Shanghai, fixed for the whole request. */
  readonly today: string;
  /** The shared snapshot; opened on first use, and anew after a write. */
  snapshot(): Promise<Snapshot>;
  /** A unit of work under a database role. The snapshot is given up first: an embedded database has one connection. */
  write<Result>(databaseRole: DatabaseRole, work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  /** Notes what the answer will show, for the ledger. */
  disclose(disclosure: Disclosure): void;
  /** Notes that a person was not told of: the time of the answer must not tell whether it is held (Article 23). */
  concealTiming(): void;
  /** Whether the answer keeps its time. */
  timingConcealed(): boolean;
  /** Notes that a list was asked of these subjects: that something is not held is told on a basis too. */
  asked(subjectIds: readonly string[], items: readonly string[] | null): void;
  /**
   * Ends the snapshot and writes the ledger: what was shown, or that an identified caller was refused and shown nothing. Throws LEDGER_UNAVAILABLE or QUOTA_EXCEEDED, and then nothing may leave.
   */
  settle(refused?: boolean): Promise<void>;
  /** Gives the request up: what it reads is stopped, what it writes is not kept, and nothing of it leaves. */
  cancel(): void;
  /** Ends the snapshot without disclosing anything. */
  abandon(): Promise<void>;
  /** Whether the caller's entitlements were not what they were expected to be: then nothing that was read counts, and it begins `again`. */
  mistaken(): Promise<boolean>;
  /** Begins again, expecting nothing. */
  again(): Promise<void>;
}

/** What a resolver receives. One a subgraph execution; loaders live and die with it. */
export interface Context {
  readonly request: ClientRequest;
  readonly caller: Caller;
  readonly platform: Platform;
  /** True only where the gateway asks, which alone may use `_entities`. */
  readonly viaGateway: boolean;
  /** The snapshot that the execution began with, or the one opened after its last write. */
  snapshot: Snapshot;
  query<Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]>;
  /** One of a kind for this execution: a loader made on first use. */
  once<Value>(key: string, make: () => Value): Value;
  /** Paths, without list positions, at which a refusal has been told. */
  readonly reported: Set<string>;
}
