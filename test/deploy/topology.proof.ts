/**
 * The topology of the manifests as processes: PostgreSQL, an authorization server, two gateways with the environment of the Deployment, each as its pod
 * confines it, over the files that the image holds and the packages that it installs. A proof: it copies those, and starts seven processes.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roleNames } from '../../subgraphs/database/roles.ts';
import { readFiles, root } from './files.ts';
import { here } from './fixtures.ts';
import { programs } from './image.ts';
import { inventory } from './installed.ts';
import { manifest, podOf } from './kubernetes.ts';
import { describedAs, freePort, image, inImage, openPods, type Pods, statusOf, wait, withNode } from './pods.ts';

const PERSON = '23000018010101000X';
const files = readFiles();
const { probes, graceMs = 0 } = describedAs('Deployment');

let pods: Pods;
let before: readonly string[];
beforeAll(async () => {
  pods = await openPods();
  before = inventory(pods.opt);
});
afterAll(() => pods?.close());

/** Told by a process about itself. */
const ITSELF = `const { readFileSync, writeFileSync } = require('node:fs');
const said = Object.fromEntries(readFileSync('/proc/self/status', 'utf8').split('\\n').map((line) => line.split(/:\\s+/)));
const wrote = (path) => { try { writeFileSync(path, ''); return true; } catch { return false; } };
console.log(JSON.stringify({ pid: process.pid, uid: process.getuid(), gid: process.getgid(), capabilities: said.CapEff, more: said.CapBnd,
  gains: said.NoNewPrivs, image: wrote('gateway/main.ts') || wrote('new'), etc: wrote('/etc/new'), tmp: wrote(process.env.TMPDIR + '/new') }));`;

it('a process is confined as the manifests say, as far as this machine allows', async () => {
  process.stdout.write(`   a container here: ${pods.machine.kind}\n`);
  const told = JSON.parse(await pods.machine.run(withNode(['node', '-e', ITSELF]), {})) as object;
  const none = '0000000000000000';
  if (pods.machine.confined)
    expect(told).toEqual({
      ...{ pid: 1, uid: 10001, gid: 10001, capabilities: none, more: none, gains: '1' },
      ...{ image: false, etc: false, tmp: true },
    });
  else expect(told).toMatchObject({ capabilities: none, tmp: true });
});

it('probes answer as the manifests ask them, the health of the image too, and metrics on their own port', async () => {
  for (const gateway of pods.gateways) {
    for (const { path } of probes) expect([path, await statusOf(`${gateway.url}${path}`)]).toEqual([path, 200]);
    await pods.machine.run(withNode(image.health), gateway.environment);
    expect(await (await fetch(gateway.metrics)).text()).toMatch(/^credit_database_up 1$/m);
    expect(await statusOf(`${gateway.url}/metrics`)).toBe(404);
  }
  await expect(pods.machine.run(withNode(image.health), { PORT: String(await freePort()) })).rejects.toThrow(
    /ended with 1/,
  );
});

it('every program of package.json starts in the image', async () => {
  const named = programs();
  // Each would compile the same modules again.
  const compiled = { NODE_COMPILE_CACHE: join(pods.machine.tmp, 'compiled') };
  expect(named.length).toBeGreaterThan(10);
  for (const program of named)
    expect(await pods.machine.run(inImage(program, '--help'), compiled)).toMatch(/npm (run|start)/);
});

it('commands run in the image: a province is applied from the standard input, a delivery is taken in', async () => {
  const [{ environment: set }] = pods.gateways;
  const province = readFileSync(join(root, 'gateway/first-day/province.yaml'), 'utf8');
  expect(await pods.machine.run(inImage('gateway/commands/province.ts', '-', '--yes'), set, province)).toMatch(
    /9 changes applied/,
  );
  const permit = {
    item: 'PERMIT-GENERAL',
    subject: { type: 'CITIZEN_ID', value: PERSON },
    subjectName: '测试人',
    occurredOn: '2026-11-20',
    basisDocument: '示例许〔2026〕1号',
    content: {
      documentNumber: '示例许〔2026〕1号',
      documentName: '测试许可决定',
      permitKinds: ['普通'],
      content: '测试记录',
      validFrom: '2026-11-20',
      authorityName: '哈尔滨市行政审批机关（示例）',
    },
  };
  writeFileSync(join(pods.machine.tmp, 'permits.ndjson'), `${JSON.stringify(permit)}\n`);
  const delivered = [
    'gateway/commands/import.ts',
    join(pods.machine.tmp, 'permits.ndjson'),
    '--layout',
    'records',
    '--unit',
    'HRB-PERMIT',
  ];
  expect(await pods.machine.run(inImage(...delivered), set)).toMatch(/1 rows: 1 accepted/);
});

