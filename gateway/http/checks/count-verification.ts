/** Counts verifications of reports against the rate limit of the client's address: a verification needs no token. */
import type { Check } from '../context.ts';

export const countVerification: Check = (http, { message }) => http.countVerification(message);
