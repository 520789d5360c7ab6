/** The catalogue of errors (gateway/docs/errors/errors.json): by code and reason the articles and sentences, from the places where they are made. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODES, type Code } from '../../../schema/errors.ts';
import { REASONS } from '../../../schema/law/decision.ts';
import { REFUSALS } from '../../../schema/messages/refusals.ts';
import type { Said } from '../../../schema/messages/said.ts';
import type { Catalogue } from '../../docs/errors/catalogue.ts';
import { MADE, PASSED_ON, WRAPPERS } from './error-makers.ts';
import { literals, TOGETHER } from './error-reasons.ts';
import { sentences } from './error-sentences.ts';
import { callsIn, errorSites, MAKERS, type Site } from './error-sites.ts';
import { rowCodes } from './row-codes.ts';

const ROOT = join(import.meta.dirname, '../../..');

const article = (source: string | undefined): string[] =>
  [...(source ?? '').matchAll(/^'(\d[^']*)'$/g)].map(([, text]) => text ?? '');
const references = (given: readonly string[]): string[] => [
  ...new Set(
    [...given.join(' ').matchAll(/\b(\w+Messages\.\w+)\b|\b([A-Z_]+_FAULTS)\[/g)].map(
      ([, one, many]) => one ?? many ?? '',
    ),
  ),
];

interface Found {
  readonly code: Code;
  readonly reasons: readonly (string | null)[];
  readonly statuses: readonly number[];
  readonly articles: readonly string[];
  readonly references: readonly string[];
}

/** Whoever is refused under gateway/query/ is refused before the query runs, so that HTTP says it too. */
const BEFORE_IT_RUNS = 'gateway/query/';

/** What the formatter of errors makes of Apollo's errors of a query that does not fit the schema, or whose variables do not fit the query. */
const ofApollo = (): Found => ({
  code: 'BAD_USER_INPUT',
  reasons: ['QUERY'],
  statuses: [400],
  articles: [],
  references: references([readFileSync(join(ROOT, 'gateway/federation/errors.ts'), 'utf8')]).filter((name) =>
    name.startsWith('documentMessages.'),
  ),
});

/** Which argument says what, by maker. */
function read({ at, maker, given }: Site): Found | undefined {
  const [first, second, third, fourth] = given;
  const status = /^\d{3}$/.test(first ?? '') ? [Number(first)] : at.startsWith(BEFORE_IT_RUNS) ? [400] : [];
  const said = references(given);
  const isPassedOn = said.length === 0 || !(/^\d{3}$/.test(first ?? '') || literals(first).length > 0);
  if (isPassedOn && PASSED_ON.includes(`${at.replace(/:\d+$/, '')} ${maker}`)) return undefined;
  const reasonsOf = (source: string | undefined): readonly string[] => {
    const found = TOGETHER[source ?? ''] ?? literals(source);
    if (found.length === 0)
      throw new Error(
        `${at}: the reason ${source} of ${maker} is not read; name what it can be in TOGETHER of error-catalogue.ts.`,
      );
    return found;
  };
  const plain = { statuses: status, articles: [] as readonly string[], references: said };
  switch (maker) {
    case 'forbidden':
      return { ...plain, code: 'FORBIDDEN', reasons: reasonsOf(first), articles: article(second) };
    case 'badInput':
      return { ...plain, code: 'BAD_USER_INPUT', reasons: reasonsOf(first), articles: article(third) };
    case 'conflict':
    case 'tooCostly':
      return { ...plain, code: MAKERS[maker] as Code, reasons: reasonsOf(first) };
    case 'notFound':
      return given.length === 0
        ? undefined
        : { ...plain, code: 'NOT_FOUND', reasons: ['NOT_FOUND'], references: ['inputMessages.noneOfYours'] };
    case 'notFoundAs':
      return { ...plain, code: 'NOT_FOUND', reasons: ['NOT_FOUND'] };
    case 'unavailable':
      return { ...plain, code: 'UNAVAILABLE', reasons: ['UNAVAILABLE'] };
    case 'HttpError':
      return {
        ...plain,
        code: literals(second)[0] as Code,
        reasons: [/reason: '([A-Z_]+)'/.exec(fourth ?? '')?.[1] ?? null],
        articles: [...(fourth ?? '').matchAll(/article: '([^']+)'/g)].map(([, one]) => one ?? ''),
      };
    case 'errorOutcome': {
      const code = literals(second)[0];
      return code === undefined
        ? { ...plain, code: 'BAD_USER_INPUT', reasons: [null] }
        : { ...plain, code: code as Code, reasons: reasonsOf(third) };
    }
    default:
      return {
        ...plain,
        code: MAKERS[maker] as Code,
        reasons: [null],
        statuses: maker === 'unauthenticated' ? [401] : status,
      };
  }
}

