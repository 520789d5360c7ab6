/**
 * Caps on authorizations (Articles 36 (1) and 52): published limits on term and uses, of which the most specific applies, and the check that
 * an authorization bundles nothing unrelated.
 */

/** A published cap. Where item or party is null, it applies to any. */
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

/** What a subject is asked to authorize. */
export interface Asked {
  readonly purpose: string;
  readonly item: string;
  readonly party: string;
}

/** Rank of a cap: one for item and party comes before one for the item, then one for the party, then one for the purpose alone. */
const specificity = (cap: Cap): number => (cap.item === null ? 0 : 2) + (cap.party === null ? 0 : 1);

const reaches = (cap: Cap, asked: Asked, date: string): boolean =>
  cap.purpose === asked.purpose &&
  (cap.item === null || cap.item === asked.item) &&
  (cap.party === null || cap.party === asked.party) &&
  cap.effectiveFrom <= date;

/** Whether `left` applies rather than `right`: the more specific, else the newer, else the narrower. The order of the list never matters. */
const prevails = (left: Cap, right: Cap): boolean => {
  const by = specificity(left) - specificity(right);
  if (by !== 0) return by > 0;
  if (left.effectiveFrom !== right.effectiveFrom) return left.effectiveFrom > right.effectiveFrom;
  if (left.maximumMonths !== right.maximumMonths) return left.maximumMonths < right.maximumMonths;
  return (left.maximumUses ?? Number.POSITIVE_INFINITY) < (right.maximumUses ?? Number.POSITIVE_INFINITY);
};

/** The cap that applies on a date. Undefined where none was published; then nothing can be authorized. */
export const capFor = (caps: readonly Cap[], asked: Asked, date: string): Cap | undefined =>
  caps
    .filter((cap) => reaches(cap, asked, date))
    .reduce<Cap | undefined>((best, cap) => (best === undefined || prevails(cap, best) ? cap : best), undefined);

/** The parts of a purpose that the check of bundling needs. */
export interface Service {
  readonly code: string;
  /** The service that it belongs to. Only purposes of one service may be authorized together. */
  readonly service: string;
  /** Items that the purpose needs; null where the subject may choose any. */
  readonly needs: readonly string[] | null;
}

/** What may not be bundled into one authorization: purposes of another service than the first, and items that no purpose needs. */
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
