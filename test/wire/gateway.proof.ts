/**
 * A gateway before subgraphs of their own logs in as itself: it serves, runs the jobs, and the database refuses it what is not its own. A proof: it waits for jobs.
 */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, openWorld, type World } from '../kit.ts';

describe.runIf(databases().includes('postgresql'))('a gateway with a login of its own', () => {
  let world: World;
  const lines: { job?: string; fault?: unknown; msg: string; level: number }[] = [];

  beforeAll(async () => {
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    world = await openWorld('postgresql', {
      wire: true,
      log,
      environment: { DUE_EVERY_MS: '1000', WEBHOOK_EVERY_MS: '500', METRICS_PORT: '0' },
    });
  });
  afterAll(() => world.close());

  it('runs its jobs', async () => {
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await world.publish();
    const bad = lines.filter(({ level, job }) => level >= 40 && job !== undefined);
    expect(bad).toEqual([]);
    console.log([...new Set(lines.map((l) => `${l.job} ${l.msg}`))]);
    const m = await fetch(world.server.metricsUrl ?? '').then((r) => r.text());
    console.log(m.slice(0, 300));
  });
});
