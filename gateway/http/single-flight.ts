/** Wraps work so that calls that arrive while it runs share that run and its result. A flood of calls cannot start it many times over. */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
