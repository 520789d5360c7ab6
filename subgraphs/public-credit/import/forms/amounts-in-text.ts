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

/** Columns of the texts: the content, and the facts where it names no sum. */
const TEXTS = ['CF_NR', 'CF_SY'] as const;

export type Measure = 'FINE' | 'CONFISCATION';

/** Parts of a text between commas and stops. A comma between digits parts thousands. */
const PARTS = /[。；;\n，、]|,(?!\d)/u;
/** 处以2000元的罚款: the measure stands behind its sum. */
const FINE_BEHIND = /^(?:整|人民币|以内)*的?(?:行政)?罚(?:款|金)/u;
const MEASURES = /没收|罚/gu;
/** A part that only tells the sum of the measure before it: 处以罚款，金额为2000元. */
const GOES_ON = /^(?:金额|数额|人民币|共计|合计|计)?[为:：]?(?:人民币|¥)?$/u;

const lastOf = (text: string): Measure | undefined => {
  const last = text.match(MEASURES)?.at(-1);
  return last === undefined ? undefined : last === '没收' ? 'CONFISCATION' : 'FINE';
};

/** Measures of the sums of a part: a sum has that which stands next before it, if need be in the part before. */
function measuredIn(part: string, partBefore: string): readonly (readonly [Measure | undefined, bigint])[] {
  let last: Measure | undefined;
  return sumsIn(part).map(({ fen, before, behind }: Sum, at) => {
    last = lastOf(before) ?? last;
    const goesOn = at === 0 && GOES_ON.test(before.trim()) ? lastOf(partBefore) : undefined;
    return [FINE_BEHIND.test(behind) ? 'FINE' : (last ?? goesOn), fen];
  });
}

/** Sums that a text sets as one measure, in fen. Sums of goods are none. A sum that is written twice is there twice. */
export function sumsOf(measure: Measure, text: string): readonly bigint[] {
  const parts = text.normalize('NFKC').split(PARTS);
  return parts.flatMap((part, at) =>
    measuredIn(part, parts[at - 1] ?? '').flatMap(([of, fen]) => (of === measure ? [fen] : [])),
  );
}

/** A number right behind the measure that says no unit. */
const BARE =
  /(?:罚款|罚金|没收(?:违法所得|非法财物)?)(?:金额)?[为:]?\s?(\d[\d,]{0,14}(?:\.\d{1,6})?)(?![\d.,]|\s?[^\s,.;。；）)])/gu;

/** Numbers without a unit that a text sets as one measure, in fen, as if they were yuan. */
const bareSumsOf = (measure: Measure, text: string): readonly bigint[] =>
  [...text.normalize('NFKC').matchAll(BARE)]
    .filter(([whole]) => lastOf(whole) === measure)
    .map(([, number = '']) => BigInt(Math.round(Number(number.replaceAll(',', '')) * 100)));

const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const yuan = (fen: bigint): string => String(Number(fen) / 100);

/** The greatest sum that a text sets as one measure, in yuan; 0 where it sets none. */
export const greatestOf = (measure: Measure, text: string): number =>
  sumsOf(measure, text).reduce((most, fen) => Math.max(most, Number(fen) / 100), 0);

/** The column and a text hold the same number, and the text says no unit: of a million and more it is yuan, of less nobody knows. */
function tellBare(row: Row, column: string, fen: bigint, source: string): void {
  const [amount, text] = [titleOf(column), titleOf(source)];
  const message = {
    en: `${amount.en} comes to ${yuan(fen)} yuan, and ${text.en} writes the same number without its unit: write the amount in 万元 (2000 yuan are 0.2), and the unit in the text.`,
    zh: `${amount.zh}合${yuan(fen)}元，而${text.zh}写有同一数字但没有单位：请以万元为单位填写（2000元填0.2），并在文字中写明单位。`,
  };
  if (fen >= VERY_LARGE_FEN) row.fault('AMOUNT_UNIT_WRONG', message, column);
  else row.warn('AMOUNT_DIFFERS', message, column);
}

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
  const told = TEXTS.map((text) => [text, sumsOf(measure, cell(row, text) ?? '')] as const);
  const [source, stated] = told.find(([, sums]) => sums.length > 0) ?? [];
  if (source === undefined || stated === undefined) {
    const bare = TEXTS.find((text) =>
      bareSumsOf(measure, cell(row, text) ?? '').some((sum) => fen > 0n && sum * WAN === fen),
    );
    if (bare !== undefined && !column.endsWith('_YUAN')) tellBare(row, column, fen, bare);
    else if (fen >= VERY_LARGE_FEN && fen % (WAN * 100n) === 0n)
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
