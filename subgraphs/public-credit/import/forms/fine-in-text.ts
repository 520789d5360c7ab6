/** Compares the amount of a fine with what the texts of a decision say: yuan in the column of 万元 are the best known fault of the form. */
import { sumsIn } from '../columns/amounts.ts';
import { cell, type Row } from '../columns/cells.ts';
import { titleOf } from '../columns/titles.ts';

const WAN = 10_000n;

/** Parts of a text between commas and stops. A comma between digits parts thousands. */
const PARTS = /[。；;\n，、]|,(?!\d)/u;
const CONFISCATED = /没收[^。；;，,、\n]*/gu;
/** A part that only tells the sum of what was said before: 处以罚款，金额为2000元. */
const GOES_ON =
  /^(?:金额|数额|人民币|共计|合计|计)?[为:：]?(?:人民币)?[\d〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]/u;

/**
 * Sums that a text sets as a fine, in fen: 罚款2000元, 处以2000元的罚款, 罚款人民币贰仟元整. Sums that are confiscated, or of goods, do not count. A sum that is
 * written twice is there twice.
 */
export function finesIn(text: string): readonly bigint[] {
  const parts = text.normalize('NFKC').replace(CONFISCATED, '').split(PARTS);
  return parts.flatMap((part, at) => {
    if (!/罚/u.test(part)) return [];
    const sums = sumsIn(part);
    const next = parts[at + 1]?.trim() ?? '';
    return sums.length > 0 || !GOES_ON.test(next) || /罚/u.test(next) ? sums : sumsIn(next);
  });
}

const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const yuan = (fen: bigint): string => String(Number(fen) / 100);

/** The greatest fine that the content of the penalty names, in yuan; 0 where it names none. */
export const greatestFine = (text: string): number =>
  finesIn(text).reduce((most, fen) => Math.max(most, Number(fen) / 100), 0);

/**
 * Refuses a fine that is exactly ten thousand times, or a ten-thousandth of, what the text sets: it was written in the wrong unit. Warns of any other
 * difference. What the content says counts; the facts are asked where it names no sum.
 */
export function compareFine(row: Row, fineYuan: string | null): void {
  const source = ['CF_NR', 'CF_SY'].find((column) => finesIn(cell(row, column) ?? '').length > 0);
  if (source === undefined) return;
  const fines = finesIn(cell(row, source) ?? '');
  const total = fines.reduce((sum, fen) => sum + fen, 0n);
  const fen = fineYuan === null ? 0n : fenOf(fineYuan);
  const sums = [...fines, total];
  if (sums.includes(fen)) return;
  const amount = titleOf('CF_NR_FK');
  const text = titleOf(source);
  const stated = [...new Set(fines)].map(yuan).join(', ');
  if (fen > 0n && sums.some((sum) => sum * WAN === fen || sum === fen * WAN)) {
    row.fault(
      'AMOUNT_UNIT_WRONG',
      {
        en: `${amount.en} comes to ${yuan(fen)} yuan, and ${text.en} sets ${stated} yuan: write the amount in 万元 (2000 yuan are 0.2).`,
        zh: `${amount.zh}合${yuan(fen)}元，而${text.zh}写的是${stated}元：请以万元为单位填写（2000元填0.2）。`,
      },
      'CF_NR_FK',
    );
    return;
  }
  // Facts tell of other fines too, so that an empty column is no contradiction to them.
  if (fen === 0n && source === 'CF_SY') return;
  row.warn(
    'AMOUNT_DIFFERS',
    {
      en: `${amount.en} comes to ${yuan(fen)} yuan, and ${text.en} sets ${stated} yuan.`,
      zh: `${amount.zh}合${yuan(fen)}元，而${text.zh}写的是${stated}元。`,
    },
    'CF_NR_FK',
  );
}
