/** `node test/bench/reach.ts`: whether corrections reach everyone, at the size of a province's week (Articles 38 and 39). See README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { startCluster } from '../postgresql.ts';
import { askAs, type Callers } from './reach/callers.ts';
import { fell, prepare, redeliver } from './reach/deliveries.ts';
import { checkFeeds, checkReports, issueReports } from './reach/recipients.ts';
import { NOW } from './settings.ts';

const HELP = `Issues reports, corrects records, and looks whether everyone who got the wrong version is told, and nothing that fell comes back.

  node test/bench/reach.ts [--subjects N] [--reports N] [--corrections N] [--recipients N]

  --subjects     companies with two penalties each (default 2000)
  --reports      reports that recipients have made of them (default 10000)
  --corrections  records that are corrected or fall, at most one of a company (default 1000)
  --recipients   units that make reports (default 50)

Ends with 1 where a recipient's feed lacks a notice or holds one too many, an acknowledgement is no entry of the ledger, a report says that it is current and is not
or the other way round, or what fell is displayed again.`;

const wholeNumber = (name: string, value: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new Error(`--${name} ${value} is no whole number from 1 to 9999999.`);
  return Number(value);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a step and says what it took of this process, which is server and callers, and of the clock. */
async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  say(
    `${what.padEnd(62)} ${((user + system) / 1e6).toFixed(1).padStart(7)} s CPU ${((performance.now() - began) / 1e3).toFixed(1).padStart(7)} s`,
  );
  return result;
}

async function run(sizes: { subjects: number; reports: number; corrections: number; recipients: number }) {
  if (sizes.corrections > sizes.subjects)
    throw new Error('--corrections is more than --subjects: at most one record of a company is corrected.');
  const cluster = startCluster(true);
  if (cluster === undefined) throw new Error('PostgreSQL is needed: install it (apt-get install postgresql).');
  const folder = mkdtempSync(join(tmpdir(), 'credit-reach-'));
  try {
    const server = await startServer(
      readConfig({
        PORT: '0',
        DATA_DIR: folder,
        DATABASE_URL: cluster.url,
        LOG_LEVEL: 'silent',
        RATE_PUBLIC: '100000000',
        RATE_SUBJECT: '100000000',
        RATE_UNIT: '100000000',
        DUE_EVERY_MS: '86400000',
        WEBHOOK_EVERY_MS: '86400000',
      }),
      { now: () => NOW },
    );
    try {
      const callers: Callers = askAs(server);
      const plan = await step(`${sizes.subjects} companies, ${2 * sizes.subjects} penalties`, () =>
        prepare(callers, sizes),
      );
      const reports = await step(`${sizes.reports} reports for ${sizes.recipients} recipients`, () =>
        issueReports(callers, plan, sizes),
      );
      await step(`${sizes.corrections} corrections`, () => fell(callers, plan));
      await step('one run of the jobs', () => runDue(server.requestAs, () => NOW));
      const told = await step('feeds read and acknowledged', () => checkFeeds(callers, plan, reports));
      const verified = await step(`${sizes.reports} reports verified`, () => checkReports(callers, plan, reports));
      const again = await step('deliveries of what fell, in ten spellings', () => redeliver(callers, plan));
      for (const line of [...told, ...verified, ...again]) say(line);
      return [...told, ...verified, ...again].some((line) => line.startsWith('WRONG')) ? 1 : 0;
    } finally {
      await server.stop();
    }
  } finally {
    cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: {
    subjects: { type: 'string', default: '2000' },
    reports: { type: 'string', default: '10000' },
    corrections: { type: 'string', default: '1000' },
    recipients: { type: 'string', default: '50' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) say(HELP);
else
  process.exitCode = await run({
    subjects: wholeNumber('subjects', values.subjects),
    reports: wholeNumber('reports', values.reports),
    corrections: wholeNumber('corrections', values.corrections),
    recipients: wholeNumber('recipients', values.recipients),
  });
