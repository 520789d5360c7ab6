/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, soonest, type World } from '../../kit.ts';
import { COMPANY_NEW, PERSON_NEW } from '../../stories/withheld.ts';

/** A name that a decision stated wrongly could not be put right: the court's right one was answered as unchanged. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const SUBMIT = `mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted unchanged rejected { code } } }`;
const COURT = { role: 'provider', unit: 'HLJ-COURT' } as const;

it.each([COMPANY_NEW, PERSON_NEW])(
  'A38.1 A39.4 adversarial 86: a defaulter submitted again under the right name is not left under the wrong one',
  async (about) => {
    const submit = async (subjectName: string) => {
      const entry = {
        subject: about,
        subjectName,
        decisionNumber: '黑执〔2026〕861号',
        basisDocument: '黑执〔2026〕861号',
        reasons: '有履行能力而拒不履行。',
        enteredOn: '2026-11-20',
      };
      const { data, errors } = await world.ask(COURT, SUBMIT, { input: { entries: [entry] } });
      expect(errors).toBeUndefined();
      return data.submitDefaulters as { accepted: number; unchanged: number; rejected: { code: string }[] };
    };
    const name = async () =>
      (
        await world.ask(null, 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }', {
          id: about,
        })
      ).data.subject.name;
    expect(await submit('王错名')).toMatchObject({ accepted: 1 });
    const wrong = await name();
    const again = await submit('李对名');
    // Either it is taken over, or the court is told what to do.
    if (again.rejected.length === 0) expect(await name()).not.toBe(wrong);
  },
);
