/** Lets one caller at a time use something, first come first served. */
export interface Mutex {
  /** Resolves when the lock is held, to the function that releases it. */
  enter(): Promise<() => void>;
  /** How many hold it (0 or 1) or wait for it. */
  callers(): number;
}

export function mutex(): Mutex {
  let last: Promise<void> = Promise.resolve();
  let callers = 0;
  return {
    enter: async () => {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      callers += 1;
      await before;
      return () => {
        callers -= 1;
        resolve();
      };
    },
    callers: () => callers,
  };
}
