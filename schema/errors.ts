/**
 * Every error that a caller can get from the platform: code, reason, message, next step, article. An error that is not made here is masked
 * by the gateway, so that no internal text leaves.
 */
import { GraphQLError } from 'graphql';
import type { UnitReason } from './law/asking/unit-roles.ts';
import type { Reason, Verdict } from './law/decision.ts';

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
] as const;
export type Code = (typeof CODES)[number];

/** Message and next step of a refusal, by reason. */
export const REFUSALS: Readonly<Record<Reason, { readonly message: string; readonly help: string }>> = {
  NOT_PUBLISHED: {
    message: 'No published edition of this item is in force, so it has no effect.',
    help: 'Ask catalogItems for the items in force.',
  },
  IDENTITY_REQUIRED: {
    message: 'This is not open to anonymous callers.',
    help: 'Send a bearer token. Unconditionally open items need none.',
  },
  SELF_ONLY: {
    message: 'This is open to the credit subject alone.',
    help: 'Only the subject itself can read it, with a token of role subject.',
  },
  ROLE: {
    message: 'The role of the caller does not carry this.',
    help: 'Use a token of a role that does, or ask access for what this one may see.',
  },
  PURPOSE_REQUIRED: {
    message: 'A party or department states for what purpose it asks.',
    help: 'Send the header Credit-Purpose with a code from the published list.',
  },
  CASE_REQUIRED: {
    message: 'A department names the case that it handles.',
    help: 'Send the header Credit-Case with the reference of the case.',
  },
  MATTER_REQUIRED: {
    message: 'The department has duties in several matters under this purpose, and names the one that it handles.',
    help: 'Send the header Credit-Matter with the code of the matter; matterCheck and matterChecks take it as argument too.',
  },
  NO_AGREEMENT: {
    message: 'No agreement of the calling party is in force.',
    help: 'Conclude an agreement with the public credit work body; unconditionally open items stay readable.',
  },
  PURPOSE_NOT_AGREED: {
    message: 'The agreement in force does not cover this purpose.',
    help: 'Ask for an agreed purpose, or extend the agreement.',
  },
  ITEM_NOT_AGREED: {
    message: 'The agreement in force does not cover this item.',
    help: 'Ask access for the items that it covers, or extend the agreement.',
  },
  DUTY_REQUIRED: {
    message: 'No registered duty of the department covers this.',
    help: 'Have the duty registered with its matter, activity and items, and state its purpose.',
  },
  AUTHORIZATION_REQUIRED: {
    message: 'The person concerned has not authorized the calling party for this.',
    help: 'Obtain an authorization for the item and purpose; the person grants it with grantAuthorization.',
  },
  NOT_PROVIDING_UNIT: {
    message: 'The catalog names another unit as the provider of this item.',
    help: 'Deliver items of your own unit; catalogItems names the providing unit of each.',
  },
  LEDGER_UNAVAILABLE: {
    message: 'The disclosure could not be written to the ledger, so nothing is disclosed.',
    help: 'Try again; if it persists, tell the operator.',
  },
};

interface Extensions {
  code: Code;
  reason?: string;
  article?: string;
  help: string;
}

const fault = (message: string, extensions: Extensions): GraphQLError =>
  new GraphQLError(message, { extensions: { ...extensions } });

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
export const forbidden = (
  reason: Reason,
  article: string,
  said: { readonly message?: string; readonly help?: string } = {},
): GraphQLError => {
  const { message, help } = { ...REFUSALS[reason], ...said };
  return fault(message, { code: 'FORBIDDEN', reason, article, help });
};

/** The caller's unit does not carry its token: nothing is answered (HTTP 401). `message` names the unit. */
export const notAdmitted = (reason: UnitReason, message: string, help: string): GraphQLError =>
  fault(message, { code: 'UNAUTHENTICATED', reason, help });

/** The refusal that a verdict calls for. */
export const refusal = (verdict: Verdict): GraphQLError =>
  forbidden(verdict.effect === 'refuse' ? verdict.reason : 'ROLE', verdict.article);

/** Input that is not valid. `message` names its place. */
export const badInput = (reason: string, message: string, help: string, article?: string): GraphQLError =>
  fault(message, { code: 'BAD_USER_INPUT', reason, help, ...(article === undefined ? {} : { article }) });

/** A mutation names a thing that does not exist, or that belongs to another caller: the error does not tell which. */
export const notFound = (what: string): GraphQLError =>
  notFoundAs(
    `No ${what} of yours has this id.`,
    'Check the id; one that belongs to somebody else is not found either.',
  );

/** The same in other words: of a thing that nobody owns, or that has no id. */
export const notFoundAs = (message: string, help: string): GraphQLError =>
  fault(message, { code: 'NOT_FOUND', reason: 'NOT_FOUND', help });

/** A change that the present state forbids. */
export const conflict = (reason: string, message: string, help: string): GraphQLError =>
  fault(message, { code: 'CONFLICT', reason, help });

/** A request over a limit. `message` names the limit. */
export const tooCostly = (reason: string, message: string, help: string): GraphQLError =>
  fault(message, { code: 'TOO_COSTLY', reason, help });

/** The answer would exceed the agreement's daily quota of subjects; nothing of it is disclosed (Article 23 (2)). */
export const quotaExceeded = (renewsAt: string): GraphQLError =>
  new GraphQLError('The answer would show more subjects than the agreement allows a day.', {
    extensions: {
      code: 'QUOTA_EXCEEDED',
      reason: 'QUOTA_EXCEEDED',
      article: '23',
      renewsAt,
      help: `The quota renews at ${renewsAt}. Subjects that were shown today already can be asked again; a smaller batch may still fit.`,
    },
  });

/** A part of the platform does not answer in time. */
export const unavailable = (message: string): GraphQLError =>
  fault(message, { code: 'UNAVAILABLE', reason: 'UNAVAILABLE', help: 'Try again in a little while.' });
