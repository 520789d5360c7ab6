/** Database roles: one a kind of caller, and one a kind of write. None owns anything; the login role inherits from none. */

/** One database role a kind of caller. The login role may become each of them and inherits from none. */
export const READER_ROLES = [
  'credit_public',
  'credit_subject',
  'credit_party',
  'credit_department',
  'credit_provider',
  'credit_collector',
  'credit_operator',
  'credit_analyst',
  'credit_authority',
] as const;

/** Roles that commands write under. */
export const WRITER_ROLES = [
  'credit_control',
  'credit_intake',
  'credit_collect',
  'credit_designate',
  'credit_ledger',
] as const;

export const LOGIN_ROLE = 'credit_login';

export const ALL_ROLES = [...READER_ROLES, ...WRITER_ROLES];
/** Roles that may read rows about subjects: all but the analyst. */
export const ROW_READERS = READER_ROLES.filter((role) => role !== 'credit_analyst').join(', ');
