/** The errors of a response as the metrics count them. */
import { TIER } from '../federation/errors.ts';
import type { Refusal } from '../metrics/counters.ts';

interface Sent {
  readonly extensions?: { readonly code?: unknown; readonly reason?: unknown; readonly [TIER]?: unknown };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Code, reason, and the openness of what was asked for, in a response body. */
export function refusalsOf(body: unknown): Refusal[] {
  const { errors } = (body instanceof Uint8Array ? {} : (body ?? {})) as { errors?: readonly Sent[] };
  return (errors ?? []).map(({ extensions }) => ({
    code: text(extensions?.code) ?? 'INTERNAL',
    reason: text(extensions?.reason),
    tier: text(extensions?.[TIER]),
  }));
}
