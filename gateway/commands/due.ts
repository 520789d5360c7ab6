/** `npm run due`: moves on what only time changes, such as display periods and deadlines. The server does the same by itself. */
import { isDate } from '../../schema/law/clocks/calendar.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { joinSubjects, sealPlainTexts } from '../../subgraphs/index.ts';
import { isGapOpen } from '../../subgraphs/recovery/gap.ts';
import { runTelling } from '../../subgraphs/rights/told/run-telling.ts';
import { releaseStatistics } from '../../subgraphs/statistics/statistics.ts';
import { openPlatform } from '../platform.ts';
import { readConfig } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/due.ts';

const OPTIONS = { date: { type: 'string' } } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await command(TEXTS, { options: OPTIONS }, async ({ values, language, texts }) => {
  const { date } = values;
  if (date !== undefined && !isDate(date)) fail(texts.noDate(date));
  const { platform, requestAs, close } = await openPlatform(
    readConfig(),
    date === undefined ? {} : { now: () => new Date(`${date}T12:00:00+08:00`) },
  );
  try {
    const summary = await runDue(requestAs, platform.now, (work, done) => {
      process.stderr.write(`${texts.progress(work, done)}\n`);
    });
    say(
      summary === undefined
        ? texts.elsewhere
        : texts.summary(summary.expired, summary.overdue, summary.moved, summary.deleted, summary.ends),
    );
    const { ending } = await runTelling(requestAs, platform.now);
    if (ending > 0) say(texts.ending(ending));
    const sealed = await sealPlainTexts(requestAs);
    if (sealed > 0) say(texts.sealed(sealed));
    const joined = await joinSubjects(requestAs);
    if (joined > 0) say(texts.joined(joined));
    // Statistics of a later day would keep those of all earlier days from being released.
    if (date !== undefined) return;
    // Whoever reads them would be answered from a ledger that lost entries. The server waits with them too.
    if (await isGapOpen(platform.database, platform.now())) return say(texts.gap);
    const released = await releaseStatistics(requestAs, platform.now);
    say(released.said[language]);
  } finally {
    await close();
  }
});
