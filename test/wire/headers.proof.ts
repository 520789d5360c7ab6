/**
 * Who sits between a gateway and a subgraph changes nothing of what is asked: each header that a subgraph reads is signed, and what is not signed it does not
 * read (adversarial case 33). A proof: four subgraphs in servers of their own.
 */
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, request } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNED } from '../../subgraphs/keys/hop.ts';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import {
  BANK_A,
  COMPANY,
  databases,
  LISTED,
  MEI,
  NO_JOBS,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { CLERK, inWorld } from '../stories/mandates/mandating.ts';
import { MATTER_CHECK, PARTY_CHECK } from '../stories/operations.ts';
import { type Asking, bodyOf, hopOf, type Part } from './asking-parts.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

describe.runIf(databases().includes('postgresql'))('what is signed of a message', () => {
  let world: World;
  const { register } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: { ...NO_JOBS, SENDER_CONSTRAINED: 'off' } });
  });
  afterAll(() => world?.close());

  /** Header by header as it is said, twice where there are two. */
  const send = (asking: Asking, headers: Sent): Promise<Part> =>
    new Promise((resolve, reject) => {
      const body = bodyOf(asking);
      const lines = Object.entries(headers).filter(([, value]) => value !== undefined);
      const sent = request(`${world.wired?.servers[asking.subgraph].url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(Object.fromEntries(lines) as Record<string, string>) },
      });
      sent.on('error', reject);
      sent.on('response', async (response) => {
        let text = '';
        for await (const part of response) text += part;
        resolve({ status: response.statusCode ?? 0, ...JSON.parse(text) });
      });
      sent.end(body);
    });
  const reasons = ({ status, data, errors }: Part) => [status, data ?? null, errors?.[0]?.extensions.reason];
  const REFUSED = [401, null, 'HOP_OTHER_HEADERS'];

  it('A23.5 A17.1 adversarial 33: another purpose, case, matter, channel, mandate, language, trace or token than the door saw is refused', async () => {
    const signed: Readonly<Record<string, string>> = {
      authorization: `Bearer ${await world.token(BANK_A)}`,
      'credit-purpose': 'LOAN_ORIGINATION',
      'credit-case': 'A',
      'accept-language': 'en',
    };
    const asking: Asking = { subgraph: 'public-credit', query: NAME, variables: { id: COMPANY }, headers: signed };
    const of = { ...asking, requestId: randomUUID() };
    const hop = { 'credit-hop': await hopOf(world, of, bodyOf(of)) };
    const other = `Bearer ${await world.token(PERMIT_OFFICE)}`;
    for (const name of SIGNED) {
      const [value, another] = [signed[name], name === 'authorization' ? other : 'LOAN_MONITORING'];
      // Of two of one name Node would keep the first, or join both.
      for (const changed of [another, '', ...(value === undefined ? [] : [undefined, [value, another]])])
        expect([name, reasons(await send(of, { ...signed, ...hop, [name]: changed }))]).toEqual([name, REFUSED]);
    }
    // None of these has used the hop up: as it was signed it is answered.
    const { status, data, errors } = await send(of, { ...signed, ...hop });
    expect([status, errors, data.subject.name]).toEqual([200, undefined, '哈尔滨示例冰雪设备有限公司']);
  });

  it('A23.5 adversarial 33: what is not signed does nothing', async () => {
    const headers = { authorization: `Bearer ${await world.token(BANK_A)}`, 'credit-purpose': 'LOAN_ORIGINATION' };
    const asking = { subgraph: 'public-credit', query: NAME, variables: { id: MEI }, headers } as const;
    const sent = async (more: Sent) => {
      const of: Asking = { ...asking, requestId: randomUUID() };
      const hop = await hopOf(world, of, bodyOf(of));
      return send(of, { 'accept-language': 'en', ...headers, 'credit-hop': hop, ...more });
    };
    const plain = await sent({});
    expect([plain.status, plain.errors]).toEqual([200, undefined]);
    for (const [name, value] of Object.entries({
      dpop: 'e30.e30.e30',
      'x-request-id': randomUUID(),
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-client-cert': 'Subject="CN=HLJ-CREDIT"',
      'x-ssl-client-verify': 'SUCCESS',
      cookie: 'role=operator',
      'credit-role': 'OPERATOR',
      'credit-unit': 'HLJ-CREDIT',
      'credit-stops': '1',
      tracestate: 'a=b',
      prefer: 'x',
    }))
      expect([name, await sent({ [name]: value })]).toEqual([name, plain]);
  });

  it('A23.5 a subgraph reads of a message what is signed, how the body is written, and nothing else', async () => {
    const mandate = await register(subject(COMPANY), {
      agent: CLERK,
      kind: 'EMPLOYEE',
      scope: ['READ'],
      validUntil: '2027-11-20',
    });
    const ports = new Set(SUBGRAPH_NAMES.map((name) => Number(new URL(world.wired?.servers[name].url ?? '').port)));
    const read = new Set<string>();
    const watch = (event: unknown): void => {
      const { request: message } = event as { readonly request: IncomingMessage };
      if (!ports.has(message.socket.localPort ?? 0)) return;
      const seen = new Proxy(message.headers, {
        get: (target, name) => {
          if (target[String(name)] !== undefined) read.add(String(name));
          return target[String(name)];
        },
      });
      Object.defineProperty(message, 'headers', { value: seen });
    };
    subscribe('http.server.request.start', watch);
    try {
      const desk = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '甲1', language: 'zh' };
      const asked = [
        await world.ask(null, NAME, { id: COMPANY }),
        await world.ask(BANK_A, PARTY_CHECK, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION' }),
        await world.ask(PERMIT_OFFICE, MATTER_CHECK, { id: COMPANY, matter: 'FOOD-PERMIT' }, desk),
        await world.ask(subject(CLERK), '{ me { name } }', {}, { mandate }),
      ];
      expect(asked.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    } finally {
      unsubscribe('http.server.request.start', watch);
    }
    // By what Node and Fastify receive a message: of none of them depends what is answered.
    const received = new Set(['host', 'connection', 'content-type', 'content-length']);
    const signed = new Set<string>(SIGNED);
    expect([...read].filter((name) => !signed.has(name) && !received.has(name))).toEqual([]);
    for (const name of ['authorization', 'credit-purpose', 'credit-case', 'credit-matter', 'credit-for'])
      expect([name, read.has(name)]).toEqual([name, true]);
  });

  it('A23.5 adversarial 33: a change that is sent many times at once is made once', async () => {
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    const mandates = async () => (await owner.query('select count(*)::int as n from rights.mandate')).rows[0].n;
    try {
      const before = await mandates();
      const headers = { authorization: `Bearer ${await world.token(subject(LISTED))}` };
      const query = 'mutation ($input: MandateInput!) { registerMandate(input: $input) { id } }';
      const input = { agent: CLERK, kind: 'EMPLOYEE', scope: ['READ'], validUntil: '2027-11-20' };
      const of: Asking = {
        subgraph: 'public-credit',
        query,
        variables: { input },
        headers,
        requestId: randomUUID(),
      };
      const once = { 'accept-language': 'en', ...headers, 'credit-hop': await hopOf(world, of, bodyOf(of)) };
      const all = await Promise.all(Array.from({ length: 12 }, () => send(of, once)));
      const told = all.map(({ data, errors }) => errors?.[0]?.extensions.reason ?? typeof data.registerMandate.id);
      expect(told.sort()).toEqual([...Array(11).fill('HOP_REPLAYED'), 'string']);
      expect(await mandates()).toBe(before + 1);
    } finally {
      await owner.end();
    }
  });
});
