/** `npm run calendar`: loads the working days of a year from a file. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { needless, parseHolidayFile } from '../../schema/law/clocks/calendar-file.ts';
import { loadYear } from '../../subgraphs/clocks/load-year.ts';
import { openPlatform } from '../platform.ts';
import { readConfig } from '../settings/config.ts';

const HELP = `Loads the working days of a year, as the State Council arranged them.

  npm run calendar -- FILE [--replace]

  FILE       JSON in the form of the holiday-cn data:
             { "year": 2027, "papers": ["https://www.gov.cn/…"], "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }, …] }
             days off on weekdays and worked weekends; all other days follow the week
  --replace  changes a year that is held already; without it the differences are told and nothing is changed

Deadlines that were provisional because the year was not known become firm; those of the December before move where the file says
something of it. A weekday said to be worked is taken, and told. The same file again changes nothing.
The embedded database can be opened by one process at a time: stop the server first, or use DATABASE_URL.
Exit 0: loaded or unchanged. Exit 1: refused, with every fault and its place.`;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fail(`The file ${path} cannot be read.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(`The file ${path} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) fail(`Name one file.\n\n${HELP}`);
  const parsed = parseHolidayFile(readFile(path));
  if (!parsed.ok) fail(`${path} is refused:\n- ${parsed.faults.join('\n- ')}`);
  for (const day of needless(parsed.file)) process.stderr.write(`Look again: ${day}.\n`);
  const { platform, requestAs, close } = await openPlatform(readConfig());
  const { year, source } = parsed.file;
  // `fail` ends the process: the database is closed before that, whatever the result.
  const result = await loadYear(requestAs, parsed.file, values.replace, platform.now).finally(close);
  if (result.outcome === 'DIFFERS')
    fail(
      `${year} is held already, and the file says otherwise:\n- ${result.differences.join('\n- ')}\nSay --replace if the file is right.`,
    );
  process.stdout.write(
    result.outcome === 'UNCHANGED'
      ? `${year} is held as the file has it; nothing was changed.\n`
      : `${year} is loaded from ${source}. ${result.changed} deadlines were reckoned anew, ${result.firm} are firm now.\n`,
  );
}

try {
  await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
