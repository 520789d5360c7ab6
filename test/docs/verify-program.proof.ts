/**
 * The program that the page of proofs shows, run over the cases of the kit: what a client is asked to refuse, the program refuses too. A proof: it
 * starts Python and openssl.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const PROGRAM = join(root, 'gateway/docs/programs/verify.py');
const has = (program: string, argument = '--version'): boolean => spawnSync(program, [argument]).status === 0;

interface Case {
  readonly name: string;
  readonly expected: unknown;
  readonly checkpoint?: { readonly size: number; readonly keyId: string };
  readonly disclosure?: { readonly checkpoint: { readonly keyId: string } };
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
interface Cases {
  readonly keys?: readonly { readonly kid: string; readonly revoked?: unknown }[];
  readonly secret?: string;
  readonly cases: readonly Case[];
}
const casesOf = (kind: string): Cases =>
  JSON.parse(readFileSync(join(root, `gateway/kit/cases/${kind}.json`), 'utf8')) as Cases;

/** What the program says by what the kit expects. */
const SAYS: Readonly<Record<string, RegExp>> = {
  KEY: /^no key /,
  SIGNATURE: /^not signed by /,
  SIZE: /^of another size/,
  PATH: /^not in the tree$/,
};

/** Runs the program once for each of `[arguments, input]`, in one process: `[status, what it printed]`, a fault of the program under its name. */
const EACH = `
import contextlib, io, json, runpy, sys
asked, told = json.load(sys.stdin), []
for given, text in asked:
    sys.argv, sys.stdin, said = [sys.argv[0], *given], io.TextIOWrapper(io.BytesIO(text.encode())), io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            runpy.run_path(${JSON.stringify(PROGRAM)}, run_name="__main__")
        status = 0
    except SystemExit as left:
        status = left.code
    except Exception as fault:
        status = repr(fault)
    told.append([status, said.getvalue()])
print(json.dumps(told))
`;
type Told = readonly [status: number | string, said: string];
const each = (asked: readonly (readonly [given: readonly string[], input: string])[]): readonly Told[] =>
  JSON.parse(spawnSync('python3', ['-c', EACH], { encoding: 'utf8', input: JSON.stringify(asked) }).stdout) as Told[];

describe.skipIf(!has('python3') || !has('openssl', 'version'))('the program of the page of proofs', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'credit-verify-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = (given: readonly string[], more: { readonly path?: string } = {}) =>
    spawnSync('python3', [PROGRAM, ...given], {
      encoding: 'utf8',
      env: { ...process.env, ...(more.path === undefined ? {} : { PATH: more.path }) },
    });

  it('A17.1 checkpoints and proofs: as the kit, and a revoked key proves nothing by itself', () => {
    const { keys = [], cases } = casesOf('checkpoints');
    const published = file('keys.json', JSON.stringify({ keys }));
    // A checkpoint alone stands in a proof of nothing: where its signature holds, the path is what fails.
    const proofs = cases.map(
      ({ checkpoint, disclosure }) =>
        disclosure ?? {
          leafIndex: 0,
          checkpointSize: checkpoint?.size,
          content: '',
          salt: '',
          hashes: [],
          checkpoint,
        },
    );
    const { stdout, status } = run([published, 'proofs', file('proofs.json', JSON.stringify(proofs))]);
    const told = stdout.trim().split('\n');
    expect([told.length, status]).toEqual([cases.length, 1]);
    expect(cases.length).toBeGreaterThan(15);
    for (const [index, { name, expected, checkpoint, disclosure }] of cases.entries()) {
      const said = told[index]?.replace(/^proof of leaf \d+: /, '') ?? '';
      const kid = (checkpoint ?? disclosure?.checkpoint)?.keyId;
      const revoked = keys.some((one) => one.kid === kid && one.revoked !== undefined);
      // The program says of a revoked key before it looks at sizes and paths, the kit behind them: neither takes the proof.
      const known =
        typeof expected === 'string' && !(revoked && ['SIZE', 'PATH'].includes(expected)) ? SAYS[expected] : undefined;
      const wanted = known ?? (revoked ? /^the key was revoked/ : disclosure === undefined ? SAYS.PATH : /^holds$/);
      expect([name, said]).toEqual([name, expect.stringMatching(wanted ?? /never/)]);
    }
  });

  it.each(['reports', 'matters'])('A36.4 %s: as the kit, and nothing ends in a fault of the program', (kind) => {
    const { keys = [], cases } = casesOf(kind);
    const published = file('keys.json', JSON.stringify({ keys }));
    expect(cases.length).toBeGreaterThan(10);
    const told = each(
      cases.map(({ token = '' }, index) => [[published, kind.slice(0, -1), file(`${kind}-${index}.jws`, token)], '']),
    );
    for (const [index, { name, expected }] of cases.entries()) {
      const [status, said] = told[index] ?? [];
      expect([name, status, said?.endsWith(': holds\n')]).toEqual([name, expected === null ? 1 : 0, expected !== null]);
    }
  });

  it('A17.1 a key under an id that is not its thumbprint is no key of the set', () => {
    const { keys = [], cases } = casesOf('reports');
    const [good] = cases.filter(({ expected }) => expected !== null);
    const token = file('token.jws', good?.token ?? '');
    const { kid } = JSON.parse(Buffer.from(good?.token?.split('.')[0] ?? '', 'base64url').toString()) as {
      kid: string;
    };
    const other = keys.find((one) => one.kid !== kid);
    const { stdout, status } = run([
      file('other.json', JSON.stringify({ keys: [{ ...other, kid }] })),
      'report',
      token,
    ]);
    expect([status, stdout]).toEqual([1, `report: no key ${kid}\n`]);
  });

  it('A39.2 webhooks: the signature as the kit', () => {
    const { secret = '', cases } = casesOf('webhooks');
    const told = each(
      cases.map(({ headers = {}, body = '' }) => {
        const sent = new Map(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
        const given = ['credit-delivery', 'credit-timestamp', 'credit-signature'].map((key) => sent.get(key) ?? '');
        return [['webhook', secret, ...given], body];
      }),
    );
    for (const [index, { name, expected }] of cases.entries())
      expect([name, told[index]?.[0]]).toEqual([name, expected === 'SIGNATURE' ? 1 : 0]);
  });

  it('A36.4 an openssl that is too old, or none, is no verdict on what is good', () => {
    const { keys = [], cases } = casesOf('reports');
    const published = file('keys.json', JSON.stringify({ keys }));
    const token = file('token.jws', cases.find(({ expected }) => expected !== null)?.token ?? '');
    const python = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], {
      encoding: 'utf8',
    }).stdout.trim();
    const old = run([published, 'report', token], { path: `${oldOpenssl()}${delimiter}${process.env.PATH ?? ''}` });
    expect([old.status, old.stdout]).toEqual([2, '']);
    expect(old.stderr).toMatch(/^Nothing was checked: .*OpenSSL 3\.0.*Unrecognized flag rawin/);
    const none = spawnSync(python, [PROGRAM, published, 'report', token], { encoding: 'utf8', env: { PATH: folder } });
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toMatch(/^Nothing was checked: .*OpenSSL 3\.0/);
  });

  /** A folder with an openssl that answers as one before 3.0 does. */
  function oldOpenssl(): string {
    const old = mkdtempSync(join(folder, 'old-'));
    writeFileSync(join(old, 'openssl'), '#!/bin/sh\necho "pkeyutl: Unrecognized flag rawin" >&2\nexit 1\n', {
      mode: 0o755,
    });
    return old;
  }
});
