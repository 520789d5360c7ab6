/** The kit by a Python with its standard library alone, which shares no code with the gateway. A proof, because programs of their own run. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../gateway/kit/files.ts';
import { reservation } from '../../subgraphs/ledger/proof.ts';

const root = join(import.meta.dirname, '../..');
const python = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'credit-kit-python-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without the packages of the machine: -S leaves them out. */
const verify = (...args: readonly string[]) =>
  spawnSync('python3', ['-S', '-E', join(root, 'gateway/kit/python/verify_kit.py'), ...args], { encoding: 'utf8' });

describe.skipIf(!python)('Python with its standard library alone', () => {
  it('A17.1 A36.3 A22.1 A23.2 passes every case', () => {
    const { status, stdout } = verify();
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^(\d+) cases: \1 right, 0 wrong\.$/m)]);
  });

  it('finds a case that was changed, and says which', () => {
    const changed = join(folder, 'changed');
    cpSync(join(root, 'gateway/kit/cases'), changed, { recursive: true });
    const file = join(changed, 'webhooks.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"expected": "REPLAY"', '"expected": null'));
    const { status, stdout } = verify(changed);
    expect(status).toBe(1);
    expect(stdout).toContain('WRONG the same delivery again');
    expect(stdout).toMatch(/1 wrong\.$/m);
    for (const wrong of [[join(folder, 'nowhere')], ['--proof', 'x']]) expect(verify(...wrong).status).toBe(1);
  });

  it('A17.1 says of a proof whose key was revoked later what verify-proof says, with exit 1, and of a good one nothing more', () => {
    const { cases = [], keys } = filesOf('cases').find(({ kind }) => kind === 'checkpoints') ?? {};
    writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }));
    const told = (expected: string | null) => {
      const disclosure = cases.find((one) => one.disclosure !== undefined && one.expected === expected)?.disclosure;
      writeFileSync(join(folder, 'proof.json'), JSON.stringify({ proof: disclosure }));
      const { status, stdout } = verify('--proof', join(folder, 'proof.json'), '--keys', join(folder, 'keys.json'));
      return { status, stdout, doubt: reservation(disclosure, keys)?.en };
    };
    const [good, reserved, broken] = [told(null), told('RESERVED'), told('PATH')];
    expect([good.status, good.doubt, good.stdout]).toEqual([0, undefined, expect.not.stringContaining('But')]);
    expect([reserved.status, reserved.stdout]).toEqual([1, expect.stringContaining(`  But ${reserved.doubt}\n`)]);
    expect([broken.status, broken.stdout]).toEqual([1, 'Proof 1 does NOT hold: PATH\n']);
  });

  it('makes the files that are here', () => {
    const made = join(folder, 'made');
    cpSync(join(root, 'gateway/kit/cases'), made, { recursive: true });
    const { status, stderr } = spawnSync('python3', [join(root, 'test/members/make_cases.py'), made], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    for (const name of readdirSync(made))
      expect([name, readFileSync(join(made, name), 'utf8')]).toEqual([
        name,
        readFileSync(join(root, 'gateway/kit/cases', name), 'utf8'),
      ]);
  });
});
