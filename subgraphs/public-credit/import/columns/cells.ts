/**
 * Reads cells of exchange files. Each function returns the value of a cell, null where it says nothing, and tells the row what is wrong with it: the reading
 * goes on, so that everything that is wrong with a row is told at once.
 */
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { halfWidth } from '../../../../schema/law/records/identifiers.ts';
import type { Localized } from '../../../../schema/localized.ts';
import { named } from './titles.ts';
import type { WarningCode } from './warnings.ts';

/** Cells of a row by column code, whatever name the file has for the column. */
export interface Row {
  readonly cells: Readonly<Record<string, string>>;
  /** Cells of columns that the layout does not have. */
  readonly unknown: readonly string[];
  /** Day of the import, where it is known. */
  readonly today?: string | undefined;
  /** Tells the provider of something that was read although it is not written as the form asks. */
  readonly warn: (code: WarningCode, message: Localized, column?: string) => void;
  /** Tells what is wrong. The row comes back. */
  readonly fault: (code: string, message: Localized, column?: string) => void;
}

/** Text of a cell; null where it is empty. */
export const cell = ({ cells }: Row, column: string): string | null => {
  const text = cells[column]?.normalize('NFC').trim() ?? '';
  return text === '' ? null : text;
};

/** Text of a cell with a number, date or code, in half-width characters. */
export function plain(row: Row, column: string): string | null {
  const text = cell(row, column);
  if (text === null) return null;
  const half = halfWidth(text).trim();
  if (half !== text)
    row.warn(
      'FULL_WIDTH',
      named(column, (name) => ({
        en: `${name.en} is written with full-width characters.`,
        zh: `${name.zh}用了全角字符。`,
      })),
      column,
    );
  return half === '' ? null : half;
}

/** An identification number, in capitals. */
export function numberCell(row: Row, column: string): string | null {
  const text = plain(row, column);
  const upper = text?.toUpperCase() ?? null;
  if (upper !== text)
    row.warn(
      'LOWER_CASE',
      named(column, (name) => ({ en: `${name.en} is written with small letters.`, zh: `${name.zh}用了小写字母。` })),
      column,
    );
  return upper;
}

/** Tells that a cell that must say something is empty. */
export const tellEmpty = (row: Row, column: string): void =>
  row.fault(
    'CELL_EMPTY',
    named(column, (name) => ({ en: `${name.en} is empty.`, zh: `${name.zh}为空。` })),
    column,
  );

/** Text of a cell that must not be empty. */
export function needed(row: Row, column: string): string {
  const text = cell(row, column);
  if (text === null) tellEmpty(row, column);
  return text ?? '';
}

const NOTHING = /^(?:无|空|暂无|不详|未知|n\/?a|null|none|nil|[-—–/\\*.、]+)$/iu;

/** Text of a cell where a sign for “nothing” is as good as an empty one. */
export function said(row: Row, column: string): string | null {
  const text = plain(row, column);
  if (text === null || !NOTHING.test(text)) return text;
  row.warn(
    'NOTHING_SAID',
    named(column, (name) => ({ en: `${name.en} holds a sign for “nothing”.`, zh: `${name.zh}填的是表示“无”的符号。` })),
    column,
  );
  return null;
}

const DAY_MS = 86_400_000;
/** China has one time, eight hours ahead, the whole year. */
const CHINA_MS = 8 * 3_600_000;

const isoOf = (parts: RegExpExecArray | null): string =>
  parts === null ? '' : `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const TIME =
  /^(.+?)(?:[ T]\s*|(?<=日)\s*)(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?[分秒]?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** The date in China at a time that is told with its zone. */
function dayThere(date: string, hour: number, minute: number, zone: string): string {
  const offset =
    zone.toUpperCase() === 'Z'
      ? 0
      : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const at = Date.parse(date) + hour * 3_600_000 + (minute - offset) * 60_000 + CHINA_MS;
  return new Date(Math.floor(at / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}

/** No date is longer, with its time and zone. */
const DATE_LENGTH_MAX = 60;

interface ReadDate {
  readonly date: string;
  readonly hasTime: boolean;
}

/** A date as it is met in files; an empty one where the text is none. */
function readDate(text: string): ReadDate {
  if (text.length > DATE_LENGTH_MAX) return { date: '', hasTime: false };
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{6})?$/.exec(text);
  if (compact !== null) return { date: isoOf(compact), hasTime: ![undefined, '000000'].includes(compact[4]) };
  const timed = TIME.exec(text);
  if (timed === null) return { date: isoOf(DAY.exec(text)), hasTime: false };
  const [, day = '', hours = '', minutes = '', seconds = '0', zone] = timed;
  const date = isoOf(DAY.exec(day.trim()) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day.trim()));
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (!isDate(date) || hour > 24 || minute > 59 || second > 60) return { date: '', hasTime: true };
  const there = zone === undefined ? date : dayThere(date, hour, minute, zone);
  return { date: there, hasTime: hour + minute + second > 0 || zone !== undefined };
}

/** Dates as 2026/1/5, 20260105, 2026-01-05 or 2026年1月5日, with or without a time behind; null where nothing is said or it is none. */
export function dateCell(row: Row, column: string): string | null {
  const text = said(row, column);
  if (text === null) return null;
  const { date, hasTime } = readDate(text);
  if (!isDate(date)) {
    row.fault(
      'DATE',
      named(column, (name) => ({
        en: `${name.en} is no date: write 2026/01/05${/^\d{5}$/.test(text) ? ', and format the cell as a date' : ''}.`,
        zh: `${name.zh}不是日期：请写作2026/01/05${/^\d{5}$/.test(text) ? '，并将单元格设为日期格式' : ''}。`,
      })),
      column,
    );
    return null;
  }
  if (hasTime)
    row.warn(
      'TIME_LEFT_OUT',
      named(column, (name) => ({ en: `${name.en} holds a time behind the date.`, zh: `${name.zh}在日期后写有时刻。` })),
      column,
    );
  return date;
}

/** A date that must be told. */
export function neededDate(row: Row, column: string): string {
  const text = said(row, column);
  if (text === null) {
    tellEmpty(row, column);
    return '';
  }
  return dateCell({ ...row, cells: { ...row.cells, [column]: text } }, column) ?? '';
}

const ENDLESS = /^(?:长期|长期有效|永久|永久有效|永久性|无期限|无限期|无固定期限|不限|不限期)$/u;
/** Dates that stand for “no end”: the exchange form writes 2099/12/31, databases write the others. */
const NO_END: ReadonlySet<string> = new Set(['2099-12-31', '2999-12-31', '9999-12-31']);

/** The end of a period; null where there is none. */
export function endCell(row: Row, column: string): string | null {
  const text = cell(row, column);
  if (text !== null && ENDLESS.test(halfWidth(text).replace(/\s/gu, ''))) return null;
  const date = dateCell(row, column);
  return date === null || NO_END.has(date) ? null : date;
}

/** The code of an authority. Placeholders such as 000000 are left out. */
export function authorityCell(row: Row, column: string): string | null {
  const text = numberCell(row, column);
  if (text === null || !(NOTHING.test(text) || /^(.)\1*.?$/u.test(text))) return text;
  row.warn(
    'PLACEHOLDER_CODE',
    named(column, (name) => ({ en: `${name.en} holds a placeholder.`, zh: `${name.zh}填的是占位符。` })),
    column,
  );
  return null;
}
