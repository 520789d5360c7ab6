import { ADMINISTRATIVE_ITEMS } from './administrative.ts';
import { BREACH_ITEMS } from './breach.ts';
import type { SampleItem } from './item.ts';
import { NON_PUBLIC_ITEMS } from './non-public.ts';
import { OTHER_ITEMS } from './other.ts';
import { PENALTY_ITEMS } from './penalty.ts';
import { REGISTRATION_ITEMS } from './registration.ts';
import { SERVICE_AND_DOCUMENTS_ITEMS } from './service-and-documents.ts';
import { TRUST_ITEMS } from './trust.ts';

/**
 * The sample catalog, in the order of Article 18, non-public information last. Written after the national list as known from
 * secondary sources: neither wording nor citations are verified, and each item's publication says that it is no official edition.
 */
export const SAMPLE_ITEMS: readonly SampleItem[] = [
  ...REGISTRATION_ITEMS,
  ...TRUST_ITEMS,
  ...PENALTY_ITEMS,
  ...ADMINISTRATIVE_ITEMS,
  ...SERVICE_AND_DOCUMENTS_ITEMS,
  ...BREACH_ITEMS,
  ...OTHER_ITEMS,
  ...NON_PUBLIC_ITEMS,
];
