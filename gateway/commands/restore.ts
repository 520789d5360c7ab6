/** `npm run restore`: restores a backup into an empty database. */
import { resolve } from 'node:path';
import { nowAndThen } from '../recovery/progress.ts';
import { Refused } from '../recovery/refused.ts';
import { restoreBackup } from '../recovery/restore/restore.ts';
import { RESTORE } from '../recovery/sentences/restore.ts';
import { readConfig, readPlaces } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/restore.ts';

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const OPTIONS = {
  checkpoint: { type: 'string' },
  journal: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

await command(TEXTS, { options: OPTIONS, files: true }, async ({ values, positionals, language, texts }) => {
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) fail(`${texts.nameOneFolder}\n\n${texts.help}`);
  const folder = resolve(given);
  try {
    const places = readPlaces();
    // Read only where it is there: in development keys would be made that open nothing.
    if (places.keyFile === undefined) throw new Refused(RESTORE.noKeys(places.folder));
    const config = readConfig();
    const { manifest, ledger } = await restoreBackup({
      config: values.journal === undefined ? config : { ...config, journalFolder: resolve(values.journal) },
      folder,
      checkpointFile: values.checkpoint,
      trial: values['dry-run'],
      steps: {
        onFile: (name) => tell(texts.checking(name)),
        onAgain: () => tell(texts.again),
        onBytes: nowAndThen((bytes) => tell(texts.loaded(bytes))),
        onVerify: () => tell(texts.verifying),
      },
    });
    const rows = Object.values(manifest.rows).reduce((sum, one) => sum + one, 0);
    process.stdout.write(
      `${ledger === undefined ? texts.trial(folder) : texts.restored({ folder, takenAt: manifest.takenAt, rows, ledger })}\n`,
    );
  } catch (error) {
    if (error instanceof Refused) fail(error.said[language]);
    throw error;
  }
});
