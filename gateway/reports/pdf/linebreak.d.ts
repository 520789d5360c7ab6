/** The package says no types of its own. */
declare module 'linebreak' {
  /** Where lines may be broken (Unicode Standard Annex 14), from the beginning of a text to its end. */
  class LineBreaker {
    constructor(text: string);
    /** The next place; null after the last, which is the end of the text. */
    nextBreak(): { readonly position: number; readonly required?: boolean } | null;
  }

  // biome-ignore lint/style/noDefaultExport: the package has it so
  export default LineBreaker;
}
