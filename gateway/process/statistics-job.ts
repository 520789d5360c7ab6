/** The job that releases statistics, and says in the log once why it does not. */
import type { Logger } from 'pino';
import type { RequestAs } from '../../subgraphs/request/internal-request.ts';
import { type ReleaseOutcome, releaseStatistics } from '../../subgraphs/statistics/statistics.ts';

export function statisticsJob(requestAs: RequestAs, now: () => Date, log: Logger): () => Promise<ReleaseOutcome> {
  let last = '';
  return async () => {
    const outcome = await releaseStatistics(requestAs, now);
    if (outcome.state === 'RELEASED') log.info({ job: 'statistics' }, outcome.said.en);
    // The job runs every minute, and a spent budget stays spent.
    if (outcome.state === 'SPENT' && outcome.said.en !== last) log.warn({ job: 'statistics' }, outcome.said.en);
    last = outcome.said.en;
    return outcome;
  };
}
