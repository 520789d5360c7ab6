/** An answer that ended before its end is a fault (exit 1): its refusals may be what is missing. */
import { describe, expect, it } from 'vitest';
import { CLIENTS, questionOf, runAgainst } from './fake.ts';

const whole = JSON.stringify({
  data: { subject: { nonPublicRecords: null } },
  errors: [{ message: 'no', path: ['subject'], extensions: { code: 'FORBIDDEN', reason: 'IDENTITY_REQUIRED' } }],
});

describe.each(Object.entries(CLIENTS))('%s', (_name, client) => {
  it('A23.2 an answer that lacks its errors, because the connection ended, is no answer', async () => {
    const { status, out, err } = await runAgainst(
      (response) => {
        response.writeHead(200, { 'content-length': whole.length });
        response.write(whole.slice(0, whole.indexOf(',"errors"')), () => setTimeout(() => response.destroy(), 100));
      },
      client,
      ['ask', questionOf('{"query":"{ a }"}')],
    );
    expect(out).toBe('');
    expect(status).toBe(1);
    expect(err.trim()).not.toBe('');
    expect(err).not.toMatch(/Traceback/);
  });
});
