/** The statuses of evidence, as `statuses.proof.ts` asks those of all others. A proof: it opens a world and spends its rates. */
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { DESCRIBED } from '../../gateway/docs/openapi/described.ts';
import { unavailable } from '../../schema/errors.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { keepEvidence } from '../../subgraphs/rights/evidence/evidence.ts';
import { printed } from '../evidence/made.ts';
import { BANK_A, COMPANY, LISTED, openWorld, subject, type World } from '../kit.ts';
import { type Asked, asking, company, EVIDENCE } from './over-http.ts';

const [BRING, LOOK] = EVIDENCE as readonly [string, string];
const PDF = { 'content-type': 'application/pdf' };
let world: World;
let pdf: Buffer;
const { seen, ask, failing } = asking(() => world);
beforeAll(async () => {
  world = await openWorld('pglite', { environment: { RATE_SUBJECT: '600', DUE_EVERY_MS: '86400000' } });
  pdf = await printed();
});
afterAll(() => world.close());
afterEach(() => vi.restoreAllMocks());

const bring = (asked: Asked = {}) =>
  ask(BRING, '/evidence', { body: pdf, ...asked, headers: { ...PDF, ...asked.headers } });
const look = (id: string, asked: Asked = {}) => ask(LOOK, `/evidence/${id}`, asked);
const bad = { headers: { authorization: 'Bearer a.b.c' } };

it('A39.2 what is brought, and what is refused, by its status', async () => {
  const answer = await bring({ by: company });
  expect([answer.status, answer.headers.location]).toEqual([
    201,
    `${world.server.url}/evidence/${JSON.parse(answer.body).id}`,
  ]);
  expect((await bring({ by: company, body: 'x' })).status).toBe(400);
  expect((await bring()).status).toBe(401);
  expect((await bring({ by: BANK_A })).status).toBe(403);
  expect((await bring({ by: company, headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  const announced = await bring({ by: company, headers: { 'content-length': String(11 * 1024 * 1024) }, body: '' });
  expect(announced.status).toBe(413);
  expect((await ask(BRING, '/evidence', { by: company }, 'DELETE')).headers.allow).toBe('POST');
  const other = { ...LISTED, id: world.server.platform.secrets.subjectId(LISTED.type, LISTED.value) };
  const request = world.server.requestAs({ role: 'SUBJECT', subject: other });
  for (let count = 0; count < 20; count += 1) await keepEvidence(request, 'PDF', pdf);
  await request.abandon();
  expect((await bring({ by: subject(LISTED) })).status).toBe(409);
  failing(unavailable(serviceMessages.databaseSilent));
  vi.spyOn(world.server.platform.database, 'write').mockRejectedValue(unavailable(serviceMessages.databaseSilent));
  expect((await bring({ by: company })).status).toBe(503);
  failing(new Error('full'));
  expect((await bring({ by: company })).status).toBe(500);
});

it('A39.2 what is looked at', async () => {
  const { id } = JSON.parse((await bring({ by: company })).body);
  expect((await look(id, { by: company })).status).toBe(200);
  expect((await look(id, { by: subject(LISTED) })).status).toBe(404);
  expect((await look(id, bad)).status).toBe(401);
  expect((await look(id, { by: company, headers: { 'credit-channel': 'X' } })).status).toBe(400);
  expect(
    (await look(id, { by: company, headers: { 'credit-for': '00000000-0000-4000-8000-000000000000' } })).status,
  ).toBe(403);
  expect((await ask(LOOK, `/evidence/${id}`, { by: company }, 'PUT')).headers.allow).toBe('GET, HEAD');
  failing(unavailable(serviceMessages.databaseSilent));
  expect((await look(id, { by: company })).status).toBe(503);
  failing(new Error('full'));
  expect((await look(id, { by: company })).status).toBe(500);
});

it('has exactly the statuses that the server gave', async () => {
  const rate = async (once: () => Promise<{ readonly status: number }>): Promise<void> => {
    for (let tries = 0; tries < 700; tries += 1) if ((await once()).status === 429) return;
    throw new Error('No limit was met.');
  };
  await rate(() => look('x', { by: subject(COMPANY) }));
  expect((await bring({ by: company })).status).toBe(429);
  for (const { route, answers } of DESCRIBED.filter(({ route }) => EVIDENCE.includes(route)))
    expect([route, [...(seen.get(route) ?? [])].sort()]).toEqual([route, Object.keys(answers).map(Number).sort()]);
});
