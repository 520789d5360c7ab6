/** Requests to the processes of one subgraph: connections that are kept, a breaker for each process, one more try where nobody was reached. */
import { Agent, request as send } from 'node:http';
import { request as sendOverTls, Agent as TlsAgent } from 'node:https';

/** Failures in a row after which a process is left alone for a while. */
const FAILURES_MAX = 5;
/** How long it is left alone; then one request tries it. Twice as long after each try that fails, up to the most. */
const LEFT_ALONE_MS = { first: 100, most: 5_000 } as const;
/** How long others are asked before a process that said that it stops. */
const LEAVES_MS = 5_000;
/** The header by which it says so. */
export const STOPS = 'credit-stops';
/** Longest answer, in bytes: what a compromised process could send must not fill the memory. */
const ANSWER_MAX = 64 * 1024 * 1024;

/** Nobody read the request: it may be sent again. */
export class NotReached extends Error {}

/** The time of the part was over. */
export class TooLate extends Error {}

export interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** It answers no more than this over the connection: it stops. */
  readonly leaves: boolean;
}

interface Process {
  readonly url: URL;
  /** It said that it stops: others are asked first until then. */
  leavesUntil: number;
  failures: number;
  /** Whether the last of them connected to nothing: to try it again takes no time. */
  unreached: boolean;
  /** In the time of `performance.now()`. */
  openAgain: number;
}

const isLeftAlone = ({ failures, openAgain }: Process, now: number): boolean =>
  failures >= FAILURES_MAX && openAgain > now;

/** Whether no byte of a request can have been read: nothing was connected to, or a kept connection had been closed. */
const isUnread = (error: NodeJS.ErrnoException, reused: boolean): boolean =>
  // Of a name with several addresses, none of which was connected to.
  error instanceof AggregateError ||
  error.syscall === 'connect' ||
  error.syscall === 'getaddrinfo' ||
  (reused && ['ECONNRESET', 'EPIPE'].includes(error.code ?? ''));

const SETTINGS = { keepAlive: true, maxSockets: 256, scheduling: 'lifo' } as const;

/** Sends to the processes of one subgraph in turn. */
export class Wire {
  readonly #processes: readonly Process[];
  readonly #agents = { 'http:': new Agent(SETTINGS), 'https:': new TlsAgent(SETTINGS) };
  #turn = 0;

  constructor(urls: readonly string[]) {
    this.#processes = urls.map((url) => ({
      url: new URL(url),
      leavesUntil: 0,
      failures: 0,
      unreached: false,
      openAgain: 0,
    }));
  }

  /**
   * Processes in the order in which they are tried. Last those that are left alone because nobody was there: where others are gone as well, one that is back
   * answers before its pause is over. None where all hang, fail or are cut off.
   */
  #candidates(): Process[] {
    this.#turn += 1;
    const from = this.#turn % this.#processes.length;
    const now = performance.now();
    const inTurn = [...this.#processes.slice(from), ...this.#processes.slice(0, from)];
    const open = inTurn.filter((one) => !isLeftAlone(one, now));
    return [
      ...open.filter((one) => one.leavesUntil <= now),
      ...open.filter((one) => one.leavesUntil > now),
      ...inTurn.filter((one) => isLeftAlone(one, now) && one.unreached),
    ];
  }

  /** How many processes are left alone now. */
  leftAlone(): number {
    const now = performance.now();
    return this.#processes.filter((one) => isLeftAlone(one, now)).length;
  }

  /**
   * `changes`: whether it changes something. Then it goes over a connection of its own, and to another process only where this one was not connected to:
   * of a kept connection that ends it cannot be told whether the request was read. A fresh `make` for each try: a hop is used once.
   */
  async post(make: () => Promise<Sent>, changes: boolean, onRetry: () => void = () => undefined): Promise<Answered> {
    const candidates = this.#candidates();
    const [first, second = first] = candidates;
    if (first === undefined || second === undefined) throw new NotReached('Every process is left alone for a moment.');
    try {
      return await this.#once(first, await make(), changes);
    } catch (error) {
      if (!(error instanceof NotReached)) throw error;
      onRetry();
      return this.#once(second, await make(), changes);
    }
  }

  async #once(to: Process, sent: Sent, alone: boolean): Promise<Answered> {
    // While it is tried after a pause, others go elsewhere.
    if (to.failures >= FAILURES_MAX) to.openAgain = performance.now() + LEFT_ALONE_MS.most;
    try {
      const answered = await this.#exchange(to.url, sent, alone);
      if (answered.leaves) to.leavesUntil = performance.now() + LEAVES_MS;
      // It answers 503 while it stops, and where its database is away.
      if (answered.status === 503) this.#failed(to, false);
      else to.failures = 0;
      return answered;
    } catch (error) {
      if (!sent.signal.aborted) this.#failed(to, error instanceof NotReached);
      throw error;
    }
  }

  #failed(to: Process, unreached: boolean): void {
    to.failures += 1;
    to.unreached = unreached;
    const tries = to.failures - FAILURES_MAX;
    if (tries >= 0)
      to.openAgain = performance.now() + Math.min(LEFT_ALONE_MS.most, LEFT_ALONE_MS.first * 2 ** Math.min(tries, 10));
  }

  #exchange(url: URL, { body, headers, signal, timeoutMs }: Sent, alone: boolean): Promise<Answered> {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const isTls = url.protocol === 'https:';
    const request = (isTls ? sendOverTls : send)(new URL('/graphql', url), {
      method: 'POST',
      agent: alone ? false : this.#agents[isTls ? 'https:' : 'http:'],
      signal,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
    });
    const timer = setTimeout(() => request.destroy(new TooLate('It did not answer in time.')), timeoutMs);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > ANSWER_MAX) request.destroy(new Error('The answer is too large.'));
        else parts.push(part);
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          leaves: response.headers[STOPS] !== undefined,
        }),
      );
      response.on('error', reject);
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      reject(isUnread(error, request.reusedSocket) ? new NotReached(error.message, { cause: error }) : error),
    );
    request.end(body);
    return promise.finally(() => clearTimeout(timer));
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}
