/** Records what an answer shows, for the ledger: items and record versions of each subject. */
import type { Context } from '../../request/context.ts';
import type { RecordRow, StatementRow, SubjectRow } from '../rows.ts';

export function notifySeen(context: Context, rows: readonly RecordRow[]): void {
  const bySubject = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const list = bySubject.get(row.subjectId);
    if (list === undefined) bySubject.set(row.subjectId, [row]);
    else list.push(row);
  }
  for (const [subjectId, shown] of bySubject)
    context.request.disclose({
      subjectId,
      personal: shown.some((row) => row.personal === true),
      items: [...new Set(shown.map((row) => row.item.code))],
      records: shown.map((row) => ({ id: row.id, version: row.version })),
      seen: shown.some((row) => row.whole) ? 'WHOLE' : 'DESENSITIZED',
    });
}

/** That a subject is held was shown. Nothing is told of whom nothing is held. */
export function discloseHeld(context: Context, { id, personal, heldBy }: SubjectRow): void {
  if (heldBy === null) return;
  context.request.disclose({
    subjectId: id,
    personal,
    items: [],
    heldBy: heldBy.item,
    records: [],
    seen: heldBy.whole ? 'WHOLE' : 'DESENSITIZED',
  });
}

/** The number of a person was shown whole: under the record that opened it, whatever else the answer shows (Articles 17 and 22). */
export function discloseNumber(context: Context, { id, personal, numberBy }: SubjectRow): void {
  if (numberBy !== null) discloseStatements(context, [{ ...numberBy, subjectId: id, personal }]);
}

/** Statements were shown: each counts under its item, and its correction finds whoever saw it (Article 39). */
export function discloseStatements(
  context: Context,
  statements: readonly Omit<StatementRow, 'kind' | 'value'>[],
): void {
  for (const { subjectId, personal, item, recordId, version, whole } of statements)
    context.request.disclose({
      subjectId,
      personal,
      items: [item],
      records: [{ id: recordId, version }],
      seen: whole ? 'WHOLE' : 'DESENSITIZED',
    });
}
