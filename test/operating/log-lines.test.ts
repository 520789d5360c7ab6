/** Lines of the log leave together: none is lost where the process ends by itself, and a reader that went away, or a full disk, holds nothing up. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LINES = new URL('../../gateway/log/lines.ts', import.meta.url).href;

/** Runs lines of a program with a log, behind what the shell puts after it. Standard error tells what the program came to. */
function run(program: string, after = '') {
  const text = `const { forPrograms } = await import(${JSON.stringify(LINES)});
    const { log } = forPrograms('info');
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    const said = (text) => process.stderr.write(text + '\\n');
    ${program}`;
  const { stdout, stderr, signal } = spawnSync(
    'sh',
    ['-c', `"$0" --input-type=module --eval "$PROGRAM" ${after}`, process.execPath],
    { encoding: 'utf8', timeout: 20_000, env: { ...process.env, PROGRAM: text, NODE_NO_WARNINGS: '1' } },
  );
  expect(signal).toBeNull();
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { lines: lines.map((line) => JSON.parse(line).msg as string), said: stderr };
}

const GONE = '| sleep 0.3';

describe('lines of the log', () => {
  it('leave before the process ends, in their order, and a warning leaves at once with what was before it', () => {
    expect(run(`log.info('one'); log.info('two'); process.exit(0);`).lines).toEqual(['one', 'two']);
    expect(
      run(
        `log.info('one'); log.warn('two'); log.info('three'); process.kill(process.pid, 'SIGKILL'); await wait(5000);`,
      ).lines,
    ).toEqual(['one', 'two']);
    expect(
      run(`log.info('one'); await wait(400); process.kill(process.pid, 'SIGKILL'); await wait(5000);`).lines,
    ).toEqual(['one']);
  });

  it.each([
    ['a warning', `await wait(700); log.warn('a'); said('goes on'); await wait(300); log.error('b'); said('ends');`],
    ['a line that waits', `await wait(700); log.info('a'); await wait(300); log.warn('b'); said('ends');`],
    [
      'the end of the process',
      `await wait(700); log.info('a'); process.on('exit', () => said('ends')); process.exit(0);`,
    ],
  ])('whose reader is gone hold nothing up: %s', (_what, program) => {
    expect(run(program, GONE).said).toContain('ends');
  });

  it.skipIf(!existsSync('/dev/full'))('that find a full disk hold nothing up', () => {
    expect(run(`log.warn('a'); said('ends'); process.exit(0);`, '> /dev/full').said).toContain('ends');
  });
});
