/** Commands of RECOVERY.md, as they stand there: a block after `<!-- page: NAME -->`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = readFileSync(join(import.meta.dirname, '../../gateway/RECOVERY.md'), 'utf8');

/** The block of that name, with names of the page replaced by those of a test. Fails for a name that the block does not have. */
export function fromPage(name: string, replaced: Readonly<Record<string, string>> = {}): string {
  const block = new RegExp(`<!-- page: ${name} -->\n\`\`\`\\w+\n(.*?)\`\`\``, 's').exec(PAGE)?.[1];
  if (block === undefined) throw new Error(`RECOVERY.md has no block "${name}".`);
  return Object.entries(replaced).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The block "${name}" of RECOVERY.md does not say ${from}.`);
    return text.replaceAll(from, to);
  }, block);
}
