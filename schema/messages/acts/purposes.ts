/** What is said where a purpose is published. */
import type { Said } from '../said.ts';

export const purposeMessages = {
  code: (field: string): Said => ({
    message: { en: `${field} is no code.`, zh: `${field}的代码格式不正确。` },
    help: {
      en: 'Use 2 to 64 capitals, digits, underscores and hyphens, a letter first.',
      zh: '请使用2至64位大写字母、数字、下划线和连字符，以字母开头。',
    },
  }),
  date: (field: string): Said => ({
    message: { en: `${field} is not a date of the form YYYY-MM-DD.`, zh: `${field}不是YYYY-MM-DD形式的日期。` },
    help: { en: 'Send calendar dates.', zh: '请提供日历日期。' },
  }),
  article: (sent: string): Said => ({
    message: { en: `${sent} is no article of the Regulations.`, zh: `${sent}不是《条例》的条款。` },
    help: { en: 'Send its number, such as 24 or 44(1).', zh: '请提供条款编号，如24或44(1)。' },
  }),
  notPublished: (): Said => ({
    message: {
      en: 'The purpose has not been published: a reference and a date up to today are needed.',
      zh: '用途尚未公布：须有公布文号，公布日期不得晚于今天。',
    },
    help: {
      en: 'Publish it first; nothing unpublished takes effect.',
      zh: '请先公布；未经公布的不生效。',
    },
  }),
  retroactive: (effectiveFrom: string, publishedOn: string): Said => ({
    message: {
      en: `The purpose would hold from ${effectiveFrom}, before it was published on ${publishedOn}.`,
      zh: `用途自${effectiveFrom}起生效，早于公布日期${publishedOn}。`,
    },
    help: {
      en: 'Send effectiveFrom on or after the publication; publishedOn says when that was.',
      zh: 'effectiveFrom不得早于公布日期；公布日期由publishedOn说明。',
    },
  }),
  edited: (code: string, since: string): Said => ({
    message: {
      en: `The edition of ${code} from ${since} is published and never changes.`,
      zh: `${code}自${since}起的版本已经公布，不得更改。`,
    },
    help: {
      en: 'Send an effectiveFrom after it, today or later: the next edition holds from then on.',
      zh: '请提供晚于该日期且不早于今天的effectiveFrom，新版本自该日起生效。',
    },
  }),
  whose: (): Said => ({
    message: {
      en: 'A purpose is of departments, with an activity, or of parties, with authorizationMaximumMonths: one of the two.',
      zh: '用途或属行政机关（须有activity），或属协议方（须有authorizationMaximumMonths），二者必居其一。',
    },
    help: { en: 'Send exactly one of activity and authorizationMaximumMonths.', zh: '请只提供其中一项。' },
  }),
  otherActivity: (code: string): Said => ({
    message: {
      en: `${code} would be of another activity than its published editions; duties rest on it.`,
      zh: `${code}的activity与已公布版本不同，而已登记的履职事项以其为据。`,
    },
    help: { en: 'Publish a purpose of another code.', zh: '请以其他代码公布用途。' },
  }),
  months: (sent: number): Said => ({
    message: {
      en: `authorizationMaximumMonths is ${sent}; it goes from 1 to 1200.`,
      zh: `authorizationMaximumMonths为${sent}，应在1至1200之间。`,
    },
    help: { en: 'Send the longest authorization in months.', zh: '请提供授权的最长月数。' },
  }),
  nobodyNeeds: (): Said => ({
    message: {
      en: 'The purpose needs no item, so that nothing could be asked for it.',
      zh: '该用途不需要任何条目，无从据以查询。',
    },
    help: {
      en: 'Name the items that it needs; leave needs out where the subject itself chooses them.',
      zh: '请列明所需条目；由主体自行选择的，不提供needs。',
    },
  }),
  itemUnknown: (code: string): Said => ({
    message: { en: `needs: no edition of ${code} is in force.`, zh: `needs：${code}没有生效的目录版本。` },
    help: { en: 'Ask catalogItems for the items in force.', zh: '请查询catalogItems。' },
  }),
};
