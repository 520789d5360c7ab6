/** The reference of a case as it stands in the ledger, in reports and in answers: it may name other people, and the subject reads it (Article 23). */
import { redactAlone } from '../../schema/law/redact/alone.ts';

/** The one of the last request: an answer names its case with each of its subjects. */
let last: { readonly sent: string; readonly open: string } | undefined;

export function openCase(sent: string | null): string | null {
  if (sent === null) return null;
  if (last?.sent !== sent) last = { sent, open: redactAlone(sent, 'NUMBER') };
  return last.open;
}
