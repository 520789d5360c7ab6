/**
 * Lets a router that is not ours stand before the subgraphs: signs the hop of each part, and keeps from the caller what a door would keep. Copy this file and
 * its two neighbours, credit-wire.ts and credit-words.ts, beside your router; they need Node 24 and the package graphql, which every router has. What it does not check: ROUTERS.md.
 */
import { createHash, createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Kind, parse, visit } from 'graphql';
import { answerIn, CONCEALED_MAX, CreditWire, type Fault, NotReached } from './credit-wire.ts';
import { languageOf, notDone, SILENT, spoken, UNKNOWN } from './credit-words.ts';

export interface HopSettings {
  /** File with the key of this router, as `HOP_KEY` of a gateway names one. The subgraphs have its public key in `HOP_KEYS`. */
  readonly keyFile: string;
  /** Milliseconds that a question and one of its parts may take. */
  readonly questionMs?: number;
  readonly partMs?: number;
  /**
   * Thumbprints whose possession was proven for this request. Leave it out unless something before the router **checked** the DPoP proof (RFC 9449) or the client
   * certificate (RFC 8705), and takes away what a client itself wrote there. Without it a bound token is refused, as it has to be.
   */
  readonly proven?: (header: HeaderOf) => Proven;
  readonly now?: () => Date;
  /** Is told what the operator must mend. */
  readonly log?: (line: Readonly<Record<string, unknown>>) => void;
}

/** Value of a header of the client's request. */
type HeaderOf = (name: string) => string | undefined;

/** Thumbprints of a DPoP key (RFC 7638) and of a certificate (`x5t#S256`). */
type Proven = Readonly<Partial<Record<'key' | 'certificate', string>>>;

type Row = Record<string, unknown>;

export type Result = { readonly data?: Row | null | undefined; readonly errors?: readonly Fault[] | undefined };

export interface Part {
  readonly subgraph: string;
  readonly url: string;
  readonly query: string;
  readonly variables?: Row | undefined;
  readonly operationName?: string | undefined;
}

/** One question of a client. */
export interface Question {
  /** Made here. A client's own id would put two of its questions into one entry of the ledger. */
  readonly id: string;
  /** Of the whole answer, where it is not 200. */
  status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly proven: Proven;
  readonly began: number;
  /** When it came: all its parts are of this day. */
  readonly asked: number;
  readonly parts: Set<Promise<Result>>;
  concealed: number;
  unsettled?: Fault;
}

/** Headers of the client that a subgraph reads. A proof is none of them: nobody here has checked it. */
const FORWARDED = [
  'authorization',
  'credit-purpose',
  'credit-case',
  'credit-matter',
  'credit-channel',
  'credit-for',
  'accept-language',
];

/** What is signed of a message beside its body, in this order. A trace is none here, and its place is empty. */
const SIGNED = [...FORWARDED, 'traceparent'];

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

class Refused extends Error {}

const [QUANTUM_MS, SUBJECTS_A_QUANTUM] = [25, 50];

/**
 * Where a fetch of entities failed as a whole: for each an entity whose fields are null, so that a field of a sibling which needs them is asked all the same,
 * and can name the source that is missing. A router would leave it out in silence.
 */
function withAbsent(result: Result, { query, variables }: Part): Result {
  const representations = variables?.representations;
  const failed = (result.data?._entities ?? null) === null && (result.errors ?? []).length > 0;
  if (!failed || !Array.isArray(representations)) return result;
  const fields = new Map<unknown, string[]>();
  visit(parse(query), {
    Field: ({ name, selectionSet }) => {
      if (name.value !== '_entities') return undefined;
      for (const one of selectionSet?.selections ?? []) {
        if (one.kind !== Kind.INLINE_FRAGMENT) continue;
        const type = one.typeCondition?.name.value;
        const inner = one.selectionSet.selections.filter((field) => field.kind === Kind.FIELD);
        const names = inner.map((field) => field.alias?.value ?? field.name.value);
        fields.set(type, [...(fields.get(type) ?? []), ...names.filter((own) => own !== '__typename')]);
      }
      return false;
    },
  });
  const absent = representations.map(({ __typename }: Row) => ({
    __typename,
    ...Object.fromEntries((fields.get(__typename) ?? []).map((name) => [name, null])),
  }));
  return { ...result, data: { _entities: absent } };
}

/** The supergraph with the addresses of `catalog=http://one:4001,public-credit=http://two:4002,…`. */
export function addressed(supergraph: string, urls: string): string {
  const places = new Map(urls.split(',').map((one) => one.trim().split('=', 2) as [string, string]));
  return supergraph.replaceAll(/"local:\/\/([\w-]+)"/g, (_whole, name: string) => {
    const url = places.get(name);
    if (url === undefined) throw new Error(`SUBGRAPH_URLS has no ${name}.`);
    return JSON.stringify(new URL('/graphql', url).href);
  });
}

