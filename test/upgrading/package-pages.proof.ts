/** What the pages of the package say is true in the folder where it was unpacked: links, commands, files, and the first day, block by block. */
import { existsSync, globSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Machine, openMachine } from '../stories/first-day/machine.ts';
import { comparable } from '../stories/first-day/page.ts';
import { folder, manifest, packAndInstall, root, unpacked } from './packed.ts';

beforeAll(() => {
  packAndInstall();
  // Node comes with the package; here it is the one that runs the test.
  symlinkSync(process.execPath, join(unpacked, 'node_modules/.bin/node'));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (file: string): string => readFileSync(join(unpacked, file), 'utf8');
const pages = (): string[] => [
  'README.md',
  'CHANGELOG.md',
  ...globSync('{gateway,subgraphs,schema}/**/*.md', { cwd: unpacked }),
];

/** The anchors of a page, as its headings make them. */
const anchors = (file: string): string[] =>
  [...text(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Files of the image that `gateway/deploy/README.md` builds and runs: it is built from a clone. */
const ofClone = (page: string, file: string): boolean =>
  page === 'gateway/deploy/README.md' &&
  /^gateway\/(?:deploy\/(?:Dockerfile|compose\.yaml)|commands\/\w+\.ts)$/.test(file) &&
  existsSync(join(root, file));

describe('the pages of the package', () => {
  it('whatever they link to is there', () => {
    const links = pages().flatMap((page) =>
      [...text(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, file = '', anchor]) => ({
        page,
        file: file === '' ? page : join(dirname(page), file),
        anchor,
      })),
    );
    expect(links.length).toBeGreaterThan(40);
    expect(links.map(({ file }) => file)).toEqual(expect.arrayContaining(['gateway/deploy/README.md']));
    expect(links.filter(({ file }) => !existsSync(join(unpacked, file)))).toEqual([]);
    expect(links.filter(({ file, anchor }) => anchor !== undefined && !anchors(file).includes(anchor))).toEqual([]);
  });

  it('every command that they name is there; what npm runs belongs to a clone, and README.md or the name says so', () => {
    const { commands } = JSON.parse(text('gateway/package/commands.json')) as { commands: Record<string, string> };
    const named = pages().flatMap((page) =>
      [...text(page).matchAll(/(?:npx |node_modules\/\.bin\/)credit-gateway(?: ([a-z][\w-]*))?(?![\w.-])(.?)/g)].map(
        ([, name = 'start', after]) => [page, name, after] as const,
      ),
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter(([, name]) => commands[name] === undefined)).toEqual([]);
    // Its parameters stand apart from it.
    expect(named.filter(([, , after]) => /["$'({]/.test(after ?? ''))).toEqual([]);
    const run = pages().flatMap((page) =>
      [...text(page).matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
        ([, name, other]) => `${page} ${name ?? other}`,
      ),
    );
    const scripts = run.map((one) => one.split(' ')[1] ?? '');
    expect(scripts.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
    expect(run.filter((one) => !one.startsWith('CHANGELOG.md ')).sort()).toEqual([
      'gateway/OPERATING.md package',
      'gateway/clients/WEEK.md trial:issuer',
      'gateway/first-day/README.md trial:headers',
      'gateway/first-day/README.md trial:issuer',
      'schema/LAW.md generate',
    ]);
    for (const name of ['trial:issuer', 'trial:headers', 'Dockerfile', 'compose.yaml'])
      expect(text('README.md').split('What a clone of the repository has')[1]).toContain(`\`${name}\``);
  });

  it('every file that they name is there', () => {
    const named = pages().flatMap((page) =>
      [
        ...text(page).matchAll(
          /(?<![\w/.$}-])(?:\.\/)?((?:gateway|subgraphs|schema|test)\/[\w/.-]*\w\/?)(`? in the repository)?/g,
        ),
      ].map(([, file = '', elsewhere]) => ({ page, file, elsewhere: elsewhere !== undefined })),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ elsewhere, file }) => elsewhere && !existsSync(join(root, file)))).toEqual([]);
    expect(
      named.filter(
        ({ page, file, elsewhere }) => !elsewhere && !ofClone(page, file) && !existsSync(join(unpacked, file)),
      ),
    ).toEqual([]);
  });

  it('every program that a unit of systemd starts is there', () => {
    const started = globSync('gateway/deploy/systemd/*.service', { cwd: unpacked }).flatMap((unit) =>
      [...text(unit).matchAll(/\/node -r (\S+) (\S+)/g)].flatMap(([, loaded = '', program = '']) => [loaded, program]),
    );
    expect(started.sort()).toEqual([
      './gateway/installed.cjs',
      './gateway/installed.cjs',
      'gateway/commands/backup.js',
      'gateway/main.js',
    ]);
    expect(started.filter((file) => !existsSync(join(unpacked, file)))).toEqual([]);
  });
});

describe('the first day, where the package was unpacked', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await openMachine(undefined, unpacked);
  });
  afterAll(() => machine.close());

  it('A36.2 every block of the packed page prints what the page says, with the unit of the package and the trial of a clone', async () => {
    expect(machine.steps.length).toBeGreaterThan(25);
    for (const { commands, printed } of machine.steps) {
      const ran = await machine.terminal.run(commands);
      const seen = machine.asOnPage(ran.printed);
      if (printed === undefined) expect([commands, seen.trim(), ran.status]).toEqual([commands, '', 0]);
      else expect(comparable(seen), commands).toEqual(comparable(printed));
    }
    expect(readFileSync(machine.unit, 'utf8')).toContain(`${unpacked}/node_modules/.bin/node`);
  }, 600_000);
});
