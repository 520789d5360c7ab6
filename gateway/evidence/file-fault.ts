/** What is wrong with a file, found while it is looked into. It crosses from the thread by its name. */
import type { FileFault } from '../../schema/messages/door/evidence.ts';

export class FaultyFile extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}
