/** Checks before the measurement that all sides give equal responses: a faster wrong answer would be worth nothing. */
import { isDeepStrictEqual } from 'node:util';
import type { Identifier, Tokens } from '../settings.ts';
import type { Side } from '../sides/side.ts';
import { type Asked, questionsAbout } from './questions.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions?: { readonly code?: string; readonly reason?: string; readonly article?: string };
  }[];
}

/** Replaces cursors, which are encrypted anew each time. Only whether there is one is compared; tests check what cursors lead to. */
const withoutCursors = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (key, held) => (key === 'endCursor' && held !== null ? 'cursor' : held));

const comparable = ({ data, errors }: Answer): unknown => ({
  data: withoutCursors(data),
  errors: (errors ?? [])
    .map(({ message, path, extensions }) => ({
      message,
      path: path ?? null,
      code: extensions?.code ?? null,
      reason: extensions?.reason ?? null,
      article: extensions?.article ?? null,
    }))
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
});

async function answerOf(url: string, { headers, body }: Asked): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, body });
  // Two refusals for too many requests would be alike.
  if (response.status === 429) throw new Error(`${url} asks for fewer requests: nothing can be compared.`);
  return comparable((await response.json()) as Answer);
}

/** Where two values differ first, and what stands there. */
export function firstDifference(left: unknown, right: unknown, path = ''): string | undefined {
  if (isDeepStrictEqual(left, right)) return undefined;
  const areObjects = [left, right].every((value) => typeof value === 'object' && value !== null);
  if (!areObjects) return `${path}: ${JSON.stringify(left)} and ${JSON.stringify(right)}`;
  const [one, other] = [left, right] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(one[key], other[key], `${path}/${key}`);
    if (found !== undefined) return found;
  }
  return `${path}: an object and a list, or of another kind`;
}

/** Throws where two responses differ. Returns the number of compared requests. Each side is asked in words of its own. */
export async function checkSame(
  left: Pick<Side, 'name' | 'urls'>,
  right: Pick<Side, 'name' | 'urls'>,
  asked: (side: Pick<Side, 'name' | 'urls'>) => readonly Asked[],
): Promise<number> {
  const pairs = asked(left).map((one, index) => [one, asked(right)[index] as Asked] as const);
  for (const [one, other] of pairs) {
    const [first, second] = await Promise.all([
      answerOf(left.urls[0] as string, one),
      answerOf(right.urls[0] as string, other),
    ]);
    const difference = firstDifference(first, second);
    if (difference !== undefined)
      throw new Error(
        `${left.name} and ${right.name} do not answer alike, so nothing is measured.
${one.body}
${difference.slice(0, 2_000)}`,
      );
  }
  return pairs.length;
}

/** Ids and numbers are each subject's own, and rows of one day stand in the order of their ids. */
const withoutOwn = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const sorted = value.map(withoutOwn).map((one) => JSON.stringify(one));
    return sorted.sort();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !['id', 'pseudonym', 'identifier'].includes(name))
      .map(([name, one]) => [name, withoutOwn(one)]),
  );
};

/** Throws where a copied subject is answered otherwise than what it was made of. Returns the number of compared requests. */
export async function checkCopies(
  { urls }: Pick<Side, 'urls'>,
  pairs: readonly (readonly [template: Identifier, copy: Identifier])[],
  tokens: Tokens,
): Promise<number> {
  const [url = ''] = urls;
  let compared = 0;
  for (const [template, copy] of pairs) {
    const [asked, alike] = [questionsAbout(template, tokens), questionsAbout(copy, tokens)];
    for (const [place, one] of asked.entries()) {
      const difference = firstDifference(
        withoutOwn(await answerOf(url, one)),
        withoutOwn(await answerOf(url, alike[place] as Asked)),
      );
      if (difference !== undefined) throw new Error(`A copied subject is answered otherwise: ${difference}`);
      compared += 1;
    }
  }
  return compared;
}
