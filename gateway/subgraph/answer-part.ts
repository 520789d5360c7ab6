/** POST /graphql of a subgraph in a process of its own: one part of a question, settled before it leaves. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { causeOf } from '../../schema/cause.ts';
import { CODES, unavailable } from '../../schema/errors.ts';
import { type HopReason, hopMessages } from '../../schema/messages/door/hop.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import type { Caller, ClientRequest, Platform } from '../../subgraphs/request/context.ts';
import { openRequest } from '../../subgraphs/request/request.ts';
import type { SnapshotReader } from '../../subgraphs/request/snapshot.ts';
import { answer, type Subgraph } from '../../subgraphs/subgraph.ts';
import { stoppedFault } from '../federation/errors.ts';
import type { Told } from '../federation/network/told.ts';
import { settled } from '../federation/settled.ts';
import type { door } from '../http/checks/authenticate.ts';
import type { CallerReader } from '../identity/caller.ts';
import { checkVariables, readBody } from '../message/body.ts';
import { deadline } from '../message/deadline.ts';
import { HttpError } from '../message/http-error.ts';
import { parseJson } from '../message/json.ts';
import type { Settlement } from '../metrics/counters.ts';
import type { Traces } from '../traces/traces.ts';
import { checkHop, type Hopped, readSigned } from './hop-check.ts';

/** Bytes of a part: representations of a batch of a thousand subjects are a few hundred thousand. */
const BODY_MAX = 8 * 1024 * 1024;

/** A part that was sent in time may be settled a little after it. */
const AFTER_MS = 2_000;

export interface Serving {
  readonly subgraph: Subgraph;
  readonly platform: Platform;
  readonly snapshots: SnapshotReader;
  /** Verifies the token of the caller; possession is what the hop says that the door saw. */
  readonly readCaller: CallerReader;
  readonly hopKeys: readonly PublicJwk[];
  /** Throws UNAUTHENTICATED where the caller's unit does not carry its role. */
  readonly admitted: ReturnType<typeof door>;
  /** What the door saw of the callers of messages, for `readCaller`. */
  readonly seen: WeakMap<
    IncomingMessage,
    { readonly key?: string | undefined; readonly certificate?: string | undefined }
  >;
  readonly deadlineMs: number;
  readonly log: Logger;
  readonly settled: (outcome: Settlement) => void;
  readonly traces: Traces;
  /** Told why a hop was refused. */
  readonly refused: (reason: HopReason) => void;
}

export interface Part {
  readonly status: number;
  readonly caller: Caller | undefined;
  /** Of the client's request, as the gateway says it; absent where no gateway does. */
  readonly requestId?: string;
  readonly traceId?: string | undefined;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly GraphQLFormattedError[];
    readonly extensions: { readonly credit: Told };
  };
}

const KNOWN = new Set<unknown>(CODES);

/** An error as the gateway is told it: a known one whole, in every language; any other as one sentence under an id of the log. */
function wireError(log: Logger, error: unknown): GraphQLFormattedError {
  if (error instanceof GraphQLError && KNOWN.has(error.extensions.code))
    return {
      message: error.message,
      ...(error.path === undefined ? {} : { path: error.path }),
      extensions: { ...error.extensions },
    };
  if (error instanceof HttpError) {
    const { code, said, more } = error;
    const { reason, article } = more;
    return {
      message: said.message.en,
      extensions: { code, help: said.help.en, said, ...(reason && { reason }), ...(article && { article }) },
    };
  }
  const path = error instanceof GraphQLError ? error.path : undefined;
  const stopped = stoppedFault(error);
  if (stopped !== undefined)
    return { message: stopped.message, ...(path === undefined ? {} : { path }), extensions: stopped.extensions };
  const id = randomUUID();
  log.error({ id, fault: causeOf(error) }, 'a part failed');
  const failed = serviceMessages.failed(id);
  return {
    message: failed.message.en,
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'INTERNAL', id, help: failed.help.en, said: failed },
  };
}

/** A part that gives nothing: the whole answer is not given, and its error says why. */
const nothing = (log: Logger, error: unknown, status: number, caller?: Caller): Part => ({
  status,
  caller,
  body: {
    data: null,
    errors: [wireError(log, error)],
    extensions: { credit: { concealed: 0, refused: [], unsettled: true } },
  },
});

