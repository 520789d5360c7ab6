/**
 * A server that does not hold what the walls rest on is refused at its start, with a sentence that says what lacks. One that lies about one thing at a time is a
 * real one behind a proxy. A proof: it opens databases of its own.
 */
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { engineMessages, type Property } from '../../../schema/messages/database/engine.ts';
import { EngineFault } from '../../../subgraphs/database/engines/engine-fault.ts';
import { type ProbeSession, probeEngine } from '../../../subgraphs/database/engines/probe.ts';
import { openDatabase } from '../../../subgraphs/database/open.ts';
import { asServerOwner } from '../../../subgraphs/database/server.ts';
import { ENTITIES } from '../../../subgraphs/entities.ts';
import { serverAvailable } from '../../postgresql.ts';
import { makeDatabase } from '../../sample-template.ts';
import { openLying } from './lying-server.ts';

/** How a server lies: what it takes the statement for. Each is something that an engine which speaks PostgreSQL does, or a wrong setting of a pooler. */
const OF_ONE_SESSION: readonly (readonly [property: Property, how: string, lie: (text: string) => string])[] = [
  ['PRIMARY', 'is a replica', (text) => text.replace('pg_is_in_recovery()', 'true')],
  ['UNDONE', 'keeps what a transaction made that was rolled back', (text) => text.replace(/^rollback$/, 'commit')],
  [
    'UNDONE',
    'makes no role in a transaction',
    (text) => text.replace('create role creditprobe', 'make role creditprobe'),
  ],
  [
    'ROW_POLICIES',
    'takes policies and does not ask them',
    (text) => text.replace('held enable row level', 'held disable row level'),
  ],
  [
    'ROW_POLICIES',
    'takes a restrictive policy for any other',
    (text) => text.replace('as restrictive', 'as permissive'),
  ],
  [
    'ROW_POLICIES',
    'asks no policy of what is written',
    (text) => text.replace(/ with check \(unit = [^;]*\);/, ' with check (true);'),
  ],
  [
    'FORCED_POLICIES',
    'lets the owner of a table pass',
    (text) => text.replace(/alter table (\S+)\.owned force row/, 'alter table $1.owned no force row'),
  ],
  [
    'COLUMN_GRANTS',
    'grants a table for a column',
    (text) => text.replace('grant select (id, unit, open)', 'grant select'),
  ],
  [
    'STATEMENT_TRIGGERS',
    'refuses transition tables',
    (text) => text.replace('referencing old table as stale new table as fresh for', 'for'),
  ],
  ['STATEMENT_TRIGGERS', 'takes a trigger and does not run it', (text) => text.replace(/create trigger [^;]*;/, '')],
  [
    'STATEMENT_TRIGGERS',
    'runs it once a row, each with all rows',
    (text) =>
      text.replace(
        /update (\S+)\.held set open = open \|\| id where id <> 3/,
        'update $1.held set open = open || id where id = 1; update $1.held set open = open || id where id <> 3',
      ),
  ],
  [
    'DEFINER',
    'runs functions with the rights of the caller',
    (text) => text.replace('stable security definer', 'stable'),
  ],
  [
    'DEFINER',
    'runs functions with the search path of the caller',
    (text) => text.replace('stable security definer set search_path = pg_catalog', 'stable security definer'),
  ],
  ['LOCAL_SETTINGS', 'keeps settings beyond the transaction', (text) => text.replace(`'set', true`, `'set', false`)],
];

const OF_TWO: typeof OF_ONE_SESSION = [
  [
    'ADVISORY_LOCKS',
    'takes a lock and gives it to everybody',
    (text) => text.replace('select pg_advisory_xact_lock(', 'select ('),
  ],
  [
    'ADVISORY_LOCKS',
    'takes an exclusive lock for a shared one',
    (text) => text.replace('begin; select pg_advisory_xact_lock(', 'begin; select pg_advisory_xact_lock_shared('),
  ],
  [
    'ADVISORY_LOCKS',
    'never gives it back',
    (text) => text.replace('begin; select pg_advisory_xact_lock(', 'begin; select pg_advisory_lock('),
  ],
  [
    'SNAPSHOT',
    'reads what was committed meanwhile',
    (text) => text.replace('begin isolation level repeatable read', 'begin isolation level read committed'),
  ],
  ['SKIP_LOCKED', 'does not hold the row', (text) => text.replace(/ for update$/, '')],
  ['SKIP_LOCKED', 'gives out the row that is held', (text) => text.replace(' for update skip locked', '')],
];

