import { expect, it } from 'vitest';
import { COMPANY, onDatabaseOfStep, openWorld } from '../../kit.ts';

const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) {
  nodes { id version providingUnit { code } objection { raisedOn } } } } }`;
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';

onDatabaseOfStep('an objection to a record that is corrected', (kind) => {
  it('A39.2 keeps its label until it is decided: the provider cannot correct it away', async () => {
    const world = await openWorld(kind);
    try {
      const objected = async () =>
        (await world.ask(null, RECORDS, { id: COMPANY })).data.subject.records.nodes.filter(
          ({ objection }: { objection: unknown }) => objection !== null,
        );
      const [before] = await objected();
      for (const occurredOn of ['2026-01-05', '2026-01-06']) {
        const { errors } = await world.ask({ role: 'provider', unit: before.providingUnit.code }, CORRECT, {
          input: { record: before.id, reason: '日期有误', occurredOn },
        });
        expect(errors).toBeUndefined();
      }
      expect(await objected()).toEqual([{ ...before, version: before.version + 2 }]);
    } finally {
      await world.close();
    }
  });
});
