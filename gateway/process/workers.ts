/**
 * PROCESSES: several worker processes (node:cluster) behind one port and over one PostgreSQL, so that the server uses more than one core.
 * Each worker is a whole gateway. What they must agree on, such as rate limits, is in the database. The primary process only starts and
 * stops workers, replaces one that ends, and sums their metrics.
 */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Say } from '../log/lines.ts';
import { type Metrics, metricsServer, type Numbers, openProcesses, sumOf } from '../metrics/metrics.ts';
import type { Config } from '../settings/config.ts';
import { startFault } from '../settings/start-fault.ts';

/** A message of a worker to the primary process. `scrape` is the number of the scrape that it answers. */
type FromWorker = { readonly ready: string } | { readonly numbers: Numbers; readonly scrape: number };
/** A message of the primary process to a worker. */
type ToWorker = { readonly stop: true } | { readonly scrape: number; readonly withFigures: boolean };

/** How long a worker has to send its metrics. A worker that is too busy is left out of that scrape. */
const NUMBERS_MS = 2_000;

/** A worker could not start. It has printed why by itself. */
export class StartFailed extends Error {}

export interface Processes {
  readonly url: string;
  /** Stops all workers. Each finishes the requests in progress. */
  stop(): Promise<void>;
  /** They wait for no balancer any more. */
  hurry(): void;
}

/** Starts one worker. Resolves with its address when it serves. */
function startOne(): Promise<{ worker: Worker; url: string }> {
  const worker = cluster.fork();
  return new Promise((resolve, reject) => {
    worker.once('exit', () => reject(new StartFailed('A process could not start.')));
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) resolve({ worker, url: message.ready });
    });
  });
}

/**
 * Adds up the metrics of the workers that answer in time, and those of the primary itself. The first worker tells what is read from the database: all of
 * them would tell the same.
 */
function numbersOf(workers: ReadonlySet<Worker>, own: () => Promise<Numbers>): Pick<Metrics, 'text' | 'contentType'> {
  let count = 0;
  const ask = (worker: Worker, place: number): Promise<Numbers | undefined> => {
    count += 1;
    const scrape = count;
    return new Promise((resolve) => {
      const end = (numbers: Numbers | undefined): void => {
        clearTimeout(timer);
        worker.off('message', receive);
        resolve(numbers);
      };
      const receive = (message: FromWorker): void => {
        if ('numbers' in message && message.scrape === scrape) end(message.numbers);
      };
      const timer = setTimeout(end, NUMBERS_MS, undefined);
      worker.on('message', receive);
      worker.send({ scrape, withFigures: place === 0 } satisfies ToWorker, (error) => {
        if (error !== null) end(undefined);
      });
    });
  };
  const sum = async () =>
    sumOf((await Promise.all([...[...workers].map(ask), own()])).filter((one) => one !== undefined));
  return { contentType: sumOf([]).contentType, text: async () => (await sum()).metrics() };
}

/** Told a second time, it hurries. */
const tellToStop = (worker: Worker): void => {
  worker.send({ stop: true } satisfies ToWorker, () => undefined);
};

/** Starts all workers. A worker that ends by itself later is reported and replaced. Throws StartFailed where one cannot start. */
export async function startProcesses(config: Config, say: Say): Promise<Processes> {
  const workers = new Set<Worker>();
  const processes = openProcesses(config.processes, () => workers.size);
  let stopping = false;
  const add = async (): Promise<string> => {
    const { worker, url } = await startOne();
    workers.add(worker);
    worker.once('exit', (code, signal) => {
      workers.delete(worker);
      if (stopping) return;
      processes.replaced();
      say(`A process of the gateway ended (${signal ?? `exit status ${code}`}); another one takes its place.`, 'error');
      add().catch(() => {
        if (!stopping) say(`No other one could start; ${workers.size} of ${config.processes} are left.`, 'error');
      });
    });
    return url;
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    measured?.close();
    await Promise.all(
      Object.values(cluster.workers ?? {}).map(async (worker) => {
        if (worker === undefined || worker.isDead()) return;
        const exited = once(worker, 'exit');
        // A worker that does not serve yet has no requests to finish and does not read messages.
        if (workers.has(worker)) tellToStop(worker);
        else worker.kill();
        await exited;
      }),
    );
  };
  const measured = config.metricsPort === undefined ? undefined : metricsServer(numbersOf(workers, processes.numbers));
  try {
    // The first worker migrates the database and loads the sample; the others find both done.
    const url = await add();
    await Promise.all(Array.from({ length: config.processes - 1 }, add));
    if (measured !== undefined)
      await once(measured.listen(config.metricsPort, config.host), 'listening').catch((error: unknown) => {
        throw startFault(error, config);
      });
    return { url, stop, hurry: () => workers.forEach(tellToStop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whether this process is a worker, and not the primary process that `npm start` began. */
export const isOneOfSeveral = (): boolean => cluster.isWorker;

/** Whether this is the first worker. It alone prints the progress of the sample. */
export const isFirst = (): boolean => cluster.worker?.id === 1;

/** What a worker serves. */
export interface Serving {
  readonly url: string;
  readonly metrics: Metrics;
  /** Finishes the requests in progress. */
  stop(): Promise<void>;
  hurry(): void;
}

/** Reports to the primary process that this worker serves, and obeys its messages. If the primary ends, Node ends the worker too. */
export function serveAsOne(server: Serving): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return server.hurry();
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  const send = (message: FromWorker): void => void process.send?.(message);
  process.on('message', async (message: ToWorker) => {
    if ('stop' in message) await stop();
    else send({ numbers: await server.metrics.numbers(message.withFigures), scrape: message.scrape });
  });
  // Ctrl-C in a terminal signals every process of the group. Workers ignore it and wait for the primary's message to stop.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  send({ ready: server.url });
}
