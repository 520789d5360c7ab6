/**
 * A subgraph that was taken over, behind a whole gateway: whatever it says, the others' parts are given with their entries, the source is named, nobody waits, and
 * the process goes on (adversarial case 42). A proof: four subgraphs in servers of their own.
 */
import type { ExecutionResult } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultInjection } from '../../gateway/federation/transport.ts';
import {
  type Answer,
  BANK_A,
  COMPANY,
  databases,
  LISTED,
  NO_JOBS,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { MATTER_CHECK } from '../stories/operations.ts';

const QUERY = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records(first: 3) { totalCount }
  nonPublicRecords(first: 3) { totalCount } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

type Lie = (said: ExecutionResult) => unknown;
type Said = ExecutionResult<{ readonly _entities?: readonly object[] }>;
const credit = (said: ExecutionResult): object => (said.extensions as { credit: object }).credit;
const beside =
  (more: object): Lie =>
  (said) => ({ ...said, extensions: { credit: { ...credit(said), ...more } } });
const instead =
  (result: object): Lie =>
  (said) => ({ extensions: said.extensions, ...result });
let deep: object = {};
for (let level = 0; level < 500; level += 1) deep = { nodes: [deep] };

describe.runIf(databases().includes('postgresql'))('a subgraph that was taken over', () => {
  let world: World;
  let lie: Lie | 'FAILS' | undefined;
  let liar = 'non-public-credit';
  beforeAll(async () => {
    const faults: FaultInjection = (name) => (name === liar ? (lie as never) : undefined);
    world = await openWorld('postgresql', { wire: true, environment: NO_JOBS, faults });
  });
  afterEach(() => {
    lie = undefined;
    liar = 'non-public-credit';
  });
  afterAll(() => world?.close());

  const ask = () => world.ask(BANK_A, QUERY, { id: COMPANY }, LOAN);
  const looks = async () => {
    const { data } = await world.ask(
      subject(COMPANY),
      '{ me { disclosures(first: 200) { nodes { recipient { code } items { code } } } } }',
    );
    return data.me.disclosures.nodes.filter(
      ({ recipient }: { recipient: { code: string } | null }) => recipient?.code === 'BANK-A',
    );
  };

  it.each<[string, Lie]>([
    ['conceals a thousand million', beside({ concealed: 1e9 })],
    ['conceals fewer than nobody', beside({ concealed: -5 })],
    ['conceals no number', beside({ concealed: null })],
    ['was not settled, and says not why', beside({ unsettled: true })],
    ['says not whether it was settled', beside({ unsettled: undefined })],
    ['refuses what was not asked', beside({ refused: Array(100).fill({ code: 'FORBIDDEN', reason: 'ROLE' }) })],
    ['says nothing beside its data', () => ({ data: null, extensions: {} })],
    ['gives data nested without end', instead({ data: deep })],
    ['gives a list', instead({ data: [] })],
    [
      'has errors with a text of its own for a sentence',
      instead({ data: null, errors: [{ message: 'x'.repeat(100_000), extensions: { code: 'FORBIDDEN', help: 7 } }] }),
    ],
    [
      'has errors elsewhere in the answer',
      instead({ data: null, errors: [{ message: 'x', path: ['subject', 'name'], extensions: { code: 'FORBIDDEN' } }] }),
    ],
  ])('adversarial 42 A43.1 A17.1: one that %s is a source that is missing', async (_name, told) => {
    const honest = await ask();
    const control = performance.now();
    expect((await ask()).errors).toBeUndefined();
    const took = performance.now() - control;
    const before = (await looks()).length;
    lie = told;
    const began = performance.now();
    const { status, data, errors } = await ask();
    // Of a time that it chose it would be minutes; of its own work it is what another question takes, on a busy machine many times that.
    expect(performance.now() - began).toBeLessThan(5_000 + 20 * took);
    expect([status, data.subject]).toEqual([200, { ...honest.data.subject, nonPublicRecords: null }]);
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['The part non-public-credit gave an answer that cannot be used.', 'UNAVAILABLE'],
    ]);
    expect(await looks()).toHaveLength(before + 1);
    lie = undefined;
    expect(await ask()).toEqual(honest);
  });

  it('adversarial 42: prototypes and other types in its data change nothing of what the others say', async () => {
    const honest = await ask();
    for (const data of [
      '{"__proto__":{"polluted":true},"_entities":[{"__proto__":{"polluted":true},"nonPublicRecords":{"__proto__":{"polluted":true},"totalCount":1}}]}',
      '{"_entities":[{"nonPublicRecords":{"totalCount":{"a":[1]}}}]}',
      '{"_entities":[{"nonPublicRecords":"all"}]}',
      '{"_entities":{"0":{"nonPublicRecords":null}}}',
      '{"_entities":[7,7,7]}',
      '{"subject":{"name":"另一公司"},"_entities":[{"name":"另一公司","nonPublicRecords":null}]}',
    ]) {
      lie = instead({ data: JSON.parse(data) });
      const answer = await ask();
      const { name, records } = answer.data.subject;
      expect([data, name, records]).toEqual([data, honest.data.subject.name, honest.data.subject.records]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    }
    lie = undefined;
    expect(await ask()).toEqual(honest);
  });

  // What one leaves out of an entity would else take along what the others say of it, and nobody be told.
  it.each<[string, (said: Said) => unknown]>([
    ['none of the entities', () => ({ _entities: [] })],
    ['two for one', ({ data }) => ({ _entities: [...(data?._entities ?? []), ...(data?._entities ?? [])] })],
    ['an object for a list', () => ({ _entities: {} })],
    ['nothing for one', () => ({ _entities: [null] })],
    ['one without its fields', () => ({ _entities: [{}] })],
    ['nothing at all', () => ({})],
  ])(
    'adversarial 42 A43.1: of a check of a matter that %s is given, the part is missing as of one that fails',
    async (_name, given) => {
      let cases = 0;
      const desk = () => {
        cases += 1;
        const headers = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: `${_name}${cases}` };
        return world.ask(PERMIT_OFFICE, MATTER_CHECK, { id: LISTED, matter: 'FOOD-PERMIT' }, headers);
      };
      for (liar of ['sanctions', 'public-credit', 'catalog']) {
        lie = 'FAILS';
        const failing = await desk();
        lie = (said) => ((said as Said).data?._entities === undefined ? said : { ...said, data: given(said as Said) });
        const lying = await desk();
        const told = ({ data, errors = [] }: Answer) => ({
          missing: data?.matterCheck?.missingSources ?? null,
          complete: data?.matterCheck?.complete ?? null,
          codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
        });
        expect([liar, told(lying)]).toEqual([liar, told(failing)]);
        expect(told(lying).complete).not.toBe(true);
        expect(JSON.stringify(lying)).not.toContain('INTERNAL');
      }
    },
  );
});
