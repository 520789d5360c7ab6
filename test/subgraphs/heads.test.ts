/** What is not asked for is not read: of records of which only the heads are asked, the content stays in the database. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, databases, type Holder, LISTED, openWorld, SOLE_TRADER, type World } from '../kit.ts';

const HEADS = `__typename id version nature occurredOn displayedUntil item { code name } providingUnit { code } objection { raisedOn }`;
const records = (nodes: string, more = ''): string =>
  `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 20) { totalCount pageInfo { hasNextPage } ${nodes} } } } ${more}`;

const ONLY_HEADS: readonly (readonly [string, string])[] = [
  ['fields', records(`nodes { ${HEADS} }`)],
  [
    'an alias and fragments',
    records('n: nodes { ...H ... on AdministrativePenalty { id } }', `fragment H on CreditRecord { ${HEADS} }`),
  ],
  ['a count', records('')],
  ['edges', records(`edges { node { ${HEADS} } } edges { node { id } }`)],
  [
    'the last ones',
    records(`nodes { id } edges { ...E }`, `fragment E on RecordEdge { node { ${HEADS} } }`).replace('first', 'last'),
  ],
];
const WITH_CONTENT: readonly (readonly [string, string])[] = [
  ['a field of a type', records('nodes { id ... on AdministrativePenalty { conduct } }')],
  [
    'a fragment in a fragment',
    records(
      'nodes { ...A }',
      'fragment A on CreditRecord { id ...B } fragment B on AdministrativePenalty { documentNumber }',
    ),
  ],
  ['an edge', records('edges { node { id ... on AdministrativePenalty { conduct } } }')],
  ['an edge beside heads', records('nodes { id } edges { node { id } } edges { node { withheldTexts } }')],
  ['a second field of the same name', records('nodes { id } nodes { ... on AdministrativePenalty { facts } }')],
];

describe.runIf(databases().includes('postgresql'))('records whose content the database does not give out', () => {
  let world: World;
  let owner: pg.Client;
  const ask = (holder: Holder | null, query: string, id = LISTED) =>
    world.ask(holder, query, { id }, holder === null ? {} : { purpose: 'LOAN_ORIGINATION' });
  /** Takes the right to read content from the roles of readers, or gives it back. */
  const content = async (closed: boolean): Promise<void> => {
    const { rows } = await owner.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
       where table_schema = 'public_credit' and table_name = 'record' and column_name <> 'content'`,
    );
    const { roleName } = world.server.platform.database;
    const roles = `"${roleName('public')}", "${roleName('party')}"`;
    await owner.query(
      closed
        ? `revoke select on public_credit.record from ${roles}; grant select (${rows[0]?.columns}) on public_credit.record to ${roles}`
        : `grant select on public_credit.record to ${roles}`,
    );
  };
  beforeAll(async () => {
    world = await openWorld('postgresql');
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  it.each(ONLY_HEADS)('A22.1 A23.5 %s of heads are answered alike without it', async (_what, query) => {
    for (const holder of [null, BANK_A])
      for (const id of [LISTED, SOLE_TRADER]) {
        const before = await ask(holder, query, id);
        await content(true);
        const without = await ask(holder, query, id);
        await content(false);
        expect(before.errors).toBeUndefined();
        expect(before.data.subject.records.totalCount).toBeGreaterThan(0);
        expect(without).toEqual(before);
      }
  });

  it.each(WITH_CONTENT)('A22.1 %s of content is read, and fails without it', async (_what, query) => {
    const before = await ask(null, query);
    await content(true);
    const without = await ask(null, query);
    await content(false);
    expect(before.errors).toBeUndefined();
    expect(without.errors?.map(({ extensions }) => extensions.code)).toContain('INTERNAL');
    expect(without.data?.subject?.records ?? null).toBeNull();
  });
});
