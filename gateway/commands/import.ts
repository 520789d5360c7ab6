/** `npm run import`: imports a provider's file into the database, row by row. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../../schema/localized.ts';
import {
  type ImportProgress,
  type ImportSummary,
  importProviderFile,
  isLayout,
  writeTemplate,
} from '../../subgraphs/import.ts';
import { loadSample } from '../../subgraphs/sample.ts';
import { openPlatform } from '../platform.ts';
import { type FileOrder, handOver } from '../process/control-socket.ts';
import { type Config, readConfig } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/import.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const PROGRESS_EVERY_MS = 1_000;

/** Prints progress with rate and time left: on a terminal it rewrites one line, elsewhere it adds a line every second. */
function progressLine(language: Language): (progress: { rows: number; share: number }) => void {
  const began = performance.now();
  let printedAt = 0;
  return ({ rows, share }) => {
    const now = performance.now();
    if (now - printedAt < PROGRESS_EVERY_MS) return;
    printedAt = now;
    const seconds = (now - began) / 1000;
    const left = share > 0 ? Math.round(seconds / share - seconds) : 0;
    const line = TEXTS[language].progress(rows, Math.round(share * 100), Math.round(rows / seconds), left);
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

function summarize(summary: ImportSummary, { language, trial }: FileOrder): void {
  const texts = TEXTS[language];
  const lines = [texts.summary(summary)];
  if (summary.rows === 0) lines.push(texts.noRows);
  if (trial) lines.push(texts.trial);
  if (summary.resumedAt > 0) lines.push(texts.wentOn(summary.resumedAt));
  if (summary.warningsFile !== null) lines.push(texts.warnings(summary));
  if (summary.rejectedFile !== null) lines.push(texts.rejected(summary.rejectedFile));
  for (const line of lines) process.stdout.write(`${line}\n`);
}

async function importHere(config: Config, order: FileOrder, onProgress: (progress: ImportProgress) => void) {
  const { platform, snapshots, requestAs, close } = await openPlatform(config);
  try {
    // A row needs a published catalog item. In development the sample catalog is loaded first, as the server does.
    if (config.sample) await loadSample(platform, snapshots, (step) => say(TEXTS[order.language].sample(step)));
    return await importProviderFile({
      ...order,
      open: () => requestAs({ role: 'PROVIDER', unit: order.unit }),
      onProgress,
    });
  } finally {
    await close();
  }
}

async function template(layout: string, files: readonly string[], language: Language): Promise<void> {
  const texts = TEXTS[language];
  if (files.length > 1) fail(texts.templateOnlyFile);
  say(texts.templateWritten(await writeTemplate(layout, language, files[0])));
}

const OPTIONS = {
  layout: { type: 'string' },
  unit: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  template: { type: 'string' },
} as const;

await command(TEXTS, { options: OPTIONS, files: true }, async ({ values, positionals, language, texts }) => {
  if (values.template !== undefined) return await template(values.template, positionals, language);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) fail(`${texts.nameOneFile}\n\n${texts.help}`);
  if (!existsSync(file)) fail(texts.noFile(file));
  const { layout, unit } = values;
  if (unit === undefined || unit === '') fail(`${texts.unitMissing}\n\n${texts.help}`);
  if (layout === undefined || !isLayout(layout)) fail(`${texts.layoutUnknown}\n\n${texts.help}`);
  const order = { file: resolve(file), layout, unit, trial: values['dry-run'], language };
  const config = readConfig();
  const onProgress = progressLine(language);
  const summary =
    config.databaseUrl === undefined
      ? ((await handOver(config.folder, order, onProgress)) ?? (await importHere(config, order, onProgress)))
      : await importHere(config, order, onProgress);
  if (process.stderr.isTTY) say('');
  summarize(summary, order);
  process.exitCode = summary.rejected > 0 ? 2 : 0;
});
