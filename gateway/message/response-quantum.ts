/**
 * Delays a response that discloses nothing about a person to the next multiple of 25 ms since the request. Otherwise the response time
 * would tell whether the platform holds the person (Article 23).
 */
const QUANTUM_MS = 25;

export interface ResponseQuantum {
  /** Resolves at the next multiple of the quantum. */
  next(): Promise<void>;
  clear(): void;
}

/**
 * Starts the timer. Call it before anything is looked up, so that the multiples do not depend on what is found. A timer's accuracy
 * suffices; there is no busy waiting.
 */
export function responseQuantum(): ResponseQuantum {
  let leave: (() => void) | undefined;
  const timer = setInterval(() => leave?.(), QUANTUM_MS);
  return {
    next: () =>
      new Promise((resolve) => {
        leave = resolve;
      }),
    clear: () => clearInterval(timer),
  };
}
