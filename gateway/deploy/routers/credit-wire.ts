/**
 * The connections of credit-hop.ts, beside which it is copied: kept, with a bound for the time and the size of an answer, and one more try where nobody was
 * connected to. It needs Node 24 and the package graphql.
 */
import { Agent, type IncomingHttpHeaders, request as send } from 'node:http';
import { request as sendOverTls, Agent as TlsAgent } from 'node:https';
import { Kind, parse, type SelectionNode } from 'graphql';

/** Longest answer, in bytes, its deepest nesting, and its most values: what a compromised process could send must not fill the memory. */
const [ANSWER_MAX, DEPTH_MAX, VALUES_MAX] = [64 * 1024 * 1024, 64, 4_000_000];

/** Nobody read the request: it may be sent again. */
export class NotReached extends Error {}

export interface Sent {
  readonly url: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  readonly timeoutMs: number;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

type Row = Record<string, unknown>;

export interface Fault {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Row | undefined;
}

/** So many subjects one question can ask for. */
export const CONCEALED_MAX = 25_000;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const inBoth = (value: unknown): boolean => isRow(value) && isText(value.en) && isText(value.zh);
const isSaid = (value: unknown): boolean =>
  value === undefined || (isRow(value) && inBoth(value.message) && inBoth(value.help));
const isFault = (one: unknown): one is Fault =>
  isRow(one) &&
  typeof one.message === 'string' &&
  (one.path === undefined || Array.isArray(one.path)) &&
  (one.extensions === undefined || (isRow(one.extensions) && isSaid(one.extensions.said)));

/** Of a value the fields that were asked for: a router merges, and what a subgraph gives beyond them would stand in another's name. */
function onlyAsked(value: unknown, selections: readonly SelectionNode[], fragments: Fragments): unknown {
  if (value === null || selections.length === 0) return value;
  if (Array.isArray(value)) return value.map((one) => onlyAsked(one, selections, fragments));
  if (!isRow(value)) throw new Error('It is no answer to what was asked.');
  const below = new Map<string, SelectionNode[]>();
  const gather = (among: readonly SelectionNode[]): void => {
    for (const one of among) {
      if (one.kind === Kind.FIELD) {
        const name = one.alias?.value ?? one.name.value;
        below.set(name, [...(below.get(name) ?? []), ...(one.selectionSet?.selections ?? [])]);
      } else
        gather(one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet.selections : (fragments.get(one.name.value) ?? []));
    }
  };
  gather(selections);
  const given = [...below].filter(([name]) => Object.hasOwn(value, name));
  return Object.fromEntries(given.map(([name, inner]) => [name, onlyAsked(value[name], inner, fragments)]));
}

type Fragments = ReadonlyMap<string, readonly SelectionNode[]>;

function askedIn(query: string) {
  const { definitions } = parse(query);
  const selections = definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? one.selectionSet.selections : [],
  );
  const fragments: Fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet.selections] as const] : [],
    ),
  );
  return { selections, fragments };
}

/** Entities that are there whenever one is asked for: an answer to the same question named it. */
const ALWAYS_THERE: ReadonlySet<unknown> = new Set(['MatterCheck', 'CreditSubject']);

/** Whether all that was asked is there: without it what others say of the same entity would be left out too, and nobody be told. */
function isWhole(
  data: Row,
  selections: readonly SelectionNode[],
  variables: Row | undefined,
  faults: readonly Fault[],
): boolean {
  // One under a condition may be left out.
  const fieldsIn = (among: readonly SelectionNode[]) =>
    among.flatMap((one) => (one.kind === Kind.FIELD && (one.directives ?? []).length === 0 ? [one] : []));
  const roots = fieldsIn(selections);
  if (!roots.every(({ name, alias }) => Object.hasOwn(data, (alias ?? name).value))) return false;
  const [asked] = roots.filter(({ name }) => name.value === '_entities');
  const { representations } = variables ?? {};
  if (asked === undefined || !Array.isArray(representations)) return true;
  const entities = data[(asked.alias ?? asked.name).value];
  if (entities === null && faults.length > 0) return true;
  if (!Array.isArray(entities) || entities.length !== representations.length) return false;
  const fieldsOf = (type: unknown): string[] =>
    (asked.selectionSet?.selections ?? []).flatMap((one) =>
      one.kind === Kind.INLINE_FRAGMENT && one.typeCondition?.name.value === type
        ? fieldsIn(one.selectionSet.selections).map(({ alias, name }) => (alias ?? name).value)
        : [],
    );
  return entities.every((entity: unknown, place) => {
    const type: unknown = representations[place]?.__typename;
    if (entity === null)
      return !ALWAYS_THERE.has(type) || faults.some(({ path = [] }) => path[0] === '_entities' && path[1] === place);
    return isRow(entity) && fieldsOf(type).every((name) => Object.hasOwn(entity, name));
  });
}

