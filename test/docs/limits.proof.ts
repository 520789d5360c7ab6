/**
 * Each limit of the page is where the page says: what fits is not refused for it, one more is, with the status and reason of its row. The figures are
 * read from the page. A proof: it opens a world and sends it what is as large as may be.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  OPERATOR,
  openWorld,
  PERMIT_OFFICE,
  type World,
} from '../kit.ts';
import { asking, JSON_TYPE } from './over-http.ts';
import { rowsOf } from './render.ts';

let world: World;
/** Figure and refusal by what is limited. */
let told: ReadonlyMap<string, readonly [figure: number, beyond: string]>;
beforeAll(async () => {
  world = await openWorld('pglite', { environment: { DUE_EVERY_MS: '86400000' } });
  const page = await (await fetch(`${world.server.url}/docs/en/limits`)).text();
  const rows = ['document', 'body', 'sizes'].flatMap((id) => rowsOf(page, id).slice(1));
  told = new Map(rows.map(([what = '', figure, beyond = '']) => [what.split(':')[0] ?? '', [Number(figure), beyond]]));
});
afterAll(() => world.close());
const { ask } = asking(() => world);

interface Sent {
  readonly query: string;
  readonly variables?: unknown;
  readonly by?: Holder;
  readonly headers?: Readonly<Record<string, string>>;
}

async function answered({ query, variables, by, headers }: Sent): Promise<readonly [status: number, refusal: string]> {
  const body = JSON.stringify({ query, variables });
  const { status, body: text } = await ask(
    '',
    '/graphql',
    { ...(by === undefined ? {} : { by }), headers: { ...JSON_TYPE, ...headers }, body },
    'POST',
  );
  const [error] = (JSON.parse(text).errors ?? []) as { extensions: { code: string; reason?: string } }[];
  return [status, error === undefined ? '' : `${error.extensions.code} ${error.extensions.reason ?? ''}`.trim()];
}

const repeat = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');
const many = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
const DESK = { 'credit-purpose': 'PERMIT', 'credit-case': '2026-1' };
const MONITORING = { 'credit-purpose': 'POST_LOAN_MONITORING' };
const nested = (levels: number): unknown => (levels === 0 ? 1 : { x: nested(levels - 1) });
const deep = (levels: number): string => (levels === 1 ? 'code' : `nodes { ${deep(levels - 1)} }`);

/** By the words of the row: a request that holds so many of it. */
const HOLDING: Readonly<Record<string, (count: number) => Sent>> = {
  'levels of selection': (count) => ({ query: `{ units { ${deep(count - 1)} } }` }),
  'fields, fragments expanded': (count) => ({ query: `{ units { nodes { ${repeat(count - 2, () => 'code')} } } }` }),
  'fields directly under the operation': (count) => ({ query: `{ ${repeat(count, () => '__typename')} }` }),
  aliases: (count) => ({ query: `{ units(first: 1) { nodes { ${repeat(count, (index) => `a${index}: code`)} } } }` }),
  directives: (count) => ({
    query: `{ units(first: 1) { nodes { ${repeat(count, () => 'code @include(if: true)')} } } }`,
  }),
  'spreads of fragments': (count) => ({
    query: `{ units(first: 1) { nodes { ${repeat(count, () => '...F')} } } } fragment F on Unit { code }`,
  }),
  'tokens of the document': (count) => ({
    query: `{ units(first: 1) { nodes { ${repeat(count - 13, () => 'code')} } } }`,
  }),
  'levels of the variables': (count) => ({ query: '{ __typename }', variables: { x: nested(count) } }),
  'rows of the largest page': (count) => ({ query: `{ units(first: ${count}) { totalCount } }` }),
  'subjects of subjects': (count) => ({
    query: 'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { id } }',
    variables: { ids: many(count, COMPANY) },
  }),
  'subjects of matterChecks': (count) => ({
    query: 'query ($ids: [SubjectIdentifierInput!]!) { matterChecks(subjects: $ids, matter: "FOOD-PERMIT") { id } }',
    variables: { ids: many(count, COMPANY) },
    by: PERMIT_OFFICE,
    headers: DESK,
  }),
  'subjects of watch and unwatch': (count) => ({
    query: 'mutation ($ids: [SubjectIdentifierInput!]!) { unwatch(subjects: $ids) { unwatched } }',
    variables: { ids: many(count, COMPANY) },
    by: BANK_A,
    headers: MONITORING,
  }),
  'items of access': (count) => ({
    query:
      'query ($id: SubjectIdentifierInput!, $items: [String!]) { access(subject: $id, items: $items) { granted } }',
    variables: { id: COMPANY, items: many(count, 'PENALTY-GENERAL') },
  }),
  'records of submitRecords': (count) => ({
    query: 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
    variables: {
      input: {
        item: 'PENALTY-GENERAL',
        records: many(count, { subject: COMPANY, subjectName: 'x', occurredOn: '2026-13-01', content: {} }),
      },
    },
    by: MARKET_REGULATION,
  }),
  'results of deliverAssessments': (count) => ({
    query: 'mutation ($input: DeliverAssessmentsInput!) { deliverAssessments(input: $input) { accepted } }',
    variables: {
      input: {
        item: 'ASSESSMENT-PUBLIC',
        edition: '2026',
        results: many(count, { uscc: 'x', subjectName: 'x', level: '优', assessedOn: '2026-13-01' }),
      },
    },
    by: OPERATOR,
  }),
  'entries of submitDefaulters': (count) => ({
    query: 'mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted } }',
    variables: {
      input: {
        entries: many(count, {
          subject: COMPANY,
          subjectName: 'x',
          decisionNumber: '',
          basisDocument: '',
          reasons: '',
          enteredOn: '2026-13-01',
        }),
      },
    },
    by: { role: 'provider', unit: 'HLJ-COURT' },
  }),
};

