/** The tagger of the service: jieba with its own dictionary. It is loaded with the first text, because it takes 60 MB and a fifth of a second. */
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import type { Tagger } from '../../schema/law/redact/tagger.ts';

const load = createRequire(import.meta.url);

let loaded: Jieba | undefined;

function jiebaOnce(): Jieba {
  if (loaded === undefined) {
    const library: typeof import('@node-rs/jieba') = load('@node-rs/jieba');
    const { dict }: typeof import('@node-rs/jieba/dict.js') = load('@node-rs/jieba/dict.js');
    loaded = library.Jieba.withDict(dict);
  }
  return loaded;
}

export const JIEBA: Tagger = { tag: (text) => jiebaOnce().tag(text, true) };
