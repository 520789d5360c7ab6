/** A table as Markdown, which reads as well in a terminal. */

const isNumber = (cell: string): boolean => cell === '' || /^[×≤≥]? ?[\d.,]+( %)?$/.test(cell);

/** Columns that hold nothing but numbers stand at the right. */
export function table(rows: readonly (readonly string[])[], heads: readonly string[]): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? '').length)));
  const right = heads.map((_, column) => rows.length > 0 && rows.every((row) => isNumber(row[column] ?? '')));
  const cell = (row: readonly string[], width: number, column: number): string =>
    right[column] ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width);
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => cell(row, width, column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (right[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}
