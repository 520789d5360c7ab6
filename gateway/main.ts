/** `npm start`: serves the gateway in one process, or in several worker processes behind one port (PROCESSES). */
import { parseArgs } from 'node:util';
import { hasExplorer } from './http/routes/explorer.ts';
import { forPeople, forPrograms, type Lines, takeOver } from './log/lines.ts';
import { isFirst, isOneOfSeveral, StartFailed, serveAsOne, startProcesses } from './process/workers.ts';
import { isProduction, readConfig } from './settings/config.ts';

const HELP = `Serves the gateway, its four subgraphs and the database in one process, until it is told to stop.

  npm start

Without settings: the embedded database in the folder data, a sample province, tokens of a development issuer, http://127.0.0.1:4000.
Settings are environment variables; the table with all of them stands in gateway/OPERATING.md. The first to know:

  PORT, HOST       where it listens
  DATABASE_URL     a PostgreSQL server instead of the embedded database
  PROCESSES        how many serve behind the one port, with DATABASE_URL; auto: one for each core
  DATA_DIR         folder of the embedded database and of development keys
  SAMPLE           off: begin with an empty province
  CREDIT_MODE      production: needs DATABASE_URL, CREDIT_SECRETS (npm run keys), TOKEN_ISSUERS and PUBLIC_URL, and says what is missing
  REQUEST_TIMEOUT_MS, RATE_PUBLIC, METRICS_PORT, LOG_LEVEL …

Stop it with Ctrl-C or SIGTERM: balancers are told first (DRAIN_MS), and what runs is finished. Exit status: 0 stopped, 1 could not start.`;

const QUERY =
  '{"query":"{ subject(identifier: {type: USCC, value: \\"91239999MA1ABC019L\\"}) { name records(first: 3) { totalCount nodes { item { name } occurredOn } } nonPublicRecords { totalCount } } }"}';

const welcome = (url: string, folder: string): string => `
DEVELOPMENT MODE: tokens of the development issuer are accepted. Anybody who can read ${folder} can be anybody here.

${hasExplorer() ? `A query page with a question of each role: ${url}/\nOr, in` : 'In'} another terminal:
  curl -s ${url}/graphql -H 'content-type: application/json' -d '${QUERY}'
A token for yourself (a bank of the sample, or the person 张小梅):
  npm run --silent token -- --role party --unit BANK-A
  npm run --silent token -- --role subject --subject CITIZEN_ID:239999199003070016
Stop with Ctrl-C.`;

/** Before the settings are read, and where they cannot be, one variable says whom the lines are for. */
let programs = isProduction() ? forPrograms('info') : undefined;
if (programs !== undefined) takeOver(() => (programs ?? forPrograms('info')).log);
const lines = (): Lines => programs ?? forPeople;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const config = readConfig();
  if (config.mode === 'production') programs = forPrograms(config.logLevel);
  const { say } = lines();
  /** Loaded only by a process that serves: the primary process of several workers does not need the server's modules. */
  const serve = async (...parameters: Parameters<typeof import('./server.ts').startServer>) =>
    (await import('./server.ts')).startServer(...parameters);
  const onStep = (step: string): void => say(`  sample: ${step}`);
  if (isOneOfSeveral()) {
    // The primary process sums the metrics of its workers and serves them, so a worker opens no metrics port.
    const one = { ...config, metricsPort: undefined };
    return serveAsOne(await serve(one, isFirst() ? { onStep } : {}));
  }
  const began = performance.now();
  // The first process of a container hears no signal that it does not ask for; it would be killed after its grace.
  const leave = (): void => {
    say('SIGTERM: it did not serve yet.');
    process.exit(0);
  };
  process.once('SIGTERM', leave);
  say(
    `Opening ${config.databaseUrl === undefined ? `the embedded database in ${config.folder}` : 'the PostgreSQL database'} …`,
  );
  const server = config.processes > 1 ? await startProcesses(config, say) : await serve(config, { onStep });
  const many = config.processes > 1 ? `, with ${config.processes} processes` : '';
  say(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s at ${server.url}/graphql${many}`);
  if (config.mode === 'development') say(welcome(server.url, config.folder));
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return server.hurry();
    stopping = true;
    if (config.drainMs > 0)
      say(`${signal}: /readyz answers 503; new requests are taken for ${config.drainMs / 1_000} s more …`);
    else say(`${signal}: finishing what runs …`);
    await server.stop();
    say('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.off('SIGTERM', leave);
}

try {
  await main();
} catch (error) {
  // A worker that could not start has said why by itself.
  if (error instanceof StartFailed) lines().say('Nothing is served.', 'error');
  else lines().fatal(error);
  process.exit(1);
}
