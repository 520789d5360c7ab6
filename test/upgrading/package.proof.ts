/** The package that is installed: made, unpacked, installed from its own lock, started. A proof, for it compiles everything and installs twice. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asInstalled } from '../../gateway/package/build.ts';
import {
  environment,
  folder,
  installed,
  manifest,
  npm,
  packAndInstall,
  program,
  root,
  run,
  tarball,
  unpacked,
} from './packed.ts';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

beforeAll(packAndInstall, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packed = (): string[] =>
  execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((path) => path.replace('package/', ''));

describe('npm run package', () => {
  it('A36.2 holds what runs, its licence and those of its data, and neither types, tests, benches nor keys of a trial', () => {
    const files = packed();
    expect(
      files.filter((file) => /\.ts$|(?:^|\/)(?:test|bench|trial|fuzz)\/|secrets\.json|issuer\.json/.test(file)),
    ).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'CHANGELOG.md',
        'README.md',
        'npm-shrinkwrap.json',
        'gateway/UPGRADING.md',
        'gateway/OPERATING.md',
        'gateway/first-day/README.md',
        'subgraphs/public-credit/sample/NOTICE.md',
        'schema/law/clocks/data/NOTICE.md',
        'schema/law/desensitize/data/NOTICE.md',
      ]),
    );
    // Everything that the source reads beside its code.
    const read = globSync('{schema,subgraphs,gateway}/**/*.{sql,graphql,json,csv,ndjson}', { cwd: root }).filter(
      (file) => !/^gateway\/(?:deploy\/compose|package\/tsconfig)/.test(file),
    );
    expect(read.length).toBeGreaterThan(60);
    expect(read.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('every file that one imports is there, workers too', () => {
    const missing = globSync('{schema,subgraphs,gateway}/**/*.js', { cwd: unpacked }).flatMap((file) =>
      [
        ...readFileSync(join(unpacked, file), 'utf8').matchAll(
          /(?:from|import) ?\(?'(\.[^']+)'|new URL\('(\.{1,2}\/[^']+\.\w+)', import/g,
        ),
      ]
        .map(([, imported, named]) => join(unpacked, dirname(file), imported ?? named ?? ''))
        .filter((target) => !existsSync(target)),
    );
    expect(missing).toEqual([]);
  });

  it('locks the versions that were tested, without what only develops', () => {
    const own = JSON.parse(readFileSync(join(unpacked, 'npm-shrinkwrap.json'), 'utf8')).packages;
    for (const [path, { version }] of Object.entries<{ version: string }>(own))
      if (path !== '') expect([path, version]).toEqual([path, lock.packages[path].version]);
    const names = Object.keys(own).filter((path) => path !== '');
    expect(names).toEqual(Object.keys(lock.packages).filter((path) => path !== '' && lock.packages[path].dev !== true));
    for (const path of names.filter((name) => lock.packages[name].optional !== true))
      expect([path, JSON.parse(readFileSync(join(unpacked, path, 'package.json'), 'utf8')).version]).toEqual([
        path,
        own[path].version,
      ]);
  });

  it('tells to run what there is', () => {
    expect(
      asInstalled('Give `npm run due -- --date 2026-01-01`, or npm run --silent keys > keys.json; npm run due.', [
        'due',
        'keys',
      ]),
    ).toBe(
      'Give `npx credit-gateway due --date 2026-01-01`, or npx credit-gateway keys > keys.json; npx credit-gateway due.',
    );
    expect(asInstalled('npm run --silent keys -- "$ETC/keys.json" --yes', ['keys'])).toBe(
      'npx credit-gateway keys "$ETC/keys.json" --yes',
    );
    const told = globSync('{gateway,subgraphs,schema}/**/*.js', { cwd: unpacked }).flatMap((file) =>
      [
        ...readFileSync(join(unpacked, file), 'utf8').matchAll(
          /npm (?:start|run (?!generate|conformance))[^\n]{0,40}/g,
        ),
      ].map(([text]) => `${file}: ${text}`),
    );
    expect(told).toEqual([]);
  });

  it('plain npm pack would make what does not run, and says what to do', () => {
    const { status, stderr } = spawnSync('npm', ['pack', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('npm run package')]);
  });
});

