/** Why a journal cannot be replayed, with its place. Whoever starts reads it, in both languages. */
import type { Localized } from '../../../schema/localized.ts';
import { journalMessages } from '../../../schema/messages/journal.ts';

export type JournalFaultKind = 'NO_JSON' | 'NO_ENTRY' | 'MARK' | 'CHAIN';

export class JournalFault extends Error {
  /** FILE:LINE. */
  readonly place: string;
  readonly kind: JournalFaultKind;
  readonly said: Localized;
  constructor(place: string, kind: JournalFaultKind) {
    const said = journalMessages.damaged[kind](place);
    super(said.en);
    this.place = place;
    this.kind = kind;
    this.said = said;
  }
}
