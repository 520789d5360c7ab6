/** Requests to the processes of one subgraph: connections that are kept, a breaker for each process, one more try where nobody was reached. */
import { Agent, request as send } from 'node:http';
import { request as sendOverTls, Agent as TlsAgent } from 'node:https';

/** Failures in a row after which a process is left alone for a while. */
const FAILURES_MAX = 5;
/** How long it is left alone; then one request tries it. Twice as long after each try that fails, up to the most. */
const LEFT_ALONE_MS = { first: 100, most: 5_000 } as const;
/** A process that answers nothing for so long fails also where whoever asked hangs up before its time is over. */
const SILENT_MS = 2_000;
/** How long others are asked before a process that said that it stops. */
const LEAVES_MS = 5_000;
/** The header by which it says so. */
export const STOPS = 'credit-stops';
/** Longest answer, in bytes: what a compromised process could send must not fill the memory. */
const ANSWER_MAX = 64 * 1024 * 1024;

/** Nobody was connected to: it may be sent again. With `kept`: a connection from before had ended, and only what changes nothing may be. */
export class NotReached extends Error {
  readonly kept: boolean;
  constructor(message: string, { kept = false, ...options }: ErrorOptions & { readonly kept?: boolean } = {}) {
    super(message, options);
    this.kept = kept;
  }
}

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
  /** Whether the last of them connected to nobody. */
  unreached: boolean;
  /** In the time of `performance.now()`. */
  openAgain: number;
}

const isLeftAlone = ({ failures, openAgain }: Process, now: number): boolean =>
  failures >= FAILURES_MAX && openAgain > now;

/** The error of a request that reached nobody; undefined where it may have been read. */
function notReached(error: NodeJS.ErrnoException, reused: boolean): NotReached | undefined {
  const options = { cause: error };
  // Of a name with several addresses, none of which was connected to.
  if (error instanceof AggregateError || error.syscall === 'connect' || error.syscall === 'getaddrinfo')
    return new NotReached(error.message, options);
  return reused && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '')
    ? new NotReached(error.message, { ...options, kept: true })
    : undefined;
}

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
   * of a kept connection that ends it cannot be told whether the request was read. A fresh `make` for each try: a hop is used once. Whoever is gone is passed
   * over, as many as they are; a single process is tried twice.
   */
  async post(make: () => Promise<Sent>, changes: boolean, onRetry: () => void = () => undefined): Promise<Answered> {
    const candidates = this.#candidates();
    const order = candidates.length === 1 ? [...candidates, ...candidates] : candidates;
    let last = new NotReached('Every process is left alone for a moment.');
    let isSentAgain = false;
    for (const [at, to] of order.entries()) {
      if (at > 0) onRetry();
      try {
        return await this.#once(to, await make(), changes);
      } catch (error) {
        if (!(error instanceof NotReached) || (error.kept && isSentAgain)) throw error;
        isSentAgain ||= error.kept;
        last = error;
      }
    }
    throw last;
  }

  async #once(to: Process, sent: Sent, alone: boolean): Promise<Answered> {
    const began = performance.now();
    const isTrial = to.failures >= FAILURES_MAX && to.openAgain <= began;
    // While it is tried after a pause, others go elsewhere.
    if (isTrial) to.openAgain = began + LEFT_ALONE_MS.most;
    try {
      const answered = await this.#exchange(to.url, sent, alone);
      if (answered.leaves) to.leavesUntil = performance.now() + LEAVES_MS;
      // It answers 503 while it stops, and where its database is away.
      if (answered.status === 503) this.#failed(to, false, isTrial);
      else to.failures = 0;
      return answered;
    } catch (error) {
      const isGivenUp = sent.signal.aborted && performance.now() - began < SILENT_MS;
      if (!isGivenUp) this.#failed(to, error instanceof NotReached && !error.kept, isTrial);
      // Whoever asked gave it up, so that the next one tries it.
      else if (isTrial) to.openAgain = performance.now();
      throw error;
    }
  }

  /** Those that were under way when it was first left alone have the same cause: the pause grows with a trial that fails alone. */
  #failed(to: Process, unreached: boolean, isTrial: boolean): void {
    to.unreached = unreached;
    if (to.failures >= FAILURES_MAX && !isTrial) return;
    to.failures += 1;
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
    request.on('error', (error: NodeJS.ErrnoException) => reject(notReached(error, request.reusedSocket) ?? error));
    request.end(body);
    return promise.finally(() => clearTimeout(timer));
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}
