/** `npm start`: serves the gateway in one process, or in several worker processes behind one port (PROCESSES). */
import { parseArgs } from 'node:util';
import { hasExplorer } from './http/routes/explorer.ts';
import { isFirst, isOneOfSeveral, StartFailed, serveAsOne, startProcesses } from './process/workers.ts';
import { readConfig } from './settings/config.ts';

const HELP = `Serves the gateway, its four subgraphs and the database in one process, until it is told to stop.

  npm start

Without settings: the embedded database in the folder data, a sample province, tokens of a development issuer, http://127.0.0.1:4000.
Settings are environment variables; the table with all of them stands in gateway/OPERATING.md. The first to know:

  PORT, HOST       where it listens
  DATABASE_URL     a PostgreSQL server instead of the embedded database
  PROCESSES        how many serve behind the one port, with DATABASE_URL: one for each core
  DATA_DIR         folder of the embedded database and of development keys
  SAMPLE           off: begin with an empty province
  CREDIT_MODE      production: needs CREDIT_SECRETS (npm run keys), TOKEN_ISSUERS and PUBLIC_URL, and says what is missing
  REQUEST_TIMEOUT_MS, RATE_PUBLIC, METRICS_PORT, LOG_LEVEL …

Stop it with Ctrl-C or SIGTERM: what runs is finished first. Exit status: 0 stopped, 1 could not start.`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

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

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const config = readConfig();
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
  say(
    `Opening ${config.databaseUrl === undefined ? `the embedded database in ${config.folder}` : 'the PostgreSQL database'} …`,
  );
  const server = config.processes > 1 ? await startProcesses(config, say) : await serve(config, { onStep });
  const many = config.processes > 1 ? `, with ${config.processes} processes` : '';
  say(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s at ${server.url}/graphql${many}`);
  if (config.mode === 'development') say(welcome(server.url, config.folder));
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(`${signal}: finishing what runs …`);
    await server.stop();
    say('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
}

try {
  await main();
} catch (error) {
  // A worker that could not start has printed its own error.
  if (error instanceof StartFailed) say('Nothing is served.');
  else say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
