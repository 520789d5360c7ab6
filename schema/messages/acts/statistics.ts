/** What statistics and numbers of operation say of a question. */
import { type Said, said } from '../said.ts';

export const statisticsMessages = {
  tooManyKeys: (most: number): Said =>
    said({
      en: [
        'groupBy and filter name more keys than are counted together.',
        `Name at most ${most} different keys; table says which go together.`,
      ],
      zh: ['groupBy和filter所用的维度多于合并统计的维度。', `最多使用${most}个不同的维度，可以合用的维度见table。`],
    }),
  pairs: (keys: readonly string[], paired: readonly string[]): Said =>
    said({
      en: [
        `Counts by ${keys.join(' and ')} are not published.`,
        `At most two different keys of ${paired.join(', ')} together, in groupBy and filter, and not ITEM with NATURE: the item says its nature. UNIT_KIND alone. Other keys have other tables.`,
      ],
      zh: [
        `不发布按${keys.join('和')}统计的结果。`,
        `groupBy和filter合计最多使用${paired.join('、')}中两个不同的维度，且ITEM不与NATURE同用：条目本身表明信息性质；UNIT_KIND单独使用。其他维度见其他table。`,
      ],
    }),
  /** Groupings as a query writes them, such as `[REGION, MONTH]`. */
  cube: (table: string, asked: string, published: readonly string[]): Said =>
    said({
      en: [
        `Counts of ${table} by ${asked} are not published.`,
        `groupBy and filter together may be: ${published.join(', ')}.`,
      ],
      zh: [`不发布${table}按${asked}统计的结果。`, `groupBy和filter合计可用：${published.join('、')}。`],
    }),
  notThen: (asOf: string): Said =>
    said({
      en: [`The release of ${asOf} has no such counts.`, 'Ask for a later release, or for another grouping.'],
      zh: [`${asOf}发布的统计结果不含此项。`, '请查询以后发布的结果，或者改用其他维度。'],
    }),
  filter: (key: string): Said =>
    said({
      en: [`The filter on ${key} names no value that is counted by.`, `Group by ${key} to see its values.`],
      zh: [`对${key}的筛选不是统计所用的值。`, `按${key}分组可以查看其值。`],
    }),
  part: said({
    en: [
      'of(by) names a key that groupBy does not have.',
      'Name keys of groupBy; those of the filter stay by themselves.',
    ],
    zh: ['of(by)使用了groupBy中没有的维度。', '请使用groupBy中的维度；filter的维度自动保留。'],
  }),
  asOf: (today: string): Said =>
    said({
      en: [
        'asOf is no day up to today of the form YYYY-MM-DD.',
        `Send a day up to ${today}, or leave asOf out for the newest release.`,
      ],
      zh: [
        'asOf不是截至今天的YYYY-MM-DD形式的日期。',
        `请填写不晚于${today}的日期，或者省略asOf以查询最近一次发布的结果。`,
      ],
    }),
  notKept: (asOf: string): Said =>
    said({
      en: [
        `The figures of the release of ${asOf} were not kept: release 0.1.0 kept those of its newest alone.`,
        'Ask for a later day, or without asOf.',
      ],
      zh: [`${asOf}发布的统计结果没有留存：0.1.0版只留存最新一次发布的结果。`, '请查询以后的日期，或者不填asOf。'],
    }),
  before: (first: string): Said =>
    said({
      en: [`Nothing had been released by that day.`, `The first release is of ${first}: send that day or a later one.`],
      zh: ['截至该日尚未发布统计结果。', `首次发布的统计截止日为${first}，请填写该日或者以后的日期。`],
    }),
  limit: (most: number): Said =>
    said({
      en: [`limit is not between 1 and ${most}.`, `Ask for 1 to ${most} rows; offset leads to the others.`],
      zh: [`limit不在1至${most}之间。`, `每次可查询1至${most}行，其余各行用offset查询。`],
    }),
  offset: said({
    en: ['offset is below zero.', 'Send 0 to begin with the first row.'],
    zh: ['offset小于零。', '从第一行开始请填写0。'],
  }),
  rows: (most: number): Said =>
    said({
      en: [
        `The request would make more than ${most} rows.`,
        'Narrow it with filter, leave out the suppressed with withoutSuppressed, or ask for a part with limit and offset. Aliases count together.',
      ],
      zh: [
        `该请求将产生超过${most}行。`,
        '请用filter缩小范围，用withoutSuppressed略去被抑制的行，或者用limit和offset分次查询。同一请求的各个别名合并计算。',
      ],
    }),
};

export const operationMessages = {
  month: (field: string): Said =>
    said({
      en: [`${field} is no month of the form YYYY-MM.`, 'Send a month, such as 2026-11.'],
      zh: [`${field}不是YYYY-MM形式的月份。`, '请填写月份，例如2026-11。'],
    }),
  order: said({
    en: ['from is later than until.', 'Send the first month as from and the last as until.'],
    zh: ['from晚于until。', 'from为起始月份，until为截止月份。'],
  }),
  long: (most: number): Said =>
    said({
      en: [`from and until are more than ${most} months.`, `Ask for at most ${most} months at once.`],
      zh: [`from至until超过${most}个月。`, `每次最多查询${most}个月。`],
    }),
  future: (month: string): Said =>
    said({
      en: ['until lies in the future.', `Ask up to this month, ${month}.`],
      zh: ['until在将来。', `请查询截至本月（${month}）的数据。`],
    }),
  limit: (most: number): Said =>
    said({
      en: [`limit is not between 1 and ${most}.`, `Ask for 1 to ${most} units.`],
      zh: [`limit不在1至${most}之间。`, `每次可查询1至${most}个单位。`],
    }),
};
