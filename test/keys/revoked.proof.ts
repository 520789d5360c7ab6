/** A signing key is revoked by the commands, and everybody who verifies is told. A proof, because each step is a server of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { MEI, onEachDatabase, TODAY } from '../kit.ts';
import { copySample, type Sampled } from '../sample-template.ts';

onEachDatabase('a stolen signing key', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-revoked-'));
  let sampled: Sampled | undefined;
  let server: Server | undefined;
  let clock = `${TODAY}T11:00:00+08:00`;
  const environment = () => ({
    DATA_DIR: folder,
    PORT: '0',
    SAMPLE: 'off',
    LOG_LEVEL: 'silent',
    CHECKPOINT_MINUTES: '10',
    ...(sampled?.database === undefined ? {} : { DATABASE_URL: sampled.database.url }),
  });
  const start = async () => {
    server = await startServer(readConfig(environment()), {
      now: () => new Date(clock),
      log: pino({ level: 'silent' }),
    });
  };
  const stop = async () => {
    await server?.stop();
    server = undefined;
  };
  beforeAll(async () => {
    sampled = await copySample(kind, folder);
    if (sampled?.beginWith !== undefined)
      await (await PGlite.create({ dataDir: join(folder, 'pglite'), loadDataDir: sampled.beginWith })).close();
    await start();
  });
  afterAll(async () => {
    await stop();
    await sampled?.database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const keys = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['gateway/commands/keys.ts', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...environment() },
    });
    return { status, stdout, stderr };
  };
  const token = () =>
    server?.issuer?.signAt(
      { sub: 'subject', role: 'subject', subject: `${MEI.type}:${MEI.value}` },
      '15m',
      new Date(clock),
    );
  const post = async (path: string, body: object) => {
    const response = await fetch(`${server?.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
      body: JSON.stringify(body),
    });
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
    return (await response.json()) as any;
  };
  const verify = async (sent: string) =>
    (
      await post('/graphql', {
        query: 'query ($token: String!) { verifyReport(token: $token) { authentic status issuedAt keyRevokedAt } }',
        variables: { token: sent },
      })
    ).data.verifyReport;
  const ledger = async () => {
    const authority = await server?.issuer?.signAt(
      { sub: 'authority', role: 'authority', unit: 'HLJ-BIZENV' },
      '15m',
      new Date(clock),
    );
    const response = await fetch(`${server?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${authority}` },
      body: JSON.stringify({ query: '{ verifyLedger { intact fault } }' }),
    });
    return ((await response.json()) as { data: { verifyLedger: unknown } }).data.verifyLedger;
  };
  const publish = async () => {
    clock = (server?.platform.sequencer.nextAfter(new Date(clock)) ?? new Date()).toISOString();
    await server?.platform.sequencer.publish();
  };
  const published = async () =>
    (
      (await (await fetch(`${server?.url}/.well-known/jwks.json`)).json()) as {
        keys: { kid: string; revoked?: object }[];
      }
    ).keys;

  let early = '';
  let late = '';
  let kid = '';
  let proof: { data: { me: { disclosures: { nodes: { proof: object | null }[] } } } };
  const PROOF =
    '{ me { disclosures(first: 5) { nodes { proof { leafIndex checkpointSize content salt hashes checkpoint { size rootHash signedAt keyId signature } } } } } }';

  it('A17.2 A36.2 before: reports and checkpoints of the key verify', async () => {
    early = (await post('/reports', {})).token;
    await publish();
    proof = await post('/graphql', { query: PROOF });
    clock = `${TODAY}T15:00:00+08:00`;
    late = (await post('/reports', {})).token;
    for (const one of [early, late])
      expect(await verify(one)).toMatchObject({ authentic: true, status: 'CURRENT', keyRevokedAt: null });
    await publish();
    expect(await ledger()).toEqual({ intact: true, fault: null });
    [kid = ''] = (await published()).map((one) => one.kid);
  });

  it('A17.2 the commands: the last key in force is not revoked; a date must be one of the past', async () => {
    await stop();
    expect(keys('--revoke-signing', kid, '--since', `${TODAY}T12:00:00+08:00`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is the last one in force'),
    });
    expect(keys('--add-signing')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^The signing key \S+ stands first in /),
    });
    for (const since of ['2099-01-01T00:00:00Z', '2026-11-20', `${TODAY}T12:00:00`])
      expect(keys('--revoke-signing', kid, '--since', since).stderr).toContain(
        `--since ${since} is no instant of the past with its offset`,
      );
    // One of 64 ids begins with a dash, and is no option.
    expect(keys('--revoke-signing', '-nobody', '--since', `${TODAY}T12:00:00Z`).stderr).toContain(
      'signing key -nobody',
    );
    expect(keys('--revoke-signing', 'nobody', '--since', `${TODAY}T12:00:00Z`, '--lang', 'zh').stderr).toContain(
      '密钥文件中没有签名密钥nobody。',
    );
    expect(
      keys('--revoke-signing', kid, '--since', `${TODAY}T12:00:00+08:00`, '--reason', 'stolen with a laptop'),
    ).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`The signing key ${kid} is revoked as of ${TODAY}T04:00:00.000Z.`),
    });
    expect(keys('--status').stdout).toContain(`signing ${kid}: revoked as of ${TODAY}T04:00:00.000Z`);
    await start();
  });

  it('A17.2 the key set tells it; a report of before is authentic because it was issued here, one dated later is not', async () => {
    const [now, then] = await published();
    expect(now).not.toHaveProperty('revoked');
    expect(then).toMatchObject({
      kid,
      revoked: { revoked_at: Date.parse(`${TODAY}T04:00:00Z`) / 1_000, reason: 'stolen with a laptop' },
    });
    expect(await verify(early)).toMatchObject({
      authentic: true,
      status: 'CURRENT',
      keyRevokedAt: `${TODAY}T04:00:00.000Z`,
    });
    expect(await verify(late)).toEqual({
      authentic: false,
      status: 'UNKNOWN',
      issuedAt: null,
      keyRevokedAt: `${TODAY}T04:00:00.000Z`,
    });
    const again = (await post('/reports', {})).token;
    expect(await verify(again)).toMatchObject({ authentic: true, keyRevokedAt: null });
  });

  it('A17.2 the ledger is intact when a key in force signs a later checkpoint, which contains those of the revoked one', async () => {
    expect(await ledger()).toEqual({ intact: false, fault: 'CHECKPOINT' });
    await publish();
    expect(await ledger()).toEqual({ intact: true, fault: null });
  });

  it('A17.2 a proof that somebody kept holds with a reservation, by the key set of today', async () => {
    const [file, set] = [join(folder, 'proof.json'), join(folder, 'jwks.json')];
    writeFileSync(file, JSON.stringify(proof));
    writeFileSync(set, JSON.stringify({ keys: await published() }));
    for (const [language, told] of [
      ['en', 'stands only if a later checkpoint of a key in force contains this one'],
      ['zh', '证明才成立'],
    ] as const) {
      const { status, stdout } = spawnSync(
        process.execPath,
        ['gateway/commands/verify-proof.ts', file, '--keys', set, '--lang', language],
        { encoding: 'utf8' },
      );
      expect([status, stdout]).toEqual([0, expect.stringContaining(told)]);
    }
  });
});
