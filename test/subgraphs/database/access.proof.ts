/**
 * What can be said again (access/) is applied by its number: only what differs, nothing that stands in no file, and never backwards.
 * A proof: it opens worlds, databases or processes of its own.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AccessFiles, accessFor, readAccess } from '../../../subgraphs/database/migrate/access.ts';
import { type Code, readMigrations } from '../../../subgraphs/database/migrate/migrate.ts';
import { ALL_ROLES, roleNames } from '../../../subgraphs/database/roles.ts';
import { onEachDatabase } from '../../kit.ts';
import { linesOf, makeOwned, type Owned } from './owned.ts';

const migrations = readMigrations();
const today = readAccess();

/** A later release: another number, and statements changed as said. */
const later = (
  number: number,
  servesFrom: number,
  change: (text: string) => string = (text) => text,
  more: readonly string[] = [],
): Code => ({
  migrations,
  access: {
    edition: {
      number: today.edition.number + number,
      servesFrom: today.edition.number + servesFrom,
      hash: `later ${number}`,
    },
    statements: [...today.statements, ...more.map((text) => ({ file: 'more.sql', text }))].map(({ file, text }) => ({
      file,
      text: change(text),
    })),
  },
});

describe('the files', () => {
  const names = roleNames('credit');
  const said = accessFor(today, 'credit', names);

  it('say each role that code names, and no other', () => {
    expect(said.roles.map(({ name }) => name).sort()).toEqual(ALL_ROLES.map((role) => names[role]).sort());
  });

  it('say each object once', () => {
    for (const kind of ['functions', 'policies', 'triggers'] as const) {
      const all = said[kind].map(({ name }) => name);
      expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
      expect(all.length).toBeGreaterThan(10);
    }
  });

  it('are those of their number: whoever changes one is told to raise it', () => {
    const changed: AccessFiles['statements'] = today.statements.map(({ file, text }) => ({ file, text: `${text} ` }));
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(today.statements));
    // readAccess() has compared them already; here is what it says otherwise.
    const folder = new URL('../../fixtures/changed-access/', import.meta.url);
    expect(() => readAccess(folder)).toThrow(
      /not those of number 7 any more\. Raise the number in database\/access\/number\.json where it was released, and set its hash to [0-9a-f]{16}\./,
    );
  });

  it('a statement of no known form is told with its file', () => {
    const odd = { ...today, statements: [{ file: 'odd.sql', text: 'drop table public_credit.record' }] };
    expect(() => accessFor(odd, 'credit', names)).toThrow(
      /^database\/access\/odd\.sql says what access\.ts has no form for\..*drop table/,
    );
    const stranger = { ...today, statements: [{ file: 'odd.sql', text: 'grant "$king" to "$login"' }] };
    expect(() => accessFor(stranger, 'credit', names)).toThrow(/"\$king" is no role/);
  });
});

