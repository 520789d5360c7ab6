/** The time that a request may take: what it still does when it is over is given up with its statements, and nobody waits for it. */
import type { IncomingMessage } from 'node:http';

export interface Deadline {
  /** Resolves when the time is over, or when whoever asked is gone. */
  readonly over: Promise<undefined>;
  isOver(): boolean;
  /** The answer came in time. */
  clear(): void;
}

/** Calls `cancel` once when the time is over. */
export function deadline(afterMs: number, message: IncomingMessage, cancel: () => void): Deadline {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let over = false;
  const giveUp = (): void => {
    over = true;
    cancel();
    resolve(undefined);
  };
  const timer = setTimeout(giveUp, afterMs);
  const gone = (): void => {
    if (!message.socket.writable) giveUp();
  };
  message.socket.once('close', gone);
  return {
    over: promise,
    isOver: () => over,
    clear: () => {
      clearTimeout(timer);
      message.socket.off('close', gone);
    },
  };
}
