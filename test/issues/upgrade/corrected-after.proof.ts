/** A record of a database of before is corrected: it goes on stating what it stated, and nothing that another record said. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Server, startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { TODAY } from '../../kit.ts';
import { copyFixtureKeys, makeOwned, type Owned, oldDatabase } from '../../subgraphs/database/owned.ts';

let old: Owned;
let folder: string;
let server: Server;
const now = () => new Date(`${TODAY}T10:05:00+08:00`);
beforeAll(async () => {
  old = await makeOwned('pglite');
  await old.ask(oldDatabase());
  folder = mkdtempSync(join(tmpdir(), 'credit-old-'));
  copyFixtureKeys(folder);
  server = await startServer(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
    now,
    inMemory: true,
    beginWith: await old.beginWith(),
    log: pino({ level: 'silent' }),
  });
});
afterAll(async () => {
  await server?.stop();
  await old.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (claims: Readonly<Record<string, string>> | null, query: string, variables: object) => {
  const token = claims === null ? null : await server.issuer?.signAt({ sub: 'somebody', ...claims }, '15m', now());
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  return (await response.json()) as { data: any; errors?: unknown };
};

it('A23.4 A36.2 case 75: a correction does not make an open record say what only a withheld one may have said', async () => {
  const id = { type: 'CITIZEN_ID', value: '239999199003070016' };
  const PUBLIC = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name address phone
    records(first: 50, items: ["PENALTY-GENERAL"]) { nodes { id version } } } }`;
  const before = await ask(null, PUBLIC, { id });
  expect(before.data.subject).toMatchObject({ name: '张**', address: null, phone: null });
  const bureau = { role: 'provider', unit: 'HLJ-AMR' };
  const own = await ask(bureau, PUBLIC, { id });
  const { errors } = await ask(
    bureau,
    'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
    {
      input: { record: own.data.subject.records.nodes[0].id, reason: '金额有误', content: { fineYuan: '321.00' } },
    },
  );
  expect(errors).toBeUndefined();
  const after = await ask(null, PUBLIC, { id });
  expect(after.data.subject).toMatchObject({ name: '张**', address: null, phone: null });
  // She herself loses nothing of what was known.
  const { data } = await ask(
    { role: 'subject', subject: `${id.type}:${id.value}` },
    '{ me { name address phone } }',
    {},
  );
  expect(data.me).toEqual({ name: '张小梅', address: '黑龙江省哈尔滨市南岗区花园街1号2单元', phone: '13800138000' });
});
