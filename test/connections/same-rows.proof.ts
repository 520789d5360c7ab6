/** Nodes and edges are the same rows: disclosed once however they are asked for, masked alike, refused alike, under the same ids. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  MEI,
  NO_JOBS,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { ASKERS, SUBJECTS } from '../subgraphs/walls-questions.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const ROW = `__typename id version item { code } occurredOn withheldTexts source { receivedAt }
  ... on AdministrativePenalty { facts content legalRepresentative { name idNumber } } ... on Registration { legalRepresentative { name idNumber } }`;
const COLLECTED = 'id item { code } occurredOn content';

const documentOf = (records: string, collected: string): string =>
  `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id
    records(first: 200) { totalCount ${records} } nonPublicRecords(first: 200) { totalCount ${collected} } } }`;
const NODES = documentOf(`nodes { ${ROW} }`, `nodes { ${COLLECTED} }`);
const EDGES = documentOf(`edges { node { ${ROW} } }`, `edges { node { ${COLLECTED} } }`);
const BOTH = documentOf(
  `nodes { ${ROW} } edges { cursor node { ${ROW} } } again: edges { node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
  `nodes { ${COLLECTED} } edges { cursor node { ${COLLECTED} } }`,
);

interface Rows {
  readonly nodes: readonly object[];
  readonly edges: readonly { readonly node: object }[];
}

onDatabaseOfStep('nodes and edges', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  it('A17.1 A24.3 A35.1 one entry, one use of the authorization and the same statements, asked for as one, the other or both', async () => {
    const { database } = world.server.platform;
    const mine = async () => {
      const { data } = await world.ask(
        subject(MEI),
        `{ me { authorizations { id uses } disclosures(first: 200) { nodes { id recipient { code } items { code }
          records { recordId version } bases { article agreementId authorizationId items } } } } }`,
      );
      const looks = data.me.disclosures.nodes.filter(
        ({ recipient }: { recipient: { code: string | null } }) => recipient.code === 'BANK-A',
      );
      const uses = data.me.authorizations.reduce((sum: number, one: { uses: number }) => sum + one.uses, 0);
      return { looks: new Map<string, object>(looks.map(({ id, ...look }: { id: string }) => [id, look])), uses };
    };
    await world.ask(BANK_A, BOTH, { id: MEI }, LOAN);
    const counted: unknown[] = [];
    for (const query of [NODES, EDGES, BOTH]) {
      const before = await mine();
      const statements = database.statements();
      const { data } = await world.ask(BANK_A, query, { id: MEI }, LOAN);
      const taken = database.statements() - statements;
      expect([data.subject.records.totalCount, data.subject.nonPublicRecords.totalCount]).toEqual([5, 2]);
      const after = await mine();
      const added = [...after.looks].filter(([id]) => !before.looks.has(id)).map(([, look]) => look);
      expect(added).toHaveLength(1);
      expect((added[0] as { records: unknown[] }).records).toHaveLength(7);
      counted.push({ taken, uses: after.uses - before.uses, added });
    }
    const [nodes, ...others] = counted;
    expect(nodes).toMatchObject({ uses: 1 });
    expect(others).toEqual([nodes, nodes]);
  });

  it('A23.3 A23.4 A23.5 what a node masks, withholds or refuses, the node of an edge does, for every caller and every subject', async () => {
    let [refused, compared] = [0, 0];
    for (const { name, holder, headers } of ASKERS)
      for (const id of SUBJECTS) {
        const [left, right, both] = [
          await world.ask(holder, NODES, { id }, headers),
          await world.ask(holder, EDGES, { id }, headers),
          await world.ask(holder, BOTH, { id }, headers),
        ];
        const paths = ({ errors = [] }: typeof left) =>
          errors.map(({ path = [], extensions }) => [path.join('.'), extensions.code, extensions.reason]);
        const asEdges = paths(left).map(([path = '', ...rest]) => [
          path.replace(/nodes\.(\d+)/, 'edges.$1.node'),
          ...rest,
        ]);
        expect([name, id.value, paths(right)]).toEqual([name, id.value, asEdges]);
        refused += asEdges.length;
        for (const field of ['records', 'nonPublicRecords']) {
          const [nodes, edges, page] = [left, right, both].map(
            ({ data }) => data?.subject?.[field] as Rows | undefined,
          );
          if (nodes === undefined || nodes === null) continue;
          expect([name, field, edges?.edges.map(({ node }) => node)]).toEqual([name, field, nodes.nodes]);
          expect([page?.nodes, page?.edges.map(({ node }) => node)]).toEqual([nodes.nodes, nodes.nodes]);
          compared += nodes.nodes.length;
        }
      }
    expect(refused).toBeGreaterThan(40);
    expect(compared).toBeGreaterThan(100);
  });

  it('A23.4 A22.1 who may not read a name, a number or an address reads none of them in an edge', async () => {
    const edgesOf = async (...asked: Parameters<World['ask']>): Promise<string> =>
      JSON.stringify((await world.ask(...asked)).data.subject.records.edges);
    // Her penalty is open to anyone; her name, number, telephone and address are not.
    const HERS = ['张小梅', MEI.value, '13800138000', '花园街1号2单元'];
    const FOOD = { purpose: 'PERMIT', case: '1' };
    const told = async (...asked: Parameters<World['ask']>) => {
      const text = await edgesOf(...asked);
      expect(text).toContain('在未取得食品经营许可证的情况下从事食品经营活动');
      return HERS.filter((value) => text.includes(value));
    };
    expect(await told(null, EDGES, { id: MEI })).toEqual([]);
    expect(await told(BANK_A, EDGES, { id: MEI }, LOAN)).toEqual([]);
    expect(await told(PERMIT_OFFICE, EDGES, { id: MEI }, { ...FOOD, matter: 'FOOD-PERMIT' })).toEqual([]);
    expect(await told(PERMIT_OFFICE, EDGES, { id: MEI }, { ...FOOD, matter: 'SPECIAL-OPERATION-PERMIT' })).toEqual(
      HERS,
    );
    expect(await told(subject(MEI), EDGES, { id: MEI })).toEqual(HERS);
    expect(await edgesOf(null, EDGES, { id: COMPANY })).toContain('{"name":"欧阳*","idNumber":"23****************"}');
  });
});
