/** What the columns of a record say: which of it is personal, and which names stand in a cell. */
import type { Known, KnownValue } from './facts.ts';
import { ORGANIZATION_END } from './words/homes.ts';

const FORMER = /^(?:曾用名|别名|又名|原名|化名|绰号|英文名|中文名|现名)[:：为]?/u;
const LEADING = /^(?:法定代表人|法人代表|负责人|经营者|执行事务合伙人|投资人|姓名|代表)[:：]/u;
const TRAILING = /(?:先生|女士|小姐|同志)$|等[0-9一二三四五六七八九十两]*(?:名|位)?人?$/u;
const HAN_NAME = /^[\p{Script=Han}]+$/u;

const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Names that a blank sets apart are several where each could be a name of its own: 王五 赵六, and not 张 三. */
function byBlank(part: string): string[] {
  const tokens = part.split(' ');
  const several =
    tokens.length > 1 && tokens.every((token) => HAN_NAME.test(token) && token.length >= 2 && token.length <= 4);
  return several ? [part, ...tokens] : [part];
}

/** 李和平 is one name, 李明和王强 are two. */
function byConjunction(part: string): string[] {
  const match = /^(\p{Script=Han}{2,4})[和与及暨](\p{Script=Han}{2,4})$/u.exec(part);
  return match === null ? [part] : [match[1] ?? '', match[2] ?? ''];
}

/** The names in a cell that lists or explains: 王五、赵六; 李七（执行董事）; SMITH JOHN. Each as it stands there, with its blanks. */
export function namesIn(cell: string): string[] {
  const names: string[] = [];
  const whole = plain(cell);
  const outside = whole.replace(/[(（[【]([^()（）[\]【】]*)[)）\]】]/gu, (_all, inside: string) => {
    const former = FORMER.exec(inside);
    if (former !== null) names.push(...namesIn(inside.slice(former[0].length)));
    return '、';
  });
  const latin = /^[\p{Script=Latin}\p{Script=Cyrillic} ,.'’-]+$/u.test(outside.replaceAll('、', ''));
  const parts = outside.split(latin ? /[、;；/|\n]/u : /[、,，;；/|\n]/u);
  for (const part of parts) {
    const name = part.trim().replace(LEADING, '').replace(TRAILING, '').trim();
    if (name !== '') names.unshift(...byConjunction(name).flatMap(byBlank));
  }
  return [...new Set(names)].filter((name) => [...name].length > 1);
}

/** Whether the name of a sole trader is one of trade and not the trader's own. */
export function looksLikeFirm(name: string): boolean {
  const value = plain(name).replaceAll(' ', '');
  if ([...value].length <= 3) return false;
  if (value.search(ORGANIZATION_END.pattern) >= 0) return true;
  return /(?:店|馆|厂|部|行|铺|坊|社|场|站|所|屋|堂|阁|轩|园|城|中心|吧|院|室|庄|记|摊|车队|户|处|超市|烧烤|小吃|快餐|餐饮|食品|服务|经营|工作室|合作社|公司)$|[区县市镇乡村]/u.test(
    value,
  );
}

/** The columns of a record that say who it is about. */
export interface Columns {
  readonly subjectName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
  readonly representativeId: string | null;
  readonly birthDate: string | null;
}

/** What is known from the columns. The seat and name of an organization are open, and so is the trade name of a sole trader. */
export function knownOf(about: 'PERSON' | 'COMPANY' | 'SOLE_TRADER', columns: Columns): Known {
  const personal: KnownValue[] = [];
  const open: string[] = [];
  const add = (kind: KnownValue['kind'], value: string | null): void => {
    if (value !== null && value.trim() !== '') personal.push({ kind, value });
  };
  const name = columns.subjectName;
  const named = about === 'PERSON' || (about === 'SOLE_TRADER' && name !== null && !looksLikeFirm(name));
  if (named) add('NAME', name);
  else if (name !== null) open.push(name);
  if (about === 'COMPANY') {
    if (columns.address !== null) open.push(columns.address);
  } else add('ADDRESS', columns.address);
  add('PHONE', columns.phone);
  add('NAME', columns.representative);
  add('CITIZEN_ID', columns.representativeId);
  add('BIRTH_DATE', columns.birthDate);
  return { personal, open };
}
