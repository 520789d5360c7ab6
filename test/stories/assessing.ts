/** What the story of assessments shares. */
import { type Answer, COMPANY, type Headers, type Identifier } from '../kit.ts';
import { refusals as refused } from './operations.ts';

export const LOAN: Headers = { purpose: 'LOAN_ORIGINATION' };
/** 齐齐哈尔示例寒地米业有限公司, a model of honesty. */
export const MODEL: Identifier = { type: 'USCC', value: '91239999MA3ABC0393' };

export const ASSESSED = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { assessment { id version nature occurredOn level assessmentEdition supervisionClass providingUnit { code } } } }`;
export const DELIVER = `mutation ($input: DeliverAssessmentsInput!) { deliverAssessments(input: $input) { accepted unchanged corrected rejected { row code } } }`;
export const PUBLISH = `mutation ($input: AssessmentMethodInput!) { publishAssessmentMethod(input: $input) { edition levels { level supervision } publication { reference publishedOn } effectiveFrom } }`;
export const MATTER = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { id token supersedes supervision { class assessmentEdition } } }`;

export const result = (level: string, assessedOn = '2026-11-20', of: Identifier = COMPANY) => ({
  uscc: of.value,
  subjectName: '哈尔滨示例冰雪设备有限公司',
  level,
  assessedOn,
});
export const delivery = (...results: ReturnType<typeof result>[]) => ({
  input: { item: 'ASSESSMENT-PUBLIC', edition: '2026', results },
});

export const refusals = (answer: Answer): string[] => refused(answer).map((refusal) => refusal.trim());
