/** What many queries and mutations say of their input. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

/** What is named as one's own, by the name that the error gives it. */
const OWNED = {
  mandate: '委托',
  authorization: '授权',
  designation: '严重失信主体认定',
  incentive: '守信激励认定',
  notice: '通知',
  objection: '异议',
  pledge: '信用承诺',
  record: '记录',
  statement: '本人说明',
  're-examination': '复核',
} as const satisfies Readonly<Record<string, string>>;
export type Owned = keyof typeof OWNED;

/** More than one request takes. */
const many = (sent: number, most: string | number, what: Localized, fits: Localized, next: Localized): Said =>
  said({
    en: [`${sent} ${what.en}; ${fits.en}.`, next.en],
    zh: [`${what.zh}${sent}${fits.zh}${most}。`, next.zh],
  });

const BATCHES: Localized = { en: 'Send several batches.', zh: '请分批发送。' };

export const sizeMessages = {
  subjects: (sent: number, most: number): Said =>
    many(
      sent,
      `${most}个`,
      { en: 'subjects were sent', zh: '发送了信用主体' },
      { en: `a batch holds ${most}`, zh: '个，每批最多' },
      BATCHES,
    ),
  identifiers: (sent: number, most: number): Said =>
    many(
      sent,
      `${most}个`,
      { en: 'identifiers were sent', zh: '发送了标识' },
      { en: `a batch holds ${most}`, zh: '个，每批最多' },
      BATCHES,
    ),
  watched: (sent: number, most: number): Said =>
    many(
      sent,
      `${most}个`,
      { en: 'subjects were sent', zh: '发送了信用主体' },
      { en: `${most} fit`, zh: '个，每次最多' },
      { en: 'Send several requests.', zh: '请分多次请求发送。' },
    ),
  entries: (sent: number, most: number): Said =>
    many(
      sent,
      `${most}条`,
      { en: 'entries were sent', zh: '发送了名单信息' },
      { en: `1 to ${most} fit`, zh: '条，每次为1至' },
      BATCHES,
    ),
  records: (sent: number, most: number): Said =>
    many(
      sent,
      `${most}条`,
      { en: 'records were sent', zh: '发送了记录' },
      { en: `a submission holds ${most}`, zh: '条，每次报送最多' },
      { en: 'Send several submissions.', zh: '请分多次报送。' },
    ),
  results: (sent: number, most: number): Said =>
    many(
      sent,
      `${most}条`,
      { en: 'results were sent', zh: '发送了评价结果' },
      { en: `a delivery holds ${most}`, zh: '条，每次最多' },
      { en: 'Send several.', zh: '请分多次发送。' },
    ),
  items: (asked: number, most: number): Said =>
    many(
      asked,
      `${most}个`,
      { en: 'items were asked', zh: '查询了条目' },
      { en: `${most} fit`, zh: '个，每次最多' },
      { en: 'Ask in parts.', zh: '请分次查询。' },
    ),
};

const CALENDAR_DATES = { en: 'Send calendar dates.', zh: '请填写日历日期。' };

/** A day that cannot be that of something that has happened. */
const upToToday = (field: string, next: Localized): Said =>
  said({
    en: [`${field} is no date up to today of the form YYYY-MM-DD.`, next.en],
    zh: [`${field}不是截至今日、形如YYYY-MM-DD的日期。`, next.zh],
  });

