/**
 * PROCESSES: the whole several times, behind one port and over one PostgreSQL, so that it uses more than one core. What must agree between
 * gateways agrees by the database; this knows only who is there, when to stop, and how to add up their numbers.
 */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { type Metrics, metricsServer, type Numbers, sumOf } from '../metrics/metrics.ts';
import type { Config } from '../settings/config.ts';
import { startFault } from '../settings/start-fault.ts';

/** What a process tells the one that started it. */
type Told = { readonly ready: string } | { readonly numbers: Numbers; readonly asked: number };
/** What it is told. */
type Order = { readonly stop: true } | { readonly asked: number };

/** How long a process has to say its numbers; one that is busy is left out of a scrape. */
const NUMBERS_MS = 2_000;

/** The rest of a process whose start failed has been said by itself. */
export class StartFailed extends Error {}

export interface Processes {
  readonly url: string;
  /** Each finishes what runs. */
  stop(): Promise<void>;
}

/** Starts one process, and resolves with its address when it serves. */
function startOne(): Promise<{ worker: Worker; url: string }> {
  const worker = cluster.fork();
  return new Promise((resolve, reject) => {
    worker.once('exit', () => reject(new StartFailed('A process could not start.')));
    worker.on('message', (told: Told) => {
      if ('ready' in told) resolve({ worker, url: told.ready });
    });
  });
}

/** Adds up the numbers of the processes that answer. */
function numbersOf(workers: ReadonlySet<Worker>): Pick<Metrics, 'text' | 'contentType'> {
  let count = 0;
  const ask = (worker: Worker): Promise<Numbers | undefined> => {
    count += 1;
    const asked = count;
    return new Promise((resolve) => {
      const end = (numbers: Numbers | undefined): void => {
        clearTimeout(timer);
        worker.off('message', hear);
        resolve(numbers);
      };
      const hear = (told: Told): void => {
        if ('numbers' in told && told.asked === asked) end(told.numbers);
      };
      const timer = setTimeout(end, NUMBERS_MS, undefined);
      worker.on('message', hear);
      worker.send({ asked } satisfies Order, (error) => {
        if (error !== null) end(undefined);
      });
    });
  };
  const sum = async () => sumOf((await Promise.all([...workers].map(ask))).filter((one) => one !== undefined));
  return { contentType: sumOf([]).contentType, text: async () => (await sum()).metrics() };
}

/** Starts all of them. One that ends by itself later on is said and replaced. Throws StartFailed where one cannot start. */
export async function startProcesses(config: Config, say: (line: string) => void): Promise<Processes> {
  const workers = new Set<Worker>();
  let stopping = false;
  const add = async (): Promise<string> => {
    const { worker, url } = await startOne();
    workers.add(worker);
    worker.once('exit', (code, signal) => {
      workers.delete(worker);
      if (stopping) return;
      say(`A process of the gateway ended (${signal ?? `exit status ${code}`}); another one takes its place.`);
      add().catch(() => {
        if (!stopping) say(`No other one could start; ${workers.size} of ${config.processes} are left.`);
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
        const gone = once(worker, 'exit');
        // One that does not serve yet has nothing to finish, and does not listen.
        if (workers.has(worker)) worker.send({ stop: true } satisfies Order, () => undefined);
        else worker.kill();
        await gone;
      }),
    );
  };
  const measured = config.metricsPort === undefined ? undefined : metricsServer(numbersOf(workers));
  try {
    // The first brings the database up to date and loads the sample; the others find it done.
    const url = await add();
    await Promise.all(Array.from({ length: config.processes - 1 }, add));
    if (measured !== undefined)
      await once(measured.listen(config.metricsPort, config.host), 'listening').catch((error: unknown) => {
        throw startFault(error, config);
      });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whether this is one of several processes, and not the one that was started. */
export const isOneOfSeveral = (): boolean => cluster.isWorker;

/** Whether this is the first of them, which speaks for all. */
export const isFirst = (): boolean => cluster.worker?.id === 1;

/** What a process of several serves. */
export interface Serving {
  readonly url: string;
  readonly metrics: Metrics;
  /** Finishes what runs. */
  stop(): Promise<void>;
}

/** Tells the one that started it that it serves, and does what it is told. Where that one is gone, Node ends it as well. */
export function serveAsOne(server: Serving): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', async (order: Order) => {
    if ('stop' in order) await stop();
    else tell({ numbers: await server.metrics.numbers(), asked: order.asked });
  });
  // A terminal's Ctrl-C reaches everybody; the one that started them says when to stop.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  tell({ ready: server.url });
}
