/** What fell does not come back: not at its own unit, not by another, by no spelling and by no door (Articles 18 and 37 to 40). Adversarial case 100. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import { AUTHORITY, BANK_A, onDatabaseOfStep, openWorld, type World } from '../../kit.ts';
import { acts, CITY, PROVINCE, penalty, restored, upheld } from './delivering.ts';

const NEW_FACTS = { document: '哈市监复核〔2026〕7号', reason: '复核后作出新的认定' };

onDatabaseOfStep('what fell', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  beforeAll(async () => {
    world = await openWorld(kind);
    by = acts(world);
  });
  afterAll(() => world.close());

  const numbered = async (number: string) =>
    (await by.shown()).filter(({ documentNumber }) => documentNumber === number);
  const idOf = async (number: string): Promise<string> => (await numbered(number))[0]?.id ?? '';
  const counts = { accepted: 0, unchanged: 0, corrected: 0, late: 0 };

  /** How a decision of the city falls, by the article under which it does; whether new facts can answer it. */
  const FALLS: readonly (readonly [
    cause: string,
    article: string,
    answered: boolean,
    fall: (number: string) => Promise<unknown>,
  ])[] = [
    ['BASIS', '38', true, (number) => by.revoke(CITY, number)],
    ['OBJECTION', '39', true, async (number) => upheld(world, 'HRB-AMR', await idOf(number))],
    ['RESTORATION', '40', false, async (number) => restored(world, 'HRB-AMR', await idOf(number))],
    [
      'CORRECTION',
      '38',
      true,
      async (number) =>
        by.correct(CITY, await idOf(number), {
          basisDocument: `${number}之一`,
          content: { documentNumber: `${number}之一` },
        }),
    ],
  ];
  it.each(FALLS)(
    'A36.2 A38.1 adversarial 100: what fell by %s (Article %s) is refused to its unit, held from another',
    async (cause, article, answered, fall) => {
      const number = `哈市监罚〔2026〕7${FALLS.findIndex(([one]) => one === cause)}1号`;
      expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ ...counts, accepted: 1, rejected: [] });
      expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ ...counts, unchanged: 1, rejected: [] });
      await fall(number);
      expect(await numbered(number)).toEqual([]);

      // Its own unit is told when and why, and how it may come with new facts.
      const again = await by.deliver(CITY, [penalty(number)]);
      expect(again).toMatchObject({
        ...counts,
        rejected: [{ row: 0, code: 'FELL', message: expect.stringContaining('2026-11-20') }],
      });
      expect(again.rejected[0].message).toContain(`Article ${article}`);
      expect(again.rejected[0].message.includes('newFacts')).toBe(answered);
      expect(await numbered(number)).toEqual([]);

      // Another is answered as for a new record, and nobody sees it.
      expect(await by.deliver(PROVINCE, [penalty(number)])).toMatchObject({ ...counts, accepted: 1, rejected: [] });
      expect(await by.deliver(PROVINCE, [penalty(number)])).toMatchObject({ ...counts, unchanged: 1, rejected: [] });
      expect(await numbered(number)).toEqual([]);
      expect((await by.own()).filter(({ documentNumber }) => documentNumber === number)).toEqual([]);
      const { nodes } = await by.held();
      expect(nodes).toMatchObject([
        {
          cause,
          fellOn: '2026-11-20',
          unit: { code: 'HLJ-AMR' },
          item: { code: 'PENALTY-GENERAL' },
          decideBy: '2026-11-25',
        },
      ]);
      expect(nodes[0].content).toMatchObject({ documentNumber: number, fineYuan: '5000.00' });

      // New facts are for whose record fell.
      const anew = await by.deliver(CITY, [penalty(number)], { newFacts: NEW_FACTS });
      if (answered) {
        expect(anew).toMatchObject({ ...counts, accepted: 1, rejected: [] });
        const id = await idOf(number);
        expect(await numbered(number)).toMatchObject([{ version: 1, providingUnit: { code: 'HRB-AMR' } }]);
        const told = await by.told();
        expect(told.find(({ record }) => record === id)).toMatchObject({ kind: 'NEW_FACTS', said: { cause } });
        expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ ...counts, unchanged: 1, rejected: [] });
      } else {
        expect(anew).toMatchObject({ ...counts, rejected: [{ code: 'FELL' }] });
        expect(await numbered(number)).toEqual([]);
      }

      // What the operator does not show fell at that unit too.
      expect((await by.decide(nodes[0].id, false)).data.decideHeldRecord).toEqual({
        id: nodes[0].id,
        displayed: false,
      });
      expect(await by.deliver(PROVINCE, [penalty(number)])).toMatchObject({ ...counts, rejected: [{ code: 'FELL' }] });
      expect((await by.decide(nodes[0].id, true)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await by.held()).totalCount).toBe(0);
    },
  );

  it('A37.2 what expired is never displayed again, with a certificate neither, and is held from another', async () => {
    const number = '哈市监罚〔2026〕790号';
    // Three years, by the provisions of before April 2026, end on the day before yesterday.
    const old = { occurredOn: '2023-11-18' };
    await by.deliver(CITY, [penalty(number, old)]);
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.expired).toBeGreaterThan(0);
    const again = await by.deliver(CITY, [penalty(number, old)]);
    expect(again).toMatchObject({
      ...counts,
      rejected: [{ code: 'FELL', message: expect.stringContaining('Article 37') }],
    });
    // Neither with another date, nor with new facts.
    expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ ...counts, rejected: [{ code: 'FELL' }] });
    expect(await by.deliver(CITY, [penalty(number)], { newFacts: NEW_FACTS })).toMatchObject({
      ...counts,
      rejected: [{ code: 'FELL' }],
    });
    expect(await by.deliver(PROVINCE, [penalty(number)])).toMatchObject({ ...counts, accepted: 1, rejected: [] });
    expect(await numbered(number)).toEqual([]);
    expect((await by.held()).nodes).toMatchObject([{ cause: 'EXPIRY', unit: { code: 'HLJ-AMR' } }]);
  });

  it('A18.3 a penalty by simplified procedure is refused with new facts too', async () => {
    const one = { ...penalty('哈市监罚〔2026〕795号'), simplifiedProcedure: true };
    expect(await by.deliver(CITY, [one], { newFacts: NEW_FACTS })).toMatchObject({
      ...counts,
      rejected: [{ code: 'SIMPLIFIED_PROCEDURE' }],
    });
  });

  it('A38.1 a certificate without a document, and without a reason, is refused with its article', async () => {
    const number = '哈市监罚〔2026〕796号';
    for (const newFacts of [
      { ...NEW_FACTS, document: ' ' },
      { ...NEW_FACTS, reason: '' },
      { ...NEW_FACTS, reason: '字'.repeat(501) },
    ]) {
      const error = await by.refused(CITY, [penalty(number)], { newFacts });
      expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'NEW_FACTS', article: '38' });
    }
    expect(await numbered(number)).toEqual([]);
  });

  it('A36.2 A35.1 what the operator decides to show is displayed, watchers and the subject are told, and each look is an entry', async () => {
    const number = '哈市监罚〔2026〕797号';
    await by.deliver(CITY, [penalty(number)]);
    await by.revoke(CITY, number);
    await by.deliver(PROVINCE, [penalty(number)]);
    const node = (await by.held()).nodes.find(
      ({ content }: { content: { documentNumber: string } }) => content.documentNumber === number,
    );
    const { platform } = world.server;
    const entries = await platform.database.execute<{ case_reference: string }>(
      {
        role: 'OPERATOR',
        unit: 'HLJ-CREDIT',
        purpose: null,
        caseReference: null,
        subjectId: null,
        today: '2026-11-20',
      },
      'operator',
      {
        name: 'entries-of-held',
        text: 'select d.case_reference, d.records, d.bases from ledger.disclosure d where d.case_reference = $1',
      },
      [node.id],
    );
    expect(entries).toMatchObject([
      { records: [{ id: node.id, version: 1 }], bases: [{ article: '39', items: ['PENALTY-GENERAL'] }] },
    ]);
    for (const holder of [CITY, PROVINCE, AUTHORITY, BANK_A])
      expect((await by.decide(node.id, true, holder)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await numbered(number)).toEqual([]);
    expect((await by.decide(node.id, true)).data.decideHeldRecord).toEqual({ id: node.id, displayed: true });
    expect(await numbered(number)).toMatchObject([{ id: node.id, providingUnit: { code: 'HLJ-AMR' } }]);
    expect((await by.told()).filter(({ record }) => record === node.id)).toMatchObject([
      { kind: 'ADDED', said: { unit: 'HLJ-AMR' } },
    ]);
    expect(await by.deliver(PROVINCE, [penalty(number)])).toMatchObject({ ...counts, unchanged: 1, rejected: [] });
    expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ ...counts, rejected: [{ code: 'FELL' }] });
  });

  it('A36.2 the unit of a held record corrects it and revokes its basis as usual, and nothing more is shown', async () => {
    const number = '哈市监罚〔2026〕798号';
    await by.deliver(CITY, [penalty(number)]);
    await by.revoke(CITY, number);
    await by.deliver(PROVINCE, [penalty(number)]);
    const { id } = (await by.held()).nodes.find(
      ({ content }: { content: { documentNumber: string } }) => content.documentNumber === number,
    );
    expect((await by.correct(PROVINCE, id, { content: { facts: '更正后的事实' } })).data.correctRecord).toMatchObject({
      version: 2,
    });
    expect(await numbered(number)).toEqual([]);
    const revoked = await by.revoke(PROVINCE, number);
    expect(revoked.data.revokeBasis.records).toEqual([{ id, displayed: false }]);
    expect(await numbered(number)).toEqual([]);
    expect((await by.held()).nodes.map((one: { id: string }) => one.id)).not.toContain(id);
    expect(await by.deliver(PROVINCE, [penalty(number)])).toMatchObject({ ...counts, rejected: [{ code: 'FELL' }] });
  });
});
