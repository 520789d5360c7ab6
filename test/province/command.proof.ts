/** `npm run province`: what it says and how it ends, by itself and over the socket of a running server. A proof, for it starts a process for each run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { BASE, fileOf } from './file.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-province-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = { SAMPLE: 'off', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' };

function put(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Without a terminal, as from a script. */
async function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['gateway/commands/province.ts', ...args], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, ...settings },
      encoding: 'utf8',
    });
    return { status: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, out: stdout, err: stderr };
  }
}

const good = put('province.yaml', fileOf(BASE));
const [agreement = {}] = BASE.agreements ?? [];

describe('A07.1 npm run province', () => {
  it('says how it is used in both languages, and what is missing', async () => {
    expect(await run('--help')).toMatchObject({ status: 0, out: expect.stringContaining('--token-file') });
    const zh = await run('--help', '--lang', 'zh');
    expect(zh.out.split('\n')[0]).toBe('以文件登记单位、发布目录并维护协议和履职事项；文件经审阅后执行。');
    expect(await run()).toMatchObject({ status: 1, err: expect.stringContaining('Name one file.') });
    expect(await run('nowhere.yaml')).toMatchObject({ status: 1, err: 'The file nowhere.yaml cannot be read.\n' });
    expect((await run('--export', good)).err).toMatch(/^--export takes no file/);
  });

  it('tells every fault with file, line and column, in the language that is asked for', async () => {
    const bad = put('bad.yaml', 'form: 1\nunits:\n  - { code: A, kinds: [BANK] }\nitem: []\n');
    const { status, err } = await run(bad, '--lang', 'zh');
    expect(status).toBe(1);
    expect(err.split('\n')).toContain(
      `${bad}:4:1: 此处没有名为item的键。可用的键：form、units、calendars、displayPeriods、items、purposes、limits、lists、measures、agreements、duties。`,
    );
    expect(err.split('\n').at(-2)).toBe('共5处错误，未作任何变更。');
  });

  it('shows the plan, applies it, and changes nothing the second time', async () => {
    const dry = await run(good, '--dry-run');
    expect(dry.status).toBe(0);
    expect(dry.out).toContain('Units: 5\n  + new: 5\n    OP, AUTH, TAX, BANK, DESK\n');
    expect(dry.out).toContain('This was a dry run: nothing was changed.');
    const first = await run(good);
    expect(first).toMatchObject({ status: 0 });
    expect(first.out).toMatch(/14 changes applied, from the file with SHA-256 [0-9a-f]{64}\.\n$/);
    expect(await run(good)).toMatchObject({
      status: 0,
      out: 'Nothing to change: all that the file names is held as it says.\n',
    });
  });

  it('hands over to the running server, which answers by the new province at once', async () => {
    const server = await startServer(readConfig({ ...settings, PORT: '0' }), { log: pino({ level: 'silent' }) });
    let there = '';
    try {
      const narrower = put('narrower.yaml', fileOf({ agreements: [{ ...agreement, items: ['ARREARS-A'] }] }));
      const dry = await run(narrower, '--dry-run');
      expect(dry.out).toBe(
        [
          'Agreements: 1',
          `  ~ BANK-2026-1 | ended, and concluded anew | takes a basis  (${narrower}:3)`,
          '    items without ARREARS-B',
          '    touches 1 unit (BANK), 1 agreement',
          '1 change; 1 of them takes a basis from somebody.',
          'This was a dry run: nothing was changed.',
          '',
        ].join('\n'),
      );
      const refused = await run(narrower);
      expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('say --yes if it is right') });
      expect(await run(narrower, '--yes')).toMatchObject({ status: 0 });

      const unit = { ...BASE.units?.[2], code: 'TAX-2', name: '第二税务局' };
      const item = { ...BASE.items?.[0], code: 'ARREARS-C', providingUnit: 'TAX-2' };
      const more = put('more.yaml', fileOf({ units: [unit], items: [item] }));
      expect((await run(more)).err).toMatch(/more\.yaml:5:5: What is published is signed by the authority/);
      const token = await server.issuer?.sign({ sub: 'AUTH', role: 'authority', unit: 'AUTH' }, '15m');
      const signed = await run(more, '--token-file', put('token', `${token}\n`));
      expect(signed).toMatchObject({ status: 0, err: '' });
      const asked = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ catalogItems(first: 9) { nodes { code providingUnit { name } } } }"}',
      });
      const { data } = (await asked.json()) as { data: { catalogItems: { nodes: unknown[] } } };
      expect(data.catalogItems.nodes).toContainEqual({ code: 'ARREARS-C', providingUnit: { name: '第二税务局' } });
      there = (await run('--export')).out;
      expect(there).toContain('  - code: TAX-2\n    name: 第二税务局\n');
    } finally {
      await server.stop();
    }
    // By itself, over the same folder, it is the same file.
    expect((await run('--export')).out).toBe(there);
  });
});
