/** Names of what development makes for itself, so that production can refuse it. */

export const DEVELOPMENT_ISSUER = 'urn:credit-gateway:development';
export const DEVELOPMENT_AUDIENCE = 'credit-gateway';

/** The mark of a file of keys that development made for itself. */
export const DEVELOPMENT_MARK = 'madeForDevelopment';
