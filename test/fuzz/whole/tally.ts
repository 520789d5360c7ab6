/** Asks both sides, compares, and counts what was compared: what reaches nothing proves nothing. */
import { setImmediate } from 'node:timers/promises';
import { parse, print } from 'graphql';
import type { World } from '../../kit.ts';
import { LONG } from '../budget.ts';
import type { Asking } from './asking.ts';
import { callerOf } from './callers.ts';
import { comparable, difference } from './compare.ts';
import type { Pair } from './pair.ts';

/** Codes that no operation may cause: neither side would be compared. */
const FAULTS = new Set<unknown>([undefined, 'INTERNAL', 'UNAVAILABLE']);

const codeOf = (error: unknown): unknown => (error as { extensions?: { code?: unknown } }).extensions?.code;

const TOLD_EVERY_MS = 30_000;

export class Tally {
  compared = 0;
  atDoor = 0;
  withData = 0;
  withErrors = 0;
  withEntries = 0;
  readonly roles = new Map<string, number>();
  readonly codes = new Map<string, number>();
  private readonly world: World;
  private readonly pair: Pair;
  private readonly began = performance.now();
  private readonly cpu = process.cpuUsage();
  private told = performance.now();

  constructor(world: World, pair: Pair) {
    this.world = world;
    this.pair = pair;
  }

  /** Prints what was done so far, now and then in a long run. */
  private tell(): void {
    if (!LONG || performance.now() < this.told + TOLD_EVERY_MS) return;
    this.told = performance.now();
    process.stderr.write(`  ${this}\n`);
  }

  /** Throws where the two answers differ, with the operation, the caller and the lines that differ. */
  async check({ asker, question }: Asking): Promise<void> {
    if (this.pair.refusedAtDoor(question) !== undefined) {
      this.atDoor += 1;
      return;
    }
    // The embedded database answers without the event loop, on which open connections wait for their end.
    await setImmediate();
    const caller = callerOf(asker, this.world.server.platform.secrets.subjectId);
    const [gateway, whole] = await Promise.all([
      this.pair.gateway(caller, question),
      this.pair.whole(caller, question),
    ]);
    const faults = [...gateway.errors, ...whole.errors].filter((error) => FAULTS.has(codeOf(error)));
    const asked = `${JSON.stringify(asker)} asks\n${print(parse(question.query))}\n${JSON.stringify(question.variables)}`;
    if (faults.length > 0) throw new Error(`Something failed.\n${asked}\n${JSON.stringify(faults)}`);
    const [left, right] = [comparable(gateway), comparable(whole)];
    if (left !== right)
      throw new Error(`The gateway answers otherwise than the whole.\n${asked}\n${difference(left, right)}`);
    this.count(asker.role, gateway);
    this.tell();
  }

  private count(role: string, { data, errors, ledger }: Awaited<ReturnType<Pair['gateway']>>): void {
    const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
    this.compared += 1;
    add(this.roles, role);
    for (const error of errors) {
      const { code, reason } = (error as { extensions?: { code?: string; reason?: string } }).extensions ?? {};
      add(this.codes, `${code} ${reason ?? ''}`.trim());
    }
    if (Object.values((data as object | null | undefined) ?? {}).some((value) => value !== null)) this.withData += 1;
    if (errors.length > 0) this.withErrors += 1;
    if (ledger.length > 0) this.withEntries += 1;
  }

  /** One line of what was done. */
  toString(): string {
    const seconds = (performance.now() - this.began) / 1_000;
    const { user, system } = process.cpuUsage(this.cpu);
    const each = (user + system) / 1_000 / Math.max(1, this.compared);
    const percent = (part: number): string => `${((100 * part) / Math.max(1, this.compared)).toFixed(0)} %`;
    const listed = (counts: ReadonlyMap<string, number>): string =>
      [...counts]
        .sort((left, right) => right[1] - left[1])
        .map(([key, count]) => `${key} ${count}`)
        .join(', ');
    return (
      `${this.compared} compared (${(this.compared / seconds).toFixed(0)} a second, ${each.toFixed(1)} ms of processor each), ${this.atDoor} refused at the door; with data ${percent(this.withData)}, ` +
      `with refusals ${percent(this.withErrors)}, with ledger entries ${percent(this.withEntries)}; fields answered ${this.pair.answered.size}\n` +
      `  roles: ${listed(this.roles)}\n  refusals: ${listed(this.codes)}`
    );
  }
}
