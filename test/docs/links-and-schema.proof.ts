/** The statuses of links to a report and of the published schema, as `statuses.proof.ts` asks those of all others. A proof: it opens a world and spends its rates. */
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { DESCRIBED } from '../../gateway/docs/openapi/described.ts';
import { LINK_MINUTES, OPENINGS_MAX } from '../../gateway/reports/link.ts';
import { unavailable } from '../../schema/errors.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { BANK_A, COMPANY, MARKET_REGULATION, MEI, OPERATOR, openWorld, soonest, TODAY, type World } from '../kit.ts';
import { type Answered, type Asked, asking, company, LINKS_AND_SCHEMA, LOAN } from './over-http.ts';

const [LINK, OPEN, SCHEMA] = LINKS_AND_SCHEMA as readonly [string, string, string];
/** An issuer that answers nothing: nobody listens at this port. */
const SILENT = 'http://127.0.0.1:9';
let world: World;
const { seen, ask, made, failing } = asking(() => world);
beforeAll(async () => {
  const TOKEN_ISSUERS = JSON.stringify([{ issuer: SILENT, audience: 'credit', jwks: `${SILENT}/keys` }]);
  const environment = { RATE_PUBLIC: '600', RATE_UNIT: '300', DUE_EVERY_MS: '86400000', TOKEN_ISSUERS };
  world = await openWorld(soonest(), { environment });
});
afterAll(() => world.close());
afterEach(() => vi.restoreAllMocks());

const link = (id: string, asked: Asked = {}) => ask(LINK, `/reports/${id}/link`, asked);
const open = (path: string, asked: Asked = {}) => ask(OPEN, path, asked);
const schema = (asked: Asked = {}) => ask(SCHEMA, '/schema.graphql', asked);
const pathOf = ({ body }: Answered): string => {
  const { pathname, search } = new URL(JSON.parse(body).url);
  return `${pathname}${search}`;
};
const asBank = { by: BANK_A, headers: LOAN };
const bad = { headers: { authorization: 'Bearer a.b.c' } };
const twice = { headers: { dpop: ['a', 'b'] } };

it('A36.3 A17.1 a link opens the report of whoever made it, so often and so long; what is wrong is a page', async () => {
  const id = await made({ by: company });
  const answer = await link(id, { by: company });
  expect(answer.status).toBe(200);
  const path = pathOf(answer);
  for (const [format, type] of [
    ['html', 'text/html; charset=utf-8'],
    ['pdf', 'application/pdf'],
  ] as const) {
    const opened = await open(`${path}&format=${format}`);
    expect([opened.status, opened.headers['content-type']]).toEqual([200, type]);
  }
  for (let time = 2; time < OPENINGS_MAX; time += 1) expect((await open(path)).status).toBe(200);
  const often = await open(path);
  expect([often.status, often.headers['retry-after']]).toEqual([429, undefined]);
  for (const [wrong, status] of [
    [often, 429],
    [await open('/open-report'), 400],
    [await open(path, bad), 401],
    [await open(`${path}&format=docx`), 406],
    [await ask(OPEN, path, {}, 'POST'), 405],
  ] as const)
    expect([wrong.status, wrong.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  const again = pathOf(await link(id, { by: company }));
  failing(unavailable(serviceMessages.databaseSilent));
  expect((await open(again)).status).toBe(503);
  expect((await link(id, { by: company })).status).toBe(503);
  failing(new Error('full'));
  expect((await open(again)).status).toBe(500);
  expect((await link(id, { by: company })).status).toBe(500);
  vi.restoreAllMocks();
  expect((await link(id, asBank)).status).toBe(404);
  expect((await link(id, bad)).status).toBe(401);
  expect((await link(id, twice)).status).toBe(400);
  expect((await ask(LINK, `/reports/${id}/link`, {}, 'GET')).status).toBe(405);
});

it('A22.1 A36.2 a link is not made, and opens nothing, where its maker may no longer read the report', async () => {
  const finance = { role: 'department', unit: 'HLJ-FINANCE' } as const;
  const forAward = { 'credit-purpose': 'AWARD', 'credit-case': '2026-1' };
  const whole = await made({ by: finance, headers: forAward, body: JSON.stringify({ subject: MEI }) });
  const forFunding = { by: finance, headers: { 'credit-purpose': 'FUNDING', 'credit-case': '2026-1' } };
  expect((await link(whole, forFunding)).status).toBe(403);
  const path = pathOf(await link(whole, { by: finance, headers: forAward }));
  const { data } = await world.ask(OPERATOR, '{ duties(department: "HLJ-FINANCE", first: 9) { nodes { id matter } } }');
  const { id } = data.duties.nodes.find((duty: { matter: string }) => duty.matter === 'AWARD');
  await world.ask(OPERATOR, 'mutation ($id: ID!) { endDuty(id: $id, reason: "示例") { id } }', { id });
  expect((await open(path)).status).toBe(403);

  const basisDocument = '黑市监罚〔2026〕示例802号';
  const record = {
    subject: COMPANY,
    subjectName: '哈尔滨示例冰雪设备有限公司',
    occurredOn: '2026-11-18',
    basisDocument,
    content: { documentNumber: basisDocument, fineYuan: '1.00' },
  };
  const change = (mutation: string, input: unknown) => world.ask(MARKET_REGULATION, mutation, { input });
  await change('mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }', {
    item: 'PENALTY-GENERAL',
    records: [record],
  });
  const superseded = await made({ ...asBank, body: JSON.stringify({ subject: COMPANY }) });
  const over = pathOf(await link(superseded, asBank));
  await change('mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }', { basisDocument });
  expect([(await link(superseded, asBank)).status, (await open(over)).status]).toEqual([410, 410]);
  world.setNow(new Date(Date.parse(`${TODAY}T10:00:00+08:00`) + LINK_MINUTES * 60_000).toISOString());
  expect((await open(path)).status).toBe(410);
});

it('A36.3 the schema is text, 304 where it is held, and refused where a token is bad', async () => {
  const { status, headers, body } = await schema();
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(body).toContain('type CreditSubject');
  expect((await schema({ headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(304);
  expect((await schema(bad)).status).toBe(401);
  expect((await schema(twice)).status).toBe(400);
  expect((await ask(SCHEMA, '/schema.graphql', {}, 'POST')).status).toBe(405);
  expect(
    (await schema({ by: company, headers: { 'credit-for': '00000000-0000-4000-8000-000000000000' } })).status,
  ).toBe(403);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'ES256', typ: 'at+jwt', kid: 'x' })}.${part({ iss: SILENT, aud: 'credit', sub: 'x', exp: 4e9 })}.${'A'.repeat(86)}`;
  expect((await schema({ headers: { authorization: `Bearer ${token}` } })).status).toBe(503);
});

it('each is counted, and the description has exactly these statuses', async () => {
  const retryAfter = async (once: () => Promise<Answered>): Promise<number> => {
    for (let tries = 0; tries < 700; tries += 1) {
      const { status, headers } = await once();
      if (status === 429) return Number(headers['retry-after']);
    }
    throw new Error('No limit was met.');
  };
  for (const once of [() => link('x', asBank), () => schema(asBank), () => open('/open-report')])
    expect(await retryAfter(once)).toBeGreaterThan(0);
  for (const { route, answers } of DESCRIBED.filter((one) => LINKS_AND_SCHEMA.includes(one.route)))
    expect([route, [...(seen.get(route) ?? [])].sort()]).toEqual([route, Object.keys(answers).map(Number).sort()]);
});
