/** What columns are called in messages: by code and Chinese name. */
import type { Localized } from '../../../../schema/localized.ts';
import { PENALTY_COLUMNS, PENALTY_COLUMNS_YUAN, PERMIT_COLUMNS, REGISTRATION_COLUMNS } from './columns.ts';
import { PENALTY_COLUMNS_2016, PERMIT_COLUMNS_2016 } from './columns-2016.ts';

const TITLES: ReadonlyMap<string, string> = new Map(
  [
    ...PERMIT_COLUMNS_2016,
    ...PENALTY_COLUMNS_2016,
    ...PERMIT_COLUMNS,
    ...PENALTY_COLUMNS,
    ...PENALTY_COLUMNS_YUAN,
    ...REGISTRATION_COLUMNS,
    ...['XK', 'CF'].flatMap((prefix) => [
      { code: `${prefix}_XDR_SHXYM`, name: '统一社会信用代码' },
      { code: `${prefix}_XDR_GSZC`, name: '工商注册号' },
      { code: `${prefix}_XDR_ZZJG`, name: '组织机构代码' },
    ]),
  ].map(({ code, name }) => [code, name]),
);

/** `CF_JDRQ (处罚决定日期)`, in Chinese `处罚决定日期（CF_JDRQ）`. */
export function titleOf(code: string): Localized {
  const title = TITLES.get(code);
  return title === undefined || title === code
    ? { en: code, zh: code }
    : { en: `${code} (${title})`, zh: `${title}（${code}）` };
}

/** A sentence about a column. */
export const named = (code: string, sentence: (name: Localized) => Localized): Localized => sentence(titleOf(code));
