/** Reading the ledger: who asked what. */
import type { Said } from './said.ts';

export const ledgerMessages = {
  noDate: (name: string): Said => ({
    message: {
      en: `${name} is not a date of the form YYYY-MM-DD.`,
      zh: `${name}不是YYYY-MM-DD形式的日期。`,
    },
    help: { en: 'Send calendar dates.', zh: '请提供日历日期。' },
  }),
  datesTurned: (from: string, until: string): Said => ({
    message: {
      en: `The entries asked for end on ${until}, before they begin on ${from}.`,
      zh: `所查记录的截止日期${until}早于起始日期${from}。`,
    },
    help: { en: 'Send until on or after from.', zh: 'until不得早于from。' },
  }),
  caseForSubject: {
    message: {
      en: 'Who reads which entries are about one subject names the case that it handles.',
      zh: '查询关于某一信用主体的记录，须注明所办理的案件。',
    },
    help: {
      en: 'Send the header Credit-Case with the reference of the case; without the filter subject none is needed.',
      zh: '请在请求头Credit-Case中提供案件编号；不按subject筛选时不需要。',
    },
  },
  tooManyGroups: (most: number): Said => ({
    message: {
      en: `The entries fall into more than ${most} groups.`,
      zh: `所查记录的分组超过${most}个。`,
    },
    help: {
      en: 'Ask for fewer days with from and until, or group by less.',
      zh: '请用from和until缩小日期范围，或减少分组依据。',
    },
  }),
  noGroups: {
    message: { en: 'by names nothing to count by.', zh: 'by未指定任何统计依据。' },
    help: {
      en: 'Name at least one of DAY, UNIT, PURPOSE, OUTCOME.',
      zh: '请至少指定DAY、UNIT、PURPOSE、OUTCOME之一。',
    },
  },
} as const satisfies Record<string, Said | ((...values: never[]) => Said)>;
