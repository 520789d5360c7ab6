/** Imports the sample records, as a provider would. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays, addWorkingDays } from '../../schema/law/clocks/calendar.ts';
import type { SupervisionClass } from '../../schema/law/matter/matter.ts';
import type { Platform } from '../request/context.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { recordOf, storeMethod } from './commands/assessments/assessments.ts';
import { takeIn } from './commands/deliveries/submission.ts';
import { type ImportSummary, importFile } from './import/import-file.ts';
import type { Layout } from './import/layouts.ts';
import { SAMPLE_METHOD, SAMPLE_RESULTS } from './sample/assessments.ts';

const SAMPLE = new URL('./sample/', import.meta.url);

const FILES: readonly (readonly [file: string, layout: Layout])[] = [
  ['registrations-gleif.csv', 'registration'],
  ['registrations-synthetic.csv', 'registration'],
  ['permits.csv', 'double-publicity-permit'],
  ['penalties.csv', 'double-publicity-penalty'],
];

/** Sample unit that provides registrations, permits and penalties. */
const MARKET_REGULATION = 'HLJ-AMR';

interface PersonLine {
  readonly value: string;
  readonly address: string;
  readonly phone: string;
}

/** Pledges on which the permit desk of Harbin decided, by their documents: it records them, and not the unit that is answerable for the item. */
const DECIDED_BY_DESK: ReadonlyMap<string, string> = new Map([['信用承诺书〔2026〕0066号', 'HRB-PERMIT']]);

interface RecordLine {
  readonly item: string;
  readonly basisDocument: string | null;
  readonly subject: { readonly value: string };
}

const lines = <Line>(file: string): Line[] =>
  readFileSync(new URL(file, SAMPLE), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** Record lines by the unit that provides their item, with the person's address and phone added. */
function recordsByUnit(unitOf: ReadonlyMap<string, string>): Map<string, string[]> {
  const persons = new Map(lines<PersonLine>('persons.ndjson').map((person) => [person.value, person]));
  const units = new Map<string, string[]>();
  for (const record of lines<RecordLine>('records.ndjson')) {
    const unit = DECIDED_BY_DESK.get(record.basisDocument ?? '') ?? unitOf.get(record.item);
    if (unit === undefined) throw new Error(`The sample has a record of ${record.item}, which no unit provides.`);
    const person = persons.get(record.subject.value);
    const line = JSON.stringify({ ...record, subjectAddress: person?.address, subjectPhone: person?.phone });
    units.set(unit, [...(units.get(unit) ?? []), line]);
  }
  return units;
}

export async function seedPublicCredit(
  platform: Platform,
  requestAs: RequestAs,
  onFile: (file: string, summary: ImportSummary) => void,
): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'credit-sample-'));
  try {
    const bring = async (file: string, path: string, layout: Layout, unit: string): Promise<void> => {
      const open = () => requestAs({ role: 'PROVIDER', unit });
      onFile(file, await importFile({ file: path, layout, unit, open, beside: join(scratch, `${unit}-${layout}`) }));
    };
    for (const [file, layout] of FILES) await bring(file, new URL(file, SAMPLE).pathname, layout, MARKET_REGULATION);
    const request = requestAs({ role: 'OPERATOR', unit: 'HLJ-CREDIT' });
    const { directory } = await request.snapshot();
    await request.abandon();
    const unitOf = new Map([...directory.items.values()].map((item) => [item.code, item.providingUnit]));
    for (const [unit, records] of recordsByUnit(unitOf)) {
      const path = join(scratch, `${unit}.ndjson`);
      writeFileSync(path, `${records.join('\n')}\n`);
      await bring(`records.ndjson (${unit})`, path, 'records', unit);
    }
    await labelOne(platform, requestAs);
    await seedAssessments(requestAs);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Stores the sample method as the department in charge would, and delivers the results as the operator (Article 47). */
async function seedAssessments(requestAs: RequestAs): Promise<void> {
  await storeMethod(requestAs({ role: 'AUTHORITY', unit: 'HLJ-BIZENV' }), SAMPLE_METHOD);
  const classes = new Map<string, SupervisionClass>(
    SAMPLE_METHOD.classes.map(({ level, supervision }) => [level, supervision]),
  );
  const records = SAMPLE_RESULTS.map((result) =>
    recordOf(result, SAMPLE_METHOD.edition, classes.get(result.level) ?? 'NORMAL'),
  );
  const operator = requestAs({ role: 'OPERATOR', unit: 'HLJ-CREDIT' });
  await takeIn(operator, 'HLJ-CREDIT', 'ASSESSMENT-PUBLIC', records, { way: 'ASSESSMENTS' });
  await operator.abandon();
}

/** Puts an objection label (Article 39) on a record of the sample company, so that readers of the sample see one. */
async function labelOne(platform: Platform, requestAs: RequestAs): Promise<void> {
  const request = requestAs({ role: 'PROVIDER', unit: MARKET_REGULATION });
  const raisedOn = addDays(request.today, -1);
  const decideBy = addWorkingDays(raisedOn, 3).date;
  const company = platform.secrets.subjectId('USCC', '91239999MA1ABC019L');
  await request.write('intake', (em) =>
    sql`update public_credit.record set objection_raised_on = ${raisedOn}::date, objection_decide_by = ${decideBy}::date
      where subject_id = ${company}::uuid and current and item = 'PENALTY-GENERAL'`.execute(em.getKysely()),
  );
}
