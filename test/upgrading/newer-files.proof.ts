/** Files of an embedded database that another PostgreSQL wrote: refused in a sentence, and not touched. A proof, for it starts a server and commands. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILES_OF } from '../../subgraphs/database/embedded.ts';

const NEWER = String(Number(FILES_OF) + 1);
const OLDER = String(Number(FILES_OF) - 1);

describe('adversarial 98: an embedded database of another PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-files-'));
  const version = join(folder, 'pglite', 'PG_VERSION');
  beforeAll(() => mkdirSync(join(folder, 'pglite')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const said = async (file: string, ...args: readonly string[]): Promise<string> => {
    const env = { PATH: process.env.PATH, DATA_DIR: folder, SAMPLE: 'off', PORT: '0' };
    const { code, stderr } = await promisify(execFile)(process.execPath, [file, ...args], { env }).then(
      ({ stderr }) => ({ code: 0, stderr }),
      (error: { readonly code: number; readonly stderr: string }) => error,
    );
    return `${code} ${stderr}`;
  };

  it('the number that this release reads is that of its PGlite', async () => {
    const pglite = await PGlite.create();
    try {
      const [found] = (await pglite.query<{ server_version_num: string }>('show server_version_num')).rows;
      expect(found?.server_version_num.slice(0, -4)).toBe(FILES_OF);
    } finally {
      await pglite.close();
    }
  });

  it('A36.2 newer files are refused by the server and by commands, in both languages, and stay as they are', async () => {
    writeFileSync(version, `${NEWER}\n`);
    const sentence = `The embedded database in ${folder} has files of PostgreSQL ${NEWER}, and this release reads those of ${FILES_OF}. Start the release that wrote them, which is newer. Nothing was changed.\n`;
    expect(await said('gateway/main.ts')).toBe(`1 Opening the embedded database in ${folder} …\n${sentence}`);
    for (const [file, ...args] of [
      ['gateway/commands/upgrade.ts', '--dry-run'],
      ['gateway/commands/upgrade.ts'],
      ['gateway/commands/due.ts'],
      ['gateway/commands/redact.ts', '--status'],
    ] as const)
      expect([file, await said(file, ...args)]).toEqual([file, `1 ${sentence}`]);
    expect(await said('gateway/commands/due.ts', '--lang', 'zh')).toBe(
      `1 ${folder}中的内嵌数据库文件属于PostgreSQL ${NEWER}，本发行版只能读取PostgreSQL ${FILES_OF}的文件。请启动写入这些文件的发行版（更新的发行版）。未作任何变更。\n`,
    );
    expect([readdirSync(join(folder, 'pglite')), readFileSync(version, 'utf8')]).toEqual([
      ['PG_VERSION'],
      `${NEWER}\n`,
    ]);
    expect(readdirSync(folder)).not.toContain('lock');
  });

  it('older ones too, with the way over a backup', async () => {
    writeFileSync(version, `${OLDER}\n`);
    expect(await said('gateway/commands/due.ts')).toBe(
      `1 The embedded database in ${folder} has files of PostgreSQL ${OLDER}, and this release reads those of ${FILES_OF}. Start the release that wrote them, make a backup with it, and restore that with this one. Nothing was changed.\n`,
    );
  });
});
