/**
 * Desensitization of personal information (Article 23, last paragraph): one mask for each kind, by the table in the contract. Masking is
 * idempotent: a masked value stays as it is. Any other value is changed.
 */

import type { IdentifierType, PersonalKind } from '../facts.ts';
import { citizenCheckDigit, usccCheckCharacter } from '../records/identifiers.ts';
import { maskAddress } from './address.ts';
import { isMaskedName, maskName } from './name.ts';

const STAR = '*';

/** Characters that cannot be seen stand for nothing, and width does not distinguish numbers. */
const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** A mobile number, with or without the country before it, whatever stands between its digits. */
function maskPhone(value: string): string {
  const digits = plain(value).replace(/[\s\p{Pd}+.()·•]/gu, '');
  const start = /^(?:(?:00)?86)?(1[\d*]{10})$/u.exec(digits)?.[1]?.slice(0, 3) ?? '';
  return (/^\d{3}$/.test(start) ? start : '') + STAR.repeat(8);
}

const MASKS: Readonly<Record<PersonalKind, (value: string) => string | null>> = {
  NAME: maskName,
  BIRTH_DATE: () => null,
  // Keeps the province (two digits) and hides birth date, sequence and sex. An old number of 15 digits gets 18 characters too.
  CITIZEN_ID: (value) => `${/^\d{2}/.exec(plain(value))?.[0] ?? STAR.repeat(2)}${STAR.repeat(16)}`,
  DOCUMENT_NUMBER: (value) => {
    const [first = '', ...rest] = plain(value);
    return `${rest.length > 0 && first !== STAR ? first : ''}${STAR.repeat(8)}`;
  },
  ADDRESS: maskAddress,
  PHONE: maskPhone,
};

/** Whether a value is masked already, so that it is left as it is. A masked address with a county is masked again, with the same result. */
const IS_MASKED: Readonly<Record<PersonalKind, (value: string) => boolean>> = {
  NAME: isMaskedName,
  BIRTH_DATE: (value) => value === '',
  CITIZEN_ID: (value) => /^(?:\d{2}|\*{2})\*{16}$/u.test(value),
  DOCUMENT_NUMBER: (value) => /^[^*]?\*{8}$/u.test(value),
  ADDRESS: (value) => value === '****',
  PHONE: (value) => /^(?:1\d{2})?\*{8}$/u.test(value),
};

/** Masks a value for anyone but the subject. Null where the value is empty or nothing of it may be shown. */
export function desensitize(kind: PersonalKind, value: string | null | undefined): string | null {
  if (value === null || value === undefined || value.trim() === '') return null;
  return IS_MASKED[kind](value) ? value : MASKS[kind](value);
}

type Replacer = readonly [pattern: RegExp, kind: PersonalKind | 'LANDLINE'];

