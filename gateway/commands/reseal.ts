/** `npm run reseal`: moves what old sealing keys sealed to the first one of the key file, while servers run. Killed, it is started again and goes on. */
import type { ResealProgress } from '../keys/reseal.ts';
import { readConfig } from '../settings/config.ts';
import { command } from './arguments.ts';
import { carryOut } from './beside/with-keys.ts';
import { TEXTS } from './texts/reseal.ts';

const PROGRESS_EVERY_MS = 1_000;

await command(TEXTS, { options: {} }, async ({ language, texts }) => {
  const config = readConfig();
  const to = config.secrets.sealing[0]?.id ?? '';
  let goesOn = true;
  process.once('SIGINT', () => {
    goesOn = false;
    // The server that works for this command stops when it goes away.
    if (config.databaseUrl === undefined) setTimeout(() => process.exit(130), PROGRESS_EVERY_MS).unref();
  });
  let toldAt = 0;
  const onProgress = ({ place, moved, unreadable }: ResealProgress): void => {
    const now = performance.now();
    if (now - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now;
    process.stderr.write(`${texts.progress(moved, place, unreadable)}\n`);
  };
  const result = await carryOut(config, language, { what: 'reseal', to }, onProgress, () => goesOn);
  if (!('resealed' in result)) return;
  const { moved, unreadable, stopped } = result.resealed;
  process.stdout.write(`${texts.moved(moved, to)}\n`);
  for (const { place, rows } of unreadable) process.stderr.write(`${texts.unreadable(place, rows)}\n`);
  if (stopped) process.stdout.write(`${texts.stopped}\n`);
  else if (unreadable.length === 0) process.stdout.write(`${texts.done(to)}\n`);
  if (stopped || unreadable.length > 0) process.exitCode = 1;
});
