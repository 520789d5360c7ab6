/** Published lists, standards and measures are open to anyone (Articles 7 and 30): an analyst, who reads no row about anybody, reads them too. */
export const PUBLISHED: readonly string[] = [
  `grant usage on schema sanctions to credit_analyst`,
  `grant select on sanctions.list, sanctions.standard, sanctions.measure to credit_analyst`,
];
