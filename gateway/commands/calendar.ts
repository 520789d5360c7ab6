/** `npm run calendar`: loads the working days of a year from a file. */
import { readFileSync } from 'node:fs';
import { needless, parseHolidayFile } from '../../schema/law/clocks/calendar-file.ts';
import type { Language, Localized } from '../../schema/localized.ts';
import { loadYear } from '../../subgraphs/clocks/load-year.ts';
import { openPlatform } from '../platform.ts';
import { readConfig } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/calendar.ts';

type Texts = (typeof TEXTS)[Language];

function readFile(path: string, texts: Texts): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fail(texts.unreadable(path));
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(texts.notJson(path, error instanceof Error ? error.message : ''));
  }
}

const OPTIONS = { replace: { type: 'boolean', default: false } } as const;

await command(TEXTS, { options: OPTIONS, files: true }, async ({ values, positionals, language, texts }) => {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) fail(`${texts.nameOneFile}\n\n${texts.help}`);
  const parsed = parseHolidayFile(readFile(path, texts));
  const inWords = (found: readonly Localized[]): string[] => found.map((one) => one[language]);
  if (!parsed.ok) fail(texts.refused(path, inWords(parsed.faults)));
  for (const day of inWords(needless(parsed.file))) process.stderr.write(`${texts.lookAgain(day)}\n`);
  const { platform, requestAs, close } = await openPlatform(readConfig());
  const { year, source } = parsed.file;
  // `fail` ends the process: the database is closed before that, whatever the result.
  const result = await loadYear(requestAs, parsed.file, values.replace, platform.now).finally(close);
  if (result.outcome === 'DIFFERS') fail(texts.differs(year, inWords(result.differences)));
  process.stdout.write(
    `${result.outcome === 'UNCHANGED' ? texts.unchanged(year) : texts.loaded(year, source, result.changed, result.firm)}\n`,
  );
});
