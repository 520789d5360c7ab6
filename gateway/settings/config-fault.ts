/** Errors about settings and the files that they name. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Localized } from '../../schema/localized.ts';
import type { Said } from '../../schema/messages/said.ts';

/** A fault of the settings. Commands print its message and no stack trace: it says what to set. */
export class ConfigFault extends Error {
  /** The message in every language, where it has more than English. */
  readonly localized?: Localized;
  constructor(message: string | Said) {
    super(typeof message === 'string' ? message : `${message.message.en} ${message.help.en}`);
    if (typeof message !== 'string')
      this.localized = { en: this.message, zh: `${message.message.zh}${message.help.zh}` };
  }
}

/** The faults that zod found, a line each. */
export const faultsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `- ${issue.path.join('.') || 'settings'}: ${issue.message}`).join('\n');

/**
 * Reads a JSON file that a setting names and checks it against a schema. Returns both the JSON as it is in the file (`file`) and the checked
 * value (`content`). Throws ConfigFault with the fault and what to set; `what` describes the file in the message.
 */
export function readSettingFile<Content>(
  path: string,
  what: string,
  setting: string,
  schema: z.ZodType<Content>,
): { readonly file: unknown; readonly content: Content } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigFault(`The file ${what}, ${path}, cannot be read. Set ${setting} to one that can.`);
  }
  try {
    const file: unknown = JSON.parse(text);
    return { file, content: schema.parse(file) };
  } catch (error) {
    throw unusableFile(path, what, error instanceof z.ZodError ? faultsOf(error) : '- it is not JSON');
  }
}

/** The error for a file whose content is not valid. `faults` are lines. */
export const unusableFile = (path: string, what: string, faults: string): ConfigFault =>
  new ConfigFault(`The file ${what}, ${path}, is not usable:\n${faults}`);
