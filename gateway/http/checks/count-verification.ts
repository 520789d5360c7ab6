/** Whoever verifies reports is counted by where the question comes from: it needs no token. */
import type { Check } from '../context.ts';

export const countVerification: Check = (http, { message }) => http.countVerification(message);
