/** Tampering with the ledger, each way of it, is found by reading it through (Article 17). */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRY_COLUMNS, storedCanonical } from '../../subgraphs/ledger/entry.ts';
import { databases, OPERATOR, openWorld, type World } from '../kit.ts';
import { disclose, VERIFY } from './ledger-questions.ts';

// Tampering needs the owner of the tables, whom the embedded database gives to nobody once it is open.
describe.runIf(databases().includes('postgresql'))('tampering with the ledger', () => {
  let world: World;
  let owner: pg.Client;
  /** Places of the entries and of the leaves of nothing, in order. */
  let entries: readonly number[];
  let nothing: readonly number[];
  beforeAll(async () => {
    world = await openWorld('postgresql');
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await disclose(world, 10);
    await world.publish();
    const places = async (table: string): Promise<readonly number[]> =>
      (await owner.query(`select leaf_index::int as place from ${table} order by 1`)).rows.map(({ place }) => place);
    entries = await places('ledger.leaf');
    nothing = await places(`ledger.padding where content = ''`);
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  /** What verification says after the statements; they are undone. */
  const after = async (...statements: readonly string[]) => {
    const tables = ['disclosure', 'leaf', 'padding', 'node', 'checkpoint', 'pending'];
    for (const table of tables) await owner.query(`create table public.kept_${table} as table ledger.${table}`);
    try {
      for (const statement of statements) await owner.query(statement);
      const { data, errors } = await world.ask(OPERATOR, VERIFY);
      expect(errors).toBeUndefined();
      return data.verifyLedger;
    } finally {
      for (const table of tables) {
        await owner.query(`delete from ledger.${table}`);
        await owner.query(`insert into ledger.${table} select * from public.kept_${table}`);
        await owner.query(`drop table public.kept_${table}`);
      }
    }
  };
  /** The place of the n-th entry, and its id. */
  const placeOf = (number: number): number => entries[number] as number;
  const entry = (number: number): string => `(select entry_id from ledger.leaf where leaf_index = ${placeOf(number)})`;

  it('A17.2 adversarial 68: an edited entry is found, in whichever column', async () => {
    for (const change of [
      `unit = 'BANK-B'`,
      `purpose = 'AWARD'`,
      `seen = 'WHOLE'`,
      `items = '{}'`,
      `records = '[]'`,
      `bases = '[]'`,
      `at = at + interval '1 hour'`,
      `channel = 'WINDOW'`,
      `subject_id = gen_random_uuid()`,
      `request_id = gen_random_uuid()`,
      `case_reference = 'x'`,
      `role = 'OPERATOR'`,
      `salt = decode('00', 'hex')`,
      `commitment = decode('00', 'hex')`,
    ])
      expect([change, await after(`update ledger.disclosure set ${change} where id = ${entry(4)}`)]).toMatchObject([
        change,
        { intact: false, firstBroken: placeOf(4), fault: 'EDITED' },
      ]);
  });

  it('A17.2 a removed entry is found, its leaf gone with it or not', async () => {
    expect(await after(`delete from ledger.disclosure where id = ${entry(7)}`)).toMatchObject({
      intact: false,
      firstBroken: placeOf(7),
      fault: 'REMOVED',
    });
    expect(
      await after(
        `delete from ledger.disclosure where id = ${entry(7)}`,
        `delete from ledger.leaf where leaf_index = ${placeOf(7)}`,
      ),
    ).toMatchObject({ intact: false, firstBroken: placeOf(7), fault: 'REMOVED' });
    expect(
      await after(
        `delete from ledger.disclosure where id = ${entry(7)}`,
        `delete from ledger.leaf where leaf_index = ${placeOf(7)}`,
        ...['leaf', 'padding'].flatMap((table) => [
          `update ledger.${table} set leaf_index = -leaf_index where leaf_index > ${placeOf(7)}`,
          `update ledger.${table} set leaf_index = -leaf_index - 1 where leaf_index < 0`,
        ]),
      ),
    ).toMatchObject({ intact: false, firstBroken: placeOf(7), fault: 'REORDERED' });
  });

  it('A17.2 adversarial 68: reordered entries are found', async () => {
    expect(
      await after(
        `update ledger.leaf set leaf_index = -1 where leaf_index = ${placeOf(3)}`,
        `update ledger.leaf set leaf_index = ${placeOf(3)} where leaf_index = ${placeOf(5)}`,
        `update ledger.leaf set leaf_index = ${placeOf(5)} where leaf_index = -1`,
      ),
    ).toMatchObject({ intact: false, firstBroken: placeOf(3), fault: 'REORDERED' });
  });

  it('A17.2 adversarial 68: a ledger cut off at its end is found', async () => {
    expect(
      await after(
        `delete from ledger.disclosure where id in (select entry_id from ledger.leaf where leaf_index >= 15)`,
        `delete from ledger.leaf where leaf_index >= 15`,
        `delete from ledger.padding where leaf_index >= 15`,
        `delete from ledger.node where (index + 1) * (1 << level) > 15`,
      ),
    ).toMatchObject({ intact: false, firstBroken: 15, fault: 'TRUNCATED' });
  });

  it('A17.2 one whose checkpoints were cut off too is found by whoever kept one', async () => {
    const { data } = await world.ask(OPERATOR, '{ ledgerCheckpoint { size rootHash } }');
    const kept = data.ledgerCheckpoint;
    const tables = ['disclosure', 'leaf', 'padding', 'node', 'checkpoint'];
    for (const table of tables) await owner.query(`create table public.kept_${table} as table ledger.${table}`);
    for (const table of tables) await owner.query(`delete from ledger.${table}`);
    const gone = await world.ask(OPERATOR, VERIFY, kept);
    const silent = await world.ask(OPERATOR, VERIFY);
    for (const table of tables) {
      await owner.query(`insert into ledger.${table} select * from public.kept_${table}`);
      await owner.query(`drop table public.kept_${table}`);
    }
    expect(silent.data.verifyLedger).toMatchObject({ intact: true, entries: 0 });
    expect(gone.data.verifyLedger).toMatchObject({ intact: false, firstBroken: 0, fault: 'TRUNCATED' });
  });

  it('A17.2 an entry put in beside the tree is found, a changed node and a changed checkpoint too', async () => {
    expect(
      await after(
        `insert into ledger.disclosure select gen_random_uuid(), subject_id, at, request_id, role, unit, purpose, case_reference,
           channel, seen, items, records, bases, salt, commitment, erased_at, erasure_reason
         from ledger.disclosure where id = ${entry(2)}`,
      ),
    ).toMatchObject({ intact: false, fault: 'ADDED' });
    expect(
      await after(`update ledger.node set hash = decode(repeat('00', 32), 'hex') where level = 2 and index = 1`),
    ).toMatchObject({ intact: false, fault: 'TREE' });
    expect(await after(`update ledger.checkpoint set signed_at = signed_at + interval '1 second'`)).toMatchObject({
      intact: false,
      fault: 'CHECKPOINT',
    });
    expect(await after(`update ledger.checkpoint set root = decode(repeat('00', 32), 'hex')`)).toMatchObject({
      intact: false,
      fault: 'CHECKPOINT',
    });
  });

  /** Columns of an erased entry with the commitment of what its leaf opened to: an entry that somebody says there was. */
  const erased = (id: string, place: number): readonly string[] => [
    `insert into ledger.disclosure select '${id}', null, at, request_id, role, null, null, null, channel, seen, '{}', '[]', '[]', null,
       sha256(p.salt || convert_to(p.content, 'UTF8')), now(), 'test'
     from (select * from ledger.disclosure limit 1) d, ledger.padding p where p.leaf_index = ${place}`,
    `delete from ledger.padding where leaf_index = ${place}`,
    `insert into ledger.leaf values (${place}, '${id}')`,
  ];

  it('A17.2 A23.5 a leaf of nothing that is made an entry is found, called erased or not', async () => {
    const place = nothing[30] as number;
    const id = 'aaaaaaaa-0000-4000-8000-000000000000';
    const told = [
      `insert into ledger.disclosure select '${id}', subject_id, at, request_id, role, 'BANK-B', purpose, case_reference, channel, seen,
         items, records, bases, p.salt, sha256(p.salt || convert_to(p.content, 'UTF8')), null, null
       from (select * from ledger.disclosure limit 1) d, ledger.padding p where p.leaf_index = ${place}`,
      `delete from ledger.padding where leaf_index = ${place}`,
      `insert into ledger.leaf values (${place}, '${id}')`,
    ];
    expect(await after(...told)).toMatchObject({ intact: false, firstBroken: place, fault: 'EDITED' });
    // Both at one place.
    expect(await after(...told.filter((one) => !one.startsWith('delete')))).toMatchObject({ intact: false });
    // Of an erased entry nothing but its commitment is left: the number of entries that stands in the tree finds it.
    expect(await after(...erased(id, place))).toMatchObject({ intact: false, firstBroken: 0, fault: 'ADDED' });
    const { rows } = await owner.query(`select leaf_index::int as place from ledger.padding where content <> ''`);
    expect(rows).toHaveLength(1);
    expect(await after(...erased(id, rows[0].place))).toMatchObject({ intact: false, firstBroken: 0, fault: 'ADDED' });
    expect(
      await after(`update ledger.padding set content = '21' where content <> ''`, ...erased(id, place)),
    ).toMatchObject({
      intact: false,
      fault: 'REMOVED',
    });
  });

  it('A17.2 A23.5 an entry that is hidden as a leaf of nothing is found, and a leaf of nothing that is changed or gone', async () => {
    const hidden = (salt: string, content: string): readonly string[] => [
      `insert into ledger.padding select ${placeOf(7)}, ${salt}, ${content} from ledger.disclosure where id = ${entry(7)}`,
      `delete from ledger.disclosure where id = ${entry(7)}`,
      `delete from ledger.leaf where leaf_index = ${placeOf(7)}`,
    ];
    const { rows } = await owner.query(`select ${ENTRY_COLUMNS} from ledger.disclosure d where id = ${entry(7)}`);
    const content = storedCanonical(rows[0]).replaceAll("'", "''");
    for (const [salt, opens] of [
      ['salt', `''`],
      [`decode(repeat('00', 16), 'hex')`, `''`],
      // What opens the leaf is what the entry said: that is no leaf of nothing.
      ['salt', `'${content}'`],
    ] as const)
      expect([opens, await after(...hidden(salt, opens))]).toMatchObject([
        opens,
        { intact: false, firstBroken: placeOf(7), fault: 'REMOVED' },
      ]);
    const [first, second] = [nothing[10] as number, nothing[20] as number];
    for (const [change, fault] of [
      [`delete from ledger.padding where leaf_index = ${first}`, 'REMOVED'],
      [`update ledger.padding set salt = decode('00', 'hex') where leaf_index = ${first}`, 'REMOVED'],
      [`update ledger.padding set content = '1' where leaf_index = ${first}`, 'REMOVED'],
      [
        `update ledger.padding set salt = (select salt from ledger.padding where leaf_index = ${second}) where leaf_index = ${first}`,
        'REORDERED',
      ],
    ] as const)
      expect([change, await after(change)]).toMatchObject([change, { intact: false, firstBroken: first, fault }]);
  });

  it('A17.2 erasing what an entry says keeps the tree whole', async () => {
    expect(
      await after(
        `update ledger.disclosure set subject_id = null, unit = null, purpose = null, case_reference = null, items = '{}',
           records = '[]', bases = '[]', salt = null, erased_at = now(), erasure_reason = 'test' where id = ${entry(4)}`,
      ),
    ).toMatchObject({ intact: true, erased: 1, firstBroken: null });
  });

  it('A17.2 after all of it the ledger is as it was', async () => {
    expect(await after()).toMatchObject({ intact: true, fault: null });
  });
});