/** Where the error is within an answer, GraphQL leaves it 200; before the query runs it is 400. */
const WITHIN = /BATCH_SIZE|PAGE_SIZE/;

describe('the page of limits', () => {
  it.each(Object.keys(HOLDING))('%s', async (what) => {
    const [figure, beyond] = told.get(what) ?? [Number.NaN, ''];
    const holding = HOLDING[what];
    if (holding === undefined || Number.isNaN(figure)) throw new Error(`The page has no row ${what}.`);
    const [, code, reason] = /(?:\d{3} )?([A-Z_]+)(?: ([A-Z_]+))?$/.exec(beyond) ?? [];
    const refusal = `${code} ${reason ?? ''}`.trim();
    const [status, one] = await answered(holding(figure + 1));
    expect([what, one, status]).toEqual([what, refusal, WITHIN.test(beyond) ? 200 : 400]);
    expect([what, beyond.startsWith('400') || WITHIN.test(beyond)]).toEqual([what, true]);
    const [, fits] = await answered(holding(figure));
    expect([what, fits === refusal]).toEqual([what, false]);
  });

  it('A23.5 the catalogue of errors has the status of each that is refused before it runs, and what is said of a query that does not fit', async () => {
    const { errors } = (await (await fetch(`${world.server.url}/docs/errors.json`)).json()) as {
      errors: { reason: string | null; statuses: number[]; says: { help: { en: string } }[] }[];
    };
    const before = [...told.values()].flatMap(([, beyond]) => /^400 TOO_COSTLY ([A-Z]+)$/.exec(beyond)?.[1] ?? []);
    expect(before.length).toBeGreaterThan(7);
    for (const reason of before)
      expect([reason, errors.find((one) => one.reason === reason)?.statuses]).toEqual([reason, [400]]);
    for (const query of ['{ nothing }', 'query ($first: Int) { units(first: $first) { totalCount } }']) {
      const { status, body } = await ask(
        '',
        '/graphql',
        { headers: JSON_TYPE, body: JSON.stringify({ query, variables: { first: 'x' } }) },
        'POST',
      );
      const { reason, help } = JSON.parse(body).errors[0].extensions;
      expect([query, status, reason]).toEqual([query, 400, 'QUERY']);
      expect(errors.find((one) => one.reason === 'QUERY')?.says.map((one) => one.help.en)).toContain(help);
    }
  });

  it('bytes of a body, by role', async () => {
    for (const [what, by] of [
      ['bytes of a body', BANK_A],
      ['bytes of a body of a role that delivers records', MARKET_REGULATION],
    ] as const) {
      const [figure] = told.get(what) ?? [Number.NaN];
      const body = (size: number) => '{"query":"{ __typename }"}'.padEnd(size, ' ');
      const status = async (size: number) =>
        (await ask('', '/graphql', { by, headers: JSON_TYPE, body: body(size) }, 'POST')).status;
      expect([what, await status(figure), await status(figure + 1)]).toEqual([what, 200, 413]);
    }
  });

  it('a client of application/json gets 200 for what GraphQL refuses, and not for a body that cannot be read', async () => {
    const [levels] = told.get('levels of the variables') ?? [Number.NaN];
    const status = async (body: unknown) =>
      (
        await ask(
          '',
          '/graphql',
          { headers: { ...JSON_TYPE, accept: 'application/json' }, body: JSON.stringify(body) },
          'POST',
        )
      ).status;
    expect(await status({ query: '{ nothing }' })).toBe(200);
    expect(await status({ query: '{ __typename }', variables: { x: nested(levels + 1) } })).toBe(400);
    expect(await status({ query: 7 })).toBe(400);
  });

  it('levels of a body, and characters of a token', async () => {
    const [levels] = told.get('levels of a body') ?? [Number.NaN];
    const status = async (depth: number) =>
      (
        await ask(
          '',
          '/graphql',
          {
            headers: JSON_TYPE,
            body: `{"query":"{ __typename }","x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`,
          },
          'POST',
        )
      ).status;
    expect([await status(levels), await status(levels + 1)]).toEqual([200, 400]);
    const [characters] = told.get('characters of a token') ?? [Number.NaN];
    const told401 = async (length: number) => {
      const answer = await ask(
        '',
        '/graphql',
        { headers: { ...JSON_TYPE, authorization: `Bearer ${'x'.repeat(length)}` }, body: '{}' },
        'POST',
      );
      return [answer.status, JSON.parse(answer.body).errors[0].message];
    };
    expect(await told401(characters + 1)).toEqual([401, 'The token is too long.']);
    expect(await told401(characters)).toEqual([401, 'The token is no JWT that names its issuer.']);
  });

  it('rows of a page when none are asked for: there are more, and no more come', async () => {
    const [figure] = told.get('rows of a page when neither first nor last is sent') ?? [Number.NaN];
    const { data } = await world.ask(null, '{ catalogItems { totalCount nodes { code } } }');
    expect(data.catalogItems.nodes).toHaveLength(Math.min(figure, data.catalogItems.totalCount));
  });
});
