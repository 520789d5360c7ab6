/** `npm run topology`: everything that a province runs, as processes on one machine. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { childEnvironment, readPlaces } from '../settings/config.ts';
import { NotUp } from '../topology/health.ts';
import { layOut, ownerUrl } from '../topology/layout.ts';
import { findPrograms, install, lacking, mayInstall, type Programs } from '../topology/programs.ts';
import { startTopology } from '../topology/topology.ts';
import { userFor } from '../topology/user.ts';
import { command, fail } from './arguments.ts';
import { places, TEXTS } from './texts/topology.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const OPTIONS = { folder: { type: 'string' }, port: { type: 'string', default: '4000' } } as const;

await command(TEXTS, { options: OPTIONS }, async ({ values, texts }) => {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`${texts.noPort(values.port)}\n\n${texts.help}`);
  const environment = childEnvironment({});
  const path = environment.PATH ?? '';
  const missing = lacking(findPrograms(path));
  if (missing.length > 0) {
    if (!mayInstall()) fail(texts.lacking(missing));
    say(texts.installing(missing));
    try {
      install(missing, environment);
    } catch {
      fail(texts.notInstalled(missing));
    }
  }
  const found = findPrograms(path);
  if (lacking(found).length > 0) fail(texts.lacking(lacking(found)));
  const folder = resolve(values.folder ?? join(readPlaces().folder, 'topology'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const layout = await layOut(folder, port);
  const user = userFor(folder);
  if (typeof user === 'string') fail(texts.noWay(user));
  let isStopping = false;
  say(texts.starting(folder));
  const topology = startTopology(
    { layout, programs: found as Programs, user, environment },
    {
      up: (names, seconds) => say(texts.up(names, seconds.toFixed(1))),
      restarts: (name, afterMs, log) =>
        isStopping ? undefined : say(texts.restarts(name, (afterMs / 1_000).toFixed(1), log)),
    },
  );
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    say(texts.stopping);
    await topology.stop();
    say(texts.stopped);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  await topology.ready.then(
    () =>
      say(
        texts.ready(
          topology.url,
          ownerUrl(layout).replace(/:[^:@]*@/, ':…@'),
          layout.balanced.replica,
          folder,
          places(layout),
        ),
      ),
    (error: unknown) => {
      if (isStopping) return;
      if (error instanceof NotUp) fail(texts.notUp(error.what, folder));
      throw error;
    },
  );
});
