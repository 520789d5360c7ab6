import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  databases,
  LISTED,
  MEI,
  NO_JOBS,
  OPERATOR,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { CLERK, OWN } from '../stories/mandates/mandating.ts';
import { PARTY_CHECK } from '../stories/operations.ts';
import { ask, compared, openRouter, ROUTERS, type Router } from './routers.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';

describe.runIf(databases().includes('postgresql')).each(ROUTERS)('%s before the subgraphs', (name) => {
  let world: World;
  let router: Router;
  const more: Router[] = [];
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: NO_JOBS });
    router = await openRouter(name, world);
  });
  afterEach(async () => {
    for (const one of more.splice(0)) await one.stop();
  });
  afterAll(async () => {
    await router?.stop();
    await world?.close();
  });
  const opened = async (
    ...settings: Parameters<typeof openRouter> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) => {
    const one = await openRouter(name, world, ...settings);
    more.push(one);
    return one;
  };
  const looks = async () => {
    const query =
      '{ me { disclosures(first: 100) { nodes { requestId: id recipient { code } purpose items { code } } } } }';
    const { data } = await ask(router.url, world, { holder: subject(MEI), query });
    return data.me.disclosures.nodes.filter(
      (one: { recipient: { code: string } | null }) => one.recipient?.code === 'BANK-A',
    );
  };

  it('A17.1 a question whose parts three subgraphs answered is one entry; a client cannot put two into one', async () => {
    const before = (await looks()).length;
    const question = { holder: BANK_A, query: PARTY_CHECK, variables: { id: MEI }, headers: LOAN };
    const first = await ask(router.url, world, question, { 'x-request-id': '7d0d8a4e-52c4-4e0f-9a25-2f8e7a3b1c55' });
    const second = await ask(router.url, world, question, { 'x-request-id': '7d0d8a4e-52c4-4e0f-9a25-2f8e7a3b1c55' });
    expect([first.errors, second.errors]).toEqual([undefined, undefined]);
    expect(first.requestId).not.toBe(second.requestId);
    expect(first.requestId).not.toContain('7d0d8a4e');
    const seen = await looks();
    expect(seen).toHaveLength(before + 2);
    // The items of public-credit and those of non-public-credit stand in the same entry.
    const codes = seen[0].items.map(({ code }: { code: string }) => code);
    expect(codes.some((code: string) => code.startsWith('NP-'))).toBe(true);
    expect(codes.some((code: string) => !code.startsWith('NP-'))).toBe(true);
  });

  it('A23.2 a quota that is used up refuses the whole answer; what is open to anyone rests on none', async () => {
    const agreement = await world.ask(
      OPERATOR,
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
      {
        input: {
          party: 'BANK-B',
          items: ['ARREARS-FUND', 'UTILITY-HEAT'],
          purposes: ['LOAN_ORIGINATION'],
          validFrom: TODAY,
          validUntil: '2027-11-19',
          dailyQuota: 1,
        },
      },
    );
    expect(agreement.errors).toBeUndefined();
    const holder = { role: 'party', unit: 'BANK-B' };
    const of = (id: object) => ask(router.url, world, { holder, query: NAME, variables: { id }, headers: LOAN });
    expect((await of(COMPANY)).errors).toBeUndefined();
    const refused = await of(LISTED);
    expect([refused.data, refused.errors?.map(({ extensions }) => extensions.code)]).toEqual([
      null,
      ['QUOTA_EXCEEDED'],
    ]);
    const own = await ask(`${world.server.url}/graphql`, world, {
      holder,
      query: NAME,
      variables: { id: LISTED },
      headers: LOAN,
    });
    expect(compared(refused)).toEqual(compared(own));
    expect((await of(COMPANY)).errors).toBeUndefined();
    const open = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
    expect(
      (await ask(router.url, world, { holder, query: open, variables: { id: LISTED }, headers: LOAN })).errors,
    ).toBeUndefined();
  });

  it('A24.1 a clerk reads under a mandate, and no longer once it was ended through the same router', async () => {
    const through = (holder: Parameters<World['ask']>[0], query: string, variables = {}, mandate?: string) =>
      ask(router.url, world, { holder, query, variables, headers: mandate === undefined ? {} : { mandate } });
    const given = await through(
      subject(COMPANY),
      'mutation ($input: MandateInput!) { registerMandate(input: $input) { id } }',
      {
        input: { agent: CLERK, kind: 'EMPLOYEE', scope: ['READ'], validUntil: '2027-11-20' },
      },
    );
    const { id } = given.data.registerMandate;
    const read = await through(subject(CLERK), OWN, {}, id);
    expect([read.errors, read.data.me.identifier.value]).toEqual([undefined, COMPANY.value]);
    const ended = await through(
      subject(COMPANY),
      'mutation ($id: ID!) { endMandate(id: $id, reason: "离职") { endedOn } }',
      { id },
    );
    expect(ended.data.endMandate.endedOn).toBe(TODAY);
    const after = await through(subject(CLERK), OWN, {}, id);
    expect([after.data?.me ?? null, after.errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('adversarial 30 a bound token is refused with its proof, which nobody here checked, and taken where something before the router has', async () => {
    const key = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';
    const token = await world.server.issuer?.signAt(
      { sub: 'BANK-A', role: 'party', unit: 'BANK-A', cnf: { jkt: key } },
      '15m',
      world.server.platform.now(),
    );
    const question = { holder: null, query: NAME, variables: { id: COMPANY }, headers: LOAN };
    const bound = { authorization: `DPoP ${token}`, dpop: 'e30.e30.e30', 'x-proven-key': key };
    const refused = await ask(router.url, world, question, bound);
    expect([refused.status, refused.data ?? null, refused.errors?.[0]?.extensions.code]).toEqual([
      401,
      null,
      'UNAUTHENTICATED',
    ]);
    const before = await opened(world.wired?.environment.SUBGRAPH_URLS ?? '', {
      proven: (header) => ({ key: header('x-proven-key') ?? '' }),
    });
    expect((await ask(before.url, world, question, bound)).errors).toBeUndefined();
    const other = await ask(before.url, world, question, { ...bound, 'x-proven-key': 'another' });
    expect([other.status, other.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('A23.2 two who ask the same at one time have each their own answer', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } nonPublicRecords { totalCount } } }';
    const of = (holder: Parameters<World['ask']>[0], headers = {}) =>
      ask(router.url, world, { holder, query, variables: { id: MEI }, headers });
    const [bank, nobody] = [await of(BANK_A, LOAN), await of(null)];
    expect(compared(bank)).not.toEqual(compared(nobody));
    const together = await Promise.all(
      Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? of(BANK_A, LOAN) : of(null))),
    );
    expect(together.map(compared)).toEqual(together.map((_, at) => compared(at % 2 === 0 ? bank : nobody)));
  });
});
