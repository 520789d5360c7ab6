/** `node test/bench/parts.ts`: how fast records are moved into parts, and what a look-up costs over parts beside one table, in one run. See README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { partition } from '../../subgraphs/database/migrate/partition/move.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { asServerOwner } from '../../subgraphs/database/server.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { startCluster } from '../postgresql.ts';
import { filling } from '../upgrading/parts/writers.ts';
import { copyKeys, kept, releasedDatabase } from '../upgrading/released.ts';

const HELP = `Fills two databases of release 0.2.0 alike, moves one into parts, and asks both in turns.

  node test/bench/parts.ts [--rows N] [--rounds N] [--questions N] [--durable]

  --rows       records beside those of the sample (default 300000)
  --rounds     rounds, the two taking turns (default 10)
  --questions  questions of one round of one side (default 100)
  --durable    commits of the throwaway PostgreSQL wait for the disk, as in production`;

const COMPANY = '{type: USCC, value: "91239999MA1ABC019L"}';
const QUESTIONS = {
  'a look-up': `{ subject(identifier: ${COMPANY}) { name records(first: 10) { totalCount nodes { id occurredOn } } } }`,
  'a batch of ten': `{ subjects(identifiers: [${Array(10).fill(COMPANY).join(', ')}]) { name records(first: 5) { totalCount } } }`,
} as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '300000' },
    rounds: { type: 'string', default: '10' },
    questions: { type: 'string', default: '100' },
    durable: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  say(HELP);
  process.exit(0);
}
const rows = Number(values.rows);
const cluster = startCluster(values.durable);
if (cluster === undefined) throw new Error('There are no binaries of PostgreSQL.');
const folder = mkdtempSync(join(tmpdir(), 'credit-parts-'));
copyKeys('0.2.0', folder);
const now = new Date(kept('0.2.0').at);
const servers: Server[] = [];

async function filled(name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster?.url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(cluster?.url ?? '');
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await owner.query(releasedDatabase('0.2.0', name));
  // What a dump sets, it sets for its own session.
  await owner.query('reset all');
  await (await openDatabase({ entities: ENTITIES, url: url.href, loginPassword: 'of the benchmark' })).close();
  for (let from = 1; from <= rows; from += 50_000) await owner.query(filling(from, Math.min(rows, from + 49_999)));
  await owner.query('vacuum analyze');
  await owner.end();
  return url.href;
}

async function serving(url: string): Promise<Server> {
  const server = await startServer(
    readConfig({
      PORT: '0',
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      DATABASE_URL: url,
      RATE_PUBLIC: '1000000',
      DUE_EVERY_MS: '86400000',
    }),
    { now: () => now, inMemory: true, log: pino({ level: 'silent' }) },
  );
  servers.push(server);
  return server;
}

async function round(server: Server, query: string): Promise<number[]> {
  const taken: number[] = [];
  for (let asked = 0; asked < Number(values.questions); asked += 1) {
    const began = performance.now();
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { readonly errors?: unknown };
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    taken.push(performance.now() - began);
  }
  return taken;
}

try {
  const [whole, parts] = [await filled('whole'), await filled('parts')];
  const began = performance.now();
  let filledMs = 0;
  let compared = 0;
  let moved = 0;
  const done = await asServerOwner(parts, (owner) =>
    partition(owner, {
      onSlice: (_table, reached) => {
        filledMs = performance.now() - began;
        moved = reached.rows;
        return true;
      },
      onCompare: () => {
        compared = performance.now();
      },
    }),
  );
  const ended = performance.now();
  if (done.some(({ outcome }) => outcome !== 'MOVED')) throw new Error(JSON.stringify(done));
  say(
    `${moved} rows: filled in ${(filledMs / 1_000).toFixed(1)} s, ${Math.round(moved / (filledMs / 1_000))} a second;`,
  );
  say(`compared and switched in ${((ended - compared) / 1_000).toFixed(1)} s.`);
  const sides = [await serving(whole), await serving(parts)] as const;
  for (const [name, query] of Object.entries(QUESTIONS)) {
    const times: [number[], number[]] = [[], []];
    for (let turn = 0; turn <= Number(values.rounds); turn += 1)
      for (const which of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const taken = await round(sides[which], query);
        // The first round warms both up.
        if (turn > 0) times[which].push(...taken);
      }
    const [one, eight] = [median(times[0]), median(times[1])];
    say(
      `${name}: ${one.toFixed(2)} ms over one table, ${eight.toFixed(2)} ms over parts, × ${(eight / one).toFixed(2)}`,
    );
  }
} finally {
  for (const server of servers) await server.stop();
  cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
