/** Compares the amounts of a decision with what its texts say: yuan in the column of 万元 are the best known fault of the form. */
import type { Localized } from '../../../../schema/localized.ts';
import { type Sum, sumsIn } from '../columns/amounts.ts';
import { cell, type Row } from '../columns/cells.ts';
import { titleOf } from '../columns/titles.ts';

const WAN = 10_000n;
/** From here on a fine makes the display three years long, so that a whole number of 万元, as one of yuan would be, is told where no text names it. */
const VERY_LARGE_FEN = 100_000_000n;

const WAN_UNIT: Localized = { en: '万元 (2000 yuan are 0.2)', zh: '万元为单位填写（2000元填0.2）' };
const YUAN_UNIT: Localized = { en: 'yuan', zh: '元为单位填写' };

export type Measure = 'FINE' | 'CONFISCATION';

/** Parts of a text between commas and stops. A comma between digits parts thousands. */
const PARTS = /[。；;\n，、]|,(?!\d)/u;
/** 处以2000元的罚款: the measure stands behind its sum. */
const FINE_BEHIND = /^(?:整|人民币|以内)*的?(?:行政)?罚(?:款|金)/u;
const MEASURES = /没收|罚/gu;
/** A part that only tells the sum of the measure before it: 处以罚款，金额为2000元. */
const GOES_ON = /^(?:金额|数额|人民币|共计|合计|计)?[为:：]?(?:人民币)?$/u;

const lastOf = (text: string): Measure | undefined => {
  const last = text.match(MEASURES)?.at(-1);
  return last === undefined ? undefined : last === '没收' ? 'CONFISCATION' : 'FINE';
};

function measureOf({ before, behind }: Sum, partBefore: string): Measure | undefined {
  if (FINE_BEHIND.test(behind)) return 'FINE';
  return lastOf(before) ?? (GOES_ON.test(before.trim()) ? lastOf(partBefore) : undefined);
}

/** Sums that a text sets as one measure, in fen. Sums of goods are none. A sum that is written twice is there twice. */
export function sumsOf(measure: Measure, text: string): readonly bigint[] {
  const parts = text.normalize('NFKC').split(PARTS);
  return parts.flatMap((part, at) =>
    sumsIn(part)
      .filter((sum) => measureOf(sum, parts[at - 1] ?? '') === measure)
      .map(({ fen }) => fen),
  );
}

const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const yuan = (fen: bigint): string => String(Number(fen) / 100);

/** The greatest fine that a text sets, in yuan; 0 where it sets none. */
export const greatestFine = (text: string): number =>
  sumsOf('FINE', text).reduce((most, fen) => Math.max(most, Number(fen) / 100), 0);

/**
 * Refuses an amount that is exactly ten thousand times, or a ten-thousandth of, what the text sets: it was written in the wrong unit. Tells any other
 * difference. What the content says counts; the facts are asked where it names no sum.
 */
export function compareAmount(row: Row, measure: Measure, column: string, amountYuan: string | null): void {
  // A file without the column says nothing of it.
  if (row.cells[column] === undefined) return;
  const fen = amountYuan === null ? 0n : fenOf(amountYuan);
  const amount = titleOf(column);
  const unit = column.endsWith('_YUAN') ? YUAN_UNIT : WAN_UNIT;
  const source = ['CF_NR', 'CF_SY'].find((text) => sumsOf(measure, cell(row, text) ?? '').length > 0);
  if (source === undefined) {
    if (fen >= VERY_LARGE_FEN && fen % (WAN * 100n) === 0n)
      row.warn(
        'AMOUNT_LARGE',
        {
          en: `${amount.en} comes to ${yuan(fen)} yuan, and no text names it: check that it is written in ${unit.en}.`,
          zh: `${amount.zh}合${yuan(fen)}元，而文字中没有写明：请核对是否以${unit.zh}。`,
        },
        column,
      );
    return;
  }
  const stated = sumsOf(measure, cell(row, source) ?? '');
  const sums = [...stated, stated.reduce((sum, one) => sum + one, 0n)];
  if (sums.includes(fen)) return;
  const text = titleOf(source);
  const said = [...new Set(stated)].map(yuan).join(', ');
  if (fen > 0n && sums.some((sum) => sum * WAN === fen || sum === fen * WAN)) {
    row.fault(
      'AMOUNT_UNIT_WRONG',
      {
        en: `${amount.en} comes to ${yuan(fen)} yuan, and ${text.en} sets ${said} yuan: write the amount in ${unit.en}.`,
        zh: `${amount.zh}合${yuan(fen)}元，而${text.zh}写的是${said}元：请以${unit.zh}。`,
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
      en: `${amount.en} comes to ${yuan(fen)} yuan, and ${text.en} sets ${said} yuan.`,
      zh: `${amount.zh}合${yuan(fen)}元，而${text.zh}写的是${said}元。`,
    },
    column,
  );
}
