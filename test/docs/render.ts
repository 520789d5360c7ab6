/** The pages as some server would show them, without a server. */
import { docsPage, PAGES } from '../../gateway/docs/docs.ts';
import type { Facts } from '../../gateway/docs/page.ts';
import { ROUTES } from '../../gateway/http/index.ts';
import { labelOf } from '../../gateway/http/paths.ts';
import { LANGUAGES, type Language } from '../../schema/localized.ts';

export const LISTED: readonly string[] = ROUTES.map((route) => `${route.method} ${labelOf(route)}`);

export const FACTS: Facts = {
  url: 'https://credit.example',
  development: true,
  sample: true,
  rates: { public: 311, subject: 613, unit: 60_017 },
  weights: { report: 10, verification: 5, opening: 10 },
  requestTimeoutMs: 25_000,
  boundRoles: ['PARTY'],
  onlyKeptForParties: false,
  statusOf: { FORBIDDEN: 403 },
  routes: LISTED,
};

export const shown = (name: string, language: Language, facts: Facts = FACTS): string => {
  const html = docsPage(name, language, facts);
  if (html === undefined) throw new Error(`There is no page ${name}.`);
  return html;
};

export const EVERY: readonly (readonly [name: string, language: Language])[] = PAGES.flatMap(({ name }) =>
  LANGUAGES.map((language) => [name, language] as const),
);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of some HTML. */
export const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (_all, name: string) => ENTITIES[name] ?? '');

/** Blocks of code, in their order; those alone that are run. */
export const codeOf = (html: string, runs = false): string[] =>
  [
    ...html.matchAll(runs ? /<pre data-run><code>([\s\S]*?)<\/code>/g : /<pre(?: data-run)?><code>([\s\S]*?)<\/code>/g),
  ].map(([, code]) => textOf(code ?? ''));

/** Rows of the tables of a section, cell by cell. */
export const rowsOf = (html: string, id: string): string[][] => {
  const [, section = ''] = new RegExp(`<section id="${id}">([\\s\\S]*?)</section>`).exec(html) ?? [];
  return [...section.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell]) => textOf(cell ?? '')),
  );
};
