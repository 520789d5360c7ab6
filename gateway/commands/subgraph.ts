/** `npm run subgraph -- NAME`: serves one subgraph in a process of its own. */
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';
import { forPeople, forPrograms, takeOver } from '../log/lines.ts';
import { readSubgraphConfig } from '../settings/config.ts';
import { startSubgraph } from '../subgraph/serve.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/subgraph.ts';

const isName = (text: string | undefined): text is SubgraphName =>
  (SUBGRAPH_NAMES as readonly (string | undefined)[]).includes(text);

await command(TEXTS, { options: {}, files: true }, async ({ positionals, texts }) => {
  const [name, ...more] = positionals;
  if (!isName(name) || more.length > 0) return fail(`${texts.noName}\n\n${texts.help}`);
  const config = readSubgraphConfig();
  const programs = config.mode === 'production' ? forPrograms(config.logLevel) : undefined;
  if (programs !== undefined) takeOver(() => programs.log);
  const { say } = programs ?? forPeople;
  const began = performance.now();
  const leave = (): void => {
    say('SIGTERM: it did not serve yet.');
    process.exit(0);
  };
  process.once('SIGTERM', leave);
  say(`Opening the PostgreSQL database for the subgraph ${name} …`);
  const server = await startSubgraph(config, name, programs === undefined ? {} : { log: programs.log });
  say(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s at ${server.url}/graphql: the subgraph ${name}`);
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return server.hurry();
    stopping = true;
    say(
      config.drainMs > 0
        ? `${signal}: /readyz answers 503; new requests are taken for ${config.drainMs / 1_000} s more …`
        : `${signal}: finishing what runs …`,
    );
    await server.stop();
    say('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.off('SIGTERM', leave);
});