describe('names of roles', () => {
  it('fit into an identifier of PostgreSQL and tell long names apart', () => {
    const long = ['a', 'b'].map((end) => `installation-of-a-province-with-a-very-long-name-indeed-${end}`);
    const chinese = '黑龙江省公共信用信息平台生产环境数据库';
    // A name that was chosen to be taken for the cut form of another.
    const cut = /^credit_(.*)_party$/.exec(roleNames(long[0] ?? '').party)?.[1] ?? '';
    const all = [...long, chinese, 'credit', cut].flatMap((database) => Object.values(roleNames(database)));
    expect(all.filter((name) => Buffer.byteLength(name) > 63)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(roleNames('credit').party).toBe('credit_credit_party');
  });
});

onEachDatabase('access by its number', (kind) => {
  let owned: Owned;
  let asMade: readonly string[];
  beforeAll(async () => {
    owned = await makeOwned(kind);
    await owned.open();
    asMade = await linesOf(owned);
  });
  beforeEach(async () => {
    // As today's code leaves it, whatever the test before did.
    await owned.ask('update public.access set number = 0');
    await owned.open();
    expect(await linesOf(owned)).toEqual(asMade);
  });
  afterAll(() => owned.drop());

  const identities = async (): Promise<ReadonlyMap<string, string>> =>
    new Map(
      (
        await owned.ask(`select 'policy ' || p.polrelid::regclass || ' ' || p.polname as name, p.oid::text || ' ' || p.xmin as made from pg_policy p
          union all select 'trigger ' || t.tgrelid::regclass || ' ' || t.tgname, t.oid::text || ' ' || t.xmin from pg_trigger t where not t.tgisinternal
          union all select 'function ' || p.oid::regprocedure, p.oid::text || ' ' || p.xmin from pg_proc p
            where p.pronamespace::regnamespace::text in ('control', 'public_credit', 'non_public_credit', 'sanctions', 'rights', 'ledger', 'statistics')`)
      ).map(({ name, made }) => [String(name), String(made)]),
    );
  const touched = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
    [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort();

  it('the same number: nothing is done', async () => {
    expect(await owned.bring({ migrations, access: today })).toBe('');
  });

  it('a greater number: only what differs is touched', async () => {
    const before = await identities();
    const said = await owned.bring(
      later(1, 0, (text) =>
        text
          .replace(
            /^(create policy own on public_credit\.display_event for select to "\$subject" using )\(.*\)$/,
            '$1(subject_id = (select control.caller_subject()) and at is not null)',
          )
          .replace(
            'update control.version set value = value + 1 where id = 1',
            'update control.version set value = value + 2 where id = 1',
          ),
      ),
    );
    expect(touched(before, await identities())).toEqual([
      'function control.touch()',
      'policy public_credit.display_event own',
    ]);
    expect(said).not.toMatch(/grant .* on|revoke|create role|create trigger/);
  });

  it('A17.2 A23.4 what was changed by hand is said again, what stands in no file is dropped', async () => {
    const { party, subject, login } = roleNames(owned.name);
    await owned.ask(`
      drop policy own on public_credit.statement_whole;
      alter policy shown on public_credit.record using (true);
      create policy backdoor on public_credit.record_whole for select to "${party}" using (true);
      grant select on public_credit.record_whole to "${party}";
      grant update (purpose) on ledger.disclosure to "${subject}";
      grant select on public_credit.subject to public;
      grant usage on schema public_credit to public;
      revoke select on public_credit.record from "${subject}";
      alter table ledger.disclosure no force row level security;
      alter table sanctions.decision disable row level security;
      create function control.mine() returns int language sql as 'select 1';
      create procedure control.tidy() language sql as 'select 1';
      create function control.today(day date) returns date language sql as 'select day';
      create or replace function control.authorizes(subject uuid, item text) returns boolean language sql security definer as 'select true';
      create trigger mine after insert on public_credit.record for each statement execute function control.touch();
      drop trigger told_update on public_credit.record;
      alter table sanctions.designation disable trigger told_update;
      alter function ledger.tell(jsonb) owner to current_user;
      alter role "${party}" bypassrls createdb;
      create role "${login.replace(/login$/, 'intruder')}" login;
      grant "${subject}" to "${login.replace(/login$/, 'intruder')}";
      grant "${roleNames(owned.name).notifier}" to "${login}";`);
    expect(await linesOf(owned)).not.toEqual(asMade);
    await owned.bring(later(1, 0));
    const lines = await linesOf(owned);
    expect({
      missing: asMade.filter((line) => !lines.includes(line)),
      more: lines.filter((line) => !asMade.includes(line)),
    }).toEqual({ missing: [], more: [] });
  });

  it('a view made by hand over what is dropped is told with what to do, and nothing is changed', async () => {
    await owned.ask(`create function control.mine() returns int language sql as 'select 1';
      create view public.mine as select control.mine() as one`);
    await expect(owned.bring(later(1, 0))).rejects.toThrow(
      /something that was made by hand uses what is replaced .*control\.mine\(\).* Nothing was changed\. Drop what depends on it/,
    );
    expect(await owned.ask('select one from public.mine')).toEqual([{ one: 1 }]);
    await owned.ask('drop view public.mine');
  });

  it('the release before goes on over a newer number that serves it: it applies nothing, and opens', async () => {
    await owned.bring(
      later(1, 0, undefined, [
        `create function control.new_word() returns text language sql stable return 'new'`,
        'create policy newer on public_credit.correction for select to "$authority" using (true)',
        'grant execute on function control.new_word() to "$authority"',
      ]),
    );
    const newer = await linesOf(owned);
    expect(newer.length).toBe(asMade.length + 3);
    expect(await owned.bring({ migrations, access: today })).toBe('');
    await owned.open();
    expect(await linesOf(owned)).toEqual(newer);
  });

  it('A17.1 a newer number that does not serve this code is refused with what to do, and nothing is changed', async () => {
    await owned.bring(later(2, 1));
    const newer = await linesOf(owned);
    const { number } = today.edition;
    await expect(owned.open()).rejects.toThrow(
      `The database is newer than this code: it has the access of number ${number + 2}, which serves code from number ${number + 1} on, and this code has ${number}. Start the newer release, or go back to a copy of the database that was made before.`,
    );
    expect(await linesOf(owned)).toEqual(newer);
  });

  it('a migration that this code does not know is refused, unless a newer number serves this code', async () => {
    await owned.ask(`insert into public.migration (name) values ('0099')`);
    try {
      await expect(owned.open()).rejects.toThrow(
        'The database is newer than this code: it has the migration 0099, which this code does not know. Start the release that brought it, or go back to a copy of the database that was made before.',
      );
      await owned.ask(`update public.access set number = number + 1, serves_from = ${today.edition.number}`);
      await owned.open();
    } finally {
      await owned.ask(`delete from public.migration where name = '0099'`);
    }
  });

  it('the same number with another text is refused: two releases must not undo each other', async () => {
    await owned.ask(`update public.access set hash = 'another'`);
    await expect(owned.open()).rejects.toThrow(
      /has the access of number \d+ with another text than this code\. Raise the number in database\/access\/number\.json/,
    );
    await owned.ask(`update public.access set hash = '${today.edition.hash}'`);
  });

  it('a migration that fails leaves the database as it was', async () => {
    const [MORE, description] = ['create table control.more (id int)', { en: 'More.', zh: '更多。' }];
    const failing = {
      ...later(1, 0),
      migrations: [
        ...migrations,
        { name: '9999', description, statements: [MORE, 'update control.version set value = 1 / 0'] },
      ],
    };
    await expect(owned.bring(failing)).rejects.toThrow(/division by zero/);
    await owned.bring({
      ...failing,
      migrations: [...migrations, { name: '9999', description, statements: [MORE] }],
    });
    expect(await owned.ask('select name from public.migration order by 1')).toEqual([
      ...migrations.map(({ name }) => ({ name })),
      { name: '9999' },
    ]);
    await owned.ask(`drop table control.more; delete from public.migration where name = '9999'`);
  });
});
