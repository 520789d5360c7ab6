/**
 * A megabyte of brackets, a list of a hundred thousand operations and a text of 1.8 MB took the server 30 to 90 ms each before they were
 * refused: four connections of an attacker held everyone else for seconds.
 */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseJson } from '../../../gateway/message/json.ts';
import { LIMITS } from '../../../gateway/query/limits.ts';
import { MARKET_REGULATION, sharedWorld, type World } from '../../kit.ts';

const codeOf = (body: string): [number, string] | 'taken' => {
  try {
    parseJson(body, '{ … }');
    return 'taken';
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    return [status, code];
  }
};

describe('a body is looked at before it is parsed', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('adversarial 17: what is nested deep, or is a list, never reaches the parser', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const deep = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect(codeOf(deep(500_000))).toEqual([400, 'TOO_COSTLY']);
    expect(codeOf(`{"a":${'{"a":'.repeat(200_000)}`)).toEqual([400, 'TOO_COSTLY']);
    expect(codeOf(`[${'{"query":"{__typename}"},'.repeat(100_000)}{}]`)).toEqual([400, 'BAD_USER_INPUT']);
    expect(parse).not.toHaveBeenCalled();
    expect(codeOf(deep(63))).toBe('taken');
    expect(codeOf(deep(64))).toEqual([400, 'TOO_COSTLY']);
  });

  it('adversarial 19: any object is taken as it is, and with any of its names said again, however written, refused', () => {
    const escaped = (name: string): string =>
      Array.from({ length: name.length }, (_, at) => `\\u${name.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
        '',
      );
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }));
    fc.assert(
      fc.property(object, fc.constantFrom('', ' ', '\n\t'), (value, blank) => {
        const text = `${blank}${JSON.stringify(value, undefined, blank)}`;
        expect(parseJson(text, '{ … }')).toEqual(JSON.parse(text));
        const [name] = Object.keys(value);
        if (name === undefined) return;
        for (const again of [JSON.stringify(name), `"${escaped(name)}"`])
          expect(codeOf(`${text.slice(0, text.lastIndexOf('}'))},${again}:0}`)).toEqual([400, 'BAD_USER_INPUT']);
        // The same name in another object is another one.
        expect(codeOf(`{"outer":[${text},${text}]}`)).toBe('taken');
      }),
      { seed: 19, numRuns: 300 },
    );
  });
});

describe('the length that is taken', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld('pglite');
  });

  it('adversarial 17: is a quarter of what providers may deliver for those who only ask', async () => {
    const body = (bytes: number): string => JSON.stringify({ query: '{ __typename }' }).padEnd(bytes, ' ');
    const send = async (bytes: number, token?: string): Promise<number> => {
      const response = await fetch(`${world.server.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: body(bytes),
      });
      await response.text();
      return response.status;
    };
    const provider = await world.token(MARKET_REGULATION);
    expect(await send(LIMITS.bodyBytes)).toBe(200);
    expect(await send(LIMITS.bodyBytes + 1)).toBe(413);
    expect(await send(LIMITS.deliveryBytes, provider)).toBe(200);
    expect(await send(LIMITS.deliveryBytes + 1, provider)).toBe(413);
  });
});
