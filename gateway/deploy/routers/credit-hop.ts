/**
 * Lets a router that is not ours stand before the subgraphs: signs the hop of each part, and keeps from the caller what a door would keep. Copy this file
 * beside your router; it needs Node 24 and the package graphql, which every router has. What it does not check: ROUTERS.md.
 */
import { createHash, createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Kind, parse, visit } from 'graphql';

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

interface Fault {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Row | undefined;
}

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
  readonly asked: Set<Promise<Result>>;
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

/** What of an error leaves. A subgraph says more than a caller may know: how open the item is that was asked for. */
const TOLD = ['code', 'reason', 'article', 'renewsAt', 'competentUnit', 'help', 'id'];

type Words = Readonly<Record<'en' | 'zh', string>>;
const away = (message: Words, help: Words): Fault => ({
  message: message.en,
  extensions: { code: 'UNAVAILABLE', reason: 'UNAVAILABLE', said: { message, help } },
});
const AGAIN: Words = { en: 'Try again in a little while.', zh: '请稍后重试。' };
const SILENT = away({ en: 'A part does not answer.', zh: '有子系统没有应答。' }, AGAIN);
const NO_ANSWER = 'A change was begun and no answer came; whether it was made is not known.';
/** Of a change that may have been read: whoever sends it again may make it twice. */
const UNKNOWN = away(
  { en: NO_ANSWER, zh: '变更已经开始，但没有收到结果，尚不清楚是否完成。' },
  { en: 'Look whether it stands before you send it again.', zh: '请先核对是否生效，再决定是否重新提交。' },
);

const [QUANTUM_MS, SUBJECTS_A_QUANTUM] = [25, 50];

/** `zh` where the client would rather have it. */
function languageOf(header = ''): 'en' | 'zh' {
  const weights = { en: 0, zh: 0, '*': 0 };
  for (const [, name = '', weight = '1'] of header.matchAll(
    /(?:^|,)\s*(en|zh|\*)(?:-[\w-]+)?\s*(?:;\s*q=([\d.]+))?/gi,
  )) {
    const primary = name.toLowerCase() as keyof typeof weights;
    weights[primary] = Math.max(weights[primary], Number(weight));
  }
  return weights.zh > Math.max(weights.en, weights['*']) ? 'zh' : 'en';
}

/** An error in one language, with what may leave of it. */
function spoken({ message, path, extensions = {} }: Fault, language: 'en' | 'zh'): Fault {
  const said = extensions.said as Readonly<Record<'message' | 'help', Readonly<Record<string, string>>>> | undefined;
  const kept = Object.fromEntries(TOLD.flatMap((name) => (name in extensions ? [[name, extensions[name]]] : [])));
  return {
    message: said?.message[language] ?? message,
    ...(path === undefined ? {} : { path }),
    extensions: { ...kept, ...(said === undefined ? {} : { help: said.help[language] }) },
  };
}

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

  constructor(settings: HopSettings) {
    const jwk = JSON.parse(readFileSync(settings.keyFile, 'utf8'));
    const { crv, kty, x } = jwk;
    this.#settings = settings;
    this.#key = createPrivateKey({ key: jwk, format: 'jwk' });
    this.#id = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
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
      asked: new Set(),
      concealed: 0,
    };
  }

  /** Asks a subgraph one part. Never rejects. */
  ask(question: Question, part: Part): Promise<Result> {
    const asked = this.#ask(question, part).catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      this.#settings.log?.({ subgraph: part.subgraph, question: question.id, fault: String(cause) });
      return { data: null, errors: [/\bmutation\b/.test(part.query) ? UNKNOWN : SILENT] };
    });
    question.asked.add(asked);
    return asked.then((result) => withAbsent(result, part));
  }

  /** What leaves for the client: nothing of a question of which one part was not settled. */
  async answer(question: Question, result: Result): Promise<Result> {
    await Promise.all(question.asked);
    const { concealed, began, unsettled } = question;
    const language = languageOf(question.headers['accept-language']);
    // What is withheld of somebody must not be told by the time either (Article 23).
    const quantum = QUANTUM_MS * (1 + Math.floor(concealed / SUBJECTS_A_QUANTUM));
    if (concealed > 0) await wait(quantum - ((performance.now() - began) % quantum));
    if (unsettled !== undefined) return { data: null, errors: [spoken({ ...unsettled, path: undefined }, language)] };
    const errors = result.errors?.map((error) => spoken(error, language));
    return { ...result, ...(errors === undefined ? {} : { errors }) };
  }

  async #ask(question: Question, { subgraph, url, query, variables, operationName }: Part): Promise<Result> {
    const { questionMs = 25_000, partMs = 10_000, now = () => new Date() } = this.#settings;
    // Of the whole question: it may have more parts for so long.
    const leftMs = Math.max(1, Math.round(questionMs - (performance.now() - question.began)));
    const body = JSON.stringify({ query, variables, operationName });
    const hop = this.#signed({
      subgraph,
      requestId: question.id,
      leftMs,
      ...question.proven,
      nonce: randomUUID(),
      at: now().getTime(),
      body: createHash('sha256').update(body).digest('base64url'),
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...question.headers, 'content-type': 'application/json', 'credit-hop': hop },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(Math.min(leftMs, partMs)),
    });
    const { data, errors, extensions } = (await response.json()) as Result & { readonly extensions?: Row };
    const told = extensions?.credit as { readonly concealed: number; readonly unsettled: boolean } | undefined;
    if (told === undefined) throw new Error('It is no answer of a subgraph.');
    question.concealed += told.concealed;
    const [why = SILENT] = errors ?? [];
    // The signature, not the caller: nothing was disclosed, and the operator must look at keys and clocks.
    if (String(why.extensions?.reason).startsWith('HOP_')) throw new Error(why.message);
    if (told.unsettled) {
      question.unsettled ??= why;
      if (why.extensions?.code === 'UNAUTHENTICATED') question.status = 401;
      else if (!response.ok) question.status ??= response.status;
    }
    return { data: data ?? null, ...(errors === undefined ? {} : { errors }) };
  }

  #signed(payload: Row): string {
    const part = (value: Row): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'EdDSA', kid: this.#id, typ: 'credit-hop+jwt' })}.${part(payload)}`;
    return `${text}.${sign(null, Buffer.from(text), this.#key).toString('base64url')}`;
  }
}
