/** One change that a file makes: what, where the file says it, whom it touches, whether it takes a basis from somebody, and who signs it. */
import type { Localized } from '../../../schema/localized.ts';
import type {
  AgreementEntry,
  CalendarEntry,
  DutyEntry,
  ItemEntry,
  LimitEntry,
  ListEntry,
  MeasureEntry,
  Province,
  PurposeEntry,
  StandardEntry,
  UnitEntry,
} from '../form.ts';
import type { HeldProvince } from '../held.ts';
import type { Path } from '../read.ts';

/** Numbers of those who have something in force that a change reaches, and the codes of units. */
export interface Touched {
  readonly units: readonly string[];
  readonly agreements: number;
  readonly duties: number;
  readonly authorizations: number;
  readonly watches: number;
}

export const NOBODY: Touched = { units: [], agreements: 0, duties: 0, authorizations: 0, watches: 0 };

/** What the change does, with the entry of the file that says it. */
type Work =
  | { readonly section: 'units'; readonly act: 'ADD' | 'CHANGE' | 'END'; readonly entry: UnitEntry }
  | { readonly section: 'calendars'; readonly act: 'ADD' | 'CHANGE'; readonly entry: CalendarEntry }
  | {
      readonly section: 'displayPeriods';
      readonly act: 'ADD' | 'EDITION';
      readonly entry: Province['displayPeriods'][number];
    }
  | { readonly section: 'items'; readonly act: 'ADD' | 'EDITION' | 'END'; readonly entry: ItemEntry }
  | { readonly section: 'purposes'; readonly act: 'ADD' | 'EDITION'; readonly entry: PurposeEntry }
  | { readonly section: 'limits'; readonly act: 'ADD'; readonly entry: LimitEntry }
  | { readonly section: 'lists'; readonly act: 'ADD'; readonly entry: ListEntry }
  | {
      readonly section: 'standards';
      readonly act: 'ADD' | 'EDITION';
      readonly entry: StandardEntry;
      readonly list: ListEntry;
    }
  | { readonly section: 'measures'; readonly act: 'ADD' | 'EDITION'; readonly entry: MeasureEntry }
  | {
      readonly section: 'agreements';
      /** `REPLACE` ends the one that is held and concludes the one of the file under the same reference. */
      readonly act: 'ADD' | 'REPLACE' | 'STATE' | 'END';
      readonly entry: AgreementEntry;
      readonly held: HeldProvince['agreements'][number] | null;
    }
  | {
      readonly section: 'duties';
      readonly act: 'ADD' | 'REPLACE' | 'END';
      readonly entry: DutyEntry;
      readonly held: HeldProvince['duties'][number] | null;
    };

export type Change = Work & {
  /** The code or reference, as the plan shows it. */
  readonly what: string;
  readonly path: Path;
  readonly takes: boolean;
  readonly signedBy: 'AUTHORITY' | 'OPERATOR';
  readonly touches: Touched;
  /** What becomes different, a phrase each. */
  readonly notes: readonly Localized[];
};

export interface FaultAt {
  readonly path: Path;
  readonly said: Localized;
}

export interface Compared {
  readonly changes: readonly Change[];
  readonly faults: readonly FaultAt[];
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...new Set(value)].sort() : value;

/** Keys in which two entries differ. Lists of codes are sets; of the kinds of a unit the first says more than the others. */
export function differing<Entry extends object>(one: Entry, other: Entry, keys: readonly (keyof Entry & string)[]) {
  return keys.filter((key) => {
    const [left, right] = key === 'kinds' ? [one[key], other[key]] : [sorted(one[key]), sorted(other[key])];
    return canonical(left) !== canonical(right);
  });
}

/** Text of a value in which the order of keys does not count. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
