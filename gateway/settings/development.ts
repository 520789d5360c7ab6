/** Names of the keys and tokens that development mode makes by itself. Production refuses them by these names. */

export const DEVELOPMENT_ISSUER = 'urn:credit-gateway:development';
export const DEVELOPMENT_AUDIENCE = 'credit-gateway';

/** Property that marks a key file which development mode made by itself. */
export const DEVELOPMENT_MARK = 'madeForDevelopment';
