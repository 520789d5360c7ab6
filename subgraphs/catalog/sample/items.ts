import type { SampleItem } from './item.ts';
import { ADMINISTRATIVE_ITEMS } from './items-administrative.ts';
import { BREACH_ITEMS } from './items-breach.ts';
import { NON_PUBLIC_ITEMS } from './items-non-public.ts';
import { OTHER_ITEMS } from './items-other.ts';
import { PENALTY_ITEMS } from './items-penalty.ts';
import { REGISTRATION_ITEMS } from './items-registration.ts';
import { SERVICE_AND_DOCUMENTS_ITEMS } from './items-service-and-documents.ts';
import { TRUST_ITEMS } from './items-trust.ts';

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
