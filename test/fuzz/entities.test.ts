/**
 * Arbitrary representations (`_Any`) sent to the subgraphs: a valid key gives what the caller may see, whatever fields stand beside it, and
 * anything else gives nothing.
 */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { openSubgraphs } from '../../subgraphs/index.ts';
import { matterKey } from '../../subgraphs/matter/matter.ts';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import { openRequest } from '../../subgraphs/request/request.ts';
import { answer } from '../../subgraphs/subgraph.ts';
import {
  BANK_A,
  COMPANY,
  HIDDEN,
  LISTED,
  MEI,
  PERMIT_OFFICE,
  SOLE_TRADER,
  sharedWorld,
  subject,
  type World,
} from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { ASKERS, type Asker, callerOf } from './askers.ts';
import { budget, TIMEOUT } from './budget.ts';
import { leaks } from './leaks.ts';
import { inWords } from './refusal.ts';
import { type Entity, entitiesOf, FORGED, wrongKeys } from './representations.ts';

const SUBGRAPHS = openSubgraphs();
/** Every entity type of every subgraph. */
const ENTITIES: readonly Entity[] = SUBGRAPH_NAMES.flatMap((name) => entitiesOf(name, SUBGRAPHS[name].schema));
const ABSENT = '00000000-0000-4000-8000-000000000000';
const SUBJECTS = [COMPANY, LISTED, SOLE_TRADER, MEI, HIDDEN];

let world: World;
/** Valid keys by entity type. */
let keys: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  world = await sharedWorld('pglite');
  const { subjectId } = world.server.platform.secrets;
  const ids = SUBJECTS.map(({ type, value }) => subjectId(type, value));
  const records =
    'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name records { totalCount } } }';
  await world.ask(BANK_A, records, { ids: [COMPANY, MEI] }, { purpose: 'LOAN_ORIGINATION' });
  const disclosures = await Promise.all(
    [MEI, COMPANY].map(async (whose) => {
      const { data } = await world.ask(subject(whose), '{ me { disclosures { nodes { id } } } }');
      return data.me.disclosures.nodes.map(({ id }: { id: string }) => id);
    }),
  );
  const desk = openRequest(world.server.platform, world.server.snapshots, callerOf(PERMIT_OFFICE, subjectId));
  const { duties } = (await desk.snapshot()).grounds;
  const asked = { platform: world.server.platform, caller: desk.caller };
  await desk.abandon();
  keys = {
    // Stored ids, and those of the persons as each asker was told them.
    CreditSubject: [
      ...ids,
      ...ASKERS.flatMap((asker) => ids.slice(2).map((id) => ownIdOf(world, asker, id, 'SUBJECT'))),
    ],
    Disclosure: disclosures.flat(),
    CatalogItem: ['REG-ENTERPRISE', 'PENALTY-GENERAL', 'NP-UTILITY-BILL'],
    Unit: ['HLJ-AMR', 'BANK-A'],
    MatterCheck: ids.flatMap((id, at) => duties.slice(0, 1).map((duty) => matterKey(asked, id, at > 1, duty))),
  };
  for (const { type } of ENTITIES) expect([type, keys[type]?.length ?? 0]).not.toEqual([type, 0]);
});

/** Queries one subgraph in a request of the caller, as the gateway would. */
async function ask(asker: Asker, { subgraph, body }: Entity, representations: readonly unknown[]) {
  const { platform, snapshots } = world.server;
  const request = openRequest(platform, snapshots, callerOf(asker, platform.secrets.subjectId));
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${body} } }`;
  try {
    const { data, errors = [] } = await answer(
      SUBGRAPHS[subgraph],
      { query, variables: { r: representations } },
      request,
    );
    // A round trip through JSON removes prototypes, for comparison.
    return { entities: JSON.parse(JSON.stringify(data?._entities ?? null)) as unknown[] | null, errors };
  } finally {
    await request.abandon();
  }
}

const clean = new Map<string, unknown>();
/** The entity that the same caller gets for the key alone. */
async function plain(asker: Asker, entity: Entity, key: string): Promise<unknown> {
  const name = JSON.stringify([asker, entity.subgraph, entity.type, key]);
  if (!clean.has(name)) {
    const { entities } = await ask(asker, entity, [{ __typename: entity.type, [entity.key]: key }]);
    clean.set(name, entities?.[0] ?? null);
  }
  return clean.get(name);
}

/** An entity without its key, for comparison: a stub returns the key that was sent, and nothing else of it may differ. */
const withoutKey = ({ key }: Entity, found: unknown): unknown =>
  found === null ? null : { ...(found as object), [key]: undefined };

const isNothing = (entity: Entity, found: unknown, absent: unknown): boolean =>
  found === null || JSON.stringify(withoutKey(entity, found)) === JSON.stringify(withoutKey(entity, absent));

it(
  'A23.5 adversarial 37: what is under a key is told as to a plain question, whatever stands beside it',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ASKERS),
        fc.constantFrom(...ENTITIES),
        fc.array(fc.tuple(fc.nat(), FORGED), { minLength: 1, maxLength: 4 }),
        async (asker, entity, parts) => {
          const pool = keys[entity.type] ?? [];
          const asked = parts.map(([at, forged]) => ({ forged, key: pool[at % pool.length] ?? '' }));
          const representations = asked.map(({ forged, key }) => ({
            ...Object.fromEntries(Object.entries(forged).filter(([name]) => !entity.given.includes(name))),
            __typename: entity.type,
            [entity.key]: key,
          }));
          const { entities, errors } = await ask(asker, entity, representations);
          const expected = [];
          for (const { key } of asked) expected.push(await plain(asker, entity, key));
          expect(entities).toEqual(expected);
          inWords(errors as never);
          expect(leaks(asker, JSON.stringify(entities))).toEqual([]);
        },
      ),
      budget(150),
    );
  },
  TIMEOUT,
);

it(
  'A23.5 adversarial 37: what is no key opens nothing, and what is nearly one nothing but its own',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ASKERS),
        fc.constantFrom(...ENTITIES),
        fc.nat(),
        wrongKeys,
        async (asker, entity, at, wrong) => {
          const pool = keys[entity.type] ?? [];
          const key = pool[at % pool.length] ?? '';
          const other = pool[(at + 1) % pool.length] ?? '';
          const { entities, errors } = await ask(asker, entity, [
            { __typename: entity.type, [entity.key]: wrong(key, other) },
            { __typename: entity.type, [entity.key]: other },
          ]);
          const what = JSON.stringify(wrong(key, other))?.slice(0, 200);
          inWords(errors as never);
          const own = await plain(asker, entity, key);
          const absent = await plain(asker, entity, ABSENT);
          expect([what, entities?.[1]]).toEqual([what, await plain(asker, entity, other)]);
          const first = entities?.[0] ?? null;
          // A changed key that is still valid, such as an id in capitals, may only give its own entity.
          if (!isNothing(entity, first, absent))
            expect([what, withoutKey(entity, first)]).toEqual([what, withoutKey(entity, own)]);
        },
      ),
      budget(300),
    );
  },
  TIMEOUT,
);
