/** The connections of the plugin, and what it takes for an answer: as those of a gateway (wire/breaker.test.ts, wire/told.test.ts), of whom it imports nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { CreditHop, type HopSettings } from '../../gateway/deploy/routers/credit-hop.ts';
import { freshHopKey } from '../../gateway/settings/hop-key.ts';
import { unavailable } from '../../schema/errors.ts';
import { hopMessages } from '../../schema/messages/door/hop.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { NOBODY } from './routers.ts';

const READ = '{ me { id } }';
const CHANGE = 'mutation { unlockSharing { lockedSince } }';
const CREDIT = { concealed: 0, refused: [], unsettled: false };

let folder: string;
let keyFile: string;
let subgraph: Server;
let url: string;
let hops: string[];
let connections: Set<unknown>;
/** What it does with a request. */
let answers: (message: IncomingMessage, response: ServerResponse) => void;
const open: CreditHop[] = [];

const say = (body: unknown) => (_message: unknown, response: ServerResponse) =>
  void response.end(typeof body === 'string' ? body : JSON.stringify(body));
const WELL = say({ data: { me: null }, extensions: { credit: CREDIT } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'credit-wire-'));
  keyFile = join(folder, 'hop.json');
  writeFileSync(keyFile, JSON.stringify(freshHopKey().own), { mode: 0o600 });
  subgraph = createServer(async (message, response) => {
    for await (const _part of message);
    hops.push(String(message.headers['credit-hop']));
    connections.add(message.socket);
    answers(message, response);
  });
  await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/graphql`;
});
beforeEach(() => {
  hops = [];
  connections = new Set();
  answers = WELL;
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => {
  subgraph.close();
  subgraph.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

function opened(settings: Omit<HopSettings, 'keyFile'> = {}) {
  const hop = new CreditHop({ keyFile, ...settings });
  open.push(hop);
  const asked = async (query = READ, to = url) => {
    const question = hop.question(() => undefined);
    const result = await hop.ask(question, { subgraph: 'catalog', url: to, query });
    const { data, errors } = await hop.answer(question, result);
    return { data, said: errors?.map(({ message }) => message), question };
  };
  return { hop, asked };
}
const sentence = ({ message }: { readonly message: string }) => message;
const SILENT = sentence(unavailable(serviceMessages.partSilent));
const UNKNOWN = sentence(unavailable(serviceMessages.mayHaveBeenDone));
const NOT_DONE = sentence(unavailable(serviceMessages.notDone('catalog')));

it('reads go over one connection that is kept, a change over one of its own', async () => {
  const { asked } = opened();
  for (let each = 0; each < 4; each += 1) expect((await asked()).said).toBeUndefined();
  expect([hops.length, connections.size]).toEqual([4, 1]);
  await asked(CHANGE);
  expect(connections.size).toBe(2);
});

it('a read that comes upon a closed connection is sent once more under a hop of its own; what was read is not, and a change never', async () => {
  const { asked } = opened();
  const cuts = (message: IncomingMessage) => void message.socket.destroy();
  await asked();
  answers = cuts;
  expect(await asked()).toMatchObject({ data: null, said: [SILENT] });
  // A kept connection that was cut, and one anew: then it stops.
  expect([hops.length, new Set(hops).size]).toEqual([3, 3]);
  hops = [];
  expect(await asked(CHANGE)).toMatchObject({ data: null, said: [UNKNOWN] });
  expect(hops).toHaveLength(1);
});

it('where nobody is, a change was not made, and nobody is told to look', async () => {
  const { asked } = opened();
  for (const query of [READ, CHANGE]) expect((await asked(query, NOBODY)).said).toEqual([SILENT]);
});

it('of a change that was refused because of the signature it is told that nothing was done; not of one whose hop somebody has sent before', async () => {
  const { asked } = opened();
  for (const [reason, said] of [
    ['HOP_NOT_NOW', NOT_DONE],
    ['HOP_OTHER_HEADERS', NOT_DONE],
    ['HOP_REPLAYED', UNKNOWN],
  ] as const) {
    const error = { message: hopMessages[reason].message.en, extensions: { code: 'UNAUTHENTICATED', reason } };
    answers = say({ data: null, errors: [error], extensions: { credit: { ...CREDIT, unsettled: true } } });
    expect([reason, (await asked(CHANGE)).said]).toEqual([reason, [said]]);
    expect([reason, (await asked()).said]).toEqual([reason, [SILENT]]);
  }
});

it('an answer that does not come in time, or has no end, or is nested without end, is none', async () => {
  answers = () => undefined;
  expect((await opened({ partMs: 100 }).asked()).said).toEqual([SILENT]);
  const { asked } = opened();
  answers = (_message, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  expect((await asked()).said).toEqual([SILENT]);
  const deep = '['.repeat(1_000_000);
  answers = say(
    `{"data":{"me":${deep}${deep.replaceAll('[', ']')}},"extensions":{"credit":${JSON.stringify(CREDIT)}}}`,
  );
  expect((await asked()).said).toEqual([SILENT]);
  // Brackets in a text are none.
  answers = say({ data: { me: { id: `\\"${deep.slice(0, 1_000)}` } }, extensions: { credit: CREDIT } });
  expect((await asked()).said).toBeUndefined();
});

it('adversarial 42 more than was asked is left out: it would stand in the name of another', async () => {
  answers = say({ data: { me: { id: 'x', name: 'y' }, subject: { name: 'z' } }, extensions: { credit: CREDIT } });
  const { hop } = opened();
  const question = hop.question(() => undefined);
  const query = 'query { ...Q me { ... on CreditSubject { own: id } } } fragment Q on Query { me { id } }';
  expect(await hop.ask(question, { subgraph: 'catalog', url, query })).toEqual({ data: { me: { id: 'x' } } });
});

it.each([
  ['a list', []],
  ['a value in place of an object', { data: { me: 7 }, extensions: { credit: CREDIT } }],
  ['data that are no object', { data: 7, extensions: { credit: CREDIT } }],
  ['subjects without number', { data: null, extensions: { credit: { ...CREDIT, concealed: null } } }],
  ['fewer than none', { data: null, extensions: { credit: { ...CREDIT, concealed: -5 } } }],
  ['more than can be asked for', { data: null, extensions: { credit: { ...CREDIT, concealed: 1e9 } } }],
  ['not whether it was settled', { data: null, extensions: { credit: { concealed: 0, refused: [] } } }],
  ['unsettled without a reason', { data: null, extensions: { credit: { ...CREDIT, unsettled: true } } }],
  [
    'unsettled, and something all the same',
    { data: { me: { id: 'x' } }, errors: [{ message: 'x' }], extensions: { credit: { ...CREDIT, unsettled: true } } },
  ],
  ['errors that are none', { data: null, errors: [7], extensions: { credit: CREDIT } }],
  [
    'a sentence that is none',
    { data: null, errors: [{ message: 'x', extensions: { said: { message: 7 } } }], extensions: { credit: CREDIT } },
  ],
])('a subgraph that says %s says nothing, and the time of the answer does not depend on it', async (_name, body) => {
  answers = say(body);
  const { data, said, question } = await opened().asked();
  expect([data, said, question.concealed]).toEqual([null, [SILENT], 0]);
});
