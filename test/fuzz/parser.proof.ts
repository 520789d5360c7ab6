/**
 * Bytes, JSON and documents that are nearly right, sent to POST /graphql: invalid ones are refused with an error, and no error reveals internals.
 * What is invalid is decided independently, by TextDecoder, JSON.parse, and `validate` with the introspected schema. In `npm run proof`,
 * because it takes long: it validates every document a second time.
 */
import fc from 'fast-check';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, HIDDEN, openWorld, soonest, subject, type World } from '../kit.ts';
import { budget, TIMEOUT } from './budget.ts';
import { BODIES, DOCUMENTS, nearlyDocument, utf8, VARIABLES } from './documents.ts';
import { nearlyBytes } from './nearly-right-input.ts';
import { send } from './send.ts';

let world: World;
let schema: GraphQLSchema;
/** Properties of Object.prototype. A request that could add one (prototype pollution) would change every later check. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

beforeAll(async () => {
  world = await openWorld(soonest(), { environment: { DUE_EVERY_MS: '86400000' } });
  schema = buildClientSchema((await world.ask(null, getIntrospectionQuery())).data);
});
afterAll(async () => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(INHERITED);
  const name = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
  const { data } = await world.ask(null, name, { id: COMPANY });
  expect(data).toEqual({ subject: { name: '哈尔滨示例冰雪设备有限公司' } });
  await world.close();
});

/** Whether a body is JSON in UTF-8, by Node's own parsers. */
function isJson(body: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
    return true;
  } catch {
    return false;
  }
}

it(
  'adversarial 19: bytes, and JSON with a few of its bytes changed, are answered or refused in words, and what is no JSON is refused',
  async () => {
    const any = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 1, arbitrary: any }, { weight: 4, arbitrary: nearlyBytes(BODIES) }), (body) =>
        send(world, body).then((status) => {
          if (!isJson(body)) expect(status).toBe(400);
        }),
      ),
      budget(500),
    );
  },
  TIMEOUT,
);

it(
  'adversarial 19: JSON of any shape is answered or refused in words, whatever its keys are called',
  async () => {
    const key = fc.oneof(
      fc.constantFrom('query', 'variables', 'operationName', 'documentId', 'extensions', 'id', 'type', 'value'),
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''),
      fc.string(),
    );
    const leaf = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        1,
        1e308,
        '',
        ...DOCUMENTS.slice(0, 3),
        HIDDEN.value,
        'USCC',
        '\0',
        '\ud800',
      ),
      fc.constant(VARIABLES[0]),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree')),
        fc.array(fc.tuple(key, tie('tree'))).map(objectOf),
      ),
    }));
    // The JSON is written by `written` below: a key such as __proto__ appears only in the text and is never set on an object of the test.
    const query = fc.oneof(fc.constantFrom<unknown>(...DOCUMENTS), tree);
    const whole = fc
      .array(fc.tuple(key, tree))
      .chain((more) =>
        query.map((document) => objectOf([['query', document], ...more.filter(([name]) => name !== 'query')])),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(whole, tree), fc.constantFrom(null, BANK_A), async (body, holder) => {
        await send(world, utf8(written(body)), {}, holder);
      }),
      budget(500),
    );
  },
  TIMEOUT,
);

it(
  'A23.5 a document with a few of its tokens changed is answered only if the schema that is shown allows it',
  async () => {
    const holders = [null, BANK_A, subject(COMPANY)];
    const statuses: number[] = [];
    await fc.assert(
      fc.asyncProperty(nearlyDocument, fc.constantFrom(...holders), async ({ query, variables }, holder) => {
        const status = await send(world, utf8(JSON.stringify({ query, variables })), {}, holder);
        statuses.push(status);
        if (!allowed(query)) expect([query, status]).toEqual([query, 400]);
      }),
      budget(500),
    );
    // A changed document is sometimes still valid. Too few or too many of those would mean that the generator is of no use.
    const share = statuses.filter((status) => status === 200).length / statuses.length;
    expect([share > 0.03, share < 0.5]).toEqual([true, true]);
  },
  TIMEOUT,
);

/** A JSON object as a list of pairs, so that names such as __proto__, and the same name twice, are possible. */
class Pairs {
  readonly pairs: readonly (readonly [string, unknown])[];
  constructor(pairs: readonly (readonly [string, unknown])[]) {
    this.pairs = pairs;
  }
}
const objectOf = (pairs: readonly (readonly [string, unknown])[]): Pairs => new Pairs(pairs);
function written(value: unknown): string {
  if (value instanceof Pairs)
    return `{${value.pairs.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join(',')}}`;
  return Array.isArray(value) ? `[${value.map(written).join(',')}]` : JSON.stringify(value);
}

function allowed(query: string): boolean {
  try {
    return validate(schema, parse(query, { maxTokens: 50_000 })).length === 0;
  } catch {
    return false;
  }
}
