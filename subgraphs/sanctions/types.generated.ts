import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OwnStatementRow } from '../rights/statements/own-statements.ts';
import type { MatterKey } from '../matter/matter.ts';
import type { DisclosureKey, ShownRow, SubjectKey, DesignationRow, IncentiveRow, ListRow, StandardRow, MeasureRow, WaiverRow, ReexaminationRow, OrganNoticeRow, ItemKey, UnitKey } from './rows.ts';
import type { Labelled } from '../rights/claims/label.ts';
import type { Context } from '../request/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 with offset. */
  DateTime: { input: string; output: string; }
  /** What one source holds for an answer to a permit desk; between the subgraphs alone. */
  MatterPart: { input: unknown; output: unknown; }
  _FieldSet: { input: string; output: string; }
};

/** The five activities of Article 44. */
export type Activity =
  /** (1) Permitting, proof matters and other administrative management (行政管理). */
  | 'ADMINISTRATIVE_MANAGEMENT'
  /** (4) Selection for awards (评优评先). */
  | 'AWARD_SELECTION'
  /** (5) Other activities provided for by law (其他). */
  | 'OTHER_LAWFUL_ACTIVITY'
  /** (3) Government funds and support (资金支持). */
  | 'PUBLIC_FUNDING'
  /** (2) Procurement, tendering and public resource transactions (采购招标). */
  | 'PUBLIC_PROCUREMENT';

/** A catalog item, named. */
export type CatalogItem = {
  readonly __typename?: 'CatalogItem';
  /** Code of the item. */
  readonly code: Scalars['String']['output'];
};

/** A credit subject on lists. */
export type CreditSubject = {
  readonly __typename?: 'CreditSubject';
  /** Designations as seriously untrustworthy in force (严重失信主体名单) that the caller may see, newest first, Articles 28 and 29. */
  readonly designations: Maybe<ReadonlyArray<Designation>>;
  /** Opaque id; holds no identification number. That of a natural person or sole trader is the recipient's own. */
  readonly id: Scalars['ID']['output'];
  /** Designations as target of incentives in force (守信激励名单) that the caller may see, newest first, Article 25. */
  readonly incentives: Maybe<ReadonlyArray<Incentive>>;
  /** Re-examinations that the subject asked for (复核), Article 35. The subject's own view. */
  readonly reexaminations: Maybe<ReadonlyArray<Reexamination>>;
  /** Minor conduct that was spared (免予惩戒), with the warning if one was given, Article 30. The subject's own view. */
  readonly waivers: Maybe<ReadonlyArray<Waiver>>;
};

/** The decision on a re-examination, Article 35 §2. */
export type DecideReexaminationInput = {
  /** Id of the re-examination. */
  readonly id: Scalars['ID']['input'];
  /** The reasons; a refusal without them is none. */
  readonly reasons: Scalars['String']['input'];
  /** Whether the objection is upheld: then the subject leaves the list and measures stop. */
  readonly upheld: Scalars['Boolean']['input'];
};

/** A judgment defaulter as the court enters it. */
export type DefaulterInput = {
  /** The ruling or judgment that is not performed. */
  readonly basisDocument: Scalars['String']['input'];
  /** Number of the court's decision to enter it. */
  readonly decisionNumber: Scalars['String']['input'];
  /** Date of entry. */
  readonly enteredOn: Scalars['Date']['input'];
  /** Period in months, 1 to the most that the standard allows; that where it is left out. */
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  /** How performance was refused. */
  readonly reasons: Scalars['String']['input'];
  /** The subject. */
  readonly subject: SubjectIdentifierInput;
  /** Name. */
  readonly subjectName: Scalars['String']['input'];
};

/** What became of a submission of defaulters. */
export type DefaulterSubmission = {
  readonly __typename?: 'DefaulterSubmission';
  /** Entries that are on the list by this submission. */
  readonly accepted: Scalars['Int']['output'];
  /** Entries that were not taken. */
  readonly rejected: ReadonlyArray<RejectedDefaulter>;
  /** Entries that were there already, or stand twice in the submission. */
  readonly unchanged: Scalars['Int']['output'];
};

/** A designation as target for incentives, Article 25. */
export type DesignateIncentiveInput = {
  /** Document that it rests on. */
  readonly basisDocument: Scalars['String']['input'];
  /** Number of the decision. */
  readonly decisionNumber: Scalars['String']['input'];
  /** Code of the list. */
  readonly list: Scalars['String']['input'];
  /** Period in months, 1 to the most that the standard allows; needed where it sets one, else open when absent. */
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  /** The subject. */
  readonly subject: SubjectIdentifierInput;
  /** Its name, as the decision has it: what the designation says of it. */
  readonly subjectName?: InputMaybe<Scalars['String']['input']>;
};

/** A designation to be made, Articles 28, 29, 32 and 33. All five parts of the written decision must be there. */
export type DesignateInput = {
  /** Part two: the basis, a document that is in effect. */
  readonly basisDocument: Scalars['String']['input'];
  /** Number of the written decision. */
  readonly decisionNumber: Scalars['String']['input'];
  /** Date of the decision; today where it is left out. */
  readonly designatedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Ground of Article 29. */
  readonly ground: Ground;
  /** Code of the list. */
  readonly list: Scalars['String']['input'];
  /** Part three: the period in months, 1 to the most that the standard allows. */
  readonly months: Scalars['Int']['input'];
  /** Who is to be told, Article 32: needed where the credit code is that of a state organ or public institution, and for a state-owned enterprise. */
  readonly organ?: InputMaybe<OrganInput>;
  /** Part one: the reasons. */
  readonly reasons: Scalars['String']['input'];
  /** Part five: remedies. */
  readonly remedies: Scalars['String']['input'];
  /** Part four: conditions for removal. */
  readonly removalConditions: Scalars['String']['input'];
  /** Natural persons answerable for a market entity, with the evidence, Article 33. */
  readonly responsible?: InputMaybe<ReadonlyArray<ResponsiblePersonInput>>;
  /** The subject. */
  readonly subject: SubjectIdentifierInput;
  /** Its name, as the decision has it: what the designation says of it. */
  readonly subjectName?: InputMaybe<Scalars['String']['input']>;
};

