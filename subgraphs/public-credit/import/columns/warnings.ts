/** What is understood although it is not written as the form asks, or what a provider should look at again. */
import type { Localized } from '../../../../schema/localized.ts';

export const WARNINGS = {
  FULL_WIDTH: {
    en: 'full-width digits, letters or spaces are read as half-width ones',
    zh: '全角数字、字母或空格按半角读取',
  },
  LOWER_CASE: { en: 'letters of a number are read as capitals', zh: '号码中的小写字母按大写读取' },
  AMOUNT_SEPARATORS: { en: 'thousands separators of an amount are left out', zh: '金额中的千位分隔符已略去' },
  AMOUNT_UNIT: {
    en: 'an amount says its unit in the cell, or its column is in yuan, and is read by it',
    zh: '金额单元格写有单位，或所在列以元为单位，按该单位读取',
  },
  AMOUNT_DIFFERS: { en: 'the text names another amount than the column', zh: '文字所写金额与金额栏不一致' },
  AMOUNT_LARGE: { en: 'a very large amount that no text names', zh: '金额很大而文字中没有写明' },
  NOTHING_SAID: { en: 'a sign for “nothing” is read as an empty cell', zh: '表示“无”的符号按空白读取' },
  TIME_LEFT_OUT: { en: 'the time behind a date is left out', zh: '日期后的时刻已略去' },
  SPELLING: {
    en: 'another word for a code of the form is read as that code',
    zh: '以其他写法表示的代码按规定代码读取',
  },
  KIND_DOUBTFUL: {
    en: 'the kind of penalty leaves open what the display period hangs on',
    zh: '处罚类别未说明决定公示期限的情形',
  },
  STATE_DOUBTFUL: {
    en: 'the state of a decision does not tell whether it is in force',
    zh: '当前状态未说明该决定是否有效',
  },
  CODES_SWAPPED: {
    en: 'the registration number and the organization code stand in each other’s columns',
    zh: '工商注册号与组织机构代码填反',
  },
  PERSON_CODE: {
    en: 'a natural person’s document stands in the column of the uniform social credit code',
    zh: '自然人的证件号码填在统一社会信用代码栏',
  },
  PLACEHOLDER_CODE: {
    en: 'a placeholder stands where the code of an authority belongs; it is left out',
    zh: '机关代码栏填的是占位符，已略去',
  },
  COLUMN_UNKNOWN: { en: 'a column that the form does not have is left out', zh: '表中没有的列已略去' },
  ROW_OVERTAKEN: {
    en: 'a later row of the file says something else of the same record; that row counts, and this one is left out',
    zh: '文件后面的行对同一记录另有说明，以后面的行为准，此行未采用',
  },
  SHEETS_IGNORED: { en: 'only the first visible sheet of a workbook is read', zh: '只读取工作簿的第一个可见工作表' },
  SHEET_HIDDEN: { en: 'a hidden sheet of a workbook is passed over', zh: '隐藏的工作表未读取' },
  TITLE_PASSED: {
    en: 'a line beside the one with the names of the columns is passed over',
    zh: '列名行上方或下方的标题行未作为数据读取',
  },
  DELIMITER: { en: 'cells are separated by another sign than commas', zh: '单元格不是以逗号分隔' },
  CHARACTERS_LOST: { en: 'characters of a text were lost when it was converted', zh: '文字在转换编码时丢失或成为乱码' },
} as const satisfies Readonly<Record<string, Localized>>;
export type WarningCode = keyof typeof WARNINGS;
