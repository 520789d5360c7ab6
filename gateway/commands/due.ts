/** `npm run due`: moves on what only time changes, such as display periods and deadlines. The server does the same by itself. */
import { parseArgs } from 'node:util';
import { isDate } from '../../schema/law/clocks/calendar.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { joinSubjects, sealPlainTexts } from '../../subgraphs/index.ts';
import { releaseStatistics } from '../../subgraphs/statistics/statistics.ts';
import { openPlatform } from '../platform.ts';
import { readConfig } from '../settings/config.ts';

const HELP = `Moves on what time alone changes.

  npm run due -- [--date YYYY-MM-DD]

  --date  the day to act for, at noon in Asia/Shanghai; today when absent

Display periods that ended put their records into the archive (Article 37 §2), and whoever was shown them is told; clocks that
ran out are noted as overdue; texts of decisions that lie in plain, from before they were sealed, are sealed; persons who are
held under an old number, or whose citizen number was sent as another kind, are joined to themselves. Once a quarter
the statistics are released, unless --date names a day or their privacy budget of the year is spent (STATISTICS_EPSILON). The
server does this by itself every DUE_EVERY_MS; several servers on one database do it once.
The embedded database can be opened by one process at a time: stop the server first, or use DATABASE_URL.`;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { date: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const { date } = values;
  if (date !== undefined && !isDate(date)) fail(`--date ${date} is not a date of the form YYYY-MM-DD.`);
  const { platform, requestAs, close } = await openPlatform(
    readConfig(),
    date === undefined ? {} : { now: () => new Date(`${date}T12:00:00+08:00`) },
  );
  try {
    const summary = await runDue(requestAs, platform.now);
    process.stdout.write(
      summary === undefined
        ? 'Another process is doing it.\n'
        : `${summary.expired} display periods ended, ${summary.overdue} clocks ran out, ${summary.moved} paused clocks moved on.\n`,
    );
    const sealed = await sealPlainTexts(requestAs);
    if (sealed > 0)
      process.stdout.write(`${sealed} decisions and requests that lay in plain were sealed for their subjects.\n`);
    const joined = await joinSubjects(requestAs);
    if (joined > 0)
      process.stdout.write(`${joined} subjects turned out to be one with another and were joined to it.\n`);
    // Statistics of a later day would keep those of all earlier days from being released.
    if (date !== undefined) return;
    const released = await releaseStatistics(requestAs, platform.now);
    process.stdout.write(`${released.said}\n`);
  } finally {
    await close();
  }
}

try {
  await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
