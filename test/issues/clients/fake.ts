/** A gateway and its issuer that answer as a test wants, and a client of the house that is run against them. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
export const folder = mkdtempSync(join(tmpdir(), 'clients-'));
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));

export const CLIENTS = {
  python: ['python3', join(root, 'gateway/clients/python/client.py')],
  typescript: [process.execPath, join(root, 'gateway/clients/typescript/client.ts')],
  curl: ['bash', join(root, 'gateway/clients/curl/client.sh')],
} as const;

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** Bodies that came to /graphql. */
  readonly asked: readonly string[];
}

export async function runAgainst(
  answer: (response: ServerResponse, body: string) => void,
  [program, ...before]: readonly string[],
  given: readonly string[],
): Promise<Ran> {
  const asked: string[] = [];
  let base = '';
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const part of message) body += part;
    if (message.url?.endsWith('openid-configuration'))
      response.end(JSON.stringify({ issuer: base, token_endpoint: `${base}/token` }));
    else if (message.url === '/token') response.end('{"access_token":"T"}');
    else {
      asked.push(body);
      answer(response, body);
    }
  };
  const server = createServer((message, response) => void handle(message, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    ...process.env,
    CREDIT_GATEWAY: base,
    CREDIT_ISSUER: base,
    CREDIT_AUDIENCE: 'a',
    CREDIT_CLIENT: 'bank-a',
    CREDIT_KEY: join(folder, 'key.pem'),
    CREDIT_CA: '',
  };
  const child = spawn(program as string, [...before, ...given], { env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => (out += part));
  child.stderr.on('data', (part) => (err += part));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  server.closeAllConnections();
  server.close();
  return { status, out, err, asked };
}

export function questionOf(text: string): string {
  const file = join(folder, `question-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, text);
  return file;
}
