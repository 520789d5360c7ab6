/** Numbers of documents of natural persons: what stands after the name of a document, and shapes that need no word. */

import type { Folded } from '../fold.ts';
import type { Masks } from '../masks.ts';
import { matchesOf, ruleOf } from '../reading/matches.ts';
import { labelBefore } from './labels.ts';
import { numberEnd } from './values.ts';

/** Of officers, police and soldiers: 北字第00017263号. */
const MILITARY = ruleOf(/(?<![\p{Script=Han}〕\]）)])([\p{Script=Han}]{1,4}?字第?[A-Za-z]?\d[\d-]{3,11})号?/gu, /字/);
const MILITARY_WORD =
  /(?:军官证?|警官证?|士兵证?|文职|军人证?|士官证?|学员证|警察证?|军警|武警|退役|残疾军人|离休|退休)[^，。；]{0,8}$/u;
const MILITARY_AFTER = ruleOf(
  /(?:军官证|警官证|士兵证|文职[^，。；]{0,6}证|义务兵证|军人证|士官证|学员证|警察证|退役军人证|退伍证|离休证|退休证)[^0-9，。；]{0,8}?([\p{Script=Han}]{1,4}字第?[A-Za-z]?\d[\d -]{2,13})号?/gu,
  /字/,
);

/**
 * Shapes of their own: Chinese passports, permits for Hong Kong and Macao residents, identity cards of Hong Kong (with its check digit) and Taiwan,
 * permanent residence cards of before 2023.
 */
const SHAPES = ruleOf(
  /(?<![0-9A-Za-z〔[*/-])(?:[EGDSPKeg]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{8}(?:\d{2})?|[A-Z]{1,2}\d{6} ?\([0-9A]\)|\d{7}\(\d\)|[A-Za-z][1289]\d{8}|[A-Z]{3}[1-8]\d{11})(?![0-9A-Za-z*])/gu,
  /[0-9]{6}/,
);

/** Where a number may begin behind its word, and the number that follows another after 、. */
const START = /[0-9A-Za-z*]/;

function withWords({ text, digits }: Folded, masks: Masks, at: number): number {
  let start = at;
  // Letters and № before the digits belong to it, unless they belong to the word.
  while (start > 0 && /[A-Za-z0-9*]/.test(text.charAt(start - 1))) start -= 1;
  const end = numberEnd(text, digits, start);
  if (end > start) masks.add('DOCUMENT_NUMBER', start, end);
  return end;
}

/** 签证号CN2026…: letters that are those of a permit elsewhere. */
const isOfTraveller = (text: string, start: number): boolean =>
  /[A-Z]/.test(text.charAt(start)) &&
  /(?:签证|护照|通行证|居留证|居留许可|身份证)(?:号码?|编号)?[ :：为(]{0,3}$/u.test(
    text.slice(Math.max(0, start - 12), start),
  );

/** Certificates that firms name in lists too: of a person only where somebody is spoken of. */
const QUALIFICATION = /资格证|执业证|准考证|毕业|学位|学历|等级证|职称|考级|注册证|账[号户]/u;

const isDocument = (text: string, start: number, end: number, ofSomebody: boolean): boolean => {
  const found = labelBefore(text, start);
  const label = found?.label;
  if (found !== undefined && !ofSomebody && QUALIFICATION.test(text.slice(found.start, start))) return false;
  return (
    label === 'DOCUMENT' || (label === undefined && end - start >= 5 && WORD_AFTER.test(text.slice(end, end + 16)))
  );
};

/** Masks the numbers behind words. `explained`: units of numbers that name nobody. */
const HAN_NUMBER = ruleOf(
  /(?:证|证书|护照|执照)[ :：号码为(（"“]{0,4}([\p{Script=Han}]{1,4}字 ?(?:\d{4} )?第? ?[A-Za-z]?\d[\d-]{2,20})号?/gu,
  /字/,
);
/** The word behind the number: №7200172号护照, A200017263（台湾地区身份证）. */
const WORD_AFTER =
  /^ ?号?[ (（]?(?:的|之)?[\p{Script=Han}]{0,6}?(?:护照|身份证|通行证|驾驶证|军官证|警官证|士兵证|台胞证|回乡证|居留证|居住证|永居证|社保卡|银行卡|残疾证|健康证)/u;

const BESIDE = ruleOf(/(?<![A-Za-z0-9])[A-Z]{1,3}\d{6,12}(?![A-Za-z0-9])/gu, /[0-9]{6}/);

/** A number in the shape of a document that stands beside a name: Галина…，PAG0017271. */
export function maskDocumentsBeside({ text }: Folded, masks: Masks): void {
  for (const match of matchesOf(text, BESIDE)) {
    const { index } = match;
    if (!/[ ，,（(、:：]/u.test(text.charAt(index - 1)) || !masks.isPersonal(Math.max(0, index - 3), index)) continue;
    if (!masks.touches(index, index + 2) && labelBefore(text, index)?.label !== 'OPEN')
      masks.add('DOCUMENT_NUMBER', index, index + match[0].length);
  }
}

/**
 * `byWord`: in what is itself a number only the word before it tells that a document of a person is meant. `ofSomebody`: the text speaks of a person.
 */
export function maskDocuments(
  folded: Folded,
  explained: Uint8Array,
  masks: Masks,
  byWord: boolean,
  ofSomebody: boolean,
): void {
  const free = (start: number, end: number): boolean => {
    for (let unit = start; unit < Math.min(end, start + 4); unit += 1) if (explained[unit] === 1) return false;
    return true;
  };
  const { text, digits } = folded;
  for (const match of matchesOf(text, MILITARY_AFTER)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    masks.add('DOCUMENT_NUMBER', start, start + value.length);
  }
  for (const match of matchesOf(text, HAN_NUMBER)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    if (/[〕\])）][\p{Script=Han}]{0,10}$/u.test(text.slice(Math.max(0, match.index - 8), start))) continue;
    if (
      /(?:许可|登记|合格|产权|房权|土地|运输|检疫|批准|营业|行驶)$/u.test(
        text.slice(Math.max(0, match.index - 6), match.index),
      )
    )
      continue;
    if (labelBefore(text, start)?.label === 'DOCUMENT') masks.add('DOCUMENT_NUMBER', start, start + value.length);
  }
  for (const match of matchesOf(text, MILITARY)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (MILITARY_WORD.test(before)) masks.add('DOCUMENT_NUMBER', match.index, match.index + (match[1] ?? '').length);
  }
  for (const match of matchesOf(text, SHAPES)) {
    const label = labelBefore(text, match.index)?.label;
    if (byWord ? label === 'DOCUMENT' : label !== 'OPEN')
      masks.add('DOCUMENT_NUMBER', match.index, match.index + match[0].length);
  }
  for (let index = 0; index < text.length; index += 1) {
    if (!START.test(digits.charAt(index)) || START.test(digits.charAt(index - 1))) continue;
    const end = numberEnd(text, digits, index);
    if (end === index) continue;
    if (
      !masks.covers(index, end) &&
      (free(index, end) || isOfTraveller(text, index)) &&
      isDocument(text, index, end, ofSomebody)
    ) {
      const masked = withWords(folded, masks, index);
      index = Math.max(index, masked - 1);
    } else index = end - 1;
  }
}
