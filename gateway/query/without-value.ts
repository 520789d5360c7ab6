/** What a message about a query repeats of it: names of the schema, and no value that somebody sent. */

/** Characters of a message that are looked at: it repeats names and values as long as a body. */
const MESSAGE_MAX = 2_000;

/** A name of the schema or of the document, or a sign of GraphQL, as messages quote them. */
const TOLD = /^(\[*\$?[A-Za-z_][\w.[\]!]{0,100}|[!$&():=@[\]{|}]|\.\.\.)$/;

/** A text in quotes, its own quotes escaped in it; one that was cut goes to the end. */
const QUOTED = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)(?:"|\\?$)/g;

/** What is repeated as it was sent, its own quotes as they are, from the first to the last of them. */
const REPEATED = [/^(Value )"([\s\S]*)"(?= does not exist)/, /^(Syntax Error: .{0,60} \w+ )"([\s\S]*)"(?=\.$)/];

const quoted = (text: string): string => (TOLD.test(text) ? `"${text}"` : '"…"');

/**
 * A value may be an identification number: the message keeps the place and the fault, not the value. Every step goes through the message
 * once, because it may repeat a megabyte that somebody sent.
 */
export const withoutValue = (message: string): string =>
  REPEATED.reduce((text, what) => text.replace(what, (_, before, value) => before + quoted(value)), message)
    .slice(0, MESSAGE_MAX)
    .replace(/ got invalid value [\s\S]*?(?= at "[^"]*";|; |$)/, ' got an invalid value')
    .replace(/^(.{0,150}?cannot represent[^:"]{0,100}): [\s\S]*$/, '$1.')
    .replace(QUOTED, (_, text) => quoted(text))
    .replace(/\w+/g, (word) => (/\d{6}/.test(word) ? '…' : word));
