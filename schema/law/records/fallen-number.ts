/**
 * When two spellings of a document number name one decision, for what fell (Articles 37 to 40). It folds further than `documentKey`, by which records are
 * told apart: who delivers again what fell, in good faith or bad, spells it otherwise. Two different numbers must not become one.
 */
import { SIMPLIFIED } from '../redact/words/traditional.ts';
import { documentKey } from './document-number.ts';

const DIGITS: ReadonlyMap<string, number> = new Map(
  ['〇零○◯', '一壹弌', '二贰貳弍', '三叁參叄弎', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (written, value) => [...written].map((sign) => [sign, value] as const),
  ),
);
const PLACES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const CHINESE_NUMBER = new RegExp(`[${[...DIGITS.keys(), ...PLACES.keys()].join('')}]+`, 'gu');

/** Characters of documents that stand in no list of names. */
const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  ['於于', '發发', '許许', '監监', '衛卫', '環环', '稅税', '質质', '審审', '農农', '險险', '勞劳', '書书'].map(
    (pair) => [pair.charAt(0), pair.charAt(1)],
  ),
);

/** Letters of other alphabets that look like Latin ones (Unicode Technical Standard 39). */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  [
    'АA',
    'ВB',
    'СC',
    'ЕE',
    'НH',
    'ІI',
    'ЈJ',
    'КK',
    'МM',
    'ОO',
    'РP',
    'ЅS',
    'ТT',
    'ХX',
    'УY',
    'ΑA',
    'ΒB',
    'ΕE',
    'ΖZ',
    'ΗH',
    'ΙI',
    'ΚK',
    'ΜM',
    'ΝN',
    'ΟO',
    'ΡP',
    'ΤT',
    'ΥY',
    'ΧX',
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** 一百二十 is 120, 二〇二六 is 2026. */
function numeralOf(written: string): string {
  const signs = [...written];
  if (!signs.some((sign) => PLACES.has(sign))) return signs.map((sign) => DIGITS.get(sign) ?? 0).join('');
  let sum = 0;
  let digit: number | undefined;
  for (const sign of signs) {
    const place = PLACES.get(sign);
    if (place === undefined) digit = DIGITS.get(sign) ?? 0;
    else {
      sum += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  return String(sum + (digit ?? 0));
}

/** A digit of any script. Each script has its ten in a row, from zero on. */
function asciiDigit(sign: string): string {
  const at = sign.codePointAt(0) ?? 0;
  let zero = at;
  while (at - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(at - zero);
}

/** What a decision is called before or behind its number, where it says more than that: 行政处罚决定书. */
const TITLE = /^.*(?:决定书|通知书|判决书|裁定书|告知书|许可证|文书)(?:文?号)?(?=.*\p{L}.*\d)/u;
const TITLE_BEHIND = /(?<=\d号?)[^\d号]*(?:决定书|通知书|判决书|裁定书|告知书)$/u;

const folded = (written: string): string =>
  [...documentKey(written.normalize('NFKC')).normalize('NFKC').toUpperCase()]
    .map((sign) => SIMPLIFIED.get(sign) ?? TRADITIONAL.get(sign) ?? LOOK_ALIKE.get(sign) ?? sign)
    .join('')
    .replace(/\p{M}/gu, '')
    .replace(/[^0-9\P{Nd}]/gu, asciiDigit)
    .replace(CHINESE_NUMBER, numeralOf)
    // O and I where digits are meant.
    .replace(/(?<=\d)O(?![A-Z])|(?<![A-Z])O(?=\d)/gu, '0')
    .replace(/(?<=\d)[IL|](?![A-Z])|(?<![\p{L}\d])[IL](?=号)/gu, '1');

/** The parts of a number, in their order: runs of letters, and runs of digits without leading zeros. */
function partsOf(written: string): readonly string[] {
  const text = folded(written);
  const bare = text.replace(TITLE, '').replace(TITLE_BEHIND, '');
  const parts: string[] = [];
  for (const [run] of bare.matchAll(/\d+|[\p{L}]+|[^\d\p{L}]+/gu)) {
    const kept = /^\d/u.test(run) ? run.replace(/^0+(?=\d)/u, '') : run.replace(/[第号年]|[^\p{L}]|字$/gu, '');
    if (kept === '') continue;
    // Dots, dashes and brackets tear no word apart; between two numbers they part them.
    const last = parts.at(-1);
    if (last !== undefined && !/^\d/u.test(last) && !/^\d/u.test(kept)) parts[parts.length - 1] = last + kept;
    else parts.push(kept);
  }
  return parts;
}

/** What a decision is, and not whose: 罚, 行政处罚, 许可. */
const KIND_ALONE = /^(?:行政)?(?:处罚|罚|许可|许|强制|处|决)$/u;

export interface FallenNumber {
  readonly key: string;
  /** Whether it says by itself who decided: by the letters that stand for an authority. */
  readonly namesAuthority: boolean;
}

export function fallenNumber(written: string): FallenNumber {
  const parts = partsOf(written);
  // What has neither letters nor digits is known by its signs.
  if (parts.length === 0) return { key: written.normalize('NFKC').trim(), namesAuthority: false };
  return {
    key: parts.join(' '),
    namesAuthority: parts.some((part) => /\p{L}/u.test(part) && !/[书证]$/u.test(part) && !KIND_ALONE.test(part)),
  };
}

/** Any other text, as it is compared: without case, width, blanks and signs. */
export const fallenText = (written: string): string => folded(written).replace(/[^\p{L}\d]/gu, '');
