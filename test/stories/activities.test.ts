/**
 * The five activities of Article 44, each asked of the same subjects by the unit whose duty it is: what the records of the sample and its
 * published lists make of them, worked out by hand. The sample's measures have been in force since 1 January 2026.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAST } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import { COMPANY, type Identifier, LISTED, MEI, NOT_HELD, onDatabaseOfStep, openWorld, type World } from '../kit.ts';
import { badRequest, EXPECTED, type Expected, type Measure } from './activity-answers.ts';
import { MATTER_CHECK, refusals } from './operations.ts';

const MODEL: Identifier = { type: 'USCC', value: CAST.modelCompany.value };

interface Duty {
  readonly clause: string;
  readonly matter: string;
  readonly unit: string;
  readonly purpose: string;
}

const DUTIES: readonly Duty[] = [
  { clause: '44(1)', matter: 'FOOD-PERMIT', unit: 'HRB-PERMIT', purpose: 'PERMIT' },
  { clause: '44(2)', matter: 'TENDER', unit: 'HLJ-PROCUREMENT', purpose: 'PROCUREMENT' },
  { clause: '44(3)', matter: 'GRANT', unit: 'HLJ-FINANCE', purpose: 'FUNDING' },
  { clause: '44(4)', matter: 'AWARD', unit: 'HLJ-FINANCE', purpose: 'AWARD' },
  { clause: '44(5)', matter: 'SPOT-CHECK', unit: 'HRB-INSPECTION', purpose: 'OTHER_LAWFUL' },
];

const INCENTIVES = [
  ['INCENTIVE-MODEL', '诚信典型名单'],
  ['INCENTIVE-TAX-A', '纳税信用A级纳税人名单'],
];

onDatabaseOfStep('the five activities of Article 44', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const ask = (id: Identifier, { matter, unit, purpose }: Duty) =>
    world.ask({ role: 'department', unit }, MATTER_CHECK, { id, matter }, { purpose, case: `${matter}案1号` });

  /** The whole answer; its number, its hour and its signature are looked at elsewhere. */
  const whole = async (id: Identifier, duty: Duty) => {
    const { data, errors } = await ask(id, duty);
    expect(errors).toBeUndefined();
    const { id: number, answeredAt, token, ...answer } = data.matterCheck;
    expect([number, answeredAt, token].every((one) => typeof one === 'string')).toBe(true);
    return {
      ...answer,
      findings: answer.findings.map((one: { recordId: string; designationId: string; kind: string }) => {
        expect([one.recordId === null, one.designationId === null]).toEqual(
          one.kind === 'DESIGNATION' ? [true, false] : [false, true],
        );
        const { item, summary, article } = one as unknown as {
          item: { code: string };
          summary: string;
          article: string;
        };
        return [one.kind, item.code, summary, article];
      }),
      measures: answer.measures.map((one: Record<string, string | null>) => {
        expect([one.listEdition, one.name]).toEqual(['2026-1', expect.stringMatching(/\p{Script=Han}/u)]);
        return [one.code, one.kind, one.article, one.from, one.until];
      }),
      incentives: answer.incentives.map((one: Record<string, string>) => [
        `INCENTIVE-${one.code}`,
        one.name,
        one.article,
      ]),
    };
  };
  const answer = (expected: Expected, incentives: readonly string[][] = [], reasons: readonly string[] = []) => ({
    subjectFound: true,
    findings: expected.findings,
    measures: expected.measures,
    pledge: { eligible: reasons.length === 0, reasons },
    incentives: incentives.map((one) => [...one, '25']),
    supervision: expected.supervision === undefined ? null : { class: expected.supervision, assessmentEdition: '2026' },
    complete: true,
    missingSources: [],
    supersedes: null,
  });

  it.each(DUTIES)(
    'A43.1 A31.1 A39.1 $clause $matter: an honest, a listed and a model enterprise, whole',
    async (duty) => {
      const expected = EXPECTED[duty.matter];
      if (expected === undefined) throw new Error(`Nothing is expected of ${duty.matter}.`);
      expect(await whole(COMPANY, duty)).toEqual(answer(expected.COMPANY));
      expect(await whole(LISTED, duty)).toEqual(answer(expected.LISTED, [], ['SERIOUSLY_UNTRUSTWORTHY']));
      expect(await whole(MODEL, duty)).toEqual(answer(expected.MODEL, INCENTIVES));
      expect(await whole(NOT_HELD, duty)).toEqual({ ...answer({ findings: [], measures: [] }), subjectFound: false });
    },
  );

  it('A43.1 A47.1 a natural person is asked about for a permit of persons: what was fined, never a class', async () => {
    const duty = { clause: '44(1)', matter: 'SPECIAL-OPERATION-PERMIT', unit: 'HRB-PERMIT', purpose: 'PERMIT' };
    // The minor penalty is displayed to nobody but her.
    expect(await whole(MEI, duty)).toEqual(
      answer({ findings: [badRequest('PENALTY-GENERAL', '一般行政处罚信息（2026-05-18）')], measures: [] }),
    );
    const listed: Identifier = { type: 'CITIZEN_ID', value: '239999197502113018' };
    expect(await whole(listed, duty)).toEqual(
      answer(
        {
          findings: [
            ['DESIGNATION', 'LIST-DEFAULTER', '列入失信被执行人名单（2026-01-15至2028-01-15）', '28'],
            badRequest('PENALTY-GENERAL', '一般行政处罚信息（2026-11-12）'),
            badRequest('PENALTY-SERIOUS', '严重行政处罚信息（2026-02-15）'),
            badRequest('UNPERFORMED-JUDGMENT', '拒不履行生效裁判信息（2026-01-05）'),
          ],
          measures: ['NATIONAL-PREFERENCE', 'RESTRAINT-CANCEL-FACILITATION', 'RESTRAINT-NO-FACILITATION'].map(
            (code): Measure => [
              code,
              code.startsWith('NATIONAL') ? 'PUNISHMENT' : 'RESTRAINT',
              code.startsWith('NATIONAL') ? '31 §2' : code.includes('CANCEL') ? '31 §1(2)' : '31 §1(1)',
              '2026-01-15',
              '2028-01-15',
            ],
          ),
        },
        [],
        ['SERIOUSLY_UNTRUSTWORTHY'],
      ),
    );
  });

  it('A22.1 A24.1 a matter is asked by its own unit, for its own purpose, and by nobody else', async () => {
    for (const duty of DUTIES)
      for (const other of DUTIES) {
        const answered = await ask(COMPANY, { ...duty, unit: other.unit, purpose: other.purpose });
        if (other === duty) expect(answered.errors).toBeUndefined();
        else expect(refusals(answered)).toEqual(['matterCheck FORBIDDEN DUTY_REQUIRED 22']);
      }
  });
});
