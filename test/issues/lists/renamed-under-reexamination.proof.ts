/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, soonest, subject, TODAY, type World } from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import { PERSON_NEW } from '../../stories/withheld.ts';

/** An entry that takes the place of one under re-examination was out of reach of the decision: upheld, it ended nothing. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const COURT = { role: 'provider', unit: 'HLJ-COURT' } as const;

it('A35.2 a re-examination that is upheld ends the entry also where it was submitted again under another name', async () => {
  const submit = async (subjectName: string) => {
    const entry = {
      subject: PERSON_NEW,
      subjectName,
      decisionNumber: '黑执〔2026〕864号',
      basisDocument: '黑执〔2026〕864号',
      reasons: '有履行能力而拒不履行。',
      enteredOn: TODAY,
    };
    const { errors } = await world.ask(
      COURT,
      'mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted } }',
      { input: { entries: [entry] } },
    );
    expect(errors).toBeUndefined();
  };
  const listed = async () =>
    (await world.ask(subject(PERSON_NEW), '{ me { designations { id } } }')).data.me.designations;
  await submit('王错名');
  const [{ id }] = await listed();
  const asked = await world.ask(
    subject(PERSON_NEW),
    'mutation ($input: RequestReexaminationInput!) { requestReexamination(input: $input) { id } }',
    { input: { designation: id, reasons: '已经履行完毕。' } },
  );
  expect(asked.errors).toBeUndefined();
  await submit('李对名');
  const own = ownIdOf(world, COURT, asked.data.requestReexamination.id, 'REEXAMINATION');
  const decided = await world.ask(
    COURT,
    'mutation ($input: DecideReexaminationInput!) { decideReexamination(input: $input) { status } }',
    { input: { id: own, upheld: true, reasons: '确已履行。' } },
  );
  expect([decided.errors, decided.data.decideReexamination]).toEqual([undefined, { status: 'UPHELD' }]);
  expect(await listed()).toEqual([]);
});
