/** What a wrong conversion leaves of a text: none of it can be undone by whoever receives it. */

/** How characters were lost: replaced by signs that say nothing, or written as others. */
export type Loss = 'REPLACED' | 'GARBLED';

const SUSPECT = 1;
/** In GBK but not in GB 2312: rare in a real text, and always there where UTF-8 was read as GBK. */
const RARE = 2;

/** Bytes of GBK by character. Node only decodes GB 18030, so the table is made by decoding every pair. */
const { bytes: GBK, marks: MARKS } = (() => {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) pairs.push(lead, trail);
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(pairs));
  const bytes = new Uint16Array(0x10000);
  const marks = new Uint8Array(0x10000);
  for (let at = 0; at < text.length; at += 1) {
    const [lead, trail] = [pairs[2 * at] ?? 0, pairs[2 * at + 1] ?? 0];
    const code = text.charCodeAt(at);
    bytes[code] = lead * 256 + trail;
    if (lead < 0xa1 || trail < 0xa1) marks[code] = RARE;
  }
  for (const sign of '\ufffd锟烫屯?') marks[sign.charCodeAt(0)] = SUSPECT;
  // UTF-8 of Chinese read as Latin-1 begins with one of these.
  for (let code = 0xe3; code <= 0xef; code += 1) marks[code] = SUSPECT;
  return { bytes, marks };
})();

const CHINESE = /^[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]{2,}$/u;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

const isChinese = (bytes: readonly number[]): boolean => {
  try {
    return CHINESE.test(UTF8.decode(Uint8Array.from(bytes)));
  } catch {
    return false;
  }
};

/** Whether three characters in a row, one of them rare, are two of UTF-8 that were read as GBK. */
function readAsGbk(text: string): boolean {
  for (let at = 0; at + 2 < text.length; at += 1) {
    const codes = [at, at + 1, at + 2].map((place) => text.charCodeAt(place));
    const pairs = codes.map((code) => GBK[code] ?? 0);
    const lead = (pairs[0] ?? 0) >> 8;
    if (lead < 0xe3 || lead > 0xef || pairs.includes(0) || !codes.some((code) => MARKS[code] === RARE)) continue;
    if (isChinese(pairs.flatMap((pair) => [pair >> 8, pair & 0xff]))) return true;
  }
  return false;
}

/** Characters that Windows-1252 has where Latin-1 has none, from 0x80. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const BEHIND = `\\u0080-\\u00bf${WINDOWS.replace(/[\x80-\x9f]/g, '')}`;
const LATIN = new RegExp(`(?:[\\u00e3-\\u00ef][${BEHIND}]{2}){2}`);
const byteOf = (sign: string): number => {
  const at = WINDOWS.indexOf(sign);
  return at === -1 ? sign.charCodeAt(0) : 0x80 + at;
};

/** Whether two characters of UTF-8 in a row were read as Latin-1 or Windows-1252. */
function readAsLatin(text: string): boolean {
  const found = LATIN.exec(text)?.[0];
  return found !== undefined && (found === 'ï¿½ï¿½' || isChinese([...found].map(byteOf)));
}

const REPLACED = /\ufffd|锟斤拷|斤拷锟|烫烫烫|屯屯屯|\?{3}/u;

/** What was lost in a text; null where nothing was. */
export function lostCharacters(text: string): Loss | null {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) found |= MARKS[text.charCodeAt(at)] ?? 0;
  if (found === 0) return null;
  if ((found & SUSPECT) !== 0) {
    if (REPLACED.test(text)) return 'REPLACED';
    if (readAsLatin(text)) return 'GARBLED';
  }
  return (found & RARE) !== 0 && readAsGbk(text) ? 'GARBLED' : null;
}
