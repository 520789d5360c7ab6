/** Asks in each language, for tests of what is told in which. */
import { expect } from 'vitest';
import type { Holder, World } from '../kit.ts';

interface Sent {
  readonly holder?: Holder | null;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  readonly body: any;
}

export const post = async (
  world: World,
  language: string | undefined,
  { holder = null, query, variables = {}, headers = {} }: Sent,
): Promise<Told> => {
  const response = await fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(language === undefined ? {} : { 'accept-language': language }),
      ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
};

/** An answer without its words and without ids: what must be the same in every language. */
const decided = ({ status, body }: Told) => ({
  status,
  data: body.data,
  errors: body.errors?.map(({ message: _message, extensions, ...error }: { message: string; extensions: object }) => {
    const { help: _help, id: _id, ...rest } = extensions as { help?: string; id?: string };
    return { ...error, ...rest };
  }),
});

const wordsOf = ({ body }: Told): readonly [message: string, help: string] => {
  const { message, extensions } = body.errors[0];
  return [message, extensions.help];
};

/** Asks in Chinese, in English and without a wish: the same is decided, and no more than one language leaves. */
export async function both(
  world: World,
  sent: Sent,
): Promise<{ zh: readonly string[]; en: readonly string[]; code: string }> {
  const zh = await post(world, 'zh-CN,zh;q=0.9,en;q=0.8', sent);
  const en = await post(world, 'en', sent);
  const none = await post(world, undefined, sent);
  expect(decided(en)).toEqual(decided(none));
  expect(decided(zh)).toEqual(decided(en));
  for (const { text, headers } of [zh, en, none]) {
    expect(text).not.toContain('said');
    expect(headers.get('vary')).toBe('Accept, Accept-Language');
  }
  expect([zh, en, none].map(({ headers }) => headers.get('content-language'))).toEqual(['zh', 'en', 'en']);
  expect(en.text + none.text).not.toMatch(/\p{Script=Han}/u);
  return { zh: wordsOf(zh), en: wordsOf(en), code: en.body.errors[0].extensions.code };
}
