/** What the file of the sample province says, for tests that compare with it. */
import type { ItemEntry, Province } from '../subgraphs/province/form.ts';
import { readProvince } from '../subgraphs/province/read.ts';
import { sampleFile } from '../subgraphs/province/sample.ts';
import type { Item } from '../subgraphs/request/directory.ts';

const read = readProvince(sampleFile());
if (!read.ok) throw new Error(`The sample province is faulty: ${JSON.stringify(read.faults)}`);

export type SampleItem = ItemEntry;

const { province }: { readonly province: Province } = read.file;
export const SAMPLE_UNITS = province.units;
export const SAMPLE_ITEMS = province.items;
export const SAMPLE_PURPOSES = province.purposes;
export const SAMPLE_DISPLAY_EDITIONS = province.displayPeriods;
export const SAMPLE_LISTS = province.lists;
export const SAMPLE_AGREEMENTS = province.agreements;
export const SAMPLE_DUTIES = province.duties;

/** The items as the directory holds them. */
export const SAMPLE_EDITIONS: readonly Item[] = SAMPLE_ITEMS.map(
  ({ displayPeriod, publication, providers, ...item }) => ({
    ...item,
    displayMinimumMonths: displayPeriod.minimumMonths,
    displayMaximumMonths: displayPeriod.maximumMonths,
    providerUnits: providers.units,
    providerRule: providers.rule,
    publicationReference: publication.reference,
    publishedOn: publication.publishedOn,
  }),
);
