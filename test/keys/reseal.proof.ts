/**
 * What old keys sealed moves to the first one: every place is on the list, each row opens before, during and after, and nothing that is written meanwhile is
 * lost. A proof, because it fills worlds of its own on both databases.
 */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsByKey } from '../../gateway/keys/key-rows.ts';
import { OF_PLATFORM } from '../../gateway/keys/presence.ts';
import { resealAll } from '../../gateway/keys/reseal.ts';
import { readSecrets } from '../../gateway/settings/key-file.ts';
import type { Database } from '../../subgraphs/database/database.ts';
import { SEALED_PLACES } from '../../subgraphs/keys/sealed-places.ts';
import { freshSecrets, openSecrets, type Secrets, type SecretsConfig } from '../../subgraphs/keys/secrets.ts';
import { onEachDatabase, openWorld, type World } from '../kit.ts';
import { fill, overwrite, rowsOf } from './filled.ts';

/** Columns that hold bytes beside a key's id and are not sealed. */
const NOT_SEALED: Readonly<Record<string, string>> = {
  'ledger.report.digest': 'hash of a token, to compare it with',
  'ledger.checkpoint.root': 'public root of the tree; its key is one that signs',
  'ledger.checkpoint.signature': 'public signature; its key is one that signs',
};

onEachDatabase('resealing', (kind) => {
  let world: World;
  let old: SecretsConfig;
  let both: Secrets;
  let rotated: SecretsConfig;
  let database: Database;
  beforeAll(async () => {
    world = await openWorld(kind);
    await fill(world);
    ({ database } = world.server.platform);
    old = readSecrets(join(world.folder, 'secrets.json')).secrets;
    rotated = { ...old, sealing: [...freshSecrets().sealing, ...old.sealing] };
    both = openSecrets(rotated);
  });
  afterAll(() => world.close());

  const first = (): string => rotated.sealing[0]?.id ?? '';
  /** Rows of all places that open with these keys alone, and those that do not. */
  async function opened(secrets: Secrets): Promise<{ open: number; closed: number }> {
    const count = { open: 0, closed: 0 };
    for (const place of SEALED_PLACES)
      for (const { sealed, key, bound } of await rowsOf(world, place)) {
        try {
          secrets.unseal({ sealed: Buffer.from(sealed), keyId: key }, bound);
          count.open += 1;
        } catch {
          count.closed += 1;
        }
      }
    return count;
  }

  describe('the list of places', () => {
    it('A36.2 has every column that is sealed: each column of bytes in a table that names a key, whatever it is called', async () => {
      const columns = await database.execute<{ table: string; bytes: string[]; keys: string[] }>(
        OF_PLATFORM,
        'reseal',
        {
          name: 'test-columns',
          text: `select n.nspname || '.' || c.relname as table,
              array_agg(a.attname::text) filter (where a.atttypid = 'bytea'::regtype) as bytes,
              array_agg(a.attname::text) filter (where a.atttypid = 'text'::regtype and a.attname ~ '(^key_id$|_key$)') as keys
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and a.attnum > 0 and not a.attisdropped
            group by 1`,
        },
        [],
      );
      const sealed = columns
        .filter(({ keys }) => (keys ?? []).some((name) => /^(?:key_id|basis_key|form_key)$/.test(name)))
        .flatMap(({ table, bytes }) => (bytes ?? []).map((column) => `${table}.${column}`))
        .filter((column) => !(column in NOT_SEALED));
      expect(sealed.sort()).toEqual(SEALED_PLACES.map(({ table, sealed: column }) => `${table}.${column}`).sort());
      // And by name, wherever a column is called so.
      const named = columns.flatMap(({ table, bytes }) =>
        (bytes ?? []).filter((name) => name.includes('sealed')).map((name) => `${table}.${name}`),
      );
      for (const column of named) expect(sealed).toContain(column);
    });

    it('says of every row what it is bound to: all open before', async () => {
      for (const place of SEALED_PLACES) expect((await rowsOf(world, place)).length, place.table).toBeGreaterThan(0);
      expect(await opened(openSecrets(old))).toMatchObject({ closed: 0 });
    });
  });

  it('A17.1 may be stopped after any slice: every row opens with the keys of the file, and the next run goes on', async () => {
    const before = await opened(both);
    let slices = 0;
    for (let isDone = false; !isDone; slices += 1) {
      const { stopped } = await resealAll(
        { database, secrets: both, to: first() },
        () => undefined,
        () => false,
      );
      isDone = !stopped;
      expect(await opened(both)).toEqual({ open: before.open, closed: 0 });
    }
    expect(slices).toBeGreaterThan(5);
    expect(await opened(openSecrets({ ...old, sealing: rotated.sealing.slice(0, 1) }))).toEqual({
      open: before.open,
      closed: 0,
    });
    expect((await rowsByKey(database)).every(({ key }) => key === first())).toBe(true);
  });

  it('A36.2 a row that is written between reading and replacing keeps what was written', async () => {
    // The other way round now: everything goes back to the old key.
    const back = openSecrets({ ...rotated, sealing: rotated.sealing.toReversed() });
    const place = SEALED_PLACES.find(({ table }) => table === 'public_credit.known_values');
    if (place === undefined) throw new Error('There is no such place.');
    const [row] = await rowsOf(world, place);
    if (row === undefined) throw new Error('There is no such row.');
    let written = false;
    const between: Database = {
      ...database,
      execute: async (session, role, statement, parameters) => {
        if (!written && statement.name.startsWith('reseal-write:public_credit.known_values')) {
          written = true;
          const { sealed, keyId } = both.seal({ personal: [], found: [], open: ['meanwhile'] }, row.bound);
          await overwrite(world, place, row, sealed, keyId);
        }
        return database.execute(session, role, statement, parameters);
      },
    };
    const to = old.sealing[0]?.id ?? '';
    const all = (await opened(both)).open;
    const { moved } = await resealAll(
      { database: between, secrets: back, to },
      () => undefined,
      () => true,
    );
    expect([written, moved]).toEqual([true, all - 1]);
    const [now] = await rowsOf(world, place);
    expect(both.unseal({ sealed: Buffer.from(now?.sealed ?? []), keyId: now?.key ?? '' }, row.bound)).toMatchObject({
      open: ['meanwhile'],
    });
    // The next run takes it along.
    expect(
      (
        await resealAll(
          { database, secrets: back, to },
          () => undefined,
          () => true,
        )
      ).moved,
    ).toBe(1);
  });

  it('adversarial 97: a row that no key opens stays as it is, is told, and keeps no other from moving', async () => {
    const place = SEALED_PLACES[0];
    const [row, other] = place === undefined ? [] : await rowsOf(world, place);
    if (place === undefined || row === undefined || other === undefined) throw new Error('There is no such row.');
    await overwrite(world, place, row, Buffer.from(other.sealed), row.key);
    const { moved, unreadable } = await resealAll(
      { database, secrets: both, to: first() },
      () => undefined,
      () => true,
    );
    expect(unreadable).toEqual([{ place: 'public_credit.record_whole.sealed', rows: 1 }]);
    expect(moved).toBe((await opened(both)).open);
    await overwrite(world, place, row, Buffer.from(row.sealed), row.key);
  });

  it('changes nothing but the sealed columns: the role that does it can read and write no other', async () => {
    for (const text of [
      'select content from public_credit.record_form',
      'select item from public_credit.record_whole',
      'select url from ledger.webhook',
      'update public_credit.known_values set redaction = 1',
      'delete from public_credit.record_whole',
      `insert into public_credit.subject_alias (alias_id, subject_id, reason, joined_at, sealed, key_id) values (gen_random_uuid(), gen_random_uuid(), '', now(), '', '')`,
      'select from public_credit.record',
    ])
      await expect(
        database.execute(OF_PLATFORM, 'reseal', { name: text.slice(0, 40), text }, []),
        text,
      ).rejects.toThrow('permission denied');
  });
});
