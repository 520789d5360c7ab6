/**
 * A subgraph starts with its own login alone, over a database that fits, and changes nothing in it; each fault is a sentence. The logins are made again without a change.
 * A proof: it opens databases of its own.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform } from '../../gateway/platform.ts';
import { readConfig, readSubgraphConfig } from '../../gateway/settings/config.ts';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { isServer, makeAllLogins } from '../../gateway/settings/logins.ts';
import { startSubgraph } from '../../gateway/subgraph/serve.ts';
import type { Localized } from '../../schema/localized.ts';
import { readAccess } from '../../subgraphs/database/migrate/access.ts';
import { BEING_RESTORED } from '../../subgraphs/database/migrate/fence.ts';
import type { LoginPlace } from '../../subgraphs/database/roles.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';
import { databases, makeDatabase } from '../kit.ts';

describe.runIf(databases().includes('postgresql'))('a subgraph that starts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-logins-'));
  const logins = join(folder, 'logins');
  let database: Awaited<ReturnType<typeof makeDatabase>>;
  let owner: pg.Client;
  const settings = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', SAMPLE: 'off' };
  const { number } = readAccess().edition;

  const make = (renew = false) => {
    const config = readConfig({ ...settings, DATABASE_URL: database.url });
    if (!isServer(config)) throw new Error('It has a server.');
    return makeAllLogins(config, logins, renew);
  };
  const urlOf = (name: LoginPlace): string =>
    readFileSync(join(logins, `${name}.env`), 'utf8')
      .replace('DATABASE_URL=', '')
      .trim();
  const start = (name: SubgraphName, url = urlOf(name), more: NodeJS.ProcessEnv = {}) =>
    startSubgraph(readSubgraphConfig({ ...settings, DATABASE_URL: url, ...more }), name);
  /** The sentence with which it does not start. */
  const refused = async (...args: Parameters<typeof start>): Promise<Localized> => {
    const error: unknown = await start(...args).then(
      (server) => server.stop(),
      (fault: unknown) => fault,
    );
    if (error instanceof ConfigFault && error.localized !== undefined) return error.localized;
    throw error ?? new Error('It started.');
  };
  const said = async () =>
    (
      await owner.query(
        `select number, serves_from, hash, applied_at, (select count(*)::int from public.migration) as migrations from public.access`,
      )
    ).rows[0];

  beforeAll(async () => {
    database = await makeDatabase();
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('A17.1 the logins are made with private files; no password is told, and PostgreSQL holds verifiers', async () => {
    const made = await make();
    expect(made.map(({ place, fresh }) => [place, fresh])).toEqual(
      [...SUBGRAPH_NAMES, 'gateway'].map((name) => [name, true]),
    );
    for (const { place, user, path } of made) {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const url = new URL(urlOf(place));
      expect([decodeURIComponent(url.username), url.password.length]).toEqual([user, 48]);
      expect(JSON.stringify(made)).not.toContain(url.password);
      const { rows } = await owner.query(
        'select rolpassword as held, rolcanlogin, rolsuper, rolbypassrls from pg_authid where rolname = $1',
        [user],
      );
      expect(rows[0]).toMatchObject({ rolcanlogin: true, rolsuper: false, rolbypassrls: false });
      expect(rows[0].held).toMatch(/^SCRAM-SHA-256\$4096:/);
    }
    expect(new Set(SUBGRAPH_NAMES.map((name) => new URL(urlOf(name)).password)).size).toBe(4);
  });

  it('made again they are what they were; renewed they have other passwords', async () => {
    const before = SUBGRAPH_NAMES.map(urlOf);
    expect((await make()).map(({ fresh }) => fresh)).toEqual([false, false, false, false, false]);
    expect(SUBGRAPH_NAMES.map(urlOf)).toEqual(before);
    await make(true);
    for (const [at, name] of SUBGRAPH_NAMES.entries()) expect(urlOf(name)).not.toBe(before[at]);
    await expect(make()).resolves.toHaveLength(5);
    // A file that somebody spoiled is told, and not written over.
    const kept = readFileSync(join(logins, 'sanctions.env'));
    writeFileSync(join(logins, 'sanctions.env'), 'DATABASE_URL=\n');
    await expect(make()).rejects.toThrow(/sanctions\.env has no line DATABASE_URL= with a password/);
    writeFileSync(join(logins, 'sanctions.env'), kept);
  });

  it('each starts with its own login, and changes nothing in the database', async () => {
    const before = await said();
    for (const name of SUBGRAPH_NAMES) {
      const server = await start(name);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      await server.stop();
    }
    expect(await said()).toEqual(before);
  });

  it("the owner's URL is refused, and that of a sibling", async () => {
    const own = await refused('catalog', database.url);
    expect(own.en).toMatch(
      /^DATABASE_URL of the subgraph catalog names the user postgres\. It logs in as \S+c-login alone/,
    );
    expect(own.zh).toContain('npm run logins');
    expect((await refused('catalog', urlOf('sanctions'))).en).toMatch(/names the user \S+s-login/);
  });

  it('a database that is older or newer is told by a sentence, and one that newer code brought up and that still serves this is served', async () => {
    const change = (values: string) => owner.query(`update public.access set ${values}`);
    const before = await said();
    await change(`number = ${number - 1}`);
    const old = await refused('catalog');
    expect(old.en).toContain(`it has the access of number ${number - 1}, and this code needs ${number}`);
    expect(old.en).toContain('npm run upgrade');
    expect(old.zh).toContain(`数据库的访问规则编号为${number - 1}，本程序需要${number}`);
    await change(`number = ${number + 2}, serves_from = ${number + 1}`);
    expect((await refused('catalog')).en).toMatch(/newer than this code.*Start the newer release/);
    await change(`number = ${number + 2}, serves_from = ${number}`);
    await (await start('catalog')).stop();
    await change(`number = ${BEING_RESTORED}, serves_from = ${BEING_RESTORED}`);
    expect((await refused('catalog')).en).toMatch(/is being restored/);
    await change(`number = ${number}, serves_from = ${before.serves_from}, hash = 'another'`);
    expect((await refused('catalog')).en).toMatch(/with another text than this code/);
    await change(`hash = '${before.hash}'`);
    expect(await said()).toEqual(before);
  });

  it('an upgrade by the owner keeps the logins, with their grants', async () => {
    const grants = async () =>
      (
        await owner.query<{ count: number }>(
          `select count(*)::int as count from pg_class c, aclexplode(c.relacl) a where a.grantee::regrole::text like '%n-party%'`,
        )
      ).rows;
    const before = await grants();
    expect(before[0]?.count).toBeGreaterThan(3);
    await owner.query('update public.access set number = 0');
    await expect(refused('non-public-credit')).resolves.toMatchObject({ en: expect.stringContaining('number 0') });
    const { close } = await openPlatform(readConfig({ ...settings, DATABASE_URL: database.url }));
    await close();
    expect(await grants()).toEqual(before);
    await (await start('non-public-credit')).stop();
  });

  it('A23.1 the key file of another province is refused, and nothing is remembered of it', async () => {
    const other = mkdtempSync(join(tmpdir(), 'credit-other-'));
    const marks = async () => (await owner.query('select kind, id from control.key_mark order by 1, 2')).rows;
    const before = await marks();
    // Without keys in it, a folder of development is given new ones.
    expect((await refused('catalog', urlOf('catalog'), { DATA_DIR: other })).en).toMatch(/keys of another province/);
    expect(await marks()).toEqual(before);
    rmSync(other, { recursive: true });
  });
});
