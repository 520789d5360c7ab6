import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../../gateway/settings/config.ts';

const DATA_DIR = join(tmpdir(), 'credit-settings');

/** `PORT=` in a file of settings made the server listen anywhere, and `METRICS_PORT=` served numbers that nobody had asked for. */
it('a variable that is set to nothing is not set', () => {
  const config = readConfig({
    DATA_DIR,
    PORT: '',
    METRICS_PORT: '',
    DATABASE_URL: '',
    CREDIT_MODE: '',
    RATE_PUBLIC: '',
  });
  expect(config).toMatchObject({ port: 4000, metricsPort: undefined, databaseUrl: undefined, mode: 'development' });
});

/** A timer counts 32 bits: with more milliseconds every request was given up at once. */
it.each(['REQUEST_TIMEOUT_MS', 'SUBGRAPH_TIMEOUT_MS', 'DUE_EVERY_MS', 'WEBHOOK_EVERY_MS'])(
  '%s is no longer than a timer counts',
  (name) => {
    expect(() => readConfig({ DATA_DIR, [name]: '3000000000' })).toThrow(`${name}: Too big`);
    expect(() => readConfig({ DATA_DIR, [name]: '86400000' })).not.toThrow();
  },
);
