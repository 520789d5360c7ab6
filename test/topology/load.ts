/** Asks without a pause, holds each answer against what it must be, and counts. */
import { isDeepStrictEqual } from 'node:util';
import type { DevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import type { Holder } from '../kit.ts';
import { draft, QUESTIONS } from './questions.ts';

/**
 * `right`: the whole answer. `partial`: what is given is right, and each part that is missing is named with UNAVAILABLE. `refused`: nothing is given, and it
 * is said that it may be asked again. `lost`: no answer came. `wrong`: anything else.
 */
type Outcome = 'right' | 'partial' | 'refused' | 'lost' | 'wrong';

interface Seen {
  readonly outcome: Outcome;
  /** Of what was not right: by what words. */
  readonly how: string;
  readonly at: number;
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly reason?: string; readonly help?: string };
  }[];
}

/** Quotas of drafts: no agreement of the sample has such a one. */
export const FIRST_MARK = 5_000_000;
const CALLERS = 4;
const PAUSE_MS = 25;
const PATIENCE_MS = 30_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** May be asked again: said so, in words. */
const isLater = (error: NonNullable<Body['errors']>[number]): boolean =>
  (error.extensions.code === 'UNAVAILABLE' || error.extensions.reason === 'LEDGER_UNAVAILABLE') &&
  (error.extensions.help ?? '') !== '';

/** Whether what is given of it is what must be given, and what is not is named by an error of its path or above it. */
function isPartOf(given: unknown, whole: unknown, path: string, missing: ReadonlySet<string>): boolean {
  if (isDeepStrictEqual(given, whole)) return true;
  if (given === null) return [...missing].some((one) => one === '' || one === path || one.startsWith(`${path}.`));
  if (typeof given !== 'object' || typeof whole !== 'object' || whole === null || Array.isArray(given)) return false;
  return Object.entries(given as object).every(([name, value]) =>
    isPartOf(value, (whole as Record<string, unknown>)[name], path === '' ? name : `${path}.${name}`, missing),
  );
}

function judge(
  status: number,
  { data, errors = [] }: Body,
  whole: { readonly data: object; readonly refused: Readonly<Record<string, string>> },
): Outcome {
  const later = errors.filter(isLater);
  const others = Object.fromEntries(
    errors.filter((error) => !isLater(error)).map(({ path = [], extensions }) => [path.join('.'), extensions.reason]),
  );
  if (data == null) return later.length > 0 && Object.keys(others).length === 0 ? 'refused' : 'wrong';
  if (status !== 200) return 'wrong';
  if (later.length === 0)
    return isDeepStrictEqual(data, whole.data) && isDeepStrictEqual(others, whole.refused) ? 'right' : 'wrong';
  const missing = new Set(later.map(({ path = [] }) => path.join('.')));
  // An error without a path is of a whole part: nothing stands beside it.
  if (missing.has('') && Object.values(data).every((value) => value === null)) return 'refused';
  const isLawful = Object.entries(others).every(([path, reason]) => whole.refused[path] === reason);
  return isLawful && isPartOf(data, whole.data, '', missing) ? 'partial' : 'wrong';
}

export class Load {
  readonly #url: string;
  readonly #issuer: DevelopmentIssuer;
  readonly #tokens = new Map<string, Promise<string>>();
  readonly #seen: Seen[] = [];
  readonly #running: Promise<void>[] = [];
  #isRunning = true;
  #mark = FIRST_MARK;
  /** Ids of requests whose answer disclosed something, and when it came. */
  readonly disclosed = new Map<string, string>();
  /** Marks of drafts that were answered. */
  readonly drafted = new Set<number>();
  readonly wrong = new Set<string>();

  constructor(url: string, issuer: DevelopmentIssuer) {
    this.#url = url;
    this.#issuer = issuer;
  }

