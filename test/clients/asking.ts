/** What the client libraries are asked, whom they ask it for, and what must come of it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryCache } from '@apollo/client';
import { parse, print } from 'graphql';
import { expect } from 'vitest';
import { BANK_A, type Holder, openWorld, PERMIT_OFFICE } from '../kit.ts';
import { type Exports, folderBesidePackages, runExample } from './examples.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The name is open to a department; agreements are those of parties. */
export const ASKED =
  'query Asked($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name } agreements { totalCount } }';
export const KEPT = print(parse('query Kept($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name } }'));
export const OTHER = print(parse('query Other($id: SubjectIdentifierInput!) { subject(identifier: $id) { id kind } }'));
/** Name of the company that is asked for. */
export const NAME = '哈尔滨示例冰雪设备有限公司';

const told = expect.stringMatching(/\w/);
export const REFUSED = {
  message: told,
  path: ['agreements'],
  extensions: { code: 'FORBIDDEN', reason: 'ROLE', article: expect.stringMatching(/\d/), help: told },
};
export const UNKNOWN_FIELD = { extensions: { code: 'BAD_USER_INPUT', reason: 'QUERY', help: told } };
export const NO_TOKEN = { extensions: { code: 'UNAUTHENTICATED', help: told } };
export const ONLY_KEPT = { extensions: { code: 'BAD_USER_INPUT', reason: 'OPERATION_ONLY', help: told } };

/** Written by generate-persisted-query-manifest 1.4.0. */
const MANIFEST = JSON.parse(readFileSync(join(import.meta.dirname, 'manifests/apollo.json'), 'utf8')) as {
  readonly operations: readonly object[];
};

/** As it is sent: Apollo's cache and urql's ask for the type of each object too. */
const withTypenames = (document: string): string => print(new InMemoryCache().transformDocument(parse(document)));

/** A request as it left. */
interface Sent {
  readonly method: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export const DESK = { 'credit-purpose': 'PERMIT', 'credit-case': 'x', 'credit-matter': 'FOOD-PERMIT' };

export interface Asking {
  url(): string;
  /** A folder for files of the test. */
  readonly files: string;
  bearer(holder: Holder): Promise<string>;
  /** By the page's own code, with a note of what left: a department, which asks as it likes. */
  desk(): typeof fetch;
  /** A party, which is held to kept operations. */
  bank(): typeof fetch;
  /** Whose token is none. */
  nobody(): typeof fetch;
  /** What left meanwhile. */
  leaving<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly left: readonly Sent[] }>;
  /** What a block of the page exports. */
  example(heading: string, at?: number): Promise<Exports>;
  close(): Promise<void>;
}

/** Opens a world that keeps `KEPT` and the operation of Apollo's manifest. */
export async function openAsking(): Promise<Asking> {
  const folder = folderBesidePackages();
  const files = mkdtempSync(join(tmpdir(), 'credit-clients-'));
  const OPERATIONS_FILE = join(files, 'operations.json');
  const own = [KEPT, withTypenames(KEPT)].map((body) => ({ id: sha256(body), name: 'Kept', type: 'query', body }));
  writeFileSync(OPERATIONS_FILE, JSON.stringify({ ...MANIFEST, operations: [...MANIFEST.operations, ...own] }));
  const world = await openWorld('pglite', { environment: { OPERATIONS_FILE, OPERATIONS_ONLY: 'parties' } });
  const { fetchWith } = await runExample(folder, null);
  const sent: Sent[] = [];
  const noting = (headersFor: () => Promise<Record<string, string>>): typeof fetch => {
    const own: typeof fetch = fetchWith(headersFor);
    return (input, init) => {
      sent.push({ method: init?.method, body: JSON.parse(String(init?.body ?? '{}')) });
      return own(input, init);
    };
  };
  const bearer = async (holder: Holder): Promise<string> => `Bearer ${await world.token(holder)}`;
  return {
    url: () => `${world.server.url}/graphql`,
    files,
    bearer,
    desk: () => noting(async () => ({ ...DESK, authorization: await bearer(PERMIT_OFFICE) })),
    bank: () => noting(async () => ({ 'credit-purpose': 'LOAN_ORIGINATION', authorization: await bearer(BANK_A) })),
    nobody: () => noting(async () => ({ authorization: 'Bearer no.token.atall' })),
    leaving: async (work) => {
      const before = sent.length;
      const result = await work();
      return { result, left: sent.slice(before) };
    },
    example: (heading, at) => runExample(folder, heading, at),
    close: async () => {
      await world.close();
      for (const one of [folder, files]) rmSync(one, { recursive: true, force: true });
    },
  };
}
