/** The daily run of what happens by time alone: display periods that end (Article 37), clocks that run out, evidence that is kept no longer. `npm run due` and the server start it. */
import type { RequestAs } from '../request/internal-request.ts';
import { reckonAnew } from './clocks.ts';
import { endDisplays } from './end-of-display.ts';
import { deleteEvidence } from './end-of-evidence.ts';
import { moveDisplays } from './move-displays.ts';
import { noteOverdue } from './overdue.ts';
import { inSlices, type Progress } from './slices.ts';

export interface DueSummary {
  /** Ends of displays that a new table of periods moved. */
  readonly ends: number;
  /** Records and designations whose display period ended. */
  readonly expired: number;
  /** Clocks found overdue for the first time. */
  readonly overdue: number;
  /** Clocks whose date moved because they are paused. */
  readonly moved: number;
  /** Files of evidence that nothing used for a day, or whose retention ended. */
  readonly deleted: number;
}

/** Told of long work: what it is at, and how many rows it did so far. */
export type DueProgress = (work: 'MOVING' | 'ENDING', done: number) => void;

/** One run. Several servers on one database take turns by a lock; undefined where another server holds it. */
export async function runDue(
  requestAs: RequestAs,
  now: () => Date,
  onProgress: DueProgress = () => {},
): Promise<DueSummary | undefined> {
  const request = requestAs({ role: 'OPERATOR' });
  const told =
    (work: 'MOVING' | 'ENDING'): Progress =>
    (done) =>
      onProgress(work, done);
  try {
    const { calendar } = (await request.snapshot()).directory;
    const slices = inSlices(request, now);
    const first = await slices(async (occasion) => {
      const { changed: moved } = await reckonAnew(occasion.em, calendar, request.today, 'PAUSED');
      const deleted = await deleteEvidence(occasion, request.platform.evidenceMonths);
      return { overdue: await noteOverdue(occasion), moved, deleted };
    });
    if (first === undefined) return undefined;
    // Where another server takes the turn in between, it does the rest.
    const ends = (await moveDisplays(slices, told('MOVING'))) ?? 0;
    return { ...first, ends, expired: (await endDisplays(slices, told('ENDING'))) ?? 0 };
  } finally {
    await request.abandon();
  }
}
