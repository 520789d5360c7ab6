/** One question is settled before its answer leaves: the snapshot has ended, the ledger is written; else nothing is given (Article 17). */
import { type ExecutionResult, GraphQLError } from 'graphql';
import { unavailable } from '../../schema/errors.ts';
import { REASONS } from '../../schema/law/decision.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { AnsweredMeanwhile } from '../../subgraphs/ledger/ledger.ts';
import type { ClientRequest } from '../../subgraphs/request/context.ts';
import type { Settlement } from '../metrics/counters.ts';
import { NO_TRACES, type Traces } from '../traces/traces.ts';

const REFUSALS: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'QUOTA_EXCEEDED']);

/** Place of a reason among those of the law; what is none of them comes last. */
const rankOf = (reason: string): number => {
  const place = (REASONS as readonly string[]).indexOf(reason);
  return place === -1 ? REASONS.length : place;
};

/**
 * Why fields were refused; undefined where none was. Of several reasons that which the caller has to settle first: in which order the subgraphs answered says
 * nothing. The ledger records a refused request too, even where nothing was disclosed.
 */
function refusalIn(errors: readonly GraphQLError[] | undefined): string | undefined {
  // An error of a subgraph that failed has none.
  const told = errors?.map(({ extensions = {} }) => extensions) ?? [];
  const reasons = told.filter(({ code }) => REFUSALS.has(code)).map(({ code, reason }) => String(reason ?? code));
  return reasons.toSorted((left, right) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1))[0];
}

/** Whoever asks a case while it is answered runs again, and finds the answer. More runs than two need a case that changes meanwhile. */
const TRIES_MAX = 5;

/** What of a request is needed to settle it. */
export type Settling = Pick<ClientRequest, 'mistaken' | 'again' | 'admitted' | 'settle'>;

/** Why an answer is not given after all: the quota is short, what it rests on has ended meanwhile, or the ledger could not be written. */
function unsettled(error: unknown): Settlement {
  const { code, reason } = error instanceof GraphQLError ? error.extensions : {};
  if (code === 'QUOTA_EXCEEDED') return 'quota';
  // The ledger is there, and waits for the operator: no fault of each question.
  if (reason === 'LEDGER_GAP') return 'refused';
  return code === undefined || code === 'UNAVAILABLE' || reason === 'LEDGER_UNAVAILABLE' ? 'unavailable' : 'ended';
}

/** Runs a question until it can be settled, and settles it. Never rejects: what was not settled is answered by its error alone. */
export async function settled<Result extends Pick<ExecutionResult, 'data' | 'errors'>>(
  request: Settling,
  run: () => Promise<Result>,
  told: (outcome: Settlement, error?: unknown) => void = () => undefined,
  traces: Traces = NO_TRACES,
): Promise<Result> {
  let result = await run();
  try {
    // To save a round trip the operation began with the entitlements that the caller last had. Where they changed, it runs again.
    for (let tries = 1; ; tries += 1) {
      if (await request.mistaken()) {
        await request.again();
        result = await run();
      }
      await request.admitted();
      try {
        const refused = refusalIn(result.errors);
        await traces.span('ledger settle', {}, () => request.settle(refused));
        told(refused === undefined ? 'settled' : 'refused');
        return result;
      } catch (error) {
        if (!(error instanceof AnsweredMeanwhile)) throw error;
        if (tries === TRIES_MAX) throw unavailable(serviceMessages.answeredMeanwhile);
        await request.again();
        result = await run();
      }
    }
  } catch (error) {
    told(unsettled(error), error);
    // Where the ledger could not be written, nothing is disclosed (Article 17).
    return { data: null, errors: [error as GraphQLError] } as unknown as Result;
  }
}
