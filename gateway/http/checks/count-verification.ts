/** Counts verifications of reports against the rate limit of the client's address: a verification needs no token. */
import type { Check } from '../context.ts';

/** Rate limit points of a verification; an ordinary request is 1. The holder of a report verifies it once, so five is no hindrance. */
export const VERIFYING = 5;

export const countVerification: Check = (http, { message }) => http.countVerification(message);
