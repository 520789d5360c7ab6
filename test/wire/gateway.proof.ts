/**
 * A gateway before subgraphs of their own logs in as itself: it admits, makes reports, takes evidence and runs every job, and brings no database up. A proof: it waits
 * for jobs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform } from '../../gateway/platform.ts';
import { deliver } from '../../gateway/process/call-webhooks.ts';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { remakeAll } from '../../subgraphs/redaction/job.ts';
import { BANK_A, COMPANY, databases, MEI, openWorld, subject, type World } from '../kit.ts';

interface Line {
  readonly job?: string;
  readonly level: number;
  readonly msg: string;
}

const JOBS = ['due', 'messages', 'statistics', 'refusals', 'proofs', 'webhooks', 'channels', 'redaction'];

describe.runIf(databases().includes('postgresql'))('a gateway with a login of its own', () => {
  let world: World;
  let owner: pg.Client;
  const lines: Line[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'credit-gateway-'));
  const settings = (more: NodeJS.ProcessEnv = {}) =>
    readConfig({
      ...{ PORT: '0', DATA_DIR: world.folder, LOG_LEVEL: 'silent', SAMPLE: 'off', DRAIN_MS: '0' },
      ...world.wired?.environment,
      ...more,
    });
  /** The sentence with which it does not start. */
  const refused = (more: NodeJS.ProcessEnv): Promise<ConfigFault> =>
    startServer(settings(more)).then(
      (server) => server.stop().then(() => Promise.reject(new Error('It started.'))),
      (fault: unknown) => {
        if (fault instanceof ConfigFault) return fault;
        throw fault;
      },
    );

  beforeAll(async () => {
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    world = await openWorld('postgresql', {
      ...{ wire: true, log },
      environment: {
        DUE_EVERY_MS: '500',
        WEBHOOK_EVERY_MS: '500',
        METRICS_PORT: '0',
        JOURNAL_DIR: join(folder, 'journal'),
      },
    });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('A17.1 runs every job, and tells its figures: displays end, entries get their leaves, what ended is in the journal', async () => {
    const { rows } = await owner.query<{ id: string }>(
      `update public_credit.record set displayed_until = '2020-01-01' where id in
        (select id from public_credit.record where current and display = 'DISPLAYED' limit 1) returning id`,
    );
    const has = async (statement: string): Promise<boolean> =>
      (await owner.query(statement, [rows[0]?.id])).rows.length > 0;
    const archived = `select from public_credit.record where id = $1 and display = 'ARCHIVED'`;
    await expect.poll(() => has(archived)).toBe(true);
    await expect
      .poll(() => has(`select from control.journal where $1::text is not null and written_at is not null`))
      .toBe(true);
    const done = () => [
      ...new Set(lines.flatMap(({ job, msg }) => (job !== undefined && msg === 'done' ? [job] : []))),
    ];
    await expect.poll(() => JOBS.filter((job) => !done().includes(job))).toEqual([]);
    expect(lines.filter(({ job, level }) => job !== undefined && level >= 40)).toEqual([]);
    const figures = await fetch(world.server.metricsUrl ?? '').then((response) => response.text());
    expect(figures).toMatch(/^credit_\w+\{?.*\}? [0-9.]+$/m);
  });

  it('A24.1 A35.1 A39.1 answers, makes a report, keeps evidence, and publishes as itself', async () => {
    const token = await world.token(subject(COMPANY));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const made = await fetch(`${world.server.url}/reports`, { method: 'POST', headers, body: '{}' });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const read = await fetch(`${world.server.url}/reports/${id}`, {
      headers: { ...headers, accept: 'text/html' },
    });
    expect(read.status).toBe(200);
    const other = await fetch(`${world.server.url}/reports/${id}`, {
      headers: { authorization: `Bearer ${await world.token(subject(MEI))}`, accept: 'text/html' },
    });
    expect(other.status).toBe(404);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const kept = await fetch(`${world.server.url}/evidence`, {
      ...{ method: 'POST', body: png },
      headers: { ...headers, 'content-type': 'image/png' },
    });
    expect(kept.status, await kept.clone().text()).toBe(201);
    const asked = await world.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records { totalCount } } }',
      { id: MEI },
      { purpose: 'LOAN_ORIGINATION' },
    );
    expect(asked.errors).toBeUndefined();
    await owner.query('update ledger.pending set open_until = null');
    const as = await openPlatform(settings(), { place: 'gateway', now: world.server.platform.now });
    try {
      const before = (await owner.query('select count(*)::int as count from ledger.leaf')).rows[0].count;
      world.setNow(as.platform.sequencer.nextAfter(as.platform.now()).toISOString());
      await as.platform.sequencer.publish();
      expect((await owner.query('select count(*)::int as count from ledger.leaf')).rows[0].count).toBeGreaterThan(
        before,
      );
      await expect(deliver(as.platform)).resolves.toBeDefined();
      await expect(runDue(as.requestAs, as.platform.now)).resolves.toBeDefined();
      // The other side: what is the work of the owner, or of a subgraph, is not its own.
      await expect(remakeAll(as.requestAs, 10)).rejects.toMatchObject({ code: '42501' });
      // It has no such role.
      for (const role of ['control', 'intake', 'collect', 'designate', 'amend', 'reseal'] as const)
        await expect(
          as.platform.database.write(
            { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
            role,
            () => Promise.resolve(),
          ),
          role,
        ).rejects.toMatchObject({ code: '22023' });
    } finally {
      await as.close();
    }
  });

  it('A17.1 starts over a database that fits, changes nothing in it, and says what lacks in one that does not', async () => {
    const standing = async () =>
      (await owner.query('select number, serves_from, hash, applied_at::text, objects from public.access')).rows[0];
    const before = await standing();
    const server: Server = await startServer(settings());
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.stop();
    expect(await standing()).toEqual(before);
    await owner.query('update public.access set number = number - 1');
    const old = await refused({});
    expect(old.localized?.en).toContain(
      `it has the access of number ${before.number - 1}, and this code needs ${before.number}`,
    );
    expect(old.localized?.en).toContain('npm run upgrade');
    expect(old.localized?.zh).toContain('npm run upgrade');
    await owner.query('update public.access set number = number + 1');
    expect(await standing()).toEqual(before);
  });

  it('A17.1 the login serves no subgraph; and in production a gateway before subgraphs is not the owner', async () => {
    expect((await refused({ SUBGRAPH_URLS: '' })).localized?.en).toMatch(/names the login of gateways.*SUBGRAPH_URLS/);
    const { gatewayPlace } = await import('../../gateway/settings/logins.ts');
    const own = settings();
    expect(gatewayPlace(own)).toBe('gateway');
    expect(gatewayPlace({ ...own, mode: 'production' })).toBe('gateway');
    const asOwner = { ...own, databaseUrl: world.ownerUrl };
    expect(gatewayPlace(asOwner)).toBeUndefined();
    expect(() => gatewayPlace({ ...asOwner, mode: 'production' })).toThrow(/not the login of gateways/);
    expect(gatewayPlace({ ...asOwner, remote: undefined, mode: 'production' })).toBeUndefined();
  });

  it('A17.1 what a journal knows and the database does not is for the owner to say again, and it says so', async () => {
    const { rows } = await owner.query<{ id: string }>(
      'delete from control.journal where id in (select id from control.journal where written_at is not null limit 1) returning id',
    );
    expect(rows).toHaveLength(1);
    const fault = await refused({ JOURNAL_DIR: join(folder, 'journal') });
    expect(fault.localized?.en).toMatch(/knows what ended and this database does not.*npm run upgrade/);
    expect(fault.localized?.zh).toContain('JOURNAL_DIR');
    const again = await openPlatform(settings({ DATABASE_URL: world.ownerUrl, JOURNAL_DIR: join(folder, 'journal') }));
    expect(again.recovered?.applied.size).toBe(1);
    await again.close();
    const server = await startServer(settings({ JOURNAL_DIR: join(folder, 'journal') }));
    await server.stop();
  });
});
