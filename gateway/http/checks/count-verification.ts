/** Counts verifications of reports, and openings by a link, against the rate limit of the client's address: neither needs a token. */
import type { Check } from '../context.ts';

/** Rate limit points of a verification; an ordinary request is 1. The holder of a report verifies it once, so five is no hindrance. */
export const VERIFYING = 5;
/** Of a report that is opened by a link: as many as the PDF of one, which it may ask for. */
export const OPENING = 10;

export const countOpening: Check = (http, { message }) => http.countOpening(message);

export const countVerification: Check = (http, { message }) => http.countVerification(message);
