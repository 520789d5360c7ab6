/** Adversarial cases 35, 37 and 41: entities and what they rest on, asked of the subgraphs as the gateway would ask. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSubgraphs } from '../../subgraphs/index.ts';
import { matterKey } from '../../subgraphs/matter/matter.ts';
import { DEFAULTERS } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import type { Caller, ClientRequest, Duty } from '../../subgraphs/request/context.ts';
import { openRequest } from '../../subgraphs/request/request.ts';
import { closeId } from '../../subgraphs/request/subjects/representations.ts';
import { answer } from '../../subgraphs/subgraph.ts';
import { COMPANY, HIDDEN, LISTED, MEI, NOT_HELD, openWorld, PERMIT_OFFICE, type World } from '../kit.ts';

const SUBGRAPHS = openSubgraphs();
const ID_OF = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id } }';
const caller = (change: Partial<Caller> = {}): Caller => ({
  role: 'PUBLIC',
  unit: null,
  subject: null,
  purpose: null,
  caseReference: null,
  channel: 'TERMINAL',
  requestId: randomUUID(),
  ...change,
});
const permitDesk = (unit = 'HRB-PERMIT', purpose = 'PERMIT') =>
  caller({ role: 'DEPARTMENT', unit, purpose, caseReference: '案1' });
const bank = () => caller({ role: 'PARTY', unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' });
/** On the public list of judgment defaulters. */
const DEFAULTER = DEFAULTERS[0] as (typeof DEFAULTERS)[number];

let world: World;
beforeAll(async () => {
  world = await openWorld('pglite');
});
afterAll(() => world.close());

/** Asks in the request of a caller, as the gateway would. */
async function within<Result>(who: Caller, ask: (request: ClientRequest) => Promise<Result>): Promise<Result> {
  const request = openRequest(world.server.platform, world.server.snapshots, who);
  return ask(request).finally(() => request.abandon());
}
const entities = (who: Caller, name: keyof typeof SUBGRAPHS, body: string, r: readonly object[], viaGateway = true) =>
  within(who, (request) =>
    answer(
      SUBGRAPHS[name],
      { query: `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${body} } }`, variables: { r } },
      request,
      viaGateway,
    ),
  );
const idOf = async (holder: typeof PERMIT_OFFICE, id: object): Promise<string> =>
  (await world.ask(holder, ID_OF, { id }, { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '案1' })).data
    .subject.id;
const at = (who: Caller) => ({ platform: world.server.platform, caller: who });
const entitiesOf = ({ data }: ExecutionResult) => data?._entities as (Record<string, unknown> | null)[] | null;

