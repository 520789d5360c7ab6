/** Splits SQL files into statements, and reads the comment at the beginning of a migration. */
import type { Localized } from '../../../schema/localized.ts';

/** Parts in which a semicolon does not end a statement: comments, quoted text and names, bodies between dollar signs. */
const WHOLE = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;/g;

/** Statements in order. Comments are removed, except within function bodies, which are one part. */
export function statementsOf(text: string): readonly string[] {
  const sql = text.replaceAll('\r\n', '\n');
  const statements: string[] = [];
  let current = '';
  let from = 0;
  const end = (): void => {
    const statement = current.trim();
    if (statement !== '') statements.push(statement);
    current = '';
  };
  for (const match of sql.matchAll(WHOLE)) {
    const [part] = match;
    current += sql.slice(from, match.index);
    from = match.index + part.length;
    if (part === ';') end();
    else if (!part.startsWith('--') && !part.startsWith('/*')) current += part;
  }
  current += sql.slice(from);
  end();
  return statements;
}

const COMMENT = /^(?:--[^\n]*\n)+/;
const CHINESE = 'zh: ';

/** The comment that the first of the texts begins with, on one line. What follows `-- zh:` is said in Chinese; where there is none, in English. */
export function descriptionOf(texts: readonly string[]): Localized {
  const comments = texts.map((text) => COMMENT.exec(text.replaceAll('\r\n', '\n'))?.[0] ?? '');
  const lines = (comments.find((comment) => comment !== '') ?? '').split('\n').map((line) => line.replace(/^-- ?/, ''));
  const at = lines.findIndex((line) => line.startsWith(CHINESE));
  const en = (at < 0 ? lines : lines.slice(0, at)).join(' ').trim();
  return { en, zh: at < 0 ? en : lines.slice(at).join('').slice(CHINESE.length).trim() };
}