describe('installed', { timeout: 600_000 }, () => {
  it('A36.2 has every command that an operator has in the source, each with its help in both languages', () => {
    const commands = Object.entries<string>(manifest.scripts)
      .filter(
        ([name, script]) =>
          /gateway\/(?:main|commands\/[\w-]+)\.ts$/.test(script) && !['dev', 'generate'].includes(name),
      )
      .map(([name]) => name)
      .sort();
    const { commands: there } = JSON.parse(readFileSync(join(unpacked, 'gateway/package/commands.json'), 'utf8'));
    expect(Object.keys(there).sort()).toEqual(commands);
    expect(commands).toEqual(
      expect.arrayContaining(['start', 'keys', 'province', 'import', 'due', 'upgrade', 'redact']),
    );
    for (const name of commands.filter((one) => one !== 'start')) {
      const [en, zh] = [run(unpacked, [name, '--help']), run(unpacked, [name, '--help', '--lang', 'zh'])];
      expect([name, en.status, zh.status]).toEqual([name, 0, 0]);
      expect(en.stdout).toContain(`npx credit-gateway ${name}`);
      expect(zh.stdout).toMatch(/[一-龥]/);
    }
    expect(run(unpacked, ['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
    expect(run(unpacked, ['--help']).stdout).toContain('one of: start, ');
    expect(run(unpacked, ['no-such'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^There is no command no-such\./),
    });
  });

  it('serves, answers, prints a report, and stops when it is told to', async () => {
    const data = join(folder, 'data');
    const child = spawn(process.execPath, [program(unpacked)], {
      cwd: unpacked,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment({ PORT: '0', DATA_DIR: data, LOG_LEVEL: 'silent' }),
    });
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = '';
        child.stderr.setEncoding('utf8').on('data', (part: string) => {
          said += part;
          const [, found] = /Ready in .* at (http:\S+)\/graphql/.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
        child.once('exit', () => reject(new Error(said)));
      });
      const asked = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: '{ subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"}) { name } }',
        }),
      });
      expect(await asked.json()).toEqual({ data: { subject: { name: '张**' } } });
      const token = run(unpacked, ['token', '--role', 'subject', '--subject', 'USCC:91239999MA1ABC019L'], {
        DATA_DIR: data,
      });
      expect([token.status, token.stderr]).toEqual([0, '']);
      const authorization = `Bearer ${token.stdout.trim()}`;
      const made = await fetch(`${url}/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: '{}',
      });
      const { id } = (await made.json()) as { id: string };
      const pdf = await fetch(`${url}/reports/${id}`, { headers: { authorization, accept: 'application/pdf' } });
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      // The province as it is, exported over the socket of the server and compared with itself.
      const exported = run(unpacked, ['province', '--export'], { DATA_DIR: data });
      expect([exported.status, exported.stderr]).toEqual([0, '']);
      writeFileSync(join(folder, 'province.yaml'), exported.stdout);
      const compared = run(unpacked, ['province', join(folder, 'province.yaml'), '--dry-run'], { DATA_DIR: data });
      expect([compared.status, compared.stderr]).toEqual([0, '']);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('keys are made, a wrong setting is told, an upgrade has nothing to do', () => {
    const keys = run(unpacked, ['keys']);
    expect(Object.keys(JSON.parse(keys.stdout))).toEqual(
      expect.arrayContaining(['sealing', 'index', 'pseudonym', 'signing']),
    );
    const unset = run(unpacked, [], { CREDIT_MODE: 'production' });
    expect([unset.status, unset.stderr]).toEqual([1, '']);
    expect(JSON.parse(unset.stdout).msg).toMatch(/^Production does not start like this:\n- CREDIT_SECRETS: /);
    expect(run(unpacked, ['start', '--help']).stdout).toContain('CREDIT_SECRETS (npx credit-gateway keys)');
    const shown = run(unpacked, ['upgrade', '--dry-run'], { DATA_DIR: join(folder, 'data') });
    expect(shown).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^There is nothing to do: /) });
  });

  it('as a package among others, by npm install of its file, it runs too', () => {
    mkdirSync(installed);
    npm(installed, 'install', tarball);
    expect(run(installed, ['--version']).stdout).toBe(`${manifest.version}\n`);
    expect(existsSync(join(installed, 'node_modules/.bin/credit-gateway'))).toBe(true);
    const made = run(installed, ['upgrade'], { DATA_DIR: join(folder, 'other'), SAMPLE: 'off' });
    expect([made.status, made.stderr]).toEqual([0, '']);
  }, 600_000);
});
