/** Caps on an authorization (Articles 36 (1) and 52): published rules of which the most specific one holds. */

/** One published rule. Null means any. */
export interface Cap {
  readonly purpose: string;
  readonly item: string | null;
  readonly party: string | null;
  /** Longest term in months. */
  readonly maximumMonths: number;
  /** Most uses in the whole term; null where only the term limits it. */
  readonly maximumUses: number | null;
  readonly effectiveFrom: string;
  readonly publicationReference: string;
  readonly article: string;
}

/** What is asked to be authorized. */
export interface Asked {
  readonly purpose: string;
  readonly item: string;
  readonly party: string;
}

/** A rule for item and party beats one for the item, that one beats one for the party, that one beats one for the purpose alone. */
const specificity = (cap: Cap): number => (cap.item === null ? 0 : 2) + (cap.party === null ? 0 : 1);

const reaches = (cap: Cap, asked: Asked, date: string): boolean =>
  cap.purpose === asked.purpose &&
  (cap.item === null || cap.item === asked.item) &&
  (cap.party === null || cap.party === asked.party) &&
  cap.effectiveFrom <= date;

/** Whether `left` holds rather than `right`: more specific, else newer, else narrower, so that their order never matters. */
const prevails = (left: Cap, right: Cap): boolean => {
  const by = specificity(left) - specificity(right);
  if (by !== 0) return by > 0;
  if (left.effectiveFrom !== right.effectiveFrom) return left.effectiveFrom > right.effectiveFrom;
  if (left.maximumMonths !== right.maximumMonths) return left.maximumMonths < right.maximumMonths;
  return (left.maximumUses ?? Number.POSITIVE_INFINITY) < (right.maximumUses ?? Number.POSITIVE_INFINITY);
};

/** The rule that holds on a date; undefined where none was published: then nothing can be authorized. */
export const capFor = (caps: readonly Cap[], asked: Asked, date: string): Cap | undefined =>
  caps
    .filter((cap) => reaches(cap, asked, date))
    .reduce<Cap | undefined>((best, cap) => (best === undefined || prevails(cap, best) ? cap : best), undefined);

/** A purpose as far as bundling looks at it. */
export interface Service {
  readonly code: string;
  /** The service that it belongs to; purposes of one service may be authorized together. */
  readonly service: string;
  /** Items that the purpose needs; null where the subject itself orders what it likes. */
  readonly needs: readonly string[] | null;
}

/** What does not belong in one authorization: a purpose of another service than the first one's, an item that no purpose needs. */
export function bundled(
  purposes: readonly Service[],
  items: readonly string[],
): { readonly purposes: readonly string[]; readonly items: readonly string[] } {
  const [first] = purposes;
  return {
    purposes: purposes.filter(({ service }) => service !== first?.service).map(({ code }) => code),
    items: items.filter((item) => !purposes.some(({ needs }) => needs === null || needs.includes(item))),
  };
}
