/**
 * CPU time of work in this process, which other load on the machine hardly changes. Use it to compare two pieces of work in one run, and not
 * for a limit in seconds: machines differ.
 */

/** Milliseconds of this thread's CPU time for the cheapest of three runs, which leaves out what the first run spends on compiling. */
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
