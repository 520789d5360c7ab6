/** Which word of a table ends, or begins, at a place of a text: the table is looked up by one character, and only its words are compared. */

/** By the code of the character. */
type Sorted = ReadonlyMap<number, readonly string[]>;

function sorted(words: Iterable<string>, key: (word: string) => number): Sorted {
  const index = new Map<number, string[]>();
  for (const word of words) {
    const list = index.get(key(word));
    if (list === undefined) index.set(key(word), [word]);
    else list.push(word);
  }
  for (const list of index.values()) list.sort((left, right) => right.length - left.length);
  return index;
}

/** Tells the longest word that ends at a place, or ''. */
export function endingWith(words: Iterable<string>): (text: string, end: number) => string {
  const index = sorted(words, (word) => word.charCodeAt(word.length - 1));
  return (text, end) => {
    const list = index.get(text.charCodeAt(end - 1));
    if (list !== undefined)
      for (const word of list) if (text.startsWith(word, end - word.length) && word.length <= end) return word;
    return '';
  };
}

/** Tells the longest word that begins at a place, or ''. */
export function beginningWith(words: Iterable<string>): (text: string, start: number) => string {
  const index = sorted(words, (word) => word.charCodeAt(0));
  return (text, start) => {
    const list = index.get(text.charCodeAt(start));
    if (list !== undefined) for (const word of list) if (text.startsWith(word, start)) return word;
    return '';
  };
}
