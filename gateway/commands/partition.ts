/** `npm run partition`: moves large tables into parts while the servers go on. */
import { giveUp, partition, standings } from '../../subgraphs/database/migrate/partition/move.ts';
import { asOwner } from '../../subgraphs/database/open.ts';
import { type Config, readConfig } from '../settings/config.ts';
import { startFault } from '../settings/start-fault.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/partition.ts';

type Texts = (typeof TEXTS)['en'];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const tell = (config: Config, texts: Texts): Promise<void> =>
  asOwner({ url: config.databaseUrl, folder: config.folder }, async (owner) => {
    for (const { table, standing, rows } of await standings(owner))
      say(
        standing.layout === 'MOVING'
          ? texts.moving(table, standing.reached.rows, rows)
          : standing.layout === 'PARTS'
            ? texts.parts(table, rows)
            : texts.whole(table, rows),
      );
  });

async function run(config: Config, texts: Texts): Promise<void> {
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  await asOwner({ url: config.databaseUrl, folder: config.folder }, async (owner) => {
    const held = new Map((await standings(owner)).map(({ table, rows }) => [table, rows]));
    const began = performance.now();
    let first: number | undefined;
    const done = await partition(owner, {
      onSlice: (table, { rows }) => {
        first ??= rows;
        const rate = Math.round((rows - first) / ((performance.now() - began) / 1_000));
        process.stderr.write(`${texts.progress(table, rows, held.get(table) ?? 0, rate)}\n`);
        return !stopped;
      },
      onCompare: (table) => process.stderr.write(`${texts.comparing(table)}\n`),
    });
    for (const { table, outcome } of done) {
      if (outcome === 'MOVED' || outcome === 'ALREADY' || outcome === 'STOPPED') say(texts.outcomes[outcome](table));
      else {
        process.stderr.write(`${texts.outcomes[outcome](table)}\n`);
        process.exitCode = 1;
      }
    }
  });
}

const OPTIONS = {
  status: { type: 'boolean', default: false },
  run: { type: 'boolean', default: false },
  'give-up': { type: 'boolean', default: false },
} as const;

await command(TEXTS, { options: OPTIONS }, async ({ values, texts }) => {
  if ([values.status, values.run, values['give-up']].filter(Boolean).length !== 1)
    fail(`${texts.giveOne}\n\n${texts.help}`);
  const config = readConfig();
  const said = (error: unknown): never => {
    if (
      (error as { readonly code?: string }).code === '55P03' ||
      (error as { readonly code?: string }).code === '57014'
    )
      fail(texts.locked);
    throw startFault(error, config);
  };
  if (values.status) return tell(config, texts).catch(said);
  if (values.run) return run(config, texts).catch(said);
  await asOwner({ url: config.databaseUrl, folder: config.folder }, giveUp).catch(said);
  say(texts.givenUp);
});
