/**
 * Several installations on one PostgreSQL server, several servers of one installation, and owners with no more rights than they need.
 * A proof: it opens worlds, databases or processes of its own.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../subgraphs/database/database.ts';
import { readAccess } from '../../../subgraphs/database/migrate/access.ts';
import { readMigrations } from '../../../subgraphs/database/migrate/migrate.ts';
import { openDatabase } from '../../../subgraphs/database/open.ts';
import { roleNames } from '../../../subgraphs/database/roles.ts';
import { ENTITIES } from '../../../subgraphs/entities.ts';
import { databases, TODAY } from '../../kit.ts';
import { linesOf, makeOwned, type Owned } from './owned.ts';

const OPERATOR = {
  role: 'OPERATOR',
  unit: 'HLJ-CREDIT',
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: TODAY,
} as const;

const named = (name: string) => (database: Database) =>
  database.write(OPERATOR, 'control', (em) =>
    em.execute(
      `insert into control.unit (code, name, name_en, kind, level) values ('${name}', '单位', 'Unit', 'PROVIDER', 'CITY')`,
    ),
  );

const unitsOf = async (database: Database): Promise<readonly string[]> => {
  const reading = await database.read(OPERATOR);
  const rows = await reading.query<{ code: string }>(
    { name: 'units', text: 'select code from control.unit order by 1' },
    [],
  );
  await reading.close();
  return rows.map(({ code }) => code);
};

const open = (owned: Owned, loginPassword: string) =>
  openDatabase({ entities: ENTITIES, url: owned.url, loginPassword, poolSize: 2 });

const asLogin = (owned: Owned, of: Owned): pg.Client => {
  const url = new URL(owned.url ?? '');
  url.username = roleNames(of.name).login;
  return new pg.Client({ connectionString: url.href });
};

describe.runIf(databases().includes('postgresql'))('installations on one server', () => {
  let first: Owned;
  let second: Owned;
  beforeAll(async () => {
    first = await makeOwned('postgresql');
    second = await makeOwned('postgresql');
  });
  afterAll(async () => {
    await first.drop();
    await second.drop();
  });

  it('A17.1 A23.4 two go on beside each other, each with a login and a password of its own', async () => {
    const password = async (owned: Owned): Promise<unknown> =>
      (await owned.ask(`select rolpassword from pg_authid where rolname = '${roleNames(owned.name).login}'`))[0]
        ?.rolpassword;
    const one = await open(first, 'the password of the first');
    await named('ONE')(one);
    const ofFirst = await password(first);
    expect(ofFirst).toMatch(/^(?:SCRAM-SHA-256|md5)/);
    const two = await open(second, 'another password');
    await named('TWO')(two);
    expect(await password(first)).toBe(ofFirst);
    // Each starts again beside the other.
    const ofSecond = await password(second);
    const again = await open(first, 'the password of the first');
    expect(await password(second)).toBe(ofSecond);
    for (const database of [one, again]) expect(await unitsOf(database)).toEqual(['ONE']);
    expect(await unitsOf(two)).toEqual(['TWO']);
    for (const database of [one, two, again]) await database.close();
  });

  it('A17.1 A23.4 the login of one cannot connect to the database of the other, and may become none of its roles', async () => {
    for (const [owned, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const stranger = asLogin(owned, other);
      await expect(stranger.connect()).rejects.toMatchObject({ code: '42501' });
      const own = asLogin(other, other);
      await own.connect();
      await own.query(`set role "${roleNames(other.name).party}"`);
      await own.query('reset role');
      await expect(own.query(`set role "${roleNames(owned.name).party}"`)).rejects.toMatchObject({ code: '42501' });
      await own.end();
    }
  });

  it('a copy of a database gets roles of its own, and the one that was copied keeps its own', async () => {
    const before = await linesOf(first);
    const copy = `${first.name}_copy`;
    await second.ask(`create database ${copy} template ${first.name}`);
    const url = new URL(first.url ?? '');
    url.pathname = `/${copy}`;
    const database = await openDatabase({ entities: ENTITIES, url: url.href, loginPassword: 'of the copy' });
    try {
      expect(database.roleName('party')).toBe(`credit_${copy}_party`);
      expect(await unitsOf(database)).toEqual(['ONE']);
    } finally {
      await database.close();
    }
    expect(await linesOf({ ...first, name: copy, ask: (text) => askAt(url.href, text) })).toEqual(before);
    expect(await linesOf(first)).toEqual(before);
    await askAt(url.href, `update public.access set number = number + 1, database = 'elsewhere'`);
    await expect(openDatabase({ entities: ENTITIES, url: url.href, loginPassword: 'of the copy' })).rejects.toThrow(
      /was copied, renamed or brought from another server.*Start that release once/,
    );
    await second.ask(`drop database ${copy} with (force)`);
    await second.ask(`drop role ${Object.values(roleNames(copy)).join(', ')}`);
  });

  it.each(['of "ours", (%s) 数据', 'a%%41_%s'])('a database may have any name: %s', async (form) => {
    const name = form.replace('%s', first.name).replace('%%', '%');
    const quoted = `"${name.replaceAll('"', '""')}"`;
    await first.ask(`create database ${quoted}`);
    const url = new URL(first.url ?? '');
    url.pathname = `/${encodeURI(name)}`;
    for (const password of ['one', 'an%41other@:/']) {
      const database = await openDatabase({ entities: ENTITIES, url: url.href, loginPassword: password });
      expect(await unitsOf(database)).toEqual([]);
      expect(database.roleName('party')).toBe(roleNames(name).party);
      await database.close();
    }
    await first.ask(`drop database ${quoted} with (force)`);
    const roles = Object.values(roleNames(name)).map((role) => `"${role.replaceAll('"', '""')}"`);
    await first.ask(`drop role ${roles.join(', ')}`);
  });

  it('a database that was renamed leaves no roles under its old name', async () => {
    const renamed = await makeOwned('postgresql');
    const name = `${renamed.name}_new`;
    await renamed.open();
    await first.ask(`alter database ${renamed.name} rename to ${name}`);
    const url = new URL(renamed.url ?? '');
    url.pathname = `/${name}`;
    await (await openDatabase({ entities: ENTITIES, url: url.href, loginPassword: 'renamed' })).close();
    const roles = Object.values(roleNames(renamed.name)).map((role) => `'${role}'`);
    expect(await first.ask(`select rolname from pg_roles where rolname in (${roles.join(', ')})`)).toEqual([]);
    await first.ask(`drop database ${name} with (force)`);
    await first.ask(`drop role ${Object.values(roleNames(name)).join(', ')}`);
  });

  it('two servers that start together bring a database up once', async () => {
    const owned = await makeOwned('postgresql');
    const both = await Promise.all([open(owned, 'together'), open(owned, 'together')]);
    for (const database of both) expect(await unitsOf(database)).toEqual([]);
    expect(await owned.ask('select name from public.migration order by name')).toEqual(
      readMigrations().map(({ name }) => ({ name })),
    );
    for (const database of both) await database.close();
    await owned.drop();
  });

  it('a table that somebody holds for long is told, and nothing is changed', async () => {
    const before = await linesOf(first);
    const holding = new pg.Client({ connectionString: first.url });
    await holding.connect();
    await holding.query('begin; select from public_credit.record');
    const access = readAccess();
    const code = {
      migrations: readMigrations(),
      access: {
        edition: { ...access.edition, number: access.edition.number + 1, hash: 'later' },
        statements: access.statements.map(({ file, text }) => ({
          file,
          text: text.replace(/^(create policy due on public_credit\.record .*) using \(true\)/, '$1 using (current)'),
        })),
      },
    };
    await expect(first.bring(code)).rejects.toThrow(
      /^The row policies cannot be brought to number \d+: somebody has used a table for longer than 20 s\. Nothing was changed\. Start again, or end the transaction that is open \(pg_stat_activity\)\.$/,
    );
    expect(await linesOf(first)).toEqual(before);
    await holding.query('commit');
    await holding.end();
    await first.bring(code);
    expect(await linesOf(first)).not.toEqual(before);
  });

  it('an owner of the database who is no superuser and may make roles is enough', async () => {
    const owned = await makeOwned('postgresql');
    const owner = `owner_of_${owned.name}`;
    await owned.ask(`create role ${owner} login createrole; alter database ${owned.name} owner to ${owner}`);
    const url = new URL(owned.url ?? '');
    url.username = owner;
    try {
      const database = await openDatabase({ entities: ENTITIES, url: url.href, loginPassword: 'of an owner' });
      await named('OWN')(database);
      expect(await unitsOf(database)).toEqual(['OWN']);
      await database.close();
      const ofHerald = await owned.ask(
        `select count(*)::int as number from pg_proc where pg_get_userbyid(proowner) = '${roleNames(owned.name).notifier}'`,
      );
      expect(ofHerald[0]?.number).toBeGreaterThan(15);
      // Nor does somebody who owns only the schemas get by: he cannot close the database.
      await owned.ask(`alter database ${owned.name} owner to current_user; grant connect on database ${owned.name} to public;
        update public.access set number = 0`);
      await expect(openDatabase({ entities: ENTITIES, url: url.href, loginPassword: 'of an owner' })).rejects.toThrow(
        /must own the database and its schemas/,
      );
    } finally {
      await owned.drop();
      await first.ask(`drop role ${owner}`);
    }
  });
});

async function askAt(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(text);
    return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
  } finally {
    await client.end();
  }
}
