/** Has links to reports made, and opens them as a browser does. */
import { expect } from 'vitest';
import { type Headers as CreditHeaders, type Holder, OPERATOR, type World } from '../kit.ts';
import { make } from '../stories/report-kit.ts';

export const link = async (world: World, holder: Holder | null, id: string, given: CreditHeaders = {}) => {
  const response = await fetch(`${world.server.url}/reports/${id}/link`, {
    method: 'POST',
    headers: {
      ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
      ...(given.purpose === undefined ? {} : { 'credit-purpose': given.purpose }),
      ...(given.matter === undefined ? {} : { 'credit-matter': given.matter }),
      ...(given.case === undefined ? {} : { 'credit-case': encodeURIComponent(given.case) }),
    },
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  return { status: response.status, body: (await response.json()) as any, headers: response.headers };
};

/** What a browser sends by itself. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
export const open = async (url: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await fetch(url, { method, headers: { accept: BROWSER, ...headers } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() };
};

export const reportFor = async (
  world: World,
  holder: Holder,
  body: object,
  given: CreditHeaders = {},
): Promise<string> => (await make(world, holder, body, given)).body.id;
export const linkFor = async (world: World, holder: Holder, id: string, given: CreditHeaders = {}): Promise<string> =>
  (await link(world, holder, id, given)).body.url;

/** What a browser passes on and keeps of an address. */
export const keptBy = (headers: Headers) => ['referrer-policy', 'cache-control'].map((name) => headers.get(name));

/** What a page says to a browser of each language, without its frame. */
export const said = async (url: string, method = 'GET', more: Record<string, string> = {}) => {
  const told = await Promise.all(
    ['en', 'zh'].map(async (language) => {
      const { status, text, headers } = await open(url, { 'accept-language': language, ...more }, method);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(text).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
      expect(keptBy(headers)).toEqual(['no-referrer', 'no-store']);
      return [status, /<h1>(.*?)<\/h1>/.exec(text)?.[1], headers.get('allow')] as const;
    }),
  );
  return {
    statuses: told.map(([status]) => status),
    sentences: told.map(([, sentence]) => sentence),
    allow: told[0]?.[2],
  };
};

/** Agreements of a party that are in force. */
export async function agreementsOf(world: World, party: string): Promise<string[]> {
  const { data } = await world.ask(OPERATOR, '{ agreements(first: 50) { nodes { id party { code } status } } }');
  const found: { id: string; party: { code: string }; status: string }[] = data.agreements.nodes;
  return found.filter((one) => one.party.code === party && one.status === 'IN_FORCE').map(({ id }) => id);
}
