/** What a gateway takes for the answer of a subgraph in another process: one that was taken over may say anything (adversarial case 42). */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { remoteSubgraphs } from '../../gateway/federation/network/networked.ts';
import { remoteQuestion } from '../../gateway/federation/network/remote.ts';
import { settled } from '../../gateway/federation/settled.ts';
import { forbidden, unavailable } from '../../schema/errors.ts';
import { hopMessages } from '../../schema/messages/door/hop.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { Caller } from '../../subgraphs/request/context.ts';

const NOW = new Date('2026-11-20T02:00:00Z');
const READ =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on CreditSubject { name } } }';
const CHANGE = 'mutation { unlockSharing { lockedSince } }';
const DATA = { _entities: [{ name: '某公司' }] };
const CREDIT = { concealed: 0, refused: [], unsettled: false };
const REFUSED = forbidden('NO_AGREEMENT', '23(2)');
const ERROR = { message: REFUSED.message, path: ['_entities', 0, 'name'], extensions: { ...REFUSED.extensions } };
const CALLER: Caller = {
  role: 'PARTY',
  unit: 'BANK-A',
  subject: null,
  purpose: null,
  caseReference: null,
  channel: 'WEB',
  requestId: '4b8f9c9e-0d6f-4d6e-8a53-1d1f5f3a7c10',
};

