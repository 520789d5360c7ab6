/** Where a subject objects to what a report says (Articles 35 and 39): the units that answer for it, by their names. */

import { type TermKey, termOn } from '../../schema/law/articles/terms.ts';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import { type Named, nameIn, type Report } from './report.ts';
import type { Language } from './templates.ts';

/** Each unit once, in the order in which it stands in the report. */
const once = (units: readonly Named[]): readonly Named[] => [
  ...new Map(units.map((unit) => [unit.code, unit])).values(),
];

const listed = (units: readonly Named[], language: Language): string => {
  const names = units.map((unit) => nameIn(unit, language));
  if (names.length === 0) return '';
  return language === 'zh' ? `（${names.join('、')}）` : ` (${names.join('; ')})`;
};

/** The paragraph of a report. Periods are those in force on the day on which it was issued. */
export function objectionOf({ language, sections, workBody, issuedAt }: Report): string {
  const entries = sections.flatMap(({ key, entries }) => entries.map((entry) => ({ key, ...entry })));
  const isDesignation = ({ key, list }: (typeof entries)[number]): boolean => key === 'lists' && list !== null;
  const providers = listed(
    once(entries.filter((entry) => !isDesignation(entry)).map(({ source }) => source)),
    language,
  );
  const designations = entries.filter(isDesignation);
  const designating = listed(once(designations.map(({ source }) => source)), language);
  const body = listed(workBody == null ? [] : [workBody], language);
  const day = todayIn(new Date(issuedAt));
  const days = (key: TermKey): number => termOn(key, day)?.value ?? 0;
  const [label, decide, again] = [days('objection.label'), days('objection.decide'), days('reexamination.decide')];
  const withHelp = days('objection.decide-with-help');
  if (language === 'zh')
    return [
      `认为本报告所载信息存在错误、遗漏、超期公示或者侵犯合法权益的，信用主体可以依据《黑龙江省社会信用条例》第三十九条，向信息的提供单位${providers}或者公共信用工作机构${body}提出书面异议申请并说明理由。受理单位应当自收到异议申请之日起${label}个工作日内作出异议标注，${decide}个工作日内作出处理决定；需要其他单位协助核查的，为${withHelp}个工作日；检验、检测、检疫、评估和鉴定所需时间不计算在内。`,
      ...(designations.length === 0
        ? []
        : [
            `对列入严重失信主体名单有异议的，可以依据第三十五条向认定单位${designating}提出，认定单位应当自收到异议申请之日起${again}个工作日内复核并作出处理决定。`,
          ]),
    ].join('');
  return [
    `A credit subject that holds something in this report to be wrong, left out, displayed too long, or against its lawful rights may object in writing, with its reasons, to the unit that provided it${providers} or to the public credit work body${body} (Article 39 of the Heilongjiang Social Credit Regulations). Whoever takes the objection labels the record within ${label} working day and decides within ${decide} working days of receiving it, or, where other units must help, within ${withHelp} working days; time for examination, testing, quarantine, evaluation and appraisal is not counted.`,
    ...(designations.length === 0
      ? []
      : [
          `An objection to a place on the list of serious untrustworthiness goes to the unit that designated it${designating}, which examines it again and decides within ${again} working days of receiving it (Article 35).`,
        ]),
  ].join(' ');
}