it('the job of the night writes a backup as a login that only reads', async () => {
  const job = describedAs('CronJob');
  const client = new pg.Client({ connectionString: pods.superuser.href });
  await client.connect();
  await client.query(`create role reader login in role ${roleNames('credit').backup}`);
  await client.end();
  const url = `postgres://reader@${pods.superuser.host}/credit`;
  const kept = join(pods.machine.data, 'backups');
  const words = job.command.map((word) => (word.startsWith('/var/backups/') ? kept : word));
  expect(words).toContain(kept);
  await pods.machine.run(withNode(words), { ...here(pods.secrets, job.environment, url), DATA_DIR: pods.machine.data });
  const [made = ''] = readdirSync(kept).filter((name) => /^\d{8}T\d{6}Z$/.test(name));
  expect(statSync(join(kept, made)).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(kept, made)).length).toBeGreaterThan(1);
});

const QUESTION = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { nodes { item { code } } } }
  access(subject: $id, items: ["ARREARS-TAX"]) { granted reason article } }`;

it('A23.2 A17.1 each gateway answers lawfully, and what one disclosed stands on the ledger that the other shows', async () => {
  const { ask } = pods;
  const [one, other] = pods.gateways;
  const id = { type: 'CITIZEN_ID', value: PERSON };
  const shown = { name: '测**', records: { nodes: [{ item: { code: 'PERMIT-GENERAL' } }] } };
  expect(await ask(one, null, QUESTION, { id })).toEqual({
    data: { subject: shown, access: [{ granted: false, reason: 'IDENTITY_REQUIRED', article: '23(2)' }] },
  });
  expect(await ask(other, 'bank-a', QUESTION, { id })).toEqual({
    data: { subject: shown, access: [{ granted: false, reason: 'NO_AGREEMENT', article: '23(2)' }] },
  });
  const ledger = '{ disclosures { nodes { recipient { code } purpose items { code } outcome } } }';
  expect(await ask(one, 'work-body', ledger)).toEqual({
    data: {
      disclosures: {
        nodes: [
          {
            recipient: { code: 'BANK-A' },
            purpose: 'LOAN_ORIGINATION',
            items: [{ code: 'PERMIT-GENERAL' }],
            outcome: 'SHOWN',
          },
        ],
      },
    },
  });
});

it('each keeps within the memory of its pod', () => {
  const [{ resources } = { resources: undefined }] =
    podOf(manifest(files, 'Deployment', 'credit-gateway'))?.spec.containers ?? [];
  const limit = Number(/^(\d+)Gi$/.exec(resources?.limits.memory ?? '')?.[1]) * 1_024;
  for (const { container } of pods.gateways) {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${container.pid()}/status`, 'utf8')) ?? [];
    const ready = /Ready in [\d.]+ s/.exec(container.said())?.[0];
    process.stdout.write(`   ${ready}, at most ${Math.round(Number(kilobytes) / 1_024)} MB of ${limit} resident\n`);
    expect(Number(kilobytes) / 1_024).toBeLessThan(limit * 0.75);
  }
});

it('told to end, one says so at /readyz, answers until then, ends with status 0 within its grace; the other goes on', async () => {
  const { ask } = pods;
  const [one, other] = pods.gateways;
  const readiness = probes.find(({ purpose }) => purpose === 'readiness')?.path ?? '';
  const began = performance.now();
  one.container.signal('SIGTERM');
  await wait(500);
  expect(await statusOf(`${one.url}${readiness}`)).toBe(503);
  expect(await ask(one, null, '{ catalogItems { totalCount } }')).toEqual({
    data: { catalogItems: { totalCount: 2 } },
  });
  expect(await Promise.race([one.container.ended, wait(graceMs).then(() => 'killed')])).toBe(0);
  expect(performance.now() - began).toBeLessThan(graceMs);
  expect(one.container.said()).toMatch(/"msg":"Stopped\."/);
  expect(await statusOf(`${other.url}${readiness}`)).toBe(200);
  expect(await ask(other, null, '{ catalogItems { totalCount } }')).toEqual({
    data: { catalogItems: { totalCount: 2 } },
  });
});

it('told to end before it serves, one ends at once, though it is the first process of its container', async () => {
  const [, { environment }] = pods.gateways;
  const own = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
  const container = pods.machine.start(inImage(...image.command), { ...environment, ...own });
  while (!/Opening/.test(container.said())) await wait(20);
  container.signal('SIGTERM');
  expect(await container.ended).toBe(0);
  expect(container.said()).toMatch(/SIGTERM: it did not serve yet/);
  expect(container.said()).not.toMatch(/Ready in/);
});

it('nothing that the image holds was written, and no log of the two tells a failure or a number', async () => {
  expect(inventory(pods.opt)).toEqual(before);
  for (const { container } of pods.gateways) {
    const lines = container
      .said()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly level: number });
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    expect(container.said()).not.toContain(PERSON);
  }
});
