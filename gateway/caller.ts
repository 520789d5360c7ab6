/** From token and headers to a caller. No token means PUBLIC; a token that is present and bad is 401, never PUBLIC. */
import type { IncomingHttpHeaders } from 'node:http';
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import {
  CHANNELS,
  type Channel,
  IDENTIFIER_TYPES,
  type IdentifierType,
  ROLES,
  type Role,
} from '../schema/law/facts.ts';
import { checkIdentifier } from '../schema/law/identifiers.ts';
import type { Caller } from '../subgraphs/context.ts';
import type { Secrets } from '../subgraphs/secrets.ts';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, type DevelopmentIssuer } from './issuer.ts';

/** A request that is answered before any query is looked at. */
export class Rejected extends Error {
  readonly status: number;
  readonly code: 'UNAUTHENTICATED' | 'BAD_USER_INPUT' | 'TOO_COSTLY';
  readonly help: string;
  readonly more: { readonly reason?: string; readonly retryAfter?: number };
  constructor(status: number, code: Rejected['code'], message: string, help: string, more: Rejected['more'] = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.help = help;
    this.more = more;
  }
}

const unauthenticated = (message: string): Rejected =>
  new Rejected(
    401,
    'UNAUTHENTICATED',
    message,
    'Send a valid bearer token, or none at all for what is open to anyone.',
  );

const badHeader = (message: string, help: string): Rejected => new Rejected(400, 'BAD_USER_INPUT', message, help);

interface TrustedIssuer {
  readonly audience: string;
  readonly key: JWTVerifyGetKey;
}

const ALGORITHMS = ['PS256', 'RS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
const TOKEN_MAX = 8_192;

export interface CallerSettings {
  readonly issuers: readonly { readonly issuer: string; readonly jwks: string; readonly audience: string }[];
  readonly development: DevelopmentIssuer | undefined;
  readonly secrets: Secrets;
  readonly unassignedRegions: 'allow' | 'refuse';
  readonly now: () => Date;
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role) && role !== 'PUBLIC';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Codes of units and purposes: nothing else reaches the database session. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

function subjectOf(settings: CallerSettings, claim: string | null): Caller['subject'] {
  const cut = claim?.indexOf(':') ?? -1;
  const type = claim?.slice(0, cut) as IdentifierType;
  if (claim === null || cut < 1 || !IDENTIFIER_TYPES.includes(type))
    throw unauthenticated('The token of a subject has no claim subject of the form TYPE:VALUE.');
  const checked = checkIdentifier(type, claim.slice(cut + 1), { unassignedRegions: settings.unassignedRegions });
  if (!checked.ok) throw unauthenticated('The claim subject of the token holds no valid identification number.');
  return { type, value: checked.value, id: settings.secrets.subjectId(type, checked.value) };
}

function standingOf(settings: CallerSettings, claims: JWTPayload): Pick<Caller, 'role' | 'unit' | 'subject'> {
  const role = text(claims.role)?.toUpperCase() ?? '';
  if (!isRole(role)) throw unauthenticated('The token names no known role.');
  if (role === 'SUBJECT') return { role, unit: null, subject: subjectOf(settings, text(claims.subject)) };
  const unit = text(claims.unit);
  if (unit === null || !CODE.test(unit)) throw unauthenticated(`A token of role ${role.toLowerCase()} names its unit.`);
  return { role, unit, subject: null };
}

/** Text of a header; the door has refused those that were sent more than once. */
const one = (headers: IncomingHttpHeaders, name: string): string | null => text(headers[name]?.toString().trim());

const CASE_MAX = 200;

/** A case reference may be Chinese: header values are ASCII, so it is percent-encoded UTF-8. */
function caseOf(headers: IncomingHttpHeaders): string | null {
  const sent = one(headers, 'credit-case');
  if (sent === null) return null;
  let reference = sent;
  try {
    reference = decodeURIComponent(sent);
  } catch {
    throw badHeader('The header Credit-Case is not percent-encoded UTF-8.', 'Encode the reference as in a URL.');
  }
  if (reference.length > CASE_MAX || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(reference))
    throw badHeader(
      `The header Credit-Case is longer than ${CASE_MAX} characters or holds control characters.`,
      'Send the reference alone.',
    );
  // Blanks may be encoded too: a reference that says nothing is none.
  return text(reference.trim());
}

function purposeOf(headers: IncomingHttpHeaders): string | null {
  const purpose = one(headers, 'credit-purpose');
  if (purpose !== null && !CODE.test(purpose))
    throw badHeader(
      'The header Credit-Purpose holds no code.',
      'Send a code of the published list, such as LOAN_ORIGINATION.',
    );
  return purpose;
}

function channelOf(headers: IncomingHttpHeaders): Channel {
  const channel = one(headers, 'credit-channel') ?? 'WEB';
  if (!(CHANNELS as readonly string[]).includes(channel))
    throw badHeader('The header Credit-Channel names no channel.', `Channels are ${CHANNELS.join(', ')}.`);
  return channel as Channel;
}

/** Establishes callers. `Rejected` is thrown for what cannot be one. */
export function callerReader(
  settings: CallerSettings,
): (headers: IncomingHttpHeaders, requestId: string) => Promise<Caller> {
  const trusted = new Map<string, TrustedIssuer>(
    settings.issuers.map(({ issuer, jwks, audience }) => [
      issuer,
      { audience, key: createRemoteJWKSet(new URL(jwks)) },
    ]),
  );
  const { development } = settings;
  if (development !== undefined)
    trusted.set(DEVELOPMENT_ISSUER, {
      audience: DEVELOPMENT_AUDIENCE,
      key: () => Promise.resolve(development.publicKey) as never,
    });

  const verify = async (token: string): Promise<JWTPayload> => {
    if (token.length > TOKEN_MAX) throw unauthenticated('The token is too long.');
    const issuer = trusted.get(claimedIssuer(token));
    if (issuer === undefined) throw unauthenticated('The token comes from an issuer that is not trusted here.');
    try {
      const { payload } = await jwtVerify(token, issuer.key, {
        audience: issuer.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: settings.now(),
      });
      return payload;
    } catch (error) {
      const expired = (error as { code?: string }).code === 'ERR_JWT_EXPIRED';
      throw unauthenticated(expired ? 'The token has expired.' : 'The token is not valid.');
    }
  };

  return async (headers, requestId) => {
    const authorization = one(headers, 'authorization');
    const common = {
      purpose: purposeOf(headers),
      caseReference: caseOf(headers),
      channel: channelOf(headers),
      requestId,
    };
    if (authorization === null && headers.authorization === undefined)
      return { ...common, role: 'PUBLIC', unit: null, subject: null, purpose: null, caseReference: null };
    const token = /^bearer +([A-Za-z0-9_.-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated('The header Authorization holds no bearer token.');
    return { ...common, ...standingOf(settings, await verify(token)) };
  };
}

/** The issuer that a token claims, unverified: it only chooses the key that must verify it. */
function claimedIssuer(token: string): string {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return text((payload as { iss?: unknown }).iss) ?? '';
  } catch {
    throw unauthenticated('The token is no JWT.');
  }
}
