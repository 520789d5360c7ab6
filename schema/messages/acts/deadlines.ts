/** What the queries about statutory periods say of a question (Articles 38, 39 and 51). */
import { type Said, said } from '../said.ts';

export const deadlineMessages = {
  another: said({
    en: [
      'A unit is told its own statutory periods alone (Article 38).',
      'Leave unit out, or send the code of the own unit; the operator and the authority read those of all units.',
    ],
    zh: [
      '单位只能查询本单位的办理期限（第三十八条）。',
      '请省略unit，或者填写本单位代码；公共信用工作机构和主管部门可以查询所有单位的期限。',
    ],
  }),
  obligation: (id: string): Said =>
    said({
      en: [`${id} is no obligation of the register.`, 'Send an id such as A39.2, as obligation of a deadline has it.'],
      zh: [`${id}不是登记的义务。`, '请填写如A39.2的编号，即期限的obligation字段所示。'],
    }),
};
