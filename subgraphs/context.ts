/** Who asks, and what a resolver is given to answer with. */
import type { Activity, Channel, IdentifierType, Role } from '../schema/law/facts.ts';
import type { Scope, Standing } from '../schema/law/scope.ts';
import type { Database, ReadTransaction, Statement } from './database/database.ts';
import type { Directory } from './directory.ts';
import type { Sequencer, Signer } from './ledger.ts';
import type { ClientRequest } from './request.ts';
import type { Secrets } from './secrets.ts';

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
export interface House {
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
export interface Reading {
  readonly directory: Directory;
  readonly standing: Standing;
  readonly scope: Scope;
  readonly grounds: Grounds;
  readonly transaction: ReadTransaction;
  /** Rejects with StandingChanged where this was made of a standing that the snapshot does not confirm. */
  readonly confirmed: Promise<void>;
}

/** What a resolver receives. One a subgraph execution; loaders live and die with it. */
export interface Context {
  readonly request: ClientRequest;
  readonly caller: Caller;
  readonly house: House;
  /** True only where the gateway asks, which alone may use `_entities`. */
  readonly viaGateway: boolean;
  /** The snapshot that the execution began with, or the one opened after its last write. */
  reading: Reading;
  query<Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]>;
  /** One of a kind for this execution: a loader made on first use. */
  once<Value>(key: string, make: () => Value): Value;
  /** Paths, without list positions, at which a refusal has been told. */
  readonly told: Set<string>;
}
