/** The federation library told its maker, at every start, from where and on what it ran: nothing leaves that nobody asked for. A proof: it opens a world of its own for what one test shows. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openWorld } from '../../kit.ts';

const CHANNEL = 'http.client.request.start';

it('A17.1 a server that starts, answers and stops calls nobody', async () => {
  const called: string[] = [];
  const hear = (event: unknown): void => {
    called.push(String((event as { request: ClientRequest }).request.host));
  };
  subscribe(CHANNEL, hear);
  delete process.env.APOLLO_TELEMETRY_DISABLED;
  try {
    // What listens does hear.
    const { get } = await import('node:http');
    const other = createServer((_request, response) => response.end());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    await new Promise((resolve) => get(`http://127.0.0.1:${(other.address() as AddressInfo).port}`, resolve));
    other.close();
    other.closeAllConnections();
    expect(called.splice(0)).toEqual(['127.0.0.1']);
    const world = await openWorld('pglite');
    expect((await world.ask(null, '{ purposes { code } }')).status).toBe(200);
    // What reports at intervals does so once more at the end.
    await world.close();
    expect(called).toEqual([]);
  } finally {
    unsubscribe(CHANNEL, hear);
  }
});