  #token(holder: Holder): Promise<string> {
    const key = JSON.stringify(holder);
    const { subject, ...claims } = holder;
    const made =
      this.#tokens.get(key) ??
      this.#issuer.sign(
        { sub: 'load', ...claims, ...(subject === undefined ? {} : { subject: `${subject.type}:${subject.value}` }) },
        '1h',
      );
    this.#tokens.set(key, made);
    return made;
  }

  async ask(holder: Holder | null, query: string, variables: object, purpose?: string) {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(holder === null ? {} : { authorization: `Bearer ${await this.#token(holder)}` }),
        ...(purpose === undefined ? {} : { 'credit-purpose': purpose }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { id: response.headers.get('x-request-id'), status: response.status, text: await response.text() };
  }

  async #once(
    asked: {
      readonly holder: Holder | null;
      readonly query: string;
      readonly variables: object;
      readonly purpose?: string;
    },
    whole: { readonly data: object; readonly refused: Readonly<Record<string, string>> },
    given: (id: string, outcome: Outcome) => void,
  ): Promise<void> {
    const take = (outcome: Outcome, how: string): void => void this.#seen.push({ outcome, how, at: performance.now() });
    try {
      const { id, status, text } = await this.ask(asked.holder, asked.query, asked.variables, asked.purpose);
      // The balancer itself says so where no gateway is ready: a page, without an id.
      if (id === null) return take([502, 503, 504].includes(status) ? 'refused' : 'wrong', `balancer ${status}`);
      const body = JSON.parse(text) as Body;
      const outcome = judge(status, body, whole);
      const first = body.errors?.find(isLater) ?? body.errors?.[0];
      take(outcome, outcome === 'right' ? '' : `${status} ${first?.message ?? ''}`);
      if (outcome === 'wrong') this.wrong.add(`${status} ${text.slice(0, 600)}`);
      if (outcome === 'right' || outcome === 'partial') given(id, outcome);
    } catch (error) {
      take('lost', String((error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name));
    }
  }

  start(): void {
    const loop = async (work: (round: number) => Promise<void>): Promise<void> => {
      for (let round = 0; this.#isRunning; round += 1) {
        await work(round);
        await pause(PAUSE_MS);
      }
    };
    for (let caller = 0; caller < CALLERS; caller += 1)
      this.#running.push(
        loop(async (round) => {
          const question = QUESTIONS[(caller + round) % QUESTIONS.length] as (typeof QUESTIONS)[number];
          await this.#once(question, question, (id) =>
            question.disclosed ? this.disclosed.set(id, new Date().toISOString()) : undefined,
          );
        }),
      );
    this.#running.push(
      loop(async () => {
        this.#mark += 1;
        const mark = this.#mark;
        const asked = draft(mark);
        // A change whose part is missing, and named, was not answered.
        await this.#once(asked, { data: asked.data, refused: {} }, (_id, outcome) =>
          outcome === 'right' ? this.drafted.add(mark) : undefined,
        );
        await pause(PAUSE_MS * 4);
      }),
    );
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    await Promise.all(this.#running);
  }

  /** What was seen since a moment: counts, how what was not right failed, and the longest time without a right answer. */
  since(moment: number) {
    const seen = this.#seen.filter(({ at }) => at >= moment);
    const count = (outcome: Outcome): number => seen.filter((one) => one.outcome === outcome).length;
    const times = [moment, ...seen.filter(({ outcome }) => outcome === 'right').map(({ at }) => at), performance.now()];
    const gaps = times.slice(1).map((at, index) => at - (times[index] as number));
    const how = Map.groupBy(
      seen.filter(({ outcome }) => outcome !== 'right'),
      ({ how: words }) => words,
    );
    return {
      right: count('right'),
      partial: count('partial'),
      refused: count('refused'),
      lost: count('lost'),
      wrong: count('wrong'),
      unansweredMs: Math.round(Math.max(...gaps)),
      how: [...how].map(([words, ones]) => `${ones.length}× ${words}`),
    };
  }

  /** Whether answers of every kind have come right since a moment. */
  isWell(moment: number): boolean {
    const { right, refused, lost, partial, wrong } = this.since(moment);
    return right >= 12 && refused + lost + partial + wrong === 0;
  }
}
