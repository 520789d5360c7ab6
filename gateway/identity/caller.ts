/** Builds the caller from token, proof and headers. Without a token the role is PUBLIC. A token that is not valid is 401, never PUBLIC. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { JWTPayload } from 'jose';
import {
  CHANNELS,
  type Channel,
  IDENTIFIER_TYPES,
  type IdentifierType,
  ROLES,
  type Role,
} from '../../schema/law/facts.ts';
import { checkIdentifier } from '../../schema/law/records/identifiers.ts';
import { mandateMessages } from '../../schema/messages/acts/rights/mandates.ts';
import { httpMessages } from '../../schema/messages/door/http.ts';
import { tokenMessages } from '../../schema/messages/door/identity.ts';
import type { Said } from '../../schema/messages/said.ts';
import type { Secrets } from '../../subgraphs/keys/secrets.ts';
import type { Caller } from '../../subgraphs/request/context.ts';
import { HttpError, unauthenticated } from '../message/http-error.ts';
import { languageOf } from '../message/language.ts';
import { readToken } from './access-token.ts';
import { type BindingSettings, checkBinding } from './binding.ts';
import type { Issuer } from './issuers.ts';

const badHeader = (said: Said): HttpError => new HttpError(400, 'BAD_USER_INPUT', said);

export interface CallerSettings extends BindingSettings {
  /** By the value of the claim iss. */
  readonly issuers: ReadonlyMap<string, Issuer>;
  readonly secrets: Secrets;
  readonly unassignedRegions: 'allow' | 'refuse';
  /** The caller as who asks under a mandate. Throws FORBIDDEN where it does not stand. */
  readonly actUnder: (caller: Caller, mandate: string, at: Date) => Promise<Caller>;
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role) && role !== 'PUBLIC';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The form of codes of units and purposes. They are written into the database session, so that nothing else may be in them. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

function subjectOf(settings: CallerSettings, claim: string | null): Caller['subject'] {
  const cut = claim?.indexOf(':') ?? -1;
  const type = claim?.slice(0, cut) as IdentifierType;
  if (claim === null || cut < 1 || !IDENTIFIER_TYPES.includes(type)) throw unauthenticated(tokenMessages.noSubject);
  const checked = checkIdentifier(type, claim.slice(cut + 1), { unassignedRegions: settings.unassignedRegions });
  if (!checked.ok) throw unauthenticated(tokenMessages.subjectNotValid({ en: checked.message, zh: checked.zh }));
  return { type, value: checked.value, id: settings.secrets.subjectId(type, checked.value) };
}

function identityOf(settings: CallerSettings, claims: JWTPayload): Pick<Caller, 'role' | 'unit' | 'subject'> {
  const named = text(claims.role) ?? '';
  // Letters of ASCII alone: `toUpperCase` would make other letters into those of a role (ſ, U+017F, into S).
  const role = /^[A-Za-z]+$/.test(named) ? named.toUpperCase() : '';
  if (!isRole(role)) throw unauthenticated(tokenMessages.noRole);
  if (role === 'SUBJECT') return { role, unit: null, subject: subjectOf(settings, text(claims.subject)) };
  const unit = text(claims.unit);
  if (unit === null || !CODE.test(unit)) throw unauthenticated(tokenMessages.noUnit(role.toLowerCase()));
  return { role, unit, subject: null };
}

/** Text of a header. The check `headersOnce` has refused a request that sends one of them twice. */
const one = (headers: IncomingHttpHeaders, name: string): string | null => text(headers[name]?.toString().trim());

export const CASE_MAX = 200;
export const MATTER_MAX = 200;

