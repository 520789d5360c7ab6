/** KEYS.md says what is there: each of its commands and options exists, and what it says they print they print. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TEXTS as KEYS } from '../../gateway/commands/texts/keys.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'gateway/KEYS.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

it('A17.1 A17.2 every command of KEYS.md exists, with its options', () => {
  const commands = [...page.matchAll(/npm run (?:--silent )?([a-z-]+)((?: -- [^\n`#]*)?)/g)];
  expect(new Set(commands.map(([, name]) => name))).toEqual(new Set(['keys', 'reseal', 'verify-proof']));
  for (const [, name] of commands) expect(scripts).toHaveProperty(name ?? '');
  const options = commands.flatMap(([, name, rest]) =>
    name === 'keys' ? [...(rest ?? '').matchAll(/--([a-z-]+)/g)].map(([option]) => option) : [],
  );
  expect(options.length).toBeGreaterThan(6);
  for (const option of options) for (const { help } of Object.values(KEYS)) expect(help).toContain(option);
});

it('what it says they print they print', () => {
  expect(page).toContain('The key k-0123456789ab stands last in keys.json');
  expect(KEYS.en.added('k-0123456789ab', 'keys.json')).toMatch(
    /^The key k-0123456789ab stands last in keys\.json\. Now: copy the file to every machine, restart every process/,
  );
  expect(page).toContain('prints: The key … stands first');
  expect(KEYS.en.sealsWith('…')).toMatch(
    /^The key … stands first\. Now: copy the file to every machine, restart every process/,
  );
});

it('names every member of the key file, and says of index and pseudonym that they never change', () => {
  for (const member of ['sealing', 'index', 'pseudonym', 'signing', 'cursor', 'login'])
    expect(page).toMatch(new RegExp(`^\\| \`${member}\` \\|`, 'm'));
  for (const member of ['index', 'pseudonym'])
    expect(page).toMatch(new RegExp(`^\\| \`${member}\` \\|[^|]*\\| \\*\\*never\\*\\*`, 'm'));
  expect(page.split('\n').length).toBeLessThan(100);
});
