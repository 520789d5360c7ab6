/** Citizen numbers and telephones, by their shape and by the words before them. */

import { checkIdentifier, citizenCheckDigit } from '../../records/identifiers.ts';
import type { Folded } from '../fold.ts';
import type { Masks } from '../masks.ts';
import { matchesOf, ruleOf } from '../reading/matches.ts';
import { OPEN_PHONE } from '../words/labels.ts';
import type { Cluster } from './clusters.ts';
import { isOfSomething, type Label, labelBefore } from './labels.ts';

const ANY_REGION = { unassignedRegions: 'allow' } as const;

const CITIZEN = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
const OLD_CITIZEN = /^[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
/** The foreign permanent residence card of 2023 is a person's too. */
const RESIDENT = /^9\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/;

const isRight = (number: string): boolean =>
  CITIZEN.test(number) && citizenCheckDigit(number.slice(0, 17)) === number.charAt(17);
const isCreditCode = (number: string): boolean => checkIdentifier('USCC', number, ANY_REGION).ok;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a number begins or ends where a group does: within a longer row of digits it may be chance. */
const edges = ({ groups, at }: Cluster, from: number, to: number): { begins: boolean; ends: boolean } => ({
  begins: groups.some(({ start }) => start === at[from]),
  ends: groups.some(({ end }) => end - 1 === at[to - 1]),
});

const spanOf = ({ at }: Cluster, from: number, to: number): Span => ({
  start: at[from] ?? 0,
  end: (at[to - 1] ?? 0) + 1,
});

/** Longer rows than this hold no numbers of persons that a reader could find; the second look sees them. */
const LONGEST = 120;

function citizenNumbers(cluster: Cluster, label: Label | undefined, text: string, masks: Masks): void {
  const { digits } = cluster;
  const most = Math.min(digits.length, LONGEST);
  for (let from = 0; from + 15 <= most; from += 1) {
    const number = digits.slice(from, from + 18);
    const { begins, ends } = edges(cluster, from, from + 18);
    const shaped = CITIZEN.test(number) || (label === 'DOCUMENT' && RESIDENT.test(number));
    // A code that begins with letters: C2301002026….
    const letter = label !== 'DOCUMENT' && /[A-Za-z]/.test(text.charAt((cluster.at[from] ?? 0) - 1));
    if (
      shaped &&
      !(letter && !(isRight(number) && ends)) &&
      !isCreditCode(number) &&
      (isRight(number) ? begins || ends || label !== 'OPEN' : label !== 'OPEN' && begins)
    ) {
      const { start, end } = spanOf(cluster, from, from + 18);
      masks.add('CITIZEN_ID', start, end);
      from += 17;
      continue;
    }
    const old = edges(cluster, from, from + 15);
    if (label !== 'OPEN' && old.begins && old.ends && OLD_CITIZEN.test(digits.slice(from, from + 15))) {
      const { start, end } = spanOf(cluster, from, from + 15);
      masks.add('CITIZEN_ID', start, end);
      from += 14;
    }
  }
}

/** Half masked by who delivered it: what is left of it goes, unless it is our own mask. */
function halfMasked(cluster: Cluster, text: string, masks: Masks): void {
  const { digits, start, end } = cluster;
  if (/^(?:\d{2})?\*{16}$|^(?:1\d{2})?\*{8}$|^\*+$/.test(digits)) return;
  if (
    !/\*{2}/.test(digits) ||
    digits.replace(/[^\dX]/g, '').length < 2 ||
    (/[A-Za-z\p{Script=Han}]$/u.test(text.slice(start - 1, start)) && /^\*{1,3}\d/.test(digits))
  )
    return;
  masks.add(digits.length > 13 ? 'CITIZEN_ID' : 'PHONE', start, end);
}

const AREA = /^0(?:10|2\d|[3-9]\d{2})$/;
const EXTENSION = /^ ?(?:转|分机|ext\.?|EXT)[ :：]?\d{1,6}/u;
const MORE =
  /^ ?(?:[/或] ?(?:\d{3,8})(?![0-9]|[ -]\d)|、 ?\d{4}(?=[,。;)]|(?![年元名人户份条项个件月日号万])\p{Script=Han}))/u;

function phoneEnd(text: string, end: number): number {
  const extension = EXTENSION.exec(text.slice(end, end + 12));
  return extension === null ? end : end + extension[0].length;
}

/** A second number that tells only its last digits: 154.0001.8451/8452. */
function moreAfter(text: string, end: number): number {
  const more = MORE.exec(text.slice(end, end + 12));
  return more === null ? end : end + more[0].length;
}

/** The end of the group that a unit lies in, as far as nothing is masked in it. */
function runsOn({ groups }: Cluster, text: string, from: number, step: 1 | -1, masks: Masks): number {
  const group = groups.find(({ start, end }) => start <= from && from < end);
  let unit = from;
  while (
    group !== undefined &&
    unit + step >= group.start &&
    unit + step < group.end &&
    text.charAt(unit + step) !== '*' &&
    !masks.touches(unit + step, unit + step + 1)
  )
    unit += step;
  return unit;
}

