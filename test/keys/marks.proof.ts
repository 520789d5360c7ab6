/**
 * A key file that is not the one of a database opens it nowhere, and nothing in it is changed: on a database of this release, and on one of before, whose
 * keys are proved against what it holds. A proof, because it makes databases of its own on both servers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyGuard } from '../../subgraphs/keys/marks.ts';
import type { KeyDatabase } from '../../subgraphs/keys/prove.ts';
import { freshSecrets, type SecretsConfig } from '../../subgraphs/keys/secrets.ts';
import { onEachDatabase } from '../kit.ts';
import { contentOf, FIXTURE, linesOf, makeOwned, type Owned, oldDatabase } from '../subgraphs/database/owned.ts';

const keys = JSON.parse(readFileSync(join(FIXTURE, 'secrets.json'), 'utf8')) as SecretsConfig;
const other = freshSecrets();
const sealing = keys.sealing[0] ?? { id: '', key: '' };
const fresh = other.sealing[0] ?? { id: '', key: '' };

/** What is wrong, the file, and what is said of it. */
const WRONG: readonly (readonly [name: string, file: SecretsConfig, told: RegExp])[] = [
  [
    'the index key of another province',
    { ...keys, index: other.index },
    /^The key index of the key file is not the one/,
  ],
  [
    'another key under the id of a sealing key',
    { ...keys, sealing: [{ id: sealing.id, key: fresh.key }] },
    new RegExp(`^The database knows the sealing key ${sealing.id}, and the key file has another key under this id`),
  ],
  [
    'ids exchanged',
    {
      ...keys,
      sealing: [
        { id: sealing.id, key: fresh.key },
        { id: fresh.id, key: sealing.key },
      ],
    },
    /another key under this id: the ids may be exchanged/,
  ],
  [
    'a sealing key missing',
    { ...keys, sealing: [fresh] },
    new RegExp(`sealed with ${sealing.id}, and sealing in the key file has no`),
  ],
  ['everything of another province', other, /Nothing was changed\.$/],
];

