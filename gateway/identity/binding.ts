/**
 * Checks that a bound token comes from its holder (claim `cnf`, RFC 7800): with a DPoP proof of its key (RFC 9449), or over a connection
 * with its certificate (RFC 8705).
 */
import type { IncomingMessage } from 'node:http';
import type { JWTPayload } from 'jose';
import type { Role } from '../../schema/law/facts.ts';
import { tokenMessages } from '../../schema/messages/door/identity.ts';
import { type Scheme, unauthenticated } from '../message/http-error.ts';
import { checkProof, type ProofSettings } from './dpop.ts';
import { type CertificateSettings, thumbprintOf } from './mtls.ts';

/** Thumbprints whose possession was proven to the door. */
export interface Bound {
  readonly key?: string | undefined;
  readonly certificate?: string | undefined;
}

export interface BindingSettings extends ProofSettings {
  /** Behind a door: what that door saw proven of a request. Absent at the door itself. */
  readonly seen?: ((message: IncomingMessage) => Bound) | undefined;
  readonly certificates: CertificateSettings;
  /** Roles whose tokens must be bound: a stolen token of such a role would open the records of many persons. */
  readonly bound: ReadonlySet<Role>;
}

interface Presented {
  readonly message: IncomingMessage;
  readonly token: string;
  readonly scheme: Scheme;
  readonly claims: JWTPayload;
  readonly role: Role;
}

interface Confirmation {
  readonly key: string | undefined;
  readonly certificate: string | undefined;
}

const KEY = 'jkt';
const CERTIFICATE = 'x5t#S256';

/** Reads the claim `cnf`. A token bound by a method that is not known here is refused, because the binding cannot be verified. */
function confirmationOf({ cnf }: JWTPayload, scheme: Scheme): Confirmation {
  if (cnf === undefined) return { key: undefined, certificate: undefined };
  const known =
    typeof cnf === 'object' &&
    cnf !== null &&
    !Array.isArray(cnf) &&
    Object.entries(cnf).every(([name, value]) => (name === KEY || name === CERTIFICATE) && typeof value === 'string');
  if (!known || Object.keys(cnf as object).length === 0) throw unauthenticated(tokenMessages.boundOtherwise, scheme);
  const bound = cnf as Readonly<Record<string, string>>;
  return { key: bound[KEY], certificate: bound[CERTIFICATE] };
}

async function checkKey(settings: BindingSettings, presented: Presented, key: string | undefined): Promise<void> {
  const { message, token, scheme } = presented;
  const proof = message.headers.dpop;
  if (key === undefined) {
    if (scheme === 'DPoP' || proof !== undefined) throw unauthenticated(tokenMessages.boundToNoKey, scheme);
    return;
  }
  // Without this a thief could send a bound token under the scheme Bearer and skip the proof.
  if (scheme !== 'DPoP') throw unauthenticated(tokenMessages.boundToKey, 'DPoP');
  const proven =
    settings.seen !== undefined
      ? settings.seen(message).key
      : await checkProof(settings, {
          proof: typeof proof === 'string' ? proof : null,
          method: message.method ?? '',
          path: (message.url ?? '/').split('?')[0] ?? '/',
          token,
        });
  if (proven !== key) throw unauthenticated(tokenMessages.otherKey, 'DPoP', 'invalid_dpop_proof');
}

/**
 * What the token is bound to. Throws `HttpError` (401) where the request does not prove the token's binding, or the token is not bound and its role requires
 * it.
 */
export async function checkBinding(settings: BindingSettings, presented: Presented): Promise<Bound> {
  const { message, scheme, claims, role } = presented;
  const { key, certificate } = confirmationOf(claims, scheme);
  await checkKey(settings, presented, key);
  const shown = () =>
    settings.seen === undefined ? thumbprintOf(message, settings.certificates) : settings.seen(message).certificate;
  if (certificate !== undefined && shown() !== certificate)
    throw unauthenticated(tokenMessages.otherCertificate, scheme);
  if (key === undefined && certificate === undefined && settings.bound.has(role))
    throw unauthenticated(tokenMessages.notBound(role.toLowerCase()), scheme);
  return { ...(key === undefined ? {} : { key }), ...(certificate === undefined ? {} : { certificate }) };
}
