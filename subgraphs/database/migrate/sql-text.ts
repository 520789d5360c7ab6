/** Splits SQL files into statements. */

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
