/** Codes and keys one behind the other, as a sentence names them. */
export const listed = (words: readonly string[], mark: string): string => words.join(mark);
