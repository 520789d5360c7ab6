/**
 * The mask of a name: of a Chinese one the surname stays, and a star for each character of the given name. The length of other names tells more, so that
 * theirs is not told. A cell that lists persons or says an office beside a name is masked person by person, and nothing of the explanation stays.
 */
import { COMPOUND_SURNAMES, SURNAMES } from './surnames.ts';

const STAR = '*';
const UNTOLD = '**';

/** Most Chinese characters of a name with a simple surname. */
const CHINESE_MAX = 4;
/** Most of a given name behind a compound surname: 司马义买买提 is no 司马. */
const GIVEN_MAX = 2;

const LONGEST_SURNAME = Math.max(...[...COMPOUND_SURNAMES].map((surname) => surname.length));

/** Rare characters of names may still be written with private ones. */
const CHINESE = /^[\p{Script=Han}\p{Co}*]+$/u;
const LETTER = /[\p{L}\p{Co}]/u;

/** How many characters are the surname. A name that is nothing but a compound surname has a simple one. */
function surnameLength(points: readonly string[]): number {
  for (let length = Math.min(LONGEST_SURNAME, points.length - 1); length >= 2; length -= 1)
    if (COMPOUND_SURNAMES.has(points.slice(0, length).join(''))) return length;
  return 1;
}

function maskOne(name: string): string {
  const points = [...name.replace(/\s/gu, '')];
  const first = points.find((point) => LETTER.test(point)) ?? '';
  if (points.length <= 1) return STAR;
  if (first === '' || points[0] === STAR) return UNTOLD;
  if (!CHINESE.test(points.join(''))) return first + UNTOLD;
  const kept = surnameLength(points);
  const surname = points.slice(0, kept).join('');
  const given = points.slice(kept);
  const written = given.filter((point) => point !== STAR).length;
  const isTold = kept > 1 ? written <= GIVEN_MAX : points.length <= CHINESE_MAX;
  // A blank stands for no character, but how many there are behind it is not sure.
  return surname + (isTold && !/\s/u.test(name) ? STAR.repeat(Math.min(given.length, CHINESE_MAX)) : UNTOLD);
}

const OFFICE =
  '(?:法定代表人|法人代表|法人|代表人|执行董事|独立董事|副?董事长|董事|监事|执行事务合伙人|合伙人|股东|投资人|实际控制人|主要负责人|负责人|经营者|业主|总?经理|副总经理|总裁|主任|厂长|校长|院长|所长|站长|场长|店长|理事长|理事|会长|社长|书记|代理人|联系人)';
const OFFICE_ALONE = new RegExp(`^${OFFICE}(?:[兼及和]?${OFFICE}){0,3}$`, 'u');
const OFFICE_BEFORE = new RegExp(`^${OFFICE}{1,3}(?=.{2,})`, 'u');
const OFFICE_BEHIND = new RegExp(`(?<=.{2,4})${OFFICE}(?:[兼及和]?${OFFICE}){0,3}$`, 'u');

/** An explanation, also one whose bracket stays open. */
const EXPLAINED = /[（(［[【〔「『《〈<{][^）)］\]】〕」』》〉>}]*(?:[）)］\]】〕」』》〉>}]|$)/gu;

const startsWithSurname = (text: string): boolean => {
  const points = [...text];
  return SURNAMES.has(points[0] ?? '') || surnameLength(points) > 1;
};
const isChineseName = (text: string): boolean => /^[\p{Script=Han}\p{Co}]{2,4}$/u.test(text) && startsWithSurname(text);

/** What says where or how somebody is reached stands between persons too: it is no name. */
const ELSE = /\p{N}|省|市|区|县|镇|乡|村|屯|路|街|巷|号|楼|室|电话|手机|住|男|女/u;

/** Name in a piece of a cell, without label, office and "and others". */
function nameIn(piece: string): string {
  const [label = '', ...said] = piece.split(/[:：]/u).map((part) => part.trim());
  const named = said.length === 0 || isChineseName(label) ? label : said.join(' ');
  const words = named
    .replace(/等(?:\p{N}|[一二三四五六七八九十两几多])*(?:人|名|位)?$/u, '')
    .split(/\s+/u)
    .filter((word) => word !== '' && !/\p{N}/u.test(word) && !OFFICE_ALONE.test(word));
  return words.map((word) => word.replace(OFFICE_BEFORE, '').replace(OFFICE_BEHIND, '')).join(' ');
}

/** Two names with a word between them. 周和平 is one, because 周 alone is no name. */
function parted(name: string): readonly string[] {
  const [, left = '', right = ''] = /^(.{2,4})[和与及](.{2,4})$/u.exec(name) ?? [];
  return isChineseName(left) && isChineseName(right) && !COMPOUND_SURNAMES.has(left) ? [left, right] : [name];
}

/** The persons that a cell names. Where it names none in a form that is known, the cell as a whole counts as a name. */
export function personsIn(cell: string): readonly string[] {
  const plain = cell
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(EXPLAINED, ' ')
    .trim();
  // A comma within a name in Latin letters stands between its parts.
  const separator = /\p{Script=Latin}/u.test(plain) ? /[;；、|｜/／\n]/u : /[;；、|｜/／\n,，]/u;
  const [first = '', ...others] = plain
    .split(separator)
    .map(nameIn)
    .filter((name) => LETTER.test(name) || name.includes(STAR));
  const also = others.filter((name) => isChineseName(name) || !ELSE.test(name));
  const persons = [...(first === '' ? [] : [first]), ...also].flatMap(parted);
  return persons.length === 0 ? [cell.normalize('NFC').trim()] : persons;
}

export const maskName = (value: string): string => personsIn(value).map(maskOne).join('、');

const MASKED_ONE = new RegExp(`^(?:[\\p{L}\\p{Co}]?\\*{1,3}|(?:${[...COMPOUND_SURNAMES].join('|')})\\*{1,4})$`, 'u');

/** Whether a value is the mask of a name or of several. One that tells the length of a long name is none. */
export const isMaskedName = (value: string): boolean => value.split('、').every((part) => MASKED_ONE.test(part));