onEachDatabase('a database and its keys', (kind) => {
  let owned: Owned;
  let asked: KeyDatabase;
  beforeAll(async () => {
    owned = await makeOwned(kind);
    await owned.ask(oldDatabase());
    asked = owned.asOwner();
  });
  afterAll(() => owned.drop());

  const stand = async () => [await linesOf(owned), await contentOf(owned)];
  const refused = (file: SecretsConfig) =>
    keyGuard(file)
      .check(asked)
      .then(
        () => 'taken',
        (error: Error) => error.message,
      );

  it.each(WRONG)(
    'adversarial 94 A23.1: a database of before, without marks, is not opened with %s',
    async (_name, file, told) => {
      const before = await stand();
      expect(await refused(file)).toMatch(told);
      expect(await stand()).toEqual(before);
    },
  );

  it('adversarial 94: proves them too as an owner whom row policies bind, and leaves the policies as they were', async () => {
    const own = await makeOwned(kind);
    try {
      await own.ask(oldDatabase());
      const role = `bound_${own.name}`.slice(0, 60);
      const owner = own.asOwner();
      await owner.run(`create role "${role}"; do $$ declare t record; begin
        for t in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname in ('control', 'public_credit', 'non_public_credit', 'sanctions', 'rights', 'ledger', 'statistics')
        loop execute format('alter table %I.%I owner to "${role}"', t.nspname, t.relname); end loop;
        for t in select nspname from pg_namespace where nspname in ('control', 'public_credit', 'non_public_credit', 'sanctions', 'rights', 'ledger', 'statistics')
        loop execute format('alter schema %I owner to "${role}"', t.nspname); end loop; end $$`);
      const before = await linesOf(own);
      await owner.run(`set role "${role}"`);
      const [{ seen } = { seen: -1 }] = await owner.query<{ seen: number }>(
        `select count(*)::int as seen from public_credit.record_whole`,
      );
      expect(seen).toBe(0);
      await keyGuard(keys).check(owner);
      await expect(keyGuard({ ...keys, index: other.index }).check(owner)).rejects.toThrow(
        'The key index of the key file is not the one',
      );
      await expect(keyGuard({ ...keys, sealing: [fresh] }).check(owner)).rejects.toThrow(`sealed with ${sealing.id}`);
      await owner.run('reset role');
      expect(await linesOf(own)).toEqual(before);
      await owner.run(`reassign owned by "${role}" to current_user; drop role "${role}"`);
    } finally {
      await own.drop();
    }
  });

  it('adversarial 97: one row that is damaged makes no wrong key', async () => {
    await owned.ask(
      `update public_credit.subject_whole set sealed = decode(md5('1'), 'hex') || sealed where subject_id = (select min(subject_id::text)::uuid from public_credit.subject_whole)`,
    );
    expect(await refused(keys)).toBe('taken');
  });

  it('a database of before is opened with its own keys, and has their marks then', async () => {
    await keyGuard(keys).check(asked);
    await owned.open();
    await keyGuard(keys).remember(asked);
    const marks = await owned.ask(`select kind, id, length(mark) as bytes from control.key_mark order by kind`);
    expect(marks).toMatchObject([
      { kind: 'INDEX', id: 'index', bytes: 16 },
      { kind: 'PSEUDONYM', id: 'pseudonym', bytes: 16 },
      { kind: 'SEALING', id: sealing.id },
    ]);
    // No mark holds a key, or the beginning of one.
    const held = JSON.stringify(await owned.ask(`select encode(mark, 'hex') as mark from control.key_mark`));
    for (const key of [keys.index, keys.pseudonym, sealing.key])
      expect(held).not.toContain(Buffer.from(key, 'base64').subarray(0, 6).toString('hex'));
  });

  it.each([
    ...WRONG,
    [
      'another pseudonym key',
      { ...keys, pseudonym: other.pseudonym },
      /^The key pseudonym of the key file is not the one/,
    ] as const,
  ])('adversarial 94: a database with marks is not opened with %s', async (_name, file, told) => {
    const before = await stand();
    expect(await refused(file)).toMatch(told);
    expect(await stand()).toEqual(before);
  });

  it('is opened with a new key behind the old one, and without it until it sealed; then never without it', async () => {
    const added = { ...keys, sealing: [sealing, fresh] };
    await keyGuard(added).check(asked);
    await keyGuard(added).remember(asked);
    // It has sealed nothing yet: a machine that has not got the new file still starts.
    expect(await refused(keys)).toBe('taken');
    const first = { ...keys, sealing: [fresh, sealing] };
    await keyGuard(first).check(asked);
    await keyGuard(first).remember(asked);
    const seals = (id: string) =>
      owned.ask(`insert into control.process (id, host, pid, version, started_at, believed_until, sealing, seals_with, signing, signs_with)
        values (gen_random_uuid(), 'elsewhere', 7, '0.2.0', now(), now() + interval '1 minute', '{}', '${id}', '{}', '')`);
    await seals(fresh.id);
    expect(await refused(keys)).toMatch(
      new RegExp(`sealed with ${fresh.id}, and sealing in the key file has no such key`),
    );
    await owned.ask('delete from control.process');
  });

  it('is opened without a key that nothing is sealed with, as a backup from between resealing and taking it out has one', async () => {
    const [third] = freshSecrets().sealing;
    if (third === undefined) throw new Error('There is no key.');
    const before = { ...keys, sealing: [third, fresh, sealing] };
    await keyGuard(before).check(asked);
    await keyGuard(before).remember(asked);
    const now = { ...keys, sealing: [fresh, sealing] };
    await keyGuard(now).check(asked);
    await keyGuard(now).remember(asked);
    expect(await owned.ask(`select id from control.key_mark where retired_at is not null`)).toEqual([{ id: third.id }]);
    expect(await refused(before)).toMatch(`${third.id}, was taken out of use`);
  });

  it('a key that was taken out of use may still lie in a file, and seals nothing any more', async () => {
    await owned.ask(`update control.key_mark set retired_at = now() where id = '${sealing.id}'`);
    await keyGuard({ ...keys, sealing: [fresh] }).check(asked);
    await keyGuard({ ...keys, sealing: [fresh, sealing] }).check(asked);
    expect(await refused({ ...keys, sealing: [sealing, fresh] })).toMatch(
      `The first key of sealing, ${sealing.id}, was taken out of use: nothing may be sealed with it any more.`,
    );
  });
});
