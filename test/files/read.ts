/** Reads bytes as a file of a layout, without a database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CellWarning,
  FileFault,
  letterOf,
  RowFault,
} from '../../subgraphs/public-credit/import/columns/faults.ts';
import type { Layout } from '../../subgraphs/public-credit/import/layouts.ts';
import { fileRows } from '../../subgraphs/public-credit/import/read/rows.ts';
import type { RecordInput } from '../../subgraphs/public-credit/intake/check.ts';

export interface Read {
  /** Accepted rows: line, document number or name, and date. */
  readonly taken: string[];
  /** Contents of the accepted rows. */
  readonly contents: Readonly<Record<string, unknown>>[];
  /** Faults: line, code and the letter of the column. */
  readonly faults: string[];
  /** Warnings: line, code and the letter of the column. */
  readonly warned: string[];
  readonly messages: CellWarning['message'][];
  /** Why the file as a whole is refused. */
  readonly refused?: FileFault;
}

const placed = (column: number | undefined): string => (column === undefined ? '' : ` ${letterOf(column)}`);

export async function readFile(file: string, layout: Layout = 'double-publicity-penalty'): Promise<Read> {
  const read: Read = { taken: [], contents: [], faults: [], warned: [], messages: [] };
  const onWarning = ({ line, code, column, message }: CellWarning): void => {
    read.warned.push(`${line} ${code}${placed(column)}`);
    read.messages.push(message);
  };
  try {
    for await (const { line, outcome } of fileRows(file, layout, { onBytes: () => undefined, onWarning })) {
      if (line === 0) continue;
      if (outcome instanceof RowFault)
        read.faults.push(...outcome.faults.map(({ code, column }) => `${line} ${code}${placed(column)}`));
      else {
        const { basisDocument, subjectName, occurredOn, content } = outcome.record;
        read.taken.push(`${line} ${basisDocument ?? subjectName} ${occurredOn}`);
        read.contents.push(content as Readonly<Record<string, unknown>>);
      }
    }
    return read;
  } catch (error) {
    if (error instanceof FileFault) return { ...read, refused: error };
    throw error;
  }
}

export async function readBytes(bytes: Buffer | string, layout?: Layout): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-files-'));
  try {
    const file = join(folder, 'file');
    writeFileSync(file, bytes);
    return await readFile(file, layout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const HEAD = 'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_SY,CF_CFLB,CF_NR_FK,CF_JDRQ,CF_CFJG';
export const NAMES =
  '行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法事实,处罚类别,罚款金额(万元),处罚决定日期,处罚机关';
/** A right row; what is given replaces its cells, the first of which is column 0. */
export const rowOf = (number: number | string, change: Readonly<Record<number, string>> = {}): string[] =>
  [
    '哈尔滨示例冰雪设备有限公司',
    '法人及非法人组织',
    '91239999MA1ABC019L',
    `例〔2026〕${number}号`,
    '未按规定明码标价',
    '罚款',
    '0.2',
    '2026/9/1',
    '示例局',
  ].map((cell, at) => change[at] ?? cell);
export const line = (number: number | string, change?: Readonly<Record<number, string>>): string =>
  rowOf(number, change).join(',');
export const taken = (at: number, number: number | string): string => `${at} 例〔2026〕${number}号 2026-09-01`;

export interface ReadRow {
  readonly item: string | undefined;
  readonly record: (RecordInput & { readonly content: Readonly<Record<string, unknown>> }) | undefined;
  /** Code of the fault and of its column. */
  readonly faults: string[];
  readonly warned: string[];
}

/** Day on which rows are read. */
const TODAY = '2026-11-01';

/** One row by the names of its columns. */
export async function readRow(
  row: Readonly<Record<string, string>>,
  layout: Layout = 'double-publicity-penalty',
): Promise<ReadRow> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-files-'));
  try {
    const file = join(folder, 'file.csv');
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const names = Object.keys(row);
    writeFileSync(file, `${names.map(quoted).join(',')}\n${names.map((name) => quoted(row[name] ?? '')).join(',')}\n`);
    const named = (code: string, column: number | undefined) => `${code} ${names[column ?? -1] ?? ''}`;
    const warned: string[] = [];
    const onWarning = ({ code, column }: CellWarning) => warned.push(named(code, column));
    const all = [];
    for await (const one of fileRows(file, layout, { onBytes: () => undefined, onWarning, today: TODAY }))
      all.push(one);
    const outcome = all[1]?.outcome;
    const delivered = outcome instanceof RowFault ? outcome.delivered : outcome;
    const faults = outcome instanceof RowFault ? outcome.faults.map(({ code, column }) => named(code, column)) : [];
    return { item: delivered?.item, record: delivered?.record as ReadRow['record'], faults, warned };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A right row of a penalty. */
export const PENALTY = {
  CF_XDR_MC: '哈尔滨示例冰雪设备有限公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: '91239999MA1ABC019L',
  CF_WSH: '例〔2026〕1号',
  CF_SY: '未按规定明码标价',
  CF_CFLB: '罚款',
  CF_NR: '罚款2000元',
  CF_NR_FK: '0.2',
  CF_NR_WFFF: '',
  CF_NR_ZKDX: '',
  CF_JDRQ: '2026/9/1',
  CF_YXQ: '',
  CF_GSJZQ: '',
  CF_CFJG: '示例局',
};