const wrapped = (): Found[] =>
  WRAPPERS.flatMap(({ file, call, code, reason, article: of }) =>
    callsIn(file, [call]).flatMap(({ given }): Found[] => {
      const said = references(given);
      if (said.length === 0) return [];
      const statuses = code === 'UNAUTHENTICATED' ? [401] : file.startsWith('gateway/') ? [400] : [];
      return [
        {
          code,
          reasons: [reason ?? literals(given[0])[0] ?? null],
          statuses,
          articles: of === undefined ? [] : [of],
          references: said,
        },
      ];
    }),
  );

/** Articles under which the rules of disclosure refuse for a reason. */
const articlesOfRules = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const file of globSync('schema/law/rules/*.ts', { cwd: ROOT })) {
    const source = readFileSync(join(ROOT, file), 'utf8');
    const own = [...source.matchAll(/article: '([^']+)'/g)].map(([, one]) => one ?? '');
    for (const reason of REASONS)
      if (source.includes(`'${reason}'`)) found.set(reason, [...(found.get(reason) ?? []), ...own]);
  }
  return found;
};

const inOrder = (texts: Iterable<string>): string[] =>
  [...new Set(texts)].sort(
    (left, right) => Number.parseInt(left, 10) - Number.parseInt(right, 10) || left.localeCompare(right),
  );

interface Gathered {
  readonly code: Code;
  readonly reason: string | null;
  readonly statuses: Set<number>;
  readonly articles: Set<string>;
  /** By their text, so that each is told once. */
  readonly says: Map<string, Said>;
}

export async function errorCatalogue(): Promise<Catalogue> {
  const said = await sentences();
  const entries = new Map<string, Gathered>();
  const entry = (code: Code, reason: string | null): Gathered => {
    const key = `${code} ${reason ?? ''}`;
    const known = entries.get(key) ?? { code, reason, statuses: new Set(), articles: new Set(), says: new Map() };
    entries.set(key, known);
    return known;
  };
  const articles = articlesOfRules();
  for (const reason of REASONS) {
    const { articles: of, says } = entry('FORBIDDEN', reason);
    says.set(JSON.stringify(REFUSALS[reason]), REFUSALS[reason]);
    for (const one of articles.get(reason) ?? []) of.add(one);
  }
  const found: Found[] = [
    ...errorSites().flatMap((site) => read(site) ?? []),
    ...wrapped(),
    ofApollo(),
    ...MADE.map(({ of, reason, ...made }) => ({ ...made, reasons: [reason], references: [of] })),
  ];
  for (const { code, reasons, statuses, articles: named, references: names } of found)
    for (const reason of reasons) {
      const gathered = entry(code, reason);
      for (const status of statuses) gathered.statuses.add(status);
      for (const one of named) gathered.articles.add(one);
      for (const one of names.flatMap((name) => said(name, reason))) gathered.says.set(JSON.stringify(one), one);
    }
  const errors = [...entries.values()].map(({ code, reason, statuses, articles: named, says }) => ({
    code,
    reason,
    statuses: [...statuses].sort(),
    articles: inOrder(named),
    says: [...says.values()],
  }));
  const silent = errors.find(({ says }) => says.length === 0);
  if (silent !== undefined) throw new Error(`${silent.code} ${silent.reason} says nothing in the catalogue of errors.`);
  errors.sort(
    (left, right) =>
      CODES.indexOf(left.code) - CODES.indexOf(right.code) || (left.reason ?? '').localeCompare(right.reason ?? ''),
  );
  return { errors, rows: rowCodes() };
}
