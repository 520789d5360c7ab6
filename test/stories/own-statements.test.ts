/** What a subject states beside what is held about it (Article 35): shown wherever that is, masked for others, and nowhere once it is withdrawn. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  LISTED,
  MEI,
  NO_JOBS,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { decision, submit } from './withheld.ts';

const mei = subject(MEI);
const STATE = `mutation ($record: ID!, $text: String!) { addStatement(record: $record, text: $text) { id text textForOthers masked shownSince } }`;
const WITHDRAW = 'mutation ($id: ID!) { withdrawStatement(id: $id) { id withdrawnOn } }';
const RECORDS = 'records(first: 50) { nodes { item { code } ownStatement { id text shownSince } } }';
const BY_NUMBER = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { ${RECORDS} } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };
/** Her own name and telephone, and a stranger that she names. */
const TEXT = '本人张小梅，电话13912345678，经办人王建国，罚款已于2026年10月缴清。';

interface Stated {
  readonly id: string;
  readonly text: string;
  readonly shownSince: string;
}

onDatabaseOfStep('own statements', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  const ownRows = async (identifier = MEI) =>
    (await world.ask(subject(identifier), '{ me { records(first: 50) { nodes { id item { code openness } } } } }')).data
      .me.records.nodes as { id: string; item: { code: string; openness: string } }[];
  /** Id of her first record of an openness. */
  const recordOf = async (openness: string, identifier = MEI) =>
    (await ownRows(identifier)).find(({ item }) => item.openness === openness)?.id ?? '';
  const statedIn = (records: { readonly nodes: readonly { readonly ownStatement: Stated | null }[] }): Stated[] =>
    records.nodes.flatMap(({ ownStatement }) => (ownStatement === null ? [] : [ownStatement]));
  const read = async (by: Parameters<World['ask']>[0], headers = {}) =>
    statedIn((await world.ask(by, BY_NUMBER, { id: MEI }, headers)).data.subject.records);
  const report = async (by: Parameters<World['token']>[0], body: object, headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${await world.token(by)}`;
    const made = await fetch(`${world.server.url}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, ...headers },
      body: JSON.stringify(body),
    });
    const { id, token } = await made.json();
    const page = await fetch(`${world.server.url}/reports/${id}`, {
      headers: { authorization, accept: 'text/html', ...headers },
    });
    return {
      id,
      payload: Buffer.from(token.split('.')[1], 'base64url').toString(),
      page: await page.text(),
      status: async () =>
        (await (await fetch(`${world.server.url}/verify/${id}`, { headers: { accept: 'application/json' } })).json())
          .status,
    };
  };

  it('A35.1 A23.4 is read whole by itself, masked by anyone who sees the record, in queries, batches and reports, until it is withdrawn', async () => {
    const record = await recordOf('UNCONDITIONAL');
    const before = await report(BANK_A, { subject: MEI }, { 'credit-purpose': LOAN.purpose });
    const own = await report(mei, {});
    const elsewhere = await report(subject(COMPANY), {});
    const { data, errors } = await world.ask(mei, STATE, { record, text: TEXT });
    expect(errors).toBeUndefined();
    const stated = data.addStatement;
    expect([stated.text, stated.masked, stated.shownSince]).toEqual([TEXT, true, '2026-11-20']);
    for (const secret of ['张小梅', '13912345678', '王建国']) expect(stated.textForOthers).not.toContain(secret);
    // Reports of before say what stood there then.
    expect([await before.status(), await own.status(), await elsewhere.status()]).toEqual([
      'SUPERSEDED',
      'SUPERSEDED',
      'CURRENT',
    ]);

    const others = [await read(null), await read(BANK_A, LOAN), await read(OPERATOR)];
    for (const seen of others)
      expect(seen).toEqual([{ id: expect.any(String), text: stated.textForOthers, shownSince: '2026-11-20' }]);
    // Each recipient knows it by an id of its own.
    expect(others[0]?.[0]?.id).toMatch(/^p_/);
    expect(others[0]?.[0]?.id).not.toBe(others[1]?.[0]?.id);
    expect(statedIn((await world.ask(mei, `{ me { ${RECORDS} } }`)).data.me.records)).toEqual([
      { id: stated.id, text: TEXT, shownSince: '2026-11-20' },
    ]);
    const batch = await world.ask(
      BANK_A,
      `query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { ${RECORDS} } }`,
      { ids: [COMPANY, MEI] },
      LOAN,
    );
    expect(
      batch.data.subjects.map(({ records }: { records: Parameters<typeof statedIn>[0] }) => statedIn(records).length),
    ).toEqual([0, 1]);
    const closed = await world.ask(null, BY_NUMBER.replace('text ', 'text masked '), { id: MEI });
    expect(closed.errors?.[0]?.extensions.article).toBe('24');

    for (const [by, body, headers, text] of [
      [BANK_A, { subject: MEI }, { 'credit-purpose': LOAN.purpose }, stated.textForOthers],
      [mei, {}, {}, TEXT],
    ] as const) {
      const made = await report(by, body, headers as Record<string, string>);
      expect(JSON.stringify(JSON.parse(made.payload).sections)).toContain(`"ownStatement":${JSON.stringify(text)}`);
      expect(made.page.replaceAll(/<[^>]+>/g, '')).toContain('本人说明');
      if (by === BANK_A)
        for (const secret of ['张小梅', '13912345678', '王建国'])
          expect(made.page + made.payload).not.toContain(secret);
    }

    const after = await report(BANK_A, { subject: MEI }, { 'credit-purpose': LOAN.purpose });
    const withdrawn = await world.ask(mei, WITHDRAW, { id: stated.id });
    expect(withdrawn.data.withdrawStatement).toEqual({ id: stated.id, withdrawnOn: '2026-11-20' });
    for (const seen of [await read(null), await read(BANK_A, LOAN), await read(OPERATOR)]) expect(seen).toEqual([]);
    expect(await after.status()).toBe('SUPERSEDED');
    expect((await report(mei, {})).payload).not.toContain('ownStatement');
  });

  it('A35.1 a second takes the place of the first, and what was withdrawn once is withdrawn', async () => {
    const record = await recordOf('UNCONDITIONAL');
    const first = (await world.ask(mei, STATE, { record, text: '第一次说明。' })).data.addStatement;
    const second = (await world.ask(mei, STATE, { record, text: '第二次说明。' })).data.addStatement;
    expect([first.masked, second.masked]).toEqual([false, false]);
    expect((await read(null)).map(({ text }) => text)).toEqual(['第二次说明。']);
    const gone = await world.ask(mei, WITHDRAW, { id: first.id });
    expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await world.ask(mei, WITHDRAW, { id: second.id });
    expect((await world.ask(mei, WITHDRAW, { id: second.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('A23.2 A35.1 beside what is open by agreement alone the public reads nothing of it, and a party does', async () => {
    const record = await recordOf('AGREEMENT');
    const { id } = (await world.ask(mei, STATE, { record, text: '费用已经补缴。' })).data.addStatement;
    expect(await read(null)).toEqual([]);
    expect((await read(BANK_A, LOAN)).map(({ text }) => text)).toEqual(['费用已经补缴。']);
    await world.ask(mei, WITHDRAW, { id });
  });

  it('A35.1 A43.1 beside a designation and a record it stands in the answer to a permit desk', async () => {
    const company = subject(LISTED);
    const { data } = await world.ask(
      company,
      '{ me { designations { id } records(first: 50) { nodes { id nature item { code } } } } }',
    );
    const desk = async () =>
      (
        await world.ask(
          PERMIT_OFFICE,
          'query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { findings { designationId recordId ownStatement } } }',
          { id: LISTED },
          { purpose: 'PERMIT', case: '2026-0001' },
        )
      ).data.matterCheck.findings as {
        designationId: string | null;
        recordId: string | null;
        ownStatement: string | null;
      }[];
    const found = await desk();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ ownStatement }) => ownStatement === null)).toBe(true);
    const rows = [...data.me.designations, ...data.me.records.nodes].map(({ id }: { id: string }) => id);
    const beside = rows.filter((row) =>
      found.some(({ designationId, recordId }) => row === (designationId ?? recordId)),
    );
    expect(beside.length).toBeGreaterThan(0);
    const ids: string[] = [];
    for (const record of beside)
      ids.push((await world.ask(company, STATE, { record, text: '公司已整改完毕。' })).data.addStatement.id);
    expect((await desk()).filter(({ ownStatement }) => ownStatement === '公司已整改完毕。')).toHaveLength(
      found.filter(({ designationId, recordId }) => beside.includes(designationId ?? recordId ?? '')).length,
    );
    const lists = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { ownStatement { text } } } }',
      { id: LISTED },
    );
    expect(
      lists.data.subject.designations.some(
        ({ ownStatement }: { ownStatement: object | null }) => ownStatement !== null,
      ),
    ).toBe(true);
    for (const id of ids) await world.ask(company, WITHDRAW, { id });
    expect((await desk()).every(({ ownStatement }) => ownStatement === null)).toBe(true);
  });

  it('A35.1 beside a non-public record who may see that reads it', async () => {
    const own = await world.ask(mei, '{ me { nonPublicRecords(first: 5) { nodes { id } } } }');
    const record = own.data.me.nonPublicRecords.nodes[0]?.id;
    expect(record).toBeDefined();
    const { data } = await world.ask(mei, STATE, { record, text: '贷款已结清。' });
    const seen = await world.ask(mei, '{ me { nonPublicRecords(first: 5) { nodes { id ownStatement { text } } } } }');
    expect(seen.data.me.nonPublicRecords.nodes).toContainEqual({ id: record, ownStatement: { text: '贷款已结清。' } });
    await world.ask(mei, WITHDRAW, { id: data.addStatement.id });
  });

  it('A23.4 A35.1 is masked anew once more is known of its subject, and reports that hold what it said are superseded', async () => {
    const company = subject(COMPANY);
    const record = await recordOf('UNCONDITIONAL', COMPANY);
    const text = '安宁已经到场说明。';
    const stated = (await world.ask(company, STATE, { record, text })).data.addStatement;
    const publicly = async () =>
      statedIn((await world.ask(null, BY_NUMBER, { id: COMPANY })).data.subject.records).map((one) => one.text);
    expect([stated.masked, await publicly()]).toEqual([false, [text]]);
    const [bank, own] = [
      await report(BANK_A, { subject: COMPANY }, { 'credit-purpose': LOAN.purpose }),
      await report(company, {}),
    ];
    // Until a record names a person so, it is a word.
    world.setNow('2026-11-20T11:00:00+08:00');
    await submit(
      world,
      'PENALTY-MINOR',
      decision(COMPANY, 35, { facts: '未明码标价。', legalRepresentativeName: '安宁' }),
    );
    const [seen = ''] = await publicly();
    expect([seen.includes('安宁'), seen.includes('已经到场说明')]).toEqual([false, true]);
    const mine = await world.ask(
      company,
      '{ me { records(first: 50) { nodes { ownStatement { text textForOthers masked } } } } }',
    );
    expect(statedIn(mine.data.me.records)).toEqual([{ text, textForOthers: seen, masked: true }]);
    expect([await bank.status(), await own.status()]).toEqual(['SUPERSEDED', 'CURRENT']);
    await world.ask(company, WITHDRAW, { id: stated.id });
  });
});
