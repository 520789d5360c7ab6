/** Side (f): the ledger entries of an answer, by the functions of the house that merge what was shown, find its bases and seal the entries. */
import { randomUUID } from 'node:crypto';
import { rowsOf } from '../../../subgraphs/ledger/ledger.ts';
import type { Snapshot } from '../../../subgraphs/request/context.ts';
import type { Asked, Disclosure } from '../../../subgraphs/request/disclosure.ts';
import { basisFinder, merge } from '../../../subgraphs/request/shown/basis.ts';
import { entriesOf } from '../../../subgraphs/request/shown/entries.ts';
import { NOW, TODAY } from '../settings.ts';
import type { Checked } from './answers.ts';
import type { Caller } from './caller.ts';

/** Everything that an answer showed of the subject, as far as the operation shows it. */
function disclosed(
  { id, personal, records, designations, incentives, collected }: Checked,
  isCheck: boolean,
): Disclosure {
  const [first] = [...records, ...designations, ...incentives, ...collected];
  const versions = [
    ...records.map((one) => ({ item: one.item, id: one.id, version: one.version })),
    ...designations.map((one) => ({ item: one.item, id: one.id, version: 1 })),
    ...(isCheck ? collected : []).map((one) => ({ item: one.item, id: one.id, version: one.version })),
  ];
  return {
    ...{ subjectId: id, personal, seen: 'DESENSITIZED' },
    items: [...new Set(versions.map(({ item }) => item))],
    records: versions.map((one) => ({ id: one.id, version: one.version })),
    ...(first === undefined ? {} : { heldBy: first.item }),
  };
}

/** The parameter of `ledger.record`; undefined where nobody was shown. */
export function entriesFor(
  snapshot: Snapshot,
  { role, unit, purpose }: Caller,
  rows: readonly Checked[],
  isCheck: boolean,
): string | undefined {
  if (rows.length === 0) return undefined;
  const subjectIds = rows.map(({ id }) => id);
  const lists: Asked[] = [
    { information: 'PUBLIC', subjectIds, items: null },
    ...(isCheck ? [{ information: 'NON_PUBLIC' as const, subjectIds, items: null }] : []),
  ];
  const authorizations = rows.flatMap((row) => row.authorizations);
  const occasion = {
    ...{ role, unit, purpose, caseReference: null, subjectId: null, today: TODAY },
    ...{ channel: 'WEB', requestId: randomUUID(), at: NOW },
  };
  const shown = merge(rows.map((row) => disclosed(row, isCheck)));
  const entries = entriesOf(occasion, shown, basisFinder(snapshot, lists, authorizations));
  return JSON.stringify(rowsOf(entries));
}
