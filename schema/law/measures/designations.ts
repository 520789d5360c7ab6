/** Designations on a list (Articles 28 to 33): grounds, waiver for minor conduct, responsible persons, and kinds of state organs. */

/** The eight grounds of Article 29, in its order. */
export const GROUNDS = [
  'GOVERNMENT_BREACH_OF_DUTY_OR_CONTRACT',
  'DEFAULT_ON_PAYMENTS_TO_SMALL_ENTERPRISES',
  'ENDANGERING_HEALTH_OR_SAFETY',
  'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
  'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION',
  'REFUSING_NATIONAL_DEFENSE_OBLIGATIONS',
  'RESEARCH_MISCONDUCT',
  'OTHER_PROVIDED_BY_LAW',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** Article 30 §2 waives measures for conduct that is minor, promptly corrected and harmless. Returns the conditions that are not met. */
export function unmetForWaiver(conduct: {
  readonly minor: boolean;
  readonly corrected: boolean;
  readonly harmless: boolean;
}): readonly ('MINOR' | 'CORRECTED' | 'HARMLESS')[] {
  return [
    ...(conduct.minor ? [] : (['MINOR'] as const)),
    ...(conduct.corrected ? [] : (['CORRECTED'] as const)),
    ...(conduct.harmless ? [] : (['HARMLESS'] as const)),
  ];
}

/** Persons who are responsible for a listed market entity (Article 33). */
export const RESPONSIBLE_ROLES = [
  'LEGAL_REPRESENTATIVE',
  'PRINCIPAL',
  'ACTUAL_CONTROLLER',
  'DIRECTLY_RESPONSIBLE',
] as const;
export type ResponsibleRole = (typeof RESPONSIBLE_ROLES)[number];

/** Organizations to which Article 32 applies. A credit code of a state organ begins with 11, of a public institution with 12 (GB 32100). */
export const ORGAN_KINDS = ['STATE_ORGAN', 'STATE_OWNED_ENTERPRISE', 'PUBLIC_INSTITUTION'] as const;
export type OrganKind = (typeof ORGAN_KINDS)[number];

export const organKindOf = (uscc: string): OrganKind | undefined =>
  uscc.startsWith('11') ? 'STATE_ORGAN' : uscc.startsWith('12') ? 'PUBLIC_INSTITUTION' : undefined;
