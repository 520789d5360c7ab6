import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFolder } from '../../gateway/recovery/backup/folder.ts';

const parent = mkdtempSync(join(tmpdir(), 'credit-backup-folder-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const made = async (name: string, content: string): Promise<string> => {
  const folder = openFolder(parent);
  try {
    writeFileSync(join(folder.path, 'manifest.json'), content);
    return await folder.finish(name);
  } finally {
    folder.end();
  }
};

describe('the folder of a backup', () => {
  it('A36.2 three of one second are all kept, each under a name of its own, and sort by time', async () => {
    const paths = [];
    for (const content of ['first', 'second', 'third']) paths.push(await made('20261127T183000Z', content));
    expect(paths).toEqual(
      ['20261127T183000Z', '20261127T183000Z-2', '20261127T183000Z-3'].map((name) => join(parent, name)),
    );
    expect(readdirSync(parent).sort()).toEqual(['20261127T183000Z', '20261127T183000Z-2', '20261127T183000Z-3']);
    await made('20261127T183001Z', 'of the next second');
    expect(readdirSync(parent).sort().at(-1)).toBe('20261127T183001Z');
  });
});
