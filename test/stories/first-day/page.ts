/** A page of commands as its reader meets it: blocks to paste, each with what it prints. */

export interface Step {
  /** Heading under which the block stands. */
  readonly heading: string;
  /** The block, word for word. */
  readonly commands: string;
  /** What the page says that it prints; undefined where it says nothing. */
  readonly printed: string | undefined;
}

/** The blocks of a page in their order. A block of `text` or `json` is what the block of `sh` before it prints; any other is to be read. */
export function stepsOf(page: string): readonly Step[] {
  const steps: { heading: string; commands: string; printed: string | undefined }[] = [];
  let heading = '';
  let fence: { readonly language: string; readonly lines: string[] } | undefined;
  for (const line of page.split('\n')) {
    if (fence === undefined) {
      heading = /^##+ (.*)/.exec(line)?.[1] ?? heading;
      const language = /^```(\w*)/.exec(line)?.[1];
      if (language !== undefined) fence = { language, lines: [] };
      continue;
    }
    if (line !== '```') {
      fence.lines.push(line);
      continue;
    }
    const last = steps.at(-1);
    const text = fence.lines.join('\n');
    if (fence.language === 'sh') steps.push({ heading, commands: text, printed: undefined });
    else if (['text', 'json'].includes(fence.language) && last !== undefined) last.printed = text;
    fence = undefined;
  }
  return steps;
}

/** The page with other values in its block of names, where it says that a reader puts their own. Every name must be there. */
export function withNames(page: string, names: Readonly<Record<string, string>>): string {
  let changed = page;
  for (const [name, value] of Object.entries(names)) {
    const line = new RegExp(`^export ${name}=.*$`, 'm');
    if (!line.test(changed)) throw new Error(`The page names no ${name}.`);
    changed = changed.replace(line, () => `export ${name}='${value}'`);
  }
  return changed;
}

/** What is another at each run: instants, days, ids, hashes, durations. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g, '<instant>'],
  [/\b20\d{2}-\d{2}-\d{2}\b/g, '<day>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>'],
  [/\b[0-9a-f]{64}\b/g, '<hash>'],
  [/(?<=")(?=[\w+/=-]*\d)[\w+/=-]{20,}(?=")/g, '<id>'],
  [/\bleaf \d+ of \d+\b/g, '<leaf>'],
];

const masked = (text: string): string => MASKS.reduce((seen, [pattern, mask]) => seen.replace(pattern, mask), text);

/** How far a command is: it is told each second, so that a quick one tells nothing. */
const ofProgress = (line: string): boolean => /^\d+ (?:rows, \d+ %|of \d+ changes$)/.test(line);

/** An answer in JSON as it is, whatever its line breaks; other text line by line. Ids, instants and hashes are masked. */
export function comparable(text: string): unknown {
  const lines = text.split('\n').filter((line) => !ofProgress(line) && line.trim() !== '');
  const plain = masked(lines.join('\n'));
  try {
    return JSON.parse(plain);
  } catch {
    return plain.split('\n');
  }
}