/** What a subgraph says of a part. Throws where it has not the form of it: a compromised one may say anything. */
export function answerIn(body: unknown, query: string, variables?: Row) {
  const { data = null, errors, extensions } = isRow(body) ? body : {};
  const credit = isRow(extensions) && isRow(extensions.credit) ? extensions.credit : {};
  const { concealed, unsettled } = credit;
  const counts = Number.isInteger(concealed) && Number(concealed) >= 0 && Number(concealed) <= CONCEALED_MAX;
  const told = errors === undefined || (Array.isArray(errors) && errors.every(isFault));
  const fits = counts && told && typeof unsettled === 'boolean' && (data === null || isRow(data));
  // Of what was not settled the error alone says why.
  if (!fits || (unsettled && (data !== null || !(Array.isArray(errors) && errors.length > 0))))
    throw new Error('It is no answer of a subgraph.');
  const { selections, fragments } = askedIn(query);
  const faults = (errors ?? []) as readonly Fault[];
  // A router of another kind may ask with fragments by name; of those the roots are looked at.
  if (data === null ? faults.length === 0 : !isWhole(data as Row, selections, variables, faults))
    throw new Error('It leaves out what was asked.');
  return {
    data: onlyAsked(data, selections, fragments) as Row | null,
    errors: errors as readonly Fault[] | undefined,
    concealed: Number(concealed),
    unsettled,
  };
}

/** Whether no byte can have been read: nothing was connected to, or a kept connection had been closed. */
const isUnread = (error: NodeJS.ErrnoException, reused: boolean): boolean =>
  error instanceof AggregateError ||
  ['connect', 'getaddrinfo'].includes(error.syscall ?? '') ||
  (reused && ['ECONNRESET', 'EPIPE'].includes(error.code ?? ''));

/** Throws before it is parsed, where that would fill the memory. */
function parsed(text: string): unknown {
  let [depth, values] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      for (at = text.indexOf('"', at + 1); at !== -1 && isEscaped(text, at); at = text.indexOf('"', at + 1));
      if (at === -1) break;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (character === ',' || character === '{' || character === '[') values += 1;
    if (depth > DEPTH_MAX || values > VALUES_MAX) throw new Error('The answer holds too much.');
  }
  return JSON.parse(text);
}

/** Whether a quote belongs to the text: behind an odd number of backslashes. */
function isEscaped(text: string, quote: number): boolean {
  let from = quote;
  while (text[from - 1] === '\\') from -= 1;
  return (quote - from) % 2 === 1;
}

const KEPT = { keepAlive: true, maxSockets: 256, scheduling: 'lifo' } as const;

export class CreditWire {
  readonly #agents = { 'http:': new Agent(KEPT), 'https:': new TlsAgent(KEPT) };

  /**
   * `changes`: whether it changes something. Then it goes over a connection of its own, and once more only where that was not made: of a kept one that ends it cannot
   * be told whether the request was read. A fresh `make` for each try: a hop is taken once.
   */
  async post(make: () => Sent, changes: boolean): Promise<Answered> {
    try {
      return await this.#once(make(), changes);
    } catch (error) {
      if (!(error instanceof NotReached)) throw error;
      return this.#once(make(), changes);
    }
  }

  async #once({ url, body, headers, timeoutMs }: Sent, alone: boolean): Promise<Answered> {
    const to = new URL(url);
    const isTls = to.protocol === 'https:';
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const request = (isTls ? sendOverTls : send)(to, {
      method: 'POST',
      agent: alone ? false : this.#agents[isTls ? 'https:' : 'http:'],
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
      response.on('end', () => {
        try {
          resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(parts).toString('utf8')) });
        } catch (error) {
          reject(error);
        }
      });
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
