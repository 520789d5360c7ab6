/** The case files of the kit as they are read: each says its kind, its sources, and right and wrong cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '../../schema/localized.ts';

/** A case; what else it holds depends on the kind of its file (cases/README.md). */
export interface Case {
  readonly name: string;
  /** Standard or article that it comes from. */
  readonly source: string;
  // biome-ignore lint/suspicious/noExplicitAny: each kind of file has its own properties, which cases/README.md describes
  readonly [property: string]: any;
}

export interface CaseFile {
  readonly form: 1;
  readonly kind: string;
  readonly about: Localized;
  readonly sources: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly tables?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly keys?: any;
  readonly secret?: string;
  readonly cases: readonly Case[];
}

/** What came of a case. */
export interface Outcome {
  readonly name: string;
  /** The same in Chinese, of what is asked of a server. */
  readonly nameZh?: string;
  readonly source: string;
  readonly state: 'RIGHT' | 'WRONG' | 'NOT_RUN';
  readonly expected?: unknown;
  readonly got?: unknown;
  /** Member whose token is missing, of a case that was not run. */
  readonly needs?: string;
  /** Why else it was not run: what the server is set to. */
  readonly because?: Localized;
}

export interface Group {
  readonly kind: string;
  readonly about: Localized;
  readonly outcomes: readonly Outcome[];
}

/** All files of a folder beside this file, by name. */
export const filesOf = (folder: 'cases' | 'requests'): readonly CaseFile[] =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(import.meta.dirname, folder, name), 'utf8')) as CaseFile);
