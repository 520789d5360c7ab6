/** The tables that a province file writes: every column but ids and instants. */
import { sql } from 'kysely';
import type { RequestAs } from '../../subgraphs/request/internal-request.ts';

const TABLES = {
  units: ['control', 'control.unit'],
  calendars: ['control', 'control.calendar_year'],
  displayPeriods: ['control', 'control.display_period'],
  items: ['control', 'control.item'],
  purposes: ['control', 'control.purpose'],
  limits: ['control', 'control.purpose_cap'],
  agreements: ['control', 'control.agreement'],
  duties: ['control', 'control.duty'],
  lists: ['designate', 'sanctions.list'],
  standards: ['designate', 'sanctions.standard'],
  measures: ['designate', 'sanctions.measure'],
  runs: ['operator', 'control.province_run'],
} as const;

type Row = Readonly<Record<string, unknown>>;

const OWN = /^(id|.*_at)$/;

export async function rowsOf(requestAs: RequestAs): Promise<Record<keyof typeof TABLES, Row[]>> {
  const found: Record<string, Row[]> = {};
  for (const [name, [role, table]] of Object.entries(TABLES)) {
    const request = requestAs({ role: 'OPERATOR' });
    const rows = await request.write(role, async (em) => {
      const order = table === 'control.province_run' ? sql`order by r.at, r.id` : sql``;
      const read = await sql<{ row: Row }>`select to_jsonb(r) as row from ${sql.table(table)} r ${order}`.execute(
        em.getKysely(),
      );
      return read.rows.map(({ row }) => row);
    });
    await request.abandon();
    const kept = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !OWN.test(key))));
    const keyOf = (row: Row): string => JSON.stringify(row);
    found[name] =
      table === 'control.province_run' ? kept : kept.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  }
  return found as Record<keyof typeof TABLES, Row[]>;
}