const sentence = (property: Property): string => {
  const { message, help } = engineMessages.lacking(property);
  return `${message.en} ${help.en}`;
};

describe.skipIf(!serverAvailable())('PostgreSQL', () => {
  let url: string;
  let drop: () => Promise<void>;
  const open = async (at: string): Promise<void> => {
    await (await openDatabase({ entities: ENTITIES, url: at, loginPassword: 'of the tests' })).close();
  };
  const asOwner = (statements: string) => asServerOwner(url, (owner) => owner.query<{ name: string }>(statements));

  beforeAll(async () => {
    ({ url, drop } = await makeDatabase());
  });
  afterAll(async () => {
    // What the one kept that does not roll back.
    const left = await asOwner(`select nspname as name from pg_namespace where nspname like 'creditprobe%'`);
    for (const { name } of left) await asOwner(`drop schema ${name} cascade; drop owned by ${name}; drop role ${name}`);
    await drop();
  });

  it('is taken, first empty, then as it stands, and nothing of the questions is left in it', async () => {
    const honest = await openLying(url, (text) => text);
    await open(honest.url);
    await open(honest.url);
    await honest.close();
    expect(honest.heard.filter((text) => text.includes('create schema creditprobe'))).toHaveLength(2);
    const rows = await asOwner(
      `select nspname as name from pg_namespace where nspname like 'creditprobe%' union all select rolname from pg_roles where rolname like 'creditprobe%'`,
    );
    expect(rows).toEqual([]);
  });

  it.each([...OF_ONE_SESSION, ...OF_TWO])('%s: one that %s is refused', async (property, _how, lie) => {
    const lying = await openLying(url, lie);
    const fault: unknown = await open(lying.url).catch((error: unknown) => error);
    await lying.close();
    expect(fault).toBeInstanceOf(EngineFault);
    expect((fault as EngineFault).message).toBe(sentence(property));
    expect((fault as EngineFault).localized.zh).toContain(engineMessages.lacking(property).message.zh);
    // The same database is taken from one that does not lie.
    await open(url);
  });

  it('an operator is told the sentence, without a stack, and an empty database stays empty', async () => {
    const own = await makeDatabase();
    const lying = await openLying(own.url, (text) =>
      text.replace('referencing old table as stale new table as fresh for', 'for'),
    );
    const config = readConfig({ PORT: '0', DATABASE_URL: lying.url, LOG_LEVEL: 'silent', SAMPLE: 'off' });
    await expect(startServer(config)).rejects.toThrow(sentence('STATEMENT_TRIGGERS'));
    const tables = lying.heard.filter((text) => /create (?:schema|table)/.test(text) && !text.includes('creditprobe'));
    await lying.close();
    await own.drop();
    expect(tables).toEqual([]);
  });
});

describe('the embedded database', () => {
  it('is taken, and one that lies about a thing is refused', async () => {
    const pglite = await PGlite.create({ dataDir: 'memory://' });
    const speaking = (lie: (text: string) => string): ProbeSession => ({
      query: async (statement) => (await pglite.query(lie(statement))).rows as never[],
      run: async (statements) => {
        await pglite.exec(lie(statements));
      },
    });
    for (const [property, , lie] of OF_ONE_SESSION) {
      await expect(probeEngine(speaking(lie)), property).rejects.toThrow(sentence(property));
      await pglite.exec('reset all');
    }
    await expect(probeEngine(speaking((text) => text))).resolves.toBeUndefined();
    await pglite.close();
  });
});
