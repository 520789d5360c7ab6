/** Adversarial cases 58 to 61, 63, 65 and 73: what is not told leaks through no filter, order, cursor, count, write or error. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  HIDDEN,
  type Holder,
  type Identifier,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NOT_HELD,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { refusals } from '../stories/operations.ts';
import { allArguments } from './schema-arguments.ts';

const ARREARS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }`;
const IDS = `query ($id: SubjectIdentifierInput!, $first: Int, $after: String) { subject(identifier: $id) {
  id records(first: $first, after: $after) { totalCount nodes { id item { code } } pageInfo { endCursor hasNextPage } } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('adversarial cases of inference', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const asked = async (holder: Holder | null, headers: object, query: string, variables: object): Promise<string> => {
    const { status, data, errors } = await world.ask(holder, query, variables as Record<string, unknown>, headers);
    return JSON.stringify({ status, data, errors: errors?.map(({ extensions: { id: _, ...rest } }) => rest) });
  };

  const argumentsOf = () => allArguments(world);

  it('A23.5 adversarial 58: nothing filters by what is masked or hidden', async () => {
    const filters = (await argumentsOf())
      .filter(({ type }) => type !== 'Query' && type !== 'Mutation')
      .map(({ argument }) => argument.name);
    // Pages, codes of the catalog and of purposes, kinds of statements, and of statistics the keys of a whole (`of(by:)`) and a length (`limit`, `offset`):
    // no value of a record or of a person is among them.
    const known = [
      'first',
      'after',
      'last',
      'before',
      'items',
      'purposes',
      'subjectKind',
      'kinds',
      'by',
      'limit',
      'offset',
    ];
    for (const filter of filters) expect(known).toContain(filter);
    // A number is looked up whole or not at all: no part, pattern or mask of one finds anybody.
    for (const value of ['23****************', '239999199003%', '%', '239999199003______', '2399991990030700*6'])
      expect(refusals(await world.ask(null, IDS, { id: { type: 'CITIZEN_ID', value } }))).toEqual([
        expect.stringContaining('subject BAD_USER_INPUT IDENTIFIER_'),
      ]);
    for (const value of ['%', 'E%', 'E_______', 'E********'])
      expect((await world.ask(null, IDS, { id: { type: 'OTHER_DOCUMENT', value } })).data?.subject ?? null).toBeNull();
    // To ask for items that one may not see is refused alike, whoever holds such and whoever does not.
    const filtered = (id: Identifier) => asked(null, {}, ARREARS, { id });
    expect(await filtered(MEI)).toBe(await filtered(COMPANY));
  });

  it('A23.5 adversarial 59: nobody chooses an order, and the one that there is shows nothing hidden', async () => {
    expect((await argumentsOf()).filter(({ argument }) => /order|sort|rank/i.test(argument.name))).toEqual([]);
    const ORDER =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id occurredOn } } } }';
    const order = async (holder: Holder | null, headers: object): Promise<{ id: string; occurredOn: string }[]> =>
      (await world.ask(holder, ORDER, { id: COMPANY }, headers)).data.subject.records.nodes;
    const [all, some] = [await order(subject(COMPANY), {}), await order(null, {})];
    expect(some.length).toBeGreaterThan(3);
    expect(all.length).toBeGreaterThan(some.length);
    const open = new Set(some.map(({ id }) => id));
    expect(all.filter(({ id }) => open.has(id))).toEqual(some);
    expect(some.map(({ occurredOn }) => occurredOn)).toEqual(
      some
        .map(({ occurredOn }) => occurredOn)
        .sort()
        .reverse(),
    );
  });

  it('A23.5 adversarial 61: a count is of the rows that are shown, for everybody', async () => {
    const COUNT = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { totalCount nodes { id } } nonPublicRecords(first: 200) { totalCount nodes { id } } } }`;
    const counts = new Set<number>();
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: 'x' }],
      [subject(COMPANY), {}],
    ] as const)
      for (const id of [COMPANY, LISTED, MEI]) {
        const { data } = await world.ask(holder, COUNT, { id }, headers);
        for (const list of [data.subject.records, data.subject.nonPublicRecords])
          if (list !== null) {
            expect(list.totalCount).toBe(list.nodes.length);
            counts.add(list.totalCount);
          }
      }
    expect(counts.size).toBeGreaterThan(3);
  });

  it('A23.5 adversarial 63: no write tells whether somebody is held', async () => {
    const told = async (write: string, id: Identifier, holder: Holder, headers: object = {}) =>
      (await asked(holder, headers, write, { id })).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
    for (const [write, holder, headers] of [
      [
        'mutation ($id: SubjectIdentifierInput!) { watch(subjects: [$id]) { watching refused { reason } } }',
        BANK_A,
        { purpose: 'POST_LOAN_MONITORING' },
      ],
      [
        'mutation ($id: SubjectIdentifierInput!) { unwatch(subjects: [$id]) { __typename } }',
        BANK_A,
        { purpose: 'POST_LOAN_MONITORING' },
      ],
      [
        `mutation ($id: SubjectIdentifierInput!) { submitRecords(input: { item: "COMMENDATION-GOV", batchReference: "B63", records: [{ subject: $id, subjectName: "沈静",
          occurredOn: "2026-11-01", content: { documentNumber: "示例表彰63", title: "示例" } }] }) { accepted rejected { field code } } }`,
        MARKET_REGULATION,
      ],
    ] as const) {
      const held = await told(write, HIDDEN, holder, headers);
      expect(held).toBe(await told(write, NOT_HELD, holder, headers));
      expect(held).not.toContain('BAD_USER_INPUT QUERY');
    }
  });

  it('A23.5 adversarial 65: who is hidden and who is not held are one answer, to the byte', async () => {
    const WHOLE = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id kind name birthDate pseudonym records { totalCount } nonPublicRecords { totalCount }
      designations { id } authorizations { id } disclosures { totalCount } pledges { id } registration { legalName } } }`;
    const ACCESS =
      'query ($id: SubjectIdentifierInput!) { access(subject: $id, item: "ARREARS-FUND", subjectKind: NATURAL_PERSON) { allowed reason } }';
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [BANK_A, {}],
      [subject(COMPANY), {}],
      [PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: 'x' }],
    ] as const)
      for (const query of [WHOLE, ACCESS, ARREARS]) {
        const hidden = await asked(holder, headers, query, { id: HIDDEN });
        expect(hidden).toBe(await asked(holder, headers, query, { id: NOT_HELD }));
      }
    expect(await asked(null, {}, WHOLE, { id: HIDDEN })).toBe('{"status":200,"data":{"subject":null}}');
    const batch =
      'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { id name records { totalCount } } }';
    expect((await world.ask(BANK_A, batch, { ids: [HIDDEN, NOT_HELD] }, LOAN)).data).toEqual({
      subjects: [null, null],
    });
  });

  it('A23.5 adversarial 60: a cursor of another caller, purpose, query or time, or a changed one, opens nothing', async () => {
    const page = await world.ask(BANK_A, IDS, { id: COMPANY, first: 1 }, LOAN);
    const { endCursor } = page.data.subject.records.pageInfo;
    const turned = endCursor.slice(0, -2) + (endCursor.endsWith('AA') ? 'BB' : 'AA');
    for (const [holder, id, after, headers] of [
      [null, COMPANY, endCursor, {}],
      [PERMIT_OFFICE, COMPANY, endCursor, { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: 'x' }],
      [BANK_A, COMPANY, endCursor, { purpose: 'POST_LOAN_MONITORING' }],
      [BANK_A, LISTED, endCursor, LOAN],
      [BANK_A, COMPANY, turned, LOAN],
      [BANK_A, COMPANY, 'WyIyMDI2LTAxLTAxIiwxXQ', LOAN],
    ] as const)
      expect(refusals(await world.ask(holder, IDS, { id, first: 1, after }, headers))).toEqual([
        'subject.records BAD_USER_INPUT CURSOR ',
      ]);
    expect(JSON.stringify(Buffer.from(endCursor, 'base64url').toString('latin1'))).not.toContain('2026');
  });

  it('A37.2 A38.2 adversarial 73: what was withdrawn is gone from pages whose cursors are out, from batches and from counts', async () => {
    const page = await world.ask(null, IDS, { id: COMPANY, first: 1 });
    const before = page.data.subject.records;
    const { data } = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id ... on AdministrativePenalty { documentNumber } } } } }',
      { id: COMPANY },
    );
    const penalty = data.subject.records.nodes.find(
      (node: { documentNumber?: string }) => node.documentNumber !== undefined,
    );
    await world.ask(
      MARKET_REGULATION,
      'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } } }',
      {
        input: { basisDocument: penalty.documentNumber },
      },
    );
    const seen: string[] = before.nodes
      .map((node: { id: string }) => node.id)
      .filter((id: string) => id !== penalty.id);
    let { endCursor: after, hasNextPage } = before.pageInfo;
    while (hasNextPage) {
      const { records } = (await world.ask(null, IDS, { id: COMPANY, first: 1, after })).data.subject;
      expect(records.totalCount).toBe(before.totalCount - 1);
      seen.push(...records.nodes.map((node: { id: string }) => node.id));
      ({ endCursor: after, hasNextPage } = records.pageInfo);
    }
    expect(seen).not.toContain(penalty.id);
    const batch = await world.ask(
      null,
      'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { records(first: 200) { totalCount nodes { id } } } }',
      { ids: [COMPANY, NOT_HELD] },
    );
    expect(batch.data.subjects[0].records.nodes.map((node: { id: string }) => node.id)).not.toContain(penalty.id);
    expect(batch.data.subjects[1]).toBeNull();
  });
});
