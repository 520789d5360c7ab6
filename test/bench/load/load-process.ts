/** The load generator, a separate process: so many connections, each with one request in flight at any time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Burst, BurstResult, Identifier } from '../settings.ts';
import { serveChild } from '../sides/child.ts';
import { question } from './questions.ts';
import { openWire, type Wire } from './wire.ts';

/** Sends one request over a wire, and counts its latency from this moment on. */
type Send = (wire: Wire, from: number) => Promise<void>;

/** Each connection sends the next request when the one before was answered. */
async function closedLoop(wires: readonly Wire[], seconds: number, send: Send): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  await Promise.all(
    wires.map(async (wire) => {
      while (performance.now() < until) await send(wire, performance.now());
    }),
  );
}

/**
 * Each request has its time, whether others are answered or not: a server that stalls cannot hide it (coordinated omission). One that finds every connection
 * taken waits for the first that is free, and that counts.
 */
async function openLoop(wires: readonly Wire[], seconds: number, rate: number, send: Send): Promise<void> {
  const began = performance.now();
  const total = Math.round(rate * seconds);
  const free = [...wires];
  const due: number[] = [];
  const running = new Set<Promise<void>>();
  const start = (): void => {
    while (due.length > 0 && free.length > 0) {
      const wire = free.pop() as Wire;
      const sent = send(wire, due.shift() as number).finally(() => {
        free.push(wire);
        running.delete(sent);
        start();
      });
      running.add(sent);
    }
  };
  for (let next = 0; next < total; ) {
    const elapsed = performance.now() - began;
    while (next < total && (next * 1_000) / rate <= elapsed) {
      due.push(began + (next * 1_000) / rate);
      next += 1;
    }
    start();
    await sleep(1);
  }
  while (running.size > 0) await Promise.race(running);
}

/** Connections at a fixed rate: so many more than in turns, that requests wait for the server and not for them. */
const MORE_CONNECTIONS = 4;

async function burst(subjects: readonly Identifier[], order: Burst): Promise<BurstResult> {
  const { operation, batch, tokens, rate } = order;
  const urls = order.urls.map((url) => new URL(url));
  const latencies: number[] = [];
  let errors = 0;
  let fault: string | null = null;
  let place = order.seed;
  const connections = rate === undefined ? order.connections : order.connections * MORE_CONNECTIONS;
  const wires = await Promise.all(
    Array.from({ length: connections }, (_, index) => openWire(urls[index % urls.length] as URL)),
  );
  const send: Send = async (wire, from) => {
    place += 1;
    const said = await wire.send(question(operation, subjects, place, batch, tokens));
    if (said !== null) {
      errors += 1;
      fault ??= said;
    }
    latencies.push(performance.now() - from);
  };
  const began = performance.now();
  try {
    await (rate === undefined ? closedLoop(wires, order.seconds, send) : openLoop(wires, order.seconds, rate, send));
  } finally {
    for (const wire of wires) wire.close();
  }
  return { requests: latencies.length, errors, fault, seconds: (performance.now() - began) / 1_000, latencies };
}

serveChild<{ subjects: readonly Identifier[] }>(async ({ subjects }) => ({
  ready: true,
  answer: (order: Burst) =>
    burst(subjects, order).catch(
      (error: unknown): BurstResult => ({ requests: 0, errors: 1, fault: String(error), seconds: 1, latencies: [] }),
    ),
}));
