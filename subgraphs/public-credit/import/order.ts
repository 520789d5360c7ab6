/** What to import, for which unit, and how. */
import type { Language } from '../../../schema/localized.ts';
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
  /** Language of what is told beside the file; English by default. */
  readonly language?: Language;
  /** Opens a request of the unit, for one batch. */
  readonly open: () => ClientRequest;
  /** Checks everything and stores nothing. */
  readonly trial?: boolean;
  /** Stops the import. Stored batches stay, and the next import resumes after the last one. */
  readonly signal?: AbortSignal;
  /** Path prefix of the files that the import writes; by default the path of the imported file. */
  readonly beside?: string;
  /** Threads that read texts ahead; by default what the machine has to spare, and none for a short file. */
  readonly threads?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
}
