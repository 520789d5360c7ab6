/**
 * What of a free text leaves (Article 23, last paragraph): everything personal in it masked, or nothing of it. A pure function of the text and of what is
 * known; it has a version, because texts are kept in the form that one version gave them.
 */
import type { Known, KnownValue, Redacted, TextForm } from './facts.ts';
import { maskAddresses } from './homes/addresses.ts';
import { keepOpen, maskKnown, type Prepared, prepare } from './known-values.ts';
import { Masks } from './masks.ts';
import { maskGivenAlone } from './names/name-forms.ts';
import { maskNames } from './names/names.ts';
import { maskTranscribed } from './names/transcribed.ts';
import { isUndecided } from './names/undecided.ts';
import { maskBirths, maskBirthsBeside } from './numbers/dates.ts';
import { maskDocuments, maskDocumentsBeside } from './numbers/documents.ts';
import { maskNumbers } from './numbers/numbers.ts';
import { readBy } from './reading/reading.ts';
import type { Tagger } from './reading/tagger.ts';
import { isDoubtful } from './second-look.ts';

/** Raised with every change of what comes out. The scanner of before was version 1. */
export const REDACTION_VERSION = 2;

/** What anybody but the subject and an identified duty reads of a text that is withheld, whatever the cause. */
export const WITHHELD_TEXT = '［依法不予公开：第二十三条］';

const isThreeCharacters = ({ kind, value }: KnownValue): boolean =>
  kind === 'NAME' && /^\p{Script=Han}{3}$/u.test(value);

/** One text, once. */
function pass(original: string, form: TextForm, prepared: Prepared, tagger: Tagger): Redacted {
  const { folded, words, bare, dates, clusters, explained, closed } = readBy(tagger, original);
  const masks = new Masks(folded);
  keepOpen(bare, prepared, masks);
  maskKnown(folded, bare, prepared, words, masks);
  maskBirths(folded, dates, prepared.births, masks);
  maskNumbers(folded, clusters, explained, masks);
  maskDocuments(folded, explained, masks, form === 'NUMBER', prepared.isAboutPerson || masks.isAny());
  maskTranscribed(folded, words, masks);
  // Names tell whose an address is, and addresses whose a name.
  const around = { text: folded.text, words, masks, closed };
  maskNames(around);
  if (form === 'TEXT') {
    if (masks.isAny()) maskDocuments(folded, explained, masks, false, true);
    maskDocumentsBeside(folded, masks);
  }
  const before = masks.found.length;
  maskBirthsBeside(folded, dates, masks);
  maskAddresses(folded, words, prepared.isAboutPerson, masks);
  if (masks.found.length > before) maskNames(around);
  maskGivenAlone(around, [
    ...prepared.threeCharacters,
    ...masks.found.filter(isThreeCharacters).map(({ value }) => value),
  ]);
  const { found } = masks;
  const isLeft =
    form === 'TEXT' &&
    (isDoubtful(folded, clusters, explained, prepared.isAboutPerson, masks) ||
      ((prepared.isAboutPerson || masks.isAny()) && isUndecided(around)));
  if (masks.isTooMuch || isLeft) return { text: WITHHELD_TEXT, withheld: true, found };
  return { text: masks.text(), withheld: false, found };
}

/** A text that was masked is looked at again, until nothing changes: what stands beside a mask may tell more. So often at most. */
const MOST_PASSES = 4;

/** A function for all texts of one record. */
export function redactorOf(known: Known, tagger: Tagger): (text: string, form?: TextForm) => Redacted {
  let prepared: Prepared | undefined;
  return (original, form = 'TEXT') => {
    if (original === WITHHELD_TEXT) return { text: original, withheld: true, found: [] };
    // Most subjects have nothing but texts that were found clean before.
    prepared ??= prepare(known);
    let before = original;
    let last = pass(original, form, prepared, tagger);
    const found = [...last.found];
    for (let count = 1; last.text !== before && !last.withheld && count < MOST_PASSES; count += 1) {
      before = last.text;
      last = pass(before, form, prepared, tagger);
      found.push(...last.found.filter(({ value }) => !value.includes('*')));
    }
    return { text: last.text, withheld: last.withheld, found };
  };
}
