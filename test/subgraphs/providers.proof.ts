/** Every provider of the sample and every item: what the intake takes is what the law of providers says, and nothing else (Article 21). */
import { expect, it } from 'vitest';
import { providesItem } from '../../schema/law/records/providing-units.ts';
import { onEachDatabase, sharedWorld, TODAY } from '../kit.ts';
import { SAMPLE_EDITIONS as SAMPLE_ITEMS, SAMPLE_UNITS } from '../sample-province.ts';

const SUBMIT = 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }';

onEachDatabase('who provides what', (kind) => {
  it('A21.1 A21.4 the intake takes records of an item from its providers alone, whoever they are', async () => {
    const world = await sharedWorld(kind);
    const items = SAMPLE_ITEMS.filter(
      ({ information, recordType }) => information === 'PUBLIC' && recordType !== 'AssessmentRecord',
    );
    const providers = SAMPLE_UNITS.filter(({ kinds }) => kinds.includes('PROVIDER'));
    let taken = 0;
    for (const unit of providers) {
      const answers = await Promise.all(
        items.map((item) =>
          world.ask({ role: 'provider', unit: unit.code }, SUBMIT, { input: { item: item.code, records: [] } }),
        ),
      );
      items.forEach((item, at) => {
        const provides = providesItem(item, { ...unit, endedOn: null }, TODAY).by !== null;
        const answer = answers[at];
        const found = answer?.errors === undefined ? 'taken' : answer.errors[0]?.extensions.reason;
        expect([unit.code, item.code, found]).toEqual([
          unit.code,
          item.code,
          provides ? 'taken' : 'NOT_PROVIDING_UNIT',
        ]);
        if (provides) taken += 1;
      });
    }
    // Each item has its answerable unit; beside it three classes of penalties have a city bureau, and one item of pledges its desk.
    expect(taken).toBe(items.length + 4);
  });
});
