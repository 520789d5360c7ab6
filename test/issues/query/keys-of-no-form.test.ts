/**
 * A key that was no id reached a statement, or the conversion of an object to text, and came back as a fault of ours; and who may read no entry of
 * the ledger, or no row at all, was refused by the database instead of being told nothing. The gateway alone sends such keys, and it never did.
 */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { openSubgraphs } from '../../../subgraphs/index.ts';
import { SUBGRAPH_NAMES } from '../../../subgraphs/names.ts';
import { openRequest } from '../../../subgraphs/request/request.ts';
import { answer } from '../../../subgraphs/subgraph.ts';
import { type Asker, callerOf } from '../../fuzz/askers.ts';
import { ANALYST, COMPANY, MEI, sharedWorld, subject, type World } from '../../kit.ts';

const SUBGRAPHS = openSubgraphs();
const NO_KEYS: readonly unknown[] = [
  'null',
  '',
  '\0',
  `${randomUUID()}'`,
  {},
  { toString: 1, valueOf: 1 },
  [],
  7,
  null,
  undefined,
];

let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

async function entities(asker: Asker, name: keyof typeof SUBGRAPHS, body: string, r: readonly object[]) {
  const { platform, snapshots } = world.server;
  const request = openRequest(platform, snapshots, callerOf(asker, platform.secrets.subjectId));
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${body} } }`;
  const told = await answer(SUBGRAPHS[name], { query, variables: { r } }, request).finally(() => request.abandon());
  return JSON.parse(JSON.stringify(told));
}

it.each([
  ['public-credit', 'CreditSubject', 'id', 'name'],
  ['non-public-credit', 'CreditSubject', 'id', 'id'],
  ['sanctions', 'CreditSubject', 'id', 'designations { id }'],
  ['catalog', 'CreditSubject', 'id', 'id'],
  ['catalog', 'CatalogItem', 'code', 'name'],
  ['catalog', 'Unit', 'code', 'name'],
  ['sanctions', 'MatterCheck', 'key', 'sanctionsPart'],
  ['catalog', 'MatterCheck', 'key', 'complete'],
] as const)(
  'A23.5 adversarial 37: in %s what is no key of a %s is the key of nothing',
  async (name, type, key, field) => {
    const wrong = NO_KEYS.filter((value) => type !== 'MatterCheck' || typeof value !== 'string');
    const asked = wrong.map((value) => ({ __typename: type, [key]: value }));
    expect(await entities(null, name, `... on ${type} { ${field} }`, asked)).toEqual({
      data: { _entities: asked.map(() => null) },
    });
  },
);

it('A23.5 who reads no entry of the ledger, or no row, is refused in words under a right key', async () => {
  const { subjectId } = world.server.platform.secrets;
  const company = { __typename: 'CreditSubject', id: subjectId(COMPANY.type, COMPANY.value) };
  const entry = { __typename: 'Disclosure', id: randomUUID() };
  for (const name of SUBGRAPH_NAMES) {
    const [asAnyone, asAnalyst, asSubject] = [
      await entities(null, name, '... on Disclosure { id }', [entry]),
      await entities(ANALYST, name, '... on CreditSubject { id }', [company]),
      await entities(subject(MEI), name, '... on Disclosure { id }', [{ ...entry, id: 'x' }]),
    ];
    expect([name, asAnyone.data, asAnyone.errors?.[0].extensions]).toMatchObject([
      name,
      { _entities: [null] },
      { code: 'FORBIDDEN', reason: 'IDENTITY_REQUIRED', article: '35' },
    ]);
    expect([name, asAnalyst.data, asAnalyst.errors?.[0].extensions]).toMatchObject([
      name,
      { _entities: [null] },
      { code: 'FORBIDDEN', reason: 'ROLE', article: '22' },
    ]);
    expect(asSubject).toEqual({ data: { _entities: [null] } });
  }
});
