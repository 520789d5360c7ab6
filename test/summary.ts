/** Vitest reporter that prints a summary of a step: tests, worlds, seconds a folder and the slowest files, so that growth is noticed. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Seconds that a step may take on two idle cores. */
const BUDGET = { test: 360, proof: 1_800 } as const;

/** File in the folder `templates` with a line for each opened world: its database and the milliseconds that it took to open. */
export const OPENED = 'worlds';

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1).padStart(7)} s`;

/** Folder of a test file below test/, such as `issues/import` or `law`. */
const folderOf = (file: string): string => dirname(file).replace(/^test\/?/, '') || '.';

export class Summary implements Reporter {
  readonly #step: keyof typeof BUDGET;
  readonly #began = performance.now();
  #vitest: Vitest | undefined;

  constructor(step: keyof typeof BUDGET) {
    this.#step = step;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  #worlds(): string {
    const { templates } = this.#vitest?.projects[0]?.getProvidedContext() ?? {};
    const file = join(templates ?? '', OPENED);
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const opened = lines.map((line) => line.split(' ')).map(([kind, ms]) => ({ kind, ms: Number(ms) }));
    const kinds = [...new Set(opened.map(({ kind }) => kind))].map((kind) => {
      const those = opened.filter((one) => one.kind === kind);
      return `${those.length} ${kind} in ${(those.reduce((sum, { ms }) => sum + ms, 0) / 1_000).toFixed(0)} s`;
    });
    return `${opened.length} worlds${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((module) => {
      const { duration, collectDuration } = module.diagnostic();
      return { file: module.relativeModuleId, ms: duration + collectDuration, tests: [...module.children.allTests()] };
    });
    const folders = new Map<string, { ms: number; tests: number }>();
    for (const { file, ms, tests } of files) {
      const folder = folders.get(folderOf(file)) ?? { ms: 0, tests: 0 };
      folders.set(folderOf(file), { ms: folder.ms + ms, tests: folder.tests + tests.length });
    }
    const took = performance.now() - this.#began;
    const longest = [...files].sort((left, right) => right.ms - left.ms).slice(0, 10);
    const tests = files.reduce((sum, one) => sum + one.tests.length, 0);
    const lines = [
      '',
      `── ${this.#step}: ${tests} tests in ${files.length} files, ${this.#worlds()}`,
      ...[...folders]
        .sort(([, left], [, right]) => right.ms - left.ms)
        .map(([folder, sum]) => `${seconds(sum.ms)} ${String(sum.tests).padStart(5)} tests  ${folder}`),
      '── slowest files',
      ...longest.map(({ file, ms, tests: held }) => `${seconds(ms)} ${String(held.length).padStart(5)} tests  ${file}`),
      `── ${this.#step} took ${(took / 1_000).toFixed(0)} s on ${availableParallelism()} cores; two idle ones may take ${BUDGET[this.#step]} s.`,
      '',
    ];
    process.stdout.write(lines.join('\n'));
  }
}
