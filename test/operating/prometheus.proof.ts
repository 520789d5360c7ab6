/**
 * Rules and dashboard against Debian's Prometheus: what promtool says of the rules and their tests, and each query over what a running server told.
 * A proof, for it fetches and starts another program.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { BANK_A, COMPANY, openWorld, type World } from '../kit.ts';
import { type Programs, prometheusPrograms } from './prometheus.ts';
import { queries, RULES, rules, selectorsOf } from './watching.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-watched-'));
let programs: Programs;
beforeAll(() => {
  programs = prometheusPrograms();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const promtool = (...parameters: string[]) =>
  spawnSync(programs.promtool, parameters, { encoding: 'utf8', cwd: folder });

it('promtool takes the rules, and every alert fires where it must and stays quiet where it must', () => {
  expect(promtool('check', 'rules', join(RULES, 'alerts.yaml')).stdout).toContain(`${rules().length} rules found`);
  const run = promtool('test', 'rules', join(RULES, 'alerts.test.yaml'));
  expect([run.status, run.stderr]).toEqual([0, '']);
  const tests = parse(readFileSync(join(RULES, 'alerts.test.yaml'), 'utf8')).tests.map(
    ({ name }: { name: string }) => name,
  );
  for (const { alert } of rules())
    expect(tests).toEqual(expect.arrayContaining([`${alert} fires`, `${alert} stays quiet`]));
});

it.each([
  ['never fires', 'vector(0) > 1', 'exp: {alertname="'],
  ['always fires', 'vector(1)', 'got: {alertname="'],
])(
  'the tests of the rules notice each alert that %s',
  (_name, expr, noticed) => {
    cpSync(RULES, folder, { recursive: true });
    const whole = parse(readFileSync(join(RULES, 'alerts.yaml'), 'utf8'));
    for (const rule of whole.groups[0].rules) Object.assign(rule, { expr, for: '0s' });
    writeFileSync(join(folder, 'alerts.yaml'), stringify(whole));
    const { status, stdout, stderr } = promtool('test', 'rules', 'alerts.test.yaml');
    expect(status).not.toBe(0);
    const said = stdout + stderr;
    expect(
      rules()
        .filter(({ alert }) => !said.includes(`${noticed}${alert}"`))
        .map(({ alert }) => alert),
    ).toEqual([]);
  },
  600_000,
);

const freePort = async (): Promise<number> => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  free.close();
  await once(free, 'close');
  return port;
};

it('every query of the rules and of the dashboard runs over a server that was scraped, and finds its metrics', async () => {
  let world: World | undefined;
  let prometheus: ChildProcess | undefined;
  try {
    const journal = mkdtempSync(join(folder, 'journal-'));
    world = await openWorld('pglite', {
      environment: { METRICS_PORT: '0', DUE_EVERY_MS: '200', WEBHOOK_EVERY_MS: '200', JOURNAL_DIR: journal },
    });
    const records =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records { totalCount } nonPublicRecords { totalCount } } }';
    const ask = async (): Promise<void> => {
      await world?.ask(null, records, { id: COMPANY });
      await world?.ask(BANK_A, records, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION' });
    };
    await ask();
    await world.publish();
    const port = await freePort();
    const target = new URL(world.server.metricsUrl ?? '').host;
    writeFileSync(
      join(folder, 'prometheus.yml'),
      stringify({
        global: { scrape_interval: '1s', evaluation_interval: '1s' },
        rule_files: [join(RULES, 'alerts.yaml')],
        scrape_configs: [{ job_name: 'credit', static_configs: [{ targets: [target] }] }],
      }),
    );
    prometheus = spawn(
      programs.prometheus,
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--log.level=error',
      ],
      { stdio: 'ignore' },
    );
    const query = async (
      expr: string,
    ): Promise<{ status: string; error?: string; data?: { result: { value: [number, string] }[] } }> =>
      (await fetch(`http://127.0.0.1:${port}/api/v1/query?${new URLSearchParams({ query: expr })}`)).json() as never;
    // Two scrapes with requests between, so that rates have a value.
    const scraped = () =>
      query('count_over_time(credit_database_up[5m])').then(
        ({ data }) => Number(data?.result[0]?.value[1] ?? 0),
        () => 0,
      );
    await expect.poll(scraped, { interval: 500 }).toBeGreaterThan(1);
    await ask();
    const before = await scraped();
    await expect.poll(scraped, { interval: 500 }).toBeGreaterThan(before + 1);
    const wrong: string[] = [];
    /** Of subgraphs in processes of their own and of replicas, of which this server has none: `wire/rolling.proof.ts`, `subgraphs/database/replicas.proof.ts`. */
    const isElsewhere = (text: string): boolean => /credit_(hop|replica|public_reads)_/.test(text);
    const metrics = new Set(queries().flatMap(({ expr }) => selectorsOf(expr).map(({ metric }) => metric)));
    for (const metric of metrics) {
      const { data } = await query(`count({__name__=~"${metric}(_bucket)?"})`);
      if ((data?.result.length ?? 0) === 0 && !isElsewhere(metric)) wrong.push(`nothing was scraped of ${metric}`);
    }
    const alerts = new Set(rules().map(({ alert }) => alert));
    for (const { place, expr } of queries()) {
      const { status, error, data } = await query(expr);
      if (status !== 'success') wrong.push(`${place}: ${error}`);
      // An alert is quiet as a rule; a panel shows something.
      else if (!alerts.has(place) && !isElsewhere(expr) && data?.result.length === 0)
        wrong.push(`${place}: ${expr} finds nothing`);
    }
    expect(wrong).toEqual([]);
    const { data } = (await (await fetch(`http://127.0.0.1:${port}/api/v1/rules`)).json()) as {
      data: { groups: { rules: { name: string; health: string; lastError?: string }[] }[] };
    };
    const evaluated = data.groups.flatMap((group) => group.rules);
    expect(evaluated.map(({ name }) => name)).toEqual(rules().map(({ alert }) => alert));
    expect(evaluated.filter(({ health }) => health === 'err')).toEqual([]);
  } finally {
    prometheus?.kill('SIGKILL');
    await world?.close();
  }
});