describe('entities', () => {
  it('A23.5 adversarial 35: ten thousand entities, doubled and mixed, are one statement, and a person who is hidden is one who is not held', async () => {
    const { subjectId } = world.server.platform.secrets;
    const names = new Map<string, string | null>([
      [await idOf(PERMIT_OFFICE, COMPANY), '哈尔滨示例冰雪设备有限公司'],
      [await idOf(PERMIT_OFFICE, LISTED), '大庆示例松江建筑工程有限公司'],
      [closeId(at(caller()), 'SUBJECT', subjectId(HIDDEN.type, HIDDEN.value), { personal: true }), null],
      [closeId(at(caller()), 'SUBJECT', subjectId(NOT_HELD.type, NOT_HELD.value), { personal: true }), null],
      [randomUUID(), null],
    ]);
    const ids = [...names.keys()];
    const asked = Array.from({ length: 10_000 }, (_, index) =>
      index % 3 === 0
        ? { __typename: 'MatterCheck', key: `${ids[index % 5]}.${randomUUID()}` }
        : { __typename: 'CreditSubject', id: ids[index % 5] },
    );
    const { statements } = world.server.platform.database;
    const before = statements();
    const body = '... on CreditSubject { id name } ... on MatterCheck { publicCreditPart }';
    const result = await entities(caller(), 'public-credit', body, asked);
    expect(result.errors).toBeUndefined();
    // One for the subjects; the others open the snapshot of the request.
    expect(statements() - before).toBeLessThan(10);
    expect(entitiesOf(result)).toEqual(
      asked.map(({ __typename, id }) => {
        if (id === undefined) return { __typename, publicCreditPart: null };
        const name = names.get(id) ?? null;
        return name === null ? null : { __typename, id, name };
      }),
    );
    for (const unknown of ['Nothing', 'PublicCreditPart', '__proto__', 'constructor', 'Query', 7, null]) {
      const wrong = { __typename: unknown, id: ids[0] };
      const refused = await entities(caller(), 'public-credit', body, [wrong]);
      expect([unknown, entitiesOf(refused)?.[0] ?? null, refused.errors?.length]).toEqual([unknown, null, 1]);
    }
  });

  it('A23.5 adversarial 85: a person’s stored id in the hands of who has its own finds what an id of nobody finds, its own id finds the person', async () => {
    const { subjectId } = world.server.platform.secrets;
    const parts = [
      ['public-credit', 'name records(first: 5) { totalCount }', DEFAULTER, caller()],
      ['sanctions', 'designations { id ground } incentives { id }', DEFAULTER, caller()],
      ['non-public-credit', 'nonPublicRecords { totalCount }', MEI, bank()],
      ['public-credit', 'name', MEI, bank()],
    ] as const;
    for (const [name, fields, { type, value }, who] of parts) {
      const id = subjectId(type, value);
      const found = async (told: string) => {
        const body = `... on CreditSubject { ${fields} }`;
        const result = await entities(who, name, body, [{ __typename: 'CreditSubject', id: told }]);
        expect(result.errors).toBeUndefined();
        return JSON.stringify(entitiesOf(result)?.[0]);
      };
      const own = await found(closeId(at(who), 'SUBJECT', id, { personal: true }));
      const nobody = await found(randomUUID());
      expect([name, await found(id)]).toEqual([name, nobody]);
      expect(own).not.toBe(nobody);
      for (const other of [caller(), bank(), permitDesk()])
        if (other.unit !== who.unit)
          expect(await found(closeId(at(other), 'SUBJECT', id, { personal: true }))).toBe('null');
      expect(await found(closeId(at(who), 'RECORD', id, { personal: true }))).toBe('null');
    }
  });

  it('A22.1 A23.5 adversarial 37 and 41: what a source is given is decided anew there, so that no field rests on more than its caller may see', async () => {
    // The one type whose fields are made of what other sources gave; another one that is added is to be shown here too.
    const derived = readFileSync('schema/supergraph.graphql', 'utf8')
      .split(/^(?=type )/m)
      .filter((type) => /^type [\s\S]*requires: /.test(type))
      .map((type) => /^type (\w+)/.exec(type)?.[1]);
    expect(derived).toEqual(['MatterCheck']);

    const id = await idOf(PERMIT_OFFICE, LISTED);
    const duties = (who: Caller) => within(who, async (request) => (await request.snapshot()).grounds.nameable);
    const [own] = await duties(permitDesk());
    const [foreign] = await duties(permitDesk('HLJ-PROCUREMENT', 'PROCUREMENT'));
    if (own === undefined || foreign === undefined) throw new Error('The sample registers both duties.');
    expect(foreign.id).not.toBe(own.id);
    const sources = [
      ['public-credit', 'publicCreditPart'],
      ['sanctions', 'sanctionsPart'],
    ] as const;
    for (const [name, part] of sources) {
      const body = `... on MatterCheck { ${part} }`;
      const partOf = async (who: Caller, duty: Duty, viaGateway = true) => {
        const key = matterKey(at(who), id, false, duty);
        const result = await entities(who, name, body, [{ __typename: 'MatterCheck', key }], viaGateway);
        return entitiesOf(result)?.[0]?.[part] ?? null;
      };
      expect(await partOf(permitDesk(), own)).not.toBeNull();
      expect(await partOf(permitDesk('HLJ-PROCUREMENT', 'PROCUREMENT'), foreign)).not.toBeNull();
      expect(await partOf(permitDesk(), own, false)).toBeNull();
      expect(await partOf(permitDesk(), foreign)).toBeNull();
      expect(await partOf(permitDesk('HRB-PERMIT', 'PROCUREMENT'), own)).toBeNull();
      expect(await partOf({ ...permitDesk(), caseReference: null }, own)).toBeNull();
      for (const role of ['PUBLIC', 'PARTY', 'SUBJECT', 'OPERATOR', 'ANALYST'] as const)
        expect(await partOf({ ...permitDesk(), role }, own)).toBeNull();
    }
    // Forged parts, sent with the key: nothing is made of them for whoever is no desk, or comes from outside.
    const forged = {
      __typename: 'MatterCheck',
      key: matterKey(at(permitDesk()), id, false, own),
      publicCreditPart: {},
      sanctionsPart: {},
    };
    const body = '... on MatterCheck { complete token findings { summary } measures { code } }';
    for (const [who, viaGateway] of [
      [caller(), true],
      [caller({ role: 'PARTY', unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' }), true],
      [permitDesk(), false],
    ] as const) {
      const refused = await entities(who, 'catalog', body, [forged], viaGateway);
      expect(JSON.stringify(refused.data ?? {})).not.toMatch(/true|false|summary|code|eyJ/);
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
