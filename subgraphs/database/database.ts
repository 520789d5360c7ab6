/**
 * Interface of the database: PGlite in this process under a folder, or PostgreSQL by URL. Both have the same tables, roles and row policies. MikroORM
 * owns entities and writes; reads are named statements with bound parameters.
 */
import type { EntityManager, EntitySchema } from '@mikro-orm/sql';
import type { KeyCheck } from './migrate/key-check.ts';
import type { DatabaseRole, LoginPlace, RoleName } from './roles.ts';
import type { Moment, Session } from './session.ts';

/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A read-only snapshot for one caller. */
export interface ReadTransaction {
  /** Result of `control.entitlements()` at the beginning of the transaction, as text. Rejects where the transaction could not begin. */
  readonly entitlements: Promise<string>;
  /** Rejects once the snapshot is cancelled or closed. */
  query<Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]>;
  /** Cancels running statements: they reject, and later ones too. The caller must still close the snapshot. */
  cancel(): void;
  /** Ends the transaction. Every snapshot must be closed. */
  close(): Promise<void>;
}

/** Connections of a pool at this moment. */
export interface Connections {
  /** What the pool is for: `read` (snapshots and single statements), `write` (units of work), or a replica by its place in REPLICA_URLS. */
  readonly pool: 'read' | 'write' | `replica-${number}`;
  readonly inUse: number;
  readonly idle: number;
  /** Requests that wait for one. */
  readonly waiting: number;
  readonly max: number;
}

/** Whether a question may be read from a replica: it is up to the primary, behind it, or does not answer. */
export type ReplicaState = 'READY' | 'BEHIND' | 'GONE';

/** What was read from replicas. */
export interface ReplicaReads {
  /** How far one may be behind to be read. */
  readonly lagMaxMs: number;
  /** In the order of their URLs, by the last look. `lagMs`: by the primary's clock; undefined where it never answered. */
  each(): readonly { readonly state: ReplicaState; readonly lagMs: number | undefined }[];
  /** Snapshots of the public since the start: from a replica, or from the primary because all were behind or gone. */
  asked(): Readonly<Record<'replica' | 'behind' | 'gone', number>>;
}

export interface ReplicaSettings {
  /** URLs of the same database on streaming replicas. The user that they name is not used. */
  readonly urls: readonly string[];
  /** How far one may be behind, by the primary's own clock. */
  readonly lagMaxMs: number;
}

export interface Database {
  readonly kind: 'pglite' | 'postgresql';
  /** Name of a role on this database's server, for SQL that names roles. */
  roleName(role: RoleName): string;
  /**
   * Opens a snapshot under the caller's role, in one write with the queries that are sent in the same turn of the event loop. Once a connection is
   * free, `checkWanted` is called: it throws where the client has gone meanwhile, so that an abandoned request costs no query.
   */
  read(session: Session, checkWanted?: () => void): Promise<ReadTransaction>;
  /** Runs `work` in one transaction under a database role that may write. `moment` carries what the triggers of records need. */
  write<Result>(
    session: Session,
    databaseRole: DatabaseRole,
    work: (em: EntityManager) => Promise<Result>,
    moment?: Moment,
  ): Promise<Result>;
  /** One statement in its own transaction, in one round trip. */
  execute<Row>(
    session: Session,
    databaseRole: DatabaseRole,
    statement: Statement,
    parameters: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** Statements sent since the start. Tests of cost count them. */
  statements(): number;
  /** Round trips since the start. Statements that leave in one write share one. */
  roundTrips(): number;
  connections(): readonly Connections[];
  /** Absent where there are no replicas. */
  readonly replicas?: ReplicaReads;
  /** Copy of the embedded database, from which another one can begin. Absent for a server. */
  readonly dump?: () => Promise<Blob>;
  close(): Promise<void>;
}

export interface DatabaseConfig {
  /** MikroORM entities, passed in by whoever opens the database: this folder imports none. */
  readonly entities: readonly EntitySchema[];
  /** URL with the user that owns the schemas; absent for the embedded database. */
  readonly url?: string | undefined;
  /** Folder of the embedded database; absent for one in memory. */
  readonly folder?: string | undefined;
  /** Dump that an embedded database in memory begins with. */
  readonly beginWith?: Blob | undefined;
  /** Password of the login role. */
  readonly loginPassword: string;
  /** Keys that must be those of the database; absent where nothing is sealed or looked up by a key. */
  readonly keys?: KeyCheck;
  /** Opened by a restore, which keeps all others away until it has ended. */
  readonly restoring?: boolean | undefined;
  readonly poolSize?: number;
  /** Read replicas, for what the public asks. */
  readonly replicas?: ReplicaSettings | undefined;
  /** The subgraph whose own login the URL names: then the database is verified and not brought up. Absent for the owner's. */
  readonly place?: LoginPlace | undefined;
}
