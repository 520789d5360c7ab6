/** `npm run import`: imports a provider's file into the database, row by row. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type ImportProgress,
  type ImportSummary,
  importProviderFile,
  isLayout,
  LAYOUTS,
  WARNINGS,
} from '../../subgraphs/import.ts';
import { loadSample } from '../../subgraphs/sample.ts';
import { openPlatform } from '../platform.ts';
import { type FileOrder, handOver } from '../process/control-socket.ts';
import { type Config, readConfig } from '../settings/config.ts';

const HELP = `Imports a file of a providing unit.

  npm run import -- FILE --layout LAYOUT --unit UNIT [--dry-run]

  --layout   ${LAYOUTS.join(' | ')}
  --unit     code of the unit that delivers; the catalog names it as the provider of the items (sample: HLJ-AMR)
  --dry-run  checks every row as if it were stored, writes the files of rejected rows and warnings, and stores nothing

Layouts
  double-publicity-permit, double-publicity-penalty
                 the exchange form of permits and penalties (双公示), also that of 2016; the first line names the columns by their
                 codes (XK_…, CF_…) or their Chinese names, in any order
  registration   the columns name (名称), uscc (统一社会信用代码), reg_date (成立日期) and, where known, type, capital, scope
  records        one JSON object a line: item, subject { type, value }, subjectName, occurredOn, content and, where there are any,
                 subjectAddress, subjectPhone, basisDocument, consent, simplifiedProcedure

Files       CSV in UTF-8, with or without byte order mark, or in GB18030; the first sheet of an XLSX without formulas; CSV and lines
            of JSON also packed with gzip. What a file is, its bytes say, not its name.
Rejected    Rows that are not right come back as FILE.rejected.csv (FILE.rejected.ndjson for records), in their layout, with line,
            code and reason behind each. Mend them there and import that file. An apostrophe before what a spreadsheet would take
            for a formula is no part of the cell.
Warnings    What was understood although it was not written as the form asks is told in FILE.warnings.csv:
${Object.entries(WARNINGS)
  .map(([code, what]) => `              ${code.padEnd(18)} ${what.en}`)
  .join('\n')}
Again       The same file changes nothing; a row that changed becomes a correction, a new version with its history.
Stopped     An import that was stopped or killed goes on where it was when the same command is given again (FILE.progress.json).
            Rows of the batch that was cut short are then counted as unchanged. After a dry run of the file, or where the files of
            rejected rows or warnings were taken away, it begins anew, and what is stored is found unchanged.
At once     One import of a file at a time (FILE.lock); what a killed one left of it is in nobody's way.

Exit status: 0 all accepted, 2 some rows rejected, 1 failed.

The embedded database is open in one process at a time: while the server runs, this command hands the file to it.`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function fail(message: string): never {
  say(message);
  process.exit(1);
}

const PROGRESS_EVERY_MS = 1_000;

/** Prints progress with rate and time left: on a terminal it rewrites one line, elsewhere it adds a line every second. */
function progressLine(): (progress: { rows: number; share: number }) => void {
  const began = performance.now();
  let printedAt = 0;
  return ({ rows, share }) => {
    const now = performance.now();
    if (now - printedAt < PROGRESS_EVERY_MS) return;
    printedAt = now;
    const seconds = (now - began) / 1000;
    const left = share > 0 ? Math.round(seconds / share - seconds) : 0;
    const line = `${rows} rows, ${Math.round(share * 100)} %, ${Math.round(rows / seconds)} rows a second, about ${left} s left`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

function summarize(summary: ImportSummary, trial: boolean): void {
  process.stdout.write(
    `${summary.rows} rows: ${summary.accepted} accepted, ${summary.unchanged} unchanged, ${summary.corrected} corrected, ${summary.rejected} rejected; ${summary.late} delivered late\n`,
  );
  if (trial) process.stdout.write('This was a dry run: nothing was stored.\n');
  if (summary.resumedAt > 0) process.stdout.write(`Went on behind row ${summary.resumedAt}, where it had stopped.\n`);
  const warned = Object.entries(summary.warnings).map(([code, count]) => `${count} ${code}`);
  if (warned.length > 0) process.stdout.write(`Warnings: ${warned.join(', ')}; see ${summary.warningsFile}\n`);
  if (summary.rejectedFile !== null)
    process.stdout.write(`Rejected rows with their reasons: ${summary.rejectedFile}\n`);
}

async function importHere(config: Config, order: FileOrder, onProgress: (progress: ImportProgress) => void) {
  const { platform, snapshots, requestAs, close } = await openPlatform(config);
  try {
    // A row needs a published catalog item. In development the sample catalog is loaded first, as the server does.
    if (config.sample) await loadSample(platform, snapshots, (step) => say(`  sample: ${step}`));
    return await importProviderFile({
      ...order,
      open: () => requestAs({ role: 'PROVIDER', unit: order.unit }),
      onProgress,
    });
  } finally {
    await close();
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      layout: { type: 'string' },
      unit: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) fail(`Name one file.\n\n${HELP}`);
  if (!existsSync(file)) fail(`There is no file ${file}.`);
  if (values.unit === undefined || values.unit === '') fail(`--unit is missing.\n\n${HELP}`);
  const { layout, unit } = values;
  if (layout === undefined || !isLayout(layout)) fail(`--layout is none of ${LAYOUTS.join(', ')}.\n\n${HELP}`);
  const trial = values['dry-run'];
  const order = { file: resolve(file), layout, unit, trial };
  const config = readConfig();
  const onProgress = progressLine();
  const summary =
    config.databaseUrl === undefined
      ? ((await handOver(config.folder, order, onProgress)) ?? (await importHere(config, order, onProgress)))
      : await importHere(config, order, onProgress);
  if (process.stderr.isTTY) say('');
  summarize(summary, trial);
  return summary.rejected > 0 ? 2 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
