/** ROUTERS.md names every check of the door, every path that another router has not, and versions that are tested. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROUTES } from '../../gateway/http/index.ts';

const root = join(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = text('gateway/ROUTERS.md');

/** Rows of the table under a heading: what is checked, how, and by whom behind another router. */
const rowsOf = (room: string): readonly (readonly string[])[] => {
  const [, part = ''] = page.split(`### \`${room}\`\n`);
  const [table = ''] = part.split('\n#');
  return [...table.matchAll(/^\| (`.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, ...cells]) => cells);
};

it.each(['http/checks', 'query', 'message'])('names every check of %s once, and who makes it', (room) => {
  const rows = rowsOf(room);
  const named = rows.flatMap(([checks = '']) => [...checks.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
  const files = globSync('*.ts', { cwd: join(root, 'gateway', room) }).map((file) => file.replace('.ts', ''));
  expect(files.length).toBeGreaterThan(5);
  expect(named.sort()).toEqual(files.sort());
  expect(rows.filter(([, , who = '']) => !/\*\*(subgraph|plugin)\*\*|router|nobody|none comes/.test(who))).toEqual([]);
});

it('names every path that is at a gateway alone', () => {
  const first = ROUTES.map(({ path }) => `/${path.split('/')[1]}`);
  const alone = first.filter((path) => !['/', '/graphql', '/healthz', '/readyz'].includes(path));
  expect(alone.length).toBeGreaterThan(5);
  expect(alone.filter((path) => !page.includes(`\`${path}`))).toEqual([]);
});

it('names versions that are tested, and files that are there', () => {
  const { dependencies, devDependencies } = JSON.parse(text('package.json'));
  const versions = [...page.matchAll(/(?<= )(@?[\w/-]+)@(\d[\w.]+)/g)].map(([, name = '', version]) => [name, version]);
  const names = ['@apollo/server', '@apollo/gateway', 'graphql', '@graphql-hive/gateway'];
  expect(versions.map(([name]) => name)).toEqual(expect.arrayContaining(names));
  // The program Hive Gateway is five hundred megabytes of packages: what is tested is the runtime that it runs.
  const known = { ...dependencies, ...devDependencies };
  expect(versions.filter(([name = '', version]) => name in known && known[name] !== version)).toEqual([]);
  for (const [, link = ''] of page.matchAll(/\]\(([^)#]+)\)/g))
    expect([link, existsSync(join(root, 'gateway', link))]).toEqual([link, true]);
});

it('the files for other routers import nothing of the house, so that they can be copied', () => {
  const files = globSync('*.ts', { cwd: join(root, 'gateway/deploy/routers') });
  const imported = files.flatMap((file) =>
    [...text(`gateway/deploy/routers/${file}`).matchAll(/from '([^']+)'/g)].map(([, from = '']) => from),
  );
  const ofTheirs =
    /^(node:.*|graphql|@apollo\/.*|@graphql-hive\/gateway-runtime|\.\/(credit-(hop|wire|words)|hive)\.ts)$/;
  expect([files.length, imported.length > 5]).toEqual([5, true]);
  expect(imported.filter((from) => !ofTheirs.test(from))).toEqual([]);
});
