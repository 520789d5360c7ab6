/**
 * The commands of the pages, word by word, in a shell against a real server over the sample and a real authorization server: as somebody would who has the
 * pages alone. A proof: it starts processes and waits for a checkpoint.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportPKCS8 } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { AUDIENCE, type Issuer, openIssuer } from '../gateway/authorization-server.ts';
import { copySample } from '../sample-template.ts';
import { codeOf } from './render.ts';

const root = join(import.meta.dirname, '../..');
const shell = promisify(execFile);
const has = (program: string, argument = '--version'): boolean => spawnSync(program, [argument]).status === 0;
const TOOLS = has('bash') && has('curl') && has('python3') && has('openssl', 'version');

/** npm runs in the repository, whatever folder the reader's files are in. */
const BEGIN = `set -o pipefail\nnpm() { command npm --prefix ${JSON.stringify(root)} "$@"; }\n`;

describe.skipIf(!TOOLS)('the commands of the pages (bash, curl, python3, openssl)', () => {
  let server: Server;
  let issuer: Issuer;
  const data = mkdtempSync(join(tmpdir(), 'credit-docs-data-'));
  const folder = mkdtempSync(join(tmpdir(), 'credit-docs-reader-'));
  beforeAll(async () => {
    issuer = await openIssuer();
    writeFileSync(join(folder, 'client.pem'), await exportPKCS8(issuer.bankKey));
    const sampled = await copySample('pglite', data);
    const settings = {
      PORT: '0',
      DATA_DIR: data,
      DRAIN_MS: '0',
      TOKEN_ISSUERS: JSON.stringify([{ issuer: issuer.url, audience: AUDIENCE }]),
    };
    server = await startServer(readConfig(settings), {
      inMemory: true,
      beginWith: sampled?.beginWith,
      log: pino({ level: 'silent' }),
    });
  });
  afterAll(async () => {
    await server.stop();
    await issuer.close();
    for (const one of [data, folder]) rmSync(one, { recursive: true, force: true });
  });

  const page = async (name: string, language = 'en'): Promise<string> =>
    (await fetch(`${server.url}/docs/${language}/${name}`)).text();

  /** Runs the blocks of a page one after the other in one shell; gives what each printed. */
  async function run(name: string): Promise<string[]> {
    const blocks = codeOf(await page(name), true);
    expect(blocks).toEqual(codeOf(await page(name, 'zh'), true));
    const mark = '\n--- next block ---\n';
    const script =
      BEGIN +
      blocks
        .map((block) => `${block}\nSTATUS=$?; printf '%s' ${JSON.stringify(mark)}; [ $STATUS -eq 0 ] || exit $STATUS`)
        .join('\n');
    const { stdout } = await shell(
      'bash',
      ['-c', script.replaceAll(mark, '\\n--- next block ---\\n').replaceAll("printf '%s' \"", 'printf "')],
      {
        cwd: folder,
        env: { ...process.env, DATA_DIR: data, ISSUER: issuer.url, CLIENT: 'bank-a', KID: 'bank', AUDIENCE },
        timeout: 200_000,
      },
    );
    return stdout.split(mark).slice(0, blocks.length);
  }

  const answered = (printed: string) => {
    const answer = JSON.parse(printed) as {
      data: Record<string, unknown>;
      errors?: { extensions: { reason: string } }[];
    };
    return { data: answer.data, reasons: (answer.errors ?? []).map(({ extensions }) => extensions.reason) };
  };

  it('A23.1 A24.1 A22.1 A17.1 start: each role gets the answer of its role', async () => {
    const [anyone, herself, bank, desk, analyst, operator] = (await run('start')).map(answered);
    expect(anyone).toMatchObject({
      data: { subject: { name: '张**', nonPublicRecords: null } },
      reasons: ['IDENTITY_REQUIRED'],
    });
    expect(herself).toMatchObject({ data: { me: { name: '张小梅', birthDate: '1990-03-07' } }, reasons: [] });
    expect(bank).toMatchObject({ data: { subject: { name: '张**', records: { totalCount: 5 } } }, reasons: [] });
    expect(desk).toMatchObject({ data: { matterCheck: { complete: true, pledge: { eligible: false } } }, reasons: [] });
    expect(analyst?.reasons).toEqual([]);
    expect(operator?.data.disclosures).toMatchObject({ totalCount: expect.any(Number) });
  });

  it('A36.3 reports: a report is made, kept as a PDF, and verified', async () => {
    const [printed = ''] = await run('reports');
    expect(JSON.parse(printed)).toMatchObject({ status: 'CURRENT', supersededAt: null });
    expect(readFileSync(join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('哈尔滨示例冰雪设备有限公司');
    expect(readFileSync(join(folder, 'report.jws'), 'utf8').split('.')).toHaveLength(3);
  });

  it('A17.1 A36.4 proofs: everything that is signed holds without the platform, and nothing that is changed does', async () => {
    const printed = await run('proofs');
    const told = printed.join('\n').trim().split('\n');
    expect(told.filter((line) => /^proof of leaf \d+: holds$/.test(line)).length).toBeGreaterThan(0);
    for (const what of ['matter', 'report', 'signature']) expect(told).toContain(`${what}: holds`);
    expect(told.filter((line) => /^(proof|matter|report|signature).*: (?!holds)/.test(line))).toEqual([]);

    const judged = (...given: readonly string[]) =>
      spawnSync('python3', ['verify.py', ...given], { cwd: folder, encoding: 'utf8' });
    const changed = (from: string, to: string, change: (text: string) => string): void =>
      writeFileSync(join(folder, to), change(readFileSync(join(folder, from), 'utf8')));
    changed('disclosures.json', 'other-content.json', (text) => text.replaceAll('\\"PERMIT\\"', '\\"OTHER\\"'));
    expect(judged('keys.json', 'proofs', 'other-content.json')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('not in the tree'),
    });
    changed('disclosures.json', 'other-size.json', (text) => text.replace(/"signedAt":"2/g, '"signedAt":"1'));
    expect(judged('keys.json', 'proofs', 'other-size.json')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('not signed by'),
    });
    // One kind of token is not taken for the other, and a changed one for none.
    expect(judged('keys.json', 'report', 'matter.jws')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('no report'),
    });
    changed('matter.jws', 'other.jws', (text) =>
      text.replace(/\.(.)/, (_all, first: string) => `.${first === 'e' ? 'f' : 'e'}`),
    );
    expect(judged('keys.json', 'matter', 'other.jws').status).toBe(1);
    // The signature on the page is the one of RFC 2104 over what the page says.
    const [, body = '', secret = '', delivery = '', timestamp = '', signature = ''] =
      /printf '%s' '(.*)' \| python3 verify\.py webhook (\S+) (\S+) (\S+) (\S+)/.exec(
        codeOf(await page('proofs'), true).join('\n'),
      ) ?? [];
    expect(signature).toBe(
      `v1=${createHmac('sha256', secret).update(`${timestamp}.${delivery}.${body}`).digest('hex')}`,
    );
    const other = spawnSync('python3', ['verify.py', 'webhook', secret, delivery, timestamp, signature], {
      cwd: folder,
      input: `${body} `,
      encoding: 'utf8',
    });
    expect([other.status, other.stdout]).toEqual([1, 'signature: wrong\n']);
  });

  it('A23.2 tokens: private_key_jwt and DPoP by openssl alone, and the token is good with its proof only', async () => {
    const printed = await run('tokens');
    expect(answered(printed.at(-1) ?? '')).toMatchObject({
      data: { myAccess: { unit: { code: 'BANK-A' } } },
      reasons: [],
    });
  });
});
