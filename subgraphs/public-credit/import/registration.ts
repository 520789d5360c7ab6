/** Turns rows of registrations into records. Columns: name, uscc, reg_date, and optionally type, capital, scope. */

import type { Delivered } from '../intake/check.ts';
import { alsoSaid } from './also-said.ts';
import { cell, dateCell, needed, numberCell, type Row, refusal } from './columns/cells.ts';

/** Catalog item by the registering category in the first two characters of the code (GB 32100). */
const itemOf = (uscc: string): string => {
  if (uscc.startsWith('92')) return 'REG-SOLE-TRADER';
  return uscc.startsWith('9') ? 'REG-ENTERPRISE' : 'REG-ORG';
};

const ABSENT = new Set(['N/A', '-', '--', '无']);

export function registrationRow(row: Row): Delivered {
  const uscc = numberCell(row, 'uscc', '统一社会信用代码');
  if (uscc === null) throw refusal('CELL_EMPTY', 'uscc (统一社会信用代码) is empty.');
  const registeredOn = dateCell(row, 'reg_date', '成立日期');
  if (registeredOn === null) throw refusal('CELL_EMPTY', 'reg_date (成立日期) is empty.');
  const name = needed(row, 'name', '名称');
  const optional = { entityType: cell(row, 'type'), capital: cell(row, 'capital'), scope: cell(row, 'scope') };
  return {
    item: itemOf(uscc),
    record: {
      subject: { type: 'USCC', value: uscc },
      subjectName: name,
      occurredOn: registeredOn,
      content: {
        legalName: name,
        registeredOn,
        status: '存续',
        regionCode: uscc.slice(2, 8),
        ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && !ABSENT.has(value))),
      },
      alsoSaid: alsoSaid(row),
    },
  };
}
