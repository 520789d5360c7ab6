/** The truth behind the tables beside that of all entries: penalties, designations, disclosures and periods, recounted in TypeScript. */
import { sql } from 'kysely';
import type { World } from '../kit.ts';
import { counting, type Entry, nameOf } from './statistics-census.ts';
import { sessionOf } from './walls-questions.ts';

const counted = (margin: string, names: readonly string[]): string[] =>
  [...Map.groupBy(names, (name) => name)].map(([name, own]) => [margin, name, own.length].join(' '));

/** What is told of penalties and designations among the entries, as `margin name number`. */
export function partsOf(entries: readonly Entry[]): string[] {
  const penalties = entries.filter(({ type }) => type === 'AdministrativePenalty');
  const listed = entries.filter(({ type }) => type === 'Designation');
  const by = (own: readonly Entry[], of: (entry: Entry) => (string | null)[]) =>
    own.map((entry) => nameOf(of(entry).map(String)));
  return [
    ...counted(
      'PENALTIES:',
      by(penalties, () => []),
    ),
    ...counted(
      'PENALTIES:REGION',
      by(penalties, (one) => [one.REGION]),
    ),
    ...counted(
      'PENALTIES:MONTH',
      by(penalties, (one) => [one.MONTH]),
    ),
    ...counted(
      'PENALTIES:INDUSTRY',
      by(penalties, (one) => [one.INDUSTRY]),
    ),
    ...counted(
      'PENALTIES:REGION+MONTH+INDUSTRY',
      by(penalties, (one) => [one.REGION, one.MONTH, one.INDUSTRY]),
    ),
    ...counted(
      'LISTED:',
      by(listed, () => []),
    ),
    ...counted(
      'LISTED:LIST',
      by(listed, (one) => [one.list]),
    ),
    ...counted(
      'LISTED:GROUND',
      by(listed, (one) => [one.ground]),
    ),
  ];
}

/** Disclosures to parties and periods that are past, of the last thirteen months, as `margin name number`. */
export async function happenedOf(world: World, today: string): Promise<string[]> {
  const session = { ...sessionOf(world, { holder: { role: 'operator' }, headers: {} }), today };
  const read = async <T>(text: string): Promise<T[]> =>
    (await world.server.platform.database.write(session, 'operator', (em) => sql.raw(text).execute(em.getKysely())))
      .rows as T[];
  const [year = 0, month = 0] = today.split('-').map(Number);
  const since = new Date(Date.UTC(year - 1, month - 1)).toISOString().slice(0, 7);
  const shown = (
    await read<{ subject_id: string; id: string; month: string; unit: string; purpose: string | null }>(
      `select subject_id, id, unit, purpose, to_char(at + interval '8 hours', 'YYYY-MM') as month from (
        select subject_id, id, unit, purpose, at at time zone 'UTC' as at from ledger.disclosure
        where role = 'PARTY' and subject_id is not null and reason is null) d`,
    )
  ).filter((row) => row.month >= since && row.purpose !== null);
  const periods = (
    await read<{ subject_id: string; id: string; due: string; met: string | null; kind: string; paused: boolean }>(
      `select subject_id, id, due_on::text as due, met_on::text as met, kind,
        exists (select from jsonb_array_elements(pauses) p where p->>'until' is null) as paused
        from control.clock where subject_id is not null`,
    )
  ).filter((row) => row.due.slice(0, 7) >= since && row.due < today && (row.met !== null || !row.paused));
  const told = counting(shown).map((row) => [row.month, row.unit, row.purpose ?? '']);
  const ran = counting(periods).map((row) => [
    row.due.slice(0, 7),
    row.kind,
    row.met !== null && row.met <= row.due ? 'MET' : 'BREACHED',
  ]);
  return [
    ...counted(
      'DISCLOSURES:RECIPIENT',
      told.map((row) => row[1] ?? ''),
    ),
    ...counted(
      'DISCLOSURES:RECIPIENT+PURPOSE',
      told.map((row) => nameOf(row.slice(1))),
    ),
    ...counted('DISCLOSURES:MONTH+RECIPIENT+PURPOSE', told.map(nameOf)),
    ...counted(
      'PERIODS:PERIOD+OUTCOME',
      ran.map((row) => nameOf(row.slice(1))),
    ),
    ...counted('PERIODS:MONTH+PERIOD+OUTCOME', ran.map(nameOf)),
  ];
}
