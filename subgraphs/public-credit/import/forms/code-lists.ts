/** Lists of codes of the exchange form, which rows are read by and templates offer. */
import { PENALTY_COLUMNS, PERMIT_COLUMNS } from '../columns/columns.ts';

export const SUBJECT_KINDS = ['法人及非法人组织', '自然人', '个体工商户'] as const;

/** Types of documents of persons. */
export const DOCUMENT_NAMES: ReadonlyMap<string, string> = new Map([
  ['01', '身份证'],
  ['02', '护照'],
  ['03', '港澳通行证'],
  ['04', '台湾通行证'],
  ['05', '外国人永久居留证'],
]);

export const PERMIT_KINDS: ReadonlyMap<string, string> = new Map([
  ['01', '普通'],
  ['02', '特许'],
  ['03', '认可'],
  ['04', '核准'],
  ['05', '登记'],
  ['06', '其他'],
]);

/** Kinds of penalties of Article 9 of the Administrative Penalty Law, each measure by itself. */
const PENALTY_KINDS = [
  '警告',
  '通报批评',
  '罚款',
  '没收违法所得、没收非法财物',
  '暂扣许可证件',
  '降低资质等级',
  '吊销许可证件',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '行政拘留',
  '其他',
] as const;

const STATES: ReadonlyMap<string, string> = new Map([
  ['1', '有效'],
  ['2', '无效'],
]);

export interface CodeList {
  /** Chinese name of the column. */
  readonly name: string;
  /** Columns whose cells are filled from it. */
  readonly columns: readonly string[];
  readonly entries: readonly { readonly code: string; readonly name: string }[];
}

const entriesOf = (names: ReadonlyMap<string, string>) => [...names].map(([code, name]) => ({ code, name }));
const named = (names: readonly string[]) => names.map((name) => ({ code: '', name }));
const nameOf = (code: string): string =>
  [...PERMIT_COLUMNS, ...PENALTY_COLUMNS].find((column) => column.code === code)?.name ?? code;
const list = (columns: readonly [string, ...string[]], entries: CodeList['entries']): CodeList => ({
  name: nameOf(columns[0]),
  columns,
  entries,
});

export const CODE_LISTS: readonly CodeList[] = [
  list(['XK_XDR_LB', 'CF_XDR_LB'], named(SUBJECT_KINDS)),
  list(['XK_XDR_ZJLX', 'CF_XDR_ZJLX', 'XK_FR_ZJLX', 'CF_FR_ZJLX'], entriesOf(DOCUMENT_NAMES)),
  list(['XK_XKLB'], entriesOf(PERMIT_KINDS)),
  list(['CF_CFLB'], named(PENALTY_KINDS)),
  list(['XK_ZT'], entriesOf(STATES)),
];
