/** The form in which public keys are published. */

/** A public key as an entry of the published key set (RFC 7517, RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
  /** Since when nothing that the key signs counts, as OpenID Federation 1.0 publishes its historical keys. Absent while it is in force. */
  readonly revoked?: { readonly revoked_at: number; readonly reason?: string };
}

/** Whether a key counts no more for what was signed at an instant. */
export const isRevokedAt = ({ revoked }: PublicJwk, instant: string | number | Date): boolean =>
  revoked !== undefined && new Date(instant).getTime() >= revoked.revoked_at * 1_000;
