/**
 * Article 39 §2: three working days where the matter is within the scope of the unit; seven where other units must help; and time for examination, testing,
 * quarantine, evaluation and appraisal is not counted. A report promised three in every case, and read as the law.
 */
import { expect, it } from 'vitest';
import { objectionOf } from '../../../gateway/reports/objection.ts';
import { entry, reportOf } from '../../reports/report.ts';

const of = (language: 'zh' | 'en') =>
  objectionOf(reportOf({ language, sections: [{ key: 'penalties', asked: true, entries: [entry()] }] as never }));

it('A39.2 a report that names a period for an objection says when the longer one runs', () => {
  expect(of('zh')).toMatch(/协助.*7个工作日|7个工作日.*协助/);
  expect(of('en')).toMatch(/help.*7 working days|7 working days.*help/);
});
