/**
 * Who had set a wrong address, folder, database or certificate was told in the words of the library that met it, or of another setting.
 * A proof: it opens worlds, databases or processes of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { startFault } from '../../../gateway/settings/start-fault.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a port of metrics that is in use is told by its own setting', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const config = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    METRICS_PORT: String(port),
    SAMPLE: 'off',
    LOG_LEVEL: 'silent',
  });
  await expect(startServer(config, { inMemory: true })).rejects.toThrow(`The port ${port} is in use. Set METRICS_PORT`);
  other.close();
});

it.each([
  [{ code: 'EADDRNOTAVAIL', syscall: 'listen', port: 1 }, /^Nobody can listen on 192\.0\.2\.1 here\. Set HOST/],
  [{ code: 'EACCES', syscall: 'listen', port: 80 }, /^This user may not listen on the port 80\. Set PORT/],
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'db.invalid' }, /^The PostgreSQL server of DATABASE_URL/],
  [{ code: '28P01' }, /^PostgreSQL refuses the user or the password/],
  [{ code: '3D000' }, /^PostgreSQL has no database of the name/],
  [{ code: '42501' }, /has CREATEROLE\.$/],
  [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /an authority that is not known here\. Name .* NODE_EXTRA_CA_CERTS\.$/],
  [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /made for another name, or has expired/],
])('%j is told with what to set', (fault, told) => {
  const place = { host: '192.0.2.1', metricsPort: undefined, databaseUrl: 'postgres://db.invalid/credit' };
  expect(startFault(Object.assign(new Error('raw'), fault), place).message).toMatch(told);
});

it('a folder that is a file, and a certificate that is none, are told with their settings', () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'no certificate');
  expect(() => readConfig({ DATA_DIR: file })).toThrow(/cannot be made or written \(EEXIST\)\. Set DATA_DIR/);
  expect(() => readConfig({ DATA_DIR: folder, TLS_CERT: file, TLS_KEY: file })).toThrow(/no certificate with its key/);
});
