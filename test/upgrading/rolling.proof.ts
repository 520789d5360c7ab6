/**
 * Expand, then contract: servers are replaced one after the other under load, by the release after and by the one that takes away, and not one request
 * fails. And the reverse: what an older release may not open, it refuses. A proof, for it starts servers of several releases.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import { databases, makeDatabase } from '../kit.ts';
import { openBalancer } from './balancer.ts';
import { contractingRelease, expandingRelease, type Release, releaseBefore, THIS_RELEASE } from './next-release.ts';

const COMPANY = '{type: USCC, value: "91239999MA1ABC019L"}';
const MEI = '{type: CITIZEN_ID, value: "239999199003070016"}';
const NAME = '哈尔滨示例冰雪设备有限公司';
const PARTITION = 'gateway/commands/partition.ts';
const MOVED = /^0 (?:(?:public_credit\.record|ledger\.disclosure) (?:is in parts|was in parts already)\.\n){2}/;

interface Serving {
  readonly url: string;
  /** Told to stop, it ends when the balancer sends nothing there any more. */
  stop(turnedAway: () => Promise<void>): Promise<void>;
}

describe.runIf(databases().includes('postgresql'))('a rolling restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-rolling-'));
  const expand = expandingRelease();
  const contract = contractingRelease();
  const before = releaseBefore('v0.2.0');
  let issuer: DevelopmentIssuer;
  const left: (() => void)[] = [];
  beforeAll(async () => {
    issuer = await openDevelopmentIssuer(folder);
  });
  afterAll(() => {
    for (const end of left) end();
    for (const made of [folder, expand.folder, contract.folder, ...(before === undefined ? [] : [before.folder])])
      rmSync(made, { recursive: true, force: true });
  });

  const settings = (url: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    DATABASE_URL: url,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'silent',
    RATE_PUBLIC: '1000000',
    RATE_SUBJECT: '1000000',
    // Nothing is given up for time on a slow machine, and the 503 is seen on any; a second signal ends it.
    REQUEST_TIMEOUT_MS: '300000',
    SUBGRAPH_TIMEOUT_MS: '300000',
    DRAIN_MS: '600000',
    ...more,
  });

  const start = async (release: Release, env: NodeJS.ProcessEnv): Promise<Serving> => {
    const child = spawn(process.execPath, ['gateway/main.ts'], {
      cwd: release.folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    left.push(() => child.kill('SIGKILL'));
    let said = '';
    const says = (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          const found = pattern.exec(said);
          if (found !== null) resolve(found[1] ?? '');
        };
        child.stderr.on('data', hear);
        child.once('exit', () => reject(new Error(said)));
        hear();
      });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    const url = await says(/Ready in .* at (http:\S+)\/graphql/);
    return {
      url,
      stop: async (turnedAway) => {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await says(/SIGTERM: \/readyz answers 503/);
        await turnedAway();
        child.kill('SIGTERM');
        expect(await ended).toEqual([0, null]);
        expect(said).toMatch(/Stopped\.\n$/);
      },
    };
  };

  const sayings = async (release: Release, url: string, file: string, ...args: readonly string[]): Promise<string> => {
    const done = await promisify(execFile)(process.execPath, [file, ...args], {
      cwd: release.folder,
      env: settings(url),
    }).catch((error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error);
    return `${'code' in done ? done.code : 0} ${done.stdout}${done.stderr}`;
  };

  it.for([
    ['one process each, to the next release and to the one that takes away', 1, THIS_RELEASE, [expand, contract]],
    ['two processes each, to the next release', 2, THIS_RELEASE, [expand]],
    ['from release 0.2.0 to this one', 1, before, [THIS_RELEASE]],
  ] as const)(
    'A17.1 A36.2 %s: no request fails',
    { timeout: 600_000 },
    async ([_name, processes, first, releases], { skip }) => {
      if (first === undefined) return skip('There is no repository with the tag v0.2.0.');
      const { url: databaseUrl, drop } = await makeDatabase();
      const owner = new pg.Client({ connectionString: databaseUrl });
      await owner.connect();
      const env = settings(databaseUrl, processes === 1 ? {} : { PROCESSES: String(processes) });
      const balancer = await openBalancer();
      let running = true;
      const faults: string[] = [];
      const answered = new Map<string, number>();
      try {
        let serving = [await start(first, env), await start(first, env)];
        for (const { url } of serving) await balancer.add(url);

        const tokenOf = (subject: string) => issuer.sign({ sub: 'subject', role: 'subject', subject }, '3600s');
        const mei = await tokenOf('CITIZEN_ID:239999199003070016');
        const company = await tokenOf('USCC:91239999MA1ABC019L');
        const send = async (
          path: string,
          body: object,
          token?: string,
        ): Promise<{ readonly status: number; readonly body: unknown }> => {
          const response = await fetch(`${balancer.url}${path}`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            },
            body: JSON.stringify(body),
          });
          const text = await response.text();
          try {
            return { status: response.status, body: JSON.parse(text) };
          } catch {
            return { status: response.status, body: text };
          }
        };
        const same = (answer: unknown, meant: unknown): true | string =>
          JSON.stringify(answer) === JSON.stringify(meant) || JSON.stringify(answer);
        const grant =
          'mutation { grantAuthorization(input: {party: "BANK-B", purposes: ["LOAN_ORIGINATION"], items: ["ARREARS-FUND"], validFrom: "2030-01-01", validUntil: "2030-02-01"}) { uses } }';
        const ask = async (query: string, data: object, token?: string) =>
          same(await send('/graphql', { query }, token), { status: 200, body: { data } });
        const clients: Readonly<Record<string, () => Promise<true | string>>> = {
          lookup: () => ask(`{ subject(identifier: ${COMPANY}) { name } }`, { subject: { name: NAME } }),
          batch: () =>
            ask(`{ subjects(identifiers: [${COMPANY}, ${MEI}, ${COMPANY}]) { name } }`, {
              subjects: [NAME, '张**', NAME].map((name) => ({ name })),
            }),
          own: () =>
            ask('{ me { name records { totalCount } } }', { me: { name: '张小梅', records: { totalCount: 7 } } }, mei),
          mutation: () => ask(grant, { grantAuthorization: { uses: 0 } }, mei),
          report: async () => {
            const made = await send('/reports', {}, company);
            if (made.status !== 201) return JSON.stringify(made);
            const { id } = made.body as { readonly id: string };
            const verified = await fetch(`${balancer.url}/verify/${id}`, { headers: { accept: 'application/json' } });
            const { status } = (await verified.json()) as { readonly status: string };
            return same([verified.status, status], [200, 'CURRENT']);
          },
        };
        const load = Object.entries(clients).map(async ([name, client]) => {
          while (running) {
            const good = await client().catch((error: unknown) => String(error));
            if (good !== true) faults.push(`${name}: ${good}`);
            else answered.set(name, (answered.get(name) ?? 0) + 1);
          }
        });
        const answersComeIn = async (): Promise<void> => {
          const before = new Map(answered);
          while (
            faults.length === 0 &&
            Object.keys(clients).some((name) => (answered.get(name) ?? 0) < (before.get(name) ?? 0) + 3)
          )
            await new Promise((resolve) => setTimeout(resolve, 20));
          expect(faults).toEqual([]);
        };

        await answersComeIn();
        for (const release of releases) {
          for (const old of [...serving]) {
            await old.stop(() => balancer.turnsAway(old.url));
            balancer.remove(old.url);
            await answersComeIn();
            const after = await start(release, env);
            await balancer.add(after.url);
            serving = [...serving.filter((one) => one !== old), after];
            // Servers of both releases go on while records and disclosures are moved into parts, and over them.
            if (first === before) expect(await sayings(release, databaseUrl, PARTITION, '--run')).toMatch(MOVED);
            await answersComeIn();
          }
          expect((await owner.query('select number from public.access')).rows).toEqual([{ number: release.number }]);
        }
        running = false;
        await Promise.all(load);
        expect(faults).toEqual([]);
        const [granted] = (
          await owner.query(
            `select count(*)::int as count from control.authorization_grant where valid_from = '2030-01-01'`,
          )
        ).rows;
        expect(granted).toEqual({ count: answered.get('mutation') });
        for (const one of serving) await one.stop(() => balancer.turnsAway(one.url));

        if (releases.at(-1) === contract) {
          // adversarial 98: what older code may not open, it refuses, server and commands, and nothing is changed.
          const held = (await owner.query('select * from public.access')).rows;
          const refusal = new RegExp(
            `^1 .*The database is newer than this code: it has the access of number ${contract.number}, which serves code from number ${expand.number} on, and this code has ${THIS_RELEASE.number}\\. Start the newer release, or go back to a copy of the database that was made before\\.`,
            's',
          );
          for (const [file, ...args] of [
            ['gateway/main.ts'],
            ['gateway/commands/upgrade.ts', '--dry-run'],
            ['gateway/commands/due.ts'],
            ['gateway/commands/redact.ts', '--status'],
            ['gateway/commands/province.ts', '--export'],
          ] as const)
            expect([file, await sayings(THIS_RELEASE, databaseUrl, file, ...args)]).toEqual([
              file,
              expect.stringMatching(refusal),
            ]);
          expect((await owner.query('select * from public.access')).rows).toEqual(held);
          // The release before still opens it, and has nothing to do there.
          expect(await sayings(expand, databaseUrl, 'gateway/commands/upgrade.ts', '--dry-run')).toMatch(
            /^0 There is nothing to do: a later release/,
          );
        }
      } finally {
        running = false;
        balancer.close();
        await owner.end();
        for (const end of left.splice(0)) end();
        await drop();
      }
    },
  );
});
