/** Under a mandate beyond GraphQL: reports and their links, evidence; and writes of every kind that a subject may do (Articles 35, 36 and 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bring, TYPES } from '../../evidence/desk.ts';
import { screenshot } from '../../evidence/made.ts';
import { LISTED, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { CLERK, END, inWorld } from './mandating.ts';

onDatabaseOfStep('under a mandate', (kind) => {
  let world: World;
  let id: string;
  const { well, refused, register, looksOf } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    id = await register(subject(LISTED), { agent: CLERK, kind: 'EMPLOYEE', scope: ['READ', 'OBJECT', 'AUTHORIZE'] });
  });
  afterAll(() => world.close());

  const send = async (method: string, path: string, mandate: string) =>
    fetch(path.startsWith('http') ? path : `${world.server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await world.token(subject(CLERK))}`,
        'content-type': 'application/json',
        'credit-for': mandate,
        accept: 'application/json, application/jose',
      },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });

  it('A36.3 A35.1 she has the company’s own report made, reads it, and her link opens it while the mandate stands', async () => {
    const made = await send('POST', '/reports', id);
    expect(made.status).toBe(201);
    const report = ((await made.json()) as { id: string }).id;
    expect((await send('GET', `/reports/${report}`, id)).status).toBe(200);
    const link = await send('POST', `/reports/${report}/link`, id);
    const { url } = (await link.json()) as { url: string };
    expect((await fetch(url)).status).toBe(200);
    const acted = (await looksOf(LISTED)).filter(({ actedBy }: { actedBy: unknown }) => actedBy !== null);
    expect(acted.length).toBeGreaterThanOrEqual(3);
    // Who may not read makes none.
    const objects = await register(subject(LISTED), { agent: CLERK, kind: 'AGENT', scope: ['OBJECT'] });
    for (const path of ['/reports', `/reports/${report}/link`])
      expect((await send('POST', path, objects)).status).toBe(403);
    expect((await send('GET', `/reports/${report}`, objects)).status).toBe(403);
  });

  it('A39.2 A35.2 A45.1 evidence, an objection, a re-examination, a choice: each as the company, and each names who did it', async () => {
    const { me } = await well(
      subject(LISTED),
      '{ me { designations { id designatingUnit { code } } records(items: ["PENALTY-GENERAL"], first: 1) { nodes { id } } } }',
    );
    // The clock stands still, so that entries of before and after stand among each other.
    const acts = async (): Promise<number> =>
      (await looksOf(LISTED)).filter(({ actedBy }: { actedBy: { mandate: string } | null }) => actedBy?.mandate === id)
        .length;
    const before = await acts();
    const brought = await bring(world, subject(CLERK), await screenshot(), TYPES.png, { 'credit-for': id });
    expect(brought.status).toBe(201);
    const [designation] = me.designations;
    const input = {
      about: 'DESIGNATION',
      designation: designation.id,
      reasons: '认定有误。',
      lodgedWith: designation.designatingUnit.code,
      evidence: [brought.json.id],
    };
    const RAISE = 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id evidence { id } } }';
    const { raiseObjection } = await well(subject(CLERK), RAISE, { input }, id);
    expect(raiseObjection.evidence).toEqual([{ id: brought.json.id }]);
    const ASK = 'mutation ($input: RequestReexaminationInput!) { requestReexamination(input: $input) { id } }';
    await well(subject(CLERK), ASK, { input: { designation: me.designations[1].id, reasons: '已经履行。' } }, id);
    expect((await well(subject(CLERK), 'mutation { choosePledges(usesPledges: false) }', {}, id)).choosePledges).toBe(
      false,
    );
    const OWN = '{ me { usesPledges objections(first: 5) { nodes { id } } } }';
    expect((await well(subject(LISTED), OWN)).me).toEqual({
      usesPledges: false,
      objections: { nodes: [{ id: raiseObjection.id }] },
    });
    expect((await acts()) - before).toBeGreaterThanOrEqual(4);
    // Of herself nothing was changed.
    expect((await well(subject(CLERK), OWN)).me).toEqual({ usesPledges: null, objections: { nodes: [] } });
  });

  it('A35.1 a link that she made opens nothing once the mandate ended', async () => {
    const made = await send('POST', '/reports', id);
    const report = ((await made.json()) as { id: string }).id;
    const { url } = (await (await send('POST', `/reports/${report}/link`, id)).json()) as { url: string };
    await well(subject(LISTED), END, { id, reason: '离职' });
    expect((await fetch(url)).status).toBe(403);
    expect((await send('GET', `/reports/${report}`, id)).status).toBe(403);
    expect(await refused(subject(CLERK), '{ me { id } }', {}, id)).toEqual(['403 FORBIDDEN MANDATE_REQUIRED 35']);
  });
});
