/**
 * The facts that a rule may read, and the closed lists of the contract. Facts are plain readonly data: rules get no database rows, tokens or
 * clocks.
 */

/** Openness attribute of a catalog item (开放属性), Article 23. Ordered from the widest to the narrowest. */
export const OPENNESS = ['UNCONDITIONAL', 'AGREEMENT', 'SELF_ONLY'] as const;
export type Openness = (typeof OPENNESS)[number];

/** Sharing attribute of a catalog item (共享属性), Article 22. `SHARED_IDENTIFIED` lets a duty that needs it see the person's identity whole. */
export const SHARING = ['SHARED', 'SHARED_IDENTIFIED', 'NOT_SHARED'] as const;
export type Sharing = (typeof SHARING)[number];

/** Kinds of personal information that are desensitized, Article 23 last paragraph. */
export const PERSONAL_KINDS = ['NAME', 'BIRTH_DATE', 'CITIZEN_ID', 'DOCUMENT_NUMBER', 'ADDRESS', 'PHONE'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Public credit information, and the non-public credit information that collecting units hold (Articles 2 and 16). */
export const INFORMATION_KINDS = ['PUBLIC', 'NON_PUBLIC'] as const;
export type InformationKind = (typeof INFORMATION_KINDS)[number];

/** The ten categories of Article 18, in its order. */
export const CATALOG_CATEGORIES = [
  'REGISTRATION',
  'COMMENDATION',
  'PLEDGE',
  'ADMINISTRATIVE_MANAGEMENT',
  'PUBLIC_SERVICE',
  'LEGAL_DOCUMENT',
  'ARREARS',
  'UNPERFORMED_OBLIGATION',
  'DECEPTIVE_CONDUCT',
  'OTHER',
] as const;
export type CatalogCategory = (typeof CATALOG_CATEGORIES)[number];

/** Character of the information (信息性质), Article 18. */
export const NATURES = ['TRUSTWORTHY', 'UNTRUSTWORTHY', 'NEUTRAL'] as const;
export type Nature = (typeof NATURES)[number];

export const SUBJECT_KINDS = ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const IDENTIFIER_TYPES = ['USCC', 'CITIZEN_ID', 'OTHER_DOCUMENT'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

export const ROLES = [
  'PUBLIC',
  'SUBJECT',
  'PARTY',
  'DEPARTMENT',
  'PROVIDER',
  'COLLECTOR',
  'OPERATOR',
  'ANALYST',
  'AUTHORITY',
] as const;
export type Role = (typeof ROLES)[number];

/** Kinds of unit. A caller that acts for a unit has the role of the same name. */
export const UNIT_KINDS = [
  'PROVIDER',
  'DEPARTMENT',
  'PARTY',
  'COLLECTOR',
  'OPERATOR',
  'AUTHORITY',
] as const satisfies readonly Role[];
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Levels of a unit, from the lowest. A unit of the whole country has no region of the province. */
export const UNIT_LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** Channels of inquiry, Article 24. The policy is the same through each; the channel is recorded. */
export const CHANNELS = ['WEB', 'WINDOW', 'MOBILE', 'TERMINAL'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The five activities of Article 44 in which departments apply public credit information. */
export const ACTIVITIES = [
  'ADMINISTRATIVE_MANAGEMENT',
  'PUBLIC_PROCUREMENT',
  'PUBLIC_FUNDING',
  'AWARD_SELECTION',
  'OTHER_LAWFUL_ACTIVITY',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/**
 * Types of record: the SDL object types that implement the interface CreditRecord. No other file repeats the list. The compiler checks every
 * table over it, so that a new type fails to compile in each file that has to handle it.
 */
export const RECORD_TYPES = [
  'Registration',
  'Commendation',
  'PledgeRecord',
  'AdministrativePermit',
  'AdministrativePenalty',
  'AdministrativeAct',
  'PublicServiceRecord',
  'LegalDocument',
  'Arrears',
  'UnperformedObligation',
  'DeceptiveConduct',
  'AssessmentRecord',
  'OtherRecord',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** Whether the caller asks about itself or about another subject. */
export type Relation = 'SELF' | 'OTHER';

/**
 * Display state of a record on the day of the request: displayed; hidden at the subject's request (Article 37 §1); or archived, because its
 * display period ended, it was restored, or its basis was revoked (Articles 37 §2, 38, 40).
 */
export type Display = 'DISPLAYED' | 'HIDDEN' | 'ARCHIVED';

/**
 * Who asks, and whether about itself. Only a subject can: no unit is the subject of what it asks for, so that no rule has to think of a party that
 * asks about itself.
 */
export type CallerRelation =
  | { readonly role: 'SUBJECT'; readonly relation: Relation }
  | { readonly role: Exclude<Role, 'SUBJECT'>; readonly relation: 'OTHER' };

/** All that decides whether a caller may see a record of one catalog item about one subject. */
export type Facts = CallerRelation & {
  /** Whether the subject is a natural person or a sole trader. */
  readonly personal: boolean;
  readonly item: { readonly published: boolean; readonly openness: Openness; readonly sharing: Sharing };
  readonly display: Display;
  readonly purposeStated: boolean;
  readonly caseStated: boolean;
  /** What the agreements of the calling party cover on the day. Each fact is narrower than the one before. */
  readonly agreement: { readonly inForce: boolean; readonly purposeAgreed: boolean; readonly itemAgreed: boolean };
  /**
   * Registered duties of the calling department. `matterStated`: one matter is left, because only one has a duty under the purpose or because the
   * caller named it. `itemCovered`: a duty of that matter covers the item.
   */
  readonly duty: { readonly registered: boolean; readonly matterStated: boolean; readonly itemCovered: boolean };
  /** Whether the subject authorized the calling party for purpose and item, in force on the day. */
  readonly authorized: boolean;
};
