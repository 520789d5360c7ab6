/**
 * The layers of the code. A "room" is a folder or file, a "floor" a layer of rooms. Imports may only point to lower floors, there are no import
 * cycles, and each room has a README and few enough entries to take in at a glance.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** From the lowest layer up. A file belongs to the room with the longest matching name. Rooms of one floor do not import each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['schema'],
  ['subgraphs/database', 'subgraphs/keys', 'subgraphs/texts'],
  ['subgraphs/ledger'],
  ['subgraphs/recovery'],
  ['subgraphs/request'],
  ['subgraphs/authorization'],
  [
    'subgraphs/clocks',
    'subgraphs/feed',
    'subgraphs/statistics',
    'subgraphs/reports',
    'subgraphs/matter',
    'subgraphs/redaction',
    'subgraphs/province',
  ],
  ['subgraphs/rights'],
  ['subgraphs/subgraph.ts', 'subgraphs/names.ts'],
  ['subgraphs/catalog', 'subgraphs/public-credit', 'subgraphs/non-public-credit', 'subgraphs/sanctions'],
  // The files that bring the four subgraphs together. No other file of subgraphs/ names the four. The sample is a province file.
  ['subgraphs/province.ts'],
  ['subgraphs/index.ts', 'subgraphs/entities.ts', 'subgraphs/sample.ts', 'subgraphs/import.ts'],
  ['gateway/message', 'gateway/metrics', 'gateway/log'],
  ['gateway/traces'],
  ['gateway/settings'],
  ['gateway/query', 'gateway/identity', 'gateway/keys', 'gateway/evidence', 'gateway/recovery/journal'],
  ['gateway/federation'],
  ['gateway/reports'],
  ['gateway/docs'],
  ['gateway/http'],
  ['gateway/process'],
  ['gateway/platform.ts'],
  ['gateway/recovery', 'gateway/rows.ts'],
  ['gateway/server.ts', 'gateway/subgraph'],
  ['gateway/main.ts'],
  ['gateway/topology'],
  ['gateway/clients', 'gateway/deploy/routers'],
  ['gateway/kit'],
  ['gateway/commands', 'gateway/package'],
];

/** Most entries in a folder, README and DECISIONS not counted: a reader takes in about a dozen at a glance. */
const ENTRIES_MAX = 13;

const rooms = FLOORS.flatMap((floor, index) => floor.map((name) => ({ name, floor: index })));

const files = globSync('{schema,subgraphs,gateway}/**/*.ts', { cwd: root })
  .map((file) => normalize(file))
  .sort();

const within = (file: string, name: string): boolean => file === name || file.startsWith(`${name}/`);

function roomOf(file: string): (typeof rooms)[number] {
  const found = rooms
    .filter(({ name }) => within(file, name))
    .sort((left, right) => right.name.length - left.name.length)[0];
  if (found === undefined) throw new Error(`${file} stands in no room; name its room in FLOORS.`);
  return found;
}

/** Every project file that a file imports: values, types, and dynamic imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'(\.[^']+)'|(?:^|\n)import\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g,
    ),
  ].map((match) => normalize(join(dirname(file), match[1] ?? match[2] ?? match[3] ?? '')));
}

const arrows = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

/** Import cycles: strongly connected components with more than one member (Tarjan's algorithm). */
function circlesOf(edges: readonly (readonly [string, string])[]): string[][] {
  const next = Map.groupBy(edges, ([from]) => from);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (name: string): void => {
    order.set(name, order.size);
    low.set(name, order.get(name) ?? 0);
    open.push(name);
    for (const [, to] of next.get(name) ?? []) {
      if (!order.has(to)) visit(to);
      if (open.includes(to)) low.set(name, Math.min(low.get(name) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(name) !== order.get(name)) return;
    const circle = open.splice(open.indexOf(name));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const [from] of edges) if (!order.has(from)) visit(from);
  return circles;
}

describe('the rooms of the house', () => {
  it('finds the files and imports that it judges', () => {
    expect(files.length).toBeGreaterThan(250);
    expect(arrows.length).toBeGreaterThan(1_000);
    expect(
      circlesOf([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
      ]),
    ).toEqual([['a', 'b', 'c']]);
  });

  it('every file stands in a room, and every room is there', () => {
    expect(() => files.forEach(roomOf)).not.toThrow();
    const used = new Set(files.map((file) => roomOf(file).name));
    expect(rooms.filter(({ name }) => !used.has(name))).toEqual([]);
  });

  it('imports point down: none goes to a room of the same floor or above, type imports included', () => {
    const up = arrows.filter(({ file, target }) => {
      if (!files.includes(target)) return false;
      const [from, to] = [roomOf(file), roomOf(target)];
      return from.name !== to.name && to.floor >= from.floor;
    });
    expect(up.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('no file reaches itself through others', () => {
    expect(circlesOf(arrows.map(({ file, target }) => [file, target] as const))).toEqual([]);
  });

  it('the folders within a room do not import one another in a circle', () => {
    const folderOf = (file: string): string => {
      const { name } = roomOf(file);
      const inner = file.slice(name.length + 1).split('/');
      return inner.length > 1 ? `${name}/${inner[0]}` : file;
    };
    const edges = arrows
      .filter(({ file, target }) => files.includes(target) && roomOf(file).name === roomOf(target).name)
      .map(({ file, target }) => [folderOf(file), folderOf(target)] as const)
      .filter(([from, to]) => from !== to);
    expect(circlesOf(edges)).toEqual([]);
  });

  it('every room has a README of one screen that names what stands in it', () => {
    for (const { name } of rooms.filter(({ name }) => !name.endsWith('.ts'))) {
      const readme = readFileSync(join(root, name, 'README.md'), 'utf8');
      expect([name, readme.split('\n').length <= 60]).toEqual([name, true]);
      const entries = globSync('*', { cwd: join(root, name) }).filter((entry) => !/\.(md|generated\.ts)$/.test(entry));
      const untold = entries.filter((entry) => !readme.includes(entry.replace(/\.(ts|graphql)$/, '')));
      expect([name, untold]).toEqual([name, []]);
    }
  });

  it(`no folder holds more than ${ENTRIES_MAX} entries`, () => {
    const entries = globSync('{schema,subgraphs,gateway}/**/*', { cwd: root }).filter((path) => !path.endsWith('.md'));
    const counts = Map.groupBy(entries, (path) => dirname(path));
    // These two folders hold rooms, which are limited by FLOORS: only their files are counted.
    // Migrations are one folder a release and number: a list that grows, and that nobody reads as a whole.
    counts.delete(join('subgraphs', 'database', 'migrations'));
    // One file for each `npm run`: what they share lies beside them.
    counts.delete(join('gateway', 'commands'));
    counts.delete(join('gateway', 'commands', 'texts'));
    const large = [...counts].filter(([folder, inside]) => {
      // Migrations only become more.
      if (folder === 'subgraphs/database/migrations') return false;
      const counted = ['subgraphs', 'gateway'].includes(folder) ? inside.filter((path) => path.includes('.')) : inside;
      return counted.length > ENTRIES_MAX;
    });
    expect(large.map(([folder, inside]) => `${folder}: ${inside.length}`)).toEqual([]);
  });
});
