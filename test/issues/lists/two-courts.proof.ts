/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, openWorld, soonest, TODAY, type World } from '../../kit.ts';
import { COMPANY_NEW } from '../../stories/withheld.ts';

/** An entry that another court had submitted was answered with a fault. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const SUBMIT = `mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted unchanged rejected { code } } }`;

it('A28.3 an entry that another court submitted before changes nothing', async () => {
  const published = await world.ask(
    AUTHORITY,
    'mutation ($input: StandardInput!) { publishStandard(input: $input) { code } }',
    {
      input: {
        list: 'DEFAULTER',
        edition: '2026-2',
        citation: '最高人民法院关于公布失信被执行人名单信息的若干规定（示例引用）',
        grounds: ['REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION'],
        designatingUnits: ['HLJ-COURT', 'HLJ-CIVIL'],
        maximumMonths: 24,
        removalConditions: '履行完毕。',
        remedies: '可以申请复议。',
        publication: { reference: '黑信用办〔2026〕9号', publishedOn: TODAY },
        effectiveFrom: TODAY,
      },
    },
  );
  expect(published.errors).toBeUndefined();
  const submit = (unit: string) =>
    world.ask({ role: 'provider', unit }, SUBMIT, {
      input: {
        entries: [
          {
            subject: COMPANY_NEW,
            subjectName: '黑龙江测试失信有限公司',
            decisionNumber: '黑执〔2026〕863号',
            basisDocument: '黑执〔2026〕863号',
            reasons: '有履行能力而拒不履行。',
            enteredOn: TODAY,
          },
        ],
      },
    });
  expect((await submit('HLJ-COURT')).data.submitDefaulters).toMatchObject({ accepted: 1 });
  const { data, errors } = await submit('HLJ-CIVIL');
  expect(errors).toBeUndefined();
  expect(data.submitDefaulters.accepted).toBe(0);
});
