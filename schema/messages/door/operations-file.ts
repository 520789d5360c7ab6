/** What an operator is told of a file of persisted operations (OPERATIONS_FILE) that cannot be served. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

const lines = (faults: readonly Localized[], language: keyof Localized): string =>
  faults.map((fault) => `- ${fault[language]}`).join('\n');

export const operationFileMessages = {
  unusable: (path: string, faults: readonly Localized[]): Said =>
    said({
      en: [
        `The file of operations, ${path}, is not usable.`,
        `Mend it, or set OPERATIONS_FILE to another:\n${lines(faults, 'en')}`,
      ],
      zh: [`操作清单文件${path}不可用。`, `请改正，或者将OPERATIONS_FILE指向其他文件：\n${lines(faults, 'zh')}`],
    }),
  /** `place` is where in the file the operation stands. */
  at: (place: string, fault: Localized): Localized => ({ en: `${place}: ${fault.en}`, zh: `${place}：${fault.zh}` }),
  /** `fault` is what the reader of the file says; it speaks English alone. */
  form: (place: string, fault: string): Localized => ({
    en: `${place === '' ? 'its top' : place}: ${fault}`,
    zh: `${place === '' ? '最外层' : place}：格式不符。说明：${fault}`,
  }),
  otherId: {
    en: 'its id is not the hash of its body (SHA-256, SHA-1 or MD5, in lower-case hexadecimal digits)',
    zh: '编号不是其内容的散列值（SHA-256、SHA-1或者MD5，小写十六进制）',
  },
  notOne: { en: 'it holds not exactly one operation', zh: '其中不是恰好一项操作' },
  /** `fault` is what the validator says; it speaks English alone. */
  invalid: (fault: string, place: Place | undefined): Localized => ({
    en: `${place === undefined ? '' : `line ${place.line}, column ${place.column}: `}${fault}`,
    zh: `${place === undefined ? '' : `第${place.line}行第${place.column}列：`}不符合已公布的接口模式。校验器说明：${fault}`,
  }),
};
