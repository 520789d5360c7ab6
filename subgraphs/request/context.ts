/** The caller, and what resolvers receive to answer its request. */
import type { EntityManager } from '@mikro-orm/sql';
import type { MandateKind, MandateScope } from '../../schema/law/asking/mandates.ts';
import type { Activity, Channel, IdentifierType, InformationKind, Role } from '../../schema/law/facts.ts';
import type { Entitlements, Scope } from '../../schema/law/scope.ts';
import type { Language } from '../../schema/localized.ts';
import type { Database, ReadTransaction, Statement } from '../database/database.ts';
import type { DatabaseRole } from '../database/roles.ts';
import type { Secrets } from '../keys/secrets.ts';
import type { Sequencer, Signer } from '../ledger/ledger.ts';
import type { Directory } from './directory.ts';
import type { Disclosure, Unseen } from './disclosure.ts';

/** Somebody who acts for the calling subject. */
export interface Agent {
  /** Its own subject id. */
  readonly id: string;
  readonly mandate: string;
  readonly kind: MandateKind;
  readonly scope: ReadonlySet<MandateScope>;
}

/** The caller, as the gateway established it from token and headers. */
export interface Caller {
  readonly role: Role;
  /** Code of the caller's unit; null for PUBLIC and SUBJECT. */
  readonly unit: string | null;
  /** The calling subject, matched as Article 19 says; null unless the role is SUBJECT. */
  readonly subject: { readonly type: IdentifierType; readonly value: string; readonly id: string } | null;
  /** Who asks for `subject` under a mandate (Credit-For); absent where a subject asks for itself. */
  readonly agent?: Agent;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  /** Code of the matter that a department named (Credit-Matter); absent where it named none. */
  readonly matter?: string | null;
  readonly channel: Channel;
  /** Thumbprints that the caller's token is bound to, and whose possession the door saw proven; absent where it is bound to none. */
  readonly bound?: { readonly key?: string | undefined; readonly certificate?: string | undefined };
  /** When the caller's token ends, ISO 8601; absent without a token. */
  readonly tokenExpiresAt?: string;
  readonly requestId: string;
  /** In which it wants to be told what is wrong, and its messages (Accept-Language); absent where it is English. Nothing else may depend on it. */
  readonly language?: Language;
}

/** Requests of a month that were refused before any subject was looked at. */
export interface RefusalCount {
  /** `YYYY-MM`, Asia/Shanghai. */
  readonly month: string;
  readonly role: string;
  readonly code: string;
  readonly reason: string;
  readonly count: number;
}

/** Why a request or a root field was refused. */
export interface RefusedFor {
  readonly code: string | undefined;
  readonly reason: string | undefined;
}

/** Counts them in this process (statistics/refusals.ts). */
export interface RefusalCounts {
  /** Under which this process writes its counts. */
  readonly process: string;
  add(role: string, refused: RefusedFor): void;
  /** Of this process alone, those that are not written yet among them. */
  own(): readonly RefusalCount[];
  write(): Promise<void>;
}

