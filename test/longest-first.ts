/**
 * The order of test files: those that take minutes begin, so that no process works alone at the end. Without it a fresh clone begins with the largest files, which
 * says little of their time.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of more than a minute, the longest first, below test/. A new one is found in the summary of `npm run proof`. */
const LONGEST = [
  'sweep/fallen-server.proof.ts',
  'sweep/fallen-embedded.proof.ts',
  'fuzz/federated.proof.ts',
  'keys/rotation.proof.ts',
  'upgrading/rolling.proof.ts',
  'stories/first-day.proof.ts',
  'recovery/killed.proof.ts',
  'stories/year.proof.ts',
  'upgrading/package-pages.proof.ts',
  'stories/killed.proof.ts',
  'upgrading/package.proof.ts',
  'operating/prometheus.proof.ts',
  'fuzz/worlds.proof.ts',
  'keys/unreadable.proof.ts',
  'connections/relay-client.proof.ts',
  'facts/walls.proof.ts',
  'stories/bank-week.proof.ts',
  'upgrading/upgrade-command.proof.ts',
].map((file) => join(import.meta.dirname, file));

const gone = LONGEST.filter((file) => !existsSync(file));
if (gone.length > 0) throw new Error(`There is no ${gone.join(', ')}: test/longest-first.ts names it.`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files.filter(({ moduleId }) => !LONGEST.includes(moduleId)));
    const first = LONGEST.flatMap((file) => files.filter(({ moduleId }) => moduleId === file));
    return [...first, ...others];
  }
}
