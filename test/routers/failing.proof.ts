/**
 * Failures behind routers that are not ours: a subgraph that is away, a part that was not settled, a hop that was sent before. A proof: four subgraphs and three doors
 * over PostgreSQL.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, databases, LISTED, MEI, NO_JOBS, openWorld, PERMIT_OFFICE, SOLE_TRADER, type World } from '../kit.ts';
import { MATTER_CHECK, PARTY_CHECK } from '../stories/operations.ts';
import { ask, openRouter, ROUTERS, type RouterName, without } from './routers.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';

describe.runIf(databases().includes('postgresql'))('behind a router that is not ours', () => {
  let world: World;
  const ending: (() => unknown)[] = [];
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: NO_JOBS });
  });
  afterEach(async () => {
    for (const end of ending.splice(0)) await end();
  });
  afterAll(() => world?.close());

  const placeOf = (name: string): string =>
    new RegExp(`,${name}=([^,]+)`).exec(`,${world.wired?.environment.SUBGRAPH_URLS ?? ''}`)?.[1] ?? '';
  /** A router without one subgraph, or with something else in its place. */
  const opened = async (router: RouterName, lacking: string, instead?: string) => {
    const one = await openRouter(
      router,
      world,
      without(world.wired?.environment.SUBGRAPH_URLS ?? '', lacking, instead),
    );
    ending.push(one.stop);
    return one;
  };
  const listening = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ending.push(() => server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it.each(ROUTERS)(
    'A43.1 %s: a subgraph that is down is named, and what it could have said is null, never a shorter list',
    async (router) => {
      const whole = await openRouter(router, world);
      ending.push(whole.stop);
      for (const missing of ['sanctions', 'public-credit']) {
        const headers = { purpose: 'PERMIT', case: `丙 ${router} ${missing}` };
        const variables = { id: LISTED, matter: 'FOOD-PERMIT' };
        const question = { holder: PERMIT_OFFICE, query: MATTER_CHECK, variables, headers };
        const { data } = await ask((await opened(router, missing)).url, world, question);
        const nothing = { findings: null, pledge: null, token: null };
        expect(data.matterCheck).toMatchObject({ complete: false, missingSources: [missing], ...nothing });
        expect(data.matterCheck.measures === null).toBe(missing === 'sanctions');
        // It was no answer of the case.
        const { data: then } = await ask(whole.url, world, question);
        expect(then.matterCheck).toMatchObject({ complete: true, missingSources: [], supersedes: null });
      }
    },
  );

  it.each(ROUTERS)('A17.1 %s: of an answer of which one part was not settled nothing leaves', async (router) => {
    const said = { message: { en: 'The ledger.', zh: '台账。' }, help: { en: 'Again.', zh: '重试。' } };
    const errors = [{ message: 'The ledger.', extensions: { code: 'UNAVAILABLE', tier: 'AGREEMENT', said } }];
    const credit = { concealed: 0, refused: [], unsettled: true };
    const unsettled = await listening((_message, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: null, errors, extensions: { credit } }));
    });
    const headers = { ...LOAN, language: 'zh' };
    const question = { holder: BANK_A, query: PARTY_CHECK, variables: { id: MEI }, headers };
    const lame = await opened(router, 'non-public-credit', unsettled);
    const refused = await ask(lame.url, world, question);
    const told = { message: '台账。', extensions: { code: 'UNAVAILABLE', help: '重试。' } };
    expect([refused.data, refused.errors]).toEqual([null, [told]]);
    // While one that is only away is told of, and the others' parts stay.
    const away = await ask((await opened(router, 'non-public-credit')).url, world, question);
    expect([away.data.subject.records.totalCount > 0, away.data.subject.nonPublicRecords]).toEqual([true, null]);
    expect(away.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
  });

  it.each(ROUTERS)(
    'adversarial 33 %s: a hop is taken once: not again, not by a sibling, not with another body',
    async (router) => {
      const sent: { readonly headers: Record<string, string>; readonly body: string }[] = [];
      const target = placeOf('public-credit');
      const post = async (base: string, { headers, body } = sent[0] ?? { headers: {}, body: '' }) =>
        (await fetch(new URL('/graphql', base), { method: 'POST', headers, body })).text();
      const tap = await listening(async (message, response) => {
        let body = '';
        for await (const part of message) body += part;
        const names = ['authorization', 'content-type', 'credit-hop', 'credit-purpose'];
        const one = { headers: Object.fromEntries(names.map((name) => [name, String(message.headers[name])])), body };
        sent.push(one);
        response.setHeader('content-type', 'application/json');
        response.end(await post(target, one));
      });
      const tapped = await opened(router, 'public-credit', tap);
      const question = { holder: BANK_A, query: NAME, variables: { id: SOLE_TRADER }, headers: LOAN };
      expect((await ask(tapped.url, world, question)).errors).toBeUndefined();
      const [first = { headers: {}, body: '' }] = sent;
      const refused = async (base: string, one = first): Promise<unknown> => {
        const { data, errors } = JSON.parse(await post(base, one));
        return [data, errors[0].extensions.reason];
      };
      expect(await refused(target)).toEqual([null, 'HOP_REPLAYED']);
      expect(await refused(placeOf('sanctions'))).toEqual([null, 'HOP_OTHER_SUBGRAPH']);
      expect(await refused(target, { ...first, body: `${first.body} ` })).toEqual([null, 'HOP_OTHER_BODY']);
      const { 'credit-hop': _hop, ...unsigned } = first.headers;
      expect(await refused(target, { ...first, headers: unsigned })).toEqual([null, 'HOP_MISSING']);
    },
  );

  it.each(ROUTERS)(
    'adversarial 38 and 39 %s: what the sources say to each other has no name for a caller',
    async (router) => {
      const { url, stop } = await openRouter(router, world);
      ending.push(stop);
      const headers = { purpose: 'PERMIT', case: '丁' };
      const of = (query: string) =>
        ask(url, world, { holder: PERMIT_OFFICE, query, variables: { id: LISTED }, headers });
      const check = (inner: string) =>
        of(`query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { ${inner} } }`);
      expect((await check('complete')).data.matterCheck).toEqual({ complete: true });
      for (const field of ['key', 'publicCreditPart', 'sanctionsPart'])
        for (const inner of [`complete ${field}`, `complete: ${field}`, `... on MatterCheck { ${field} }`]) {
          const { data, errors } = await check(inner);
          expect([inner, data ?? null, errors?.[0]?.message]).toEqual([
            inner,
            null,
            expect.stringContaining(`Cannot query field "${field}"`),
          ]);
        }
      for (const root of ['_service { sdl }', '_entities(representations: []) { __typename }']) {
        const { data, errors } = await of(`{ ${root} }`);
        expect([root, data ?? null, errors?.[0]?.message]).toEqual([
          root,
          null,
          expect.stringContaining('Cannot query field'),
        ]);
      }
    },
  );

  it.each(ROUTERS)('adversarial 14 %s: no question comes in an address', async (router) => {
    const { url, stop } = await openRouter(router, world);
    ending.push(stop);
    const question = encodeURIComponent(`{ subject(identifier: {type: USCC, value: "${LISTED.value}"}) { name } }`);
    const got = await fetch(`${url}?query=${question}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect([got.status, got.headers.get('allow'), await got.text()]).toEqual([
      405,
      'POST',
      expect.not.stringContaining('"data"'),
    ]);
    const asked = await ask(url, world, {
      holder: null,
      query: `{ subject(identifier: {type: USCC, value: "${LISTED.value}"}) { name } }`,
    });
    expect([asked.status, asked.errors]).toEqual([200, undefined]);
  });
});
