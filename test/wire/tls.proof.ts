/** A subgraph that is given a certificate speaks TLS: tokens and what is disclosed cross no wire in clear. A proof: it opens a world. */
import { request } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import { databases, NO_JOBS, openWorld } from '../kit.ts';

const path = (name: string): string => join(import.meta.dirname, '../gateway/tls', `${name}.pem`);

describe.runIf(databases().includes('postgresql'))('a subgraph with a certificate', () => {
  it('A23.5 answers over TLS, and nothing without it', async () => {
    const environment = { ...NO_JOBS, TLS_CERT: path('server'), TLS_KEY: path('server-key') };
    const world = await openWorld('postgresql', { wire: true, environment });
    try {
      for (const name of SUBGRAPH_NAMES) {
        const url = world.wired?.servers[name].url ?? '';
        expect(url).toMatch(/^https:/);
        const status = await new Promise((resolve, reject) => {
          request(`${url}/healthz`, { rejectUnauthorized: false }, (response) => {
            response.resume();
            resolve(response.statusCode);
          })
            .on('error', reject)
            .end();
        });
        expect(status).toBe(200);
        await expect(fetch(url.replace('https:', 'http:'))).rejects.toThrow();
      }
    } finally {
      await world.close();
    }
  });
});
