import { defineConfig } from 'vitest/config';

/**
 * No transform of node_modules: `graphql` must exist once, or its values are "of another realm". Files share two processes: loading the whole
 * server anew for each was a third of the suite's time, and each world is a server and a database of its own anyway.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgresql.ts'],
    experimental: { viteModuleRunner: false },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
  },
});
