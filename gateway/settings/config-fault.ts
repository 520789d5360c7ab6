/** What is wrong with the settings, in words for the person at the terminal. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A fault of the settings: the message is all that the person at the terminal needs. */
export class ConfigFault extends Error {}

/** A line for each fault of what was read. */
export const faultsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `- ${issue.path.join('.') || 'settings'}: ${issue.message}`).join('\n');

/** A JSON file that a setting names: as it stands, and what is in it. Throws ConfigFault with what is wrong with `what`, and what to set. */
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

/** A file that could be read, and whose content is not what it should be; `faults` are lines. */
export const unusableFile = (path: string, what: string, faults: string): ConfigFault =>
  new ConfigFault(`The file ${what}, ${path}, is not usable:\n${faults}`);
