/** GET /healthz (the process runs), GET /readyz (it can answer) and GET /.well-known/jwks.json (the public keys of what it signs). */
import type { HttpContext, Outcome } from '../context.ts';

export const alive = (): Outcome => ({ status: 200, body: { alive: true } });

export async function ready(http: HttpContext): Promise<Outcome> {
  try {
    if (!http.open()) throw new Error('stopping');
    await http.ping();
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
