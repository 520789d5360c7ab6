/** The layouts that `npm run import` reads. */

import type { RecordInput } from '../intake/check.ts';
import { type Row, RowFault } from './cells.ts';
import { PENALTY_COLUMNS, PERMIT_COLUMNS } from './columns.ts';
import { type Delivered, penaltyRow, permitRow } from './double-publicity.ts';
import { registrationRow } from './registration.ts';

export const LAYOUTS = ['double-publicity-permit', 'double-publicity-penalty', 'registration', 'records'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const isLayout = (name: string): name is Layout => (LAYOUTS as readonly string[]).includes(name);

interface CsvLayout {
  readonly form: 'csv';
  /** Columns without which a file is not of this layout. */
  readonly required: readonly string[];
  readonly known: readonly string[];
  read(row: Row): Delivered;
}

interface LinesLayout {
  readonly form: 'ndjson';
  read(line: string): Delivered;
}

const text = (value: unknown): value is string => typeof value === 'string';

function recordLine(line: string): Delivered {
  let sent: unknown;
  try {
    sent = JSON.parse(line);
  } catch {
    throw new RowFault('JSON', 'The line is not JSON.');
  }
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw new RowFault('JSON', 'The line is no JSON object.');
  const { item, subject, subjectName, occurredOn, content, ...rest } = sent as Record<string, unknown>;
  const identifier = subject as { type?: unknown; value?: unknown } | null | undefined;
  if (!text(item) || !text(subjectName) || !text(occurredOn) || !text(identifier?.value))
    throw new RowFault('RECORD', 'The line lacks item, subject { type, value }, subjectName or occurredOn.');
  if (identifier.type !== 'USCC' && identifier.type !== 'CITIZEN_ID' && identifier.type !== 'OTHER_DOCUMENT')
    throw new RowFault('RECORD', 'subject.type is none of USCC, CITIZEN_ID, OTHER_DOCUMENT.');
  const optional = (name: string): string | null => (text(rest[name]) ? rest[name] : null);
  const record: RecordInput = {
    subject: { type: identifier.type, value: identifier.value },
    subjectName,
    subjectAddress: optional('subjectAddress'),
    subjectPhone: optional('subjectPhone'),
    occurredOn,
    basisDocument: optional('basisDocument'),
    simplifiedProcedure: rest.simplifiedProcedure === true,
    consent: optional('consent'),
    content,
  };
  return { item, record };
}

const codes = (columns: readonly { readonly code: string }[]): string[] => columns.map((column) => column.code);

export const LAYOUT_OF: Readonly<Record<Layout, CsvLayout | LinesLayout>> = {
  'double-publicity-permit': {
    form: 'csv',
    required: ['XK_XDR_MC', 'XK_XDR_LB', 'XK_XDR_SHXYM', 'XK_WSH', 'XK_JDRQ'],
    known: codes(PERMIT_COLUMNS),
    read: permitRow,
  },
  'double-publicity-penalty': {
    form: 'csv',
    required: ['CF_XDR_MC', 'CF_XDR_LB', 'CF_XDR_SHXYM', 'CF_WSH', 'CF_CFLB', 'CF_JDRQ'],
    known: codes(PENALTY_COLUMNS),
    read: penaltyRow,
  },
  registration: {
    form: 'csv',
    required: ['name', 'uscc', 'reg_date'],
    known: ['name', 'uscc', 'reg_date', 'type', 'capital', 'scope', 'city'],
    read: registrationRow,
  },
  records: { form: 'ndjson', read: recordLine },
};
