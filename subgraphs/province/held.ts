/** The province as the database holds it, in the words of the file, with what stands on it. */
import type { AgreementEntry, DutyEntry, Province } from './form.ts';

/** What subjects and parties have in force: numbers, never whose. */
export interface Standing {
  readonly authorizations: readonly {
    readonly party: string;
    readonly items: readonly string[];
    readonly purposes: readonly string[];
    readonly count: number;
  }[];
  readonly watches: readonly { readonly unit: string; readonly count: number }[];
}

export interface HeldProvince extends Omit<Province, 'agreements' | 'duties'> {
  readonly agreements: readonly (AgreementEntry & { readonly id: string })[];
  readonly duties: readonly (DutyEntry & { readonly id: string })[];
  readonly standing: Standing;
}

export const EMPTY: HeldProvince = {
  units: [],
  calendars: [],
  displayPeriods: [],
  items: [],
  purposes: [],
  limits: [],
  lists: [],
  measures: [],
  agreements: [],
  duties: [],
  standing: { authorizations: [], watches: [] },
};
