/** What an error says to its reader: what happened and what to do next, in every language. */
import type { Language, Localized } from '../localized.ts';

export interface Said {
  readonly message: Localized;
  readonly help: Localized;
}

/** An entry from its sentences: in each language first what happened, then what to do next. */
export const said = ({ en, zh }: Readonly<Record<Language, readonly [message: string, help: string]>>): Said => ({
  message: { en: en[0], zh: zh[0] },
  help: { en: en[1], zh: zh[1] },
});
