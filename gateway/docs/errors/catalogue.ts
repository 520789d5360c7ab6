/** The catalogue of errors as `npm run generate` writes it: what a caller can be told, by code and reason. */
import { readFileSync } from 'node:fs';
import type { Code } from '../../../schema/errors.ts';
import type { Localized } from '../../../schema/localized.ts';

export interface CatalogueEntry {
  readonly code: Code;
  /** Null where the error carries none. */
  readonly reason: string | null;
  /** Of answers that are refused before a query runs, and of what is not GraphQL. An error within an answer of GraphQL leaves it 200. */
  readonly statuses: readonly number[];
  /** Articles of the Regulations that it names; none where it names none, or that of the field. */
  readonly articles: readonly string[];
  /** What it says and what to do next; … stands for a value. */
  readonly says: readonly { readonly message: Localized; readonly help: Localized }[];
}

/** Why a row of a delivery is not taken in: `rejected { code }`, and the reason of `correctRecord` and `recordPledge`. */
export interface RowCode {
  readonly code: string;
  readonly says: readonly Localized[];
}

export interface Catalogue {
  readonly errors: readonly CatalogueEntry[];
  readonly rows: readonly RowCode[];
}

let read: Catalogue | undefined;

export function catalogue(): Catalogue {
  read ??= JSON.parse(readFileSync(new URL('errors.json', import.meta.url), 'utf8')) as Catalogue;
  return read;
}
