/** Each mutation is implemented in a file named after it, so that a reader of the schema knows which file to open. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The mutations of one subgraph, from its SDL. */
function mutationsOf(sdl: string): string[] {
  return parse(readFileSync(join(root, 'schema', sdl), 'utf8')).definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    definition.name.value === 'Mutation'
      ? (definition.fields ?? []).map(({ name }) => name.value)
      : [],
  );
}

/** Names of the functions that a file exports: declarations and constants that hold a function. */
const exportsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^export (?:async )?function (\w+)|^export const (\w+) = (?:async )?\(|^export \{([^}]*)\}/gm,
    ),
  ].flatMap((match) =>
    [match[1], match[2], ...(match[3] ?? '').split(',')].flatMap((name) => name?.trim().split(' as ').at(-1) || []),
  );

const subgraphs = globSync('*.graphql', { cwd: join(root, 'schema') })
  .map((file) => file.replace('.graphql', ''))
  // Composed of the others.
  .filter((name) => name !== 'supergraph' && name !== 'api')
  .sort()
  .map((name) => ({
    name,
    mutations: mutationsOf(`${name}.graphql`),
    files: globSync(`subgraphs/${name}/commands/**/*.ts`, { cwd: root }).sort(),
  }));

const fileName = (mutation: string): string => `${kebab(mutation)}.ts`;

describe('a command is a file named as its mutation', () => {
  it('finds the mutations and the files that it judges', () => {
    expect(subgraphs.map(({ name }) => name)).toEqual(['catalog', 'non-public-credit', 'public-credit', 'sanctions']);
    // The composed supergraph holds the mutations of all four, so that none is overlooked here.
    const all = mutationsOf('supergraph.graphql');
    expect(all.length).toBeGreaterThan(30);
    expect(subgraphs.flatMap(({ mutations }) => mutations).sort()).toEqual([...all].sort());
  });

  it('every mutation has exactly one file of its name, and the file exports it', () => {
    for (const { mutations, files } of subgraphs)
      for (const mutation of mutations) {
        const named = files.filter((file) => basename(file) === fileName(mutation));
        expect(named, `${mutation}: files named ${fileName(mutation)}`).toHaveLength(1);
        expect(
          named.flatMap(exportsOf).filter((name) => name === mutation),
          `${named[0]} exports ${mutation}`,
        ).toHaveLength(1);
      }
  });

  it('nothing else exports the name of a mutation', () => {
    for (const { name, mutations } of subgraphs) {
      const every = globSync(`subgraphs/${name}/**/*.ts`, { cwd: root }).filter(
        (file) => !file.endsWith('.generated.ts'),
      );
      const strays = every.flatMap((file) =>
        exportsOf(file)
          .filter((exported) => mutations.includes(exported) && basename(file) !== fileName(exported))
          .map((exported) => `${file} exports ${exported}`),
      );
      expect(strays).toEqual([]);
    }
  });

  it('what several commands need is named after a noun: no file begins with the verb of a mutation and is none', () => {
    const verbs = new Set(
      subgraphs.flatMap(({ mutations }) => mutations.map((mutation) => kebab(mutation).split('-')[0])),
    );
    for (const { mutations, files } of subgraphs) {
      const named = new Set(mutations.map(fileName));
      const mistaken = files.filter(
        (file) => !named.has(basename(file)) && verbs.has(basename(file, '.ts').split('-')[0] ?? ''),
      );
      expect(mistaken).toEqual([]);
    }
  });

  it('a command file exports one command; what it checks and stores is named so, because a province file does the same', () => {
    const isPart = (name: string): boolean => /^(checked|store)[A-Z]/.test(name);
    for (const { mutations, files } of subgraphs) {
      const named = new Set(mutations.map(fileName));
      for (const file of files.filter((one) => named.has(basename(one))))
        expect(
          exportsOf(file).filter((name) => !isPart(name)),
          file,
        ).toHaveLength(1);
    }
  });
});
