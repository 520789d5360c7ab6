/** What is logged of a failure: enough to mend it, and none of the values that databases, parsers and libraries repeat in their words. */
import { createServer } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { every } from '../../gateway/process/schedule.ts';
import { type Cause, causeOf } from '../../schema/cause.ts';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';
import { recordLog } from '../recorded-log.ts';

const NAME = '张小梅';
const NUMBER = '239999199003070016';
const UUID = '5f0c6a52-9a52-4d0e-8c6f-1f1f2a7a9b11';
const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJCQU5LLUEifQ.c2lnbmF0dXJl';
const CASE = '黑商许〔2026〕17号';
const PLANTED = [NAME, NUMBER, UUID, TOKEN, CASE, '哈尔滨', 'XiaoMei', '13904510016'];

const caught = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing failed.');
};

const holdsNothing = (cause: Cause): void => {
  for (const value of PLANTED) expect(JSON.stringify(cause)).not.toContain(value);
};

it('of a failed statement: SQLSTATE, constraint, table, column and functions, and none of its values', async () => {
  const database = await PGlite.create();
  await database.exec(`create table person (id uuid primary key, name text not null check (length(name) < 4), born date, number text unique);
    create function fails(said text) returns void language plpgsql as $$ begin raise exception 'refused: %', said using errcode = 'CR001', detail = said; end $$;
    create function outer_one(said text) returns void language plpgsql as $$ begin perform fails(said); end $$;
    insert into person values ('${UUID}', '${NAME}', '1990-03-07', '${NUMBER}')`);
  const of = async (statement: string, parameters: unknown[] = []): Promise<Cause> => {
    const cause = causeOf(await caught(() => database.query(statement, parameters)));
    holdsNothing(cause);
    return cause;
  };
  const insert = 'insert into person (id, name, born, number) values ($1, $2, $3, $4)';
  expect(await of(insert, [UUID, NAME, null, null])).toMatchObject({
    code: '23505',
    table: 'person',
    constraint: 'person_pkey',
  });
  expect(await of(insert, ['5f0c6a52-9a52-4d0e-8c6f-1f1f2a7a9b12', NAME, null, NUMBER])).toMatchObject({
    code: '23505',
    constraint: 'person_number_key',
  });
  expect(await of(insert, ['5f0c6a52-9a52-4d0e-8c6f-1f1f2a7a9b13', null, null, NUMBER])).toMatchObject({
    code: '23502',
    column: 'name',
  });
  expect(await of(insert, ['5f0c6a52-9a52-4d0e-8c6f-1f1f2a7a9b13', `${NAME}哈尔滨`, null, null])).toMatchObject({
    code: '23514',
    constraint: 'person_name_check',
  });
  expect(await of(`select '${NUMBER}'::uuid`)).toMatchObject({ code: '22P02' });
  expect(await of(`select '${NAME}'::date`)).toMatchObject({ code: '22007' });
  expect(await of(`select '{"${NAME}": ${NUMBER}'::jsonb`)).toMatchObject({ code: '22P02' });
  expect(await of(`select ${NUMBER}::int`)).toMatchObject({ code: '22003' });
  expect(await of(`select "${NAME}" from person`)).toMatchObject({ code: '42703' });
  expect(await of('select outer_one($1)', [`${NAME} ${CASE}`])).toMatchObject({
    code: 'CR001',
    in: ['fails:1', 'outer_one:1'],
  });
  await database.close();
});

