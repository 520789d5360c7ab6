/** Work that those who ask for it while it runs wait for together: it says the same to all, and nobody can have it done ten thousand times. */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
