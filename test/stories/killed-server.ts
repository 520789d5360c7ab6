/** A server in a process of its own that is killed and started again, and its database while no server runs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { openSecrets, type Secrets } from '../../subgraphs/keys/secrets.ts';
import type { Answer, Headers, Holder } from '../kit.ts';

interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  readonly ready: Promise<string>;
}

export class KilledServer {
  readonly #folder: string;
  readonly #databaseUrl: string | undefined;
  readonly #tokens = new Map<string, string>();
  #issuer: DevelopmentIssuer | undefined;
  #child: Child | undefined;
  #secrets: Secrets | undefined;
  #url = '';
  /** How long the last start took. */
  startMs = 0;

  constructor(folder: string, databaseUrl: string | undefined) {
    this.#folder = folder;
    this.#databaseUrl = databaseUrl;
  }

  #spawn(environment: Readonly<Record<string, string>>): Child {
    const child = spawn(process.execPath, ['gateway/main.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        ...{ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: this.#folder, WEBHOOK_EVERY_MS: '100', RATE_PUBLIC: '1000000' },
        ...(this.#databaseUrl === undefined ? {} : { DATABASE_URL: this.#databaseUrl }),
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const ready = new Promise<string>((resolve, reject) => {
      let told = '';
      child.stderr?.on('data', (part: Buffer) => {
        told += part.toString();
        const url = /Ready in .* at (http\S+)\/graphql/.exec(told)?.[1];
        if (url !== undefined) resolve(url);
      });
      void ended.then(() => reject(new Error(`The server ended before it was ready:\n${told}`)));
    });
    return { process: child, ended, ready };
  }

  async start(environment: Readonly<Record<string, string>> = { SAMPLE: 'off' }): Promise<void> {
    const began = performance.now();
    this.#child = this.#spawn(environment);
    this.#url = await this.#child.ready;
    this.startMs = performance.now() - began;
    this.#issuer ??= await openDevelopmentIssuer(this.#folder);
  }

  async kill(): Promise<void> {
    this.#child?.process.kill('SIGKILL');
    await this.#child?.ended;
  }

  /** Starts a server and kills it after so long, ready or not. */
  async killWhileStarting(afterMs: number): Promise<void> {
    const child = this.#spawn({ SAMPLE: 'off' });
    child.ready.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    child.process.kill('SIGKILL');
    await child.ended;
  }

  get secrets(): Secrets {
    this.#secrets ??= openSecrets(readConfig({ DATA_DIR: this.#folder }).secrets);
    return this.#secrets;
  }

  async #token({ role, unit, subject }: Holder): Promise<string> {
    const claims = {
      ...{ sub: 'test', role },
      ...(unit === undefined ? {} : { unit }),
      ...(subject === undefined ? {} : { subject: `${subject.type}:${subject.value}` }),
    };
    const key = JSON.stringify(claims);
    const token = this.#tokens.get(key) ?? (await this.#issuer?.signAt(claims, '1h', new Date())) ?? '';
    this.#tokens.set(key, token);
    return token;
  }

  /** Rejects where the server is gone: an answer that did not arrive was not received. */
  async ask(holder: Holder | null, query: string, variables: object = {}, headers: Headers = {}) {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(holder === null ? {} : { authorization: `Bearer ${await this.#token(holder)}` }),
        ...(headers.purpose === undefined ? {} : { 'credit-purpose': headers.purpose }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as Omit<Answer, 'status'>;
    return { id: response.headers.get('x-request-id') ?? '', status: response.status, ...answer };
  }

  /** Runs statements as the owner of the database. The embedded one is opened for it: no server may run. Returns the rows of the last. */
  async asOwner<Row>(...statements: readonly string[]): Promise<readonly Row[]> {
    if (this.#databaseUrl === undefined) {
      const pglite = await PGlite.create({ dataDir: join(this.#folder, 'pglite') });
      try {
        return ((await pglite.exec(statements.join(';\n'))).at(-1)?.rows ?? []) as Row[];
      } finally {
        await pglite.close();
      }
    }
    const client = new pg.Client({ connectionString: this.#databaseUrl });
    await client.connect();
    try {
      let rows: readonly Row[] = [];
      for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
      return rows;
    } finally {
      await client.end();
    }
  }
}
