/** Requests with headers or bytes that are nearly right: a body is read in one way or refused, and no request causes a server error. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sharedWorld, type World } from '../kit.ts';
import { budget, TIMEOUT } from './budget.ts';
import { BODIES, utf8 } from './documents.ts';
import { leaks } from './leaks.ts';
import { nearlyBytes } from './nearly-right-input.ts';
import { INSIDE } from './refusal.ts';
import { raw, send } from './send.ts';

let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});
afterAll(async () => {
  expect(await send(world, BODIES[0] ?? utf8(''))).toBe(200);
});

it(
  'adversarial 15: headers of any kind never make a body be read in another way',
  async () => {
    const type = fc.oneof(
      fc.constantFrom('application/json', 'application/json; charset=utf-8', 'Application/JSON ; charset="UTF-8"'),
      fc
        .tuple(
          fc.constantFrom('application/json', 'text/plain', 'application/graphql+json', 'multipart/form-data', 'a', ''),
          fc.constantFrom(
            '',
            ';',
            '; charset=',
            '; charset=utf-16',
            '; charset=utf-8; q=1',
            ', text/plain',
            '; boundary=x',
          ),
        )
        .map((parts) => parts.join('')),
    );
    const value = fc.string({
      unit: fc.integer({ min: 0x21, max: 0xff }).map((at) => (at === 0x7f ? '~' : String.fromCharCode(at))),
    });
    const name = fc.constantFrom(
      'content-encoding',
      'credit-purpose',
      'credit-case',
      'credit-channel',
      'credit-for',
      'dpop',
      'accept',
      'accept-encoding',
      'origin',
      'traceparent',
      'x-forwarded-for',
      'forwarded',
      'client-cert',
      'apollo-require-preflight',
    );
    const token = fc.oneof(
      value,
      value.map((text) => `Bearer ${text}`),
      value.map((text) => `Bearer a.${text}.c`),
    );
    const more = fc.dictionary(name, fc.oneof(value, fc.constantFrom('gzip', 'identity', '%', '%ff', '__proto__')));
    await fc.assert(
      fc.asyncProperty(type, more, fc.option(token, { freq: 4 }), async (contentType, headers, authorization) => {
        const all = { ...headers, 'content-type': contentType, ...(authorization === null ? {} : { authorization }) };
        const status = await send(world, BODIES[0] ?? utf8(''), all);
        // RFC 8259: JSON is UTF-8. A body of another charset or with a content encoding is refused. A bad token is never treated as PUBLIC.
        const read =
          /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType) && !('content-encoding' in headers);
        if (!read || authorization !== null)
          expect([contentType, headers, status]).not.toEqual([contentType, headers, 200]);
      }),
      budget(300),
    );
  },
  TIMEOUT,
);

it(
  'adversarial 21: a request with a few of its bytes changed, its first line and headers too, is never a fault of ours',
  async () => {
    const requests = BODIES.slice(0, 3).map((body) =>
      Buffer.concat([
        utf8('POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n'),
        utf8(`Accept: */*\r\nCredit-Purpose: PERMIT\r\nContent-Length: ${body.length}\r\n\r\n`),
        body,
      ]),
    );
    await fc.assert(
      fc.asyncProperty(nearlyBytes(requests), async (bytes) => {
        const text = await raw(world, bytes);
        for (const [, status] of text.matchAll(/^HTTP\/1\.1 (\d+)/gm)) expect(Number(status)).toBeLessThan(500);
        expect(text).not.toMatch(INSIDE);
        expect(leaks(null, text)).toEqual([]);
      }),
      budget(80),
    );
  },
  TIMEOUT,
);
