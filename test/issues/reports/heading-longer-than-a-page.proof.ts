/**
 * The heading of a record is said again on each page on which it goes on. One that fills a page left no room for anything else, so that pages were added without
 * end, at a stretch: the process answered nobody until it had no memory left. An item is published with a name of any length, by a province file of 4000 characters. A proof, because it starts a program.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('A24.2 a heading longer than a page is not said again for ever', async () => {
  const program = fileURLToPath(new URL('long-heading.ts', import.meta.url));
  // It takes half a second; the bound is only there for the test to end.
  const run = promisify(execFile)(process.execPath, [program], { timeout: 120_000, killSignal: 'SIGKILL' });
  await expect(run).resolves.toMatchObject({ stderr: '' });
});
