import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../../gateway/settings/config.ts';

const DATA_DIR = join(tmpdir(), 'credit-settings');

/** A header of certificates that nobody may send was read without a word, and every bound token refused. */
it('adversarial 31: a header of certificates needs the proxies that it is believed from', () => {
  expect(() => readConfig({ DATA_DIR, CLIENT_CERT_HEADER: 'Client-Cert' })).toThrow(/needs TRUSTED_PROXIES/);
  expect(() => readConfig({ DATA_DIR, CLIENT_CERT_HEADER: 'Client-Cert', TRUSTED_PROXIES: '' })).toThrow(
    /needs TRUSTED/,
  );
  expect(() => readConfig({ DATA_DIR, CLIENT_CERT_HEADER: 'a', TRUSTED_PROXIES: '10.0.0.1' })).not.toThrow();
});

/** Of an issuer that was named twice, for two audiences, the first one was forgotten without a word. */
it('adversarial 29: an issuer that is named twice is told', () => {
  const issuer = { issuer: 'https://as.example.cn', audience: 'a' };
  const named = (...issuers: object[]) => readConfig({ DATA_DIR, TOKEN_ISSUERS: JSON.stringify(issuers) });
  expect(() => named(issuer, { ...issuer, audience: 'b' })).toThrow(/TOKEN_ISSUERS: names an issuer twice/);
  expect(() => named(issuer, { ...issuer, issuer: 'https://as.example.cn/2' })).not.toThrow();
});

it('replicas need the primary that they follow, and each is the URL of a PostgreSQL server', () => {
  const REPLICA_URLS = 'postgres://replica-a/credit, postgresql://replica-b:5433/credit';
  const DATABASE_URL = 'postgres://primary/credit';
  expect(() => readConfig({ DATA_DIR, REPLICA_URLS })).toThrow(/REPLICA_URLS needs DATABASE_URL/);
  expect(() => readConfig({ DATA_DIR, DATABASE_URL, REPLICA_URLS: 'https://replica-a' })).toThrow(
    /REPLICA_URLS: has something that is no PostgreSQL URL/,
  );
  expect(readConfig({ DATA_DIR, DATABASE_URL, REPLICA_URLS, REPLICA_LAG_MAX_MS: '500' }).replicas).toEqual({
    urls: ['postgres://replica-a/credit', 'postgresql://replica-b:5433/credit'],
    lagMaxMs: 500,
  });
  expect(readConfig({ DATA_DIR, DATABASE_URL }).replicas).toBeUndefined();
});
