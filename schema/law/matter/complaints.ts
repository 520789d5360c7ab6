/** Which department in charge of social credit answers a complaint about a collector (Article 41 §2). */
import { liesIn } from '../asking/unit-region.ts';

export type ComplaintStatus = 'OPEN' | 'ANSWERED' | 'WITHDRAWN';

interface InPlace {
  readonly code: string;
  /** Null for a unit of the whole country. */
  readonly region: string | null;
}

/** A unit of the whole country, and one of the province, are the province's. */
const PROVINCE = '230000';
const of = ({ region }: InPlace): string => region ?? PROVINCE;

/** How narrow a division is: a county before its city, and that before the province. */
const narrowness = (region: string): number => (region.endsWith('0000') ? 0 : region.endsWith('00') ? 1 : 2);

/**
 * The department of the county or city that the collector is in, the narrowest that there is, else the province's; of several alike the one whose code comes first.
 * Undefined where none is in charge of that place. `departments`: those that stand.
 */
export function answeringUnit<Department extends InPlace>(
  collector: InPlace,
  departments: readonly Department[],
): Department | undefined {
  return departments
    .filter((department) => liesIn(of(collector), of(department)))
    .sort(
      (left, right) =>
        narrowness(of(right)) - narrowness(of(left)) || (left.code < right.code ? -1 : left.code > right.code ? 1 : 0),
    )[0];
}
