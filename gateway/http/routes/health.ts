/** GET /healthz (the process runs), GET /readyz (it can answer) and GET /.well-known/jwks.json (the public keys of what it signs). */
import { LEDGER_GAP } from '../../../schema/errors.ts';
import type { HttpContext, Outcome } from '../context.ts';

export const alive = (): Outcome => ({ status: 200, body: { alive: true } });

export async function ready(http: HttpContext): Promise<Outcome> {
  try {
    if (!http.open()) throw new Error('stopping');
    const { gapOpen } = await http.ping();
    // A balancer must go on sending: the operator has to reach the server to acknowledge the gap. Everybody else is told by each answer.
    if (gapOpen) return { status: 200, body: { ready: true, serves: 'OPERATORS', reason: LEDGER_GAP } };
    return { status: 200, body: { ready: true } };
  } catch {
    return { status: 503, body: { ready: false } };
  }
}

/** Public keys that verify checkpoints, reports and signed answers (RFC 7517, RFC 8037). */
export const publicKeys = (http: HttpContext): Outcome => ({
  status: 200,
  body: { keys: http.platform.signer.keys },
  headers: { 'cache-control': 'public, max-age=300' },
});
