/**
 * Delays a response that discloses nothing about somebody who was asked for to the next multiple of a quantum since the request. Otherwise the response
 * time would tell whether the platform holds the person (Article 23). What is held of each subject of a batch adds to the time: the quantum grows with
 * how many were asked for, whatever is held of them.
 */
const QUANTUM_MS = 25;
/** So many subjects more make the quantum longer by one. */
const SUBJECTS_A_QUANTUM = 50;

/** Length of the quantum for a question about so many subjects, in milliseconds. */
export const quantumOf = (subjects: number): number => QUANTUM_MS * (1 + Math.floor(subjects / SUBJECTS_A_QUANTUM));

export interface ResponseQuantum {
  /** Resolves at the next multiple of the quantum for a question about so many subjects; at once where there are none. */
  next(subjects: number): Promise<void>;
  clear(): void;
}

/**
 * Starts the timer. Call it before anything is looked up, so that the multiples do not depend on what is found. A timer's accuracy
 * suffices; there is no busy waiting.
 */
export function responseQuantum(): ResponseQuantum {
  let leave: (() => void) | undefined;
  let passed = 0;
  const timer = setInterval(() => {
    passed += 1;
    leave?.();
  }, QUANTUM_MS);
  return {
    next: async (subjects) => {
      if (subjects === 0) return;
      const multiple = quantumOf(subjects) / QUANTUM_MS;
      do {
        await new Promise<void>((resolve) => {
          leave = resolve;
        });
      } while (passed % multiple !== 0);
    },
    clear: () => clearInterval(timer),
  };
}
