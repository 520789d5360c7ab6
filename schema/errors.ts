/**
 * Every error that a caller can get from the platform: code, reason, message, next step, article. An error that is not made here is masked
 * by the gateway, so that no internal text leaves.
 */
import { GraphQLError } from 'graphql';
import type { UnitReason } from './law/asking/unit-roles.ts';
import type { Reason, Verdict } from './law/decision.ts';
import type { Language } from './localized.ts';
import { inputMessages, type Owned } from './messages/acts/inputs.ts';
import { journalMessages } from './messages/journal.ts';
import { REFUSALS } from './messages/refusals.ts';
import type { Said } from './messages/said.ts';
import { serviceMessages } from './messages/service.ts';

export const CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_COSTLY',
  'QUOTA_EXCEEDED',
  'UNAVAILABLE',
  'INTERNAL',
  // To clients that send hashes of operations (Apollo's protocol): what to send instead.
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
] as const;
export type Code = (typeof CODES)[number];

/** The unit to go to instead. */
interface CompetentUnit {
  readonly code: string;
  readonly name: string;
}

interface Extensions {
  code: Code;
  reason?: string;
  article?: string;
  renewsAt?: string;
  competentUnit?: CompetentUnit;
}

/** `said` in all languages travels to the gateway beside the English text; there one language is picked, and the others never leave. */
const fault = (said: Said, extensions: Extensions, more: Pick<Extensions, 'article'> = {}): GraphQLError =>
  new GraphQLError(said.message.en, { extensions: { ...extensions, help: said.help.en, ...more, said } });

const isSaid = (value: unknown): value is Said => {
  const { message, help } = (value ?? {}) as { readonly message?: unknown; readonly help?: unknown };
  return typeof message === 'object' && typeof help === 'object';
};

interface Told {
  readonly message: string;
  readonly help: string;
}

/** Message and next step of an error in a language; in English where it was made without others. */
export function spoken(
  { message, extensions }: { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> },
  language: Language,
): Told {
  const said = extensions?.said;
  return isSaid(said)
    ? { message: said.message[language], help: said.help[language] }
    : { message, help: String(extensions?.help ?? '') };
}

/** As codes of the catalog and editions are written. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;

/** With so many digits a text may be a number of a person or a date of birth. */
const DIGITS = 6;

/**
 * What was sent, as a message may tell it again: a code. Any other text may be a name, a number or an address, and comes back in no message and no log
 * (Article 23).
 */
export const repeated = (sent: string): string =>
  CODE.test(sent) && sent.replace(/\D/g, '').length < DIGITS ? sent : '…';

/**
 * A refusal that depends only on the caller and the kind of thing it asks for, never on whether a record exists. It names the article. `said`
 * replaces message or next step where the place knows more than the reason does.
 */
export const forbidden = (reason: Reason, article: string, said: Partial<Said> = {}): GraphQLError =>
  fault({ ...REFUSALS[reason], ...said }, { code: 'FORBIDDEN', reason, article });

/** The caller's unit does not carry its token: nothing is answered (HTTP 401). */
export const notAdmitted = (reason: UnitReason, said: Said): GraphQLError =>
  fault(said, { code: 'UNAUTHENTICATED', reason });

/** The refusal that a verdict calls for. */
export const refusal = (verdict: Verdict): GraphQLError =>
  forbidden(verdict.effect === 'refuse' ? verdict.reason : 'ROLE', verdict.article);

/** Input that is not valid. The message names its place. */
export const badInput = (reason: string, said: Said, article?: string): GraphQLError =>
  fault(said, { code: 'BAD_USER_INPUT', reason }, article === undefined ? {} : { article });

/** An objection that is lodged with another unit than the one that decides it, which is named (Article 39). */
export const wrongUnit = (said: Said, competentUnit: CompetentUnit): GraphQLError =>
  fault(said, { code: 'BAD_USER_INPUT', reason: 'WRONG_UNIT', article: '39', competentUnit });

/** A mutation names a thing that does not exist, or that belongs to another caller: the error does not tell which. */
export const notFound = (what: Owned): GraphQLError => notFoundAs(inputMessages.noneOfYours(what));

/** The same in other words: of a thing that nobody owns, or that has no id. */
export const notFoundAs = (said: Said): GraphQLError => fault(said, { code: 'NOT_FOUND', reason: 'NOT_FOUND' });

/** A change that the present state forbids. */
export const conflict = (reason: string, said: Said): GraphQLError => fault(said, { code: 'CONFLICT', reason });

/** A request over a limit. The message names the limit. */
export const tooCostly = (reason: string, said: Said): GraphQLError => fault(said, { code: 'TOO_COSTLY', reason });

/** The answer would exceed the agreement's daily quota of subjects; nothing of it is disclosed (Article 23 (2)). */
export const quotaExceeded = (renewsAt: string): GraphQLError =>
  fault(serviceMessages.quota(renewsAt), { code: 'QUOTA_EXCEEDED', reason: 'QUOTA_EXCEEDED', article: '23', renewsAt });

/** A part of the platform does not answer in time. */
export const unavailable = (said: Said): GraphQLError => fault(said, { code: 'UNAVAILABLE', reason: 'UNAVAILABLE' });

/** Reason of what is refused to everybody but the operator while a gap of the ledger is open. */
export const LEDGER_GAP = 'LEDGER_GAP';

/** The ledger lost entries, and nobody acknowledged it yet (Article 17). */
export const ledgerGap = (since: string): GraphQLError =>
  fault(journalMessages.gap(since), { code: 'UNAVAILABLE', reason: LEDGER_GAP, article: '17' });