/** A designation as seriously untrustworthy, Article 28. */
export type Designation = {
  readonly __typename?: 'Designation';
  /** Document that the designation rests on; what is personal in its name is masked for anyone but the subject, Article 23. */
  readonly basisDocument: Scalars['String']['output'];
  /** Number of the written decision. The subject's own view. */
  readonly decisionNumber: Maybe<Scalars['String']['output']>;
  /** Date of the decision. */
  readonly designatedOn: Scalars['Date']['output'];
  /** Unit that designated. */
  readonly designatingUnit: Unit;
  /** The evidence that links the subject with the entity; null where it is listed itself. The subject's own view. */
  readonly evidence: Maybe<Scalars['String']['output']>;
  /** Ground of Article 29. */
  readonly ground: Ground;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the list is held under. */
  readonly item: CatalogItem;
  /** The list. */
  readonly list: SanctionList;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Id of the entity's own designation, Article 33; this one is released with it. Null where the subject is listed itself. */
  readonly onAccountOf: Maybe<Scalars['ID']['output']>;
  /** What the subject itself states beside it (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Reasons. The subject's own view. */
  readonly reasons: Maybe<Scalars['String']['output']>;
  /** Remedies. The subject's own view. */
  readonly remedies: Maybe<Scalars['String']['output']>;
  /** Conditions for removal. The subject's own view. */
  readonly removalConditions: Maybe<Scalars['String']['output']>;
  /** In which of the four roles of Article 33 the subject answers for a listed market entity; null where it is listed itself. */
  readonly responsibleAs: Maybe<ResponsibleRole>;
  /** Edition of the standard that it was made by. */
  readonly standardEdition: Maybe<Scalars['String']['output']>;
  /** Last day of the designation, itself included. */
  readonly until: Scalars['Date']['output'];
};

/** An edition of the standard by which a list is kept (认定标准), Articles 25 and 28. */
export type DesignationStandard = {
  readonly __typename?: 'DesignationStandard';
  /** The provision that sets it. */
  readonly citation: Scalars['String']['output'];
  /** Units that designate by it. */
  readonly designatingUnits: ReadonlyArray<Unit>;
  /** Edition. */
  readonly edition: Scalars['String']['output'];
  /** First day. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Grounds of Article 29 that it covers; empty for targets of incentives. */
  readonly grounds: ReadonlyArray<Ground>;
  /** Longest designation in months; null where none is fixed. */
  readonly maximumMonths: Maybe<Scalars['Int']['output']>;
  /** Publication. */
  readonly publication: ListPublication;
  /** Months on the list before restoration may be applied for, Article 40; null where it is the minimum of the serious class (`displayPeriods`). */
  readonly restorationMonths: Maybe<Scalars['Int']['output']>;
};

/** A disclosure, as far as designations were shown. */
export type Disclosure = {
  readonly __typename?: 'Disclosure';
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The designations as they were shown then (当时所见), incentives among them. */
  readonly shownDesignations: Maybe<ReadonlyArray<ShownDesignation>>;
};

/** The eight grounds of Article 29. */
export type Ground =
  /** (2) Failure to pay small and medium-sized enterprises (拖欠中小微企业账款). */
  | 'DEFAULT_ON_PAYMENTS_TO_SMALL_ENTERPRISES'
  /** (4) Serious disruption of fair competition or social order (严重破坏市场公平竞争秩序和社会正常秩序). */
  | 'DISRUPTING_MARKET_OR_SOCIAL_ORDER'
  /** (3) Serious danger to health or life (严重危害人民群众身体健康和生命安全). */
  | 'ENDANGERING_HEALTH_OR_SAFETY'
  /** (1) Administrative organ that does not perform duties or contracts (行政机关不履行法定职责或者合同义务). */
  | 'GOVERNMENT_BREACH_OF_DUTY_OR_CONTRACT'
  /** (8) Other serious conduct provided for by law (其他严重失信行为). */
  | 'OTHER_PROVIDED_BY_LAW'
  /** (6) Refusal of national defense obligations (拒不履行国防义务). */
  | 'REFUSING_NATIONAL_DEFENSE_OBLIGATIONS'
  /** (5) Refusal to perform a judgment or ruling despite ability (有履行能力拒不履行). */
  | 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION'
  /** (7) Serious misconduct in research (科研严重失信). */
  | 'RESEARCH_MISCONDUCT';

/** Kinds of identification number, Article 19. */
export type IdentifierType =
  /** Citizen identification number (公民身份号码), GB 11643: 18 digits, those of residence permits of Hong Kong, Macao and Taiwan included. */
  | 'CITIZEN_ID'
  /** Number of another valid identification document, for a person without a citizen number; that of the foreign permanent residence card too. */
  | 'OTHER_DOCUMENT'
  /** Uniform social credit code (统一社会信用代码), GB 32100. */
  | 'USCC';

