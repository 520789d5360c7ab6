/**
 * The tagger of the service: jieba with its own dictionary, as WebAssembly, which every machine has. It is loaded with the first text, because it takes
 * 90 MB and a third of a second.
 */
import { createRequire } from 'node:module';
import type { Tagger } from '../../schema/law/redact/tagger.ts';

const require = createRequire(import.meta.url);

let loaded: typeof import('jieba-wasm') | undefined;

function jiebaOnce(): typeof import('jieba-wasm') {
  if (loaded === undefined) {
    const library: typeof import('jieba-wasm') = require('jieba-wasm');
    loaded = library;
  }
  return loaded;
}

export const JIEBA: Tagger = { tag: (text) => jiebaOnce().tag(text, true) };
