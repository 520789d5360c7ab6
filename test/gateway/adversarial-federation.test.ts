/** Adversarial cases 32, 33, 38, 39 and 42: from outside into what is between the gateway and its subgraphs, and a subgraph that lies. */
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultInjection } from '../../gateway/federation/transport.ts';
import { BANK_A, COMPANY, LISTED, MEI, openWorld, PERMIT_OFFICE, type World } from '../kit.ts';
import { post } from './post.ts';

const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '案1' };
const ID_OF = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id } }';
let world: World;
let lie: ReturnType<FaultInjection>;
let lying = '';
beforeAll(async () => {
  world = await openWorld('pglite', { faults: (name) => (name === lying ? lie : undefined) });
});
afterAll(() => world.close());

describe('from outside', () => {
  it('A23.5 adversarial 32: headers that only somebody inside would write change nothing', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name disclosures { totalCount } nonPublicRecords { totalCount } } }';
    const body = JSON.stringify({ query, variables: { id: MEI } });
    const plain = await post(world, body);
    expect(plain.data).toEqual({ subject: { name: '张**', disclosures: null, nonPublicRecords: null } });
    const token = await world.token(BANK_A);
    const bank = await post(world, body, { authorization: `Bearer ${token}`, 'credit-purpose': 'LOAN_ORIGINATION' });
    for (const [name, value] of [
      ['x-user-id', 'HLJ-CREDIT'],
      ['x-tier', 'SELF_ONLY'],
      ['x-role', 'operator'],
      ['x-gateway-signature', 'a'.repeat(64)],
      ['x-forwarded-user', `CITIZEN_ID:${MEI.value}`],
      ['x-forwarded-client-cert', 'Subject="CN=HLJ-CREDIT"'],
      ['x-ssl-client-verify', 'SUCCESS'],
      ['credit-role', 'subject'],
      ['credit-subject', `CITIZEN_ID:${MEI.value}`],
      ['credit-unit', 'HRB-PERMIT'],
      ['credit-via-gateway', 'true'],
      ['apollo-federation-include-trace', 'ftv1'],
      ['x-original-url', '/sanctions/graphql'],
      ['x-http-method-override', 'GET'],
    ] as const) {
      const forged = await post(world, body, { [name]: value });
      expect([name, forged.text.includes('extensions":{"ftv1'), forged.data, forged.codes]).toEqual([
        name,
        false,
        plain.data,
        plain.codes,
      ]);
      const withToken = await post(world, body, {
        authorization: `Bearer ${token}`,
        'credit-purpose': 'LOAN_ORIGINATION',
        [name]: value,
      });
      expect([name, withToken.data]).toEqual([name, bank.data]);
    }
  });

  it('A23.5 adversarial 33 and 38: nothing leads to a subgraph: no path, no signature, no field of the gateway', async () => {
    for (const name of ['catalog', 'public-credit', 'non-public-credit', 'sanctions'])
      for (const path of [`/${name}`, `/${name}/graphql`, `/subgraphs/${name}`, `/graphql/${name}`])
        for (const signature of [{}, { 'x-gateway-signature': 'a'.repeat(64), 'x-gateway-time': `${Date.now()}` }]) {
          const response = await fetch(`${world.server.url}${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...signature },
            body: JSON.stringify({ query: '{ _service { sdl } }' }),
          });
          expect([path, response.status]).toEqual([path, 404]);
        }
    const { id } = (await world.ask(PERMIT_OFFICE, ID_OF, { id: COMPANY }, DESK)).data.subject;
    for (const query of [
      '{ _service { sdl } }',
      '{ s: _service { sdl } }',
      `{ _entities(representations: [{ __typename: "CreditSubject", id: "${id}" }]) { __typename } }`,
    ]) {
      const { status, data, errors } = await world.ask(PERMIT_OFFICE, query, {}, DESK);
      expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
        400,
        undefined,
        ['BAD_USER_INPUT'],
      ]);
    }
  });

  it('A23.5 adversarial 39: what the sources say to each other has no name for a caller, by whatever way', async () => {
    const check = (inner: string) =>
      `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { ${inner} } }`;
    expect((await world.ask(PERMIT_OFFICE, check('complete'), { id: COMPANY }, DESK)).data.matterCheck.complete).toBe(
      true,
    );
    for (const field of ['key', 'publicCreditPart', 'sanctionsPart'])
      for (const query of [
        check(`complete ${field}`),
        check(`complete: ${field}`),
        check(`... on MatterCheck { ${field} }`),
        `${check('...F')} fragment F on MatterCheck { ${field} }`,
      ]) {
        const { status, data } = await world.ask(PERMIT_OFFICE, query, { id: COMPANY }, DESK);
        expect([query, status, data]).toEqual([query, 400, undefined]);
      }
    const { data } = await world.ask(
      null,
      '{ check: __type(name: "MatterCheck") { fields { name } } part: __type(name: "MatterPart") { name } entity: __type(name: "_Entity") { name } any: __type(name: "_Any") { name } }',
    );
    const names = data.check.fields.map(({ name }: { name: string }) => name);
    expect(names).toContain('findings');
    for (const field of ['key', 'publicCreditPart', 'sanctionsPart']) expect(names).not.toContain(field);
    expect([data.part, data.entity, data.any]).toEqual([null, null, null]);
  });
});

describe('from a subgraph', () => {
  it('adversarial 42: a subgraph that answers with another type, prototypes, or more than was asked changes nothing else', async () => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name designations { list { code } } records(first: 2) { totalCount } } }`;
    const honest = await world.ask(null, query, { id: LISTED });
    expect([honest.errors, honest.data.subject.designations.length > 0]).toEqual([undefined, true]);
    const told = (json: string) => (): ExecutionResult => JSON.parse(json) as ExecutionResult;
    const lies: readonly (readonly [string, ReturnType<FaultInjection>])[] = [
      ['no object', told('{"data": 7}')],
      ['nothing', told('{}')],
      ['too few', told('{"data":{"_entities":[]}}')],
      [
        'another type',
        told(
          '{"data":{"_entities":[{"__typename":"AdministrativePenalty","designations":[{"secret":"239999199003070016"}]}]}}',
        ),
      ],
      [
        'no list',
        told('{"data":{"_entities":[{"__typename":"CreditSubject","designations":{"0":{"list":{"code":7}}}}]}}'),
      ],
      [
        'a prototype',
        told(
          '{"data":{"__proto__":{"polluted":true},"_entities":[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"designations":[{"__proto__":{"polluted":true}}]}]}}',
        ),
      ],
      [
        'more than was asked',
        told(
          '{"data":{"_entities":[{"identifier":{"value":"239999199003070016"}}]},"extensions":{"told":"239999199003070016"}}',
        ),
      ],
      [
        'errors of its own',
        told(
          '{"data":{"_entities":[null]},"errors":[{"message":"relation secret_table of 239999199003070016","path":["_entities",0],"extensions":{"code":"FORBIDDEN","secret":"239999199003070016"}}]}',
        ),
      ],
    ];
    for (const [name, one] of lies) {
      lying = 'sanctions';
      lie = one;
      const { data, errors } = await world.ask(null, query, { id: LISTED }).finally(() => {
        lying = '';
      });
      // Either the part is missing or the whole answer is one masked sentence; nothing of the lie is passed on.
      expect([name, data?.subject.records ?? honest.data.subject.records]).toEqual([name, honest.data.subject.records]);
      expect([name, data?.subject.designations ?? null]).toEqual([name, null]);
      expect([name, (errors ?? []).filter(({ extensions }) => extensions.code !== 'INTERNAL')]).toEqual([name, []]);
      expect(JSON.stringify({ data, errors })).not.toMatch(/239999199003070016|secret|polluted/);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      expect((await world.ask(null, query, { id: LISTED })).data).toEqual(honest.data);
    }
  });
});
