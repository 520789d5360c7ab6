/** What settings do with reports and the links to them. A proof: it opens worlds of its own. */
import { describe, expect, it } from 'vitest';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { openWorld, soonest } from '../kit.ts';
import { open } from './link-kit.ts';

describe('a server with other settings', () => {
  it('A36.3 counts openings by the address of the client, and tells the rest as a page', async () => {
    const strict = await openWorld(soonest(), { sample: false, environment: { RATE_PUBLIC: '50' } });
    try {
      const opened = await Promise.all(
        Array.from({ length: 6 }, () => open(`${strict.server.url}/open-report?link=x`, { 'accept-language': 'zh' })),
      );
      const statuses = opened.map(({ status }) => status).sort();
      // Each weighs as much as ten questions.
      expect(statuses).toEqual([...Array(5).fill(400), 429]);
      const refused = opened.find(({ status }) => status === 429);
      expect(refused?.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused?.text).toMatch(/<h1>[^<]*50/);
    } finally {
      await strict.close();
    }
  });

  it('A36.3 does not start with a font file that is none, and says which', async () => {
    const start = openWorld(soonest(), { sample: false, environment: { REPORT_FONTS: 'package.json' } });
    const fault = await start.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(ConfigFault);
    expect((fault as Error).message).toMatch(
      /^REPORT_FONTS names \/.*\/package\.json, which is no font\. Name a font file/,
    );
  });
});
