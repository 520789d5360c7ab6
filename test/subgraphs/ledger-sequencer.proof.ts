/**
 * The sequencer: each published time once, whoever comes to it, whole or not at all (Article 17).
 * A proof: it opens worlds, databases or processes of its own.
 */
import { tmpdir } from 'node:os';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../gateway/settings/config.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { openSequencer, type Publication } from '../../subgraphs/ledger/ledger.ts';
import { MEI, OPERATOR, onEachDatabase, openWorld, type World } from '../kit.ts';
import { writeAbout } from './written-entries.ts';

const TEN_MINUTES = 600_000;
const PUBLICATION: Publication = { everyMs: TEN_MINUTES, quiet: 'FILL' };
const CHECKPOINT = '{ ledgerCheckpoint { size rootHash signedAt } }';

it('times are set in minutes that divide an hour; production has ten, and development seconds', () => {
  expect(readConfig({ DATA_DIR: tmpdir(), CHECKPOINT_MINUTES: '20' }).checkpoints).toEqual({
    everyMs: 1_200_000,
    quiet: 'FILL',
  });
  expect(readConfig({ DATA_DIR: tmpdir() }).checkpoints).toEqual({ everyMs: 5_000, quiet: 'SKIP' });
  for (const wrong of ['0', '7', '90', '-10', '0.5', 'ten'])
    expect(() => readConfig({ DATA_DIR: tmpdir(), CHECKPOINT_MINUTES: wrong }), wrong).toThrow(
      /CHECKPOINT_MINUTES: is no number of minutes that divides an hour: set 1, 2, 3/,
    );
});

onEachDatabase('the sequencer', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
    await world.publish();
  });
  afterAll(() => world.close());
  const newest = async (): Promise<{ size: number; signedAt: string }> =>
    (await world.ask(null, CHECKPOINT)).data.ledgerCheckpoint;

  it('A23.5 a time that is published is published once, and what comes after it waits for the next', async () => {
    const before = await newest();
    await writeAbout(world, MEI, 2);
    await world.server.platform.sequencer.publish();
    expect(await newest()).toEqual(before);
    // A server that was away goes on at the next time, whatever passed meanwhile.
    world.setNow(new Date(Date.parse(before.signedAt) + 7 * TEN_MINUTES - 1).toISOString());
    await world.publish();
    const after = await newest();
    expect(after).toMatchObject({
      size: before.size + 128,
      signedAt: new Date(Date.parse(before.signedAt) + 7 * TEN_MINUTES).toISOString(),
    });
    // As a development server does that publishes every few seconds.
    const { database, signer, now } = world.server.platform;
    const seconds = openSequencer(database, signer, () => new Date(now().getTime() + 5_000), {
      everyMs: 5_000,
      quiet: 'SKIP',
    });
    await seconds.publish();
    expect(await newest()).toEqual(after);
  });

  it('four thousand entries more take a few statements more', async () => {
    const { database, signer, now } = world.server.platform;
    const counted = async (entries: number): Promise<number> => {
      for (let left = entries; left > 0; left -= 2_000) await writeAbout(world, MEI, Math.min(left, 2_000));
      world.setNow(world.server.platform.sequencer.nextAfter(now()).toISOString());
      let statements = 0;
      const counter = {
        transformQuery: ({ node }: { node: never }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }: { result: never }) => result,
      };
      const counting: typeof database = {
        ...database,
        write: (session, role, work) =>
          database.write(session, role, (em) =>
            work(
              new Proxy(em, {
                get: (target, name) =>
                  name === 'getKysely'
                    ? () => target.getKysely().withPlugin(counter as never)
                    : Reflect.get(target, name, target),
              }),
            ),
          ),
      };
      await openSequencer(counting, signer, now, { everyMs: TEN_MINUTES, quiet: 'FILL' }).publish();
      return statements;
    };
    const few = await counted(100);
    expect(few).toBeGreaterThan(4);
    expect(await counted(4_100)).toBeLessThanOrEqual(few + 9);
    expect((await world.ask(OPERATOR, '{ verifyLedger { intact } }')).data.verifyLedger.intact).toBe(true);
  });

  if (kind === 'postgresql') {
    /** What one more process of this installation has. */
    const another = async () => {
      const { signer, now } = world.server.platform;
      const database = await openDatabase({
        entities: ENTITIES,
        url: world.ownerUrl,
        loginPassword: readConfig({ DATA_DIR: world.folder }).secrets.login,
      });
      return { database, sequencer: openSequencer(database, signer, now, PUBLICATION) };
    };
    const stored = async (owner: pg.Client) =>
      (
        await owner.query(`select (select count(*)::int from ledger.leaf) as leaves, (select count(*)::int from ledger.padding) as nothing,
          (select count(*)::int from ledger.node) as nodes, (select count(*)::int from ledger.pending) as pending,
          (select count(*)::int from ledger.checkpoint) as checkpoints`)
      ).rows[0];

    it('A17.2 A23.5 of four that come to a time at once one publishes it', async () => {
      const others = await Promise.all([another(), another(), another()]);
      const owner = new pg.Client({ connectionString: world.ownerUrl });
      await owner.connect();
      try {
        const before = await stored(owner);
        for (let time = 1; time <= 5; time += 1) {
          await writeAbout(world, MEI, 3);
          world.setNow(world.server.platform.sequencer.nextAfter(world.server.platform.now()).toISOString());
          await Promise.all([world.server.platform, ...others].map(({ sequencer }) => sequencer.publish()));
          expect(await stored(owner)).toMatchObject({
            leaves: before.leaves + 3 * time,
            nothing: before.nothing + 125 * time,
            pending: 0,
            checkpoints: before.checkpoints + time,
          });
        }
      } finally {
        await owner.end();
        await Promise.all(others.map(({ database }) => database.close()));
      }
    });

    it('A17.1 A17.2 one that ends in the middle leaves nothing half, and the next one does it', async () => {
      const dying = await another();
      const owner = new pg.Client({ connectionString: world.ownerUrl });
      const watcher = new pg.Client({ connectionString: world.ownerUrl });
      await owner.connect();
      await watcher.connect();
      try {
        await writeAbout(world, MEI, 70);
        const before = await stored(watcher);
        world.setNow(world.server.platform.sequencer.nextAfter(world.server.platform.now()).toISOString());
        // It has placed its leaves and waits to sign when its connection is cut. Another one waits for it meanwhile.
        await owner.query('begin; lock table ledger.checkpoint in share row exclusive mode');
        const cut = dying.sequencer.publish().catch((error: Error) => error);
        const waiting = `select pid, query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        const waits = async (count: number) => {
          for (;;) {
            const { rows } = await watcher.query(waiting);
            if (rows.length >= count) return rows;
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        };
        const [half] = await waits(1);
        expect(half.query).toContain('insert into ledger.checkpoint');
        const next = world.server.platform.sequencer.publish();
        await waits(2);
        await watcher.query('select pg_terminate_backend($1)', [half.pid]);
        expect(await cut).toBeInstanceOf(Error);
        expect(await stored(watcher)).toEqual(before);
        await owner.query('commit');
        await next;
        expect(await stored(watcher)).toMatchObject({
          leaves: before.leaves + 70,
          pending: 0,
          checkpoints: before.checkpoints + 1,
        });
        const { data } = await world.ask(OPERATOR, '{ verifyLedger { intact pending } }');
        expect(data.verifyLedger).toEqual({ intact: true, pending: 0 });
      } finally {
        await owner.end();
        await watcher.end();
        // Its pool still counts the connection that was cut, and would wait for it.
        void dying.database.close();
      }
    });
  }
});
