/** `npm run docs:record`: asks every example of the pages of a server over a fresh sample, and writes the answers beside them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { askExamples, BEGIN } from './ask-examples.ts';
import { steadyAnswers } from './steady.ts';

const ANSWERS = new URL('../../gateway/docs/operations/answers.json', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'credit-docs-'));
let now = new Date(BEGIN);
const setNow = (instant: string): void => {
  now = new Date(instant);
};
const server = await startServer(
  readConfig({
    PORT: '0',
    DATA_DIR: folder,
    DRAIN_MS: '0',
    CHECKPOINT_MINUTES: '10',
    DUE_EVERY_MS: '86400000',
    WEBHOOK_EVERY_MS: '86400000',
  }),
  { now: () => now, inMemory: true, log: pino({ level: 'silent' }) },
);
try {
  const answers = await askExamples({ server, setNow });
  writeFileSync(ANSWERS, `${JSON.stringify(steadyAnswers(answers), null, 1)}\n`);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
