/** The load generator, a separate process: a fixed number of connections, each with one request in flight at any time. */

import type { Burst, BurstResult, Identifier } from '../settings.ts';
import { serveChild } from '../sides/child.ts';
import { question } from './questions.ts';
import { openWire, type Wire } from './wire.ts';

async function burst(subjects: readonly Identifier[], order: Burst): Promise<BurstResult> {
  const urls = order.urls.map((url) => new URL(url));
  const latencies: number[] = [];
  let errors = 0;
  let place = order.seed;
  const wires = await Promise.all(
    Array.from({ length: order.connections }, (_, index) => openWire(urls[index % urls.length] as URL)),
  );
  const began = performance.now();
  const until = began + order.seconds * 1_000;
  const connection = async (wire: Wire): Promise<void> => {
    while (performance.now() < until) {
      place += 1;
      const asked = question(order.operation, subjects, place, order.batch, order.token);
      const sent = performance.now();
      if (!(await wire.send(asked))) errors += 1;
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(wires.map(connection));
  const seconds = (performance.now() - began) / 1_000;
  for (const wire of wires) wire.close();
  return { requests: latencies.length, errors, seconds, latencies };
}

serveChild<{ subjects: readonly Identifier[] }>(async ({ subjects }) => ({
  ready: true,
  answer: (order: Burst) => burst(subjects, order),
}));
