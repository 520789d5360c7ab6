/** What a spreadsheet shows of a number (ECMA-376, 18.8.31), as far as it says more than the number does. */

export type NumberFormat =
  | { readonly kind: 'general' | 'date' | 'percent' }
  /** Zeros and literal text: `digits` are the places of digits before the point, `#` or `0`, with the text between them. */
  | { readonly kind: 'pattern'; readonly before: string; readonly digits: readonly string[]; readonly behind: string };

export const GENERAL: NumberFormat = { kind: 'general' };

/** Built-in formats that show dates (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

export function builtIn(id: number): NumberFormat {
  if (isBuiltInDate(id)) return { kind: 'date' };
  return id === 9 || id === 10 ? { kind: 'percent' } : GENERAL;
}

/** Parts of a format: literal text, blanks and fillings, brackets, or one sign. */
const PARTS = /"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|([\s\S])/gu;
/** Signs that are shown as they are without quotes. */
const SHOWN = /^[-+/():!^&'~{}<>= \p{Script=Han}]$/u;
const CURRENCY = /^[¥￥$€£]|元$|CNY|RMB/u;

/** The section for numbers that are not negative. */
function firstSection(code: string): string {
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, (part) => ' '.repeat(part.length));
  const end = plain.indexOf(';');
  return end === -1 ? code : code.slice(0, end);
}

/** What the code of a format shows. */
export function formatOf(code: string): NumberFormat {
  const section = firstSection(code);
  const signs = section.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./gu, '');
  if (/[yd]|a{3,4}|(?:^|[^e])e(?![+-])/iu.test(signs) && !/general/iu.test(signs)) return { kind: 'date' };
  if (signs.includes('%')) return { kind: 'percent' };
  let before = '';
  let behind = '';
  const digits: string[] = [];
  let point = false;
  let separated = false;
  for (const [, quoted, escaped, bracketed, sign] of section.matchAll(PARTS)) {
    const text = quoted ?? escaped ?? (sign !== undefined && SHOWN.test(sign) ? sign : undefined);
    if (text !== undefined) {
      if (digits.length === 0) before += text;
      else behind += text;
    } else if (sign === '0' || sign === '#' || sign === '?') {
      if (point) continue;
      // Text between two digits stands there, as in 00-00.
      if (behind !== '') digits.push(behind);
      behind = '';
      digits.push(sign);
    } else if (sign === '.') point = true;
    else if (sign === ',') separated = true;
    else if (bracketed !== undefined || sign === undefined) {
      if (/^[<>=]/.test(bracketed ?? '')) return GENERAL;
    } else return GENERAL;
  }
  const zeros = digits.filter((digit) => digit === '0').length;
  const texts = digits.some((digit) => digit.length > 1 || !/[0#?]/.test(digit));
  // Separators and signs of money say nothing that the number does not say.
  if (digits.length === 0 || separated || CURRENCY.test(before.trim()) || CURRENCY.test(behind.trim())) {
    if (!(zeros > 1 && !separated))
      return behind.trim().endsWith('元') ? { kind: 'pattern', before: '', digits: ['0'], behind } : GENERAL;
  }
  return zeros <= 1 && !texts && before === '' && behind === '' ? GENERAL : { kind: 'pattern', before, digits, behind };
}

/** A number without a power of ten. */
export function plainNumber(number: number): string {
  // Fifteen digits are what a workbook keeps; behind them stands what binary fractions add.
  const text = String(Number(number.toPrecision(15)));
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = parts;
  const digits = first + rest;
  const places = Number(power);
  if (places < 0) return `${sign}0.${'0'.repeat(-places - 1)}${digits}`;
  return sign + digits.padEnd(places + 1, '0');
}

/** The number as it is shown: padded and with its text, but never rounded, because a cell is meant as it was written. */
export function shown(number: number, format: NumberFormat): string {
  const plain = plainNumber(number);
  if (format.kind === 'percent') return `${plainNumber(number * 100)}%`;
  if (format.kind !== 'pattern' || number < 0) return plain;
  const [whole = '', fraction] = plain.split('.');
  const places = format.digits.filter((digit) => /^[0#?]$/.test(digit)).length;
  const padded = whole.padStart(places, ' ');
  // Digits for which there is no place stand before the first one.
  let text = padded.slice(0, padded.length - places);
  let at = padded.length - places;
  for (const digit of format.digits) {
    if (!/^[0#?]$/.test(digit)) text += digit;
    else {
      const sign = padded[at] ?? ' ';
      at += 1;
      if (sign !== ' ') text += sign;
      else if (digit === '0' || /\d/.test(text)) text += '0';
    }
  }
  return `${format.before}${text}${fraction === undefined ? '' : `.${fraction}`}${format.behind}`;
}
