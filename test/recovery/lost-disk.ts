/** A server over the sample whose database can be saved, lost and put back as it was saved, while the folder of the journal stays. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/sql';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import { inject } from 'vitest';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import type { Answer, Holder } from '../kit.ts';
import { copySample, type DatabaseKind, makeDatabase, TEN_O_CLOCK } from '../sample-template.ts';

export interface LostDisk {
  readonly folder: string;
  /** JOURNAL_DIR. */
  readonly journal: string;
  readonly server: () => Server;
  setNow(instant: string): void;
  /** Moves the clock to the next published time of the ledger, and publishes. */
  publish(): Promise<void>;
  ask(
    holder: Holder | null,
    query: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Runs SQL under a role of the database. */
  run<Row>(role: DatabaseRole, statement: (em: EntityManager) => Promise<Row>, unit?: string): Promise<Row>;
  /** The database as it is now: last night's backup. */
  save(): Promise<void>;
  /** The server stops, the database is gone, the saved one is in its place. `start`: with it the server too. */
  lose(): Promise<void>;
  /** Another server over the same database, of a PostgreSQL server alone. The caller stops it. */
  second(): Promise<Server>;
  stop(): Promise<void>;
  start(settings?: NodeJS.ProcessEnv): Promise<void>;
  close(): Promise<void>;
}

async function administer(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresql') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function openLostDisk(kind: DatabaseKind, log: Logger = pino({ level: 'silent' })): Promise<LostDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-recovery-'));
  const journal = join(folder, 'journal');
  mkdirSync(journal);
  const sampled = await copySample(kind, folder);
  const database = sampled?.database ?? (kind === 'postgresql' ? await makeDatabase() : undefined);
  let now = new Date(TEN_O_CLOCK);
  let held = sampled?.beginWith;
  let saved: Blob | undefined;
  let running: Server | undefined;
  const server = (): Server => {
    if (running === undefined) throw new Error('The server does not run.');
    return running;
  };
  const name = database?.name ?? '';
  const configOf = (settings: NodeJS.ProcessEnv = {}) =>
    readConfig({
      PORT: '0',
      DATA_DIR: folder,
      JOURNAL_DIR: journal,
      LOG_LEVEL: 'silent',
      RATE_PUBLIC: '1000000',
      RATE_SUBJECT: '1000000',
      CHECKPOINT_MINUTES: '10',
      DUE_EVERY_MS: '86400000',
      WEBHOOK_EVERY_MS: '86400000',
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
      ...settings,
    });
  const start = async (settings: NodeJS.ProcessEnv = {}): Promise<void> => {
    running = await startServer(configOf(settings), { now: () => now, inMemory: true, beginWith: held, log });
  };
  const stop = async (): Promise<void> => {
    if (running === undefined) return;
    held = kind === 'pglite' ? await running.platform.database.dump?.() : undefined;
    await running.stop();
    running = undefined;
  };
  await start();
  return {
    folder,
    journal,
    server,
    setNow: (instant) => {
      now = new Date(instant);
    },
    publish: async () => {
      now = server().platform.sequencer.nextAfter(now);
      await server().platform.sequencer.publish();
    },
    ask: async (holder, query, variables = {}, headers = {}) => {
      const claims = {
        sub: holder?.unit ?? 'subject',
        role: holder?.role,
        ...(holder?.unit === undefined ? {} : { unit: holder.unit }),
        ...(holder?.subject === undefined ? {} : { subject: `${holder.subject.type}:${holder.subject.value}` }),
      };
      const token = holder === null ? undefined : await server().issuer?.signAt(claims, '15m', now);
      const response = await fetch(`${server().url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
    },
    run: (role, statement, unit) =>
      server().platform.database.write(
        {
          role: unit === undefined ? 'OPERATOR' : 'PROVIDER',
          unit: unit ?? null,
          purpose: null,
          caseReference: null,
          subjectId: null,
          today: '2026-11-20',
        },
        role,
        statement,
        {
          at: now.toISOString(),
          actBy: { date: '2026-11-25', provisional: false, earliest: '2026-11-25', latest: '2026-11-25' },
        },
      ),
    save: async () => {
      if (kind === 'pglite') {
        saved = await server().platform.database.dump?.();
        return;
      }
      await stop();
      await administer(
        `drop database if exists ${name}_saved`,
        `create database ${name}_saved template ${name} strategy file_copy`,
      );
      await start();
    },
    lose: async () => {
      await stop();
      if (kind === 'pglite') held = saved;
      else
        await administer(
          `drop database ${name} with (force)`,
          `create database ${name} template ${name}_saved strategy file_copy`,
        );
    },
    second: () => startServer(configOf(), { now: () => now, log }),
    stop,
    start,
    close: async () => {
      await running?.stop();
      if (kind === 'postgresql') await administer(`drop database if exists ${name}_saved with (force)`);
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
