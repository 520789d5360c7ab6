/** A list of objections opens each its own row, and no other (Article 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, MEI, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { inWorld } from '../../stories/objections/deciding.ts';

onDatabaseOfStep('rows in question', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { raise, mine } = inWorld(() => world);

  it('A39.2 of a page each is opened to who decides it', async () => {
    for (const whose of [COMPANY, MEI])
      for (const record of (await mine(whose)).records.nodes.slice(0, 4))
        await raise(whose, {
          about: record.__typename === 'AssessmentRecord' ? 'ASSESSMENT' : 'RECORD',
          record: record.id,
          lodgedWith: record.providingUnit.code,
        }).catch(() => undefined);
    const seen: boolean[] = [];
    for (const unit of ['HLJ-AMR', 'HLJ-TAX', 'HRB-PERMIT', 'HLJ-CREDIT', 'HLJ-HRSS']) {
      const { data } = await world.ask(
        { role: 'provider', unit },
        '{ objections { nodes { competentUnit { code } recordId inQuestion { recordId content } verifications { id } } } }',
      );
      for (const node of data?.objections?.nodes ?? [])
        if (node.competentUnit.code === unit) seen.push(node.inQuestion?.recordId === node.recordId);
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.every((one) => one)).toBe(true);
  });

  it('A35.1 two statements at once beside one record leave one', async () => {
    const { records } = await mine(COMPANY);
    const add = (text: string) =>
      world.ask(
        subject(COMPANY),
        'mutation ($record: ID!, $text: String!) { addStatement(record: $record, text: $text) { id } }',
        { record: records.nodes[0].id, text },
      );
    const answers = await Promise.all([add('甲'), add('乙'), add('丙')]);
    expect(
      answers.flatMap(({ errors = [] }) => errors.map(({ extensions, message }) => extensions.code + message)),
    ).toEqual([]);
  });
});