function operationIn(body: string) {
  const { query, variables, operationName } = parseJson(body, '{ "query": …, "variables": … }');
  if (typeof query !== 'string') throw new TypeError('A gateway sent no query.');
  const values = (variables ?? {}) as Record<string, unknown>;
  checkVariables(values);
  return { query, variables: values, ...(typeof operationName === 'string' ? { operationName } : {}) };
}

async function run(
  { subgraph, log, settled: told }: Serving,
  request: ClientRequest,
  operation: ReturnType<typeof operationIn>,
  fresh: Promise<void>,
): Promise<Part> {
  let outcome: Settlement = 'settled';
  let failed = false;
  const answered = await settled(
    request,
    async () => {
      const result = await answer(subgraph, operation, request);
      // What was sent before changes and tells nothing.
      await fresh;
      return result;
    },
    (found, error) => {
      outcome = found;
      failed = error !== undefined;
      told(found);
      if (found === 'unavailable') log.error({ fault: causeOf(error) }, 'the ledger was not settled');
    },
  );
  const { caller, firstRefusals } = request;
  const errors = answered.errors?.map((error) => wireError(log, error));
  // Its error alone says why; a gap of the ledger is counted as a refusal, and settles nothing either.
  const unsettled = failed || (outcome !== 'settled' && outcome !== 'refused');
  return {
    status: 200,
    caller,
    body: {
      data: answered.data ?? null,
      ...(errors === undefined ? {} : { errors }),
      extensions: { credit: { concealed: request.concealed(), refused: firstRefusals, unsettled } },
    },
  };
}

const HOPS: ReadonlySet<unknown> = new Set(Object.keys(hopMessages));

/** Answers one part. Never rejects. */
export async function answerPart(serving: Serving, message: IncomingMessage): Promise<Part> {
  const { platform, subgraph, log, traces } = serving;
  const refusedOr = (error: unknown): Part => {
    const reason = error instanceof HttpError ? error.more.reason : undefined;
    if (HOPS.has(reason)) serving.refused(reason as HopReason);
    return nothing(log, error, error instanceof HttpError ? error.status : 200);
  };
  try {
    const signing = { subgraph: subgraph.name, keys: serving.hopKeys, questionMs: serving.deadlineMs };
    const hop = await readSigned(platform, signing, message);
    const text = await readBody(message, BODY_MAX);
    const hopped = checkHop(platform, hop, text);
    // Sent before: the answer waits for it, here it is counted.
    hopped.fresh.catch((error: unknown) => refusedOr(error));
    const span = traces.part(message, subgraph.name);
    const part = await span.run(() => answerHop(serving, message, text, hopped));
    span.end(part.status, part.caller?.role);
    return { ...part, requestId: hopped.hop.requestId, traceId: span.traceId };
  } catch (error) {
    return refusedOr(error);
  }
}

/** Answers what a gateway has signed. Never rejects. */
async function answerHop(
  serving: Serving,
  message: IncomingMessage,
  text: string,
  { hop, fresh }: Hopped,
): Promise<Part> {
  const { platform, snapshots, log } = serving;
  let caller: Caller | undefined;
  try {
    const operation = operationIn(text);
    serving.seen.set(message, { key: hop.key, certificate: hop.certificate });
    // As in one process: one question is of one moment, and of one day, however its parts lie about midnight.
    const asked = new Date(hop.asked);
    caller = await serving.readCaller(message, hop.requestId, asked);
    await serving.admitted(caller, asked);
    // A mutation is not begun before it is known that it was not sent before.
    if (/\bmutation\b/.test(operation.query)) await fresh;
    // A gateway may say any time: its entries would wait so long for their leaves.
    const leftMs = Math.max(1, Math.min(hop.leftMs, serving.deadlineMs));
    const request = openRequest(platform, snapshots, caller, {
      expecting: true,
      asked,
      partOf: { leftMs: leftMs + AFTER_MS },
    });
    const giveUp = deadline(leftMs, message, () => request.cancel());
    try {
      const running = run(serving, request, operation, fresh);
      // After the deadline nothing awaits it.
      running.catch(() => undefined);
      const part = await Promise.race([giveUp.over, running]);
      return part ?? nothing(log, unavailable(serviceMessages.givenUpLate), 200, caller);
    } finally {
      giveUp.clear();
      const ended = request.abandon();
      if (!giveUp.isOver()) await ended;
    }
  } catch (error) {
    return nothing(log, error, error instanceof HttpError ? error.status : 200, caller);
  }
}