it('of libraries and of Node: names, codes and addresses, and none of their words', async () => {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
  const net = await import('node:net');
  const refused = await caught(
    () => new Promise((_resolve, reject) => net.connect(port, '127.0.0.1').once('error', reject)),
  );
  expect(causeOf(refused)).toMatchObject({ code: 'ECONNREFUSED', call: `connect 127.0.0.1 ${port}` });
  for (const [work, expected] of [
    [() => JSON.parse(`{"name": ${NAME}}`), { name: 'SyntaxError' }],
    [() => new URL(`https://${NAME} ${NUMBER}/`), { code: 'ERR_INVALID_URL' }],
    [() => (undefined as unknown as Record<string, { x: 1 }>)[NAME]?.x, { name: 'TypeError' }],
    [() => BigInt(`${NUMBER}x`), { name: 'SyntaxError' }],
    [() => decodeURIComponent('%E5%BC%'), { name: 'URIError' }],
    [() => Promise.reject(NAME), { name: 'string' }],
    [() => Promise.reject(Object.assign(new Error(NAME), { name: NAME, code: NUMBER })), { name: 'Error' }],
    [
      () => Promise.reject(new AggregateError([new Error(`about ${NAME}`)], NUMBER)),
      { name: 'AggregateError', cause: { name: 'Error' } },
    ],
    [() => Promise.reject(new Error('outer', { cause: new TypeError(NUMBER) })), { cause: { name: 'TypeError' } }],
    // The words end with lines that look like frames.
    [() => Promise.reject(new Error(`no\n    at ${NAME} (file:///x.ts:1:1)\n    at XiaoMei (file:///x.ts:1:1)`)), {}],
    [() => Promise.reject(new GraphQLError('', { originalError: new Error(NUMBER) })), { name: 'Error' }],
    [
      () =>
        Promise.reject(new GraphQLError(NAME, { extensions: { code: 'CONFLICT', reason: 'OVERTAKEN', help: NAME } })),
      { code: 'CONFLICT', reason: 'OVERTAKEN' },
    ],
  ] as const) {
    const cause = causeOf(await caught(work));
    expect(cause).toMatchObject(expected);
    holdsNothing(cause);
  }
});

it('of our own errors the words too, without what may be a value in them', async () => {
  const secrets = openSecrets(freshSecrets());
  const error = await caught(() => secrets.unseal({ sealed: Buffer.alloc(64), keyId: 'old-key' }, 'place'));
  expect(causeOf(error)).toMatchObject({
    name: 'Error',
    said: 'The sealing key old-key is not configured.',
    at: expect.stringContaining('at '),
  });
  expect(causeOf(error).at).toMatch(/^at .*subgraphs\/keys\/secrets\.ts:\d+:\d+/);
  const planted = await caught(() =>
    secrets.unseal({ sealed: Buffer.alloc(64), keyId: `${NUMBER} ${NAME} ${TOKEN}` }, 'x'),
  );
  expect(causeOf(planted).said).toBe('The sealing key … … … is not configured.');
  holdsNothing(causeOf(planted));
  // One that was made elsewhere is not ours because a line of ours called what made it.
  const foreign = new Error(`no such thing: ${'word'}`);
  foreign.stack = `Error: ${foreign.message}\n    at 张三 (node_modules/other.js:1:1)\n    at open (${new URL('../../subgraphs/x.ts', import.meta.url)}:1:1)`;
  expect(causeOf(foreign)).toEqual({ name: 'Error', at: 'at open (subgraphs/x.ts:1:1)' });
});

it('a job that fails on is told by its count, another cause at once, and its end', async () => {
  const { log, logged } = recordLog<{ msg: string; failures?: number; fault?: Cause; job?: string }>();
  let runs = 0;
  const ran: boolean[] = [];
  const job = every(
    1,
    'feeds',
    async () => {
      runs += 1;
      if (runs <= 10) throw Object.assign(new Error(NAME), { code: 'ECONNRESET' });
      if (runs <= 12) throw Object.assign(new Error(NAME), { code: '57P01' });
    },
    { log, ran: (_job, succeeded) => ran.push(succeeded) },
  );
  await expect.poll(() => ran.filter(Boolean).length).toBeGreaterThan(3);
  await job.stop();
  expect(logged.map(({ msg, failures, fault }) => [msg, failures, fault?.code])).toEqual([
    ['a job failed', 1, 'ECONNRESET'],
    ['a job failed', 2, 'ECONNRESET'],
    ['a job failed', 4, 'ECONNRESET'],
    ['a job failed', 8, 'ECONNRESET'],
    ['a job failed', 11, '57P01'],
    ['a job works again', 12, undefined],
  ]);
  expect(ran.filter((succeeded) => !succeeded)).toHaveLength(12);
  for (const line of logged) holdsNothing(line as unknown as Cause);
});
