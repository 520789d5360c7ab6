/** Requests to the processes of one subgraph: connections that are kept, a breaker for each process, one more try where nobody was reached. */
import { Agent, request as send } from 'node:http';
import { request as sendOverTls, Agent as TlsAgent } from 'node:https';

/** Failures in a row after which a process is left alone for a while. */
const FAILURES_MAX = 5;
/** How long it is left alone; then one request tries it. Twice as long after each try that fails, up to the most. */
const LEFT_ALONE_MS = { first: 100, most: 5_000 } as const;
/** Longest answer, in bytes: what a compromised process could send must not fill the memory. */
const ANSWER_MAX = 64 * 1024 * 1024;

/** Nobody read the request: it may be sent again. */
export class NotReached extends Error {}

export interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

interface Process {
  readonly url: URL;
  failures: number;
  /** In the time of `performance.now()`. */
  openAgain: number;
}

/** Whether no byte of a request can have been read: the connection was refused, or a kept one had been closed. */
const isUnread = (error: NodeJS.ErrnoException, reused: boolean): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'].includes(error.code ?? '') ||
  (reused && ['ECONNRESET', 'EPIPE'].includes(error.code ?? ''));

const SETTINGS = { keepAlive: true, maxSockets: 256, scheduling: 'lifo' } as const;

/** Sends to the processes of one subgraph in turn. */
export class Wire {
  readonly #processes: readonly Process[];
  readonly #agents = { 'http:': new Agent(SETTINGS), 'https:': new TlsAgent(SETTINGS) };
  #turn = 0;

  constructor(urls: readonly string[]) {
    this.#processes = urls.map((url) => ({ url: new URL(url), failures: 0, openAgain: 0 }));
  }

  /** Processes in the order in which they are tried; none where all are left alone. */
  #candidates(): Process[] {
    this.#turn += 1;
    const from = this.#turn % this.#processes.length;
    const now = performance.now();
    return [...this.#processes.slice(from), ...this.#processes.slice(0, from)].filter(
      ({ failures, openAgain }) => failures < FAILURES_MAX || openAgain <= now,
    );
  }

  /** How many processes are left alone now. */
  leftAlone(): number {
    return this.#processes.length - this.#candidates().length;
  }

  /** `mayRepeat`: whether it may be sent to another process where nobody was reached. A fresh `make` for each try: a hop is used once. */
  async post(make: () => Promise<Sent>, mayRepeat: boolean): Promise<Answered> {
    const candidates = this.#candidates();
    const [first, second = first] = candidates;
    if (first === undefined || second === undefined) throw new NotReached('Every process is left alone for a moment.');
    try {
      return await this.#once(first, await make());
    } catch (error) {
      if (!(error instanceof NotReached) || !mayRepeat) throw error;
      return this.#once(second, await make());
    }
  }

  async #once(to: Process, sent: Sent): Promise<Answered> {
    // While it is tried after a pause, others go elsewhere.
    if (to.failures >= FAILURES_MAX) to.openAgain = performance.now() + LEFT_ALONE_MS.most;
    try {
      const answered = await this.#exchange(to.url, sent);
      // It answers 503 while it stops, and where its database is away.
      if (answered.status === 503) this.#failed(to);
      else to.failures = 0;
      return answered;
    } catch (error) {
      if (!sent.signal.aborted) this.#failed(to);
      throw error;
    }
  }

  #failed(to: Process): void {
    to.failures += 1;
    const tries = to.failures - FAILURES_MAX;
    if (tries >= 0)
      to.openAgain = performance.now() + Math.min(LEFT_ALONE_MS.most, LEFT_ALONE_MS.first * 2 ** Math.min(tries, 10));
  }

  #exchange(url: URL, { body, headers, signal, timeoutMs }: Sent): Promise<Answered> {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const isTls = url.protocol === 'https:';
    const request = (isTls ? sendOverTls : send)(new URL('/graphql', url), {
      method: 'POST',
      agent: this.#agents[isTls ? 'https:' : 'http:'],
      signal,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
    });
    const timer = setTimeout(() => request.destroy(new Error('It did not answer in time.')), timeoutMs);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > ANSWER_MAX) request.destroy(new Error('The answer is too large.'));
        else parts.push(part);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
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
