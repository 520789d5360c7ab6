/** Keys that do not belong to a database, or a step of a rotation that may not be taken yet. What it says tells what to do. */
import type { Said } from '../../schema/messages/said.ts';

export class KeyFault extends Error {
  readonly said: Said;
  constructor(said: Said) {
    super(`${said.message.en} ${said.help.en}`);
    this.said = said;
  }
}