function mobiles(cluster: Cluster, label: Label | undefined, { text }: Folded, masks: Masks): void {
  const { digits } = cluster;
  const most = Math.min(digits.length, LONGEST);
  for (let from = 0; from + 11 <= most; from += 1) {
    if (!/^1[3-9]\d{9}$/.test(digits.slice(from, from + 11))) continue;
    const { begins, ends } = edges(cluster, from, from + 11);
    const before = text.charAt((cluster.at[from] ?? 0) - 1);
    // Within a code of letters and digits: 3D1522.
    if (
      /[A-Za-z]/.test(before) &&
      !/[0-9][xX]$/.test(text.slice(Math.max(0, (cluster.at[from] ?? 0) - 2), cluster.at[from])) &&
      label !== 'PHONE'
    )
      continue;
    const afterCountry = digits.slice(Math.max(0, from - 2), from) === '86';
    if (!(begins && ends) && !afterCountry && !(label !== 'OPEN' && (begins || ends))) continue;
    if (label === 'OPEN' && !afterCountry) continue;
    // The country before it goes with it, and so do further digits that run on.
    const span = spanOf(cluster, afterCountry ? from - 2 : from, from + 11);
    if (masks.touches(span.start, span.end)) continue;
    const end = runsOn(cluster, text, span.end - 1, 1, masks) + 1;
    const start = runsOn(cluster, text, span.start, -1, masks);
    const last = phoneEnd(text, end);
    masks.add('PHONE', start, last);
    const more = moreAfter(text, last);
    if (more > last) masks.add('PHONE', last + 1, more);
    from += 10;
  }
}

function wholePhone(
  cluster: Cluster,
  label: Label | undefined,
  explained: boolean,
  { text }: Folded,
  masks: Masks,
): void {
  const { digits, groups, start, end } = cluster;
  if (masks.touches(start, end) || OPEN_PHONE.test(digits)) return;
  const before = text.slice(Math.max(0, start - 5), start);
  const international = /[+]$/.test(before) || /^00[1-9]\d{8,}$/.test(digits);
  const [first] = groups;
  const area = first !== undefined && AREA.test(digits.slice(0, first.end - first.start)) && /^0\d{9,11}$/.test(digits);
  const bracketed =
    /[(（]0\d{2,3}[)）] ?-?$/u.test(text.slice(Math.max(0, start - 7), start)) &&
    digits.length >= 7 &&
    digits.length <= 8;
  const landline =
    label !== 'OPEN' && !explained && (area || bracketed || /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/.test(digits));
  const told = label === 'PHONE' && digits.length >= 4 && !explained;
  if (!told && explained) return;
  if (!(international && digits.length >= 8) && !landline && !told && !(bracketed && label !== 'OPEN')) return;
  const from = bracketed ? text.lastIndexOf('0', start - 4) : start;
  const last = phoneEnd(text, end);
  masks.add('PHONE', bracketed && from >= 0 ? text.slice(0, start).lastIndexOf('(') + 1 : start, last);
  const more = moreAfter(text, last);
  if (more > last) masks.add('PHONE', last + 1, more);
}

/** Cards of UnionPay, Visa, Mastercard (ISO/IEC 7812). */
const BANK_CARD = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14})$/;

const MAIL = ruleOf(/[A-Za-z0-9][A-Za-z0-9._%+-]{0,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,4}/gu, /@/);
/** Names in networks: 微信号panghy_7274. */
const HANDLE = ruleOf(
  /(?:微信|钉钉|小红书|陌陌|知乎|贴吧|B站|哔哩哔哩|闲鱼|淘宝|旺旺|飞书|游戏|登录|用户|KakaoTalk|Viber|Instagram|Facebook|QQ|qq|抖音|快手|微博|邮箱|邮件|支付宝|WeChat|wechat|WhatsApp|Telegram|Skype|LINE|vx|VX|[Ee]-?mail)(?:号码?|账号|帐号|ID|id|昵称|名)?(?:同号)?[ :：为是(（"“@]{0,3}([A-Za-z][A-Za-z0-9_.@-]{3,40})/gu,
  /[A-Za-z][A-Za-z0-9_.@-]{3}/,
);

function handles({ text }: Folded, masks: Masks): void {
  if (text.includes('@'))
    for (const match of matchesOf(text, MAIL)) masks.add('PHONE', match.index, match.index + match[0].length);
  for (const match of matchesOf(text, HANDLE)) {
    const value = match[1] ?? '';
    masks.add('PHONE', match.index + match[0].length - value.length, match.index + match[0].length);
  }
}

/** Where a code begins whose letters stand before its digits: 证书编号B21140…. */
function lettersBefore(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < 8 && /[A-Za-z甲乙丙丁]/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function labelOf(text: string, { start, groups }: Cluster): Label | undefined {
  const first = lettersBefore(text, start);
  const found = labelBefore(text, start) ?? labelBefore(text, first);
  return found?.label ?? (groups.length === 1 && isOfSomething(text, first) ? 'OPEN' : undefined);
}

export function maskNumbers(folded: Folded, clusters: readonly Cluster[], explained: Uint8Array, masks: Masks): void {
  handles(folded, masks);
  for (const cluster of clusters) {
    if (cluster.digits.length < 4) continue;
    const label = labelOf(folded.text, cluster);
    if (cluster.weak && label === undefined) continue;
    halfMasked(cluster, folded.text, masks);
    citizenNumbers(cluster, label, folded.text, masks);
    const account = /[账帐][号户]\D{0,2}$/u.test(folded.text.slice(Math.max(0, cluster.start - 6), cluster.start));
    if ((label !== 'OPEN' || account) && BANK_CARD.test(cluster.digits) && !masks.touches(cluster.start, cluster.end))
      masks.add('DOCUMENT_NUMBER', cluster.start, cluster.end);
    mobiles(cluster, label, folded, masks);
    wholePhone(cluster, label, explained[cluster.start] === 1, folded, masks);
  }
}
