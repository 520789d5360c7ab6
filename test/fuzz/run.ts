/** `npm run fuzz`: the fuzzing of the suite for as long as somebody has time, with a new seed every time. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const HELP = `Sends anything that the schema allows, as every role, and looks for faults and leaks.

  npm run fuzz -- [--minutes N]

  --minutes  length on each database (default 10)

What fails is made small and printed with its seed. CI runs a few hundred operations of one seed with the other tests.`;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, help: { type: 'boolean', default: false } },
});
if (values.help) process.stdout.write(`${HELP}\n`);
else {
  const vitest = new URL('../../node_modules/vitest/vitest.mjs', import.meta.url).pathname;
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'test/vitest.config.ts', 'test/fuzz'], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_MINUTES: values.minutes },
  });
  process.exitCode = status ?? 1;
}
