/** What does not distinguish the names of columns: width, case, blanks, punctuation, and what templates write beside a name. */

/** Whether a column has to be filled. */
const NEED =
  '(?:是否)?(?:非?必[填录选输](?:项|字段)?|选[填录](?:项|字段)?|可选(?:项)?|可空|不可为空|不能为空|REQUIRED|OPTIONAL)';
const MARKS = new RegExp(`[(\\[【〔{<「]${NEED}[)\\]】〕}>」]|[:*\\s]${NEED}$|^${NEED}[:*\\s]|必填项$`, 'gu');
/** How to write a cell, in brackets behind the name. A unit is none: it says another amount. */
const HINT = /[([【](?:[^()[\]【】]*(?:格式|示例|例如|样例|下拉|YYYY|单选|多选|见说明|填写)[^()[\]【】]*)[)\]】]/gu;
/** 罚款金额(单位:元) names its unit like 罚款金额(元). */
const UNIT = /([([【])单位[:为]?/gu;
const NUMBER = /^[(]?\d{1,2}(?:[.、):]|\s)\s*(?=\D)/u;

export const folded = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\p{Cf}\u3164]/gu, '')
    .trim()
    .replace(MARKS, '')
    .replace(HINT, '')
    .replace(UNIT, '$1')
    .replace(NUMBER, '')
    .replace(/[\s()_、,.:;*※★#"'“”‘’[\]【】〔〕]/gu, '');

const NUMBERING: ReadonlySet<string> = new Set(['序号', '行号', '序列号', 'NO', 'ROWNUM', 'ROWNO']);

/** Whether a column only numbers the rows. */
export const isNumbering = (text: string): boolean => NUMBERING.has(folded(text));
