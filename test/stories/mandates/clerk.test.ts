/** A company's clerk acts for it with her own token, until the mandate ends in the middle of a page (Article 35). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, MEI, OPERATOR, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { CLERK, END, inWorld, OTHER, OWN } from './mandating.ts';

const PAGE = `query ($after: String) { me { records(first: 2, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } } }`;

onDatabaseOfStep('a clerk acts for a company', (kind) => {
  let world: World;
  let id: string;
  const { well, refused, register, mandatesOf, looksOf, toldTo } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  it('A35.1 the company gives a mandate; both read it, each the other desensitized, and the clerk is told', async () => {
    id = await register(subject(COMPANY), { agent: CLERK, kind: 'EMPLOYEE', scope: ['READ'] });
    const given = {
      id,
      kind: 'EMPLOYEE',
      scope: ['READ'],
      validUntil: '2027-11-20',
      lacks: null,
      principal: { type: 'USCC', number: COMPANY.value },
      agent: { type: 'CITIZEN_ID', number: '23****************' },
      firstUsedAt: null,
      endedOn: null,
    };
    expect(await mandatesOf(COMPANY)).toEqual([{ ...given, actingFor: false }]);
    expect(await mandatesOf(CLERK)).toEqual([{ ...given, actingFor: true }]);
    expect(await mandatesOf(OTHER)).toEqual([]);
    expect(await toldTo(CLERK)).toEqual(['MANDATE_REGISTERED']);
    expect(await toldTo(COMPANY)).toEqual([]);
  });

  it('A35.1 A24.1 she reads what the company reads, and the ledger names both', async () => {
    const own = await well(subject(COMPANY), OWN);
    const before = (await looksOf(COMPANY)).length;
    expect(await well(subject(CLERK), OWN, {}, id)).toEqual(own);
    expect(own.me.records.totalCount).toBeGreaterThan(3);
    const looks = await looksOf(COMPANY);
    expect(looks).toHaveLength(before + 2);
    const acted = looks.filter(({ actedBy }: { actedBy: unknown }) => actedBy !== null);
    expect(acted).toMatchObject([
      {
        recipient: { kind: 'AGENT', name: '受托人' },
        actedBy: { mandate: id, kind: 'EMPLOYEE' },
        bases: [{ article: '24' }],
      },
    ]);
    // Its own looks name nobody else.
    expect(looks.filter(({ recipient }: { recipient: { kind: string } }) => recipient.kind === 'SELF')).toHaveLength(
      before + 1,
    );
    expect(await toldTo(COMPANY)).toEqual(['MANDATE_USED']);
    await well(subject(CLERK), OWN, {}, id);
    expect(await toldTo(COMPANY)).toEqual(['MANDATE_USED']);
    // Without the header she is herself.
    expect((await well(subject(CLERK), OWN)).me.records.totalCount).toBe(0);
  });

  it('A35.1 A17.1 A23.5 the entry is proven with the mandate in it, and holds no id by which two principals could join her', async () => {
    await world.publish();
    const PROVEN =
      '{ me { disclosures(first: 50) { nodes { id actedBy { agent } proof { content salt leafIndex } } } } }';
    const nodes = (await well(subject(COMPANY), PROVEN)).me.disclosures.nodes;
    const entry = nodes.find(
      ({ actedBy, proof }: { actedBy: unknown; proof: unknown }) => actedBy !== null && proof !== null,
    );
    const { subjectId, pseudonym } = world.server.platform.secrets;
    const [company, clerk] = [COMPANY, CLERK].map(({ type, value }) => subjectId(type, value));
    const content = JSON.parse(entry.proof.content);
    expect(content).toMatchObject({
      mandate: id,
      agent: pseudonym(String(company), String(clerk)),
      subjectId: company,
      role: 'SUBJECT',
    });
    expect(JSON.stringify(nodes)).not.toContain(clerk);
    expect(entry.actedBy.agent).toMatch(/^p_/);
    // Who oversees reads both ids, and the ledger is whole.
    const ONE = 'query ($id: ID!) { disclosure(id: $id) { actedBy { mandate agent } } verifyLedger { intact } }';
    expect(await well(OPERATOR, ONE, { id: entry.id })).toEqual({
      disclosure: { actedBy: { mandate: id, agent: clerk } },
      verifyLedger: { intact: true },
    });
  });

  it('A35.1 under a mandate to read nothing is done, and what is the principal’s own is nobody else’s', async () => {
    const DO = `mutation { choosePledges(usesPledges: false) }`;
    expect(await refused(subject(CLERK), DO, {}, id)).toEqual(['200 choosePledges FORBIDDEN MANDATE_REQUIRED 35']);
    const PASS = `mutation { registerMandate(input: { agent: { type: CITIZEN_ID, value: "${OTHER.value}" }, kind: AGENT, scope: [READ], validUntil: "2027-01-01" }) { id } }`;
    expect(await refused(subject(CLERK), PASS, {}, id)).toEqual(['200 registerMandate FORBIDDEN MANDATE_REQUIRED 35']);
    expect(await refused(subject(CLERK), END, { id, reason: '离职' }, id)).toEqual([
      '200 endMandate FORBIDDEN MANDATE_REQUIRED 35',
    ]);
  });

  it('A35.1 adversarial 27: nobody else acts under it, and a mandate that is not there is answered as one of somebody else', async () => {
    const answers = [];
    for (const [holder, mandate] of [
      [OTHER, id],
      [OTHER, '00000000-0000-4000-8000-000000000000'],
      [MEI, id],
      // Not even who gave it.
      [COMPANY, id],
    ] as const) {
      const { status, data, errors } = await world.ask(subject(holder), OWN, {}, { mandate });
      answers.push(JSON.stringify([status, data ?? null, errors]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('MANDATE_REQUIRED');
    expect(JSON.parse(answers[0] ?? '')[0]).toBe(403);
  });

  it('A35.1 the mandate ends in the middle of a page: the first is answered, the second is not', async () => {
    const { me } = await well(subject(CLERK), PAGE, {}, id);
    expect(me.records.pageInfo.hasNextPage).toBe(true);
    const after = me.records.pageInfo.endCursor;
    // The cursor is good for her and this mandate alone.
    for (const [holder, mandate] of [
      [COMPANY, undefined],
      [CLERK, undefined],
    ] as const)
      expect(await refused(subject(holder), PAGE, { after }, mandate)).toEqual([
        '200 me.records BAD_USER_INPUT CURSOR',
      ]);
    expect((await well(subject(COMPANY), END, { id, reason: '离职' })).endMandate).toEqual({
      id,
      endedOn: '2026-11-20',
      lacks: 'ENDED',
    });
    const late = await world.ask(subject(CLERK), PAGE, { after }, { mandate: id });
    expect([late.status, late.data ?? null]).toEqual([403, null]);
    expect(late.errors?.[0]?.message).toContain('2026-11-20');
    expect(await toldTo(CLERK)).toEqual(['MANDATE_ENDED', 'MANDATE_REGISTERED']);
    expect(await mandatesOf(CLERK)).toMatchObject([{ id, lacks: 'ENDED', endedOn: '2026-11-20' }]);
    expect(await refused(subject(COMPANY), END, { id, reason: '离职' })).toEqual([
      '200 endMandate CONFLICT MANDATE_ENDED',
    ]);
  });
});
