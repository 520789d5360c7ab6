/** Amounts of the exchange form, in ten thousand yuan (万元), as yuan: exact to the fen, never through a floating number. */
import { type Row, said } from './cells.ts';
import { named, titleOf } from './titles.ts';

const WAN_FEN = 1_000_000n;
const YUAN_FEN = 100n;

/** 12345.67 for 1234567 fen. */
export const yuanOf = (fen: bigint): string => `${fen / YUAN_FEN}.${String(fen % YUAN_FEN).padStart(2, '0')}`;

/** A spreadsheet that computes in binary leaves 0.30000000000000004 of 0.3, which is what its cell shows. */
function asShown(text: string): string {
  const [, whole = '', decimals = ''] = /^(\d{1,12})\.(\d{12,})$/.exec(text) ?? [];
  if (decimals === '') return text;
  const rounded = Number(text).toFixed(6);
  return /^\d{6}(?:0{5}|9{5})/.test(decimals) && Number(rounded) >= Number(whole) ? rounded : text;
}

const UNIT = /^(?:人民币)?(.+?)(亿元|万元|万|元|圆)整?$/u;
const FEN_OF_UNIT: Readonly<Record<string, bigint>> = {
  亿元: WAN_FEN * 10_000n,
  万元: WAN_FEN,
  万: WAN_FEN,
  元: YUAN_FEN,
  圆: YUAN_FEN,
};

/** Fen of a number with decimals; undefined where it does not come out in whole fen. */
function fenOf(number: string, unit: bigint): bigint | undefined {
  const parts = /^(\d{1,12})(?:\.(\d{1,8}))?$/.exec(number);
  if (parts === null) return undefined;
  const decimals = parts[2] ?? '';
  const scaled = BigInt(`${parts[1]}${decimals}`) * unit;
  const divisor = 10n ** BigInt(decimals.length);
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}

type Unit = '万元' | '元';
const DECIMALS: Readonly<Record<Unit, { readonly en: string; readonly zh: string }>> = {
  万元: { en: 'six', zh: '六' },
  元: { en: 'two', zh: '两' },
};

/** An amount of a column in a unit, in yuan; null where nothing is said, or where it is no amount. */
function yuanCell(row: Row, column: string, unit: Unit): string | null {
  const written = said(row, column);
  if (written === null) return null;
  const spoken = UNIT.exec(written.replace(/\s/gu, ''));
  const number = spoken?.[1] ?? written;
  // Separators count only before groups of three digits; a comma elsewhere is a fault.
  const text = asShown(/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number);
  const fen = fenOf(text, FEN_OF_UNIT[spoken?.[2] ?? unit] ?? WAN_FEN);
  if (fen === undefined) {
    row.fault(
      'AMOUNT',
      named(column, (name) => ({
        en: `${name.en} is no amount in ${unit} with at most ${DECIMALS[unit].en} decimals.`,
        zh: `${name.zh}不是以${unit}为单位、至多${DECIMALS[unit].zh}位小数的金额。`,
      })),
      column,
    );
    return null;
  }
  if (number.includes(','))
    row.warn(
      'AMOUNT_SEPARATORS',
      named(column, (name) => ({
        en: `${name.en} is written with thousands separators.`,
        zh: `${name.zh}写有千位分隔符。`,
      })),
      column,
    );
  if (spoken !== null)
    row.warn(
      'AMOUNT_UNIT',
      named(column, (name) => ({
        en: `${name.en} says its unit, ${spoken[2]}, and is read as ${yuanOf(fen)} yuan: write a number in ${unit}.`,
        zh: `${name.zh}写有单位“${spoken[2]}”，按${yuanOf(fen)}元读取：请只写以${unit}为单位的数字。`,
      })),
      column,
    );
  return yuanOf(fen);
}

export interface Amount {
  readonly yuan: string | null;
  /** The column that it was read from. */
  readonly column: string;
}

/** An amount of the form in 万元, or of a column in yuan that stands in its place. */
export function amountOf(row: Row, column: string): Amount {
  const other = `${column}_YUAN`;
  const inWan: Amount = { yuan: yuanCell(row, column, '万元'), column };
  if (row.cells[other] === undefined) return inWan;
  const inYuan: Amount = { yuan: yuanCell(row, other, '元'), column: other };
  if (inWan.yuan !== null && inYuan.yuan !== null && inWan.yuan !== inYuan.yuan)
    row.fault(
      'AMOUNT_DIFFERS',
      named(column, (name) => ({
        en: `${name.en} comes to ${inWan.yuan} yuan, and ${titleOf(other).en} to ${inYuan.yuan}: leave the right one.`,
        zh: `${name.zh}合${inWan.yuan}元，而${titleOf(other).zh}为${inYuan.yuan}元：请只保留正确的一项。`,
      })),
      other,
    );
  return inWan.yuan === null ? inYuan : inWan;
}

