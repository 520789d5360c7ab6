/** The catalogue of errors holds what a client meets first: a query that does not fit the schema, and the status that it then has. */
import { expect, it } from 'vitest';
import { catalogue } from '../../../gateway/docs/errors/catalogue.ts';

const entry = (reason: string) => catalogue().errors.find((one) => one.reason === reason);

it('A23.5 QUERY says what to do with a field that there is not', () => {
  const helps = entry('QUERY')?.says.map(({ help }) => help.en) ?? [];
  expect(helps).toContain('Check the query against the published schema, GET /schema.graphql.');
  expect(helps).toContain('Read it at GET /schema.graphql.');
});

it.each(['QUERY', 'SYNTAX', 'OPERATION', 'ALIASES', 'ROOTS', 'FIELDS', 'DEPTH', 'TOKENS', 'DIRECTIVES', 'COST'])(
  'A23.5 %s, which is refused before a query runs, has its status 400',
  (reason) => {
    expect(entry(reason)?.statuses).toEqual([400]);
  },
);
