/** Vitest configuration. Each step of the suite is a mode (`--mode`), which selects the files to run. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { inBothModes } from './both-modes.ts';
import { LongestFirst } from './longest-first.ts';
import { type Step, serverAvailable } from './postgresql.ts';
import { Summary } from './summary.ts';

const root = join(import.meta.dirname, '..');

/**
 * Test files with `onDatabaseOfStep`: `npm test` runs them on the embedded database, `npm run proof` on PostgreSQL. There the proof runs those of both modes too
 * that run on each database.
 */
const halves = (): string[] =>
  globSync('test/**/*.test.ts', { cwd: root }).filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return text.includes('onDatabaseOfStep(') || (inBothModes(file) && text.includes('onEachDatabase('));
  });

const FILES: Readonly<Record<Step, () => string[]>> = {
  test: () => ['test/**/*.test.ts'],
  proof: () => ['test/**/*.proof.ts', ...(serverAvailable() ? halves() : [])],
  quick: () => ['test/**/*.{test,proof}.ts'],
  fuzz: () => ['test/fuzz/*.{test,proof}.ts'],
};

/**
 * node_modules are not transformed: `graphql` must be loaded only once, or it rejects its own values as "from another realm". Test files run in
 * two processes without isolation, because loading the whole server for each file took a third of the suite's time. `sharedWorld` in `kit.ts`
 * says what files may share beyond that.
 */
export default defineConfig(({ mode }) => {
  // Editors and knip load this file in other modes.
  const step = mode in FILES ? (mode as Step) : 'test';
  return {
    test: {
      include: FILES[step](),
      provide: { step },
      globalSetup: ['test/postgresql.ts'],
      ...(step === 'fuzz' ? {} : { setupFiles: ['test/seed.ts'] }),
      experimental: { viteModuleRunner: false },
      reporters: ['default', ...(step === 'test' || step === 'proof' ? [new Summary(step)] : [])],
      // What hangs is ended. Nothing is too slow: machines differ by four times, and are shared.
      testTimeout: 240_000,
      hookTimeout: 300_000,
      expect: { poll: { timeout: 60_000 } },
      maxWorkers: 2,
      sequence: { sequencer: LongestFirst },
      isolate: false,
    },
  };
});
