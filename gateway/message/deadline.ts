/** The deadline of a request. When it passes, or the client disconnects, the work is cancelled with its database statements. */
import type { IncomingMessage } from 'node:http';

export interface Deadline {
  /** Resolves when the deadline passes or the client disconnects. */
  readonly over: Promise<undefined>;
  isOver(): boolean;
  /** Stops the timer: the response was made in time. */
  clear(): void;
}

/** Starts the timer. Calls `cancel` when the deadline passes or the client disconnects. */
export function deadline(afterMs: number, message: IncomingMessage, cancel: () => void): Deadline {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let over = false;
  const giveUp = (): void => {
    over = true;
    cancel();
    resolve(undefined);
  };
  const timer = setTimeout(giveUp, afterMs);
  const disconnected = (): void => {
    if (!message.socket.writable) giveUp();
  };
  message.socket.once('close', disconnected);
  return {
    over: promise,
    isOver: () => over,
    clear: () => {
      clearTimeout(timer);
      message.socket.off('close', disconnected);
    },
  };
}
