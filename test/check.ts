/** `npm run check`: everything that must hold before a commit, the quickest step first. Stops at the first failure. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SUBGRAPH_NAMES } from '../subgraphs/names.ts';

const GENERATED = [
  'schema/supergraph.graphql',
  'schema/api.graphql',
  'schema/LAW.md',
  ...SUBGRAPH_NAMES.map((name) => `subgraphs/${name}/types.generated.ts`),
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs one step. Ends the process where it fails. */
function step(name: string, command: string, ...args: readonly string[]): void {
  const began = performance.now();
  say(`── ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    say(`── ${name} failed (${command} ${args.join(' ')})`);
    process.exit(1);
  }
  say(`── ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

const contents = (): string[] => GENERATED.map((file) => readFileSync(file, 'utf8'));

step('formatting and lint', 'biome', 'ci', '--error-on-warnings', '.');
step('types', 'tsc');
const before = contents();
step('generated files', 'npm', 'run', '--silent', 'generate');
const stale = GENERATED.filter((_file, index) => contents()[index] !== before[index]);
if (stale.length > 0) {
  say(`These files were not current and have been written anew; commit them: ${stale.join(', ')}`);
  process.exit(1);
}
step('dead code', 'knip');
step('tests', 'npm', 'test');
