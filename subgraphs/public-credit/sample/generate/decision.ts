/** Cells and dates that permits and penalties of the sample share. */
import type { Subject } from './subject.ts';

/** Certificate type of the exchange form: 01 is the citizen's identity card. */
const IDENTITY_CARD = '01';

/** The columns of the party (行政相对人), which permits (XK) and penalties (CF) share but for their prefix. */
export function party(prefix: 'XK' | 'CF', subject: Subject): Record<string, string> {
  if (subject.type === 'CITIZEN_ID') {
    return {
      [`${prefix}_XDR_MC`]: subject.name,
      [`${prefix}_XDR_LB`]: '自然人',
      [`${prefix}_XDR_ZJLX`]: IDENTITY_CARD,
      [`${prefix}_XDR_ZJHM`]: subject.value,
    };
  }
  return {
    [`${prefix}_XDR_MC`]: subject.name,
    [`${prefix}_XDR_LB`]: subject.value.startsWith('92') ? '个体工商户' : '法人及非法人组织',
    [`${prefix}_XDR_SHXYM`]: subject.value,
    [`${prefix}_FRDB`]: subject.representative.name,
    [`${prefix}_FR_ZJLX`]: IDENTITY_CARD,
    [`${prefix}_FR_ZJHM`]: subject.representative.value,
  };
}

/** Dates as most files of the exchange form have them. */
export function slashed(day: string): string {
  return day.replaceAll('-', '/');
}

/** A date as documents write it. */
export function written(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
