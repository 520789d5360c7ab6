/**
 * Where a rule matches in a text, as `matchAll` tells it. Most rules match in no ordinary text, and one that has no sign of a rule is not searched by it. A
 * text is read several times by the same rules, each time with more that is known: the matches in the last texts are remembered.
 */

/** What every match of some rules holds: a digit, a bracket, a word. */
export interface Sign {
  readonly id: number;
  readonly pattern: RegExp;
}

export interface Rule {
  readonly id: number;
  readonly pattern: RegExp;
  readonly sign: Sign | undefined;
}

let signs = 0;
const RULES: Rule[] = [];

export function signOf(pattern: RegExp): Sign {
  const id = signs;
  signs += 1;
  return { id, pattern };
}

/** A rule with the flag `g`. */
export function ruleOf(pattern: RegExp, sign?: Sign | RegExp): Rule {
  const rule = { id: RULES.length, pattern, sign: sign instanceof RegExp ? signOf(sign) : sign };
  RULES.push(rule);
  return rule;
}

export const DIGIT = signOf(/[0-9]/);

/** All rules that were made, for whoever proves that their signs are right. */
export const allRules = (): readonly Rule[] => RULES;

interface Seen {
  readonly matches: (readonly RegExpExecArray[] | undefined)[];
  readonly signs: (boolean | undefined)[];
}

/** The texts of some records. */
const MOST_TEXTS = 16;
/** Longer ones would hold much memory. */
const LONGEST = 2_000;
const texts = new Map<string, Seen>();
const NONE: readonly RegExpExecArray[] = [];

function seenOf(text: string): Seen {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= MOST_TEXTS) texts.clear();
  const seen: Seen = { matches: new Array(RULES.length), signs: new Array(signs) };
  if (text.length <= LONGEST) texts.set(text, seen);
  return seen;
}

function has(text: string, { id, pattern }: Sign, seen: Seen): boolean {
  const known = seen.signs[id];
  if (known !== undefined) return known;
  const found = pattern.test(text);
  seen.signs[id] = found;
  return found;
}

/** All matches of a pattern with the flag `g`. The pattern is not copied, as `matchAll` would. */
export function searched(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    // Nothing was matched: it goes on one character further.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

export function matchesOf(text: string, { id, pattern, sign }: Rule): readonly RegExpExecArray[] {
  const seen = seenOf(text);
  const known = seen.matches[id];
  if (known !== undefined) return known;
  const found = sign !== undefined && !has(text, sign, seen) ? NONE : searched(text, pattern);
  seen.matches[id] = found;
  return found;
}