/** Patterns of numbers in free text, most specific first. None nests repetitions, so that matching takes linear time. */
const IN_TEXT: readonly Replacer[] = [
  [/(?<![0-9０-９])[1-9１-９][0-9０-９]{16}[0-9０-９XxＸｘ](?![0-9０-９])/gu, 'CITIZEN_ID'],
  [/(?<![0-9０-９])[1-9１-９][0-9０-９]{14}(?![0-9０-９])/gu, 'CITIZEN_ID'],
  [/(?<![0-9０-９])[1１][3-9３-９][0-9０-９]{9}(?![0-9０-９])/gu, 'PHONE'],
  [/(?<![0-9])[1-9]\d{5}[ -]\d{8}[ -]\d{3}[0-9Xx](?![0-9])/gu, 'CITIZEN_ID'],
  // After +86 or 0086 a mobile number is found although digits stand directly before it.
  [/(?<=(?:\+|(?<![0-9])00)86)1[3-9]\d{9}(?![0-9])/gu, 'PHONE'],
  [/(?<![0-9])1[3-9]\d(?:[ -]?\d{4}[ -]?\d{4}|\.\d{4}\.\d{4})(?![0-9])/gu, 'PHONE'],
  [/(?:[（(]0\d{2,3}[）)]|(?<![0-9])0\d{2,3})[-－ ]?\d{3,4}[- ]?\d{4}(?![0-9])/gu, 'LANDLINE'],
  [/(?<![0-9A-Za-z〔[(（])(?:[EGDSP]\d{8}|[EGDSP][A-Z]\d{7}|[HM]\d{8,10})(?![0-9A-Za-z])/gu, 'DOCUMENT_NUMBER'],
];

const STREET =
  /((?:\p{Script=Han}{2,8}(?:省|自治区))?(?:\p{Script=Han}{2,8}市)?\p{Script=Han}{1,8}(?:区|县|旗|市))(\p{Script=Han}{1,12}(?:路|街|巷|大道|胡同|村|屯|小区|花园)[0-9０-９一二三四五六七八九十百零甲乙丙号栋幢楼单元室层门座\-－]{1,24})/gu;

const BIRTH =
  /((?:出生日期|出生于|生于|出生)\s*[:：]?\s*)([0-9０-９]{4}\s*[年./-]\s*[0-9０-９]{1,2}\s*[月./-]\s*[0-9０-９]{1,2}\s*日?)/gu;
const BIRTH_BEFORE = /([0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日)(\s*(?:出生|生))/gu;

/** A name followed by a document number, telephone or address in brackets: 接到王建国（手机…）反映. */
const INTRODUCED =
  /([\p{Script=Han}·]{2,8})(?=\s*[（(]\s*(?:公民身份号码|身份证|居民身份证|证件号|护照|手机|电话|联系电话|联系方式|住址|住))/gu;

/** Words that come directly before a name. What follows them is masked as the name. */
const LEAD =
  /^(.*(?:当事人|举报人|投诉人|被举报人|证人|收件人|负责人|法定代表人|代表人|经营者|员工|受害人|联系人|代理人|申请人|业主|司机|接到|对|向|由|与|和|及|经|系|是|为))(.{2,})$/u;

/** Masks the name. Where no such word marks its beginning, up to four characters before the bracket are masked. */
function maskIntroduced(found: string): string {
  const [, lead, name] = LEAD.exec(found) ?? [];
  if (lead !== undefined && name !== undefined) return lead + maskName(name);
  const points = [...found];
  return points.length <= 4 ? maskName(found) : `${points.slice(0, -4).join('')}${STAR.repeat(4)}`;
}

/** A credit code may consist of digits only. 18 digits that are valid as a code and not as a citizen number are left unmasked. */
const isCreditCode = (text: string): boolean =>
  /^\d{18}$/.test(text) &&
  usccCheckCharacter(text.slice(0, 17)) === text.charAt(17) &&
  citizenCheckDigit(text.slice(0, 17)) !== text.charAt(17);

/** The kind of personal information that a number of each type is; null where it names no person. */
export const NUMBER_KINDS = {
  USCC: null,
  CITIZEN_ID: 'CITIZEN_ID',
  OTHER_DOCUMENT: 'DOCUMENT_NUMBER',
} as const satisfies Readonly<Record<IdentifierType, PersonalKind | null>>;

/** An identification number as other callers may read it. */
export const desensitizeNumber = (type: IdentifierType, value: string): string => {
  const kind = NUMBER_KINDS[type];
  return kind === null ? value : (desensitize(kind, value) ?? '');
};

/** Masks free text for anyone but the subject: identification numbers, telephones, addresses, birth dates, and the given names. */
export function desensitizeText(text: string, names: readonly string[] = []): string {
  let masked = text.replace(INTRODUCED, (found) =>
    /(?:公司|厂|店|馆|局|院|社|部|中心|合作社)$/u.test(found) ? found : maskIntroduced(found),
  );
  for (const [pattern, kind] of IN_TEXT)
    masked = masked.replace(pattern, (found) => {
      if (kind === 'LANDLINE') return STAR.repeat(8);
      if (kind === 'CITIZEN_ID' && isCreditCode(found)) return found;
      return desensitize(kind, found.replace(/[ .-]/gu, '')) ?? '';
    });
  masked = masked
    .replace(STREET, (_found, county: string) => `${county}****`)
    .replace(BIRTH, (_found, word: string) => `${word}****`)
    .replace(BIRTH_BEFORE, (_found, _date: string, word: string) => `****${word}`);
  for (const name of names) if ([...name].length > 1) masked = masked.replaceAll(name, maskName(name));
  return masked;
}