const DIGITS = '〇一二三四五六七八九';
const LARGE = '零壹贰叁肆伍陆柒捌玖';
const OTHERS: Readonly<Record<string, number>> = { 两: 2, 俩: 2, 貮: 2, 弍: 2, 參: 3, 叄: 3, 陸: 6, 零: 0 };
const digitOf = (character: string): number =>
  OTHERS[character] ?? Math.max(DIGITS.indexOf(character), LARGE.indexOf(character));
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000 };

/** A number in Chinese numerals, as 贰仟 or 一万五千; undefined where it is none. */
export function numeralOf(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const ten = TENS[character];
    const myriad = MYRIADS[character];
    if (ten !== undefined) {
      section += (digit === 0 && section % (ten * 10) === 0 ? 1 : digit) * ten;
      digit = 0;
    } else if (myriad !== undefined) {
      total = (total + section + digit) * myriad;
      section = 0;
      digit = 0;
    } else if (digitOf(character) >= 0) digit = digitOf(character);
    else return undefined;
  }
  return total + section + digit;
}

/** A number in digits or numerals, with the sign of money before it and the unit behind it. It matches wherever a number begins, so that no sign is read twice. */
const SUM =
  /(¥|￥|人民币)?\s{0,9}([\d〇零一二三四五六七八九十百千两壹贰貮弍叁參叄肆伍陆陸柒捌玖拾佰仟][\d,，.〇零一二三四五六七八九十百千两壹贰貮弍叁參叄肆伍陆陸柒捌玖拾佰仟万萬亿]*)(?:\s{0,9}([万萬亿千仟百佰]))?(?:\s{0,9}(元|圆|块))?/gu;
const FEN_OF_SCALE: Readonly<Record<string, bigint>> = {
  万: WAN_FEN,
  萬: WAN_FEN,
  亿: WAN_FEN * 10_000n,
  千: 100_000n,
  仟: 100_000n,
  百: 10_000n,
  佰: 10_000n,
};
/** 2万5千: each number has its scale, and each scale is smaller than the one before. */
const STEP = /(\d[\d,，]*(?:\.\d+)?)([万萬亿千仟百佰])?/gu;
/** No sum is longer, however it is written. */
const SUM_LENGTH_MAX = 40;

function fenIn(written: string): bigint | undefined {
  if (written.length > SUM_LENGTH_MAX) return undefined;
  if (!/\d/.test(written)) {
    const number = numeralOf(written);
    return number !== undefined && Number.isSafeInteger(number) ? BigInt(number) * YUAN_FEN : undefined;
  }
  const steps = [...written.matchAll(STEP)];
  if (steps.map(([whole]) => whole).join('') !== written.replace(/[.,，]+$/, '')) return undefined;
  let fen = 0n;
  let last: bigint | undefined;
  for (const [, number = '', scale = ''] of steps) {
    const unit = FEN_OF_SCALE[scale] ?? YUAN_FEN;
    const own = fenOf(number.replace(/[,，]/g, ''), unit);
    if (own === undefined || (last !== undefined && unit >= last)) return undefined;
    fen += own;
    last = unit;
  }
  return fen;
}

/** A sum of money in a text, with what stands between it and the sum before, and behind it. */
export interface Sum {
  readonly fen: bigint;
  readonly before: string;
  readonly behind: string;
}

/** Characters behind a sum that may tell what it is. */
const BEHIND = 20;

/** Sums of money that a text names, in its order. A number is one by its unit, by 万 or 亿, or by the sign of money before it. */
export function sumsIn(text: string): readonly Sum[] {
  const sums: Sum[] = [];
  let from = 0;
  for (const { 0: whole, 1: money, 2: number = '', 3: scale = '', 4: unit, index } of text.matchAll(SUM)) {
    const written = number + scale;
    const isSum =
      unit !== undefined ||
      (money !== undefined && /^\d/.test(number)) ||
      /^[\d一二三四五六七八九两壹贰叁肆伍陆柒捌玖].*[万萬亿]$/u.test(written);
    const fen = isSum ? fenIn(written) : undefined;
    if (fen === undefined || fen === 0n) continue;
    const end = index + whole.length;
    sums.push({ fen, before: text.slice(from, index) + (money ?? ''), behind: text.slice(end, end + BEHIND) });
    from = end;
  }
  return sums;
}
