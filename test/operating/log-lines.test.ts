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
    { encoding: 'utf8', timeout: 120_000, env: { ...process.env, PROGRAM: text, NODE_NO_WARNINGS: '1' } },
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

  it('leave in writes that a pipe takes whole, so that several processes tear nobody’s lines: counted in bytes', () => {
    const written = `const { default: fs } = await import('node:fs'); const { syncBuiltinESMExports } = await import('node:module');
      const write = fs.writeSync; const sizes = [];
      fs.writeSync = (to, text, ...more) => { if (to === 1) sizes.push(Buffer.byteLength(text)); return write(to, text, ...more); };
      syncBuiltinESMExports();
      for (let at = 0; at < 500; at += 1) log.info('行'.repeat(at % 90) + at);
      log.info('x'.repeat(9000)); log.warn('last');
      said(JSON.stringify(sizes));`;
    const { lines, said } = run(written);
    expect(lines.length).toBe(502);
    const sizes = JSON.parse(said.trim()) as number[];
    // Together: far fewer writes than lines, and none longer but that of the line that is longer itself.
    expect(sizes.length).toBeLessThan(100);
    expect(sizes.filter((size) => size > 4_096)).toHaveLength(1);
  });

  it.skipIf(!existsSync('/dev/full'))('that a full disk does not take fill no memory', () => {
    const program = `const line = 'x'.repeat(1000); const resident = () => process.memoryUsage().rss / 2 ** 20; const before = resident();
      for (let at = 0; at < 60000; at += 1) { log.info(line); if (at % 1000 === 0) await wait(0); }
      said(String(resident() - before < 40)); process.exit(0);`;
    expect(run(program, '> /dev/full').said.trim()).toBe('true');
  });

  it.skipIf(!existsSync('/dev/full'))('that find a full disk hold nothing up', () => {
    expect(run(`log.warn('a'); said('ends'); process.exit(0);`, '> /dev/full').said).toContain('ends');
  });
});
