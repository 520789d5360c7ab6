/** What a decision says of those whom it names: known of each of them (Article 23), and how its document is found again. */
import { desensitizeText } from '../../../schema/law/desensitize/desensitize.ts';
import type { Known } from '../../../schema/law/redact/facts.ts';
import type { Secrets } from '../../keys/secrets.ts';
import { basisMark, unfoldedMark } from '../../redaction/basis.ts';
import { knownIn, type SubjectKnown } from '../../redaction/known-values.ts';
import { withBeside } from '../../redaction/named-beside.ts';
import { knownOfSubject } from '../../redaction/open-form.ts';
import type { Texts } from '../../redaction/whole-texts.ts';
import type { Named } from './listed-subjects.ts';

const knownOfNamed = (subject: Named): Known => knownOfSubject({ ...subject, address: null, phone: null });

/** Everybody whom a decision names is known of each whom it is about. */
export function knownOfEach(named: readonly Named[]): { readonly subjectId: string; readonly known: Known }[] {
  const all = named.map(knownOfNamed);
  const known = { personal: all.flatMap(({ personal }) => personal), open: all.flatMap(({ open }) => open) };
  return named.map(({ id }) => ({ subjectId: id, known }));
}

/** What entries that were submitted together say: who is named by one and stands in the texts of another is known of that too. */
export function knownOfEntries(
  entries: readonly { readonly subject: Named; readonly texts: readonly string[] }[],
): { readonly subjectId: string; readonly known: Known }[] {
  return withBeside(
    entries.map(({ subject, texts }) => ({ subjectId: subject.id, known: knownOfNamed(subject), texts })),
  );
}

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

/**
 * What is known of one whom a decision names, and stands in its texts, is known of all whom it names: its document is masked alike for each of them. So are
 * the names of a person that the decision gives by the number alone.
 */
export function shareKnown(known: ReadonlyMap<string, SubjectKnown>, named: readonly Named[], texts: Texts): void {
  if (named.length < 2) return;
  const said = bare(Object.values(texts).join('\n'));
  for (const { id, personal, name } of named) {
    const { kept } = knownIn(known, id);
    const shared = [...kept.personal, ...kept.found].filter(
      ({ kind, value }) => (personal && name === null && kind === 'NAME') || said.includes(bare(value)),
    );
    for (const other of named) if (other.id !== id) knownIn(known, other.id).add({ personal: shared, open: [] });
  }
}

export interface Basis {
  /** Of the whole name of the document. */
  readonly mark: string;
  /** What a row of before holds for the same document: the mark of what an earlier form left of it, that form, or the whole. */
  readonly before: readonly string[];
}

/** How a document is found, by `coalesce(encode(basis_mark, 'hex'), basis_document)`. */
export function basisOf(secrets: Pick<Secrets, 'fingerprint'>, document: string): Basis {
  const form = desensitizeText(document);
  return {
    mark: basisMark(secrets, document).toString('hex'),
    before: [
      ...[basisMark(secrets, form), ...[form, document].map((said) => unfoldedMark(secrets, said))].map((mark) =>
        mark.toString('hex'),
      ),
      form,
      document,
    ],
  };
}
