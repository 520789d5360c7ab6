/**
 * graphql-codegen's client preset over schema/api.graphql, told what gateway/http/CLIENTS.md says: what it writes compiles, is answered, and can be kept as
 * it is. The page's TypeScript is compiled too. In `npm run proof`, because it runs a generator and a compiler.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callersSchema } from '../../gateway/federation/published-schema.ts';
import { supergraphSdl } from '../../gateway/federation/supergraph.ts';
import { costCounter } from '../../gateway/query/cost.ts';
import { keyAliases } from '../../gateway/query/key-aliases.ts';
import { limiter } from '../../gateway/query/limits.ts';
import { readOperations } from '../../gateway/query/operations-file.ts';
import { COMPANY, sharedWorld, soonest } from '../kit.ts';
import { examplesOf, folderBesidePackages, runExample } from './examples.ts';

const root = join(import.meta.dirname, '../..');
const folder = folderBesidePackages();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ASKED = `import { graphql } from './gql/gql.ts';

export const Asked = graphql(\`query Asked($id: SubjectIdentifierInput!) {
  subject(identifier: $id) { id name kind records(first: 1) { nodes { occurredOn } } }
}\`);
`;

/** How its user reads an answer; the last line asks for what was not selected. */
const READ = `import type { ResultOf } from '@graphql-typed-document-node/core';
import type { Asked } from './asked.ts';

export const nameOf = ({ subject }: ResultOf<typeof Asked>): string | null | undefined => subject?.name;
export const dayOf = ({ subject }: ResultOf<typeof Asked>): string | null | undefined =>
  subject?.records?.nodes[0]?.occurredOn;
// @ts-expect-error: it was not asked for.
export const none = ({ subject }: ResultOf<typeof Asked>) => subject?.birthDate;
`;

describe('graphql-codegen', () => {
  const source = (name: string): string => join(folder, 'src', name);
  const written = (name: string): string => readFileSync(source(join('gql', name)), 'utf8');
  beforeAll(async () => {
    mkdirSync(join(folder, 'src'));
    copyFileSync(join(root, 'schema/api.graphql'), join(folder, 'schema.graphql'));
    writeFileSync(source('asked.ts'), ASKED);
    writeFileSync(source('read.ts'), READ);
    const { config } = await runExample(folder, 'graphql-codegen');
    await generate({ ...config, cwd: folder, silent: true });
  });

  it('what it writes from the published schema compiles, and so does every piece of the page', () => {
    const examples = [null, 'Apollo Client', 'urql', 'graphql-request', 'graphql-codegen'].flatMap((heading) =>
      examplesOf(heading).filter(({ language }) => language === 'ts'),
    );
    expect(examples).toHaveLength(6);
    for (const [at, { code }] of examples.entries()) writeFileSync(source(`example-${at}.ts`), code);
    const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
    // As bundlers find files: what is generated names none by its ending.
    const options = { ...compilerOptions, module: 'preserve', moduleResolution: 'bundler' };
    const files = ['src/read.ts', ...examples.map((_, at) => `src/example-${at}.ts`)];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  });

  it('A23.1 its documents are answered by a server, and its manifest is kept as it is', async () => {
    const world = await sharedWorld(soonest());
    const manifest = JSON.parse(written('persisted-documents.json')) as Record<string, string>;
    const [[id = '', text = ''] = []] = Object.entries(manifest);
    expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(id);
    const { data, errors } = await world.ask(null, text, { id: COMPANY });
    expect([data.subject.name, errors]).toEqual(['哈尔滨示例冰雪设备有限公司', undefined]);
    const supergraph = supergraphSdl();
    const { documents } = readOperations(source('gql/persisted-documents.json'), true, {
      schema: callersSchema,
      introspection: false,
      checkLimits: limiter(keyAliases(supergraph)),
      costOf: costCounter(supergraph),
    });
    expect([...(documents ?? [])]).toEqual([[id.replace('sha256:', ''), text]]);
    // The page: documents carry their id in `__meta__.hash`.
    expect(written('graphql.ts')).toContain(`"__meta__":{"hash":"${id}"}`);
  });
});
