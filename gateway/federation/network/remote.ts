/**
 * One question whose parts other processes answer. Each part is settled there, before it leaves; here is kept what they say beside their data: what could
 * not be settled, who was turned away, and for how many subjects the time of the answer must tell nothing.
 */
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { FORWARDED } from '../../../subgraphs/keys/hop.ts';
import { isUnadmitted } from '../../../subgraphs/request/admission.ts';
import type { Caller, ClientRequest, RefusedFor } from '../../../subgraphs/request/context.ts';
import type { AskedQuestion } from '../asked.ts';
import { CONCEALED_MAX, type Told, type ToldError } from './told.ts';

export interface RemoteQuestion extends AskedQuestion {
  readonly caller: Caller;
  /** When it came, in milliseconds since 1970: all its parts are of this day. */
  readonly asked: number;
  /** Headers that go with each part. */
  readonly headers: Readonly<Record<string, string>>;
  /** Aborts when the question is given up. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left for the answer. */
  leftMs(): number;
  /** Takes what a subgraph said of a part. */
  take(told: Told, errors: readonly ToldError[]): void;
}

/** An error of another process, with all that it says. */
export const errorOf = ({ message, extensions }: ToldError): GraphQLError => new GraphQLError(message, { extensions });

interface Opening {
  readonly deadlineMs: number;
  readonly now: () => Date;
  /** Opens it in this process too, for a question that no subgraph took a part of: that its caller's unit and mandate stand is looked at all the same. */
  readonly here: () => ClientRequest;
}

export function remoteQuestion(
  caller: Caller,
  message: IncomingMessage,
  { deadlineMs, now, here }: Opening,
): RemoteQuestion {
  const until = performance.now() + deadlineMs;
  const aborting = new AbortController();
  const firstRefusals: RefusedFor[] = [];
  let concealed = 0;
  let unsettled: GraphQLError | undefined;
  let parts = 0;
  let own: ClientRequest | undefined;
  const inThisProcess = (): ClientRequest => {
    own ??= here();
    return own;
  };
  const headers = Object.fromEntries(
    FORWARDED.flatMap((name) => {
      const sent = message.headers[name];
      return typeof sent === 'string' ? [[name, sent]] : [];
    }),
  );
  const check = (): Promise<void> => (unsettled === undefined ? Promise.resolve() : Promise.reject(unsettled));
  /** Who was turned away is told so by the status; what could not be settled stands in the answer. */
  const admitted = async (): Promise<void> => {
    if (parts === 0) await inThisProcess().admitted();
    if (isUnadmitted(unsettled)) await check();
  };
  return {
    id: caller.requestId,
    caller,
    asked: now().getTime(),
    headers,
    signal: aborting.signal,
    firstRefusals,
    leftMs: () => Math.max(1, Math.round(until - performance.now())),
    take: (told, errors) => {
      parts += 1;
      concealed = Math.min(CONCEALED_MAX, concealed + told.concealed);
      firstRefusals.push(...told.refused);
      const [why] = errors;
      if (told.unsettled && why !== undefined) unsettled ??= errorOf(why);
    },
    concealed: () => concealed,
    mistaken: () => Promise.resolve(false),
    again: () => Promise.resolve(),
    admitted,
    settle: (refused) => (parts === 0 ? inThisProcess().settle(refused) : check()),
    cancel: () => {
      aborting.abort();
      own?.cancel();
    },
    abandon: async () => {
      aborting.abort();
      await own?.abandon();
    },
  };
}