/** A designation as target of incentives, Article 25. */
export type Incentive = {
  readonly __typename?: 'Incentive';
  /** Date of the decision. */
  readonly designatedOn: Scalars['Date']['output'];
  /** Unit that designated. */
  readonly designatingUnit: Unit;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the list is held under. */
  readonly item: CatalogItem;
  /** The list. */
  readonly list: SanctionList;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** What the subject itself states beside it (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Last day, itself included; null while open. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** What a list is for. */
export type ListKind =
  /** Targets of incentives, Article 25. */
  | 'INCENTIVE'
  /** Seriously untrustworthy entities, Article 28. */
  | 'SERIOUS_UNTRUSTWORTHINESS';

/** Publication of a list. */
export type ListPublication = {
  readonly __typename?: 'ListPublication';
  /** Date. */
  readonly publishedOn: Scalars['Date']['output'];
  /** Reference. */
  readonly reference: Scalars['String']['output'];
};

/** Publication of a list. */
export type ListPublicationInput = {
  /** Date. */
  readonly publishedOn: Scalars['Date']['input'];
  /** Reference. */
  readonly reference: Scalars['String']['input'];
};

/** An answer to a permit desk, as far as this source gives it. */
export type MatterCheck = {
  readonly __typename?: 'MatterCheck';
  /** What the sources are asked by; between the subgraphs alone. */
  readonly key: Scalars['ID']['output'];
  /** What the lists say. */
  readonly sanctionsPart: Maybe<Scalars['MatterPart']['output']>;
};

/** Why a measure may not be applied, the first that holds. */
export type MayNotReason =
  /** The measure does not answer the ground of the designation (事由不符), Article 30 §1. */
  | 'GROUND_NOT_COVERED'
  /** More is meant than the list allows (超出清单), Articles 30 and 51 (3). */
  | 'HEAVIER_THAN_LISTED'
  /** The subject is on no list that the caller may see (未列入名单). */
  | 'NOT_LISTED'
  /** No published edition is in force (未公布), Article 30 §4. */
  | 'NOT_PUBLISHED'
  /** Its period is over (惩戒期限届满), Article 31. */
  | 'PERIOD_OVER'
  /** The measure is unrelated to the conduct: it concerns other lists (与失信行为无关), Article 30 §1. */
  | 'UNRELATED_TO_CONDUCT';

/** A measure as it is published, Articles 26, 30 and 31. */
export type Measure = {
  readonly __typename?: 'Measure';
  /** Activities of Article 44 in which it is applied. */
  readonly activities: ReadonlyArray<Activity>;
  /** Article that opens it, such as `31 §2(2)`. */
  readonly article: Scalars['String']['output'];
  /** Code. */
  readonly code: Scalars['String']['output'];
  /** Edition in force. */
  readonly edition: Scalars['String']['output'];
  /** First day. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Grounds of Article 29 that it answers; null for a reward. */
  readonly grounds: Maybe<ReadonlyArray<Ground>>;
  /** Kind. */
  readonly kind: MeasureKind;
  /** The provision that it rests on. */
  readonly legalBasis: Scalars['String']['output'];
  /** Codes of the lists whose subjects it concerns; null for every list of its grounds. */
  readonly lists: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The most that it allows where it is counted, such as points; null where it is not. */
  readonly maximumExtent: Maybe<Scalars['Int']['output']>;
  /** Longest application in months from the designation; null where the law sets none. */
  readonly maximumMonths: Maybe<Scalars['Int']['output']>;
  /** Name in Chinese. */
  readonly name: Scalars['String']['output'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** Publication. */
  readonly publication: ListPublication;
  /** The kind within Article 26 or 31 that it falls under. */
  readonly scope: MeasureScope;
  /** Whose list it stands on. */
  readonly source: MeasureSource;
};

/** Whether a measure may be applied (措施适用判断), Article 30. */
export type MeasureDecision = {
  readonly __typename?: 'MeasureDecision';
  /** Whether it may. */
  readonly allowed: Scalars['Boolean']['output'];
  /** Article that allows or refuses it. */
  readonly article: Scalars['String']['output'];
  /** First day; null where it may not. */
  readonly from: Maybe<Scalars['Date']['output']>;
  /** Edition of the list; null where none is in force. */
  readonly listEdition: Maybe<Scalars['String']['output']>;
  /** Whether an objection is open about the designation that it rests on (异议处理中), Article 39; false where it may not be applied. */
  readonly objected: Scalars['Boolean']['output'];
  /** Why not; null where it may. */
  readonly reason: Maybe<MayNotReason>;
  /** Last day; null where it may not, or where no end is set. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** A measure to be published, Articles 7, 26, 30 and 31. */
export type MeasureInput = {
  /** Activities in which it is applied. */
  readonly activities: ReadonlyArray<Activity>;
  /** Code: 2 to 40 capitals, digits and hyphens. */
  readonly code: Scalars['String']['input'];
  /** Edition; new for the code. */
  readonly edition: Scalars['String']['input'];
  /** First day; on or after the publication. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Last day; none where left out. */
  readonly effectiveUntil?: InputMaybe<Scalars['Date']['input']>;
  /** Grounds that it answers; left out for a reward. */
  readonly grounds?: InputMaybe<ReadonlyArray<Ground>>;
  /** Kind. */
  readonly kind: MeasureKind;
  /** The provision that it rests on. */
  readonly legalBasis: Scalars['String']['input'];
  /** Lists whose subjects it concerns; every list of its grounds where left out. */
  readonly lists?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The most that it allows where it is counted, 1 to 1000000; not counted when absent. */
  readonly maximumExtent?: InputMaybe<Scalars['Int']['input']>;
  /** Longest application in months, 1 to 1200; needed for a supplemental punishment. */
  readonly maximumMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Name in Chinese. */
  readonly name: Scalars['String']['input'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['input'];
  /** Publication. */
  readonly publication: ListPublicationInput;
  /** The kind within Article 26 or 31. */
  readonly scope: MeasureScope;
  /** Whose list. */
  readonly source: MeasureSource;
};

/** What a measure is, Articles 26, 30 and 31. */
export type MeasureKind =
  /** Punishment for untrustworthiness (失信惩戒措施), Article 31 §2. */
  | 'PUNISHMENT'
  /** Restraint for untrustworthiness (失信约束措施), Article 31 §1. */
  | 'RESTRAINT'
  /** Reward for trustworthiness (守信激励措施), Article 26. */
  | 'REWARD';

/** The closed scope of the lists: six kinds of rewards, three of restraints, five of supplemental punishments, and the national basic list. */
export type MeasureScope =
  /** Formal admonitory talk (约谈), Article 31 §2 (1). */
  | 'ADMONITORY_TALK'
  /** Priority in awards (优先评选), Article 26 (4). */
  | 'AWARD_PRIORITY'
  /** No selection for awards (不得参加评优), Article 31 §2 (4). */
  | 'AWARD_RESTRICTED'
  /** Facilitated services (便利服务), Article 26 (1). */
  | 'FACILITATED_SERVICE'
  /** Facilitated services already given are cancelled (取消便利服务), Article 31 §1 (2). */
  | 'FACILITATION_CANCELLED'
  /** Facilitated services are not applied (不适用便利服务), Article 31 §1 (1). */
  | 'FACILITATION_WITHHELD'
  /** Priority in funds and support (优先支持), Article 26 (3). */
  | 'FUNDING_PRIORITY'
  /** Restrictions on funds and support (限制获得资金支持), Article 31 §2 (3). */
  | 'FUNDING_RESTRICTED'
  /** On the national basic list (全国基础清单措施). */
  | 'NATIONAL_BASIC'
  /** Other punishments that a provincial regulation provides (地方性法规规定的其他惩戒), Article 31 §2 (5). */
  | 'OTHER_BY_REGULATION'
  /** Other restraints that laws provide (其他约束), Article 31 §1 (3). */
  | 'OTHER_RESTRAINT'
  /** Other rewards that state or province provide (其他激励), Article 26 (6). */
  | 'OTHER_REWARD'
  /** Points or levels in procurement (加分升级), Article 26 (2). */
  | 'PROCUREMENT_PREFERENCE'
  /** Restrictions in procurement and tendering (限制参加政府采购), Article 31 §2 (2). */
  | 'PROCUREMENT_RESTRICTED'
  /** Publicity (宣传推介), Article 26 (5). */
  | 'PUBLICITY';

/** Whose list a measure stands on, Article 31. */
export type MeasureSource =
  /** The National Basic List of Punishment Measures (全国失信惩戒措施基础清单). */
  | 'NATIONAL'
  /** A list of this province (本省清单). */
  | 'PROVINCIAL';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Decides on a re-examination, once, by the unit that designated; upheld, the subject leaves the list and measures stop. Article 35 §2. */
  readonly decideReexamination: Maybe<Reexamination>;
  /**
   * Designates a subject as seriously untrustworthy (列入严重失信主体名单), with persons answerable for it. For a unit that the standard in force names, a
   * department or a provider. Articles 28, 29, 32 and 33.
   */
  readonly designate: Maybe<Designation>;
  /** Designates a subject as a target of incentives (守信激励对象). For a unit that the standard in force names, a department or a provider. Article 25. */
  readonly designateIncentive: Maybe<Incentive>;
  /** Orders a listed state organ to correct its conduct (责令限期改正) within a period. For the authority. Article 32 §1. */
  readonly orderOrganCorrection: Maybe<OrganNotice>;
  /** Publishes an edition of a measure; what is not within the kinds of Articles 26 and 31 is refused. For the authority. Articles 7, 26, 30 and 31. */
  readonly publishMeasure: Maybe<Measure>;
  /** Publishes an edition of a standard of designation, and the list with it if there is none of this code. For the authority. Articles 7, 25 and 28. */
  readonly publishStandard: Maybe<SanctionList>;
  /**
   * Takes a designation of the calling unit off its list before its period ends, with those made on account of it; whoever was shown it is told. The
   * reason has 1 to 4000 characters. Articles 28, 33 and 38.
   */
  readonly removeDesignation: Maybe<RemovedDesignation>;
  /** Takes a target of incentives of the calling unit off its list; whoever was shown it is told. Article 25. */
  readonly removeIncentive: Maybe<RemovedDesignation>;
  /** Tells what came of a notice or an order, once, by the unit that was told or that ordered. Article 32. */
  readonly reportOrganOutcome: Maybe<OrganNotice>;
  /** The calling subject asks for re-examination (复核) of its own designation in force; three working days begin. One at a time. Article 35 §2. */
  readonly requestReexamination: Maybe<Reexamination>;
  /**
   * Enters judgment defaulters (失信被执行人) row by row: what is accepted is on the list `DEFAULTER` at once; sending the same again changes nothing. For the
   * court that the standard names. Article 28 §3.
   */
  readonly submitDefaulters: Maybe<DefaulterSubmission>;
  /**
   * Spares minor conduct (免予惩戒): it cannot be punished by the same document any more. Refused where one of the conditions does not hold. For departments
   * and providers. Article 30 §2.
   */
  readonly waiveConduct: Maybe<Waiver>;
};


export type MutationDecideReexaminationArgs = {
  input: DecideReexaminationInput;
};


export type MutationDesignateArgs = {
  input: DesignateInput;
};


export type MutationDesignateIncentiveArgs = {
  input: DesignateIncentiveInput;
};


export type MutationOrderOrganCorrectionArgs = {
  input: OrderOrganCorrectionInput;
};


export type MutationPublishMeasureArgs = {
  input: MeasureInput;
};


export type MutationPublishStandardArgs = {
  input: StandardInput;
};


export type MutationRemoveDesignationArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRemoveIncentiveArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReportOrganOutcomeArgs = {
  input: ReportOrganOutcomeInput;
};


export type MutationRequestReexaminationArgs = {
  input: RequestReexaminationInput;
};


export type MutationSubmitDefaultersArgs = {
  input: SubmitDefaultersInput;
};


export type MutationWaiveConductArgs = {
  input: WaiveConductInput;
};

/** Label of an open objection, Article 39. */
export type ObjectionLabel = {
  readonly __typename?: 'ObjectionLabel';
  /** Date by which it is to be decided. The subject's own view. */
  readonly decideBy: Maybe<Scalars['Date']['output']>;
  /** Date of the objection. */
  readonly raisedOn: Scalars['Date']['output'];
};

/** Openness attribute of a catalog item or element, Article 23. */
export type Openness =
  /** Open to a party with an agreement in force that covers the item and the purpose (依协议开放), Article 23 (2). */
  | 'AGREEMENT'
  /** Not open: the subject alone (不予开放). */
  | 'SELF_ONLY'
  /** Open to anyone, with no condition and without identity (无条件开放), Article 23 (1). */
  | 'UNCONDITIONAL';

/** An order to correct, by the department in charge, Article 32 §1. */
export type OrderOrganCorrectionInput = {
  /** Last day of the set period, after today. */
  readonly correctBy: Scalars['Date']['input'];
  /** Id of the designation, as `organNotices` names it. */
  readonly designation: Scalars['ID']['input'];
};

/** Whom the designating unit tells of a listed state organ, Article 32 §2. */
export type OrganInput = {
  /** Code of the auditing organ. */
  readonly audit: Scalars['String']['input'];
  /** What it is. */
  readonly kind: OrganKind;
  /** Code of the unit above it: people's government or competent department. */
  readonly superior: Scalars['String']['input'];
};

/** What Article 32 speaks of. */
export type OrganKind =
  /** Public institution (事业单位). */
  | 'PUBLIC_INSTITUTION'
  /** State organ (国家机关). */
  | 'STATE_ORGAN'
  /** State-owned enterprise (国有企业). */
  | 'STATE_OWNED_ENTERPRISE';

/** A notice on a listed state organ, or the order to correct, Article 32. */
export type OrganNotice = {
  readonly __typename?: 'OrganNotice';
  /** By when correction is ordered; null for a notice. */
  readonly correctBy: Maybe<Scalars['Date']['output']>;
  /** Whether the conduct was corrected; null while nothing was reported, and for a notice. */
  readonly corrected: Maybe<Scalars['Boolean']['output']>;
  /** Unit that designated. */
  readonly designatingUnit: Unit;
  /** Id of the designation. */
  readonly designation: Scalars['ID']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: OrganNoticeKind;
  /** What came of it, what is personal in it masked, Article 23; null while nothing was reported. */
  readonly outcome: Maybe<Scalars['String']['output']>;
  /** Not corrected in time: a public pledge in the news media is ordered (Article 32 §1). */
  readonly publicPledgeOrdered: Scalars['Boolean']['output'];
  /** The day on which it was told or ordered. */
  readonly toldOn: Scalars['Date']['output'];
  /** Unit that is told, or that ordered. */
  readonly unit: Unit;
};

/** Whom a notice of Article 32 goes to. */
export type OrganNoticeKind =
  /** Auditing organ (审计机关). */
  | 'AUDIT'
  /** The department in charge orders correction (责令限期改正). */
  | 'CORRECTION'
  /** People's government or competent department above (上级机关). */
  | 'SUPERIOR';

/** What a subject itself states beside something that is held about it (本人说明), Article 35. It is shown wherever that is, until it is withdrawn. */
export type OwnStatement = {
  readonly __typename?: 'OwnStatement';
  /** Opaque id, by which the subject withdraws it. */
  readonly id: Scalars['ID']['output'];
  /** Whether something in it is masked for others. The subject's own view. */
  readonly masked: Maybe<Scalars['Boolean']['output']>;
  /** Day since which it is shown. */
  readonly shownSince: Scalars['Date']['output'];
  /** The text: whole for the subject, with what is personal in it masked for everybody else, Article 23. */
  readonly text: Scalars['String']['output'];
  /** The text as everybody else reads it. The subject's own view. */
  readonly textForOthers: Maybe<Scalars['String']['output']>;
};

/** Kinds of personal information that are desensitized, Article 23, last paragraph. */
export type PersonalKind =
  /** Address (住址). */
  | 'ADDRESS'
  /** Date of birth (出生日期). */
  | 'BIRTH_DATE'
  /** Citizen identification number (公民身份号码), GB 11643: 18 digits, those of residence permits of Hong Kong, Macao and Taiwan included. */
  | 'CITIZEN_ID'
  /** Number of another valid identification document (其他有效证件号码). */
  | 'DOCUMENT_NUMBER'
  /** Name (姓名). */
  | 'NAME'
  /** Telephone number (电话号码). */
  | 'PHONE';

export type Query = {
  readonly __typename?: 'Query';
  /**
   * Whether one measure may be applied to one subject now, Article 30: allowed, or the first reason why not, with the edition of the list and the
   * article. For departments with a registered duty, `Credit-Purpose`, `Credit-Case` and, where they have several duties under the purpose,
   * `Credit-Matter` (Article 22). An answer of no is on the ledger too (Article 17).
   */
  readonly mayApply: Maybe<MeasureDecision>;
  /**
   * Notices and correction orders on listed state organs (国家机关失信), Article 32, the newest 1000: those told to the calling unit or begun by it, and all
   * for the department in charge.
   */
  readonly organNotices: Maybe<ReadonlyArray<OrganNotice>>;
  /** The published lists with the standard of designation in force (认定标准), Articles 25 and 28. Open to anyone. */
  readonly publishedLists: Maybe<ReadonlyArray<SanctionList>>;
  /** The published measures in force (守信激励、失信约束、失信惩戒措施清单), Articles 26, 30 and 31, by code. Open to anyone. */
  readonly publishedMeasures: Maybe<ReadonlyArray<Measure>>;
};


export type QueryMayApplyArgs = {
  extent: InputMaybe<Scalars['Int']['input']>;
  measure: Scalars['String']['input'];
  months: InputMaybe<Scalars['Int']['input']>;
  subject: SubjectIdentifierInput;
};


export type QueryPublishedListsArgs = {
  kind: InputMaybe<ListKind>;
};


export type QueryPublishedMeasuresArgs = {
  kind: InputMaybe<MeasureKind>;
};

/** A re-examination (复核), Article 35 §2. */
export type Reexamination = {
  readonly __typename?: 'Reexamination';
  /** By when it is decided: three working days. */
  readonly decideBy: Scalars['Date']['output'];
  /** Day of the decision; null while it is pending. */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  /** Id of the designation. */
  readonly designation: Scalars['ID']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Whether the date can still move, since working days of its year are not published yet. */
  readonly provisional: Scalars['Boolean']['output'];
  /** Reasons of the decision, whole for the subject; null while it is pending. */
  readonly reasons: Maybe<Scalars['String']['output']>;
  /** Day of receipt. */
  readonly requestedOn: Scalars['Date']['output'];
  /** State. */
  readonly status: ReexaminationStatus;
};

/** State of a re-examination. */
export type ReexaminationStatus =
  /** Not decided any more: the designation was restored meanwhile (因信用修复终止). */
  | 'LAPSED'
  /** Being examined (复核中). */
  | 'PENDING'
  /** Not upheld, with reasons (异议不成立). */
  | 'REFUSED'
  /** Upheld: removed from the list (异议成立). */
  | 'UPHELD';

/** An entry that was not taken. */
export type RejectedDefaulter = {
  readonly __typename?: 'RejectedDefaulter';
  /** Code of the fault. */
  readonly code: Scalars['String']['output'];
  /** What is wrong with it. */
  readonly message: Scalars['String']['output'];
  /** Its place, from 1. */
  readonly row: Scalars['Int']['output'];
};

/** A designation or incentive that was taken off its list. */
export type RemovedDesignation = {
  readonly __typename?: 'RemovedDesignation';
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The day. */
  readonly removedOn: Scalars['Date']['output'];
};

/** What came of a notice or an order, Article 32. */
export type ReportOrganOutcomeInput = {
  /** Whether the conduct was corrected; needed for an order, and for an order alone. */
  readonly corrected?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the notice or order. */
  readonly id: Scalars['ID']['input'];
  /** The outcome, in a sentence. */
  readonly outcome: Scalars['String']['input'];
};

/** A request of a listed subject (陈述申辩和异议), Article 35 §2. */
export type RequestReexaminationInput = {
  /** Id of the designation. */
  readonly designation: Scalars['ID']['input'];
  /** What the subject states and defends itself with. */
  readonly reasons: Scalars['String']['input'];
};

/** A natural person answerable for a listed market entity. */
export type ResponsiblePersonInput = {
  /** The evidence that links person and entity. */
  readonly evidence: Scalars['String']['input'];
  /** Role. */
  readonly role: ResponsibleRole;
  /** The person. */
  readonly subject: SubjectIdentifierInput;
  /** Name of the person, as the decision has it. */
  readonly subjectName?: InputMaybe<Scalars['String']['input']>;
};

/** The roles of Article 33 in which a natural person answers for a market entity. */
export type ResponsibleRole =
  /** Actual controller (实际控制人). */
  | 'ACTUAL_CONTROLLER'
  /** Directly responsible person (直接责任人). */
  | 'DIRECTLY_RESPONSIBLE'
  /** Legal representative (法定代表人). */
  | 'LEGAL_REPRESENTATIVE'
  /** Principal responsible person (主要负责人). */
  | 'PRINCIPAL';

/** A list, Articles 25 and 28. */
export type SanctionList = {
  readonly __typename?: 'SanctionList';
  /** Code. */
  readonly code: Scalars['String']['output'];
  /** What the list is for. */
  readonly kind: ListKind;
  /** Name in Chinese. */
  readonly name: Scalars['String']['output'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** Publication. */
  readonly publication: ListPublication;
  /** The standard of designation in force; null where none has been published, and then nobody can be designated. */
  readonly standard: Maybe<DesignationStandard>;
};

/** A designation as it was shown. */
export type ShownDesignation = {
  readonly __typename?: 'ShownDesignation';
  /** Document that it rests on, as it was shown: what is personal in its name is masked for anyone but the subject; null for an incentive. */
  readonly basisDocument: Maybe<Scalars['String']['output']>;
  /** Whether it is still displayed. */
  readonly current: Scalars['Boolean']['output'];
  /** Date of the designation. */
  readonly designatedOn: Scalars['Date']['output'];
  /** Item. */
  readonly item: CatalogItem;
  /** Code of the list. */
  readonly list: Scalars['String']['output'];
  /** Id of the designation. */
  readonly recordId: Scalars['ID']['output'];
  /** Last day of the period; null for an incentive without one. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** A list with its standard of designation, Articles 7, 25 and 28. The list is made if there is none of this code. */
export type StandardInput = {
  /** The provision that sets the standard. */
  readonly citation: Scalars['String']['input'];
  /** Codes of the units that designate. */
  readonly designatingUnits: ReadonlyArray<Scalars['String']['input']>;
  /** Edition; new for the list. */
  readonly edition: Scalars['String']['input'];
  /** First day; on or after the publication. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Grounds that it covers; none for targets of incentives. */
  readonly grounds?: InputMaybe<ReadonlyArray<Ground>>;
  /** Catalog item that it is held under; needed for a new one. */
  readonly item?: InputMaybe<Scalars['String']['input']>;
  /** What it is for; needed for a new one. */
  readonly kind?: InputMaybe<ListKind>;
  /** Code of the list: 2 to 40 capitals, digits and hyphens. */
  readonly list: Scalars['String']['input'];
  /** Longest designation in months, 1 to 1200; none fixed where left out. */
  readonly maximumMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the list in Chinese; needed for a new one. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Name of the list in English; needed for a new one. */
  readonly nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Publication. */
  readonly publication: ListPublicationInput;
  /** Remedies; needed for the list of judgment defaulters, whose entries (`submitDefaulters`) carry none of their own. */
  readonly remedies?: InputMaybe<Scalars['String']['input']>;
  /** Conditions for removal; needed for the list of judgment defaulters, whose entries (`submitDefaulters`) carry none of their own. */
  readonly removalConditions?: InputMaybe<Scalars['String']['input']>;
  /** Months on the list before restoration may be applied for, 1 to 1200; those of the serious class where left out. Article 40. */
  readonly restorationMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** What a subject is matched by, Article 19 (关联匹配标识). */
export type SubjectIdentifierInput = {
  /** Kind of number. */
  readonly type: IdentifierType;
  /**
   * The number. Full-width and lower-case characters are normalized; zero-width and look-alike characters are refused, and so is a citizen
   * number that is sent as another kind.
   */
  readonly value: Scalars['String']['input'];
};

/** Entries of the court's list of judgment defaulters, Article 28 §3. */
export type SubmitDefaultersInput = {
  /** The entries, 1 to 1000. */
  readonly entries: ReadonlyArray<DefaulterInput>;
};

/** A unit, named. */
export type Unit = {
  readonly __typename?: 'Unit';
  /** Code of the unit. */
  readonly code: Scalars['String']['output'];
};

/** Minor or incidental conduct that is spared, Article 30 §2. All three conditions must hold. */
export type WaiveConductInput = {
  /** Document that finds the conduct. */
  readonly basisDocument: Scalars['String']['input'];
  /** The conduct. */
  readonly conduct: Scalars['String']['input'];
  /** It was promptly corrected, or remedied. */
  readonly corrected: Scalars['Boolean']['input'];
  /** It harmed nobody. */
  readonly harmless: Scalars['Boolean']['input'];
  /** It is minor or incidental. */
  readonly minor: Scalars['Boolean']['input'];
  /** The subject. */
  readonly subject: SubjectIdentifierInput;
  /** A warning, if one is given. */
  readonly warning?: InputMaybe<Scalars['String']['input']>;
};

/** Conduct that was spared, Article 30 §2. */
export type Waiver = {
  readonly __typename?: 'Waiver';
  /** Document that finds the conduct; it, conduct and warning are whole for the subject, and masked for the unit that spared it, Article 23. */
  readonly basisDocument: Scalars['String']['output'];
  /** The conduct. */
  readonly conduct: Scalars['String']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Unit that spared it. */
  readonly unit: Unit;
  /** The day. */
  readonly waivedOn: Scalars['Date']['output'];
  /** The warning; null where none was given. */
  readonly warning: Maybe<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  CreditSubject: CreditSubject;
  Disclosure: Disclosure;
  MatterCheck: MatterCheck;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CreditSubject:
    ( { __typename: 'CreditSubject' }
    & GraphQLRecursivePick<FederationTypes['CreditSubject'], {"id":true}> );
  Disclosure:
    ( { __typename: 'Disclosure' }
    & GraphQLRecursivePick<FederationTypes['Disclosure'], {"id":true}> );
  MatterCheck:
    ( { __typename: 'MatterCheck' }
    & GraphQLRecursivePick<FederationTypes['MatterCheck'], {"key":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Activity: Activity;
  CatalogItem: ResolverTypeWrapper<ItemKey>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CreditSubject: ResolverTypeWrapper<SubjectKey>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideReexaminationInput: DecideReexaminationInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DefaulterInput: DefaulterInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DefaulterSubmission: ResolverTypeWrapper<DefaulterSubmission>;
  DesignateIncentiveInput: DesignateIncentiveInput;
  DesignateInput: DesignateInput;
  Designation: ResolverTypeWrapper<DesignationRow>;
  DesignationStandard: ResolverTypeWrapper<StandardRow>;
  Disclosure: ResolverTypeWrapper<DisclosureKey>;
  Ground: Ground;
  IdentifierType: IdentifierType;
  Incentive: ResolverTypeWrapper<IncentiveRow>;
  ListKind: ListKind;
  ListPublication: ResolverTypeWrapper<ListPublication>;
  ListPublicationInput: ListPublicationInput;
  MatterCheck: ResolverTypeWrapper<MatterKey>;
  MatterPart: ResolverTypeWrapper<Scalars['MatterPart']['output']>;
  MayNotReason: MayNotReason;
  Measure: ResolverTypeWrapper<MeasureRow>;
  MeasureDecision: ResolverTypeWrapper<MeasureDecision>;
  MeasureInput: MeasureInput;
  MeasureKind: MeasureKind;
  MeasureScope: MeasureScope;
  MeasureSource: MeasureSource;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ObjectionLabel: ResolverTypeWrapper<Labelled>;
  Openness: Openness;
  OrderOrganCorrectionInput: OrderOrganCorrectionInput;
  OrganInput: OrganInput;
  OrganKind: OrganKind;
  OrganNotice: ResolverTypeWrapper<OrganNoticeRow>;
  OrganNoticeKind: OrganNoticeKind;
  OwnStatement: ResolverTypeWrapper<OwnStatementRow>;
  PersonalKind: PersonalKind;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reexamination: ResolverTypeWrapper<ReexaminationRow>;
  ReexaminationStatus: ReexaminationStatus;
  RejectedDefaulter: ResolverTypeWrapper<RejectedDefaulter>;
  RemovedDesignation: ResolverTypeWrapper<RemovedDesignation>;
  ReportOrganOutcomeInput: ReportOrganOutcomeInput;
  RequestReexaminationInput: RequestReexaminationInput;
  ResponsiblePersonInput: ResponsiblePersonInput;
  ResponsibleRole: ResponsibleRole;
  SanctionList: ResolverTypeWrapper<ListRow>;
  ShownDesignation: ResolverTypeWrapper<ShownRow>;
  StandardInput: StandardInput;
  SubjectIdentifierInput: SubjectIdentifierInput;
  SubmitDefaultersInput: SubmitDefaultersInput;
  Unit: ResolverTypeWrapper<UnitKey>;
  WaiveConductInput: WaiveConductInput;
  Waiver: ResolverTypeWrapper<WaiverRow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CatalogItem: ItemKey;
  String: Scalars['String']['output'];
  CreditSubject: SubjectKey;
  ID: Scalars['ID']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideReexaminationInput: DecideReexaminationInput;
  Boolean: Scalars['Boolean']['output'];
  DefaulterInput: DefaulterInput;
  Int: Scalars['Int']['output'];
  DefaulterSubmission: DefaulterSubmission;
  DesignateIncentiveInput: DesignateIncentiveInput;
  DesignateInput: DesignateInput;
  Designation: DesignationRow;
  DesignationStandard: StandardRow;
  Disclosure: DisclosureKey;
  Incentive: IncentiveRow;
  ListPublication: ListPublication;
  ListPublicationInput: ListPublicationInput;
  MatterCheck: MatterKey;
  MatterPart: Scalars['MatterPart']['output'];
  Measure: MeasureRow;
  MeasureDecision: MeasureDecision;
  MeasureInput: MeasureInput;
  Mutation: Record<PropertyKey, never>;
  ObjectionLabel: Labelled;
  OrderOrganCorrectionInput: OrderOrganCorrectionInput;
  OrganInput: OrganInput;
  OrganNotice: OrganNoticeRow;
  OwnStatement: OwnStatementRow;
  Query: Record<PropertyKey, never>;
  Reexamination: ReexaminationRow;
  RejectedDefaulter: RejectedDefaulter;
  RemovedDesignation: RemovedDesignation;
  ReportOrganOutcomeInput: ReportOrganOutcomeInput;
  RequestReexaminationInput: RequestReexaminationInput;
  ResponsiblePersonInput: ResponsiblePersonInput;
  SanctionList: ListRow;
  ShownDesignation: ShownRow;
  StandardInput: StandardInput;
  SubjectIdentifierInput: SubjectIdentifierInput;
  SubmitDefaultersInput: SubmitDefaultersInput;
  Unit: UnitKey;
  WaiveConductInput: WaiveConductInput;
  Waiver: WaiverRow;
};

export type OpennessDirectiveArgs = {
  tier: Openness;
};

export type OpennessDirectiveResolver<Result, Parent, ContextType = Context, Args = OpennessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = {
  kind: PersonalKind;
};

export type PersonalDirectiveResolver<Result, Parent, ContextType = Context, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CatalogItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogItem'] = ResolversParentTypes['CatalogItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreditSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditSubject'] = ResolversParentTypes['CreditSubject'], FederationReferenceType extends FederationReferenceTypes['CreditSubject'] = FederationReferenceTypes['CreditSubject']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CreditSubject']> | FederationReferenceType, FederationReferenceType, ContextType>;
  designations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Designation']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incentives?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Incentive']>>, ParentType, ContextType>;
  reexaminations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Reexamination']>>, ParentType, ContextType>;
  waivers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Waiver']>>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DefaulterSubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefaulterSubmission'] = ResolversParentTypes['DefaulterSubmission']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedDefaulter']>, ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DesignationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Designation'] = ResolversParentTypes['Designation']> = {
  basisDocument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decisionNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  designatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  designatingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['Ground'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['SanctionList'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  onAccountOf?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  reasons?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remedies?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removalConditions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responsibleAs?: Resolver<Maybe<ResolversTypes['ResponsibleRole']>, ParentType, ContextType>;
  standardEdition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type DesignationStandardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DesignationStandard'] = ResolversParentTypes['DesignationStandard']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  designatingUnits?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  grounds?: Resolver<ReadonlyArray<ResolversTypes['Ground']>, ParentType, ContextType>;
  maximumMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['ListPublication'], ParentType, ContextType>;
  restorationMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure'], FederationReferenceType extends FederationReferenceTypes['Disclosure'] = FederationReferenceTypes['Disclosure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Disclosure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shownDesignations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShownDesignation']>>, ParentType, ContextType>;
};

export type IncentiveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incentive'] = ResolversParentTypes['Incentive']> = {
  designatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  designatingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['SanctionList'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ListPublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ListPublication'] = ResolversParentTypes['ListPublication']> = {
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCheck'] = ResolversParentTypes['MatterCheck'], FederationReferenceType extends FederationReferenceTypes['MatterCheck'] = FederationReferenceTypes['MatterCheck']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MatterCheck']> | FederationReferenceType, FederationReferenceType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sanctionsPart?: Resolver<Maybe<ResolversTypes['MatterPart']>, ParentType, ContextType>;
};

export interface MatterPartScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MatterPart'], any> {
  name: 'MatterPart';
}

export type MeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Measure'] = ResolversParentTypes['Measure']> = {
  activities?: Resolver<ReadonlyArray<ResolversTypes['Activity']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  grounds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Ground']>>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MeasureKind'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lists?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  maximumExtent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maximumMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['ListPublication'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['MeasureScope'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['MeasureSource'], ParentType, ContextType>;
};

export type MeasureDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureDecision'] = ResolversParentTypes['MeasureDecision']> = {
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  listEdition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['MayNotReason']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  decideReexamination: Resolver<Maybe<ResolversTypes['Reexamination']>, ParentType, ContextType, RequireFields<MutationDecideReexaminationArgs, 'input'>>;
  designate: Resolver<Maybe<ResolversTypes['Designation']>, ParentType, ContextType, RequireFields<MutationDesignateArgs, 'input'>>;
  designateIncentive: Resolver<Maybe<ResolversTypes['Incentive']>, ParentType, ContextType, RequireFields<MutationDesignateIncentiveArgs, 'input'>>;
  orderOrganCorrection: Resolver<Maybe<ResolversTypes['OrganNotice']>, ParentType, ContextType, RequireFields<MutationOrderOrganCorrectionArgs, 'input'>>;
  publishMeasure: Resolver<Maybe<ResolversTypes['Measure']>, ParentType, ContextType, RequireFields<MutationPublishMeasureArgs, 'input'>>;
  publishStandard: Resolver<Maybe<ResolversTypes['SanctionList']>, ParentType, ContextType, RequireFields<MutationPublishStandardArgs, 'input'>>;
  removeDesignation: Resolver<Maybe<ResolversTypes['RemovedDesignation']>, ParentType, ContextType, RequireFields<MutationRemoveDesignationArgs, 'id' | 'reason'>>;
  removeIncentive: Resolver<Maybe<ResolversTypes['RemovedDesignation']>, ParentType, ContextType, RequireFields<MutationRemoveIncentiveArgs, 'id' | 'reason'>>;
  reportOrganOutcome: Resolver<Maybe<ResolversTypes['OrganNotice']>, ParentType, ContextType, RequireFields<MutationReportOrganOutcomeArgs, 'input'>>;
  requestReexamination: Resolver<Maybe<ResolversTypes['Reexamination']>, ParentType, ContextType, RequireFields<MutationRequestReexaminationArgs, 'input'>>;
  submitDefaulters: Resolver<Maybe<ResolversTypes['DefaulterSubmission']>, ParentType, ContextType, RequireFields<MutationSubmitDefaultersArgs, 'input'>>;
  waiveConduct: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType, RequireFields<MutationWaiveConductArgs, 'input'>>;
};

export type ObjectionLabelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionLabel'] = ResolversParentTypes['ObjectionLabel']> = {
  decideBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  raisedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type OrganNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganNotice'] = ResolversParentTypes['OrganNotice']> = {
  correctBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  corrected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  designatingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  designation?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrganNoticeKind'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publicPledgeOrdered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  toldOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type OwnStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OwnStatement'] = ResolversParentTypes['OwnStatement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  masked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  shownSince?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textForOthers?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  mayApply: Resolver<Maybe<ResolversTypes['MeasureDecision']>, ParentType, ContextType, RequireFields<QueryMayApplyArgs, 'measure' | 'subject'>>;
  organNotices: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrganNotice']>>, ParentType, ContextType>;
  publishedLists: Resolver<Maybe<ReadonlyArray<ResolversTypes['SanctionList']>>, ParentType, ContextType, Partial<QueryPublishedListsArgs>>;
  publishedMeasures: Resolver<Maybe<ReadonlyArray<ResolversTypes['Measure']>>, ParentType, ContextType, Partial<QueryPublishedMeasuresArgs>>;
};

export type ReexaminationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reexamination'] = ResolversParentTypes['Reexamination']> = {
  decideBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  designation?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReexaminationStatus'], ParentType, ContextType>;
};

export type RejectedDefaulterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedDefaulter'] = ResolversParentTypes['RejectedDefaulter']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RemovedDesignationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovedDesignation'] = ResolversParentTypes['RemovedDesignation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  removedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type SanctionListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SanctionList'] = ResolversParentTypes['SanctionList']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ListKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['ListPublication'], ParentType, ContextType>;
  standard?: Resolver<Maybe<ResolversTypes['DesignationStandard']>, ParentType, ContextType>;
};

export type ShownDesignationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShownDesignation'] = ResolversParentTypes['ShownDesignation']> = {
  basisDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  designatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WaiverResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Waiver'] = ResolversParentTypes['Waiver']> = {
  basisDocument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conduct?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  waivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CatalogItem?: CatalogItemResolvers<ContextType>;
  CreditSubject?: CreditSubjectResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DefaulterSubmission?: DefaulterSubmissionResolvers<ContextType>;
  Designation?: DesignationResolvers<ContextType>;
  DesignationStandard?: DesignationStandardResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  Incentive?: IncentiveResolvers<ContextType>;
  ListPublication?: ListPublicationResolvers<ContextType>;
  MatterCheck?: MatterCheckResolvers<ContextType>;
  MatterPart?: GraphQLScalarType;
  Measure?: MeasureResolvers<ContextType>;
  MeasureDecision?: MeasureDecisionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ObjectionLabel?: ObjectionLabelResolvers<ContextType>;
  OrganNotice?: OrganNoticeResolvers<ContextType>;
  OwnStatement?: OwnStatementResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reexamination?: ReexaminationResolvers<ContextType>;
  RejectedDefaulter?: RejectedDefaulterResolvers<ContextType>;
  RemovedDesignation?: RemovedDesignationResolvers<ContextType>;
  SanctionList?: SanctionListResolvers<ContextType>;
  ShownDesignation?: ShownDesignationResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  Waiver?: WaiverResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  openness?: OpennessDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
};
