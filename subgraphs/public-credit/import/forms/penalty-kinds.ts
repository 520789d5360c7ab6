/** Kinds of penalty: a cell may list several, and the official names of some list two things themselves. */
import { halfWidth } from '../../../../schema/law/records/identifiers.ts';
import { PENALTY_KINDS_2016 } from '../columns/columns-2016.ts';

/** A licence or what stands for it in names of kinds. */
const LICENCE = '(?:许可证件?|执照|许可证照?|证照|资质证书|营业执照)';
/**
 * Official names with more than one thing in them: of the form, and of Article 9 of the Administrative Penalty Law. 没收违法所得、没收非法财物 is one kind
 * of the form, however its two things are joined.
 */
const WHOLE = [
  '没收违法所得[、,;和及或]?(?:或者)?(?:没收)?非法财物',
  '没收非法财物[、,;和及或]?(?:或者)?(?:没收)?违法所得',
  `暂扣(?:或者?|、|\\/)吊销${LICENCE}(?:[、,和及或](?:或者)?暂扣(?:或者?|、|\\/)吊销${LICENCE})?`,
  `暂扣${LICENCE}、降低资质等级、吊销${LICENCE}`,
  '限制开展生产经营活动、责令停产停业、责令关闭、限制从业',
  '法律、行政法规规定的其他行政处罚',
].join('|');
const PART = new RegExp(`(?:${WHOLE})(?=\\s*(?:[;、,/|\\n]|$))|[^;、,/|\\n]+`, 'gu');

/** Parts of a cell that lists several. */
export const listed = (text: string | null): readonly string[] =>
  text === null
    ? []
    : text
        .split(/[;；、,，\n]/u)
        .map((part) => part.trim())
        .filter((part) => part !== '');

/** Kinds in a cell of the form in force, each once. */
export function kindsIn(text: string | null): readonly string[] {
  if (text === null) return [];
  const kinds = (halfWidth(text).match(PART) ?? []).map((part) => part.trim()).filter((part) => part !== '');
  return [...new Set(kinds)];
}

/** Numbers of codes, also where a spreadsheet or a clerk left 1, 01 or １ of them. */
export const codeOf = (text: string): string =>
  halfWidth(text)
    .trim()
    .replace(/^0+(?=\d)/, '');

/** Kinds by the numbers of the two columns of 2016. */
export const kindsOf2016 = (cells: readonly (string | null)[]): readonly string[] => [
  ...new Set(
    cells.flatMap((cell) =>
      cell !== null && /^[\d\s;；、,，０-９]+$/u.test(cell)
        ? listed(cell).map((kind) => PENALTY_KINDS_2016.get(codeOf(kind)) ?? kind)
        : kindsIn(cell),
    ),
  ),
];