export const inputMessages = {
  noneOfYours: (what: Owned): Said =>
    said({
      en: [`No ${what} of yours has this id.`, 'Check the id; one that belongs to somebody else is not found either.'],
      zh: [`没有属于您的该编号的${OWNED[what]}。`, '请核对编号；属于他人的同样查不到。'],
    }),
  identifier: (fault: Localized): Said =>
    said({
      en: [fault.en, 'Check the number and its type; lower-case and full-width characters are accepted.'],
      zh: [fault.zh, '请核对号码及其类型；可以使用小写和全角字符。'],
    }),
  date: (sent: string): Said =>
    said({
      en: [`${sent} is not a date of the form YYYY-MM-DD.`, CALENDAR_DATES.en],
      zh: [`${sent}不是形如YYYY-MM-DD的日期。`, CALENDAR_DATES.zh],
    }),
  aDate: said({
    en: ['A date is not of the form YYYY-MM-DD.', CALENDAR_DATES.en],
    zh: ['有日期不是YYYY-MM-DD的形式。', CALENDAR_DATES.zh],
  }),
  dayOfDocument: (field: string): Said =>
    upToToday(field, { en: 'Send the day of the document.', zh: '请填写文书日期。' }),
  dayOfFinding: upToToday('foundOn', { en: 'Send the day of the finding.', zh: '请填写发现之日。' }),
  dayItHappened: upToToday('happenedOn', { en: 'Send the day.', zh: '请填写该日期。' }),
  correctBy: said({
    en: ['correctBy is no day after today of the form YYYY-MM-DD.', 'Set a period.'],
    zh: ['correctBy不是今日之后、形如YYYY-MM-DD的日期。', '请规定期限。'],
  }),
  term: (from: string, until: string): Said =>
    said({
      en: [`The term ends on ${until}, before it begins on ${from}.`, 'Send validUntil on or after validFrom.'],
      zh: [`期限于${until}届满，早于起始日${from}。`, 'validUntil不得早于validFrom。'],
    }),
  empty: (field: string): Said =>
    said({
      en: [`${field} is empty.`, `Name at least one of ${field}.`],
      zh: [`${field}为空。`, `${field}请至少填写一项。`],
    }),
  tooMany: (field: string, sent: number, most: number): Said =>
    said({
      en: [`${field} holds ${sent}; ${most} fit.`, 'Name fewer.'],
      zh: [`${field}有${sent}项，最多${most}项。`, '请减少项数。'],
    }),
  least: (field: string, sent: number, least: number): Said =>
    said({
      en: [`${field} is ${sent}; the least is ${least}.`, `Send ${field} of at least ${least}.`],
      zh: [`${field}为${sent}，最小为${least}。`, `${field}请至少填写${least}。`],
    }),
  within: (field: string, sent: number, most: number): Said =>
    said({
      en: [`${field} is ${sent}; it goes from 1 to ${most}.`, 'Send a number within.'],
      zh: [`${field}为${sent}，应为1至${most}。`, '请填写该范围内的数字。'],
    }),
  itemUnknown: (code: string): Said =>
    said({
      en: [`No edition of ${code} is in force.`, 'Ask catalogItems for the items in force.'],
      zh: [`${code}没有有效的版本。`, '请通过catalogItems查询有效条目。'],
    }),
  purposeUnknown: (code: string, published: readonly string[]): Said =>
    said({
      en: [`${code} is no published purpose.`, `Published: ${published.join(', ')}.`],
      zh: [`${code}不是已公布的用途。`, `已公布的用途：${published.join('、')}。`],
    }),
  unitOfKind: (code: string, kinds: readonly string[]): Said =>
    said({
      en: [`${code} is no unit of kind ${kinds.join(' or ')}.`, 'Check the code of the unit.'],
      zh: [`${code}不是类别为${kinds.join('或')}的单位。`, '请核对单位代码。'],
    }),
  unitUnknown: (code: string): Said =>
    said({
      en: [`${code} is no unit that is known here.`, 'Check the code.'],
      zh: [`${code}不是本平台已知的单位。`, '请核对代码。'],
    }),
  fieldNoUnit: (field: string): Said =>
    said({
      en: [`${field} is no unit that is known here.`, 'Send the code of a unit.'],
      zh: [`${field}不是本平台已知的单位。`, '请填写单位代码。'],
    }),
  reason: (most: number): Said =>
    said({
      en: [`A reason has 1 to ${most} characters.`, 'Say why, in a sentence.'],
      zh: [`理由应为1至${most}个字符。`, '请用一句话说明理由。'],
    }),
  whatWasWrong: (most: number): Said =>
    said({
      en: [`A reason has 1 to ${most} characters.`, 'Say what was wrong.'],
      zh: [`理由应为1至${most}个字符。`, '请说明错误所在。'],
    }),
  reasonPersonal: said({
    en: ['The reason holds personal information.', 'Say it without names and numbers.'],
    zh: ['理由中含有个人信息。', '请不要写姓名和号码。'],
  }),
  notPublished: said({
    en: [
      'It has not been published: a reference and a date up to today are needed.',
      'Publish it first; nothing unpublished takes effect.',
    ],
    zh: ['尚未公布：须有公布文号和截至今日的公布日期。', '请先公布；未经公布的不发生效力。'],
  }),
  retroactive: (effectiveFrom: string, publishedOn: string): Said =>
    said({
      en: [
        `It would hold from ${effectiveFrom}, before it was published on ${publishedOn}.`,
        'Send effectiveFrom on or after the publication.',
      ],
      zh: [`将自${effectiveFrom}起施行，早于公布日期${publishedOn}。`, 'effectiveFrom不得早于公布日期。'],
    }),
  purposeHeader: (published: readonly string[]): Said =>
    said({
      en: [
        'The header Credit-Purpose holds no code of the published list.',
        `Published purposes: ${published.join(', ')}.`,
      ],
      zh: ['请求头Credit-Purpose中不是已公布清单中的用途代码。', `已公布的用途：${published.join('、')}。`],
    }),
  matterHeader: (own: readonly string[]): Said =>
    said({
      en: [
        'The header Credit-Matter names no matter in which the calling department has a duty under the stated purpose.',
        `Its matters are ${own.join(', ')}.`,
      ],
      zh: ['请求头Credit-Matter中的事项，不是该行政机关在所述用途下的履职事项。', `其履职事项有：${own.join('、')}。`],
    }),
  matterDiffers: (named: string, asked: string): Said =>
    said({
      en: [
        `The header Credit-Matter names ${named}, and the query asks about ${asked}.`,
        'Name one matter: in the header, in the argument, or the same in both.',
      ],
      zh: [
        `请求头Credit-Matter填写的是${named}，而查询的是${asked}。`,
        '请只填写一个事项：填在请求头或者参数中，或者两处填写相同。',
      ],
    }),
};
