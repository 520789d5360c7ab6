/** Turns rows of registrations into records. Columns: name, uscc, reg_date, and optionally status, type, capital, scope. */
import type { Delivered } from '../../intake/check.ts';
import { cell, needed, neededDate, numberCell, type Row, tellEmpty } from '../columns/cells.ts';
import { alsoSaid } from './also-said.ts';

/** Catalog item by the registering category in the first two characters of the code (GB 32100). */
const itemOf = (uscc: string): string => {
  if (uscc.startsWith('92')) return 'REG-SOLE-TRADER';
  return uscc.startsWith('9') || uscc === '' ? 'REG-ENTERPRISE' : 'REG-ORG';
};

const ABSENT = new Set(['N/A', '-', '--', '无']);

/** The state of a registration where the file has none: what is registered exists. */
const STANDING = '存续';

export function registrationRow(row: Row): Delivered {
  const uscc = numberCell(row, 'uscc');
  if (uscc === null) tellEmpty(row, 'uscc');
  const registeredOn = neededDate(row, 'reg_date');
  const name = needed(row, 'name');
  const optional = { entityType: cell(row, 'type'), capital: cell(row, 'capital'), scope: cell(row, 'scope') };
  const status = cell(row, 'status');
  return {
    item: itemOf(uscc ?? ''),
    record: {
      subject: { type: 'USCC', value: uscc ?? '' },
      subjectName: name,
      occurredOn: registeredOn,
      content: {
        legalName: name,
        registeredOn,
        status: status === null || ABSENT.has(status) ? STANDING : status,
        ...(uscc === null ? {} : { regionCode: uscc.slice(2, 8) }),
        ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && !ABSENT.has(value))),
      },
      alsoSaid: alsoSaid(row),
    },
  };
}
