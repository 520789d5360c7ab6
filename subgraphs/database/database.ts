/**
 * The database: PGlite in this process under a folder, or PostgreSQL by URL. The same tables, roles and row policies in both. MikroORM owns
 * entities and writes; reads are named statements with bound parameters.
 */
import type { EntityManager, EntitySchema } from '@mikro-orm/sql';
import type { DatabaseRole, RoleName } from './roles.ts';
import type { Moment, Session } from './session.ts';

/** One statement, prepared once a connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A read-only snapshot for one caller. */
export interface ReadTransaction {
  /** What `control.entitlements()` says as the transaction begins, as text. Rejects where it could not begin. */
  readonly entitlements: Promise<string>;
  /** Fails once the snapshot is stopped or closed. */
  query<Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]>;
  /** Stops what runs: it fails, and nothing more is answered. The snapshot is still to be closed. */
  cancel(): void;
  /** Ends the snapshot; must be called. */
  close(): Promise<void>;
}

export interface Database {
  readonly kind: 'pglite' | 'postgresql';
  /** Name of a role on the server of this database, for SQL that names one. */
  roleName(role: RoleName): string;
  /**
   * Opens a snapshot under the caller's role, in one write with what is asked of it in the same turn. `checkWanted` throws where it is not wanted any more once its turn has come:
   * what waited in the queue until nobody wanted it costs nothing.
   */
  read(session: Session, checkWanted?: () => void): Promise<ReadTransaction>;
  /** One unit of work under a database role that may write; `moment` is what the triggers of records need to know. */
  write<Result>(
    session: Session,
    databaseRole: DatabaseRole,
    work: (em: EntityManager) => Promise<Result>,
    moment?: Moment,
  ): Promise<Result>;
  /** One unit of work of one statement: begun, done and committed in one round trip. */
  execute<Row>(
    session: Session,
    databaseRole: DatabaseRole,
    statement: Statement,
    parameters: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** Statements sent since the start: what the cost tests count. */
  statements(): number;
  /** Times that a reader waited for the database since the start: statements that leave together wait together. */
  roundTrips(): number;
  ping(): Promise<void>;
  /** Everything that the embedded database holds, to begin another with; absent where the database is a server. */
  readonly dump?: () => Promise<Blob>;
  close(): Promise<void>;
}

export interface DatabaseConfig {
  /** The entities of whoever opens it: the database knows none. */
  readonly entities: readonly EntitySchema[];
  /** URL of the owner of the schemas; absent for the embedded database. */
  readonly url?: string | undefined;
  /** Folder of the embedded database; absent for one in memory. */
  readonly folder?: string | undefined;
  /** What an embedded database in memory begins with. */
  readonly beginWith?: Blob | undefined;
  /** Password of the login role. */
  readonly loginPassword: string;
  readonly poolSize?: number;
}
