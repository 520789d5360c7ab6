/** Records what an answer shows, for the ledger: items and record versions of each subject. */
import type { Context } from '../../request/context.ts';
import type { RecordRow } from '../rows.ts';

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
