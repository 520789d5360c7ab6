import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { SampleRecord } from '../../subgraphs/public-credit/sample/generate/records.ts';
import { SAMPLE_ITEMS, SAMPLE_UNITS } from '../sample-province.ts';

/** A day on which the stories of the sample are told. */
export const TODAY = '2026-11-20';

export function onDisk(name: string): string {
  return readFileSync(new URL(`../../subgraphs/public-credit/sample/${name}`, import.meta.url), 'utf8');
}

function rows(name: string): Record<string, string>[] {
  return parse(onDisk(name), { columns: true });
}

function lines<T>(name: string): T[] {
  return onDisk(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export const registrations = rows('registrations-synthetic.csv');
export const gleif = rows('registrations-gleif.csv');
export const permits = rows('permits.csv');
export const penalties = rows('penalties.csv');
export const records = lines<SampleRecord>('records.ndjson');
export const persons = lines<{ value: string; name: string; birthDate: string; address: string; phone: string }>(
  'persons.ndjson',
);

export const items = new Map(SAMPLE_ITEMS.map((item) => [item.code, item]));
export const units = new Map(SAMPLE_UNITS.map((unit) => [unit.code, unit]));