export class CreditHop {
  readonly #settings: HopSettings;
  readonly #key: KeyObject;
  readonly #id: string;
  readonly #wire = new CreditWire();

  constructor(settings: HopSettings) {
    const jwk = JSON.parse(readFileSync(settings.keyFile, 'utf8'));
    const { crv, kty, x } = jwk;
    this.#settings = settings;
    this.#key = createPrivateKey({ key: jwk, format: 'jwk' });
    this.#id = hashOf(JSON.stringify({ crv, kty, x }));
  }

  /** Begins the question of a client: at once, because the time of its answer counts from here. */
  question(header: HeaderOf): Question {
    const headers = FORWARDED.flatMap((name) => {
      const sent = header(name);
      return sent === undefined ? [] : [[name, sent]];
    });
    return {
      id: randomUUID(),
      headers: Object.fromEntries(headers),
      proven: this.#settings.proven?.(header) ?? {},
      began: performance.now(),
      asked: this.#now().getTime(),
      parts: new Set(),
      concealed: 0,
    };
  }

  /** Asks a subgraph one part. Never rejects. */
  ask(question: Question, part: Part): Promise<Result> {
    const changes = /\bmutation\b/.test(part.query);
    const asked = this.#ask(question, part, changes).catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      this.#settings.log?.({ subgraph: part.subgraph, question: question.id, fault: String(cause) });
      if (!changes || error instanceof NotReached) return { data: null, errors: [SILENT] };
      return { data: null, errors: [error instanceof Refused ? notDone(part.subgraph) : UNKNOWN] };
    });
    question.parts.add(asked);
    return asked.then((result) => withAbsent(result, part));
  }

  /** What leaves for the client: nothing of a question of which one part was not settled. */
  async answer(question: Question, result: Result): Promise<Result> {
    await Promise.all(question.parts);
    const { concealed, began, unsettled } = question;
    const language = languageOf(question.headers['accept-language']);
    // What is withheld of somebody must not be told by the time either (Article 23).
    const quantum = QUANTUM_MS * (1 + Math.floor(concealed / SUBJECTS_A_QUANTUM));
    if (concealed > 0) await wait(quantum - ((performance.now() - began) % quantum));
    if (unsettled !== undefined) return { data: null, errors: [spoken({ ...unsettled, path: undefined }, language)] };
    const errors = result.errors?.map((error) => spoken(error, language));
    return { ...result, ...(errors === undefined ? {} : { errors }) };
  }

  async #ask(question: Question, part: Part, changes: boolean): Promise<Result> {
    const { subgraph, url, query, variables, operationName } = part;
    const { questionMs = 25_000, partMs = 10_000 } = this.#settings;
    const body = JSON.stringify({ query, variables, operationName });
    const signed = SIGNED.map((name) => question.headers[name] ?? null);
    const make = () => {
      // Of the whole question: it may have more parts for so long.
      const leftMs = Math.max(1, Math.round(questionMs - (performance.now() - question.began)));
      const hop = this.#signed({
        subgraph,
        requestId: question.id,
        asked: question.asked,
        leftMs,
        ...question.proven,
        nonce: randomUUID(),
        at: this.#now().getTime(),
        body: hashOf(body),
        headers: hashOf(JSON.stringify(signed)),
      });
      const headers = { ...question.headers, 'credit-hop': hop };
      return { url, body, headers, timeoutMs: Math.min(leftMs, partMs) };
    };
    const { status, body: answered } = await this.#wire.post(make, changes);
    const { data, errors, concealed, unsettled } = answerIn(answered, query, variables);
    const [why = SILENT] = errors ?? [];
    // The signature, not the caller: nothing was disclosed, and the operator must look at keys and clocks.
    const reason = String(why.extensions?.reason);
    // One that was sent before may have been taken from who sent it first.
    if (unsettled && reason.startsWith('HOP_')) throw new (reason === 'HOP_REPLAYED' ? Error : Refused)(why.message);
    question.concealed = Math.min(CONCEALED_MAX, question.concealed + concealed);
    if (unsettled) {
      question.unsettled ??= why;
      if (why.extensions?.code === 'UNAUTHENTICATED') question.status = 401;
      else if (status >= 400) question.status ??= status;
    }
    return { data, ...(errors === undefined ? {} : { errors }) };
  }

  #now(): Date {
    return this.#settings.now?.() ?? new Date();
  }

  /** Ends the connections that it keeps. */
  close(): void {
    this.#wire.close();
  }

  #signed(payload: Row): string {
    const part = (value: Row): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'EdDSA', kid: this.#id, typ: 'credit-hop+jwt' })}.${part(payload)}`;
    return `${text}.${sign(null, Buffer.from(text), this.#key).toString('base64url')}`;
  }
}
