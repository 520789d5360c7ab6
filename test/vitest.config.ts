/** The steps of the suite, each a mode of vitest: which files it runs, and how. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { type Step, serverAvailable } from './postgresql.ts';
import { Summary } from './summary.ts';

const root = join(import.meta.dirname, '..');

/** Files of `npm test` whose half on PostgreSQL is run by `npm run proof`. */
const halves = (): string[] =>
  globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('onDatabaseOfStep('),
  );

const FILES: Readonly<Record<Step, () => string[]>> = {
  test: () => ['test/**/*.test.ts'],
  proof: () => ['test/**/*.proof.ts', ...(serverAvailable() ? halves() : [])],
  quick: () => ['test/**/*.{test,proof}.ts'],
  fuzz: () => ['test/fuzz/*.{test,proof}.ts'],
};

/**
 * No transform of node_modules: `graphql` must exist once, or its values are "of another realm". Files share two processes: loading the whole
 * server anew for each was a third of the suite's time. What files may share beyond that is said in `kit.ts`.
 */
export default defineConfig(({ mode }) => {
  // Editors and knip load this file in modes of their own.
  const step = mode in FILES ? (mode as Step) : 'test';
  return {
    test: {
      include: FILES[step](),
      provide: { step },
      globalSetup: ['test/postgresql.ts'],
      experimental: { viteModuleRunner: false },
      reporters: ['default', ...(step === 'test' || step === 'proof' ? [new Summary(step)] : [])],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      isolate: false,
    },
  };
});
