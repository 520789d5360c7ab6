/** The GraphQL contract: generated files are current, every type and field has a description, and every field that can be withheld is nullable. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph, sdlOf, supergraphOf } from '../gateway/federation/supergraph.ts';
import { SUBGRAPH_NAMES } from '../subgraphs/names.ts';

const root = join(import.meta.dirname, '..');

const documents: readonly (readonly [string, DocumentNode])[] = SUBGRAPH_NAMES.map((name) => [
  name,
  parse(sdlOf(name)),
]);

describe('the contract', () => {
  it('the committed supergraph is what the four compose to', () => {
    expect(readFileSync(join(root, 'schema/supergraph.graphql'), 'utf8')).toBe(composeSupergraph());
  });

  it('a server reads the committed one where the SDL beside it is what it was composed of, and composes where it is another, or none is there', () => {
    const sdls = SUBGRAPH_NAMES.map(sdlOf);
    const committed = readFileSync(join(root, 'schema/supergraph.graphql'), 'utf8');
    const marked = committed.replace('# Composed', '# Composed\n# Composed');
    expect(supergraphOf(sdls, `${committed}# Read`)).toBe(`${committed}# Read`);
    for (const other of [undefined, '', marked, committed.split('\n').slice(1).join('\n')])
      expect(supergraphOf(sdls, other)).toBe(committed);
    const changed = sdls.map((sdl) => sdl.replace(/^ {2}usesPledges: Boolean/m, '$& @deprecated(reason: "x")'));
    expect(changed).not.toEqual(sdls);
    expect(supergraphOf(changed, committed)).toMatch(/usesPledges: Boolean.*@deprecated\(reason: "x"\)/);
    expect(() => supergraphOf(['type Query {', ...sdls.slice(1)], committed)).toThrow();
  });

  it('carries @openness and @personal into the supergraph', () => {
    const supergraph = composeSupergraph();
    expect(supergraph).toMatch(/birthDate: Date .*@personal\(kind: BIRTH_DATE\)/);
    expect(supergraph).toMatch(/source: RecordSource @openness\(tier: SELF_ONLY\)/);
  });

  it('the committed types are what the SDL generates', () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-types-'));
    try {
      const files = SUBGRAPH_NAMES.map((name) => `subgraphs/${name}/types.generated.ts`);
      const before = files.map((file) => readFileSync(join(root, file), 'utf8'));
      execFileSync(join(root, 'node_modules/.bin/graphql-codegen'), ['--config', 'schema/codegen.ts', '--check'], {
        cwd: root,
        stdio: 'pipe',
      });
      expect(files.map((file) => readFileSync(join(root, file), 'utf8'))).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(documents)('%s describes every type and field', (_name, document) => {
    const bare: string[] = [];
    for (const definition of document.definitions) {
      if (!('name' in definition) || definition.name === undefined || definition.kind === Kind.OPERATION_DEFINITION)
        continue;
      const type = definition.name.value;
      const root = type === 'Query' || type === 'Mutation';
      if (!root && 'description' in definition && definition.description === undefined) bare.push(type);
      if ('fields' in definition)
        for (const field of definition.fields ?? [])
          if (field.description === undefined) bare.push(`${type}.${field.name.value}`);
    }
    expect(bare).toEqual([]);
  });

  it.each(documents)('%s says of every page how large it is by itself and at most', (name, document) => {
    const sizes = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? (definition.fields ?? []).flatMap((field) =>
            (field.arguments ?? []).filter((one) => one.name.value === 'first').map((one) => one.description?.value),
          )
        : [],
    );
    for (const size of sizes) expect(size).toBe('Page size, 1 to 200; 50 when absent.');
    if (name === 'catalog') expect(sizes.length).toBeGreaterThan(4);
  });

  it.each(documents)(
    '%s keeps what can be withheld nullable, so that a refusal stays at its place',
    (_name, document) => {
      const strict: string[] = [];
      for (const definition of document.definitions)
        if (definition.kind === Kind.OBJECT_TYPE_DEFINITION)
          for (const field of definition.fields ?? [])
            if (
              field.type.kind === Kind.NON_NULL_TYPE &&
              (['Query', 'Mutation'].includes(definition.name.value) ||
                field.directives?.some(({ name }) => name.value === 'personal' || name.value === 'openness') === true)
            )
              strict.push(`${definition.name.value}.${field.name.value}`);
      expect(strict).toEqual([]);
    },
  );
});
