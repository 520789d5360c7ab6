/** Turns at something that only one may use at a time, first come first served. */
export interface Mutex {
  /** Resolves when it is the caller's turn, to the function that ends it. */
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
