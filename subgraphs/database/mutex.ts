/** Lets one caller at a time use something, first come first served. */
export interface Mutex {
  /** Resolves when the lock is held, to the function that releases it. */
  enter(): Promise<() => void>;
}

export function mutex(): Mutex {
  let last: Promise<void> = Promise.resolve();
  return {
    enter: async () => {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      return resolve;
    },
  };
}
