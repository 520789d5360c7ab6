/** The layouts that `npm run import` reads. */

import type { Delivered, RecordInput } from '../intake/check.ts';
import type { Row } from './columns/cells.ts';
import { PENALTY_COLUMNS, PENALTY_COLUMNS_YUAN, PERMIT_COLUMNS, REGISTRATION_COLUMNS } from './columns/columns.ts';
import {
  PENALTY_COLUMNS_2016,
  PENALTY_SPELLINGS,
  PERMIT_COLUMNS_2016,
  PERMIT_SPELLINGS,
  REPRESENTATIVES,
} from './columns/columns-2016.ts';
import { RowFault } from './columns/faults.ts';
import { ADDED, type Naming } from './columns/headers.ts';
import { PENALTY_OTHERS, PERMIT_OTHERS, REGISTRATION_OTHERS } from './columns/spellings.ts';
import { alsoSaidIn } from './forms/also-said.ts';
import { penaltyRow, permitRow } from './forms/double-publicity.ts';
import { type Fields, PENALTY_FIELDS, PERMIT_FIELDS, REGISTRATION_FIELDS } from './forms/fields.ts';
import { registrationRow } from './forms/registration.ts';

export const LAYOUTS = ['double-publicity-permit', 'double-publicity-penalty', 'registration', 'records'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const isLayout = (name: string): name is Layout => (LAYOUTS as readonly string[]).includes(name);

export interface TableLayout {
  readonly form: 'table';
  readonly naming: Naming;
  readonly fields: Fields;
  /** What a row says; what is wrong with it is told to the row. */
  read(row: Row): Delivered;
}

interface LinesLayout {
  readonly form: 'ndjson';
  read(line: string): Delivered;
}

const text = (value: unknown): value is string => typeof value === 'string';

const lineFault = (code: string, en: string, zh: string): RowFault => new RowFault([{ code, message: { en, zh } }]);

/** Members that the file of rejected rows adds to a line. */
const RETURNED: readonly string[] = [...ADDED, 'faults'];

function recordLine(line: string): Delivered {
  let sent: unknown;
  try {
    sent = JSON.parse(line);
  } catch {
    throw lineFault('JSON', 'The line is not JSON.', '该行不是JSON。');
  }
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw lineFault('JSON', 'The line is no JSON object.', '该行不是JSON对象。');
  const {
    item,
    subject,
    subjectName,
    subjectAddress,
    subjectPhone,
    occurredOn,
    basisDocument,
    simplifiedProcedure,
    consent,
    content,
    ...others
  } = sent as Record<string, unknown>;
  const identifier = subject as { type?: unknown; value?: unknown } | null | undefined;
  if (!text(item) || !text(subjectName) || !text(occurredOn) || !text(identifier?.value))
    throw lineFault(
      'RECORD',
      'The line lacks item, subject { type, value }, subjectName or occurredOn.',
      '该行缺少item、subject { type, value }、subjectName或occurredOn。',
    );
  if (identifier.type !== 'USCC' && identifier.type !== 'CITIZEN_ID' && identifier.type !== 'OTHER_DOCUMENT')
    throw lineFault(
      'RECORD',
      'subject.type is none of USCC, CITIZEN_ID, OTHER_DOCUMENT.',
      'subject.type不是USCC、CITIZEN_ID、OTHER_DOCUMENT之一。',
    );
  const optional = (value: unknown): string | null => (text(value) ? value : null);
  const beside = Object.entries(others).filter(([name]) => !RETURNED.includes(name));
  const record: RecordInput = {
    subject: { type: identifier.type, value: identifier.value },
    subjectName,
    subjectAddress: optional(subjectAddress),
    subjectPhone: optional(subjectPhone),
    occurredOn,
    basisDocument: optional(basisDocument),
    simplifiedProcedure: simplifiedProcedure === true,
    consent: optional(consent),
    content,
    alsoSaid: alsoSaidIn(Object.fromEntries(beside)),
  };
  return { item, record };
}

const OF_SUBJECTS = ['GSZC', 'ZZJG', 'SWDJ', 'SYDW', 'SHZZ', 'SFZ', 'SHXYM', 'ZJHM'] as const;
/** Columns with numbers that identify: of a decision, its subject and the person who represents it, and who decided. */
const numbersOf = (prefix: 'XK' | 'CF', others: readonly string[]): readonly string[] => [
  ...OF_SUBJECTS.map((ending) => `${prefix}_XDR_${ending}`),
  `${prefix}_FR_ZJHM`,
  `${prefix}_WSH`,
  ...others,
];

export const LAYOUT_OF: Readonly<Record<Layout, TableLayout | LinesLayout>> = {
  'double-publicity-permit': {
    form: 'table',
    naming: {
      columns: [...PERMIT_COLUMNS, ...PERMIT_COLUMNS_2016],
      inForce: PERMIT_COLUMNS,
      spellings: PERMIT_SPELLINGS,
      loosely: { ...PERMIT_OTHERS, ...REPRESENTATIVES('XK') },
      numbers: numbersOf('XK', ['XK_XKBH', 'XK_XKJGDM', 'XK_LYDWDM']),
      names: ['XK_XDR_MC'],
      required: ['XK_XDR_MC', 'XK_XDR_LB', 'XK_XDR_SHXYM', 'XK_WSH', 'XK_JDRQ'],
      of2016: { marks: ['XK_XMMC', 'XK_SPLB', 'XK_XDR_SFZ'], lacks: ['XK_XDR_LB'] },
    },
    fields: PERMIT_FIELDS,
    read: permitRow,
  },
  'double-publicity-penalty': {
    form: 'table',
    naming: {
      columns: [...PENALTY_COLUMNS, ...PENALTY_COLUMNS_2016, ...PENALTY_COLUMNS_YUAN],
      inForce: PENALTY_COLUMNS,
      spellings: PENALTY_SPELLINGS,
      loosely: { ...PENALTY_OTHERS, ...REPRESENTATIVES('CF') },
      numbers: numbersOf('CF', ['CF_CFJGDM', 'CF_SJLYDM']),
      names: ['CF_XDR_MC'],
      required: ['CF_XDR_MC', 'CF_XDR_LB', 'CF_XDR_SHXYM', 'CF_WSH', 'CF_CFLB', 'CF_JDRQ'],
      of2016: { marks: ['CF_CFMC', 'CF_CFLB1', 'CF_CFLB2', 'CF_XDR_SFZ'], lacks: ['CF_XDR_LB', 'CF_CFLB'] },
    },
    fields: PENALTY_FIELDS,
    read: penaltyRow,
  },
  registration: {
    form: 'table',
    naming: {
      columns: REGISTRATION_COLUMNS,
      inForce: REGISTRATION_COLUMNS,
      spellings: {
        企业名称: 'name',
        注册日期: 'reg_date',
        企业类型: 'type',
        经营状态: 'status',
        企业状态: 'status',
        状态: 'status',
      },
      loosely: REGISTRATION_OTHERS,
      required: ['name', 'uscc', 'reg_date'],
      numbers: ['uscc'],
      names: ['name'],
    },
    fields: REGISTRATION_FIELDS,
    read: registrationRow,
  },
  records: { form: 'ndjson', read: recordLine },
};
