/** What is to be imported, for whom and how. */
import type { ClientRequest } from '../../request/context.ts';
import type { Layout } from './layouts.ts';

export interface ImportProgress {
  readonly rows: number;
  /** Share of the file that has been read, 0 to 1. */
  readonly share: number;
}

export interface ImportOrder {
  readonly file: string;
  readonly layout: Layout;
  readonly unit: string;
  /** A request of the unit, for one batch. */
  readonly open: () => ClientRequest;
  /** Checks everything and stores nothing. */
  readonly trial?: boolean;
  /** Stops the import: what was stored stays, and it is taken up at its last batch. */
  readonly signal?: AbortSignal;
  /** Path that the names of what is left beside the file begin with; the file's own by default. */
  readonly beside?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}
