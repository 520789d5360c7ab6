/** What is wrong with the form of a province file. Each sentence stands behind `FILE:line:column: `. */
import type { Localized } from '../../localized.ts';
import { listed } from './listed.ts';

/** What the parser of YAML found, by its code. What is not listed is told as `OTHER`. */
export const YAML_FAULTS = {
  TAB_AS_INDENT: {
    en: 'A tab stands where YAML wants blanks. Indent with blanks.',
    zh: '此处使用了制表符，YAML只能用空格缩进。请改为空格。',
  },
  BAD_INDENT: {
    en: 'This line is not indented as those that it belongs to. Align it with them.',
    zh: '此行缩进与所属内容不一致。请对齐。',
  },
  DUPLICATE_KEY: {
    en: 'This key stands twice in one entry. Keep one of them.',
    zh: '同一条目中该键重复。请只保留一个。',
  },
  MULTIPLE_DOCS: {
    en: 'The file holds more than one document. Write one, without a line of three hyphens after the first.',
    zh: '文件含有多个YAML文档。请合并为一个，文中不要再用“---”分隔。',
  },
  MISSING_CHAR: {
    en: 'A quote, bracket or comma is missing here. Close what was opened.',
    zh: '此处缺少引号、括号或逗号。请补全。',
  },
  ALIAS: {
    en: 'Anchors and aliases (&name, *name) are not read: in a review each entry speaks for itself. Write the value out.',
    zh: '不支持锚点和别名（&名称、*名称），每个条目须单独写明，便于审阅。请写出完整内容。',
  },
  TAG: {
    en: 'Tags (!name) are not read. Leave it out.',
    zh: '不支持标签（!名称）。请删除。',
  },
  OTHER: {
    en: 'This is not YAML that can be read. Look at the quotes, colons and the indentation of this line and the one before.',
    zh: '此处不是可识别的YAML。请检查本行及上一行的引号、冒号和缩进。',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export const PROVINCE_FAULTS = {
  notUtf8: (byte: number): Localized => ({
    en: `The file is not UTF-8: byte ${byte} does not fit. Save it as UTF-8.`,
    zh: `文件编码不是UTF-8：第${byte}个字节无法识别。请另存为UTF-8。`,
  }),
  tooLarge: (most: number): Localized => ({
    en: `The file is larger than ${most} million bytes. A province fits; split off what is none.`,
    zh: `文件超过${most}百万字节。省域文件不应如此之大，请删去无关内容。`,
  }),
  empty: (): Localized => ({
    en: 'The file holds nothing. Begin it with form: 1 and name units; npm run province -- --export prints one to go by.',
    zh: '文件没有内容。请以form: 1开头并列出units；可用npm run province -- --export导出一份作为参照。',
  }),
  noForm: (form: number): Localized => ({
    en: `The file does not say its form. Write form: ${form} as its first line.`,
    zh: `文件未注明格式版本。请在首行写明form: ${form}。`,
  }),
  otherForm: (form: number): Localized => ({
    en: `This software reads the form ${form}. Write form: ${form}, or use the release that knows the other.`,
    zh: `本软件只识别格式版本${form}。请写form: ${form}，或使用支持其他版本的软件。`,
  }),
  unknownKey: (key: string, known: readonly string[]): Localized => ({
    en: `There is no key ${key} here. Known: ${listed(known, ', ')}.`,
    zh: `此处没有名为${key}的键。可用的键：${listed(known, '、')}。`,
  }),
  missing: (key: string): Localized => ({
    en: `${key} is missing. Write it.`,
    zh: `缺少${key}。请填写。`,
  }),
  text: (key: string): Localized => ({
    en: `${key} is no text. Write text; a number or true in quotes.`,
    zh: `${key}应为文本。数字或true等请加引号。`,
  }),
  emptyText: (key: string): Localized => ({
    en: `${key} is empty. Write it, or leave out the line where it may be absent.`,
    zh: `${key}为空。请填写；可省略的请删去该行。`,
  }),
  longText: (key: string, most: number): Localized => ({
    en: `${key} is longer than ${most} characters. Shorten it.`,
    zh: `${key}超过${most}个字符。请缩短。`,
  }),
  unseen: (key: string): Localized => ({
    en: `${key} holds a character that cannot be seen: a control character, one that turns the direction of others, or a blank without width. Write it anew, without copying.`,
    zh: `${key}含有不可见字符（控制字符、改变书写方向的字符或零宽字符）。请手工重新填写，不要复制粘贴。`,
  }),
  number: (key: string): Localized => ({
    en: `${key} is no whole number. Write digits without quotes.`,
    zh: `${key}应为整数。请直接写数字，不加引号。`,
  }),
  less: (key: string, least: string): Localized => ({
    en: `${key} is less than ${least}. Look the number up again.`,
    zh: `${key}小于${least}。请核对数字。`,
  }),
  more: (key: string, most: string): Localized => ({
    en: `${key} is more than ${most}. Look the number up again.`,
    zh: `${key}大于${most}。请核对数字。`,
  }),
  truth: (key: string): Localized => ({
    en: `${key} is neither true nor false.`,
    zh: `${key}应为true或false。`,
  }),
  list: (key: string): Localized => ({
    en: `${key} is no list. Write one entry a line, each with a hyphen, or [A, B].`,
    zh: `${key}应为列表。请每行一项、以“-”开头，或写成[A, B]。`,
  }),
  emptyList: (key: string): Localized => ({
    en: `${key} is an empty list. Name at least one.`,
    zh: `${key}为空列表。请至少列出一项。`,
  }),
  longList: (key: string, most: number): Localized => ({
    en: `${key} has more than ${most} entries. Name fewer.`,
    zh: `${key}超过${most}项。请减少。`,
  }),
  entry: (key: string): Localized => ({
    en: `${key} is no entry of keys and values. Write key: value, one a line.`,
    zh: `${key}应由键和值组成。请按“键: 值”逐行填写。`,
  }),
  noneOf: (key: string, known: readonly string[]): Localized => ({
    en: `${key} is none of ${listed(known, ', ')}.`,
    zh: `${key}应为下列之一：${listed(known, '、')}。`,
  }),
  date: (key: string): Localized => ({
    en: `${key} is no date of the calendar of the form YYYY-MM-DD.`,
    zh: `${key}不是有效日期，格式为YYYY-MM-DD。`,
  }),
} as const;
