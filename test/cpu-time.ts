/** What work costs this process, whatever else the machine does: for comparing two pieces of work of one run, never for a limit in seconds. */

/** Milliseconds of processor time of this thread, of the cheapest of three: what the first one compiles is left out. */
export async function cpuTime(work: () => unknown): Promise<number> {
  const costs: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { user, system } = process.threadCpuUsage();
    await work();
    const spent = process.threadCpuUsage({ user, system });
    costs.push((spent.user + spent.system) / 1_000);
  }
  return Math.min(...costs);
}
