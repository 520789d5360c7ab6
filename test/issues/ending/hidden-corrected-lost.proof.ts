/** A correction of what is hidden stands over a database that is restored from before it (Articles 37 and 38). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATOR, onDatabaseOfStep, subject, type World } from '../../kit.ts';
import { type LostDisk, openLostDisk } from '../../recovery/lost-disk.ts';
import { commendation, done, HIDE, HRSS, ownRecord, SHOW } from '../../stories/hiding/hiding.ts';
import { COMPANY_NEW, submit } from '../../stories/withheld.ts';

const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const TITLES = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 9) { nodes { ... on Commendation { title } } } } }`;

onDatabaseOfStep('a hidden record that is corrected', (kind) => {
  let disk: LostDisk;
  beforeAll(async () => {
    disk = await openLostDisk(kind);
  });
  afterAll(() => disk.close());

  it('A37.1 A38.1 what was found wrong while it was hidden is not displayed once the database of before is put back', async () => {
    const world = disk as unknown as World;
    const own = subject(COMPANY_NEW);
    await submit(world, 'COMMENDATION-GOV', commendation(COMPANY_NEW, 1), HRSS);
    await disk.save();
    const { id } = await ownRecord(world, COMPANY_NEW, 'COMMENDATION-GOV');
    await done(world, own, HIDE, { id });
    await done(world, HRSS, CORRECT, { input: { record: id, reason: '笔误', content: { title: '更正后的称号' } } });
    await done(world, own, SHOW, { id });
    const titles = async () => {
      const { data, errors } = await disk.ask(null, TITLES, { id: COMPANY_NEW });
      if (data === undefined) throw new Error(JSON.stringify(errors));
      return (data.subject?.records.nodes ?? []).map(({ title }: { title: string }) => title);
    };
    expect(await titles()).toEqual(['更正后的称号']);
    await disk.lose();
    await disk.start();
    const { ledgerGaps } = await done(world, OPERATOR, '{ ledgerGaps { id } }');
    for (const { id: gap } of ledgerGaps)
      await done(world, OPERATOR, 'mutation ($input: AcknowledgeGapInput!) { acknowledgeGap(input: $input) { id } }', {
        input: { gap, reason: '磁盘损坏' },
      });
    // What is right was lost: its unit delivers it again. What was wrong does not come back.
    expect(await titles()).not.toContain('先进单位');
    await disk.ask(own, SHOW, { id });
    expect(await titles()).not.toContain('先进单位');
  });
});
