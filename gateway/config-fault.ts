/** What is wrong with the settings, in words for the person at the terminal. */
import type { z } from 'zod';

/** A fault of the settings: the message is all that the person at the terminal needs. */
export class ConfigFault extends Error {}

/** A line for each fault of what was read. */
export const faultsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `- ${issue.path.join('.') || 'settings'}: ${issue.message}`).join('\n');
