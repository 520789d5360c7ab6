/** What the error of a command says, as one sentence behind a place of the file. */
import type { GraphQLError } from 'graphql';
import { spoken } from '../../schema/errors.ts';
import type { Localized } from '../../schema/localized.ts';

/** With what to do next. */
export function saidOf(error: GraphQLError): Localized {
  const [en, zh] = [spoken(error, 'en'), spoken(error, 'zh')];
  return { en: `${en.message} ${en.help}`, zh: `${zh.message}${zh.help}` };
}
