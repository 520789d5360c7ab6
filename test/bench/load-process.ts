/** The load: a process of its own, a fixed number of connections, each with one request on its way at any time. */
import { Agent, request } from 'node:http';
import { serveChild } from './child.ts';
import { type Asked, question } from './questions.ts';
import type { Burst, BurstResult, Identifier } from './settings.ts';

/** Sends one request; whether it was answered without an error. */
const send = (url: URL, agent: Agent, { headers, body }: Asked): Promise<boolean> =>
  new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': bytes.length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const answer = Buffer.concat(parts);
          resolve(response.statusCode === 200 && !answer.includes('"errors"'));
        });
        response.on('error', () => resolve(false));
      },
    );
    sent.on('error', () => resolve(false));
    sent.end(bytes);
  });

async function burst(subjects: readonly Identifier[], order: Burst): Promise<BurstResult> {
  const urls = order.urls.map((url) => new URL(url));
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  const latencies: number[] = [];
  let errors = 0;
  let place = order.seed;
  const began = performance.now();
  const until = began + order.seconds * 1_000;
  const connection = async (_: unknown, index: number): Promise<void> => {
    const url = urls[index % urls.length] as URL;
    while (performance.now() < until) {
      place += 1;
      const asked = question(order.operation, subjects, place, order.batch, order.token);
      const sent = performance.now();
      if (!(await send(url, agent, asked))) errors += 1;
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: order.connections }, connection));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return { requests: latencies.length, errors, seconds, latencies };
}

serveChild<{ subjects: readonly Identifier[] }>(async ({ subjects }) => ({
  ready: true,
  answer: (order: Burst) => burst(subjects, order),
}));
