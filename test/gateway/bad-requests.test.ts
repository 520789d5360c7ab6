/** Requests that are malformed, oversized or forged: each is refused with its place, and none is said back. */
import { beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, MEI, onDatabaseOfStep, sharedWorld, type World } from '../kit.ts';
import { post, query } from './post.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const BODY = JSON.stringify({ query: NAME, variables: { id: COMPANY } });
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('what is asked wrongly', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind);
  });

  it.each([
    ['a batch of queries', `[${BODY},${BODY}]`],
    ['no JSON', '{query'],
    ['an empty body', ''],
    ['null', 'null'],
    ['a query that is no text', '{"query": {"$ne": 1}}'],
    ['no query', '{"variables": {}}'],
    ['variables that are a list', '{"query": "{ __typename }", "variables": []}'],
    ['a name of the operation that is no text', '{"query": "{ __typename }", "operationName": 1}'],
    [
      'several operations',
      JSON.stringify({ query: 'query A { __typename } query B { __typename }', operationName: 'A' }),
    ],
    ['no operation', JSON.stringify({ query: 'fragment F on Query { __typename }' })],
    ['a subscription', JSON.stringify({ query: 'subscription { x }' })],
    ['an alias __proto__', JSON.stringify({ query: '{ __proto__: __typename }' })],
    ['an alias constructor', JSON.stringify({ query: '{ constructor: __typename }' })],
    ['a variable __proto__', JSON.stringify({ query: 'query ($__proto__: Int) { __typename }' })],
  ])('adversarial 13 and 22: refuses %s', async (_name, body) => {
    const { status, codes, data } = await post(world, body);
    expect(status).toBe(400);
    expect(data ?? null).toBeNull();
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^BAD_USER_INPUT/);
  });

  it('adversarial 13: __proto__ in variables is refused and changes nothing', async () => {
    const body = `{"query": ${JSON.stringify(NAME)}, "variables": {"id": ${JSON.stringify(COMPANY)}, "__proto__": {"polluted": true}}}`;
    expect((await post(world, body)).status).toBe(400);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    [
      'half a character',
      { id: { type: 'USCC', value: '\ud800' } },
      'variables.id.value holds characters that are no text.',
    ],
    ['U+0000', { id: { type: 'USCC', value: 'a\0b' } }, 'variables.id.value holds characters that are no text.'],
    ['a key that is none', { id: { 'a\0': 1 } }, 'variables.id has a key that is no name.'],
    [
      'a variable of thirty levels',
      { id: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) },
      'The variables are nested deeper than 20 levels.',
    ],
  ])('adversarial 10: %s in the variables is refused with its place', async (_name, variables, message) => {
    const { status, text } = await post(world, JSON.stringify({ query: NAME, variables }));
    expect([status, JSON.parse(text).errors[0].message]).toEqual([400, message]);
  });

  it('adversarial 10: a variable of a hundred thousand levels is refused before it is parsed', async () => {
    const variables = `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { status, text } = await post(world, `{"query": ${JSON.stringify(NAME)}, "variables": ${variables}}`);
    expect([status, JSON.parse(text).errors[0].message]).toEqual([400, 'The body is nested deeper than 64 levels.']);
  });

  it('adversarial 10: U+0000 in a text of the document is refused', async () => {
    const { status, codes } = await post(
      world,
      JSON.stringify({ query: '{ access(item: "\\u0000", subjectKind: LEGAL_PERSON) { allowed } }' }),
    );
    expect([status, codes]).toEqual([400, ['BAD_USER_INPUT UNREADABLE']]);
  });

  it('A23.5 no error repeats an identification number that was sent', async () => {
    const number = MEI.value;
    const wrong = [
      { id: { type: 'CITIZEN_ID', value: { value: number } } },
      { id: { type: 'CITIZEN_ID', value: [number] } },
      { id: { type: number, value: 'x' } },
      { id: number },
      { id: { type: 'CITIZEN_ID', value: `${number.slice(0, 17)}7` } },
      { id: { type: 'USCC', value: number } },
      { id: { type: 'CITIZEN_ID', value: number, extra: number } },
      { id: { type: 'CITIZEN_ID', value: number, [`x${number}`]: 1 } },
    ];
    for (const variables of wrong) {
      const { codes, text } = await query(world, NAME, variables);
      expect(codes[0]).toMatch(/^BAD_USER_INPUT/);
      expect(text).not.toContain(number.slice(0, 17));
    }
    for (const literal of [
      `type: CITIZEN_ID, value: ${number}`,
      `type: "${number}", value: "x"`,
      `type: CITIZEN_ID, value: "x", ${number}`,
    ]) {
      const { codes, text } = await query(world, `{ subject(identifier: { ${literal} }) { name } }`);
      expect(codes[0]).toMatch(/^BAD_USER_INPUT/);
      expect(text).not.toContain(number.slice(0, 17));
    }
  });

  it('A19.1 A19.2 adversarial 70: a forged number is refused, one that is only written otherwise is found', async () => {
    const code = async (type: string, value: string) => {
      const { data, errors } = await world.ask(BANK_A, NAME, { id: { type, value } }, LOAN);
      return data?.subject?.name ?? errors?.[0]?.extensions.reason;
    };
    const [uscc, citizen] = [COMPANY.value, MEI.value];
    expect(await code('USCC', `${uscc.slice(0, 9)}\u200b${uscc.slice(9)}`)).toBe('IDENTIFIER_ZERO_WIDTH');
    expect(await code('CITIZEN_ID', `\u2060${citizen}`)).toBe('IDENTIFIER_ZERO_WIDTH');
    expect(await code('USCC', uscc.replace('A', 'А'))).toBe('IDENTIFIER_CONFUSABLE');
    expect(await code('USCC', `${uscc.slice(0, 17)}M`)).toBe('IDENTIFIER_CHECK_DIGIT');
    expect(await code('CITIZEN_ID', citizen.slice(0, 15))).toBe('IDENTIFIER_LENGTH');
    expect(await code('CITIZEN_ID', "239999199003070016' or '1'='1")).toMatch(/^IDENTIFIER_/);
    expect(await code('USCC', uscc.toLowerCase())).toBe('哈尔滨示例冰雪设备有限公司');
    const wide = [...citizen].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
    expect(await code('CITIZEN_ID', ` ${wide} `)).toBe('张**');
  });

  it('pages have 1 to 200 rows, and a cursor is good for its caller, subject and arguments alone', async () => {
    const PAGE = `query ($id: SubjectIdentifierInput!, $first: Int, $after: String, $items: [String!]) {
      subject(identifier: $id) { records(first: $first, after: $after, items: $items) { totalCount pageInfo { endCursor } nodes { id } } } }`;
    const page = async (holder: typeof BANK_A | null, variables: object, purpose = 'LOAN_ORIGINATION') =>
      world.ask(holder, PAGE, { id: COMPANY, ...variables }, { purpose });
    const reason = async (...asked: Parameters<typeof page>) => (await page(...asked)).errors?.[0]?.extensions.reason;
    for (const first of [0, -1, 201, 2_147_483_647]) expect(await reason(null, { first })).toBe('PAGE_SIZE');
    expect((await page(null, { first: 200 })).data.subject.records.nodes).toHaveLength(8);
    const { data } = await page(BANK_A, { first: 2 });
    const after: string = data.subject.records.pageInfo.endCursor;
    expect((await page(BANK_A, { first: 3, after })).data.subject.records).toMatchObject({
      totalCount: 10,
      nodes: { length: 3 },
    });
    expect(await reason(null, { after })).toBe('CURSOR');
    expect(await reason(BANK_A, { after }, 'POST_LOAN_MONITORING')).toBe('CURSOR');
    expect(await reason(BANK_A, { after, items: ['ARREARS-TAX'] })).toBe('CURSOR');
    expect(await reason(BANK_A, { after, id: MEI })).toBe('CURSOR');
    expect(await reason(BANK_A, { after: `${after.slice(0, -2)}xx` })).toBe('CURSOR');
    expect(await reason(BANK_A, { after: 'MQ==' })).toBe('CURSOR');
    expect(await reason(BANK_A, { after: '' })).toBe('CURSOR');
  });

  it('a purpose or channel that is not published is refused', async () => {
    const unknown = await world.ask(BANK_A, NAME, { id: COMPANY }, { purpose: 'CURIOSITY' });
    expect(unknown.data?.subject ?? null).toBeNull();
    expect(unknown.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PURPOSE_UNKNOWN' });
    for (const headers of [{ purpose: "x' or 1=1" }, { ...LOAN, channel: 'FAX' }, { ...LOAN, case: 'a\u0000b' }]) {
      const refused = await world.ask(BANK_A, NAME, { id: COMPANY }, headers);
      expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });

  it('adversarial 25: an error of ours is one masked sentence with an id, and the next request is answered', async () => {
    // Of whichever process reads.
    const databases = [world.server, ...Object.values(world.wired?.servers ?? {})].map(
      ({ platform }) => platform.database,
    );
    const whole = databases.map(({ read }) => read);
    const broken = () =>
      Promise.reject(new Error(`select secret from public_credit.record where value = '${MEI.value}'`));
    for (const database of databases) Object.assign(database, { read: broken });
    const { text, codes } = await query(world, NAME, { id: COMPANY });
    databases.forEach((database, place) => {
      Object.assign(database, { read: whole[place] });
    });
    expect(codes).toEqual(['INTERNAL']);
    expect(text).toMatch(/recorded under [0-9a-f-]{36}/);
    expect(text).not.toMatch(/select|public_credit|239999|node_modules|\.ts/);
    expect((await query(world, NAME, { id: COMPANY })).status).toBe(200);
  });
});
