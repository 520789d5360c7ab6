/** What is known beside a text, and what comes out of it. */
import type { PersonalKind } from '../facts.ts';

export interface KnownValue {
  readonly kind: PersonalKind;
  /** As it stands in its column: padded, listed, explained, or plain. */
  readonly value: string;
}

/** What is known beside the text. */
export interface Known {
  /** Of natural persons: it is masked wherever it stands, however it is written. */
  readonly personal: readonly KnownValue[];
  /** Names and seats of organizations: they stay. */
  readonly open: readonly string[];
}

/** Of a text that stands alone, or of a row that says nothing beside its texts. */
export const NOTHING_SAID: Known = { personal: [], open: [] };

/** A `NUMBER` is itself a number of a document, a case or a decision, so that digits in it need no word that says what they are. */
export type TextForm = 'TEXT' | 'NUMBER';

export interface Redacted {
  readonly text: string;
  readonly withheld: boolean;
  /** What was found in it beside what was known. It is known of the same record from then on, so that no later form shows it. */
  readonly found: readonly KnownValue[];
}
