/** What one caller uploads at a time is bounded before its bytes are held (Article 39). */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MEI, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';

onDatabaseOfStep('uploads', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  it('A39.2 of one caller no more than a few files are held in memory while they come', async () => {
    const url = new URL(`${world.server.url}/evidence`);
    const token = await world.token(subject(MEI));
    const part = Buffer.alloc(9 * 1024 * 1024, 1);
    const statuses: number[] = [];
    const sent = Array.from({ length: 24 }, () => {
      const one = request(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png', 'content-length': part.length + 1 },
        agent: false,
      });
      one.on('response', (response) => statuses.push(response.statusCode ?? 0));
      one.on('error', () => undefined);
      one.write(part);
      return one;
    });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    for (const one of sent) one.destroy();
    // Two files of one caller are examined at a time.
    expect(statuses.filter((status) => status >= 400).length).toBeGreaterThan(12);
  });
});
