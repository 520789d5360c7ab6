/** `npm run import`: takes a provider's file into the database, row by row. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ImportSummary, importProviderFile, isLayout, LAYOUTS } from '../subgraphs/import.ts';
import { loadSample } from '../subgraphs/sample.ts';
import { readConfig } from './config.ts';
import { openHouse } from './server.ts';

const HELP = `Imports a file of a providing unit.

  npm run import -- FILE --layout LAYOUT --unit UNIT

  --layout   ${LAYOUTS.join(' | ')}
  --unit     code of the unit that delivers; the catalog names it as the provider of the items (sample: HLJ-AMR)

Layouts
  double-publicity-permit, double-publicity-penalty
                 the exchange form of permits and penalties: UTF-8 CSV with the codes (XK_…, CF_…) as its first line
  registration   UTF-8 CSV with the columns name, uscc, reg_date and, where known, type, capital, scope
  records        one JSON object a line: item, subject { type, value }, subjectName, occurredOn, basisDocument, consent, content

What is accepted is stored; what is not comes back beside the file as FILE.rejected.csv (FILE.rejected.ndjson for records) with the
reason of each row, and can be mended and sent again. Sending the same file again changes nothing; a changed row becomes a correction, a new version.

Exit status: 0 all accepted, 2 some rows rejected, 1 failed.

The embedded database takes one process at a time: stop the server first, or use DATABASE_URL.`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function fail(message: string): never {
  say(message);
  process.exit(1);
}

const PROGRESS_EVERY_MS = 1_000;

/** Progress with rate and time left; on a terminal in one line, elsewhere a line now and then. */
function progressLine(): (progress: { rows: number; share: number }) => void {
  const began = performance.now();
  let told = 0;
  return ({ rows, share }) => {
    const now = performance.now();
    if (now - told < PROGRESS_EVERY_MS) return;
    told = now;
    const seconds = (now - began) / 1000;
    const left = share > 0 ? Math.round(seconds / share - seconds) : 0;
    const line = `${rows} rows, ${Math.round(share * 100)} %, ${Math.round(rows / seconds)} rows a second, about ${left} s left`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

function summarize(summary: ImportSummary): void {
  process.stdout.write(
    `${summary.rows} rows: ${summary.accepted} accepted, ${summary.unchanged} unchanged, ${summary.corrected} corrected, ${summary.rejected} rejected; ${summary.late} delivered late\n`,
  );
  if (summary.rejectedFile !== null)
    process.stdout.write(`Rejected rows with their reasons: ${summary.rejectedFile}\n`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      layout: { type: 'string' },
      unit: { type: 'string' },
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
  if (values.unit === undefined) fail(`--unit is missing.\n\n${HELP}`);
  const { layout, unit } = values;
  if (layout === undefined || !isLayout(layout)) fail(`--layout is none of ${LAYOUTS.join(', ')}.\n\n${HELP}`);
  const config = readConfig();
  const { house, directories, act, close } = await openHouse(config);
  try {
    // An item that no catalog has published is refused: in development the sample catalog is there from the start.
    if (config.sample) await loadSample(house, directories, (step) => say(`  sample: ${step}`));
    const open = () => act({ role: 'PROVIDER', unit });
    const summary = await importProviderFile({ file, layout, unit, open, onProgress: progressLine() });
    if (process.stderr.isTTY) say('');
    summarize(summary);
    return summary.rejected > 0 ? 2 : 0;
  } finally {
    await close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
