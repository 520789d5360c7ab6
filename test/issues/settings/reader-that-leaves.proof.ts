/**
 * A command whose reader takes the beginning alone (`| head`) ended with a stack trace of Node: EPIPE.
 * A proof: it opens worlds, databases or processes of its own.
 */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each(['province', 'import', 'keys', 'redact'])('npm run %s says nothing to a reader that has left', (name) => {
  // The reader leaves before anything is written, so that each write fails.
  const command = `{ sleep 0.3; exec "${process.execPath}" gateway/commands/${name}.ts --help; } | true`;
  const { stderr, status } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
});
