/** GET /docs: the reference pages, and what programs read of them. Made from this server, once a language. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { isLanguage, type Language } from '../../../schema/localized.ts';
import { docsPage, firstPage, type Missing, missingPage } from '../../docs/docs.ts';
import { catalogue } from '../../docs/errors/catalogue.ts';
import { DOCS_POLICY } from '../../docs/html.ts';
import { openapi } from '../../docs/openapi/document.ts';
import type { Facts } from '../../docs/page.ts';
import { languageOf } from '../../message/language.ts';
import { OPENING, VERIFYING } from '../checks/count-verification.ts';
import type { Exchange, HttpContext, Outcome, Route } from '../context.ts';
import { STATUS_OF } from '../fault.ts';
import { MAKING } from './reports.ts';

const VERSION = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string }
).version;

const page = (
  status: number,
  html: string,
  language: Language,
  headers: Readonly<Record<string, string>> = {},
): Outcome => ({
  status,
  body: Buffer.from(html),
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': DOCS_POLICY,
    'content-language': language,
    ...headers,
  },
});

/** Whether an address belongs to the pages: whatever is wrong with it is told as a page. */
export const isOfDocs = ({ url }: IncomingMessage): boolean => /^\/docs(?:[/?]|$)/.test(url ?? '');

/** The language of the address where it names one, else the one that is asked for. */
export function docsLanguage({ url, headers }: IncomingMessage): Language {
  const [, named = ''] = /^\/docs\/([^/?]*)/.exec(url ?? '') ?? [];
  return isLanguage(named) ? named : languageOf(headers['accept-language']);
}

const missing = (
  status: number,
  why: Missing,
  message: IncomingMessage,
  headers: Readonly<Record<string, string>> = {},
): Outcome => {
  const language = docsLanguage(message);
  return page(status, missingPage(why, language), language, { vary: 'Accept-Language', ...headers });
};

/** 404 of an address under /docs that is none, or 405 with `allow`. */
export const noSuchDocs = (message: IncomingMessage, allow?: string): Outcome =>
  allow === undefined ? missing(404, 'PAGE', message) : missing(405, 'METHOD', message, { allow });

const factsOf = (http: HttpContext, routes: readonly string[]): Facts => ({
  url: http.publicUrl(),
  development: http.issuer !== undefined,
  sample: http.sample,
  rates: http.rates,
  weights: { report: MAKING, verification: VERIFYING, opening: OPENING },
  requestTimeoutMs: http.deadlineMs,
  boundRoles: http.boundRoles,
  onlyKeptForParties: http.operations.onlyForParties,
  statusOf: STATUS_OF,
  routes,
});

const toFirst = (language: Language): Outcome =>
  page(302, missingPage('ELSEWHERE', language), language, { location: firstPage(language), vary: 'Accept-Language' });

/** The routes of the pages. `listed` gives all routes of a server, these among them, as `METHOD /path/{parameter}`. */
export function docsRoutes(listed: (http: HttpContext) => readonly string[]): readonly Route[] {
  const rendered = new WeakMap<HttpContext, Map<string, string>>();
  const read = (http: HttpContext, { message, parameters }: Exchange): Outcome => {
    const { language = '', page: name = '' } = parameters;
    if (!isLanguage(language)) return missing(404, 'LANGUAGE', message);
    const kept = rendered.get(http) ?? new Map<string, string>();
    rendered.set(http, kept);
    const key = `${language}/${name}`;
    const html = kept.get(key) ?? docsPage(name, language, factsOf(http, listed(http)));
    if (html === undefined) return missing(404, 'PAGE', message);
    kept.set(key, html);
    return page(200, html, language);
  };
  return [
    { method: 'GET', path: '/docs', checks: [], answer: (_http, { message }) => toFirst(docsLanguage(message)) },
    {
      method: 'GET',
      path: '/docs/openapi.json',
      checks: [],
      answer: (http) => ({ status: 200, body: openapi(factsOf(http, listed(http)), VERSION) }),
    },
    // As bytes: it holds every sentence in both languages, and none is to be picked as the answer leaves.
    {
      method: 'GET',
      path: '/docs/errors.json',
      checks: [],
      answer: () => ({ status: 200, body: Buffer.from(JSON.stringify(catalogue())) }),
    },
    {
      method: 'GET',
      path: '/docs/:language',
      checks: [],
      answer: (_http, { message, parameters: { language = '' } }) =>
        isLanguage(language) ? toFirst(language) : missing(404, 'LANGUAGE', message),
    },
    { method: 'GET', path: '/docs/:language/:page', checks: [], answer: read },
  ];
}
