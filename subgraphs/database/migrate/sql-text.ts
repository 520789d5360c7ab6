/** SQL files as statements. */

/** What must be read as one: comments, quoted text and names, and bodies between dollar signs. */
const WHOLE = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;/g;

/** Statements of a text in order, without the comments between and within them; those in bodies of functions stay. */
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
