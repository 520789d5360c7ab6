/** What finds names that no word introduces. Behind an interface, so that another tagger can be tried against the corpus. */

/** One word of a text, in its order: the words of a text joined are the text. */
export interface Word {
  readonly word: string;
  /** Part of speech as in the tag set of ICTCLAS: `nr` a person's name, `nrt` a transcribed one, `ns` a place, `nt` an organization … */
  readonly tag: string;
}

export interface Tagger {
  tag(text: string): readonly Word[];
}
