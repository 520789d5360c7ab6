/** Columns of the form of 2016, which some files still have, and spellings of neither form, each with the code that the column has today. */
import type { Column } from './columns.ts';

/** Columns that only the form of 2016 has. */
export const PERMIT_COLUMNS_2016 = [
  { code: 'XK_XMMC', name: '项目名称' },
  { code: 'XK_SPLB', name: '审批类别' },
  { code: 'XK_XDR_SFZ', name: '居民身份证号' },
  { code: 'DFBM', name: '地方编码' },
  { code: 'SJC', name: '数据更新时间戳' },
] as const satisfies readonly Column[];

export const PENALTY_COLUMNS_2016 = [
  { code: 'CF_CFMC', name: '处罚名称' },
  { code: 'CF_CFLB1', name: '处罚类别1' },
  { code: 'CF_CFLB2', name: '处罚类别2' },
  { code: 'CF_XDR_SFZ', name: '居民身份证号' },
  { code: 'CF_ZT', name: '当前状态' },
  { code: 'DFBM', name: '地方编码' },
  { code: 'SJC', name: '数据更新时间戳' },
] as const satisfies readonly Column[];

const PARTIES_2016 = (prefix: 'XK' | 'CF'): Readonly<Record<string, string>> => ({
  [`${prefix}_XDR`]: `${prefix}_XDR_MC`,
  [`${prefix}_XDR_ZDM`]: `${prefix}_XDR_ZZJG`,
  [`${prefix}_XDR_GSDJ`]: `${prefix}_XDR_GSZC`,
  工商登记码: `${prefix}_XDR_GSZC`,
  '行政相对人代码_2(组织机构代码)': `${prefix}_XDR_ZZJG`,
  '行政相对人代码_3(工商登记码)': `${prefix}_XDR_GSZC`,
  '行政相对人代码_5(居民身份证号)': `${prefix}_XDR_SFZ`,
  [`${prefix}_FR`]: `${prefix}_FRDB`,
  法定代表人姓名: `${prefix}_FRDB`,
  [`${prefix}_FR_SFZH`]: `${prefix}_FR_ZJHM`,
  法定代表人身份证号: `${prefix}_FR_ZJHM`,
});

/**
 * Spellings of neither form by which the representative is met. A file may have one of them beside the column of the form, and then it says something else:
 * who is in charge of the case, or a second person.
 */
export const REPRESENTATIVES = (prefix: 'XK' | 'CF'): Readonly<Record<string, string>> => {
  const all = (column: string, names: readonly string[]) => names.map((name) => [name, `${prefix}_${column}`] as const);
  const codes = (endings: string) => endings.split(' ').map((ending) => `${prefix}_${ending}`);
  return Object.fromEntries([
    ...all('FRDB', codes('FDDB FDDBR FDDB_XM FDDBR_XM FRDB_XM FR_XM FR_MC FZR FZR_XM')),
    ...all(
      'FRDB',
      '法定代表人名称 法定代表人(负责人) 法定代表人(负责人)姓名 法定代表人或负责人 法定代表人/负责人'.split(' '),
    ),
    ...all('FRDB', '法人代表 法人代表姓名 法人 法人姓名 企业法人 单位法定代表人'.split(' ')),
    ...all('FRDB', '负责人 负责人姓名 主要负责人 单位负责人 企业负责人 经营者 经营者姓名'.split(' ')),
    ...all('FR_ZJLX', codes('FDDB_ZJLX FDDBR_ZJLX FRDB_ZJLX')),
    ...all('FR_ZJHM', codes('FDDB_ZJHM FDDB_SFZH FDDBR_ZJHM FDDBR_SFZH FRDB_ZJHM FRDB_SFZH')),
    ...all('FR_ZJHM', '法定代表人证件号 法定代表人身份证号码 法人代表身份证号 法人证件号码 法人身份证号'.split(' ')),
    ...all('FR_ZJHM', '负责人证件号码 负责人身份证号'.split(' ')),
  ]);
};

export const PERMIT_SPELLINGS: Readonly<Record<string, string>> = {
  ...PARTIES_2016('XK'),
  XK_XZJG: 'XK_XKJG',
  XK_JZQ: 'XK_YXQZI',
  许可截止期: 'XK_YXQZI',
  行政许可决定书文号: 'XK_WSH',
};

export const PENALTY_SPELLINGS: Readonly<Record<string, string>> = {
  ...PARTIES_2016('CF'),
  CF_XZJG: 'CF_CFJG',
  CF_JG: 'CF_NR',
  处罚结果: 'CF_NR',
  处罚事由: 'CF_SY',
};

/** Kinds of penalty as the form of 2016 numbers them. */
export const PENALTY_KINDS_2016: ReadonlyMap<string, string> = new Map([
  ['0', '警告'],
  ['1', '罚款'],
  ['2', '没收违法所得、没收非法财物'],
  ['3', '责令停产停业'],
  ['4', '暂扣或者吊销许可证、暂扣或者吊销执照'],
  ['5', '行政拘留'],
  ['6', '其他'],
]);
