/** Counts verifications of reports, and openings by a link, against the rate limit of the client's address: neither needs a token. */
import type { Check } from '../context.ts';

export const countOpening: Check = (http, { message }) => http.countOpening(message);

export const countVerification: Check = (http, { message }) => http.countVerification(message);