/** What does not change between requests. */
export interface Platform {
  readonly database: Database;
  readonly secrets: Secrets;
  /** Signs checkpoints of the ledger. Its public keys are published. */
  readonly signer: Signer;
  /** Adds ledger entries to the tree at published times. */
  readonly sequencer: Sequencer;
  /** Hosts that webhooks may point to; in development the same machine too. */
  readonly webhooks: 'PUBLIC_HOSTS' | 'LOOPBACK_TOO';
  /** Whether jobs run here. The login of a subgraph in a process of its own may not move what time or a new edition moves: a gateway's job does. */
  readonly runsJobs: boolean;
  /** Whether e-mail is sent (SMTP_URL). */
  readonly sendsMail: boolean;
  /** The injected clock; nothing else reads the time. */
  readonly now: () => Date;
  readonly refusals: RefusalCounts;
  /** ε of a year of statistics, in thousandths. */
  readonly statisticsEpsilon: number;
  /** Months for which evidence is kept after its objection (Article 39). */
  readonly evidenceMonths: number;
  /** Whether unassigned region codes are accepted. The persons of the sample have one. */
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

/** Agreements and duties in force that cover the caller's purpose. Ledger entries name them. */
export interface Grounds {
  readonly agreements: readonly { readonly id: string; readonly items: readonly string[] }[];
  /** Duties of the caller's matter: none where several matters have one under the purpose and the caller named none. */
  readonly duties: readonly Duty[];
  /** Duties of every matter that the caller may still name: a query may ask about one of them. */
  readonly nameable: readonly Duty[];
}

/** A database snapshot for one caller, with what the caller may see of it. */
export interface Snapshot {
  readonly directory: Directory;
  readonly entitlements: Entitlements;
  readonly scope: Scope;
  readonly grounds: Grounds;
  /** What the caller could see if it stated this purpose; undefined for one that is not published. */
  under(purpose: string): Pick<Snapshot, 'directory' | 'entitlements' | 'scope' | 'grounds'> | undefined;
  readonly transaction: ReadTransaction;
  /** Rejects with EntitlementsChanged where this was made from cached entitlements and the database returned others. */
  readonly confirmed: Promise<void>;
}

export interface ClientRequest {
  readonly id: string;
  readonly caller: Caller;
  readonly platform: Platform;
  /** Date in Asia/Shanghai, fixed for the whole request. */
  readonly today: string;
  /** The snapshot shared by all fetches of the request. Opened on first use, and opened again after a write. */
  snapshot(): Promise<Snapshot>;
  /** Runs `work` in a transaction under a database role. The snapshot is closed first, because an embedded database has one connection. */
  write<Result>(databaseRole: DatabaseRole, work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  /** What of its mandate the next reads and writes of an agent rest on: one of these scopes suffices. It begins with READ. */
  actFor(scopes: readonly MandateScope[]): void;
  /** Records what the answer will show, for the ledger entry. */
  disclose(disclosure: Disclosure): void;
  /** Records that a subject was asked for of which the answer shows nothing: it must fit the quota as one that is shown. */
  unseen(subject: Unseen): void;
  /** Whether the feed may show news. Not where that made the answer fail again and again: what is asked for comes first. */
  tellsNews(): boolean;
  /**
   * Counts a subject that was asked for. Where nothing is `shown` of one, the time of the answer must not tell whether it is held (Article 23): it is sent
   * at a multiple of an interval that grows with how many were asked for.
   */
  lookedUp(shown: boolean): void;
  /** Root fields that a guard refused: it decides from the caller alone, before any subject is looked at. */
  readonly firstRefusals: RefusedFor[];
  /** Records that the answer shows entries of the ledger: reading them is an entry too (Article 17). */
  inspected(): void;
  /** Writes the entry that names a gap of the ledger, at once. Throws LEDGER_UNAVAILABLE. */
  noteGap(gap: string): Promise<void>;
  /** For how many subjects the answer must be sent at such a time; none where something is shown of each. */
  concealed(): number;
  /** Records that a list of these subjects was requested: an empty list discloses something too, and needs a basis. */
  asked(information: InformationKind, subjectIds: readonly string[], items: readonly string[] | null): void;
  /**
   * Closes the snapshot and writes the ledger entries: what was shown, or that an identified caller was `refused`, and why. Throws LEDGER_UNAVAILABLE or
   * QUOTA_EXCEEDED. Then the answer must not be sent.
   */
  settle(refused?: string): Promise<void>;
  /**
   * Rejects with UNAUTHENTICATED where the caller's unit does not carry its role today. Opens a snapshot where the request has opened none, so that
   * nothing is answered before the database has told.
   */
  admitted(): Promise<void>;
  /** Cancels the request: its queries stop, its writes are rolled back, and no answer is sent. */
  cancel(): void;
  /** Closes the snapshot and discards what was recorded for the ledger. */
  abandon(): Promise<void>;
  /** Whether the cached entitlements were out of date. Then everything that was read is invalid, and the request must run `again`. */
  mistaken(): Promise<boolean>;
  /** Resets the request to run again, with entitlements read from the database. */
  again(): Promise<void>;
}

/** What a resolver receives. One for each subgraph execution; data loaders live as long. */
export interface Context {
  readonly request: ClientRequest;
  readonly caller: Caller;
  readonly platform: Platform;
  /** True only for fetches of the gateway. Only they may query `_entities`. */
  readonly viaGateway: boolean;
  /** The snapshot of the execution, or the one that was opened after its last write. */
  snapshot: Snapshot;
  query<Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]>;
  /** A value that is made once for this execution, such as a data loader. */
  once<Value>(key: string, make: () => Value): Value;
  /** Paths, without list positions, at which an error was already added to the answer. */
  readonly reported: Set<string>;
}
