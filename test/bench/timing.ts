/**
 * `node test/bench/timing.ts`: measures whether response times reveal that the platform holds a person whom the caller may not see (Article
 * 23). A bank asks in turns about such a person and about one who is not held. A rank test compares the times (Mann–Whitney, normal
 * approximation).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { NOW } from './settings.ts';

const TRIES = 2_000;
const QUERY = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
/** 沈静 of the sample, about whom the platform holds only agreement items, and a valid number of nobody in the sample. */
const HELD = '23999919920229088X';
const NOT_HELD = '239999196912312058';

/** Two-sided p-value of the rank test. */
function rankTest(left: readonly number[], right: readonly number[]): number {
  const all = [...left.map((value) => ({ value, left: true })), ...right.map((value) => ({ value, left: false }))];
  all.sort((one, other) => one.value - other.value);
  const ranks = all.reduce((sum, { left: of }, index) => sum + (of ? index + 1 : 0), 0);
  const [n, m] = [left.length, right.length];
  const u = ranks - (n * (n + 1)) / 2;
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  // Abramowitz and Stegun 26.2.17.
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 2 * tail;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const folder = mkdtempSync(join(tmpdir(), 'credit-timing-'));
const server = await startServer(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
  now: () => NOW,
  inMemory: true,
  log: pino({ level: 'silent' }),
});
try {
  const token = await server.issuer?.signAt({ sub: 'BANK-A', role: 'party', unit: 'BANK-A' }, '1h', NOW);
  const ask = async (value: string): Promise<number> => {
    const began = performance.now();
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'credit-purpose': 'LOAN_ORIGINATION',
      },
      body: JSON.stringify({ query: QUERY, variables: { id: { type: 'CITIZEN_ID', value } } }),
    });
    const text = await response.text();
    const took = performance.now() - began;
    if (text !== '{"data":{"subject":null}}') throw new Error(`The answer told something: ${text}`);
    return took;
  };
  for (let warm = 0; warm < 300; warm += 1) await ask(warm % 2 === 0 ? HELD : NOT_HELD);
  const held: number[] = [];
  const notHeld: number[] = [];
  for (let tried = 0; tried < TRIES; tried += 1) {
    // The order alternates, so that neither always finds the caches that the other has warmed.
    if (tried % 2 === 0) {
      held.push(await ask(HELD));
      notHeld.push(await ask(NOT_HELD));
    } else {
      notHeld.push(await ask(NOT_HELD));
      held.push(await ask(HELD));
    }
  }
  const p = rankTest(held, notHeld);
  process.stdout.write(
    `held, not to be seen: median ${median(held).toFixed(3)} ms; not held: median ${median(notHeld).toFixed(3)} ms; ${TRIES} tries each; p = ${p.toFixed(3)}\n`,
  );
  process.stdout.write(p > 0.01 ? 'The times do not tell them apart.\n' : 'The times tell them apart.\n');
  process.exitCode = p > 0.01 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
