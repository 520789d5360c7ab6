/** `npm run backup`: writes a backup of the database into a folder. It reads and writes no key. */
import { resolve } from 'node:path';
import { makeBackup } from '../recovery/backup/backup.ts';
import { nowAndThen } from '../recovery/progress.ts';
import { Refused } from '../recovery/refused.ts';
import { readPlaces } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/backup.ts';

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

await command(TEXTS, { options: {}, files: true }, async ({ positionals, language, texts }) => {
  const [parent, ...more] = positionals;
  if (parent === undefined || more.length > 0) fail(`${texts.nameOneFolder}\n\n${texts.help}`);
  try {
    const { path, manifest } = await makeBackup(readPlaces(), resolve(parent), {
      onRemoved: (name) => tell(texts.removed(name)),
      onBytes: nowAndThen((bytes, of) => tell(texts.progress(bytes, of))),
      onCheck: () => tell(texts.checking),
    });
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    const rows = Object.values(manifest.rows).reduce((sum, one) => sum + one, 0);
    process.stdout.write(
      `${texts.made({ path, bytes, rows, checkpoint: manifest.checkpoint, seconds: manifest.tookMs / 1_000 })}\n`,
    );
  } catch (error) {
    if (error instanceof Refused) fail(error.said[language]);
    throw error;
  }
});
