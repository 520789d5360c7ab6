/** Adversarial cases 44 to 46, 50 to 52, 55 and 56: who is told what. Quota (47, 48) and duties (49) have stories of their own. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  LISTED,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { refusals } from '../stories/operations.ts';

const ARREARS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('adversarial cases of policy', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const shows = async (id: Identifier = MEI, headers: object = LOAN) =>
    (await world.ask(BANK_A, ARREARS, { id }, headers)).data?.subject?.records?.totalCount ?? null;

  it('A24.3 adversarial 44: an authorization revoked during a run: each answer is of before or of after, and none of before comes later', async () => {
    const granted = await world.ask(subject(LISTED), '{ me { id } }');
    expect(granted.errors).toBeUndefined();
    const mine = (await world.ask(subject(MEI), '{ me { authorizations { id status party { code } } } }')).data.me
      .authorizations;
    const { id } = mine.find(
      (one: { status: string; party: { code: string } }) => one.status === 'IN_FORCE' && one.party.code === 'BANK-A',
    );
    const order: (number | null)[] = [];
    const run = (async () => {
      for (let asked = 0; asked < 12; asked += 1) order.push(await shows());
    })();
    await world.ask(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { id } }', { id });
    await run;
    const first = order.findIndex((count) => count !== 1);
    expect(order.slice(first === -1 ? order.length : first).every((count) => count !== 1)).toBe(true);
    expect(await shows()).not.toBe(1);
    const again = await world.ask(
      subject(MEI),
      'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
      {
        input: {
          party: 'BANK-A',
          purposes: ['LOAN_ORIGINATION'],
          items: ['ARREARS-FUND'],
          validFrom: '2026-11-20',
          validUntil: '2027-02-20',
        },
      },
    );
    expect(again.errors).toBeUndefined();
    expect(await shows()).toBe(1);
  });

  it('A23.2 adversarial 45: a purpose outside the agreement, empty, in another case or unknown carries nothing', async () => {
    for (const purpose of [
      'CREDIT_SERVICE',
      'PERMIT',
      'loan_origination',
      'LOAN_ORIGINATION,POST_LOAN_MONITORING',
      'X',
    ]) {
      const answer = await world.ask(BANK_A, ARREARS, { id: MEI }, { purpose });
      expect([purpose, answer.data?.subject?.records?.totalCount ?? null]).toEqual([purpose, null]);
      expect(answer.errors?.length).toBeGreaterThan(0);
    }
  });

  it('A18.1 A23.3 adversarial 46: an edition that closes an item closes it at the next question, remembered or not', async () => {
    const { data } = await world.ask(
      null,
      '{ catalogItems(first: 200) { nodes { code edition name nameEn category conduct nature subjectKinds providingUnit { code } dataSource sharing openness displayPeriod { minimumMonths maximumMonths } updateWithinWorkingDays legalBasis { article title } elements { name title personal openness } } } }',
    );
    const item = data.catalogItems.nodes.find((one: { code: string }) => one.code === 'COMMENDATION-GOV');
    const count = async () =>
      (
        await world.ask(
          null,
          'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { item { code } } } } }',
          { id: MEI },
        )
      ).data.subject.records.nodes.filter((node: { item: { code: string } }) => node.item.code === 'COMMENDATION-GOV')
        .length;
    /** The third wall, asked by itself. */
    const open = async (): Promise<readonly string[]> => {
      const nobody = { role: 'PUBLIC', unit: null, purpose: null, caseReference: null, subjectId: null } as const;
      const reading = await world.server.platform.database.read({ ...nobody, today: TODAY });
      const [row] = await reading
        .query<{ open: readonly string[] }>({ name: 'open-to-anyone', text: 'select control.items_open() as open' }, [])
        .finally(() => reading.close());
      return row?.open ?? [];
    };
    expect(await count()).toBe(1);
    expect(await open()).toContain('COMMENDATION-GOV');
    const published = await world.ask(
      OPERATOR,
      'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { edition } }',
      {
        input: {
          ...item,
          providingUnit: item.providingUnit.code,
          edition: '2026-11-20',
          openness: 'SELF_ONLY',
          elements: item.elements.map((element: object) => ({ ...element, openness: 'SELF_ONLY' })),
          displayRequiredBy: '示例法',
          publication: { reference: '示例公告〔2026〕2号', publishedOn: '2026-11-20' },
          effectiveFrom: '2026-11-20',
        },
      },
    );
    expect(published.errors).toBeUndefined();
    expect(await count()).toBe(0);
    expect(await open()).not.toContain('COMMENDATION-GOV');
    const own = await world.ask(subject(MEI), '{ me { records(first: 200) { nodes { item { code } } } } }');
    expect(own.data.me.records.nodes.map((node: { item: { code: string } }) => node.item.code)).toContain(
      'COMMENDATION-GOV',
    );
  });

  it('A23.3 adversarial 50: a subject’s token opens no other subject, however the number is written', async () => {
    const lower = { type: 'USCC', value: COMPANY.value.toLowerCase() } as const;
    const wide = {
      type: 'USCC',
      value: COMPANY.value.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    } as const;
    const whole =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name authorizations { id } disclosures { totalCount } } }';
    for (const holder of [COMPANY, lower, wide]) {
      const mine = await world.ask(subject(holder), whole, { id: COMPANY });
      expect([mine.status, mine.errors, mine.data?.subject?.disclosures !== null]).toEqual([200, undefined, true]);
      const hers = await world.ask(subject(holder), whole, { id: MEI });
      expect(hers.data.subject).toEqual({ name: '张**', authorizations: null, disclosures: null });
      expect(refusals(hers).every((line) => line.includes('SELF_ONLY'))).toBe(true);
    }
  });

  it('A23.5 adversarial 51: ids of others open nothing, by whatever field they are sent', async () => {
    const mine = (await world.ask(subject(MEI), '{ me { authorizations { id } disclosures { nodes { id } } } }')).data
      .me;
    const other = subject(COMPANY);
    const foreign = [
      ['mutation ($id: ID!) { revokeAuthorization(id: $id) { id } }', mine.authorizations[0].id],
      ['query ($id: ID!) { disclosure(id: $id) { id } }', mine.disclosures.nodes[0].id],
    ] as const;
    for (const [query, id] of foreign) {
      const guessed = await world.ask(other, query, { id: '3f2b8a52-9d0f-4d5e-8a53-0d8f3f1f1c11' });
      const known = await world.ask(other, query, { id });
      // Somebody else's and nobody's are the same answer.
      expect({ ...known, errors: known.errors?.map(({ extensions }) => extensions) }).toEqual({
        ...guessed,
        errors: guessed.errors?.map(({ extensions }) => extensions),
      });
    }
  });

  it('A23.4 adversarial 52: from a company to the person behind it, each hop is decided again', async () => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes {
      ... on AdministrativePenalty { legalRepresentative { name idNumber } } ... on AdministrativePermit { legalRepresentative { name idNumber } } } } } }`;
    for (const [holder, headers] of [
      [subject(COMPANY), {}],
      [BANK_A, LOAN],
      [PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: 'x' }],
      [null, {}],
    ] as const) {
      const { data } = await world.ask(holder, query, { id: COMPANY }, headers);
      const people = data.subject.records.nodes.flatMap(
        (node: { legalRepresentative?: object | null }) => node.legalRepresentative ?? [],
      );
      expect(people.length).toBeGreaterThan(0);
      for (const { name, idNumber } of people)
        expect([name ?? '*', idNumber ?? '*'].every((text: string) => text.includes('*'))).toBe(true);
    }
  });

  it('A23.5 adversarial 55 and 56: what a higher tier warmed is not served to a lower one, asked at once', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name identifier { value } birthDate } }';
    const expected = [
      [subject(MEI), {}, '张小梅'],
      [PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '案1' }, '张小梅'],
      [BANK_A, LOAN, '张**'],
      [null, {}, '张**'],
    ] as const;
    const asked = Array.from({ length: 24 }, (_, index) => expected[index % 4] as (typeof expected)[number]);
    const names = await Promise.all(
      asked.map(async ([holder, headers]) => (await world.ask(holder, query, { id: MEI }, headers)).data.subject.name),
    );
    expect(names).toEqual(asked.map(([, , name]) => name));
  });
});
