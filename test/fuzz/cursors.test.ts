/** Cursors that are made up, changed, or of another caller: they are refused with an error, and never give rows that are not on the next page. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, type Holder, LISTED, MEI, OPERATOR, sharedWorld, subject, type World } from '../kit.ts';
import { budget, TIMEOUT } from './budget.ts';

interface Connection {
  readonly by: Holder | null;
  readonly query: string;
  readonly page: (data: unknown) => Page | undefined;
}

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly endCursor: string | null };
}

const records = (id: typeof COMPANY): string =>
  `query ($after: String, $before: String) { subject(identifier: { type: ${id.type}, value: "${id.value}" }) { records(first: 1, after: $after, before: $before) { nodes { id } pageInfo { endCursor } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: each query has an answer of its own
type Data = any;

const CONNECTIONS: readonly Connection[] = [
  { by: null, query: records(COMPANY), page: (data: Data) => data?.subject?.records },
  { by: null, query: records(LISTED), page: (data: Data) => data?.subject?.records },
  { by: BANK_A, query: records(COMPANY), page: (data: Data) => data?.subject?.records },
  {
    by: subject(MEI),
    query:
      'query ($after: String, $before: String) { me { records(first: 1, after: $after, before: $before) { nodes { id } pageInfo { endCursor } } } }',
    page: (data: Data) => data?.me?.records,
  },
  {
    by: OPERATOR,
    query:
      'query ($after: String, $before: String) { agreements(first: 1, after: $after, before: $before) { nodes { id } pageInfo { endCursor } } }',
    page: (data: Data) => data?.agreements,
  },
  {
    by: null,
    query:
      'query ($after: String, $before: String) { catalogItems(first: 1, after: $after, before: $before) { nodes { code } pageInfo { endCursor } } }',
    page: (data: Data) => data?.catalogItems,
  },
];

let world: World;
/** For each connection the cursor of its first page, and the second page that it leads to. Ahead of it stands nothing. */
const pages: { readonly cursor: string; readonly next: unknown }[] = [];
/** The comparable part of a page: its rows and whether there is a further cursor. Cursors themselves are encrypted anew each time. */
const comparable = (page: Page | undefined) => ({ nodes: page?.nodes, goesOn: typeof page?.pageInfo.endCursor });
type Side = 'after' | 'before';
const ask = ({ by, query }: Connection, cursor: string | null, side: Side = 'after') =>
  world.ask(by, query, { [side]: cursor }, by?.role === 'party' ? { purpose: 'LOAN_ORIGINATION' } : {});

beforeAll(async () => {
  world = await sharedWorld('pglite');
  for (const connection of CONNECTIONS) {
    const first = await ask(connection, null);
    expect([connection.query, first.errors]).toEqual([connection.query, undefined]);
    const cursor = connection.page(first.data)?.pageInfo.endCursor ?? null;
    const { data, errors } = await ask(connection, cursor);
    expect([connection.query, errors, typeof cursor]).toEqual([connection.query, undefined, 'string']);
    const next = comparable(connection.page(data));
    expect(next.nodes).toHaveLength(1);
    pages.push({ cursor: cursor ?? '', next });
  }
});

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
const sameBytes = (left: string, right: string): boolean =>
  Buffer.from(left, 'base64url').equals(Buffer.from(right, 'base64url'));

/** An issued cursor: with a flipped bit, cut off, with bytes appended, or unchanged. */
const changed = fc
  .tuple(fc.nat(CONNECTIONS.length - 1), fc.nat(), fc.constantFrom('turn', 'cut', 'add', 'as it is'), fc.uint8Array())
  .map(([index, at, how, more]) => {
    const bytes = Buffer.from(pages[index]?.cursor ?? '', 'base64url');
    const place = at % bytes.length;
    if (how === 'turn') bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8));
    return base64url(how === 'cut' ? bytes.subarray(0, place) : how === 'add' ? Buffer.concat([bytes, more]) : bytes);
  });

const madeUp = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map(base64url),
  fc.record({ on: fc.string(), id: fc.uuid() }).map((position) => base64url(JSON.stringify(position))),
  fc.jsonValue().map((value) => base64url(JSON.stringify(value))),
);

const side = fc.constantFrom<Side>('after', 'before');
const NOTHING = { nodes: [], goesOn: 'object' };

it(
  'A23.5 a cursor brings the next page to whom it was given, and nothing to anybody else',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(CONNECTIONS.length - 1), fc.oneof(changed, madeUp), side, async (index, cursor, from) => {
        const connection = CONNECTIONS[index];
        const page = pages[index];
        if (connection === undefined || page === undefined) throw new Error('There is no such connection.');
        const { data, errors } = await ask(connection, cursor, from);
        if (sameBytes(cursor, page.cursor)) {
          expect(errors).toBeUndefined();
          expect(comparable(connection.page(data))).toEqual(from === 'after' ? page.next : NOTHING);
        } else {
          expect([cursor, errors?.map(({ extensions }) => extensions.code)]).toEqual([cursor, ['BAD_USER_INPUT']]);
          expect(connection.page(data)?.nodes).toBeUndefined();
        }
      }),
      budget(200),
    );
  },
  TIMEOUT,
);
