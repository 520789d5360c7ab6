/**
 * The tagger of the service: jieba with its own dictionary, as WebAssembly, which every machine has. It is loaded with the first text, because it takes
 * 90 MB and a third of a second.
 */
import { createRequire } from 'node:module';
import type { Tagger, Word } from '../../schema/law/redact/reading/tagger.ts';

const require = createRequire(import.meta.url);

let loaded: typeof import('jieba-wasm') | undefined;

function jiebaOnce(): typeof import('jieba-wasm') {
  if (loaded === undefined) {
    const library: typeof import('jieba-wasm') = require('jieba-wasm');
    loaded = library;
  }
  return loaded;
}

/** The tag of a word does not depend on what stands beside it, so that words are kept with it: to cut alone takes half of the time. */
const WORDS = new Map<string, Word>();
const MOST_WORDS = 50_000;

/** Numbers come by the million, are seldom the same, and stand in no dictionary. */
const numberOf = (word: string): Word | undefined => (/^[0-9]+$/.test(word) ? { word, tag: 'm' } : undefined);

/** By the library alone, to hold what is kept against it. */
export const tagByLibrary = (text: string): readonly Word[] => jiebaOnce().tag(text, true);

function tag(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const word of jiebaOnce().cut(text, true)) {
    const known = WORDS.get(word) ?? numberOf(word);
    if (known === undefined) return tagAnew(text);
    words.push(known);
  }
  return words;
}

function tagAnew(text: string): readonly Word[] {
  if (WORDS.size > MOST_WORDS) WORDS.clear();
  const words = tagByLibrary(text);
  for (const one of words) WORDS.set(one.word, one);
  return words;
}

export const JIEBA: Tagger = { tag };
