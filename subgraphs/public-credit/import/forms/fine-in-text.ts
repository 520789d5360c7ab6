/** Compares the amount of a fine with what the texts of a decision say: yuan in the column of 万元 are the best known fault of the form. */
import { type Amount, sumsIn } from '../columns/amounts.ts';
import { cell, type Row } from '../columns/cells.ts';
import { titleOf } from '../columns/titles.ts';

const WAN = 10_000n;
const UNITS = {
  万元: { en: '万元 (2000 yuan are 0.2)', zh: '万元为单位填写（2000元填0.2）' },
  元: { en: 'yuan', zh: '元为单位填写' },
} as const;

/** Clauses that set a fine: 罚款2000元, 处以2000元的罚款, 罚款人民币贰仟元整. A text of goods or of earlier fines names other sums. */
const FINED = /(?:罚款|罚金|处罚|罚)[^。；;\n]*|[^。；;，,\n]*罚款/gu;
const CONFISCATED = /没收[^。；;，,\n]*/gu;
const ROUND = /[（(][^）)]*[）)]/gu;

/** Sums that a text sets as a fine, in fen. Sums that are confiscated do not count. */
export function finesIn(text: string): readonly bigint[] {
  const clauses = text.normalize('NFKC').replace(CONFISCATED, '').match(FINED) ?? [];
  return [...new Set(clauses.flatMap((clause) => [...sumsIn(clause), ...sumsIn(clause.replace(ROUND, ''))]))];
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
export function compareFine(row: Row, { yuan: fineYuan, column }: Amount): void {
  const source = ['CF_NR', 'CF_SY'].find((name) => finesIn(cell(row, name) ?? '').length > 0);
  if (source === undefined) return;
  const fines = finesIn(cell(row, source) ?? '');
  const total = fines.reduce((sum, fen) => sum + fen, 0n);
  const fen = fineYuan === null ? 0n : fenOf(fineYuan);
  const sums = [...fines, total];
  if (sums.includes(fen)) return;
  const amount = titleOf(column);
  const text = titleOf(source);
  const unit = UNITS[column === 'CF_NR_FK' ? '万元' : '元'];
  const stated = fines.map(yuan).join(', ');
  if (fen > 0n && sums.some((sum) => sum * WAN === fen || sum === fen * WAN)) {
    row.fault(
      'AMOUNT_UNIT_WRONG',
      {
        en: `${amount.en} comes to ${yuan(fen)} yuan, and ${text.en} sets ${stated} yuan: write the amount in ${unit.en}.`,
        zh: `${amount.zh}合${yuan(fen)}元，而${text.zh}写的是${stated}元：请以${unit.zh}。`,
      },
      column,
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
    column,
  );
}
