/** The configuration files of `npm run topology`, as the programs read them: what keeps an answer from being lost stands in each. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { etcdFile } from '../../gateway/topology/files/etcd.ts';
import { haproxyFile } from '../../gateway/topology/files/haproxy.ts';
import { patroniFile } from '../../gateway/topology/files/patroni.ts';
import { type Layout, layOut, ownerUrl } from '../../gateway/topology/layout.ts';
import { lacking } from '../../gateway/topology/programs.ts';
import { Supervised } from '../../gateway/topology/supervised.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-layout-'));
let layout: Layout;
beforeAll(async () => {
  layout = await layOut(folder, 0, async (name, port) => (name === 'db2' ? port + 1_000 : port));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the files of a topology', () => {
  it('A17.1 the pair is synchronous and not strict, and a primary that crashed is not waited for', () => {
    const { bootstrap, etcd, etcd3, postgresql, restapi } = parse(
      patroniFile(layout, layout.nodes[1], '/usr/lib/postgresql/15/bin'),
    );
    expect(bootstrap.dcs).toMatchObject({
      synchronous_mode: true,
      synchronous_mode_strict: false,
      primary_start_timeout: 0,
      postgresql: { use_pg_rewind: true },
    });
    // Patroni: loop_wait + 2 × retry_timeout must not be longer than ttl.
    const { ttl, loop_wait: loop, retry_timeout: retry } = bootstrap.dcs;
    expect(loop + 2 * retry).toBeLessThanOrEqual(ttl);
    // Over the other API a primary that wakes takes its key back (Patroni 3.0).
    expect(etcd3).toBeUndefined();
    expect(etcd.hosts).toEqual([`127.0.0.1:${layout.etcd.client}`]);
    expect(restapi.listen).toBe(`127.0.0.1:${layout.nodes[1].rest}`);
    // The other node goes through whatever stands between; clients do not.
    expect(postgresql.connect_address).toBe(`127.0.0.1:${layout.nodes[1].port + 1_000}`);
    expect(postgresql.listen).toBe(`127.0.0.1:${layout.nodes[1].port}`);
    // Nobody is let in without a password.
    expect(postgresql.pg_hba.every((line: string) => line.endsWith('scram-sha-256'))).toBe(true);
  });

  it('etcd lets Patroni in', () => {
    expect(parse(etcdFile(layout))).toMatchObject({
      'enable-v2': true,
      'listen-client-urls': `http://127.0.0.1:${layout.etcd.client}`,
    });
  });

  it('A17.1 HAProxy asks Patroni who is primary, cuts who is it no more, and repeats only what nobody read', () => {
    const sections = Object.fromEntries(
      haproxyFile(layout)
        .split(/^(?=\S)/m)
        .map((section) => [section.split('\n')[0], section]),
    );
    const {
      'listen primary': primary = '',
      'listen replica': replica = '',
      'listen gateways': gateways = '',
    } = sections;
    expect(primary).toContain('option httpchk GET /primary');
    expect(primary).toContain('on-marked-down shutdown-sessions');
    for (const { port, rest } of layout.nodes) expect(primary).toContain(`127.0.0.1:${port} check port ${rest}`);
    expect(replica).toContain('option httpchk GET /replica');
    expect(gateways).toContain('option httpchk GET /readyz');
    expect(gateways.match(/retry-on (.*)/)?.[1]).toBe('conn-failure');
    for (const { port } of Object.values(layout.gateways)) expect(gateways).toContain(`127.0.0.1:${port} check`);
  });

  it('no two ports are alike, none is taken, and passwords stay those of the folder', async () => {
    const { nodes, etcd, balanced, gateways, subgraphs } = layout;
    const ports = [
      ...nodes.flatMap(({ port, rest }) => [port, rest]),
      ...[...Object.values(gateways), ...Object.values(subgraphs)].flatMap(({ port, metrics }) => [port, metrics]),
      ...Object.values(etcd),
      ...Object.values(balanced),
    ];
    expect(new Set(ports).size).toBe(21);
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(balanced.gateways, '127.0.0.1', resolve));
    const again = await layOut(folder, balanced.gateways);
    taken.close();
    expect(again.balanced.gateways).not.toBe(balanced.gateways);
    expect(new URL(ownerUrl(again)).password).toBe(new URL(ownerUrl(layout)).password);
  });

  it('what is missing is named by its package of Debian', () => {
    expect(lacking({ patroni: undefined, etcd: '/usr/bin/etcd', haproxy: undefined, postgresql: '/bin' })).toEqual([
      'patroni',
      'haproxy',
    ]);
    expect(lacking({ patroni: 'p', etcd: 'e', haproxy: 'h', postgresql: 'b' })).toEqual([]);
  });

  it('what ends by itself is started again after a pause that grows; what is stopped is not', async () => {
    const pauses: number[] = [];
    const log = join(folder, 'log');
    const ends = new Supervised(
      { name: 'ends', command: process.execPath, words: ['-e', ''], environment: {}, folder, user: undefined, log },
      (_name, afterMs) => pauses.push(afterMs),
    );
    while (pauses.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await ends.stop('SIGTERM', 1_000);
    expect(pauses.slice(0, 2)).toEqual([500, 1_000]);
    const stays = new Supervised(
      {
        name: 'stays',
        command: process.execPath,
        words: ['-e', 'setInterval(() => {}, 1000)'],
        environment: {},
        folder,
        user: undefined,
        log,
      },
      () => pauses.push(-1),
    );
    const { pid } = stays;
    expect(pid).toBeGreaterThan(0);
    await stays.stop('SIGTERM', 1_000);
    expect([stays.pid, stays.restarts]).toEqual([undefined, 0]);
    expect(() => process.kill(pid ?? 0, 0)).toThrow(/ESRCH/);
    expect(pauses).not.toContain(-1);
  });
});
