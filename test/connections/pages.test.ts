/** Pages of every connection, in both directions and around cursors: what the Relay specification says of them, on real rows. */
import fc from 'fast-check';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemaOf } from '../gateway/root-fields.ts';
import { BANK_A, BANK_B, COMPANY, MEI, OPERATOR, onDatabaseOfStep } from '../kit.ts';
import { refusals } from '../stories/operations.ts';
import {
  below,
  CONNECTIONS,
  type Connection,
  documentOf,
  type Filled,
  keyOf,
  type Node,
  OTHER_READERS,
  openFilled,
  PAGE_INFO,
} from './every-connection.ts';

interface Page {
  readonly totalCount?: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: Readonly<Record<string, unknown>>;
}

const READ: readonly (readonly [name: string, Connection])[] = [...Object.entries(CONNECTIONS), ...OTHER_READERS];
const fieldOf = (name: string): string => name.split('.')[1] ?? '';
const ARGUMENTS = 'first: $first, after: $after, last: $last, before: $before';

/** A value of a type, as it stands in a document. */
function someOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return someOf(type.ofType);
  if (isListType(type)) return `[${someOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return type.name === 'Boolean' ? 'true' : '"BANK-A"';
  const [field] = Object.values(type.getFields());
  return field === undefined ? '{}' : `{ ${field.name}: ${someOf(field.type)} }`;
}

onDatabaseOfStep('pages of connections', (kind) => {
  let filled: Filled;
  /** The keys of each list as it was at first, with the cursor of each row. */
  const cursors: ReadonlyMap<string, string>[] = [];
  beforeAll(async () => {
    filled = await openFilled(kind);
    for (const [name, connection] of READ) {
      const { whole } = await pageOf(name, connection, {});
      cursors.push(new Map(whole.edges.map(({ cursor, node }) => [keyOf(node), cursor])));
    }
  });
  afterAll(() => filled.world.close());

  /** A page, and beside it the whole list of the same moment. */
  async function pageOf(name: string, connection: Connection, args: Readonly<Record<string, unknown>>) {
    const total = name === 'Query.changes' ? '' : 'totalCount';
    const rows = `{ ${total} nodes { ${connection.key} } edges { cursor node { ${connection.key} } } ${PAGE_INFO} }`;
    const uses = `whole: ${fieldOf(name)}(first: 200) ${rows} page: ${fieldOf(name)}(${ARGUMENTS}) ${rows}`;
    const { by, variables, headers } = connection;
    const { data, errors } = await filled.ask(by, documentOf(connection, uses), { ...variables, ...args }, headers);
    expect([name, args, errors]).toEqual([name, args, undefined]);
    return below(connection, data) as { readonly whole: Page; readonly page: Page };
  }

  it('forwards and backwards, of every size, behind one row and ahead of another', async () => {
    const asked = fc.record({
      list: fc.nat(READ.length - 1),
      size: fc.option(fc.integer({ min: 1, max: 9 })),
      last: fc.boolean(),
      after: fc.option(fc.nat()),
      before: fc.option(fc.nat()),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ list, size, last, ...at }) => {
        const [name, connection] = READ[list] ?? ['', undefined];
        if (connection === undefined) throw new Error('There is no such connection.');
        const onwards = connection.backwards === false;
        const known = [...(cursors[list]?.keys() ?? [])];
        const chosen = (place: number | null): string | null =>
          place === null ? null : (known[place % known.length] ?? null);
        const [after, before] = [chosen(at.after), onwards ? null : chosen(at.before)];
        const cursorOf = (key: string | null) => (key === null ? null : (cursors[list]?.get(key) ?? null));
        const { whole, page } = await pageOf(name, connection, {
          [last && !onwards ? 'last' : 'first']: size,
          after: cursorOf(after),
          before: cursorOf(before),
        });
        const keys = whole.nodes.map((node) => keyOf(node));
        // The specification: what follows `after`, of that what comes ahead of `before`, of that the first or the last.
        const from = after === null ? 0 : keys.indexOf(after) + 1;
        const to = before === null ? keys.length : keys.indexOf(before);
        const between = keys.slice(from, Math.max(from, to));
        // Without a size what is ahead of `before` is read backwards: it is the page before.
        const backwards = !onwards && (size === null ? before !== null : last);
        const most = size ?? 50;
        const expected = backwards ? between.slice(-most) : between.slice(0, most);
        expect(page.nodes.map((node) => keyOf(node))).toEqual(expected);
        expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
        const more = between.length > most;
        expect(page.pageInfo).toEqual({
          hasNextPage: (!backwards && more) || before !== null,
          hasPreviousPage: !onwards && ((backwards && more) || after !== null),
          startCursor: page.edges[0]?.cursor ?? null,
          endCursor: page.edges.at(-1)?.cursor ?? (onwards ? cursorOf(after) : null),
        });
        if (!onwards) expect([page.totalCount, whole.totalCount]).toEqual([keys.length, keys.length]);
      }),
      { numRuns: 60, seed: 20_261_127 },
    );
  });

  it('pages joined are the whole list, forwards and backwards', async () => {
    for (const [name, connection] of READ) {
      if (connection.grows === true) continue;
      const directions = connection.backwards === false ? [false] : [false, true];
      for (const backwards of directions)
        for (let [keys, cursor, size] = [[] as string[], null as string | null, 3]; ; size = 7) {
          const args = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
          const { whole, page } = await pageOf(name, connection, args);
          const read = page.nodes.map((node) => keyOf(node));
          keys = backwards ? [...read, ...keys] : [...keys, ...read];
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
          if (backwards ? hasPreviousPage : hasNextPage) {
            cursor = String(backwards ? startCursor : endCursor);
            continue;
          }
          expect([name, backwards, keys]).toEqual([name, backwards, whole.nodes.map((node) => keyOf(node))]);
          break;
        }
    }
  });

  it('A23.5 all cursors are of one length, whatever stands at them', async () => {
    const lengths = cursors.flatMap((list) => [...list.values()].map(({ length }) => length));
    expect(new Set(lengths).size).toBe(1);
  });

  it('refuses sizes out of range and in both directions, each with what to do', async () => {
    for (const [name, connection] of READ) {
      const ask = async (args: Readonly<Record<string, unknown>>) => {
        const { by, variables, headers } = connection;
        const uses = `${fieldOf(name)}(${ARGUMENTS}) { nodes { ${connection.key} } }`;
        const answer = await filled.ask(by, documentOf(connection, uses), { ...variables, ...args }, headers);
        const [error] = answer.errors ?? [];
        return [error?.extensions.code, error?.extensions.reason, error?.message, error?.extensions.help];
      };
      const size = (argument: string, sent: number, follow: string) => [
        'BAD_USER_INPUT',
        'PAGE_SIZE',
        `${argument} is ${sent}; it goes from 1 to 200.`,
        `Ask for smaller pages and follow ${follow}.`,
      ];
      for (const sent of [0, -1, 201]) expect(await ask({ first: sent })).toEqual(size('first', sent, 'endCursor'));
      if (connection.backwards === false) {
        for (const args of [{ last: 1 }, { before: 'x' }, { first: 1, last: 1 }])
          expect(await ask(args)).toEqual([
            'BAD_USER_INPUT',
            'PAGE_DIRECTION',
            expect.stringMatching(/^changes is read onwards only, without (last|before): news that is told later/),
            'Send first, and after with the cursor of the last change that was read.',
          ]);
        continue;
      }
      for (const sent of [0, -1, 201]) expect(await ask({ last: sent })).toEqual(size('last', sent, 'startCursor'));
      expect(await ask({ first: 1, last: 1 })).toEqual([
        'BAD_USER_INPUT',
        'PAGE_DIRECTION',
        'first and last are sent together, so that it is not said which end of the list is meant.',
        'Send first to read onwards, with after; or last to read backwards, with before.',
      ]);
      for (const argument of ['after', 'before'])
        expect(await ask({ [argument]: 'x' })).toEqual([
          'BAD_USER_INPUT',
          'CURSOR',
          'The cursor was not issued to this caller for this query, or it is of an earlier release.',
          `Start again without ${argument}; a cursor is good for the same token, purpose, matter and arguments only.`,
        ]);
    }
  });

  it('A23.5 a cursor of another caller, purpose, query or list leads nowhere, from either side', async () => {
    const LOAN = { purpose: 'LOAN_ORIGINATION' };
    const RECORDS = `query ($id: SubjectIdentifierInput!, $after: String, $before: String, $items: [String!]) { subject(identifier: $id) {
      records(first: 1, after: $after, before: $before, items: $items) { edges { cursor } } } }`;
    const { data } = await filled.ask(BANK_A, RECORDS, { id: COMPANY }, LOAN);
    const cursor: string = data.subject.records.edges[0].cursor;
    expect((await filled.ask(BANK_A, RECORDS, { id: COMPANY, after: cursor }, LOAN)).errors).toBeUndefined();
    for (const argument of ['after', 'before'])
      for (const [holder, variables, headers] of [
        [null, { id: COMPANY }, {}],
        [BANK_B, { id: COMPANY }, LOAN],
        [BANK_A, { id: COMPANY }, { purpose: 'POST_LOAN_MONITORING' }],
        [BANK_A, { id: MEI }, LOAN],
        [BANK_A, { id: COMPANY, items: ['PENALTY-GENERAL'] }, LOAN],
      ] as const)
        expect(refusals(await filled.ask(holder, RECORDS, { ...variables, [argument]: cursor }, headers))).toEqual([
          'subject.records BAD_USER_INPUT CURSOR ',
        ]);
    const AGREEMENTS = 'query ($before: String) { agreements(last: 1, before: $before) { edges { cursor } } }';
    expect(refusals(await filled.ask(OPERATOR, AGREEMENTS, { before: cursor }))).toEqual([
      'agreements BAD_USER_INPUT CURSOR ',
    ]);
  });

  it('A23.5 a cursor of a list leads into no other list of the same field, whatever argument chose its rows', async () => {
    const schema = await schemaOf(filled.world);
    const asked: string[] = [];
    for (const [at, [name, connection]] of Object.entries(CONNECTIONS).entries()) {
      const { by, variables, headers, key, chosenBy = {} } = connection;
      const type = schema.getType(name.split('.')[0] ?? '');
      const args = isObjectType(type) ? type.getFields()[fieldOf(name)]?.args : undefined;
      const [after] = cursors[at]?.values() ?? [];
      for (const { name: argument, type: taken } of args ?? []) {
        if (ARGUMENTS.includes(`$${argument}`)) continue;
        const uses = `${fieldOf(name)}(${argument}: ${chosenBy[argument] ?? someOf(taken)}, after: $after) { nodes { ${key} } }`;
        const answer = await filled.ask(by, documentOf(connection, uses), { ...variables, after }, headers);
        expect([name, argument, answer.errors?.[0]?.extensions.reason]).toEqual([name, argument, 'CURSOR']);
        asked.push(`${name} ${argument}`);
      }
    }
    expect(asked.length).toBeGreaterThan(9);
  });

  it('an empty page has no cursors', async () => {
    const { data } = await filled.ask(
      OPERATOR,
      `{ none: agreements(party: "BANK-C") { totalCount nodes { id } edges { cursor } ${PAGE_INFO} } }`,
    );
    expect(data.none).toEqual({
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});