/** Controls and separators of lines: they would tear the reference apart where it is shown. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Characters that nobody sees: Default_Ignorable_Code_Point of Unicode (U+3164, variation selectors and their like), and the blank of braille. A
 * reference of these alone would be a case that nobody can find again, so that it is none; beside others they are left out.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

function decoded(header: string, sent: string): string {
  try {
    return decodeURIComponent(sent);
  } catch {
    throw badHeader(httpMessages.notEncoded(header));
  }
}

/** A case reference may be Chinese and header values are ASCII, so it is sent as percent-encoded UTF-8. */
function caseOf(headers: IncomingHttpHeaders): string | null {
  const sent = one(headers, 'credit-case');
  if (sent === null) return null;
  const reference = decoded('Credit-Case', sent);
  // Blanks may be percent-encoded: a reference of blanks, or of what is not seen, counts as absent.
  const seen = reference.replace(INVISIBLE, '').trim();
  if (seen === '') return null;
  if (reference.length > CASE_MAX || CONTROL.test(reference)) throw badHeader(httpMessages.caseUnusable(CASE_MAX));
  return seen;
}

function purposeOf(headers: IncomingHttpHeaders): string | null {
  const purpose = one(headers, 'credit-purpose');
  if (purpose !== null && !CODE.test(purpose)) throw badHeader(httpMessages.purposeNoCode);
  return purpose;
}

/** A matter is text that a unit registered: it may be Chinese, so that it is sent as percent-encoded UTF-8. */
function matterOf(headers: IncomingHttpHeaders): string | null {
  const sent = one(headers, 'credit-matter');
  if (sent === null) return null;
  const matter = decoded('Credit-Matter', sent);
  if (matter.length > MATTER_MAX || CONTROL.test(matter)) throw badHeader(httpMessages.matterUnusable(MATTER_MAX));
  return text(matter.trim());
}

function channelOf(headers: IncomingHttpHeaders): Channel {
  const channel = one(headers, 'credit-channel') ?? 'WEB';
  if (!(CHANNELS as readonly string[]).includes(channel)) throw badHeader(httpMessages.channelUnknown(CHANNELS));
  return channel as Channel;
}

const MANDATE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The mandate that the caller acts under. Whatever else stands there may be a number of a person: it is refused, and repeated nowhere. */
function mandateOf(headers: IncomingHttpHeaders): string | null {
  const mandate = one(headers, 'credit-for');
  if (mandate !== null && !MANDATE.test(mandate)) throw badHeader(mandateMessages.noId);
  if (mandate !== null && headers.authorization === undefined) throw badHeader(mandateMessages.withoutToken);
  return mandate;
}

/** Finds the caller of a request, as it stands now or when its question came (`at`). Throws `HttpError`: 401 for a bad token, 400 for a bad header, 503 without the issuer's keys. */
export type CallerReader = (message: IncomingMessage, requestId: string, at?: Date) => Promise<Caller>;

export function callerReader(settings: CallerSettings): CallerReader {
  return async (message, requestId, at = settings.now()) => {
    const { headers } = message;
    const mandate = mandateOf(headers);
    const common = {
      purpose: purposeOf(headers),
      caseReference: caseOf(headers),
      matter: matterOf(headers),
      channel: channelOf(headers),
      language: languageOf(headers['accept-language']),
      requestId,
    };
    if (headers.authorization === undefined) {
      if (headers.dpop !== undefined) throw unauthenticated(tokenMessages.proofWithoutToken);
      return { ...common, role: 'PUBLIC', unit: null, subject: null, purpose: null, caseReference: null, matter: null };
    }
    const [, schemeName, token] = /^(bearer|dpop) +([A-Za-z0-9_.-]+)$/i.exec(headers.authorization.trim()) ?? [];
    if (schemeName === undefined || token === undefined) throw unauthenticated(tokenMessages.noneInHeader);
    const scheme = schemeName.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer';
    const claims = await readToken(settings.issuers, token, scheme, at);
    const identity = identityOf(settings, claims);
    const bound = await checkBinding(settings, { message, token, scheme, claims, role: identity.role });
    const { exp } = claims;
    const caller: Caller = {
      ...common,
      ...identity,
      ...(Object.keys(bound).length === 0 ? {} : { bound }),
      ...(exp === undefined ? {} : { tokenExpiresAt: new Date(exp * 1_000).toISOString() }),
    };
    return mandate === null ? caller : settings.actUnder(caller, mandate, at);
  };
}
