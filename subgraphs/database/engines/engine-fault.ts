/** A server that the gateway must not run over. What it says tells the operator what lacks and what to do. */
import type { Localized } from '../../../schema/localized.ts';
import type { Said } from '../../../schema/messages/said.ts';

export class EngineFault extends Error {
  readonly said: Said;
  readonly localized: Localized;
  constructor(told: Said, cause?: unknown) {
    const localized = { en: `${told.message.en} ${told.help.en}`, zh: `${told.message.zh}${told.help.zh}` };
    super(localized.en, cause === undefined ? {} : { cause });
    this.said = told;
    this.localized = localized;
  }
}
