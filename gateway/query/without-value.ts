/** Removes values that a caller sent from error messages about its query. Names of the schema stay. */

/** A message is cut to this length: it may repeat a name or value as long as the body. */
const MESSAGE_MAX = 2_000;

/** Quoted text that may stay: a name of the schema or document, or punctuation of GraphQL. */
const KEPT = /^(\[*\$?[A-Za-z_][\w.[\]!]{0,100}|[!$&():=@[\]{|}]|\.\.\.)$/;

/** A quoted text with escapes; one that was cut reaches to the end of the message. */
const QUOTED = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)(?:"|\\?$)/g;

/** Messages of graphql-js that repeat a value without escaping its quotes: everything from the first to the last quote is the value. */
const REPEATED = [/^(Value )"([\s\S]*)"(?= does not exist)/, /^(Syntax Error: .{0,60} \w+ )"([\s\S]*)"(?=\.$)/];

const quoted = (text: string): string => (KEPT.test(text) ? `"${text}"` : '"…"');

/**
 * Removes values, because a value may be an identification number. The message keeps the place and the fault. Each pattern takes linear
 * time, because a message may repeat a megabyte that a caller sent.
 */
export const withoutValue = (message: string): string =>
  REPEATED.reduce((text, what) => text.replace(what, (_, before, value) => before + quoted(value)), message)
    .slice(0, MESSAGE_MAX)
    .replace(/ got invalid value [\s\S]*?(?= at "[^"]*";|; |$)/, ' got an invalid value')
    .replace(/^(.{0,150}?cannot represent[^:"]{0,100}): [\s\S]*$/, '$1.')
    .replace(QUOTED, (_, text) => quoted(text))
    .replace(/\w+/g, (word) => (/\d{6}/.test(word) ? '…' : word));
