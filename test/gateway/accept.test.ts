/** Which media type the header Accept asks for, and which statuses go with it. */
import { describe, expect, it } from 'vitest';
import { inAcceptedType } from '../../gateway/http/media-type.ts';
import { acceptedOf } from '../../gateway/message/accept.ts';

const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

describe('the media type of a GraphQL answer (RFC 9110, section 12.5.1; GraphQL over HTTP)', () => {
  it.each([
    // No wish: plain JSON, as the specification asks of servers from before its media type.
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    [RESPONSE, RESPONSE],
    [JSON_TYPE, JSON_TYPE],
    // Type and subtype are case-insensitive (RFC 9110, section 8.3.1).
    ['Application/GraphQL-Response+JSON', RESPONSE],
    ['APPLICATION/JSON', JSON_TYPE],
    // What Apollo Client, urql and graphql-request send.
    [`${RESPONSE},${JSON_TYPE};q=0.9`, RESPONSE],
    [`${RESPONSE}, application/graphql+json, ${JSON_TYPE}, text/event-stream, multipart/mixed`, RESPONSE],
    [`${RESPONSE}, ${JSON_TYPE}`, RESPONSE],
    // What axios sends.
    ['application/json, text/plain, */*', JSON_TYPE],
    // Weights decide, whatever the order; the most exact range counts for a type.
    [`${JSON_TYPE};q=0.5, ${RESPONSE};q=0.6`, RESPONSE],
    [`${RESPONSE};q=0.5, ${JSON_TYPE};q=0.6`, JSON_TYPE],
    [`${JSON_TYPE};q=0.1, */*`, RESPONSE],
    [`${RESPONSE};q=0.1, application/*;q=0.5`, JSON_TYPE],
    // A weight of 0 means “not acceptable”.
    [`${JSON_TYPE};q=0, */*`, RESPONSE],
    [`${RESPONSE};q=0, */*`, JSON_TYPE],
    [`${RESPONSE};q=0, ${JSON_TYPE};q=0, */*`, undefined],
    // The encoding that is sent may be named, another is not sent.
    [`${RESPONSE}; charset=UTF-8`, RESPONSE],
    [`${JSON_TYPE};charset=utf-8;q=0.3`, JSON_TYPE],
    [`${JSON_TYPE};charset=gb18030`, undefined],
    ['text/html', undefined],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', JSON_TYPE],
    ['multipart/mixed;deferSpec=20220824', undefined],
    ['json', undefined],
    [',;=/', undefined],
    // What stands behind a hundred others is no wish; it is not looked for either.
    [`${'a/b,'.repeat(99)}${RESPONSE}`, RESPONSE],
    [`${'a/b,'.repeat(100)}${RESPONSE}`, undefined],
  ])('%s: %s', (header, expected) => {
    // Asked twice: it is remembered.
    for (const found of [acceptedOf(header), acceptedOf(header)]) expect(found?.type.split(';')[0]).toBe(expected);
    if (expected !== undefined) expect(acceptedOf(header)?.type).toBe(`${expected}; charset=utf-8`);
  });

  it('statuses stay what they are, but for a client that names application/json and a request that could be read', () => {
    const statusOf = (accept: string | undefined, status: number, wellFormed: boolean): number =>
      inAcceptedType(
        { id: '', message: { headers: { accept } } as never, parameters: {}, ...(wellFormed ? { wellFormed } : {}) },
        { status, body: {} },
      ).status;
    for (const accept of [undefined, '*/*', 'application/*', RESPONSE, 'text/html', `${RESPONSE}, ${JSON_TYPE};q=0.9`])
      for (const status of [200, 400, 401, 403, 429, 503]) expect(statusOf(accept, status, true)).toBe(status);
    for (const accept of [JSON_TYPE, `${RESPONSE};q=0.1, ${JSON_TYPE}`, 'application/json, text/plain, */*']) {
      expect(statusOf(accept, 400, true)).toBe(200);
      expect(statusOf(accept, 400, false)).toBe(400);
      // Who may not ask, or too often, or of a server that cannot answer, is told so by the status.
      for (const status of [401, 403, 406, 413, 415, 429, 500, 503])
        expect(statusOf(accept, status, true)).toBe(status);
    }
  });
});
