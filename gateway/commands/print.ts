/**
 * Writes what is printed from the code (`npm run generate`): the tables of schema/LAW.md (rules, articles, dated numbers, bounded fields) and the catalogue
 * of errors.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { ARTICLES } from '../../schema/law/articles/articles.ts';
import { TERMS } from '../../schema/law/articles/terms.ts';
import { RULES } from '../../schema/law/rules/rules.ts';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import { sdlOf } from '../federation/supergraph.ts';
import { errorCatalogue } from './beside/error-catalogue.ts';

const LAW = new URL('../../schema/LAW.md', import.meta.url);
const ERRORS = new URL('../docs/errors/errors.json', import.meta.url);
const BEGIN = '<!-- printed: begin -->';
const END = '<!-- printed: end -->';

/** The first comment of a rule's file, which every rule file must have. */
function sentenceOf(name: string): string {
  const [file] = globSync(`../../schema/law/rules/${name}.ts`, { cwd: import.meta.dirname });
  if (file === undefined) throw new Error(`There is no file of the rule ${name}.`);
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  return comment
    .replace(/^\s*\*?/gm, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^.*? — /, '')
    .trim();
}

const ruleRows = (): string[] =>
  RULES.map(
    (rule) => `| ${rule.articles.join(', ')} | [${rule.name}](law/rules/${rule.name}.ts) | ${sentenceOf(rule.name)} |`,
  );

/** Fields that the SDL marks with `@openness` or `@personal`, each with the mark. */
function fieldRows(): string[] {
  const rows = new Map<string, string>();
  for (const name of SUBGRAPH_NAMES)
    for (const definition of parse(sdlOf(name)).definitions)
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION)
        for (const field of definition.fields ?? [])
          for (const directive of field.directives ?? []) {
            if (directive.name.value !== 'openness' && directive.name.value !== 'personal') continue;
            const value = directive.arguments?.[0]?.value;
            const mark = `@${directive.name.value} ${value?.kind === Kind.ENUM ? value.value : ''}`;
            const article = directive.name.value === 'openness' ? '23, 24, 35' : '23 last paragraph';
            rows.set(
              `${definition.name.value}.${field.name.value} ${mark}`,
              `| \`${definition.name.value}.${field.name.value}\` | ${mark} | ${article} |`,
            );
          }
  return [...rows.values()];
}

const UNITS = {
  WORKING_DAYS: 'working days',
  MONTHS: 'months',
  DAYS: 'days',
  PER_YEAR: 'a year',
  SET: 'as an order sets it',
} as const;

/** The generated part of schema/LAW.md. */
const printed = (): string =>
  [
    BEGIN,
    '',
    '### Rules of disclosure',
    '',
    '| article | rule | what it carries out |',
    '|---|---|---|',
    ...ruleRows(),
    '',
    '### Articles',
    '',
    '| article | term | what it asks |',
    '|---|---|---|',
    ...ARTICLES.map(({ number, term, asks }) => `| ${number} | ${term} | ${asks} |`),
    '',
    '### Dated numbers',
    '',
    '| number | value | from | source |',
    '|---|---|---|---|',
    ...TERMS.map(
      ({ key, value, unit, from, source }) =>
        `| ${key} | ${unit === 'SET' ? UNITS.SET : `${value} ${UNITS[unit]}`} | ${from} | ${source} |`,
    ),
    '',
    '### Fields that the SDL bounds',
    '',
    '| field | bound | article |',
    '|---|---|---|',
    ...fieldRows(),
    '',
    END,
  ].join('\n');

const before = readFileSync(LAW, 'utf8');
const begin = before.indexOf(BEGIN);
const end = before.indexOf(END);
if (begin < 0 || end < begin) throw new Error('schema/LAW.md has lost the marks of its printed part.');
writeFileSync(LAW, before.slice(0, begin) + printed() + before.slice(end + END.length));
writeFileSync(ERRORS, `${JSON.stringify(await errorCatalogue(), null, 1)}\n`);
