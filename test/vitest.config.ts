import { defineConfig } from 'vitest/config';

/** One process a file, no transform of node_modules: `graphql` must exist once, or its values are "of another realm". */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgresql.ts'],
    experimental: { viteModuleRunner: false },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
