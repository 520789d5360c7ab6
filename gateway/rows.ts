/** Rows that are brought up before anybody is served, by the owner of the schemas: those of an earlier release, the sample, and texts. */
import type { Logger } from 'pino';
import { bringRowsUp } from '../subgraphs/index.ts';
import { remakeSlice } from '../subgraphs/redaction/job.ts';
import { loadSample } from '../subgraphs/sample.ts';
import type { OpenedPlatform } from './platform.ts';

/** Subjects whose texts are made anew before the server listens. */
const REMADE_FIRST = 500;

interface Bringing {
  readonly sample: boolean;
  readonly onStep?: ((step: string) => void) | undefined;
  readonly log?: Pick<Logger, 'error'>;
}

/** Returns whether texts are left to be made anew: a small database is done before the first answer, of a large one the rest follows while it serves. */
export async function readyRows(
  { platform, snapshots, requestAs }: Pick<OpenedPlatform, 'platform' | 'snapshots' | 'requestAs'>,
  { sample, onStep = () => undefined, log }: Bringing,
): Promise<boolean> {
  if (sample) await loadSample(platform, snapshots, onStep);
  await bringRowsUp(requestAs);
  const { last, failed, causes } = await remakeSlice(requestAs, REMADE_FIRST);
  if (failed > 0)
    log?.error({ job: 'redaction', failed, causes }, 'texts could not be made anew; npm run redact -- --run goes on');
  return last !== null;
}
