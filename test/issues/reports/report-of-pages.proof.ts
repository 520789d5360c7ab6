/** A report of more than one page said of the first page alone what was withheld; what stood behind looked as if it were not held at all. A proof: it opens a world of its own for what one test shows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { BANK_A, COMPANY, openWorld, soonest, subject, type World } from '../../kit.ts';
import { make, payload } from '../../stories/report-kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const PERMITS = 205;
interface Entry {
  readonly item: { readonly code: string };
  readonly withheld: readonly string[];
}

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-pages-'));
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const entriesOf = async (holder: Parameters<typeof make>[1], body: object, said = {}): Promise<Entry[]> => {
  const made = await make(world, holder, body, said);
  expect(made.status).toBe(201);
  return payload(made.body.token).sections.flatMap(({ entries }: { entries: Entry[] }) => entries);
};

it('A36.3 A23.2 what is withheld is said wherever it stands, and every page is in the report once', async () => {
  const withheld = async () => {
    const entries = await entriesOf(BANK_A, { subject: COMPANY }, LOAN);
    return {
      count: entries.length,
      found: entries.filter((one) => one.withheld.length > 0).map((one) => [one.item.code, one.withheld]),
    };
  };
  const before = await withheld();
  expect(before.found).toContainEqual(['PENALTY-GENERAL', ['licence']]);
  const file = join(folder, 'permits.csv');
  const rows = Array.from(
    { length: PERMITS },
    (_none, row) => `示例,法人及非法人组织,${COMPANY.value},许〔2026〕${row}号,01,2026-11-1${row % 10}`,
  );
  writeFileSync(file, `XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_WSH,XK_XKLB,XK_JDRQ\n${rows.join('\n')}\n`);
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  const order = { file, layout: 'double-publicity-permit', unit: 'HLJ-AMR', open } as const;
  expect(await importProviderFile(order)).toMatchObject({ accepted: PERMITS });
  const after = await withheld();
  expect(after).toEqual({ count: before.count + PERMITS, found: before.found });
  const own = await entriesOf(subject(COMPANY), {});
  expect(new Set(own).size).toBe(own.length);
});
