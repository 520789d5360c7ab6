/** Answers that tell nothing of a person leave at multiples of this, so that their time tells nothing either. */
const VEIL_MS = 25;

export interface ResponseQuantum {
  /** Resolves at the next multiple. */
  next(): Promise<void>;
  clear(): void;
}

/**
 * The multiples, from the beginning of a request on: they are set before anything is looked up, so that nothing that is found moves them.
 * Nobody spins for a finer time than a timer's.
 */
export function responseQuantum(): ResponseQuantum {
  let leave: (() => void) | undefined;
  const timer = setInterval(() => leave?.(), VEIL_MS);
  return {
    next: () =>
      new Promise((resolve) => {
        leave = resolve;
      }),
    clear: () => clearInterval(timer),
  };
}
