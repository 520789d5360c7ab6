/** `node test/bench/parts.ts`: how fast records and disclosures are moved into parts, and what a look-up and an entry cost over parts beside one table, in one run. See README.md. */
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
import { roleNames } from '../../subgraphs/database/roles.ts';
import { asServerOwner } from '../../subgraphs/database/server.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { entryId } from '../../subgraphs/ledger/entry-id.ts';
import { startCluster } from '../postgresql.ts';
import { fillingEntries } from '../upgrading/parts/entries.ts';
import { filling } from '../upgrading/parts/writers.ts';
import { copyKeys, kept, releasedDatabase } from '../upgrading/released.ts';

const HELP = `Fills two databases of release 0.2.0 alike, moves one into parts, and asks both in turns.

  node test/bench/parts.ts [--rows N] [--entries N] [--rounds N] [--questions N] [--durable]

  --rows       records beside those of the sample (default 300000)
  --entries    entries of the ledger, over thirteen years (default 200000)
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
    entries: { type: 'string', default: '200000' },
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
  for (let from = 1; from <= Number(values.entries); from += 50_000)
    await owner.query(fillingEntries(from, Math.min(Number(values.entries), from + 49_999)));
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

/** Writes answers of one entry each, as the ledger writes them; the commit is counted. */
async function entering(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: named } = await client.query('select current_database() as name');
  await client.query(`select set_config('role', $1, false), set_config('credit.today', '2026-11-20', false)`, [
    roleNames(named[0].name).ledger,
  ]);
  const write = async (): Promise<number> => {
    const id = entryId(now);
    const entry = {
      id,
      subject: null,
      at: now.toISOString(),
      request: id,
      role: 'PARTY',
      unit: 'BANK-A',
      purpose: null,
    };
    const rest = { channel: 'WEB', seen: 'NONE', items: [], records: [], bases: [], salt: 'aa', commitment: 'bb' };
    const began = performance.now();
    await client.query({ name: 'record', text: 'select ledger.record($1::jsonb)' }, [
      JSON.stringify([{ ...entry, ...rest }]),
    ]);
    return performance.now() - began;
  };
  return {
    round: async (): Promise<number[]> => {
      const taken: number[] = [];
      for (let turn = 0; turn < Number(values.questions); turn += 1) taken.push(await write());
      return taken;
    },
    end: () => client.end(),
  };
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
  const times = new Map<string, { began: number; filled: number; rows: number; compared: number }>();
  let began = performance.now();
  const done = await asServerOwner(parts, (owner) =>
    partition(owner, {
      onSlice: (table, { rows }) => {
        const now = performance.now();
        times.set(table, { began: times.get(table)?.began ?? began, filled: now, rows, compared: now });
        return true;
      },
      onCompare: (table) => {
        began = performance.now();
        times.set(table, { ...(times.get(table) as { began: number; filled: number; rows: number }), compared: began });
      },
    }),
  );
  if (done.some(({ outcome }) => outcome !== 'MOVED')) throw new Error(JSON.stringify(done));
  for (const [table, of] of times)
    say(
      `${table}: ${of.rows} rows filled in ${((of.filled - of.began) / 1_000).toFixed(1)} s, ${Math.round((of.rows / (of.filled - of.began)) * 1_000)} a second.`,
    );
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
  const writers = [await entering(whole), await entering(parts)] as const;
  const written: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= Number(values.rounds); turn += 1)
    for (const which of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const taken = await writers[which].round();
      if (turn > 0) written[which].push(...taken);
    }
  for (const writer of writers) await writer.end();
  const [one, many] = [median(written[0]), median(written[1])];
  say(
    `an entry: ${one.toFixed(2)} ms into one table, ${many.toFixed(2)} ms into the part of its year, × ${(many / one).toFixed(2)}`,
  );
} finally {
  for (const server of servers) await server.stop();
  cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
