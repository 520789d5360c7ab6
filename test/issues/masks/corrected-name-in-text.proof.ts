/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, MARKET_REGULATION, openWorld, soonest, type World } from '../../kit.ts';
import { ownIdOf, storedId } from '../../own-ids.ts';
import { COMPANY_NEW, PERSON_NEW, penalty, submit } from '../../stories/withheld.ts';

/**
 * A version masked in its texts what it said itself of its subject. Where the name or address was corrected, the texts went on saying the one of before,
 * and it left whole.
 */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const ASK = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name
  records { nodes { id ... on AdministrativePenalty { documentNumber facts } } } } }`;
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const STREET = '东宁一号院';

const record = (number: number, changes: object) =>
  penalty(PERSON_NEW, number, {
    subjectName: '钱多多',
    subjectAddress: STREET,
    content: {
      documentNumber: `黑市监罚〔2026〕74${number}号`,
      facts: `钱多多未明码标价，住东宁一号院。`,
      penaltyKinds: ['警告'],
    },
    ...changes,
  });

const factsOf = async (number: number) => {
  const { data } = await world.ask(null, ASK, { id: PERSON_NEW });
  return data.subject.records.nodes.find(({ documentNumber }: { documentNumber: string }) =>
    documentNumber.endsWith(`74${number}号`),
  );
};

it('A23.4 case 76: a corrected name or address stays masked in the texts that still say it', async () => {
  await submit(world, 'PENALTY-GENERAL', record(3, {}));
  const before = await factsOf(3);
  expect(before.facts).toBe('钱**未明码标价，住****。');
  const stored = storedId(world, null, before.id);
  for (const [parts, version] of [
    [{ subjectName: '钱朵朵', subjectAddress: '绥芬河二号院' }, 2],
    [{ subjectPhone: '13912345678' }, 3],
  ] as const) {
    const { data, errors } = await world.ask(MARKET_REGULATION, CORRECT, {
      input: { record: ownIdOf(world, MARKET_REGULATION, stored), reason: '姓名有误', ...parts },
    });
    expect([errors, data.correctRecord]).toEqual([undefined, { version }]);
    expect((await factsOf(3)).facts).toBe('钱**未明码标价，住****。');
  }
});

it('A23.4 case 76: and so it does where the record is delivered again under the right one', async () => {
  await submit(world, 'PENALTY-GENERAL', record(4, {}));
  await submit(world, 'PENALTY-GENERAL', record(4, { subjectName: '钱朵朵', subjectAddress: '绥芬河二号院' }));
  expect((await factsOf(4)).facts).toBe('钱**未明码标价，住****。');
  await submit(world, 'PENALTY-GENERAL', record(4, { subjectName: '钱朵朵', subjectAddress: null }));
  expect((await factsOf(4)).facts).toBe('钱**未明码标价，住****。');
  const bank = await world.ask(BANK_A, ASK, { id: PERSON_NEW }, { purpose: 'LOAN_ORIGINATION' });
  expect(JSON.stringify(bank.data)).not.toMatch(/多多|朵朵|一号院/u);
});

it('A23.4 case 76: a corrected representative stays masked in the texts of a company’s record', async () => {
  const facts = '投诉后王建国到场说明情况。';
  const content = (name: string) => ({
    documentNumber: '黑市监罚〔2026〕745号',
    facts,
    penaltyKinds: ['警告'],
    legalRepresentativeName: name,
  });
  await submit(world, 'PENALTY-GENERAL', penalty(COMPANY_NEW, 5, { content: content('王建国') }));
  const shown = async () => {
    const { data } = await world.ask(null, ASK, { id: COMPANY_NEW });
    return data.subject.records.nodes[0];
  };
  const first = await shown();
  expect(first.facts).toBe('投诉后王**到场说明情况。');
  const { errors } = await world.ask(MARKET_REGULATION, CORRECT, {
    input: { record: first.id, reason: '姓名有误', content: { legalRepresentativeName: '李建军' } },
  });
  expect(errors).toBeUndefined();
  expect((await shown()).facts).toBe('投诉后王**到场说明情况。');
});