let process: Server;
let url: string;
let body: string;
let got: IncomingMessage['headers'][] = [];
beforeAll(async () => {
  process = createServer(async (message, response) => {
    for await (const _part of message);
    got.push(message.headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => process.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(process.address() as AddressInfo).port}`;
});
beforeEach(() => {
  got = [];
});
afterAll(() => {
  process.close();
  process.closeAllConnections();
});

/** Asks one part of a new question, and settles it. */
async function asked(query: string, says: unknown) {
  body = typeof says === 'string' ? says : JSON.stringify(says);
  const places = { catalog: [url], 'public-credit': [url], 'non-public-credit': [url], sanctions: [url] };
  const hopKey = { id: 'one', key: generateKeyPairSync('ed25519').privateKey };
  let outcome: string | undefined;
  const told = {
    part: (_subgraph: string, how: string) => {
      outcome = how;
    },
    retried: () => undefined,
    leftAlone: () => undefined,
    refused: () => undefined,
  };
  const settings = { timeoutMs: 5_000, now: () => NOW, log: pino({ level: 'silent' }), told };
  const { source, close } = remoteSubgraphs({ urls: places, hopKey }, settings);
  const message = { headers: { 'credit-purpose': 'LOAN_ORIGINATION' } } as unknown as IncomingMessage;
  // Of a question that no subgraph took a part of.
  const nothing = () => Promise.resolve();
  const here = () => ({ admitted: nothing, settle: nothing, cancel: nothing, abandon: nothing }) as never;
  const request = remoteQuestion(CALLER, message, { deadlineMs: 5_000, now: () => NOW, here });
  const variables = query === READ ? { representations: [{ __typename: 'CreditSubject', id: 'x' }] } : {};
  const part = { request: { query, variables }, context: { request } };
  try {
    const result = (await source('sanctions').process(part as never)) as ExecutionResult;
    const answer = await settled(request, () => Promise.resolve(result));
    const said = (one: ExecutionResult) => one.errors?.map((error) => error.message);
    return {
      data: result.data,
      said: said(result),
      errors: result.errors,
      whole: { data: answer.data, said: said(answer) },
      concealed: request.concealed(),
      refused: request.firstRefusals,
      outcome,
    };
  } finally {
    close();
    await request.abandon();
  }
}

const UNFIT = serviceMessages.partUnfit('sanctions').message.en;
const ABSENT = { _entities: [{ __typename: 'CreditSubject', name: null }] };
const credit = (more: object) => ({ data: DATA, extensions: { credit: { ...CREDIT, ...more } } });
const withErrors = (...errors: unknown[]) => ({ data: null, errors, extensions: { credit: CREDIT } });
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('an answer of a subgraph', () => {
  it('A17.1 as the subgraphs give it is taken: data, errors with their place, what is concealed and refused', async () => {
    expect(await asked(READ, { data: DATA, extensions: { credit: CREDIT } })).toMatchObject({
      data: DATA,
      said: undefined,
      outcome: 'answered',
    });
    const refused = [{ code: 'FORBIDDEN', reason: 'ROLE' }];
    const told = { ...CREDIT, concealed: 1_000, refused };
    const whole = await asked(READ, { data: DATA, errors: [ERROR], extensions: { credit: told } });
    expect(whole).toMatchObject({ data: DATA, concealed: 1_000, refused, said: [REFUSED.message] });
    expect(whole.errors?.[0]).toMatchObject({ path: ERROR.path, extensions: ERROR.extensions });
    expect(got[0]).toMatchObject({ 'credit-purpose': 'LOAN_ORIGINATION' });
  });

  it('adversarial 42 more than was asked is left out: what another subgraph says of a subject, a type, another root', async () => {
    const more = { __typename: 'CreditSubject', id: 'another', name: '某公司', identifier: { value: '另一' } };
    const data = { _entities: [more], subject: { name: '另一公司' }, __typename: 'Query' };
    expect((await asked(READ, { data, extensions: { credit: CREDIT } })).data).toEqual(DATA);
  });

  it('A17.1 what was not settled replaces the whole answer by its one error', async () => {
    const { path: _path, ...error } = ERROR;
    const unsettled = { data: null, errors: [error], extensions: { credit: { ...CREDIT, unsettled: true } } };
    expect((await asked(READ, unsettled)).whole).toEqual({ data: null, said: [REFUSED.message] });
  });

  it.each([
    ['concealed below none', credit({ concealed: -5 })],
    ['concealed beyond what can be asked for', credit({ concealed: 1e9 })],
    ['concealed, a number that is none', credit({ concealed: null })],
    ['concealed in parts', credit({ concealed: 0.5 })],
    ['concealed as a text', credit({ concealed: '7' })],
    ['refused, no list', credit({ refused: { length: 1 } })],
    ['refused more than was asked', credit({ refused: [{ code: 'FORBIDDEN' }, { code: 'FORBIDDEN' }] })],
    ['refused under a code of its own', credit({ refused: [{ code: 'BECAUSE', reason: 'X' }] })],
    ['refused for a text', credit({ refused: [{ code: 'FORBIDDEN', reason: '张三 239999199003070016' }] })],
    ['no word whether it was settled', { data: DATA, extensions: { credit: { concealed: 0, refused: [] } } }],
    ['unsettled, a text', credit({ unsettled: 'false' })],
    ['unsettled without a reason', { data: null, extensions: { credit: { ...CREDIT, unsettled: true } } }],
    ['unsettled, and data', { ...credit({ unsettled: true }), errors: [ERROR] }],
    ['nothing beside its data', { data: DATA }],
    ['data that are a list', { data: [DATA], extensions: { credit: CREDIT } }],
    ['a value in place of an object', { data: { _entities: [7] }, extensions: { credit: CREDIT } }],
    ['none of the entities', { data: { _entities: [] }, extensions: { credit: CREDIT } }],
    [
      'two entities for one',
      { data: { _entities: [...DATA._entities, ...DATA._entities] }, extensions: { credit: CREDIT } },
    ],
    ['an entity without what was asked', { data: { _entities: [{}] }, extensions: { credit: CREDIT } }],
    ['nothing for an entity that was named before', { data: { _entities: [null] }, extensions: { credit: CREDIT } }],
    ['no root', { data: {}, extensions: { credit: CREDIT } }],
    ['no data, and no reason', { data: null, extensions: { credit: CREDIT } }],
    ['an error that is none', withErrors('x')],
    ['an error without extensions', withErrors({ message: 'x' })],
    ['an error of a code of its own', withErrors({ message: 'x', extensions: { code: 'BECAUSE' } })],
    ['an error of a million letters', withErrors({ ...ERROR, message: 'x'.repeat(1_000_000) })],
    [
      'an error with a sentence of another form',
      withErrors({ ...ERROR, extensions: { ...ERROR.extensions, said: { message: 'x', help: {} } } }),
    ],
    [
      'an error whose unit is an object without end',
      withErrors({ ...ERROR, extensions: { ...ERROR.extensions, competentUnit: { code: {}, name: [] } } }),
    ],
    ['an error at a place that was not asked', withErrors({ ...ERROR, path: ['me', 'name'] })],
    ['an error at a place that is none', withErrors({ ...ERROR, path: ['_entities', -1, '张三'] })],
    ['an error at a place without end', withErrors({ ...ERROR, path: ['_entities', ...Array(10_000).fill(0)] })],
    ['more errors than fields', withErrors(...Array(30_000).fill(ERROR))],
    ['no errors in a list of them', withErrors()],
    ['no JSON', '<html>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    [
      'nested without end',
      `{"data":{"_entities":${nested(2_000_000)}},"extensions":{"credit":${JSON.stringify(CREDIT)}}}`,
    ],
    ['opened and never closed', `{"data":${'{"a":'.repeat(2_000_000)}`],
    ['of more values than an answer has', `{"data":{"_entities":[${'0,'.repeat(5_000_000)}0]},"extensions":{}}`],
  ])(
    'adversarial 42 A17.1 with %s is none: the source is missing and named, and nothing else depends on it',
    async (_name, says) => {
      const { data, said, whole, concealed, refused, outcome } = await asked(READ, says);
      expect(data).toEqual(ABSENT);
      const silent = serviceMessages.partSilent.message.en;
      expect([UNFIT, silent]).toContain(said?.[0]);
      expect([said?.length, whole.said, concealed, refused, outcome]).toEqual([1, said, 0, [], 'broken']);
    },
  );

  it('adversarial 42 what an error says beside what a caller is told stays behind; brackets in a text and prototypes nest nothing', async () => {
    const more = { ...ERROR.extensions, stacktrace: ['x'], exception: { a: 1 }, __proto__: { polluted: true } };
    const { errors } = await asked(READ, {
      data: null,
      errors: [{ ...ERROR, extensions: more }],
      extensions: { credit: CREDIT },
    });
    expect(Object.keys(errors?.[0]?.extensions ?? {}).sort()).toEqual(Object.keys(ERROR.extensions).sort());
    const says = `{"data":{"__proto__":{"polluted":true},"_entities":[{"name":"\\\\\\"${'[{'.repeat(500)}"}]},"extensions":{"credit":${JSON.stringify(CREDIT)}}}`;
    expect((await asked(READ, says)).said).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('A23.5 of a change: refused because of the signature nothing was done; sent before by somebody, or answered by anything else, it may have been', async () => {
    const [unknown, notDone] = [serviceMessages.mayHaveBeenDone, serviceMessages.notDone('sanctions')];
    for (const reason of Object.keys(hopMessages) as (keyof typeof hopMessages)[]) {
      const error = { message: hopMessages[reason].message.en, extensions: { code: 'UNAUTHENTICATED', reason } };
      const says = { data: null, errors: [error], extensions: { credit: { ...CREDIT, unsettled: true } } };
      const expected = reason === 'HOP_REPLAYED' ? unknown : notDone;
      const { said, outcome } = await asked(CHANGE, says);
      expect([reason, said]).toEqual([reason, [unavailable(expected).message]]);
      expect([reason, outcome]).toEqual([reason, reason === 'HOP_REPLAYED' ? 'broken' : 'refused']);
      // A question is told nothing of machines, and its token is not meant.
      expect((await asked(READ, says)).said).toEqual([unavailable(serviceMessages.partSilent).message]);
    }
    for (const says of ['', credit({ concealed: -1 }), { data: { unlockSharing: null } }])
      expect((await asked(CHANGE, says)).said).toEqual([unavailable(unknown).message]);
  });
});
