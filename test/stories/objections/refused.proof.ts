/**
 * Objections that are not taken, each with the sentence why and its article: nothing is stored, and nothing is told of what belongs to others (Article 39).
 * A proof, because some fifty are tried, on each database.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, LISTED, MEI, OPERATOR, onEachDatabase, openWorld, subject, type World } from '../../kit.ts';
import { inWorld, LIST, RAISE, REASONS, refusals, WITHDRAW } from './objecting.ts';

const NOWHERE = '00000000-0000-4000-8000-00000000a39a';

onEachDatabase('an objection is not taken', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, withdraw, heldOf } = inWorld(() => world);

  it('A39.2 about one thing at a time, which is of the kind that it says', async () => {
    const company = await heldOf(COMPANY);
    const { arrears, assessment } = company;
    const [loan] = company.nonPublic;
    const listed = await heldOf(LISTED);
    const [designation] = listed.designations;
    const taken = (await well(OPERATOR, LIST)).objections.totalCount;
    for (const [of, input, refusal] of [
      // Nothing, too much, or what does not belong to it.
      [COMPANY, {}, 'NAMES_ONE'],
      [COMPANY, { record: arrears.id, designation: NOWHERE }, 'NAMES_ONE'],
      [COMPANY, { designation: NOWHERE }, 'NAMES_ONE'],
      [COMPANY, { about: 'OMISSION' }, 'NAMES_ONE'],
      [COMPANY, { about: 'OMISSION', record: arrears.id }, 'NAMES_ONE'],
      [COMPANY, { about: 'RECORD', record: arrears.id, statementKind: 'NAME' }, 'STATEMENT_KIND'],
      [COMPANY, { about: 'STATEMENT', statement: arrears.id, statementKind: 'PHONE' }, 'STATEMENT_KIND'],
      // Another kind of thing.
      [LISTED, { record: designation.id }, 'WRONG_KIND'],
      [COMPANY, { about: 'DESIGNATION', designation: arrears.id }, 'WRONG_KIND'],
      [COMPANY, { record: assessment.id }, 'WRONG_KIND'],
      [COMPANY, { about: 'ASSESSMENT', record: arrears.id }, 'WRONG_KIND'],
      [COMPANY, { record: loan.id }, 'WRONG_KIND'],
      [COMPANY, { about: 'STATEMENT', statement: loan.id }, 'WRONG_KIND'],
      [LISTED, { about: 'DISPLAY', record: designation.id }, 'WRONG_KIND'],
      // An item that nobody published, and one that is not of persons.
      [COMPANY, { about: 'OMISSION', item: 'NO-SUCH-ITEM' }, 'ITEM_UNKNOWN'],
      [MEI, { about: 'OMISSION', item: 'CONFIRMATION' }, 'ITEM_OF_OTHERS'],
      // Reasons that nobody can decide on.
      [COMPANY, { record: arrears.id, reasons: '' }, 'REASONS'],
      [COMPANY, { record: arrears.id, reasons: ' \n ' }, 'REASONS'],
      [COMPANY, { record: arrears.id, reasons: '错'.repeat(4001) }, 'REASONS'],
      [COMPANY, { record: arrears.id, reasons: `罚款${String.fromCodePoint(0x202e)}写错了` }, 'TEXT_UNSEEN'],
    ] as const) {
      const answer = await raise(of, { lodgedWith: 'HLJ-TAX', ...input });
      expect([input, refusals(answer)]).toEqual([input, [`raiseObjection BAD_USER_INPUT ${refusal} 39`]]);
      // The next step names the article.
      expect(answer.errors?.[0]?.extensions.help).toMatch(/Articles? (18 and |)39/);
      expect(answer.data).toEqual({ raiseObjection: null });
    }
    expect((await well(OPERATOR, LIST)).objections.totalCount).toBe(taken);
    // As long as it may be, with several lines.
    const { data } = await raise(COMPANY, {
      record: arrears.id,
      lodgedWith: 'HLJ-TAX',
      reasons: `${'错'.repeat(1999)}\n${'误'.repeat(2000)}`,
    });
    expect(data.raiseObjection.application).toHaveLength(4000);
    await withdraw(COMPANY, data.raiseObjection.id);
  });

  it('A39.2 A23.2 what belongs to another is answered as what does not exist, to be raised or withdrawn', async () => {
    const { arrears } = await heldOf(COMPANY);
    const texts = new Set<string>();
    for (const id of [arrears.id, NOWHERE, 'x', ''])
      for (const [of, input] of [
        [MEI, { record: id }],
        [LISTED, { about: 'DISPLAY', record: id }],
      ] as const) {
        const answer = await raise(of, { ...input, lodgedWith: 'HLJ-TAX' });
        expect(refusals(answer)).toEqual(['raiseObjection NOT_FOUND NOT_FOUND']);
        texts.add(JSON.stringify(answer.errors?.[0]?.message));
      }
    expect(texts.size).toBe(1);
    const { id } = (await raise(COMPANY, { record: arrears.id, lodgedWith: 'HLJ-TAX' })).data.raiseObjection;
    for (const other of [id, NOWHERE, 'x'])
      expect(refusals(await withdraw(MEI, other))).toEqual(['withdrawObjection NOT_FOUND NOT_FOUND']);
    for (const holder of [OPERATOR, { role: 'provider', unit: 'HLJ-TAX' }])
      expect(refusals(await world.ask(holder, WITHDRAW, { id }))).toEqual(['withdrawObjection FORBIDDEN ROLE 39']);
    expect(
      refusals(
        await world.ask(OPERATOR, RAISE, { input: { record: arrears.id, lodgedWith: 'HLJ-TAX', reasons: REASONS } }),
      ),
    ).toEqual(['raiseObjection FORBIDDEN ROLE 39']);
    // Its own may be withdrawn, once.
    expect((await withdraw(COMPANY, id)).data).toEqual({
      withdrawObjection: { id, status: 'WITHDRAWN', decidedOn: null },
    });
    const again = await withdraw(COMPANY, id);
    expect(refusals(again)).toEqual(['withdrawObjection CONFLICT OBJECTION_CLOSED']);
    expect(again.errors?.[0]?.message).toContain('Article 39');
    const { deadlines } = await well(OPERATOR, '{ deadlines(first: 200) { nodes { kind reference status } } }');
    expect(deadlines.nodes.filter(({ reference }: { reference: string }) => reference === id)).toEqual([
      { kind: 'objection.label', reference: id, status: 'MET' },
      { kind: 'objection.decide', reference: id, status: 'MET' },
    ]);
  });

  it('A39.2 twice about the same is one too many; about its display, or about what is missing with another unit, is another matter', async () => {
    const { permit } = await heldOf(COMPANY);
    const about = { record: permit.id, lodgedWith: 'HLJ-AMR', reasons: '许可证第7号。' };
    const first = await raise(COMPANY, about);
    const twice = await raise(COMPANY, { ...about, reasons: '另有理由。' });
    expect(refusals(twice)).toEqual(['raiseObjection CONFLICT OBJECTED']);
    expect(twice.errors?.[0]?.message).toContain('Article 39');
    const display = await raise(COMPANY, { about: 'DISPLAY', record: permit.id, lodgedWith: 'HLJ-CREDIT' });
    expect(display.data.raiseObjection.status).toBe('OPEN');
    const missing = { about: 'OMISSION', item: 'PENALTY-MINOR' };
    const bureau = await raise(COMPANY, { ...missing, lodgedWith: 'HRB-AMR' });
    expect(refusals(await raise(COMPANY, { ...missing, lodgedWith: 'HRB-AMR' }))).toEqual([
      'raiseObjection CONFLICT OBJECTED',
    ]);
    const province = await raise(COMPANY, { ...missing, lodgedWith: 'HLJ-AMR' });
    for (const { data } of [first, display, bureau, province]) await withdraw(COMPANY, data.raiseObjection.id);
    // Two at the same time: one is taken.
    const both = await Promise.all([1, 2].map((one) => raise(COMPANY, { ...about, reasons: `同时提出${one}` })));
    expect(both.flatMap(refusals)).toEqual(['raiseObjection CONFLICT OBJECTED']);
    for (const { data } of both.filter(({ errors }) => errors === undefined))
      await withdraw(COMPANY, data.raiseObjection.id);
    // Raised three times today, it may be raised again tomorrow.
    const third = await raise(COMPANY, { ...about, reasons: '第三次。' });
    await withdraw(COMPANY, third.data.raiseObjection.id);
    const often = await raise(COMPANY, { ...about, reasons: '第四次。' });
    expect(refusals(often)).toEqual(['raiseObjection CONFLICT TOO_OFTEN']);
    expect(often.errors?.[0]?.extensions.help).toContain('Article 39');
    world.setNow('2026-11-23T02:00:00.000Z');
    const later = await raise(COMPANY, { ...about, reasons: '次日。' });
    // Raised on Monday the 23rd: Thursday the 26th is the third working day.
    expect(later.data.raiseObjection.decideBy).toBe('2026-11-26');
    await withdraw(COMPANY, later.data.raiseObjection.id);
  });

  it('A39.2 A41.1 refused once, it is raised again with new reasons, and not with the same', async () => {
    const { penalty } = await heldOf(COMPANY);
    const about = { record: penalty.id, lodgedWith: 'HLJ-AMR' };
    const { id } = (await raise(COMPANY, about)).data.raiseObjection;
    await world.server
      .requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' })
      .write('rights', (em) =>
        sql`update rights.objection set status = 'REFUSED', decided_on = '2026-11-24', decision = '与决定书一致。' where id = ${id}::uuid`.execute(
          em.getKysely(),
        ),
      );
    const same = await raise(COMPANY, { ...about, reasons: ` ${REASONS.replace('，', '， ')}\n` });
    expect(refusals(same)).toEqual(['raiseObjection CONFLICT SAME_REASONS']);
    expect(same.errors?.[0]?.extensions.help).toContain('Articles 39 and 41');
    expect(refusals(await withdraw(COMPANY, id))).toEqual(['withdrawObjection CONFLICT OBJECTION_CLOSED']);
    const { data } = await raise(COMPANY, { ...about, reasons: '现附法院撤销该决定的判决。' });
    expect(data.raiseObjection.status).toBe('OPEN');
    await withdraw(COMPANY, data.raiseObjection.id);
  });

  it('A37.1 A39.2 what fell is displayed to nobody, and there is nothing left to object to', async () => {
    const { me } = await well(
      subject(LISTED),
      '{ me { records(first: 200) { nodes { id providingUnit { code } displayedUntil } } } }',
    );
    const ending = me.records.nodes.find(
      ({ displayedUntil }: { displayedUntil: string | null }) => displayedUntil !== null,
    );
    world.setNow(`${Number(ending.displayedUntil.slice(0, 4)) + 1}-06-01T02:00:00.000Z`);
    for (const input of [{ record: ending.id }, { about: 'DISPLAY', record: ending.id }]) {
      const answer = await raise(LISTED, { ...input, lodgedWith: ending.providingUnit.code });
      expect(refusals(answer)).toEqual(['raiseObjection CONFLICT FALLEN']);
      expect(answer.errors?.[0]?.extensions.help).toContain('Articles 35 and 39');
    }
    // To another subject it still does not exist.
    expect(refusals(await raise(COMPANY, { record: ending.id, lodgedWith: ending.providingUnit.code }))).toEqual([
      'raiseObjection NOT_FOUND NOT_FOUND',
    ]);
  });
});
