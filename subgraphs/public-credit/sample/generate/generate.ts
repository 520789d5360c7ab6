/** Generates the data files of the sample. */
import { writeFileSync } from 'node:fs';
import { PENALTY_COLUMNS, PERMIT_COLUMNS } from '../../import/columns/columns.ts';
import { csv } from './csv.ts';
import { penaltyRows } from './penalties.ts';
import { permitRows } from './permits.ts';
import { populate } from './population.ts';
import { createRandom } from './random.ts';
import { sampleRecords } from './records.ts';

/** The day when the Regulations came into force. Any number would do, as long as it never changes. */
const SEED = 20_220_701;

const REGISTRATION_COLUMNS = ['name', 'uscc', 'reg_date', 'type', 'capital', 'scope', 'city'];

/** Every generated file of the sample, by name. Only the seed decides, so that each machine generates the same files. */
export function sampleFiles(): Record<string, string> {
  const population = populate(SEED);
  const organizations = [...population.companies, ...population.soleTraders];
  return {
    'registrations-synthetic.csv': csv(
      REGISTRATION_COLUMNS,
      organizations.map((it) => [it.name, it.value, it.registeredOn, it.entityType, it.capital, it.scope, it.city]),
    ),
    'permits.csv': csv(codes(PERMIT_COLUMNS), permitRows(createRandom(SEED + 1), population)),
    'penalties.csv': csv(codes(PENALTY_COLUMNS), penaltyRows(createRandom(SEED + 2), population)),
    'records.ndjson': lines(sampleRecords(createRandom(SEED + 3), population)),
    'persons.ndjson': lines(population.persons),
  };
}

function codes(columns: readonly { code: string }[]): string[] {
  return columns.map(({ code }) => code);
}

function lines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(sampleFiles())) {
    writeFileSync(new URL(`../${name}`, import.meta.url), text);
    process.stdout.write(`${name}: ${text.split('\n').length - 1} lines\n`);
  }
}
