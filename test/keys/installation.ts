/** An installation on disk with the sample: servers and commands as processes of their own, over its key file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { openDevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import { readSecrets } from '../../gateway/settings/key-file.ts';
import { SEALED_PLACES } from '../../subgraphs/keys/sealed-places.ts';
import { openSecrets } from '../../subgraphs/keys/secrets.ts';
import { type Started, startMain } from '../gateway/started.ts';
import { MEI } from '../kit.ts';
import { copySample, type DatabaseKind, type Sampled } from '../sample-template.ts';

/** How long a process that was killed is believed to live. */
export const BELIEVED_MS = 8_000;

const root = join(import.meta.dirname, '../..');

async function sampleIn(kind: DatabaseKind, folder: string): Promise<Sampled> {
  const sampled = await copySample(kind, folder);
  if (sampled === undefined) throw new Error('The sample is being made by another file.');
  return sampled;
}

export type Installation = Awaited<ReturnType<typeof install>>;

export async function install(kind: DatabaseKind) {
  const folder = mkdtempSync(join(tmpdir(), 'credit-rotation-'));
  const file = join(folder, 'secrets.json');
  const sampled = await sampleIn(kind, folder);
  let server: Started | undefined;
  let url = '';
  const embedded = kind === 'pglite';
  const environment = (): NodeJS.ProcessEnv => ({
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    SAMPLE: 'off',
    // A process that is killed is believed to live for as long.
    DUE_EVERY_MS: String(BELIEVED_MS),
    ...(embedded ? {} : { DATABASE_URL: sampled.database?.url, PROCESSES: '2' }),
  });

  if (sampled.beginWith !== undefined)
    await (await PGlite.create({ dataDir: join(folder, 'pglite'), loadDataDir: sampled.beginWith })).close();
  const token = await (await openDevelopmentIssuer(folder)).signAt(
    { sub: 'subject', role: 'subject', subject: `${MEI.type}:${MEI.value}` },
    '2h',
    new Date(),
  );
  async function start(): Promise<void> {
    server = startMain(folder, environment());
    url = (await server.says(/at (http:\S+)\/graphql/))[1] ?? '';
  }
  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { child } = server ?? {};
    server = undefined;
    if (child === undefined || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
  const restart = async (): Promise<void> => {
    await stop();
    await start();
  };
  const begin = (script: string, args: readonly string[]) =>
    spawn(process.execPath, [`gateway/commands/${script}.ts`, ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, ...environment() },
    });
  async function run(
    script: string,
    ...args: readonly string[]
  ): Promise<{ status: number | null; out: string; err: string }> {
    const child = begin(script, args);
    const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
    const [status] = (await once(child, 'exit')) as [number | null];
    return { status, out: (await out)?.join('') ?? '', err: (await err)?.join('') ?? '' };
  }
  const ids = (): string[] => readSecrets(file).secrets.sealing.map(({ id }) => id);
  /** What the subject reads of itself, whole. */
  async function ask(): Promise<string> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query:
          '{ me { name birthDate address records(first: 50) { nodes { id ... on AdministrativePenalty { facts } } } nonPublicRecords(first: 9) { nodes { content } } } }',
      }),
    });
    return response.text();
  }
  const sealedRows = async (query: (text: string) => Promise<{ sealed: Buffer; key: string; bound: string }[]>) => {
    const secrets = openSecrets(readSecrets(file).secrets);
    let rows = 0;
    for (const { table, sealed, key, boundTo } of SEALED_PLACES)
      for (const row of await query(
        `select ${sealed} as sealed, ${key} as key, ${boundTo} as bound from ${table} where ${sealed} is not null`,
      )) {
        secrets.unseal({ sealed: Buffer.from(row.sealed), keyId: row.key }, row.bound);
        rows += 1;
      }
    return rows;
  };
  /** Opens every sealed row with the key file as it stands; returns how many there are. The embedded database must be closed. */
  async function everyRowOpens(): Promise<number> {
    if (embedded) {
      const pglite = await PGlite.create({ dataDir: join(folder, 'pglite') });
      try {
        return await sealedRows(async (text) => (await pglite.query(text)).rows as never[]);
      } finally {
        await pglite.close();
      }
    }
    const client = new pg.Client({ connectionString: sampled.database?.url });
    await client.connect();
    try {
      return await sealedRows(async (text) => (await client.query(text)).rows);
    } finally {
      await client.end();
    }
  }
  return {
    embedded,
    folder,
    file,
    databaseUrl: sampled.database?.url,
    environment,
    start,
    stop,
    restart,
    begin,
    run,
    ids,
    ask,
    everyRowOpens,
    close: async () => {
      await stop();
      await sampled.database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
