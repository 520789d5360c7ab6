import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ItemRow, ItemPage, ElementRow, UnitKey, AgreementRow, AgreementPage, DutyRow, UnitPage, DutyPage, AuthorizationRow, AccessRow, DisclosureRow, DisclosurePage, EntryRow, EntryPage, CountRow, ProvinceRunRow, ProvinceRunPage, Access, NoticePage, AuthorizationNumbersRow, AuthorizationNumbersPage, UnitWebhookRow, UnitWebhookPage, ChangeRow, ChangePage, NoticeRow, DeadlineRow, DeadlinePage, PurposeRow, EffectRow, ProofRow, SubjectKey, MessageRow, MessagePage, ChannelRow, MatterRow } from './rows.ts';
import type { GapRow } from '../recovery/known-gaps.ts';
import type { Basis } from '../ledger/entry.ts';
import type { DeadlinePauseRow, AskedBreaches, BreachRow } from '../clocks/period-rows.ts';
import type { DisplayEdition } from '../../schema/law/records/display-periods.ts';
import type { Cap } from '../../schema/law/asking/purpose-caps.ts';
import type { SignedCheckpoint } from '../ledger/checkpoint.ts';
import type { Finding } from '../../schema/law/matter/matter.ts';
import type { Context } from '../request/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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

/** What policy says of one item for this caller and this subject. */
export type AccessDecision = {
  readonly __typename?: 'AccessDecision';
  /** Article of the Regulations that grants or refuses, such as `23(2)`. */
  readonly article: Scalars['String']['output'];
  /** Whether personal information would be desensitized; false for organizations, which have none. */
  readonly desensitized: Scalars['Boolean']['output'];
  /** Whether records of this item about this subject would be given. */
  readonly granted: Scalars['Boolean']['output'];
  /** The item. */
  readonly item: CatalogItem;
  /** What lacks, as in `reason` of a FORBIDDEN; null if granted. */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** A notice that a party may see less (权限变更通知). */
export type AccessNotice = {
  readonly __typename?: 'AccessNotice';
  /** When it came up: thirty days before, or when it became known. */
  readonly at: Scalars['DateTime']['output'];
  /** First day on which less may be seen. */
  readonly from: Scalars['Date']['output'];
  /** Code of the item; null where it concerns more than one. */
  readonly item: Maybe<Scalars['String']['output']>;
  /** What it is about. */
  readonly kind: AccessNoticeKind;
  /** Codes of the purposes that it concerns; empty for an item that is open to anyone. */
  readonly purposes: ReadonlyArray<Scalars['String']['output']>;
};

/** A page of notices. */
export type AccessNoticeConnection = {
  readonly __typename?: 'AccessNoticeConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<AccessNoticeEdge>;
  /** Notices, the newest first. */
  readonly nodes: ReadonlyArray<AccessNotice>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of rows. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A notice with its cursor. */
export type AccessNoticeEdge = {
  readonly __typename?: 'AccessNoticeEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The notice. */
  readonly node: AccessNotice;
};

/** What a notice of access is about. */
export type AccessNoticeKind =
  /** An agreement ends, was ended or is suspended, and no other covers the same. */
  | 'AGREEMENT'
  /** Authorizations for a purpose end within thirty days. */
  | 'AUTHORIZATIONS'
  /** A new edition of an item shows less of a record, or concerns fewer kinds of subject. */
  | 'EDITION'
  /** An item ends without another edition. */
  | 'ITEM'
  /** An item becomes less open: from anyone to agreement, or to the subject alone. */
  | 'TIER';

/** Which gap is acknowledged, and what is to be said of it. */
export type AcknowledgeGapInput = {
  /** Id of the gap. */
  readonly gap: Scalars['ID']['input'];
  /** What happened, in a sentence that anyone may read: it names nobody. At most 500 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What an acknowledgement did. */
export type AcknowledgeResult = {
  readonly __typename?: 'AcknowledgeResult';
  /** Changes that it acknowledged: those that the unit was shown, each once. */
  readonly acknowledged: Scalars['Int']['output'];
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

/** An agreement in force, as its party uses it. */
export type AgreedAccess = {
  readonly __typename?: 'AgreedAccess';
  /** Subjects that may be disclosed a day. */
  readonly dailyQuota: Scalars['Int']['output'];
  /** Id of the agreement. */
  readonly id: Scalars['ID']['output'];
  /** Item codes that it covers. */
  readonly items: ReadonlyArray<Scalars['String']['output']>;
  /** How many more may be today. */
  readonly left: Scalars['Int']['output'];
  /** Purpose codes that it covers. */
  readonly purposes: ReadonlyArray<Scalars['String']['output']>;
  /** Subjects that were disclosed today. */
  readonly usedToday: Scalars['Int']['output'];
  /** Last day, itself included. */
  readonly validUntil: Scalars['Date']['output'];
};

/** An agreement on conditional opening, Article 23 (2). */
export type Agreement = {
  readonly __typename?: 'Agreement';
  /** Subjects that may be disclosed a day of Asia/Shanghai; one who was shown that day does not count again. */
  readonly dailyQuota: Scalars['Int']['output'];
  /** Every change of its state, oldest first. */
  readonly history: ReadonlyArray<AgreementEvent>;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Item codes that it covers. What is open to anyone needs none. */
  readonly items: ReadonlyArray<Scalars['String']['output']>;
  /** The party. */
  readonly party: Unit;
  /** Purpose codes that it covers. */
  readonly purposes: ReadonlyArray<Scalars['String']['output']>;
  /** State on the day of the question. */
  readonly status: AgreementStatus;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day, itself included. */
  readonly validUntil: Scalars['Date']['output'];
};

/** A page of agreements. */
export type AgreementConnection = {
  readonly __typename?: 'AgreementConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<AgreementEdge>;
  /** Agreements, the newest first. */
  readonly nodes: ReadonlyArray<Agreement>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of agreements. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An agreement in a page. */
export type AgreementEdge = {
  readonly __typename?: 'AgreementEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The agreement. */
  readonly node: Agreement;
};

/** A change of an agreement's state. */
export type AgreementEvent = {
  readonly __typename?: 'AgreementEvent';
  /** Instant of the change. */
  readonly at: Scalars['DateTime']['output'];
  /** From which state; null for its beginning. */
  readonly from: Maybe<AgreementStatus>;
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** To which state. */
  readonly to: AgreementStatus;
};

/** An agreement to conclude. */
export type AgreementInput = {
  /** Subjects that may be disclosed a day, at least 1. */
  readonly dailyQuota: Scalars['Int']['input'];
  /** Codes of items in force, 1 to 500; none that is open to the subject alone. */
  readonly items: ReadonlyArray<Scalars['String']['input']>;
  /** Code of the party. */
  readonly party: Scalars['String']['input'];
  /** Purpose codes, 1 to 500. */
  readonly purposes: ReadonlyArray<Scalars['String']['input']>;
  /** First day. */
  readonly validFrom: Scalars['Date']['input'];
  /** Last day, itself included; on or after the first. */
  readonly validUntil: Scalars['Date']['input'];
};

/** State of an agreement. */
export type AgreementStatus =
  /** Signed, its first day still ahead (待生效). */
  | 'CONCLUDED'
  /** Written, not signed (草案). */
  | 'DRAFT'
  /** Ended before its last day (终止). */
  | 'ENDED'
  /** Its last day is over (到期). */
  | 'EXPIRED'
  /** In force (生效). */
  | 'IN_FORCE'
  /** Suspended (中止): opens nothing. */
  | 'SUSPENDED';

/** An authorization by a subject, Articles 24 and 36 (1). */
export type Authorization = {
  readonly __typename?: 'Authorization';
  /** When it was granted. */
  readonly grantedAt: Scalars['DateTime']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Item codes. */
  readonly items: ReadonlyArray<Scalars['String']['output']>;
  /** How often it may be used; then it opens nothing more. Null if only the term limits it. */
  readonly maximumUses: Maybe<Scalars['Int']['output']>;
  /** The party that is authorized. */
  readonly party: Unit;
  /** Purpose codes. */
  readonly purposes: ReadonlyArray<Scalars['String']['output']>;
  /** A reminder (提醒): the day since which it has run 90 days and still runs; null before that, after its end, and once revoked. */
  readonly remindedSince: Maybe<Scalars['Date']['output']>;
  /** When it was revoked; null if it was not. */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** State on the day of the question. Spent uses do not change it: see `uses`. */
  readonly status: AuthorizationStatus;
  /** How often it has been used: once for each answer that rested on it. */
  readonly uses: Scalars['Int']['output'];
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day, itself included; never open. */
  readonly validUntil: Scalars['Date']['output'];
};

/** Authorizations that name a party for a purpose, in numbers. One for several purposes counts under each. */
export type AuthorizationNumbers = {
  readonly __typename?: 'AuthorizationNumbers';
  /** Of these, how many end within thirty days. */
  readonly endingWithin30Days: Scalars['Int']['output'];
  /** In force, with uses left. */
  readonly inForce: Scalars['Int']['output'];
  /** Over: expired, revoked or spent. */
  readonly over: Scalars['Int']['output'];
  /** The party. */
  readonly party: Unit;
  /** Code of the purpose. */
  readonly purpose: Scalars['String']['output'];
};

/** A page of authorizations in numbers. */
export type AuthorizationNumbersConnection = {
  readonly __typename?: 'AuthorizationNumbersConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<AuthorizationNumbersEdge>;
  /** By party and purpose, in the order of their codes. */
  readonly nodes: ReadonlyArray<AuthorizationNumbers>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of rows. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Authorizations in numbers with their cursor. */
export type AuthorizationNumbersEdge = {
  readonly __typename?: 'AuthorizationNumbersEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The numbers. */
  readonly node: AuthorizationNumbers;
};

/** State of an authorization. */
export type AuthorizationStatus =
  /** Over (到期). */
  | 'EXPIRED'
  /** Not yet begun (待生效). */
  | 'GRANTED'
  /** In force (生效). */
  | 'IN_FORCE'
  /** Revoked by the subject (已撤销). */
  | 'REVOKED';

/** Authorizations that name a party. */
export type AuthorizationsEnding = {
  readonly __typename?: 'AuthorizationsEnding';
  /** How many are in force, with uses left. */
  readonly count: Scalars['Int']['output'];
  /** How many of them end within thirty days. */
  readonly within30Days: Scalars['Int']['output'];
};

/** How units kept their statutory periods (期限履行情况), Article 51. */
export type BreachReport = {
  readonly __typename?: 'BreachReport';
  /** All rows as CSV (RFC 4180): UTF-8 with a byte order mark, as `statistics { csv }` has it. */
  readonly csv: Scalars['String']['output'];
  /** First month. */
  readonly from: Scalars['String']['output'];
  /** One row for each unit, month and obligation with a period whose last day lies in the month; by month, then unit and obligation. */
  readonly rows: ReadonlyArray<UnitBreaches>;
  /** Number of rows. */
  readonly totalCount: Scalars['Int']['output'];
  /** Last month. */
  readonly until: Scalars['String']['output'];
};


/** How units kept their statutory periods (期限履行情况), Article 51. */
export type BreachReportRowsArgs = {
  limit?: Scalars['Int']['input'];
  offset?: Scalars['Int']['input'];
};

/** The ten categories of Article 18. */
export type CatalogCategory =
  /** (4) Administrative management (行政管理). */
  | 'ADMINISTRATIVE_MANAGEMENT'
  /** (7) Refusal to pay taxes, social insurance, funds and fees (拒不缴纳). */
  | 'ARREARS'
  /** (2) Commendations, rewards, volunteering and charity (表彰奖励、志愿服务和慈善). */
  | 'COMMENDATION'
  /** (9) False materials and deception (提供虚假材料、隐瞒真实情况). */
  | 'DECEPTIVE_CONDUCT'
  /** (6) Judgments, arbitration and administrative decisions (裁判、仲裁和行政决定文书). */
  | 'LEGAL_DOCUMENT'
  /** (10) Other information under provincial local regulations (其他). */
  | 'OTHER'
  /** (3) Credit pledges and their performance (信用承诺及履行). */
  | 'PLEDGE'
  /** (5) Services of public enterprises and institutions (公共企事业单位服务). */
  | 'PUBLIC_SERVICE'
  /** (1) Registration information (登记注册信息). */
  | 'REGISTRATION'
  /** (8) Refusal to perform effective legal documents (拒不履行生效法律文书). */
  | 'UNPERFORMED_OBLIGATION';

/** One data element of an item. */
export type CatalogElement = {
  readonly __typename?: 'CatalogElement';
  /** Name of the element, as in records. */
  readonly name: Scalars['String']['output'];
  /** Openness of the element; as the item's or narrower. */
  readonly openness: Openness;
  /** What personal information it holds; null if none. */
  readonly personal: Maybe<PersonalKind>;
  /** Title in Chinese. */
  readonly title: Scalars['String']['output'];
};

/** Data element to publish. */
export type CatalogElementInput = {
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** Openness; as the item's or narrower. */
  readonly openness: Openness;
  /** Kind of personal information; none when absent. */
  readonly personal?: InputMaybe<PersonalKind>;
  /** Title in Chinese. */
  readonly title: Scalars['String']['input'];
};

/** One edition of a catalog item (目录条目), Article 18. */
export type CatalogItem = {
  readonly __typename?: 'CatalogItem';
  /** Category of Article 18; null for non-public information, which the catalog of Article 18 does not hold. */
  readonly category: Maybe<CatalogCategory>;
  /** Code of the item; stable over editions. */
  readonly code: Scalars['String']['output'];
  /** The specific conduct that the information corresponds to (对应的具体行为). */
  readonly conduct: Scalars['String']['output'];
  /** Where the information comes from (数据来源). */
  readonly dataSource: Scalars['String']['output'];
  /** Display class (公示类别): the table of display periods says how long, by the day of the decision; null where the item has months of its own. */
  readonly displayClass: Maybe<DisplayClass>;
  /** Display period (公示期限), Article 37. */
  readonly displayPeriod: DisplayPeriod;
  /** The edition in force; of an item that has none any more, the newest. */
  readonly edition: Scalars['String']['output'];
  /** First day on which the edition is in force. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Last day on which the edition is in force; null while open. */
  readonly effectiveUntil: Maybe<Scalars['Date']['output']>;
  /** Data elements (数据项). */
  readonly elements: ReadonlyArray<CatalogElement>;
  /** Whether the item is public or non-public credit information, Article 3. */
  readonly information: InformationKind;
  /** Legal basis (法律依据). */
  readonly legalBasis: ReadonlyArray<LegalBasis>;
  /** Name in Chinese (条目名称). */
  readonly name: Scalars['String']['output'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** Character of the information (信息性质). */
  readonly nature: Nature;
  /** Openness attribute, Article 23. */
  readonly openness: Openness;
  /** Who provides beside the answerable unit, by list or by rule, Article 21. A record names the unit that delivered it. */
  readonly providers: ItemProviders;
  /** The unit that is answerable for the item (提供单位). It provides, and so do `providers`. */
  readonly providingUnit: Unit;
  /** Publication without which the item has no effect, Article 7. */
  readonly publication: Publication;
  /** Sharing attribute (共享属性), Article 22. */
  readonly sharing: Sharing;
  /** Kinds of subject that the item can concern. */
  readonly subjectKinds: ReadonlyArray<SubjectKind>;
  /** Update time (更新时限): working days within which the provider delivers, Article 21. */
  readonly updateWithinWorkingDays: Scalars['Int']['output'];
};

/** A page of the catalog. */
export type CatalogItemConnection = {
  readonly __typename?: 'CatalogItemConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<CatalogItemEdge>;
  /** Items. */
  readonly nodes: ReadonlyArray<CatalogItem>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of items in force that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A catalog item in a page. */
export type CatalogItemEdge = {
  readonly __typename?: 'CatalogItemEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: CatalogItem;
};

/** A catalog item to publish. Every attribute of Article 18 is needed; what is missing is named. */
export type CatalogItemInput = {
  /** Category of Article 18; needed for public information. */
  readonly category?: InputMaybe<CatalogCategory>;
  /** Code: 2 to 64 capitals, digits and hyphens. */
  readonly code: Scalars['String']['input'];
  /** Specific conduct. */
  readonly conduct?: InputMaybe<Scalars['String']['input']>;
  /** Data source. */
  readonly dataSource?: InputMaybe<Scalars['String']['input']>;
  /** Display class, for information on untrustworthiness: the table of display periods says how long. Send this or `displayPeriod`. */
  readonly displayClass?: InputMaybe<DisplayClass>;
  /** Display period. Information on untrustworthiness needs `maximumMonths` (Article 37). */
  readonly displayPeriod?: InputMaybe<DisplayPeriodInput>;
  /** Law that requires display of natural persons' information, so that no consent is needed (Article 20). */
  readonly displayRequiredBy?: InputMaybe<Scalars['String']['input']>;
  /** Edition, such as `2026-2`; new for the code, at most 64 characters. */
  readonly edition: Scalars['String']['input'];
  /** First day in force; not before publication. */
  readonly effectiveFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Last day in force; open when absent. */
  readonly effectiveUntil?: InputMaybe<Scalars['Date']['input']>;
  /** Data elements. */
  readonly elements?: InputMaybe<ReadonlyArray<CatalogElementInput>>;
  /** Public by default. */
  readonly information?: InputMaybe<InformationKind>;
  /** Legal basis. */
  readonly legalBasis?: InputMaybe<ReadonlyArray<LegalBasisInput>>;
  /** Name in Chinese. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Name in English. */
  readonly nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Character. */
  readonly nature?: InputMaybe<Nature>;
  /** Openness attribute. */
  readonly openness?: InputMaybe<Openness>;
  /** Who provides beside it; nobody when absent. */
  readonly providers?: InputMaybe<ItemProvidersInput>;
  /** Code of the unit that is answerable. */
  readonly providingUnit?: InputMaybe<Scalars['String']['input']>;
  /** Publication. */
  readonly publication?: InputMaybe<PublicationInput>;
  /** Type of record, such as `AdministrativePenalty`; by default the one that the category has, for non-public information `OtherRecord`. */
  readonly recordType?: InputMaybe<Scalars['String']['input']>;
  /** Sharing attribute. */
  readonly sharing?: InputMaybe<Sharing>;
  /** Whether records of the item rest on simplified procedure; such an item is refused (Article 18). */
  readonly simplifiedProcedure?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kinds of subject. */
  readonly subjectKinds?: InputMaybe<ReadonlyArray<SubjectKind>>;
  /** Update time in working days, at least 1. */
  readonly updateWithinWorkingDays?: InputMaybe<Scalars['Int']['input']>;
};

/** A change to what the unit was shown, or something new about a subject that it watches. What must be forgotten is named by id alone. */
export type Change = {
  readonly __typename?: 'Change';
  /** When the unit said that it had acted; null until then. */
  readonly acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** By when it must be acted on: three working days, Article 39. Null where there is nothing to act on. */
  readonly actBy: Maybe<Scalars['Date']['output']>;
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /**
   * Position in the feed: for `after`, and for `acknowledgeChanges`. Good for this unit alone, until the operator replaces the key of cursors: it is refused
   * with `CURSOR` then, and the feed is read again without one. Two readings of a change give it two cursors: a change is known by `recordId`, `version`,
   * `kind` and `at`.
   */
  readonly cursor: Scalars['String']['output'];
  /** Item of the record. */
  readonly item: CatalogItem;
  /** What happened, which says what is to be done. */
  readonly kind: ChangeKind;
  /** The date may still change: the working days of its year are not published yet. */
  readonly provisional: Scalars['Boolean']['output'];
  /** The record or designation. */
  readonly recordId: Scalars['ID']['output'];
  /** The subject. */
  readonly subject: ChangedSubject;
  /** The version that the notice is about, of something new the version that may be seen now; of designations always 1. */
  readonly version: Scalars['Int']['output'];
};

/** A page of the feed. */
export type ChangeConnection = {
  readonly __typename?: 'ChangeConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ChangeEdge>;
  /** Changes in the order in which they happened. */
  readonly nodes: ReadonlyArray<Change>;
  /** Position. */
  readonly pageInfo: PageInfo;
};

/** A change in a page. */
export type ChangeEdge = {
  readonly __typename?: 'ChangeEdge';
  /** Its cursor, the same as `node { cursor }`. */
  readonly cursor: Scalars['String']['output'];
  /** The change. */
  readonly node: Change;
};

/** Kinds of change. */
export type ChangeKind =
  /** A subject that is watched has a new record (新增). */
  | 'ADDED'
  /** Corrected (更正): read the record again. */
  | 'CORRECTED'
  /** A subject that is watched was designated (列入名单). */
  | 'DESIGNATED'
  /** Its display period is over (公示期满): forget it. */
  | 'EXPIRED'
  /** The subject objects (异议): show the label, Article 39. */
  | 'OBJECTED'
  /** Restored (信用修复): forget it. */
  | 'RESTORED'
  /** Withdrawn (撤回): forget it. */
  | 'WITHDRAWN';

/** The subject of a change, as the unit knows it. */
export type ChangedSubject = {
  readonly __typename?: 'ChangedSubject';
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Pseudonym (假名): stable for this recipient, different for every other. */
  readonly pseudonym: Scalars['String']['output'];
};

/** Where a subject is told that there is a new message. What is sent says that and nothing else. */
export type Channel = {
  readonly __typename?: 'Channel';
  /** The address, masked (`a***@example.com`): nobody reads it whole again. Null of a channel that has ended. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Until when the code may be given. */
  readonly confirmBy: Maybe<Scalars['DateTime']['output']>;
  /** When `confirmChannel` was given the code that was sent there; before that nothing else is sent. */
  readonly confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it ended, because it refused what was sent; then `chooseChannel` begins another. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** How. */
  readonly kind: ChannelKind;
  /** Kinds of messages. */
  readonly kinds: ReadonlyArray<MessageKind>;
  /** Language of what is sent. */
  readonly language: ChannelLanguage;
  /** When it was last sent that there is something new. */
  readonly toldAt: Maybe<Scalars['DateTime']['output']>;
};

/** Where a subject wants to be told that there is something new, and of what. */
export type ChannelInput = {
  /** EMAIL: an address of the subject's own. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** How; NONE ends the channel that there is. */
  readonly kind: ChannelKind;
  /** Kinds of messages; all when absent. */
  readonly kinds?: InputMaybe<ReadonlyArray<MessageKind>>;
  /** Language of what is sent; that of the request when absent. */
  readonly language?: InputMaybe<ChannelLanguage>;
  /** WEBHOOK: an https URL of a public host; in development also http on the same machine. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** How a subject is told that there is a new message. */
export type ChannelKind =
  /** By e-mail (电子邮件), where the platform sends any. */
  | 'EMAIL'
  /** Not at all: it looks itself. */
  | 'NONE'
  /** By a call of a URL (回调通知). */
  | 'WEBHOOK';

/** Languages in which a channel is written to. */
export type ChannelLanguage =
  /** English (英文). */
  | 'EN'
  /** Chinese (中文). */
  | 'ZH';

/** Result of `chooseChannel`. */
export type ChosenChannel = {
  readonly __typename?: 'ChosenChannel';
  /** The channel; null where none was chosen. */
  readonly channel: Maybe<Channel>;
  /** WEBHOOK: signs the calls, as the secret of a unit's webhook does. Shown once; null where the address stays. */
  readonly secret: Maybe<Scalars['String']['output']>;
};

/** A credit subject as the catalog knows it: by whom it is seen. */
export type CreditSubject = {
  readonly __typename?: 'CreditSubject';
  /** Authorizations that the subject granted (授权), newest first. The subject's own view. */
  readonly authorizations: Maybe<ReadonlyArray<Authorization>>;
  /** Where the subject is told that there is a new message (通知方式), as `chooseChannel` set it; null where it chose none. The subject's own view. */
  readonly channel: Maybe<Channel>;
  /** Every disclosure of the subject's information to an identified recipient (查询记录), newest first, Article 35. The subject's own view. */
  readonly disclosures: Maybe<DisclosureConnection>;
  /** Opaque id; holds no identification number. That of a natural person or sole trader is the recipient's own. */
  readonly id: Scalars['ID']['output'];
  /**
   * What the subject is told of what happens to what is held about it (告知消息), newest first, Article 35. The subject's own view: nobody else is told that
   * there is a message.
   */
  readonly messages: Maybe<MessageConnection>;
  /**
   * The newest notices of changes to the subject's records, to whom they went and whether each has acted, Articles 35 and 39. The subject's own view;
   * there are no further pages.
   */
  readonly notices: Maybe<ReadonlyArray<Notice>>;
};


/** A credit subject as the catalog knows it: by whom it is seen. */
export type CreditSubjectDisclosuresArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A credit subject as the catalog knows it: by whom it is seen. */
export type CreditSubjectMessagesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A credit subject as the catalog knows it: by whom it is seen. */
export type CreditSubjectNoticesArgs = {
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A statutory period that runs for a unit. */
export type Deadline = {
  readonly __typename?: 'Deadline';
  /** Last day in time, itself included. */
  readonly dueOn: Scalars['Date']['output'];
  /** Earliest reading; the due date where it is not provisional. */
  readonly earliest: Scalars['Date']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Which period: the key of the register of dated numbers, such as correction.act. */
  readonly kind: Scalars['String']['output'];
  /**
   * By how many working days it is late (逾期工作日): those after its last day in time up to the day on which it was met, or up to today. Null where it is not late, and
   * where the working days of that year are not published.
   */
  readonly lateByWorkingDays: Maybe<Scalars['Int']['output']>;
  /** Latest reading; the due date where it is not provisional. */
  readonly latest: Scalars['Date']['output'];
  /** When what was asked was done; null while it was not. */
  readonly metOn: Maybe<Scalars['Date']['output']>;
  /** Obligation that it belongs to, such as A39.4. */
  readonly obligation: Scalars['String']['output'];
  /** Time that does not count (不计入期限的时间), Article 39 §3, the earliest first; none for most periods. */
  readonly pauses: ReadonlyArray<DeadlinePause>;
  /** The working days of a year that it reaches are not published yet (暂定): the date may change between the two readings. */
  readonly provisional: Scalars['Boolean']['output'];
  /** Opaque id of what it concerns: a record, a notice, a re-examination, a mark of a document. */
  readonly reference: Scalars['String']['output'];
  /** Day of receipt or of the event; it does not count itself. */
  readonly startedOn: Scalars['Date']['output'];
  /** How it stands on the day of the question. */
  readonly status: DeadlineStatus;
  /** The unit that must act. */
  readonly unit: Unit;
};

/** A page of deadlines. */
export type DeadlineConnection = {
  readonly __typename?: 'DeadlineConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<DeadlineEdge>;
  /** Deadlines, the earliest due first. */
  readonly nodes: ReadonlyArray<Deadline>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of deadlines that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A deadline in a page. */
export type DeadlineEdge = {
  readonly __typename?: 'DeadlineEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The deadline. */
  readonly node: Deadline;
};

/** Time of a statutory period that does not count, Article 39 §3. */
export type DeadlinePause = {
  readonly __typename?: 'DeadlinePause';
  /** What takes the time. */
  readonly cause: PauseCause;
  /** The document that shows it. */
  readonly document: Scalars['String']['output'];
  /** First day that does not count. */
  readonly from: Scalars['Date']['output'];
  /** Day on which the time counts again; null while it does not. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** How a deadline stands. */
export type DeadlineStatus =
  /** Done after it was due (逾期完成). */
  | 'LATE'
  /** Done in time (按期完成). */
  | 'MET'
  /** Not done: in time, or paused (进行中). */
  | 'OPEN'
  /** Not done, past due and not paused (逾期未完成). */
  | 'OVERDUE';

/** A record as it was shown. */
export type DisclosedRecord = {
  readonly __typename?: 'DisclosedRecord';
  /** Id of the record or designation. */
  readonly recordId: Scalars['ID']['output'];
  /** Version that was shown. */
  readonly version: Scalars['Int']['output'];
};

/** What one answer showed one recipient about one subject (披露), Articles 17 and 35. */
export type Disclosure = {
  readonly __typename?: 'Disclosure';
  /** When the answer was given. */
  readonly at: Scalars['DateTime']['output'];
  /** Every basis, with the items that it opened. */
  readonly bases: ReadonlyArray<DisclosureBasis>;
  /** On what it rested; the narrowest where there were several. */
  readonly basis: DisclosureBasis;
  /** The recipient's case, with personal information of anybody desensitized; null where none was stated. */
  readonly caseReference: Maybe<Scalars['String']['output']>;
  /** Channel of the inquiry, Article 24: `WEB`, `WINDOW`, `MOBILE` or `TERMINAL`. */
  readonly channel: Scalars['String']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Catalog items that were shown; of an answer to a permit desk all that it looked into. */
  readonly items: ReadonlyArray<CatalogItem>;
  /** Proof that the entry stands in the ledger; null until it has its place in the tree, at `proofAt`. What the entry says is there at once. */
  readonly proof: Maybe<LedgerProof>;
  /** When `proof` is there: the time of the next checkpoint. Null once the entry has its place. */
  readonly proofAt: Maybe<Scalars['DateTime']['output']>;
  /** Code of the purpose; null where none was stated. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** The purpose in plain Chinese, from the published list; null where none was stated. */
  readonly purposeName: Maybe<Scalars['String']['output']>;
  /** Who received it. */
  readonly recipient: Recipient;
  /** Records that were shown, with the version of each. */
  readonly records: ReadonlyArray<DisclosedRecord>;
  /** Whether personal information was shown whole. */
  readonly seen: FieldsClass;
};

/** What a disclosure rested on (依据). */
export type DisclosureBasis = {
  readonly __typename?: 'DisclosureBasis';
  /** Id of the agreement; null on another basis. */
  readonly agreementId: Maybe<Scalars['ID']['output']>;
  /** Article of the Regulations: `23(1)` open to anyone, `23(2)` or `23(2), 24` by agreement, `22` for a duty, `24` of oneself, `6` told by a watch, which the grants named here carry. */
  readonly article: Scalars['String']['output'];
  /** Id of the subject's own authorization; null where none was needed. */
  readonly authorizationId: Maybe<Scalars['ID']['output']>;
  /** Id of the department's duty; null on another basis. */
  readonly dutyId: Maybe<Scalars['ID']['output']>;
  /** Codes of the items that it opened, shown or asked in vain. */
  readonly items: ReadonlyArray<Scalars['String']['output']>;
};

/** A page of disclosures. */
export type DisclosureConnection = {
  readonly __typename?: 'DisclosureConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<DisclosureEdge>;
  /** Disclosures, the newest first. */
  readonly nodes: ReadonlyArray<Disclosure>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of disclosures. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Entries of the ledger that have the same day, unit, purpose and outcome; null where they are not counted by it, or had none. */
export type DisclosureCount = {
  readonly __typename?: 'DisclosureCount';
  /** Number of entries. */
  readonly count: Scalars['Int']['output'];
  /** Day. */
  readonly day: Maybe<Scalars['Date']['output']>;
  /** Outcome. */
  readonly outcome: Maybe<DisclosureOutcome>;
  /** Code of the purpose. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** Unit; null for credit subjects too. */
  readonly unit: Maybe<Unit>;
};

/** What entries of the ledger can be counted by. */
export type DisclosureCountKey =
  /** Day of Asia/Shanghai. */
  | 'DAY'
  /** Outcome. */
  | 'OUTCOME'
  /** Purpose. */
  | 'PURPOSE'
  /** Unit that asked. */
  | 'UNIT';

/** A disclosure in a page. */
export type DisclosureEdge = {
  readonly __typename?: 'DisclosureEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The disclosure. */
  readonly node: Disclosure;
};

/** One entry of the ledger without its content: who asked, when, for what (查询记录), Article 17. */
export type DisclosureEntry = {
  readonly __typename?: 'DisclosureEntry';
  /** When the answer was given. */
  readonly at: Scalars['DateTime']['output'];
  /** On what it rested; the narrowest where there were several. Null for a refused request. */
  readonly basis: Maybe<DisclosureBasis>;
  /** The recipient's case, with personal information of anybody desensitized; null for the case of another unit, and where none was stated. */
  readonly caseReference: Maybe<Scalars['String']['output']>;
  /** Channel of the inquiry, Article 24: `WEB`, `WINDOW`, `MOBILE` or `TERMINAL`. */
  readonly channel: Scalars['String']['output'];
  /** Id of the entry, as `disclosure` takes it. */
  readonly id: Scalars['ID']['output'];
  /** Catalog items that were shown, or asked for in vain. */
  readonly items: ReadonlyArray<CatalogItem>;
  /** What it came to. */
  readonly outcome: DisclosureOutcome;
  /** Code of the purpose; null where none was stated. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** Why it was refused, as in `reason` of the error; null where it was not, and in entries of releases before 0.2. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Who received it. */
  readonly recipient: Recipient;
  /** The subject, by its id alone; null for a refused request, which names none. Whatever else is asked of it here is a look of its own. */
  readonly subject: Maybe<CreditSubject>;
};

/** A page of the ledger. */
export type DisclosureEntryConnection = {
  readonly __typename?: 'DisclosureEntryConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<DisclosureEntryEdge>;
  /** Entries, the newest first. */
  readonly nodes: ReadonlyArray<DisclosureEntry>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of entries that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An entry of the ledger with its cursor. */
export type DisclosureEntryEdge = {
  readonly __typename?: 'DisclosureEntryEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: DisclosureEntry;
};

/** Which entries of the ledger; all that is set must hold. */
export type DisclosureFilter = {
  /** Article that it rested on, such as `23(2)`. */
  readonly article?: InputMaybe<Scalars['String']['input']>;
  /** First day, in Asia/Shanghai. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Code of an item that was shown, or asked for in vain. */
  readonly item?: InputMaybe<Scalars['String']['input']>;
  /** What it came to. */
  readonly outcome?: InputMaybe<DisclosureOutcome>;
  /** Code of the purpose. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** Id of the subject. Operator and authority name the case that they handle (`Credit-Case`), and the subject sees that its entries were read. */
  readonly subject?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the unit that asked. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** Last day, itself included. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** What an answer came to. */
export type DisclosureOutcome =
  /** The recipient acknowledged what became of a record that it had been shown (已确认变更), Article 39. Nothing was shown by it. */
  | 'ACKNOWLEDGED'
  /** Items were asked for, and there was nothing of them (无结果). */
  | 'NOTHING'
  /** The request was refused as a whole (已拒绝). */
  | 'REFUSED'
  /** Something was shown (已披露). */
  | 'SHOWN';

/** Class of information on untrustworthiness, Article 37. */
export type DisplayClass =
  /** General (一般). */
  | 'GENERAL'
  /** Minor (轻微). */
  | 'MINOR'
  /** Serious (严重). */
  | 'SERIOUS';

/** Display period, Article 37; months from the date of the deciding document. */
export type DisplayPeriod = {
  readonly __typename?: 'DisplayPeriod';
  /** Months after which display ends by itself; null for long-term display. */
  readonly maximumMonths: Maybe<Scalars['Int']['output']>;
  /** Months before the subject may apply for restoration; null where there is no such wait. */
  readonly minimumMonths: Maybe<Scalars['Int']['output']>;
};

/** Display period to publish. */
export type DisplayPeriodInput = {
  /** Months after which display ends, at least `minimumMonths`; long-term when absent. */
  readonly maximumMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Months before restoration may be asked for. */
  readonly minimumMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** A row of the table: how long a decision of a class is displayed. */
export type DisplayPeriodRow = {
  readonly __typename?: 'DisplayPeriodRow';
  /** State provision that says so. */
  readonly citation: Scalars['String']['output'];
  /** First deciding date (作出决定之日) that it governs; the next row of its class ends it. */
  readonly decidedFrom: Scalars['Date']['output'];
  /** Class. */
  readonly displayClass: DisplayClass;
  /** Months from the date of the deciding document after which display ends by itself. */
  readonly maximumMonths: Scalars['Int']['output'];
  /** Months before the subject may apply for restoration; null where there is no such wait. */
  readonly minimumMonths: Maybe<Scalars['Int']['output']>;
};

/** A row of the table to publish. */
export type DisplayPeriodRowInput = {
  /** State provision that says so. */
  readonly citation: Scalars['String']['input'];
  /** First deciding date that it governs. */
  readonly decidedFrom: Scalars['Date']['input'];
  /** Class. */
  readonly displayClass: DisplayClass;
  /** Months after which display ends, at least `minimumMonths`. Each row needs them. */
  readonly maximumMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Months before restoration may be applied for. */
  readonly minimumMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** An edition of the table of display periods, Article 37. */
export type DisplayPeriodTable = {
  readonly __typename?: 'DisplayPeriodTable';
  /** State provision that it carries out. */
  readonly citation: Scalars['String']['output'];
  /** Edition. */
  readonly edition: Scalars['String']['output'];
  /** First day on which it holds. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Its rows, by class and deciding date. */
  readonly periods: ReadonlyArray<DisplayPeriodRow>;
  /** Reference under which it was published. */
  readonly publicationReference: Scalars['String']['output'];
};

/** What an edition of the table would do to displayed records of an item that one row governs. Numbers of what is displayed today. */
export type DisplayPeriodsEffect = {
  readonly __typename?: 'DisplayPeriodsEffect';
  /** Of those that end earlier, how many would not be displayed any more from the edition's first day on. */
  readonly atOnce: Scalars['Int']['output'];
  /** How many are displayed. */
  readonly displayed: Scalars['Int']['output'];
  /** Of these, how many would end earlier than now. */
  readonly earlier: Scalars['Int']['output'];
  /** Item. */
  readonly item: CatalogItem;
  /** How many would end later. */
  readonly later: Scalars['Int']['output'];
  /** Row that would govern them. */
  readonly period: DisplayPeriodRow;
};

/** An edition of the table of display periods to publish. */
export type DisplayPeriodsInput = {
  /** State provision that it carries out. */
  readonly citation: Scalars['String']['input'];
  /** Edition, such as 2026-36. */
  readonly edition: Scalars['String']['input'];
  /** First day: today or later, and after that of the edition before. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Its rows: those of a class in the order of their dates, the first from 1949-10-01 on, so that no decision is without one. */
  readonly periods: ReadonlyArray<DisplayPeriodRowInput>;
  /** Reference under which it is published, Article 7. */
  readonly publicationReference: Scalars['String']['input'];
};

/** A registered duty of a department. */
export type Duty = {
  readonly __typename?: 'Duty';
  /** Activity of Article 44. */
  readonly activity: Activity;
  /** The department. */
  readonly department: Unit;
  /** Why it ended. */
  readonly endReason: Maybe<Scalars['String']['output']>;
  /** When it ended; null while it is performed. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Whether it needs the person's identity whole. */
  readonly identified: Scalars['Boolean']['output'];
  /** Codes of the items that it needs. */
  readonly items: ReadonlyArray<Scalars['String']['output']>;
  /** Matter, as the department calls it; `matterCheck` names it. */
  readonly matter: Scalars['String']['output'];
  /** When it was registered. */
  readonly registeredAt: Scalars['DateTime']['output'];
};

/** A page of duties. */
export type DutyConnection = {
  readonly __typename?: 'DutyConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<DutyEdge>;
  /** Duties, newest first. */
  readonly nodes: ReadonlyArray<Duty>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of duties that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A duty in a page. */
export type DutyEdge = {
  readonly __typename?: 'DutyEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The duty. */
  readonly node: Duty;
};

/** A duty to register. */
export type DutyInput = {
  /** Activity of Article 44. */
  readonly activity: Activity;
  /** Code of the department, or of a provider or authority that performs the duty. */
  readonly department: Scalars['String']['input'];
  /** Whether the person's identity is needed whole. */
  readonly identified?: InputMaybe<Scalars['Boolean']['input']>;
  /** Codes of items of public credit information that the catalog shares, 1 to 500. */
  readonly items: ReadonlyArray<Scalars['String']['input']>;
  /** Matter, as the department calls it. */
  readonly matter: Scalars['String']['input'];
};

/** What ended with a unit. */
export type EndUnitResult = {
  readonly __typename?: 'EndUnitResult';
  /** Agreements that ended with it; their history says why. */
  readonly agreements: Scalars['Int']['output'];
  /** Code of the unit. */
  readonly code: Scalars['String']['output'];
  /** Duties that ended with it. */
  readonly duties: Scalars['Int']['output'];
  /** Day from which it has ended. */
  readonly endedOn: Scalars['Date']['output'];
  /** Watches that ended with it. */
  readonly watches: Scalars['Int']['output'];
  /** Whether it had a webhook, which ended with it. */
  readonly webhook: Scalars['Boolean']['output'];
};

/** What ending a webhook came to. */
export type EndWebhookResult = {
  readonly __typename?: 'EndWebhookResult';
  /** Whether there was one. */
  readonly ended: Scalars['Boolean']['output'];
};

/** Class of the fields that were shown. */
export type FieldsClass =
  /** Personal information desensitized (脱敏). */
  | 'DESENSITIZED'
  /** Nothing (未显示): the recipient acknowledged what became of a record that it had been shown, Article 39. */
  | 'NONE'
  /** Personal information whole (实名). */
  | 'WHOLE';

/** Kinds of findings. */
export type FindingKind =
  /** A designation as seriously untrustworthy (严重失信主体名单), Article 28. */
  | 'DESIGNATION'
  /** A record of trustworthiness (守信信息), Article 18 (2). */
  | 'TRUSTWORTHY_RECORD'
  /** A record of untrustworthy conduct (失信信息), Article 27. */
  | 'UNTRUSTWORTHY_RECORD';

/** An authorization to grant. */
export type GrantAuthorizationInput = {
  /** Codes of items that the purposes need, 1 to 500. */
  readonly items: ReadonlyArray<Scalars['String']['input']>;
  /** How often it may be used, at least 1; only the term limits it when absent. */
  readonly maximumUses?: InputMaybe<Scalars['Int']['input']>;
  /** Code of the party. */
  readonly party: Scalars['String']['input'];
  /** Purpose codes of one service, 1 to 500. */
  readonly purposes: ReadonlyArray<Scalars['String']['input']>;
  /** First day. */
  readonly validFrom: Scalars['Date']['input'];
  /** Last day, itself included: today or later, within the cap. */
  readonly validUntil: Scalars['Date']['input'];
};

/** Kinds of identification number, Article 19. */
export type IdentifierType =
  /** Citizen identification number (公民身份号码), GB 11643: 18 digits, those of residence permits of Hong Kong, Macao and Taiwan included. */
  | 'CITIZEN_ID'
  /** Number of another valid identification document, for a person without a citizen number; that of the foreign permanent residence card too. */
  | 'OTHER_DOCUMENT'
  /** Uniform social credit code (统一社会信用代码), GB 32100. */
  | 'USCC';

/** Public or non-public credit information, Article 3. */
export type InformationKind =
  /** Non-public credit information (非公共信用信息). */
  | 'NON_PUBLIC'
  /** Public credit information (公共信用信息). */
  | 'PUBLIC';

/** Units that provide an item beside its answerable unit. */
export type ItemProviders = {
  readonly __typename?: 'ItemProviders';
  /** By rule; null where the edition has none. */
  readonly rule: Maybe<ProviderRule>;
  /** By list. */
  readonly units: ReadonlyArray<Unit>;
};

/** Who provides an item beside its answerable unit. */
export type ItemProvidersInput = {
  /** Rule. */
  readonly rule?: InputMaybe<ProviderRuleInput>;
  /** Codes of providers, at most 500; the answerable unit is not among them. */
  readonly units?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * What the ledger held at an instant (检查点), signed with Ed25519 (RFC 8032) over four lines of UTF-8: `credit-gateway/ledger`, size, root hash in base64,
 * instant. Each line ends with a newline (U+000A), the last one too.
 */
export type LedgerCheckpoint = {
  readonly __typename?: 'LedgerCheckpoint';
  /** Key that signed it: `kid` in /.well-known/jwks.json, the thumbprint of RFC 7638. */
  readonly keyId: Scalars['String']['output'];
  /** Root of the tree of RFC 6962 over them, SHA-256, in base64. */
  readonly rootHash: Scalars['String']['output'];
  /** Signature, 64 bytes in base64. */
  readonly signature: Scalars['String']['output'];
  /** The published time that it was signed for: ISO 8601 in UTC with milliseconds, as in the signed text. */
  readonly signedAt: Scalars['String']['output'];
  /** Number of leaves. It does not tell the number of entries: each interval is filled with leaves of nothing, which look like entries. */
  readonly size: Scalars['Int']['output'];
};

/** Proof of consistency (一致性证明) between two checkpoints. */
export type LedgerConsistency = {
  readonly __typename?: 'LedgerConsistency';
  /** Size of the earlier one. */
  readonly from: Scalars['Int']['output'];
  /** Hashes in base64, in the order of RFC 9162. */
  readonly hashes: ReadonlyArray<Scalars['String']['output']>;
  /** Size of the later one. */
  readonly to: Scalars['Int']['output'];
};

/** How a ledger can be broken. */
export type LedgerFault =
  /** An entry was put in beside the tree, or in place of a leaf of nothing (插入). */
  | 'ADDED'
  /** A checkpoint does not fit the tree, or its signature does not hold. */
  | 'CHECKPOINT'
  /** An entry is not what was committed to (篡改). */
  | 'EDITED'
  /** An entry is gone, or a leaf of nothing (删除). */
  | 'REMOVED'
  /** An entry stands at another's place (调序). */
  | 'REORDERED'
  /** A node of the tree does not follow from its leaves. */
  | 'TREE'
  /** Entries at the end are gone that a checkpoint counts (截断). */
  | 'TRUNCATED';

/** A stretch of the disclosure ledger that was lost (账本缺口). Entries of between were shown to somebody, and are held no more. */
export type LedgerGap = {
  readonly __typename?: 'LedgerGap';
  /** When it was acknowledged; null while it is not. */
  readonly acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** Unit that acknowledged it. */
  readonly acknowledgedBy: Maybe<Unit>;
  /** When it was found. */
  readonly foundAt: Scalars['DateTime']['output'];
  /** Instant of that checkpoint; null where there is none. */
  readonly fromAt: Maybe<Scalars['DateTime']['output']>;
  /** Size of the last checkpoint before it that is held; 0 where there is none. */
  readonly fromSize: Scalars['Int']['output'];
  /** Opaque id. The entry by which the gap was acknowledged names it as its case. */
  readonly id: Scalars['ID']['output'];
  /** The checkpoint that was kept, as it was signed. */
  readonly kept: Maybe<LedgerCheckpoint>;
  /** What the operator says of it. Anyone may read it. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Until when entries may be missing. */
  readonly toAt: Scalars['DateTime']['output'];
  /** Size of the newest checkpoint that was kept elsewhere and is not held; null where entries were lost behind the last checkpoint alone. */
  readonly toSize: Maybe<Scalars['Int']['output']>;
};

/**
 * Proof of inclusion (包含证明), RFC 9162, section 2.1.3, with all that is needed to check it offline: `npm run verify-proof`. Hashes and salt are in
 * base64.
 */
export type LedgerProof = {
  readonly __typename?: 'LedgerProof';
  /** The checkpoint that the path leads to. */
  readonly checkpoint: LedgerCheckpoint;
  /** Leaves in the tree of the checkpoint. */
  readonly checkpointSize: Scalars['Int']['output'];
  /** The entry as it was committed to: canonical JSON (RFC 8785), as UTF-8 bytes. */
  readonly content: Scalars['String']['output'];
  /** Path from the leaf to the root, the lowest first. */
  readonly hashes: ReadonlyArray<Scalars['String']['output']>;
  /** Place of the entry in the tree, from 0. Within an interval places go by commitment, which is random: they say nothing about time. */
  readonly leafIndex: Scalars['Int']['output'];
  /**
   * Salt of the commitment, 16 bytes. The commitment is SHA-256 over the bytes of the salt and then of the content; the leaf is SHA-256 over a byte 0x00
   * and the commitment.
   */
  readonly salt: Scalars['String']['output'];
};

/** What reading the whole ledger found. */
export type LedgerVerification = {
  readonly __typename?: 'LedgerVerification';
  /** Entries in the tree, erased ones among them. For the operator; null for others. */
  readonly entries: Maybe<Scalars['Int']['output']>;
  /** Entries whose content was erased; their leaves stand. For the operator; null for others. */
  readonly erased: Maybe<Scalars['Int']['output']>;
  /** What is wrong there; null if intact. */
  readonly fault: Maybe<LedgerFault>;
  /**
   * Place from 0 of the first leaf that is not as it was written; null if intact. Where an interval has more or fewer entries than it should, the place of
   * its first leaf.
   */
  readonly firstBroken: Maybe<Scalars['Int']['output']>;
  /** The gap in which the checkpoint that was kept elsewhere lies: it was lost with a database, and the operator said so. Null where it lies in none. */
  readonly gap: Maybe<LedgerGap>;
  /** Nothing was found wrong. */
  readonly intact: Scalars['Boolean']['output'];
  /** Entries that wait for their place until the next checkpoint, their commitments checked too. For the operator; null for others. */
  readonly pending: Maybe<Scalars['Int']['output']>;
};

/** An article of law that something rests on. */
export type LegalBasis = {
  readonly __typename?: 'LegalBasis';
  /** Article, as its law numbers it. */
  readonly article: Scalars['String']['output'];
  /** Title of the law. */
  readonly title: Scalars['String']['output'];
};

/** Legal basis to publish. */
export type LegalBasisInput = {
  /** Article. */
  readonly article: Scalars['String']['input'];
  /** Title of the law. */
  readonly title: Scalars['String']['input'];
};

/** What a department must know and may do about a subject in a matter (办理事项信用核查), Articles 43 and 44. */
export type MatterCheck = {
  readonly __typename?: 'MatterCheck';
  /** When this answer was first given; asking again changes nothing of it. */
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether every source answered. An answer that is not complete says nothing of what is missing. */
  readonly complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * What matters for the activity: designations, untrustworthy and trustworthy records of the items of the duty, and every pledge that was not kept
   * (Article 45); null where a source did not answer.
   */
  readonly findings: Maybe<ReadonlyArray<MatterFinding>>;
  /** Opaque id of the answer: the same while nothing changed for this case. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Lists of targets for incentives that it is on, Article 25; null where the lists did not answer. */
  readonly incentives: Maybe<ReadonlyArray<MatterIncentive>>;
  /** What the sources are asked by; between the subgraphs alone. */
  readonly key: Scalars['ID']['output'];
  /** Measures of the activity that may be applied now, Articles 26, 30 and 31; null where the lists did not answer. */
  readonly measures: Maybe<ReadonlyArray<MatterMeasure>>;
  /** Names of the sources that did not answer: `public-credit`, `sanctions`. */
  readonly missingSources: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether the subject may use the pledge system, Article 45; null where a source did not answer. */
  readonly pledge: Maybe<PledgeEligibility>;
  /** What the records say. */
  readonly publicCreditPart: Maybe<Scalars['MatterPart']['output']>;
  /** What the lists say. */
  readonly sanctionsPart: Maybe<Scalars['MatterPart']['output']>;
  /** Whether a subject of this number is held that the caller may see; null where its source did not answer. */
  readonly subjectFound: Maybe<Scalars['Boolean']['output']>;
  /** Id of the answer of the same case that this one replaces; null for the first. */
  readonly supersedes: Maybe<Scalars['ID']['output']>;
  /** Supervision class of an enterprise from the newest published assessment, Article 48; null for anybody else, and where there is none. */
  readonly supervision: Maybe<Supervision>;
  /** The answer as a signed token (JWS, EdDSA, type `credit-matter+jwt`) that the case files; null where it is not complete. */
  readonly token: Maybe<Scalars['String']['output']>;
};

/** What matters for the activity. */
export type MatterFinding = {
  readonly __typename?: 'MatterFinding';
  /** Article that makes it matter. */
  readonly article: Scalars['String']['output'];
  /** Id of the designation; null for a record. */
  readonly designationId: Maybe<Scalars['ID']['output']>;
  /** Catalog item. */
  readonly item: CatalogItem;
  /** Kind. */
  readonly kind: FindingKind;
  /** Whether an objection is open about what was found (异议处理中), Article 39. */
  readonly objected: Scalars['Boolean']['output'];
  /** What the subject itself states beside it (本人说明), with what is personal in it masked, Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<Scalars['String']['output']>;
  /** Id of the record; null for a designation. */
  readonly recordId: Maybe<Scalars['ID']['output']>;
  /** In a Chinese sentence, without personal information. */
  readonly summary: Scalars['String']['output'];
};

/** A list of targets for incentives. */
export type MatterIncentive = {
  readonly __typename?: 'MatterIncentive';
  /** Article. */
  readonly article: Scalars['String']['output'];
  /** Code of the list. */
  readonly code: Scalars['String']['output'];
  /** Name in Chinese. */
  readonly name: Scalars['String']['output'];
  /** Whether an objection is open about it (异议处理中), Article 39. */
  readonly objected: Scalars['Boolean']['output'];
};

/** A measure that may be applied. */
export type MatterMeasure = {
  readonly __typename?: 'MatterMeasure';
  /** Article that opens it. */
  readonly article: Scalars['String']['output'];
  /** Code. */
  readonly code: Scalars['String']['output'];
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Kind. */
  readonly kind: MeasureKind;
  /** Edition of the published list. */
  readonly listEdition: Scalars['String']['output'];
  /** Name in Chinese. */
  readonly name: Scalars['String']['output'];
  /** Whether an objection is open about the designation that it rests on (异议处理中), Article 39. */
  readonly objected: Scalars['Boolean']['output'];
  /** Last day; null where none is set. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** What a measure is, Articles 26, 30 and 31. */
export type MeasureKind =
  /** Punishment for untrustworthiness (失信惩戒措施), Article 31 §2. */
  | 'PUNISHMENT'
  /** Restraint for untrustworthiness (失信约束措施), Article 31 §1. */
  | 'RESTRAINT'
  /** Reward for trustworthiness (守信激励措施), Article 26. */
  | 'REWARD';

/** What a subject is told, Article 35. */
export type Message = {
  readonly __typename?: 'Message';
  /** When it was written. */
  readonly at: Scalars['DateTime']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: MessageKind;
  /** The record or designation that it is about; null where it is about none. */
  readonly recordId: Maybe<Scalars['ID']['output']>;
  /** A sentence in the language of the request (`Accept-Language`), made as it is read. */
  readonly text: Scalars['String']['output'];
};

/** A page of messages. */
export type MessageConnection = {
  readonly __typename?: 'MessageConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** Messages, the newest first. */
  readonly nodes: ReadonlyArray<Message>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of messages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A message in a page. */
export type MessageEdge = {
  readonly __typename?: 'MessageEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: Message;
};

/** What a message is about (消息种类), Article 35. */
export type MessageKind =
  /** A record about it is displayed by a decision: one that moved to it, or that was held (新增公示). */
  | 'ADDED'
  /** An authorization of it ends soon (授权将届满). */
  | 'AUTHORIZATION_ENDS'
  /** Its channel took no messages and was ended (通知方式失效). */
  | 'CHANNEL_ENDED'
  /** A record of it has a new version (信息变更). */
  | 'CORRECTED'
  /** Its objection was decided (异议决定). */
  | 'DECIDED'
  /** The subject was entered in a list, or as one to be encouraged (列入名单). */
  | 'DESIGNATED'
  /**
   * A unit was shown something of it for a purpose of which the subject did not know: neither by an authorization of it nor because it asked itself
   * (信息使用). Told once for each unit and purpose, after the next checkpoint; `disclosures` has every look.
   */
  | 'DISCLOSED'
  /** What it objects to is labelled (异议标注). */
  | 'LABELLED'
  /** What fell was delivered again with new facts (新的事实). */
  | 'NEW_FACTS'
  /** Its objection was raised (异议受理). */
  | 'OBJECTED'
  /** It was not restored (不予信用修复), with the day from which it may apply again. */
  | 'RESTORATION_REFUSED'
  /** Its credit was restored: a record or designation is not displayed any more (准予信用修复), its own or one on account of which it was listed. */
  | 'RESTORED'
  /** Something about it is not displayed any more before its time (停止公示). The end of a period, known from the beginning, is none. */
  | 'WITHDRAWN';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Says that every change of the calling unit's feed up to a cursor that it was shown has been acted on (确认), Article 39. */
  readonly acknowledgeChanges: Maybe<AcknowledgeResult>;
  /**
   * Acknowledges a gap of the disclosure ledger after a database was restored, Article 17: an entry of the ledger names it, and from then on everybody is
   * answered again. For the operator.
   */
  readonly acknowledgeGap: Maybe<LedgerGap>;
  /** Puts a draft in force, from its first day on. A reason has 1 to 500 characters without personal information, here and below. */
  readonly activateAgreement: Maybe<Agreement>;
  /**
   * The calling subject chooses where it is told that there is something new about it (选择通知方式), Article 35. A code is sent there first, and nothing else
   * before `confirmChannel` has it: nobody chooses another's address. What is sent names no person, unit, item or purpose, and goes once an hour at most.
   */
  readonly chooseChannel: Maybe<ChosenChannel>;
  /** Concludes an agreement (开放协议) with a party, Article 23 (2): in force from its first day. For operator and authority, as all that changes agreements. */
  readonly concludeAgreement: Maybe<Agreement>;
  /** Confirms the chosen channel by the code that was sent there (确认通知方式). A code is good for a day and for five tries. */
  readonly confirmChannel: Maybe<Channel>;
  /** Writes an agreement that is not signed yet; it opens nothing until `activateAgreement`. */
  readonly draftAgreement: Maybe<Agreement>;
  /** Ends an agreement or a draft at once and for good, with its reason. */
  readonly endAgreement: Maybe<Agreement>;
  /** Ends a duty at once and for good, with its reason. For operator and authority. */
  readonly endDuty: Maybe<Duty>;
  /**
   * Ends a unit from today, with its reason: its tokens are refused at once, and its agreements, duties, watches and webhook end with it. What it delivered
   * stays, and so do authorizations that name it; they open nothing. Refused for the last operator and the last authority, and for a unit that is
   * answerable for an item in force. For the authority.
   */
  readonly endUnit: Maybe<EndUnitResult>;
  /** Ends the unit's webhook. */
  readonly endWebhook: Maybe<EndWebhookResult>;
  /**
   * The calling subject authorizes a party, Articles 24 and 36 (1). Never without an end, never longer than the purpose's cap, never bundled with what
   * the purpose does not need.
   */
  readonly grantAuthorization: Maybe<Authorization>;
  /**
   * Publishes an edition of a catalog item; an incomplete or unpublished one is refused with what is missing. For operator and authority. Articles 7 and
   * 18.
   */
  readonly publishCatalogItem: Maybe<CatalogItem>;
  /**
   * Publishes an edition of the table of display periods (公示期限表), Article 37. It is never changed, brings nothing back, and moves the ends of what is displayed; what
   * ends by it is archived. For the authority; `displayPeriodsEffect` says before what it would do.
   */
  readonly publishDisplayPeriods: Maybe<DisplayPeriodTable>;
  /** Publishes a purpose (查询用途), or its next edition, Articles 7, 36 (1) and 52. For the authority; a published edition is never changed. */
  readonly publishPurpose: Maybe<Purpose>;
  /** Publishes a rule on how far authorizations for a purpose may go, Articles 7, 36 (1) and 52. For operator and authority; a rule is never changed. */
  readonly publishPurposeCap: Maybe<PurposeCap>;
  /**
   * Registers a duty (履职事项) of a department, Articles 22 and 44. A second one of the same department, matter and items is refused while the first is in
   * force. For operator and authority.
   */
  readonly registerDuty: Maybe<Duty>;
  /** Registers a unit (单位): from then on a token may come from it. A code is given once and never again. For operator and authority. */
  readonly registerUnit: Maybe<Unit>;
  /**
   * Registers where the unit is called when its feed shows something new (回调通知), or moves it; the call says that and nothing else. The secret that signs
   * the calls is shown once; moving gives a new one.
   */
  readonly registerWebhook: Maybe<WebhookRegistration>;
  /** Puts a suspended agreement in force again. */
  readonly resumeAgreement: Maybe<Agreement>;
  /** Tries the newest delivery that was given up again; refused while another one waits. */
  readonly retryDeadDeliveries: Maybe<RetryResult>;
  /** The calling subject revokes its own authorization; effective at the next question. */
  readonly revokeAuthorization: Maybe<Authorization>;
  /** Suspends an agreement in force: it opens nothing from this moment on. */
  readonly suspendAgreement: Maybe<Agreement>;
  /** Stops watching, for every purpose. Whom the party does not watch is passed over. */
  readonly unwatch: Maybe<UnwatchResult>;
  /**
   * Watches subjects for the purpose of monitoring (关注), Article 6: new records and designations come in the feed of changes. For parties, with
   * `Credit-Purpose: POST_LOAN_MONITORING`, an agreement for it and, for a person, an authorization; ends with them.
   */
  readonly watch: Maybe<WatchResult>;
};


export type MutationAcknowledgeChangesArgs = {
  through: Scalars['String']['input'];
};


export type MutationAcknowledgeGapArgs = {
  input: AcknowledgeGapInput;
};


export type MutationActivateAgreementArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationChooseChannelArgs = {
  input: ChannelInput;
};


export type MutationConcludeAgreementArgs = {
  input: AgreementInput;
};


export type MutationConfirmChannelArgs = {
  code: Scalars['String']['input'];
};


export type MutationDraftAgreementArgs = {
  input: AgreementInput;
};


export type MutationEndAgreementArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEndDutyArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEndUnitArgs = {
  code: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};


export type MutationGrantAuthorizationArgs = {
  input: GrantAuthorizationInput;
};


export type MutationPublishCatalogItemArgs = {
  input: CatalogItemInput;
};


export type MutationPublishDisplayPeriodsArgs = {
  input: DisplayPeriodsInput;
};


export type MutationPublishPurposeArgs = {
  input: PurposeInput;
};


export type MutationPublishPurposeCapArgs = {
  input: PurposeCapInput;
};


export type MutationRegisterDutyArgs = {
  input: DutyInput;
};


export type MutationRegisterUnitArgs = {
  input: UnitInput;
};


export type MutationRegisterWebhookArgs = {
  url: Scalars['String']['input'];
};


export type MutationResumeAgreementArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRevokeAuthorizationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSuspendAgreementArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationUnwatchArgs = {
  subjects: ReadonlyArray<SubjectIdentifierInput>;
};


export type MutationWatchArgs = {
  subjects: ReadonlyArray<SubjectIdentifierInput>;
};

/** What a party may do, and how long. */
export type MyAccess = {
  readonly __typename?: 'MyAccess';
  /** Its agreements in force, the first to end first. */
  readonly agreements: ReadonlyArray<AgreedAccess>;
  /** Authorizations of persons that name it, in numbers. */
  readonly authorizationsEnding: AuthorizationsEnding;
  /** What of its access shrank within the last thirty days, or will within the next, the newest notice first. */
  readonly notices: AccessNoticeConnection;
  /** When the token of this request ends. */
  readonly tokenExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The party. */
  readonly unit: Unit;
};


/** What a party may do, and how long. */
export type MyAccessNoticesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};

/** Character of information. */
export type Nature =
  /** Neither (中性). */
  | 'NEUTRAL'
  /** On trustworthiness (守信). */
  | 'TRUSTWORTHY'
  /** On untrustworthiness (失信). */
  | 'UNTRUSTWORTHY';

/** A notice to a recipient about one of the subject's records. */
export type Notice = {
  readonly __typename?: 'Notice';
  /** When it said that it had acted; null until then. */
  readonly acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** By when it must act, Article 39; null where there is nothing to act on. */
  readonly actBy: Maybe<Scalars['Date']['output']>;
  /** What happened. */
  readonly kind: ChangeKind;
  /** Who was told. */
  readonly recipient: Recipient;
  /** The record or designation. */
  readonly recordId: Scalars['ID']['output'];
  /** How it stands. */
  readonly state: NoticeState;
  /** When the recipient was told. */
  readonly toldAt: Scalars['DateTime']['output'];
  /** The version that the notice is about; of designations always 1. */
  readonly version: Scalars['Int']['output'];
};

/** How a notice stands. */
export type NoticeState =
  /** Acknowledged (已确认). */
  | 'ACKNOWLEDGED'
  /** Not acknowledged in time (逾期). */
  | 'OVERDUE'
  /** Told (已告知), and not overdue. */
  | 'TOLD';

/** Openness attribute of a catalog item or element, Article 23. */
export type Openness =
  /** Open to a party with an agreement in force that covers the item and the purpose (依协议开放), Article 23 (2). */
  | 'AGREEMENT'
  /** Not open: the subject alone (不予开放). */
  | 'SELF_ONLY'
  /** Open to anyone, with no condition and without identity (无条件开放), Article 23 (1). */
  | 'UNCONDITIONAL';

/** Position in a connection, after the Relay cursor connections specification. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Opaque cursor of the last node, for `after`; good for the same caller, purpose, matter and arguments alone. Null on an empty page; only `changes`
   * gives back the cursor that was sent.
   */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follows after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether more stands before this page; `changes`, which does not look back, says false. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Opaque cursor of the first node, for `before`; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** What takes time that does not count, Article 39 §3. */
export type PauseCause =
  /** Appraisal (鉴定). */
  | 'APPRAISAL'
  /** Evaluation (评估). */
  | 'EVALUATION'
  /** Examination (检验). */
  | 'EXAMINATION'
  /** Quarantine (检疫). */
  | 'QUARANTINE'
  /** Testing (检测). */
  | 'TESTING';

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

/** Why the pledge system is closed to a subject, Article 45. */
export type PledgeBar =
  /** A pledge was not performed (未履行承诺). */
  | 'PLEDGE_FAILED'
  /** A pledge was false (虚假承诺). */
  | 'PLEDGE_FALSE'
  /** On a list of the seriously untrustworthy (严重失信主体). */
  | 'SERIOUSLY_UNTRUSTWORTHY';

/** Whether the pledge system is open to a subject, Article 45. */
export type PledgeEligibility = {
  readonly __typename?: 'PledgeEligibility';
  /** Whether it is. */
  readonly eligible: Scalars['Boolean']['output'];
  /** Why not: every bar. Empty where it is. */
  readonly reasons: ReadonlyArray<PledgeBar>;
};

/** Units that provide by what they are: every provider of a line (条线), of a level, for its own region. */
export type ProviderRule = {
  readonly __typename?: 'ProviderRule';
  /** Level; any when null. */
  readonly level: Maybe<UnitLevel>;
  /** Line of work, as units are registered with it. */
  readonly line: Scalars['String']['output'];
  /**
   * Whether a unit delivers only what was decided in its own region: where the deciding authority of the record is; of a registration, where its subject is
   * registered. What names neither is taken as the unit's own.
   */
  readonly ownRegion: Scalars['Boolean']['output'];
};

/** A rule on who provides. */
export type ProviderRuleInput = {
  /** Level; any when absent. */
  readonly level?: InputMaybe<UnitLevel>;
  /** Line of work. */
  readonly line: Scalars['String']['input'];
  /** Whether a unit delivers only what was decided in its own region. */
  readonly ownRegion?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A change by a province file. */
export type ProvinceChange = {
  readonly __typename?: 'ProvinceChange';
  /** What was done, such as `add` or `end`. */
  readonly act: Scalars['String']['output'];
  /** Section of the file, such as `agreements`. */
  readonly section: Scalars['String']['output'];
  /** Which: code, edition, reference or matter. */
  readonly what: Scalars['String']['output'];
};

/** A run of a province file that changed something. */
export type ProvinceRun = {
  readonly __typename?: 'ProvinceRun';
  /** When it was applied. */
  readonly at: Scalars['DateTime']['output'];
  /** What it changed, in the order of the file's sections. */
  readonly changes: ReadonlyArray<ProvinceChange>;
  /** SHA-256 of the file, in hexadecimal. */
  readonly fileHash: Scalars['String']['output'];
  /** Name of the machine. */
  readonly host: Scalars['String']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the user of the machine who ran the command. */
  readonly ranBy: Scalars['String']['output'];
  /** Unit that signed with its token; null where nothing had to be signed, and for the first file. */
  readonly signedBy: Maybe<Unit>;
};

/** A page of runs of province files. */
export type ProvinceRunConnection = {
  readonly __typename?: 'ProvinceRunConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ProvinceRunEdge>;
  /** Runs, the newest first. */
  readonly nodes: ReadonlyArray<ProvinceRun>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of runs. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A run with its cursor. */
export type ProvinceRunEdge = {
  readonly __typename?: 'ProvinceRunEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The run. */
  readonly node: ProvinceRun;
};

/** Reference under which something was published (公布文号), Articles 7 and 30. */
export type Publication = {
  readonly __typename?: 'Publication';
  /** Date of publication. */
  readonly publishedOn: Scalars['Date']['output'];
  /** Reference. */
  readonly reference: Scalars['String']['output'];
};

/** Publication of an item. */
export type PublicationInput = {
  /** Date. */
  readonly publishedOn: Scalars['Date']['input'];
  /** Reference. */
  readonly reference: Scalars['String']['input'];
};

/** A purpose of the published list. */
export type Purpose = {
  readonly __typename?: 'Purpose';
  /** The activity of Article 44 that it belongs to; null for a purpose of parties. */
  readonly activity: Maybe<Activity>;
  /** Article of the Regulations that it rests on. */
  readonly article: Scalars['String']['output'];
  /** Longest authorization in months; null where a duty is the basis. */
  readonly authorizationMaximumMonths: Maybe<Scalars['Int']['output']>;
  /**
   * How far an authorization may go, rules that take effect later among them; the most specific in force holds. Empty where a duty, never an
   * authorization, is the basis.
   */
  readonly caps: ReadonlyArray<PurposeCap>;
  /** Code, as in the header Credit-Purpose. */
  readonly code: Scalars['String']['output'];
  /** First day of the edition that is told: of the one in force, or of the one that was just published. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Name in Chinese. */
  readonly name: Scalars['String']['output'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** Codes of the items that it needs; null where the subject itself orders what it likes. */
  readonly needs: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Reference under which it was published, Article 7. */
  readonly publicationReference: Scalars['String']['output'];
  /** The service that it belongs to; purposes of one service may be authorized together. */
  readonly service: Scalars['String']['output'];
};

/** A published rule on how far an authorization may go (授权期限和频次上限). */
export type PurposeCap = {
  readonly __typename?: 'PurposeCap';
  /** Article that it carries out. */
  readonly article: Scalars['String']['output'];
  /** First day on which it holds. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Only this item; any when null. */
  readonly item: Maybe<Scalars['String']['output']>;
  /** Longest term in months. */
  readonly maximumMonths: Scalars['Int']['output'];
  /** Most uses; null if only the term limits it. */
  readonly maximumUses: Maybe<Scalars['Int']['output']>;
  /** Only this party; any when null. */
  readonly party: Maybe<Scalars['String']['output']>;
  /** Reference under which it was published. */
  readonly publicationReference: Scalars['String']['output'];
  /** Code of the purpose. */
  readonly purpose: Scalars['String']['output'];
};

/** A rule to publish. Nothing that was not published has effect, Article 7. */
export type PurposeCapInput = {
  /** First day; not before publication. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Only this item; any when absent. */
  readonly item?: InputMaybe<Scalars['String']['input']>;
  /** Longest term in months, at least 1. */
  readonly maximumMonths: Scalars['Int']['input'];
  /** Most uses, at least 1; only the term limits it when absent. */
  readonly maximumUses?: InputMaybe<Scalars['Int']['input']>;
  /** Only the party of this code; any when absent. */
  readonly party?: InputMaybe<Scalars['String']['input']>;
  /** Publication. */
  readonly publication: PublicationInput;
  /** Code of a purpose of parties. */
  readonly purpose: Scalars['String']['input'];
};

/** A purpose to publish, or its next edition. Nothing that was not published has effect, Article 7. */
export type PurposeInput = {
  /** Activity of Article 44: of a purpose of departments. It has this or `authorizationMaximumMonths`, and never changes from one to the other. */
  readonly activity?: InputMaybe<Activity>;
  /** Article of the Regulations that it rests on, such as `24`. */
  readonly article: Scalars['String']['input'];
  /** Longest authorization in months, at least 1: of a purpose of parties. */
  readonly authorizationMaximumMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Code: 2 to 64 capitals, digits, underscores and hyphens. One that is published gets a later edition, which begins today or later. */
  readonly code: Scalars['String']['input'];
  /** First day; not before publication. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Name in Chinese. */
  readonly name: Scalars['String']['input'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['input'];
  /** Codes of items in force that it needs; when null or absent, the subject itself orders what it likes. */
  readonly needs?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Reference under which it was published. */
  readonly publicationReference: Scalars['String']['input'];
  /** Day of the publication; today when absent. */
  readonly publishedOn?: InputMaybe<Scalars['Date']['input']>;
  /** The service that it belongs to: 2 to 64 capitals, digits, underscores and hyphens. Purposes of one service may be authorized together. */
  readonly service: Scalars['String']['input'];
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * What the caller may see of a subject, item by item, from policy alone: the answer is the same for a subject that is held and one that is not. Anyone
   * may ask; the stated purpose and case count.
   */
  readonly access: Maybe<ReadonlyArray<AccessDecision>>;
  /** Agreements (开放协议), the newest first, Article 23 (2): a party's own, or all for operator and authority. */
  readonly agreements: Maybe<AgreementConnection>;
  /** Authorizations by party and purpose, in numbers alone: a party's own, or all for operator and authority. Articles 24 and 36. */
  readonly authorizations: Maybe<AuthorizationNumbersConnection>;
  /**
   * How each unit kept its statutory periods (期限履行情况), by month and obligation: exact numbers of units, and nothing of a subject. For the authority and the operator,
   * which read each of these periods in `deadlines`. Article 51.
   */
  readonly breachReport: Maybe<BreachReport>;
  /**
   * The published catalog (公共信用信息目录): items in force with every attribute of Article 18, by category in its order and code, non-public ones last. Open
   * to anyone.
   */
  readonly catalogItems: Maybe<CatalogItemConnection>;
  /**
   * What changed for subjects that the calling unit was shown or watches (变更通知), the oldest first, Articles 6 and 39. For units other than the operator.
   * A cursor is good until the operator replaces the key of cursors: where one is refused with `CURSOR`, begin again without. Reading acknowledges nothing. What became of a record that the unit was shown is always told, without purpose and at no
   * cost. That a watched subject has something new (`ADDED`, `DESIGNATED`) is told while the unit could ask for the record itself, and is a disclosure like its
   * answer: one use of the authorization a page, one subject of the day's quota. What may not be told now is as if it were not there; told on a later day
   * it has its old place, before cursors that were given meanwhile, and no call announces it. After a day without room read again from an earlier cursor.
   */
  readonly changes: Maybe<ChangeConnection>;
  /** Statutory periods that run or ran (办理期限), the earliest due first: all of them for operator and authority, its own for any other unit. */
  readonly deadlines: Maybe<DeadlineConnection>;
  /**
   * One disclosure, with what was shown then, from versions: to the subject itself whole; to operator and authority what they could ask for themselves
   * today, and each such reading is an entry of its own. Null where there is none of this id, or it is about somebody else. Articles 35 and 36 (3).
   */
  readonly disclosure: Maybe<Disclosure>;
  /** The same entries counted, by day, unit, purpose or outcome; at most 10 000 rows, the newest day first. */
  readonly disclosureCounts: Maybe<ReadonlyArray<DisclosureCount>>;
  /**
   * Who asked what (查询日志): entries of the ledger, the newest first, without content. Operator and authority read all, and reading is an entry itself
   * (Article 17); a party, department, provider or collector reads its own. What was asked anonymously has no entry.
   */
  readonly disclosures: Maybe<DisclosureEntryConnection>;
  /** The table of display periods (公示期限表) in force on a day, Article 37: for how long a decision of a class is displayed, by the day of the decision. Open to anyone. */
  readonly displayPeriods: Maybe<DisplayPeriodTable>;
  /**
   * What an edition of the table would do before it is published, Article 37: how many displayed records of each item would end earlier or later, and which
   * row would govern them. It writes nothing. For operator and authority.
   */
  readonly displayPeriodsEffect: Maybe<ReadonlyArray<DisplayPeriodsEffect>>;
  /** Registered duties (履职事项), the newest first, ended ones too, Articles 22 and 44: a department's own, or all for operator and authority. */
  readonly duties: Maybe<DutyConnection>;
  /**
   * The newest checkpoint of the disclosure ledger (披露日志); null before the first. They are published at fixed times, every ten minutes unless the operator
   * set another interval. Open to anyone, so that anyone can keep one and hold the platform to it.
   */
  readonly ledgerCheckpoint: Maybe<LedgerCheckpoint>;
  /**
   * That the ledger of an earlier checkpoint is the beginning of that of a later one (RFC 9162, section 2.1.4). Open to anyone. Sizes that no checkpoint had
   * are refused.
   */
  readonly ledgerConsistency: Maybe<LedgerConsistency>;
  /**
   * Stretches of the disclosure ledger that were lost with a database (账本缺口), the newest first, Article 17. Open to anyone: a checkpoint that was kept and lies
   * in one of them is explained by it. One that is not acknowledged yet is told to the operator alone; nobody else is answered meanwhile.
   */
  readonly ledgerGaps: Maybe<ReadonlyArray<LedgerGap>>;
  /**
   * The one question of a permit desk (协同监管查询), Articles 43 and 44: what the law makes the calling department know about this subject in this
   * matter, and what it lets it do. The same case reference is given the same answer while nothing changed. For departments, with `Credit-Purpose` and
   * `Credit-Case` (Article 22).
   */
  readonly matterCheck: Maybe<MatterCheck>;
  /** The same about up to 200 subjects of one case; order is kept. A number that is not valid is null, with an error of its own. */
  readonly matterChecks: Maybe<ReadonlyArray<Maybe<MatterCheck>>>;
  /**
   * What the calling party may do, and how long (访问权限): its agreements with what is left of today's quota, its authorizations in numbers, and notices
   * when what it may see shrinks or ends. Article 23 (2).
   */
  readonly myAccess: Maybe<MyAccess>;
  /** Runs of province files that changed something (配置文件执行记录), the newest first. For operator and authority. Article 7. */
  readonly provinceRuns: Maybe<ProvinceRunConnection>;
  /** The published list of purposes (查询用途), each with what it needs and how far an authorization may go. Open to anyone. */
  readonly purposes: Maybe<ReadonlyArray<Purpose>>;
  /** Registered units (单位), by code, ended ones too. Open to anyone. Every filter that is sent must hold. */
  readonly units: Maybe<UnitConnection>;
  /** Reads the whole ledger and says whether an entry was edited, removed, reordered, added or cut off, Article 17. For operator and authority. */
  readonly verifyLedger: Maybe<LedgerVerification>;
  /** Whether a credit report was issued here and is still right (信用报告核验), Article 36 (4). Anyone may ask; nothing of what it says is told. */
  readonly verifyReport: Maybe<ReportVerification>;
  /** The calling unit's webhook; null without one. For units that have a feed: all but the operator. */
  readonly webhook: Maybe<Webhook>;
  /** The webhooks of all units and how their deliveries stand, by the code of the unit. For operator and authority; a unit asks `webhook` for its own. */
  readonly webhooks: Maybe<UnitWebhookConnection>;
};


export type QueryAccessArgs = {
  items: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  subject: SubjectIdentifierInput;
};


export type QueryAgreementsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  item: InputMaybe<Scalars['String']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  party: InputMaybe<Scalars['String']['input']>;
  purpose: InputMaybe<Scalars['String']['input']>;
  status: InputMaybe<AgreementStatus>;
};


export type QueryAuthorizationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  party: InputMaybe<Scalars['String']['input']>;
  purpose: InputMaybe<Scalars['String']['input']>;
};


export type QueryBreachReportArgs = {
  from: Scalars['String']['input'];
  unit: InputMaybe<Scalars['String']['input']>;
  until: Scalars['String']['input'];
};


export type QueryCatalogItemsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  category: InputMaybe<CatalogCategory>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


export type QueryChangesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDeadlinesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  obligation: InputMaybe<Scalars['String']['input']>;
  status: InputMaybe<DeadlineStatus>;
  unit: InputMaybe<Scalars['String']['input']>;
};


export type QueryDisclosureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDisclosureCountsArgs = {
  by: ReadonlyArray<DisclosureCountKey>;
  filter: InputMaybe<DisclosureFilter>;
};


export type QueryDisclosuresArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<DisclosureFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDisplayPeriodsArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
};


export type QueryDisplayPeriodsEffectArgs = {
  input: DisplayPeriodsInput;
};


export type QueryDutiesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  department: InputMaybe<Scalars['String']['input']>;
  ended: InputMaybe<Scalars['Boolean']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLedgerConsistencyArgs = {
  from: Scalars['Int']['input'];
  to: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMatterCheckArgs = {
  matter: Scalars['String']['input'];
  subject: SubjectIdentifierInput;
};


export type QueryMatterChecksArgs = {
  matter: Scalars['String']['input'];
  subjects: ReadonlyArray<SubjectIdentifierInput>;
};


export type QueryProvinceRunsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  ended: InputMaybe<Scalars['Boolean']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  kind: InputMaybe<UnitKind>;
  last: InputMaybe<Scalars['Int']['input']>;
  level: InputMaybe<UnitLevel>;
  line: InputMaybe<Scalars['String']['input']>;
  name: InputMaybe<Scalars['String']['input']>;
  region: InputMaybe<Scalars['String']['input']>;
};


export type QueryVerifyLedgerArgs = {
  rootHash: InputMaybe<Scalars['String']['input']>;
  size: InputMaybe<Scalars['Int']['input']>;
};


export type QueryVerifyReportArgs = {
  token: Scalars['String']['input'];
};


export type QueryWebhooksArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  dead: InputMaybe<Scalars['Boolean']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  unit: InputMaybe<Scalars['String']['input']>;
};

/** Who received a disclosure. Another credit subject is not named. */
export type Recipient = {
  readonly __typename?: 'Recipient';
  /** Code of the unit; null for a credit subject. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** What the recipient is. */
  readonly kind: RecipientKind;
  /** Name of the unit; `本人` for the subject itself; null for another credit subject. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** What a recipient is. */
export type RecipientKind =
  /** Department in charge of social credit (社会信用主管部门). */
  | 'AUTHORITY'
  /** Non-public credit information collecting unit (非公共信用信息采集单位). */
  | 'COLLECTOR'
  /** Another credit subject (其他信用主体). */
  | 'CREDIT_SUBJECT'
  /** Department with a duty (行政机关). */
  | 'DEPARTMENT'
  /** Public credit work body (公共信用工作机构). */
  | 'OPERATOR'
  /** Party to an agreement (协议方). */
  | 'PARTY'
  /** Public credit information providing unit (公共信用信息提供单位). */
  | 'PROVIDER'
  /** The subject itself (本人). */
  | 'SELF';

/** Status of a credit report. */
export type ReportStatus =
  /** Everything in it is as it was (有效). */
  | 'CURRENT'
  /** Something in it was corrected, restored, objected to, or ended (已失效). */
  | 'SUPERSEDED'
  /** Not issued here as it stands (无法核验). */
  | 'UNKNOWN';

/** What anyone may know of a credit report. */
export type ReportVerification = {
  readonly __typename?: 'ReportVerification';
  /** Whether it was signed here and is, to the letter, what was issued. */
  readonly authentic: Scalars['Boolean']['output'];
  /** When it was issued; null where it is unknown. */
  readonly issuedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Since when the key that signed it is revoked (密钥吊销); null while the key is in force. A report that bears this date or a later one is not authentic. One
   * of before is authentic only because the platform keeps that it issued exactly this: its signature alone proves nothing any more.
   */
  readonly keyRevokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Status. */
  readonly status: ReportStatus;
  /** Since when it is superseded; null while it is current, and where it is unknown. */
  readonly supersededAt: Maybe<Scalars['DateTime']['output']>;
};

/** What trying again came to. */
export type RetryResult = {
  readonly __typename?: 'RetryResult';
  /** Deliveries that are tried again. */
  readonly retried: Scalars['Int']['output'];
};

/** Sharing attribute, Article 22. */
export type Sharing =
  /** Not shared (不予共享). */
  | 'NOT_SHARED'
  /** Shared with departments for a registered duty (共享). */
  | 'SHARED'
  /** Shared, and whole where the duty needs the person's identity (实名共享). */
  | 'SHARED_IDENTIFIED';

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

/** Kinds of credit subject (信用主体), Article 3. */
export type SubjectKind =
  /** Legal person (法人). */
  | 'LEGAL_PERSON'
  /** Natural person (自然人). */
  | 'NATURAL_PERSON'
  /** Organization other than a legal person (非法人组织), sole traders (个体工商户) among them. */
  | 'UNINCORPORATED_ORGANIZATION';

/** Supervision class of an enterprise (监管分类), Article 48. */
export type Supervision = {
  readonly __typename?: 'Supervision';
  /** Edition of the assessment that it comes from. */
  readonly assessmentEdition: Scalars['String']['output'];
  /** Class. */
  readonly class: SupervisionClass;
  /** Whether an objection is open about the assessment (异议处理中), Article 39. */
  readonly objected: Scalars['Boolean']['output'];
};

/** The three classes of Article 48. */
export type SupervisionClass =
  /** Unlawful or untrustworthy, higher risk: more spot checks (违法失信、风险较高). */
  | 'HIGH_RISK'
  /** Better credit and lower risk: fewer spot checks (信用较好、风险较低). */
  | 'LOW_RISK'
  /** Normal credit risk (信用风险一般). */
  | 'NORMAL';

/** A unit (单位): provider, department, party, collector, operator or authority. */
export type Unit = {
  readonly __typename?: 'Unit';
  /** Code of the unit. */
  readonly code: Scalars['String']['output'];
  /** Why it ended. */
  readonly endReason: Maybe<Scalars['String']['output']>;
  /** Day from which the unit has ended: its tokens are refused from then on. Null while it is registered. */
  readonly endedOn: Maybe<Scalars['Date']['output']>;
  /** What the unit is first of all: the first of its kinds. */
  readonly kind: Maybe<UnitKind>;
  /**
   * Every kind that the unit has. A bureau that provides and decides is a PROVIDER and a DEPARTMENT; a token of a unit carries only a role of one of its
   * kinds (an analyst comes from an OPERATOR).
   */
  readonly kinds: ReadonlyArray<UnitKind>;
  /** Level of the unit. */
  readonly level: Maybe<UnitLevel>;
  /** Line of work (条线), such as `MARKET_REGULATION`; null where none is registered. */
  readonly line: Maybe<Scalars['String']['output']>;
  /** Name in Chinese. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Name in English. */
  readonly nameEn: Maybe<Scalars['String']['output']>;
  /** Code of its division (行政区划代码, GB/T 2260), such as `230100`; null for a unit of the whole country, and where none is registered. */
  readonly region: Maybe<Scalars['String']['output']>;
  /** When it was registered; null for units of before registrations were dated. */
  readonly registeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Uniform social credit code of the unit itself. */
  readonly uscc: Maybe<Scalars['String']['output']>;
};

/** The statutory periods of one unit and obligation whose last day lies in one month. */
export type UnitBreaches = {
  readonly __typename?: 'UnitBreaches';
  /** Periods, all together: `met`, `late`, `overdue` and `open`. */
  readonly due: Scalars['Int']['output'];
  /** Done after the last day in time (逾期办结). */
  readonly late: Scalars['Int']['output'];
  /** The most days of one of them. Null where there is none. */
  readonly maximumDaysLate: Maybe<Scalars['Int']['output']>;
  /** Days after the last day in time, of those that are late or overdue, the latter up to today: the median (中位数). Null where there is none. */
  readonly medianDaysLate: Maybe<Scalars['Float']['output']>;
  /** Done in time (按期). */
  readonly met: Scalars['Int']['output'];
  /** Month of the last day in time, `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
  /** Obligation, such as A39.2. */
  readonly obligation: Scalars['String']['output'];
  /** Not done, and in time or paused (进行中). */
  readonly open: Scalars['Int']['output'];
  /** Not done, and past the last day in time (逾期未办结). */
  readonly overdue: Scalars['Int']['output'];
  /** The unit that must act. */
  readonly unit: Unit;
};

/** A page of units. */
export type UnitConnection = {
  readonly __typename?: 'UnitConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<UnitEdge>;
  /** Units, by code. */
  readonly nodes: ReadonlyArray<Unit>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of units that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A unit in a page. */
export type UnitEdge = {
  readonly __typename?: 'UnitEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The unit. */
  readonly node: Unit;
};

/** A unit to register. Its code is given once and never again. */
export type UnitInput = {
  /** Code: 2 to 64 capitals, digits and hyphens. */
  readonly code: Scalars['String']['input'];
  /** Its kinds, what it is first of all first. Who runs or oversees the platform (OPERATOR, AUTHORITY) is not one whom it serves (PARTY, COLLECTOR). */
  readonly kinds: ReadonlyArray<UnitKind>;
  /** Level. */
  readonly level: UnitLevel;
  /** Line of work: 2 to 64 capitals, digits, underscores and hyphens. Rules on who provides name it. */
  readonly line?: InputMaybe<Scalars['String']['input']>;
  /** Name in Chinese. */
  readonly name: Scalars['String']['input'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['input'];
  /** Code of its division: `230000` of a unit of the province, `230100` of a city, `230123` of a county. Needed below NATIONAL, and absent there. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Uniform social credit code of the unit itself. */
  readonly uscc?: InputMaybe<Scalars['String']['input']>;
};

/** What a unit is under the Regulations. */
export type UnitKind =
  /** Department in charge of social credit (社会信用主管部门). */
  | 'AUTHORITY'
  /** Non-public credit information collecting unit (非公共信用信息采集单位). */
  | 'COLLECTOR'
  /** Department with a duty (行政机关). */
  | 'DEPARTMENT'
  /** Public credit work body (公共信用工作机构). */
  | 'OPERATOR'
  /** Party to an agreement (协议方): bank, credit service agency, other organization. */
  | 'PARTY'
  /** Public credit information providing unit (公共信用信息提供单位). */
  | 'PROVIDER';

/** Level of a unit, from the lowest. */
export type UnitLevel =
  /** City or prefecture (市级). */
  | 'CITY'
  /** County or district (县级). */
  | 'COUNTY'
  /** The whole country (国家级). */
  | 'NATIONAL'
  /** Province (省级). */
  | 'PROVINCE';

/** The webhook of a unit and how its deliveries stand. */
export type UnitWebhook = {
  readonly __typename?: 'UnitWebhook';
  /** Deliveries that were given up after ten attempts. */
  readonly dead: Scalars['Int']['output'];
  /** When the receiver last answered 2xx; null before the first. */
  readonly lastDeliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened at the newest attempt that failed; null where none did. */
  readonly lastError: Maybe<Scalars['String']['output']>;
  /** Deliveries that wait for their next attempt. */
  readonly pending: Scalars['Int']['output'];
  /** Since when. */
  readonly registeredAt: Scalars['DateTime']['output'];
  /** The unit. */
  readonly unit: Unit;
  /** Where it is called. */
  readonly url: Scalars['String']['output'];
};

/** A page of webhooks. */
export type UnitWebhookConnection = {
  readonly __typename?: 'UnitWebhookConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<UnitWebhookEdge>;
  /** By the code of the unit. */
  readonly nodes: ReadonlyArray<UnitWebhook>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of rows. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A webhook with its cursor. */
export type UnitWebhookEdge = {
  readonly __typename?: 'UnitWebhookEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The webhook. */
  readonly node: UnitWebhook;
};

/** What stopping came to. */
export type UnwatchResult = {
  readonly __typename?: 'UnwatchResult';
  /** Subjects that were watched and no longer are. */
  readonly unwatched: Scalars['Int']['output'];
};

/** A subject that is not watched. */
export type WatchRefusal = {
  readonly __typename?: 'WatchRefusal';
  /** Its place in the list that was sent, from 0. */
  readonly index: Scalars['Int']['output'];
  /** Why: `AUTHORIZATION_REQUIRED`, or `IDENTIFIER_…` for a number that is not valid; the same whether the subject is held or not. */
  readonly reason: Scalars['String']['output'];
};

/** What a wish to watch came to. */
export type WatchResult = {
  readonly __typename?: 'WatchResult';
  /** Those that are not, each with its reason. */
  readonly refused: ReadonlyArray<WatchRefusal>;
  /** Different subjects of those named that are watched now, new or not. */
  readonly watched: Scalars['Int']['output'];
};

/** A unit's webhook and how its deliveries stand. */
export type Webhook = {
  readonly __typename?: 'Webhook';
  /** Deliveries that were given up after ten attempts, and whose news no later call has brought. */
  readonly dead: Scalars['Int']['output'];
  /** When the receiver last answered 2xx; null before the first. */
  readonly lastDeliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened at the newest attempt that failed; null where none did. */
  readonly lastError: Maybe<Scalars['String']['output']>;
  /** Deliveries that wait for their next attempt and still have something to say. */
  readonly pending: Scalars['Int']['output'];
  /** Since when. */
  readonly registeredAt: Scalars['DateTime']['output'];
  /** Where it is called. */
  readonly url: Scalars['String']['output'];
};

/** A webhook that was registered. */
export type WebhookRegistration = {
  readonly __typename?: 'WebhookRegistration';
  /**
   * Secret of the signatures, not shown again: `Credit-Signature` is `v1=` and the hexadecimal HMAC-SHA256 over timestamp, delivery id and body, joined
   * by points.
   */
  readonly secret: Scalars['String']['output'];
  /** Where it is called. */
  readonly url: Scalars['String']['output'];
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
  CatalogItem: CatalogItem;
  CreditSubject: CreditSubject;
  Disclosure: Disclosure;
  MatterCheck: MatterCheck;
  Unit: Unit;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CatalogItem:
    ( { __typename: 'CatalogItem' }
    & GraphQLRecursivePick<FederationTypes['CatalogItem'], {"code":true}> );
  CreditSubject:
    ( { __typename: 'CreditSubject' }
    & GraphQLRecursivePick<FederationTypes['CreditSubject'], {"id":true}> );
  Disclosure:
    ( { __typename: 'Disclosure' }
    & GraphQLRecursivePick<FederationTypes['Disclosure'], {"id":true}> );
  MatterCheck:
    ( { __typename: 'MatterCheck' }
    & GraphQLRecursivePick<FederationTypes['MatterCheck'], {"key":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}>
        | GraphQLRecursivePick<FederationTypes['MatterCheck'], {"publicCreditPart":true,"sanctionsPart":true}> ) );
  Unit:
    ( { __typename: 'Unit' }
    & GraphQLRecursivePick<FederationTypes['Unit'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessDecision: ResolverTypeWrapper<AccessRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AccessNotice: ResolverTypeWrapper<AccessNotice>;
  AccessNoticeConnection: ResolverTypeWrapper<NoticePage>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccessNoticeEdge: ResolverTypeWrapper<AccessNoticeEdge>;
  AccessNoticeKind: AccessNoticeKind;
  AcknowledgeGapInput: AcknowledgeGapInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AcknowledgeResult: ResolverTypeWrapper<AcknowledgeResult>;
  Activity: Activity;
  AgreedAccess: ResolverTypeWrapper<AgreedAccess>;
  Agreement: ResolverTypeWrapper<AgreementRow>;
  AgreementConnection: ResolverTypeWrapper<AgreementPage>;
  AgreementEdge: ResolverTypeWrapper<Omit<AgreementEdge, 'node'> & { node: ResolversTypes['Agreement'] }>;
  AgreementEvent: ResolverTypeWrapper<AgreementEvent>;
  AgreementInput: AgreementInput;
  AgreementStatus: AgreementStatus;
  Authorization: ResolverTypeWrapper<AuthorizationRow>;
  AuthorizationNumbers: ResolverTypeWrapper<AuthorizationNumbersRow>;
  AuthorizationNumbersConnection: ResolverTypeWrapper<AuthorizationNumbersPage>;
  AuthorizationNumbersEdge: ResolverTypeWrapper<Omit<AuthorizationNumbersEdge, 'node'> & { node: ResolversTypes['AuthorizationNumbers'] }>;
  AuthorizationStatus: AuthorizationStatus;
  AuthorizationsEnding: ResolverTypeWrapper<AuthorizationsEnding>;
  BreachReport: ResolverTypeWrapper<AskedBreaches>;
  CatalogCategory: CatalogCategory;
  CatalogElement: ResolverTypeWrapper<ElementRow>;
  CatalogElementInput: CatalogElementInput;
  CatalogItem: ResolverTypeWrapper<ItemRow>;
  CatalogItemConnection: ResolverTypeWrapper<ItemPage>;
  CatalogItemEdge: ResolverTypeWrapper<Omit<CatalogItemEdge, 'node'> & { node: ResolversTypes['CatalogItem'] }>;
  CatalogItemInput: CatalogItemInput;
  Change: ResolverTypeWrapper<ChangeRow>;
  ChangeConnection: ResolverTypeWrapper<ChangePage>;
  ChangeEdge: ResolverTypeWrapper<Omit<ChangeEdge, 'node'> & { node: ResolversTypes['Change'] }>;
  ChangeKind: ChangeKind;
  ChangedSubject: ResolverTypeWrapper<ChangeRow>;
  Channel: ResolverTypeWrapper<ChannelRow>;
  ChannelInput: ChannelInput;
  ChannelKind: ChannelKind;
  ChannelLanguage: ChannelLanguage;
  ChosenChannel: ResolverTypeWrapper<Omit<ChosenChannel, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  CreditSubject: ResolverTypeWrapper<SubjectKey>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Deadline: ResolverTypeWrapper<DeadlineRow>;
  DeadlineConnection: ResolverTypeWrapper<DeadlinePage>;
  DeadlineEdge: ResolverTypeWrapper<Omit<DeadlineEdge, 'node'> & { node: ResolversTypes['Deadline'] }>;
  DeadlinePause: ResolverTypeWrapper<DeadlinePauseRow>;
  DeadlineStatus: DeadlineStatus;
  DisclosedRecord: ResolverTypeWrapper<DisclosedRecord>;
  Disclosure: ResolverTypeWrapper<DisclosureRow>;
  DisclosureBasis: ResolverTypeWrapper<Basis>;
  DisclosureConnection: ResolverTypeWrapper<DisclosurePage>;
  DisclosureCount: ResolverTypeWrapper<CountRow>;
  DisclosureCountKey: DisclosureCountKey;
  DisclosureEdge: ResolverTypeWrapper<Omit<DisclosureEdge, 'node'> & { node: ResolversTypes['Disclosure'] }>;
  DisclosureEntry: ResolverTypeWrapper<EntryRow>;
  DisclosureEntryConnection: ResolverTypeWrapper<EntryPage>;
  DisclosureEntryEdge: ResolverTypeWrapper<Omit<DisclosureEntryEdge, 'node'> & { node: ResolversTypes['DisclosureEntry'] }>;
  DisclosureFilter: DisclosureFilter;
  DisclosureOutcome: DisclosureOutcome;
  DisplayClass: DisplayClass;
  DisplayPeriod: ResolverTypeWrapper<DisplayPeriod>;
  DisplayPeriodInput: DisplayPeriodInput;
  DisplayPeriodRow: ResolverTypeWrapper<DisplayPeriodRow>;
  DisplayPeriodRowInput: DisplayPeriodRowInput;
  DisplayPeriodTable: ResolverTypeWrapper<DisplayEdition>;
  DisplayPeriodsEffect: ResolverTypeWrapper<EffectRow>;
  DisplayPeriodsInput: DisplayPeriodsInput;
  Duty: ResolverTypeWrapper<DutyRow>;
  DutyConnection: ResolverTypeWrapper<DutyPage>;
  DutyEdge: ResolverTypeWrapper<Omit<DutyEdge, 'node'> & { node: ResolversTypes['Duty'] }>;
  DutyInput: DutyInput;
  EndUnitResult: ResolverTypeWrapper<EndUnitResult>;
  EndWebhookResult: ResolverTypeWrapper<EndWebhookResult>;
  FieldsClass: FieldsClass;
  FindingKind: FindingKind;
  GrantAuthorizationInput: GrantAuthorizationInput;
  IdentifierType: IdentifierType;
  InformationKind: InformationKind;
  ItemProviders: ResolverTypeWrapper<Omit<ItemProviders, 'units'> & { units: ReadonlyArray<ResolversTypes['Unit']> }>;
  ItemProvidersInput: ItemProvidersInput;
  LedgerCheckpoint: ResolverTypeWrapper<SignedCheckpoint>;
  LedgerConsistency: ResolverTypeWrapper<LedgerConsistency>;
  LedgerFault: LedgerFault;
  LedgerGap: ResolverTypeWrapper<GapRow>;
  LedgerProof: ResolverTypeWrapper<ProofRow>;
  LedgerVerification: ResolverTypeWrapper<Omit<LedgerVerification, 'gap'> & { gap?: Maybe<ResolversTypes['LedgerGap']> }>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  LegalBasisInput: LegalBasisInput;
  MatterCheck: ResolverTypeWrapper<MatterRow>;
  MatterFinding: ResolverTypeWrapper<Finding>;
  MatterIncentive: ResolverTypeWrapper<MatterIncentive>;
  MatterMeasure: ResolverTypeWrapper<MatterMeasure>;
  MatterPart: ResolverTypeWrapper<Scalars['MatterPart']['output']>;
  MeasureKind: MeasureKind;
  Message: ResolverTypeWrapper<MessageRow>;
  MessageConnection: ResolverTypeWrapper<MessagePage>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageKind: MessageKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MyAccess: ResolverTypeWrapper<Access>;
  Nature: Nature;
  Notice: ResolverTypeWrapper<NoticeRow>;
  NoticeState: NoticeState;
  Openness: Openness;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseCause: PauseCause;
  PersonalKind: PersonalKind;
  PledgeBar: PledgeBar;
  PledgeEligibility: ResolverTypeWrapper<PledgeEligibility>;
  ProviderRule: ResolverTypeWrapper<ProviderRule>;
  ProviderRuleInput: ProviderRuleInput;
  ProvinceChange: ResolverTypeWrapper<ProvinceChange>;
  ProvinceRun: ResolverTypeWrapper<ProvinceRunRow>;
  ProvinceRunConnection: ResolverTypeWrapper<ProvinceRunPage>;
  ProvinceRunEdge: ResolverTypeWrapper<Omit<ProvinceRunEdge, 'node'> & { node: ResolversTypes['ProvinceRun'] }>;
  Publication: ResolverTypeWrapper<Publication>;
  PublicationInput: PublicationInput;
  Purpose: ResolverTypeWrapper<PurposeRow>;
  PurposeCap: ResolverTypeWrapper<Cap>;
  PurposeCapInput: PurposeCapInput;
  PurposeInput: PurposeInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Recipient: ResolverTypeWrapper<Recipient>;
  RecipientKind: RecipientKind;
  ReportStatus: ReportStatus;
  ReportVerification: ResolverTypeWrapper<ReportVerification>;
  RetryResult: ResolverTypeWrapper<RetryResult>;
  Sharing: Sharing;
  SubjectIdentifierInput: SubjectIdentifierInput;
  SubjectKind: SubjectKind;
  Supervision: ResolverTypeWrapper<Supervision>;
  SupervisionClass: SupervisionClass;
  Unit: ResolverTypeWrapper<UnitKey>;
  UnitBreaches: ResolverTypeWrapper<BreachRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  UnitConnection: ResolverTypeWrapper<UnitPage>;
  UnitEdge: ResolverTypeWrapper<Omit<UnitEdge, 'node'> & { node: ResolversTypes['Unit'] }>;
  UnitInput: UnitInput;
  UnitKind: UnitKind;
  UnitLevel: UnitLevel;
  UnitWebhook: ResolverTypeWrapper<UnitWebhookRow>;
  UnitWebhookConnection: ResolverTypeWrapper<UnitWebhookPage>;
  UnitWebhookEdge: ResolverTypeWrapper<Omit<UnitWebhookEdge, 'node'> & { node: ResolversTypes['UnitWebhook'] }>;
  UnwatchResult: ResolverTypeWrapper<UnwatchResult>;
  WatchRefusal: ResolverTypeWrapper<WatchRefusal>;
  WatchResult: ResolverTypeWrapper<WatchResult>;
  Webhook: ResolverTypeWrapper<Webhook>;
  WebhookRegistration: ResolverTypeWrapper<WebhookRegistration>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessDecision: AccessRow;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  AccessNotice: AccessNotice;
  AccessNoticeConnection: NoticePage;
  Int: Scalars['Int']['output'];
  AccessNoticeEdge: AccessNoticeEdge;
  AcknowledgeGapInput: AcknowledgeGapInput;
  ID: Scalars['ID']['output'];
  AcknowledgeResult: AcknowledgeResult;
  AgreedAccess: AgreedAccess;
  Agreement: AgreementRow;
  AgreementConnection: AgreementPage;
  AgreementEdge: Omit<AgreementEdge, 'node'> & { node: ResolversParentTypes['Agreement'] };
  AgreementEvent: AgreementEvent;
  AgreementInput: AgreementInput;
  Authorization: AuthorizationRow;
  AuthorizationNumbers: AuthorizationNumbersRow;
  AuthorizationNumbersConnection: AuthorizationNumbersPage;
  AuthorizationNumbersEdge: Omit<AuthorizationNumbersEdge, 'node'> & { node: ResolversParentTypes['AuthorizationNumbers'] };
  AuthorizationsEnding: AuthorizationsEnding;
  BreachReport: AskedBreaches;
  CatalogElement: ElementRow;
  CatalogElementInput: CatalogElementInput;
  CatalogItem: ItemRow;
  CatalogItemConnection: ItemPage;
  CatalogItemEdge: Omit<CatalogItemEdge, 'node'> & { node: ResolversParentTypes['CatalogItem'] };
  CatalogItemInput: CatalogItemInput;
  Change: ChangeRow;
  ChangeConnection: ChangePage;
  ChangeEdge: Omit<ChangeEdge, 'node'> & { node: ResolversParentTypes['Change'] };
  ChangedSubject: ChangeRow;
  Channel: ChannelRow;
  ChannelInput: ChannelInput;
  ChosenChannel: Omit<ChosenChannel, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  CreditSubject: SubjectKey;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Deadline: DeadlineRow;
  DeadlineConnection: DeadlinePage;
  DeadlineEdge: Omit<DeadlineEdge, 'node'> & { node: ResolversParentTypes['Deadline'] };
  DeadlinePause: DeadlinePauseRow;
  DisclosedRecord: DisclosedRecord;
  Disclosure: DisclosureRow;
  DisclosureBasis: Basis;
  DisclosureConnection: DisclosurePage;
  DisclosureCount: CountRow;
  DisclosureEdge: Omit<DisclosureEdge, 'node'> & { node: ResolversParentTypes['Disclosure'] };
  DisclosureEntry: EntryRow;
  DisclosureEntryConnection: EntryPage;
  DisclosureEntryEdge: Omit<DisclosureEntryEdge, 'node'> & { node: ResolversParentTypes['DisclosureEntry'] };
  DisclosureFilter: DisclosureFilter;
  DisplayPeriod: DisplayPeriod;
  DisplayPeriodInput: DisplayPeriodInput;
  DisplayPeriodRow: DisplayPeriodRow;
  DisplayPeriodRowInput: DisplayPeriodRowInput;
  DisplayPeriodTable: DisplayEdition;
  DisplayPeriodsEffect: EffectRow;
  DisplayPeriodsInput: DisplayPeriodsInput;
  Duty: DutyRow;
  DutyConnection: DutyPage;
  DutyEdge: Omit<DutyEdge, 'node'> & { node: ResolversParentTypes['Duty'] };
  DutyInput: DutyInput;
  EndUnitResult: EndUnitResult;
  EndWebhookResult: EndWebhookResult;
  GrantAuthorizationInput: GrantAuthorizationInput;
  ItemProviders: Omit<ItemProviders, 'units'> & { units: ReadonlyArray<ResolversParentTypes['Unit']> };
  ItemProvidersInput: ItemProvidersInput;
  LedgerCheckpoint: SignedCheckpoint;
  LedgerConsistency: LedgerConsistency;
  LedgerGap: GapRow;
  LedgerProof: ProofRow;
  LedgerVerification: Omit<LedgerVerification, 'gap'> & { gap?: Maybe<ResolversParentTypes['LedgerGap']> };
  LegalBasis: LegalBasis;
  LegalBasisInput: LegalBasisInput;
  MatterCheck: MatterRow;
  MatterFinding: Finding;
  MatterIncentive: MatterIncentive;
  MatterMeasure: MatterMeasure;
  MatterPart: Scalars['MatterPart']['output'];
  Message: MessageRow;
  MessageConnection: MessagePage;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  Mutation: Record<PropertyKey, never>;
  MyAccess: Access;
  Notice: NoticeRow;
  PageInfo: PageInfo;
  PledgeEligibility: PledgeEligibility;
  ProviderRule: ProviderRule;
  ProviderRuleInput: ProviderRuleInput;
  ProvinceChange: ProvinceChange;
  ProvinceRun: ProvinceRunRow;
  ProvinceRunConnection: ProvinceRunPage;
  ProvinceRunEdge: Omit<ProvinceRunEdge, 'node'> & { node: ResolversParentTypes['ProvinceRun'] };
  Publication: Publication;
  PublicationInput: PublicationInput;
  Purpose: PurposeRow;
  PurposeCap: Cap;
  PurposeCapInput: PurposeCapInput;
  PurposeInput: PurposeInput;
  Query: Record<PropertyKey, never>;
  Recipient: Recipient;
  ReportVerification: ReportVerification;
  RetryResult: RetryResult;
  SubjectIdentifierInput: SubjectIdentifierInput;
  Supervision: Supervision;
  Unit: UnitKey;
  UnitBreaches: BreachRow;
  Float: Scalars['Float']['output'];
  UnitConnection: UnitPage;
  UnitEdge: Omit<UnitEdge, 'node'> & { node: ResolversParentTypes['Unit'] };
  UnitInput: UnitInput;
  UnitWebhook: UnitWebhookRow;
  UnitWebhookConnection: UnitWebhookPage;
  UnitWebhookEdge: Omit<UnitWebhookEdge, 'node'> & { node: ResolversParentTypes['UnitWebhook'] };
  UnwatchResult: UnwatchResult;
  WatchRefusal: WatchRefusal;
  WatchResult: WatchResult;
  Webhook: Webhook;
  WebhookRegistration: WebhookRegistration;
};

export type OpennessDirectiveArgs = {
  tier: Openness;
};

export type OpennessDirectiveResolver<Result, Parent, ContextType = Context, Args = OpennessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = {
  kind: PersonalKind;
};

export type PersonalDirectiveResolver<Result, Parent, ContextType = Context, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessDecision'] = ResolversParentTypes['AccessDecision']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  desensitized?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessNotice'] = ResolversParentTypes['AccessNotice']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccessNoticeKind'], ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessNoticeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessNoticeConnection'] = ResolversParentTypes['AccessNoticeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessNoticeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccessNotice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessNoticeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessNoticeEdge'] = ResolversParentTypes['AccessNoticeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessNotice'], ParentType, ContextType>;
};

export type AcknowledgeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcknowledgeResult'] = ResolversParentTypes['AcknowledgeResult']> = {
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgreedAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgreedAccess'] = ResolversParentTypes['AgreedAccess']> = {
  dailyQuota?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  usedToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AgreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agreement'] = ResolversParentTypes['Agreement']> = {
  dailyQuota?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['AgreementEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  party?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgreementStatus'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AgreementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgreementConnection'] = ResolversParentTypes['AgreementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgreementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgreementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgreementEdge'] = ResolversParentTypes['AgreementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agreement'], ParentType, ContextType>;
};

export type AgreementEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgreementEvent'] = ResolversParentTypes['AgreementEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['AgreementStatus']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['AgreementStatus'], ParentType, ContextType>;
};

export type AuthorizationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authorization'] = ResolversParentTypes['Authorization']> = {
  grantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  maximumUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  party?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  remindedSince?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AuthorizationStatus'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AuthorizationNumbersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationNumbers'] = ResolversParentTypes['AuthorizationNumbers']> = {
  endingWithin30Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  over?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  party?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuthorizationNumbersConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationNumbersConnection'] = ResolversParentTypes['AuthorizationNumbersConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuthorizationNumbersEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuthorizationNumbers']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthorizationNumbersEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationNumbersEdge'] = ResolversParentTypes['AuthorizationNumbersEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuthorizationNumbers'], ParentType, ContextType>;
};

export type AuthorizationsEndingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationsEnding'] = ResolversParentTypes['AuthorizationsEnding']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  within30Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BreachReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreachReport'] = ResolversParentTypes['BreachReport']> = {
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['UnitBreaches']>, ParentType, ContextType, RequireFields<BreachReportRowsArgs, 'limit' | 'offset'>>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CatalogElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogElement'] = ResolversParentTypes['CatalogElement']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openness?: Resolver<ResolversTypes['Openness'], ParentType, ContextType>;
  personal?: Resolver<Maybe<ResolversTypes['PersonalKind']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CatalogItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogItem'] = ResolversParentTypes['CatalogItem'], FederationReferenceType extends FederationReferenceTypes['CatalogItem'] = FederationReferenceTypes['CatalogItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CatalogItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['CatalogCategory']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conduct?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dataSource?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayClass?: Resolver<Maybe<ResolversTypes['DisplayClass']>, ParentType, ContextType>;
  displayPeriod?: Resolver<ResolversTypes['DisplayPeriod'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  effectiveUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  elements?: Resolver<ReadonlyArray<ResolversTypes['CatalogElement']>, ParentType, ContextType>;
  information?: Resolver<ResolversTypes['InformationKind'], ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  openness?: Resolver<ResolversTypes['Openness'], ParentType, ContextType>;
  providers?: Resolver<ResolversTypes['ItemProviders'], ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['Sharing'], ParentType, ContextType>;
  subjectKinds?: Resolver<ReadonlyArray<ResolversTypes['SubjectKind']>, ParentType, ContextType>;
  updateWithinWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogItemConnection'] = ResolversParentTypes['CatalogItemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CatalogItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CatalogItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogItemEdge'] = ResolversParentTypes['CatalogItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ChangedSubject'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ChangedSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangedSubject'] = ResolversParentTypes['ChangedSubject']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pseudonym?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confirmBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChannelKind'], ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['MessageKind']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['ChannelLanguage'], ParentType, ContextType>;
  toldAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ChosenChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChosenChannel'] = ResolversParentTypes['ChosenChannel']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreditSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditSubject'] = ResolversParentTypes['CreditSubject'], FederationReferenceType extends FederationReferenceTypes['CreditSubject'] = FederationReferenceTypes['CreditSubject']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CreditSubject']> | FederationReferenceType, FederationReferenceType, ContextType>;
  authorizations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Authorization']>>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  disclosures?: Resolver<Maybe<ResolversTypes['DisclosureConnection']>, ParentType, ContextType, Partial<CreditSubjectDisclosuresArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, Partial<CreditSubjectMessagesArgs>>;
  notices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Notice']>>, ParentType, ContextType, Partial<CreditSubjectNoticesArgs>>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadlineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deadline'] = ResolversParentTypes['Deadline']> = {
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  earliest?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lateByWorkingDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  metOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  obligation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pauses?: Resolver<ReadonlyArray<ResolversTypes['DeadlinePause']>, ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadlineStatus'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type DeadlineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlineConnection'] = ResolversParentTypes['DeadlineConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadlineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeadlineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlineEdge'] = ResolversParentTypes['DeadlineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deadline'], ParentType, ContextType>;
};

export type DeadlinePauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlinePause'] = ResolversParentTypes['DeadlinePause']> = {
  cause?: Resolver<ResolversTypes['PauseCause'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DisclosedRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosedRecord'] = ResolversParentTypes['DisclosedRecord']> = {
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure'], FederationReferenceType extends FederationReferenceTypes['Disclosure'] = FederationReferenceTypes['Disclosure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Disclosure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bases?: Resolver<ReadonlyArray<ResolversTypes['DisclosureBasis']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['DisclosureBasis'], ParentType, ContextType>;
  caseReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['CatalogItem']>, ParentType, ContextType>;
  proof?: Resolver<Maybe<ResolversTypes['LedgerProof']>, ParentType, ContextType>;
  proofAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purposeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['DisclosedRecord']>, ParentType, ContextType>;
  seen?: Resolver<ResolversTypes['FieldsClass'], ParentType, ContextType>;
};

export type DisclosureBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureBasis'] = ResolversParentTypes['DisclosureBasis']> = {
  agreementId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authorizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  dutyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisclosureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureConnection'] = ResolversParentTypes['DisclosureConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisclosureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Disclosure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DisclosureCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureCount'] = ResolversParentTypes['DisclosureCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['DisclosureOutcome']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type DisclosureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureEdge'] = ResolversParentTypes['DisclosureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Disclosure'], ParentType, ContextType>;
};

export type DisclosureEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureEntry'] = ResolversParentTypes['DisclosureEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['DisclosureBasis']>, ParentType, ContextType>;
  caseReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['CatalogItem']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['DisclosureOutcome'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['CreditSubject']>, ParentType, ContextType>;
};

export type DisclosureEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureEntryConnection'] = ResolversParentTypes['DisclosureEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisclosureEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DisclosureEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DisclosureEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureEntryEdge'] = ResolversParentTypes['DisclosureEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DisclosureEntry'], ParentType, ContextType>;
};

export type DisplayPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisplayPeriod'] = ResolversParentTypes['DisplayPeriod']> = {
  maximumMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimumMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DisplayPeriodRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisplayPeriodRow'] = ResolversParentTypes['DisplayPeriodRow']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  displayClass?: Resolver<ResolversTypes['DisplayClass'], ParentType, ContextType>;
  maximumMonths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DisplayPeriodTableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisplayPeriodTable'] = ResolversParentTypes['DisplayPeriodTable']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['DisplayPeriodRow']>, ParentType, ContextType>;
  publicationReference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisplayPeriodsEffectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisplayPeriodsEffect'] = ResolversParentTypes['DisplayPeriodsEffect']> = {
  atOnce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  displayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  earlier?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  later?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['DisplayPeriodRow'], ParentType, ContextType>;
};

export type DutyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Duty'] = ResolversParentTypes['Duty']> = {
  activity?: Resolver<ResolversTypes['Activity'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DutyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DutyConnection'] = ResolversParentTypes['DutyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DutyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Duty']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DutyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DutyEdge'] = ResolversParentTypes['DutyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Duty'], ParentType, ContextType>;
};

export type EndUnitResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndUnitResult'] = ResolversParentTypes['EndUnitResult']> = {
  agreements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duties?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  watches?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type EndWebhookResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndWebhookResult'] = ResolversParentTypes['EndWebhookResult']> = {
  ended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ItemProvidersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemProviders'] = ResolversParentTypes['ItemProviders']> = {
  rule?: Resolver<Maybe<ResolversTypes['ProviderRule']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type LedgerCheckpointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerCheckpoint'] = ResolversParentTypes['LedgerCheckpoint']> = {
  keyId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rootHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LedgerConsistencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerConsistency'] = ResolversParentTypes['LedgerConsistency']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hashes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LedgerGapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerGap'] = ResolversParentTypes['LedgerGap']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fromAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fromSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kept?: Resolver<Maybe<ResolversTypes['LedgerCheckpoint']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  toSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LedgerProofResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerProof'] = ResolversParentTypes['LedgerProof']> = {
  checkpoint?: Resolver<ResolversTypes['LedgerCheckpoint'], ParentType, ContextType>;
  checkpointSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hashes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  leafIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  salt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerVerification'] = ResolversParentTypes['LedgerVerification']> = {
  entries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  erased?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['LedgerFault']>, ParentType, ContextType>;
  firstBroken?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['LedgerGap']>, ParentType, ContextType>;
  intact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pending?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCheck'] = ResolversParentTypes['MatterCheck'], FederationReferenceType extends FederationReferenceTypes['MatterCheck'] = FederationReferenceTypes['MatterCheck']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MatterCheck']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  complete?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  findings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MatterFinding']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  incentives?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MatterIncentive']>>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MatterMeasure']>>, ParentType, ContextType>;
  missingSources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  pledge?: Resolver<Maybe<ResolversTypes['PledgeEligibility']>, ParentType, ContextType>;
  subjectFound?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  supersedes?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  supervision?: Resolver<Maybe<ResolversTypes['Supervision']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MatterFindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterFinding'] = ResolversParentTypes['MatterFinding']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  designationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FindingKind'], ParentType, ContextType>;
  objected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterIncentiveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterIncentive'] = ResolversParentTypes['MatterIncentive']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  objected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MatterMeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterMeasure'] = ResolversParentTypes['MatterMeasure']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MeasureKind'], ParentType, ContextType>;
  listEdition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  objected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export interface MatterPartScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MatterPart'], any> {
  name: 'MatterPart';
}

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeChanges: Resolver<Maybe<ResolversTypes['AcknowledgeResult']>, ParentType, ContextType, RequireFields<MutationAcknowledgeChangesArgs, 'through'>>;
  acknowledgeGap: Resolver<Maybe<ResolversTypes['LedgerGap']>, ParentType, ContextType, RequireFields<MutationAcknowledgeGapArgs, 'input'>>;
  activateAgreement: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<MutationActivateAgreementArgs, 'id' | 'reason'>>;
  chooseChannel: Resolver<Maybe<ResolversTypes['ChosenChannel']>, ParentType, ContextType, RequireFields<MutationChooseChannelArgs, 'input'>>;
  concludeAgreement: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<MutationConcludeAgreementArgs, 'input'>>;
  confirmChannel: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType, RequireFields<MutationConfirmChannelArgs, 'code'>>;
  draftAgreement: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<MutationDraftAgreementArgs, 'input'>>;
  endAgreement: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<MutationEndAgreementArgs, 'id' | 'reason'>>;
  endDuty: Resolver<Maybe<ResolversTypes['Duty']>, ParentType, ContextType, RequireFields<MutationEndDutyArgs, 'id' | 'reason'>>;
  endUnit: Resolver<Maybe<ResolversTypes['EndUnitResult']>, ParentType, ContextType, RequireFields<MutationEndUnitArgs, 'code' | 'reason'>>;
  endWebhook: Resolver<Maybe<ResolversTypes['EndWebhookResult']>, ParentType, ContextType>;
  grantAuthorization: Resolver<Maybe<ResolversTypes['Authorization']>, ParentType, ContextType, RequireFields<MutationGrantAuthorizationArgs, 'input'>>;
  publishCatalogItem: Resolver<Maybe<ResolversTypes['CatalogItem']>, ParentType, ContextType, RequireFields<MutationPublishCatalogItemArgs, 'input'>>;
  publishDisplayPeriods: Resolver<Maybe<ResolversTypes['DisplayPeriodTable']>, ParentType, ContextType, RequireFields<MutationPublishDisplayPeriodsArgs, 'input'>>;
  publishPurpose: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType, RequireFields<MutationPublishPurposeArgs, 'input'>>;
  publishPurposeCap: Resolver<Maybe<ResolversTypes['PurposeCap']>, ParentType, ContextType, RequireFields<MutationPublishPurposeCapArgs, 'input'>>;
  registerDuty: Resolver<Maybe<ResolversTypes['Duty']>, ParentType, ContextType, RequireFields<MutationRegisterDutyArgs, 'input'>>;
  registerUnit: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<MutationRegisterUnitArgs, 'input'>>;
  registerWebhook: Resolver<Maybe<ResolversTypes['WebhookRegistration']>, ParentType, ContextType, RequireFields<MutationRegisterWebhookArgs, 'url'>>;
  resumeAgreement: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<MutationResumeAgreementArgs, 'id' | 'reason'>>;
  retryDeadDeliveries: Resolver<Maybe<ResolversTypes['RetryResult']>, ParentType, ContextType>;
  revokeAuthorization: Resolver<Maybe<ResolversTypes['Authorization']>, ParentType, ContextType, RequireFields<MutationRevokeAuthorizationArgs, 'id'>>;
  suspendAgreement: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<MutationSuspendAgreementArgs, 'id' | 'reason'>>;
  unwatch: Resolver<Maybe<ResolversTypes['UnwatchResult']>, ParentType, ContextType, RequireFields<MutationUnwatchArgs, 'subjects'>>;
  watch: Resolver<Maybe<ResolversTypes['WatchResult']>, ParentType, ContextType, RequireFields<MutationWatchArgs, 'subjects'>>;
};

export type MyAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MyAccess'] = ResolversParentTypes['MyAccess']> = {
  agreements?: Resolver<ReadonlyArray<ResolversTypes['AgreedAccess']>, ParentType, ContextType>;
  authorizationsEnding?: Resolver<ResolversTypes['AuthorizationsEnding'], ParentType, ContextType>;
  notices?: Resolver<ResolversTypes['AccessNoticeConnection'], ParentType, ContextType, Partial<MyAccessNoticesArgs>>;
  tokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NoticeState'], ParentType, ContextType>;
  toldAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PledgeEligibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PledgeEligibility'] = ResolversParentTypes['PledgeEligibility']> = {
  eligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['PledgeBar']>, ParentType, ContextType>;
};

export type ProviderRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProviderRule'] = ResolversParentTypes['ProviderRule']> = {
  level?: Resolver<Maybe<ResolversTypes['UnitLevel']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownRegion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProvinceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProvinceChange'] = ResolversParentTypes['ProvinceChange']> = {
  act?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProvinceRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProvinceRun'] = ResolversParentTypes['ProvinceRun']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['ProvinceChange']>, ParentType, ContextType>;
  fileHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ranBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type ProvinceRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProvinceRunConnection'] = ResolversParentTypes['ProvinceRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProvinceRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProvinceRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProvinceRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProvinceRunEdge'] = ResolversParentTypes['ProvinceRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProvinceRun'], ParentType, ContextType>;
};

export type PublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Publication'] = ResolversParentTypes['Publication']> = {
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PurposeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Purpose'] = ResolversParentTypes['Purpose']> = {
  activity?: Resolver<Maybe<ResolversTypes['Activity']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authorizationMaximumMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  caps?: Resolver<ReadonlyArray<ResolversTypes['PurposeCap']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  publicationReference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PurposeCapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurposeCap'] = ResolversParentTypes['PurposeCap']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maximumMonths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maximumUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publicationReference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  access: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessDecision']>>, ParentType, ContextType, RequireFields<QueryAccessArgs, 'subject'>>;
  agreements: Resolver<Maybe<ResolversTypes['AgreementConnection']>, ParentType, ContextType, Partial<QueryAgreementsArgs>>;
  authorizations: Resolver<Maybe<ResolversTypes['AuthorizationNumbersConnection']>, ParentType, ContextType, Partial<QueryAuthorizationsArgs>>;
  breachReport: Resolver<Maybe<ResolversTypes['BreachReport']>, ParentType, ContextType, RequireFields<QueryBreachReportArgs, 'from' | 'until'>>;
  catalogItems: Resolver<Maybe<ResolversTypes['CatalogItemConnection']>, ParentType, ContextType, Partial<QueryCatalogItemsArgs>>;
  changes: Resolver<Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<QueryChangesArgs>>;
  deadlines: Resolver<Maybe<ResolversTypes['DeadlineConnection']>, ParentType, ContextType, Partial<QueryDeadlinesArgs>>;
  disclosure: Resolver<Maybe<ResolversTypes['Disclosure']>, ParentType, ContextType, RequireFields<QueryDisclosureArgs, 'id'>>;
  disclosureCounts: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosureCount']>>, ParentType, ContextType, RequireFields<QueryDisclosureCountsArgs, 'by'>>;
  disclosures: Resolver<Maybe<ResolversTypes['DisclosureEntryConnection']>, ParentType, ContextType, Partial<QueryDisclosuresArgs>>;
  displayPeriods: Resolver<Maybe<ResolversTypes['DisplayPeriodTable']>, ParentType, ContextType, Partial<QueryDisplayPeriodsArgs>>;
  displayPeriodsEffect: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisplayPeriodsEffect']>>, ParentType, ContextType, RequireFields<QueryDisplayPeriodsEffectArgs, 'input'>>;
  duties: Resolver<Maybe<ResolversTypes['DutyConnection']>, ParentType, ContextType, Partial<QueryDutiesArgs>>;
  ledgerCheckpoint: Resolver<Maybe<ResolversTypes['LedgerCheckpoint']>, ParentType, ContextType>;
  ledgerConsistency: Resolver<Maybe<ResolversTypes['LedgerConsistency']>, ParentType, ContextType, RequireFields<QueryLedgerConsistencyArgs, 'from'>>;
  ledgerGaps: Resolver<Maybe<ReadonlyArray<ResolversTypes['LedgerGap']>>, ParentType, ContextType>;
  matterCheck: Resolver<Maybe<ResolversTypes['MatterCheck']>, ParentType, ContextType, RequireFields<QueryMatterCheckArgs, 'matter' | 'subject'>>;
  matterChecks: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['MatterCheck']>>>, ParentType, ContextType, RequireFields<QueryMatterChecksArgs, 'matter' | 'subjects'>>;
  myAccess: Resolver<Maybe<ResolversTypes['MyAccess']>, ParentType, ContextType>;
  provinceRuns: Resolver<Maybe<ResolversTypes['ProvinceRunConnection']>, ParentType, ContextType, Partial<QueryProvinceRunsArgs>>;
  purposes: Resolver<Maybe<ReadonlyArray<ResolversTypes['Purpose']>>, ParentType, ContextType>;
  units: Resolver<Maybe<ResolversTypes['UnitConnection']>, ParentType, ContextType, Partial<QueryUnitsArgs>>;
  verifyLedger: Resolver<Maybe<ResolversTypes['LedgerVerification']>, ParentType, ContextType, Partial<QueryVerifyLedgerArgs>>;
  verifyReport: Resolver<Maybe<ResolversTypes['ReportVerification']>, ParentType, ContextType, RequireFields<QueryVerifyReportArgs, 'token'>>;
  webhook: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
  webhooks: Resolver<Maybe<ResolversTypes['UnitWebhookConnection']>, ParentType, ContextType, Partial<QueryWebhooksArgs>>;
};

export type RecipientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recipient'] = ResolversParentTypes['Recipient']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RecipientKind'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReportVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportVerification'] = ResolversParentTypes['ReportVerification']> = {
  authentic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  keyRevokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReportStatus'], ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RetryResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryResult'] = ResolversParentTypes['RetryResult']> = {
  retried?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupervisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Supervision'] = ResolversParentTypes['Supervision']> = {
  assessmentEdition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  class?: Resolver<ResolversTypes['SupervisionClass'], ParentType, ContextType>;
  objected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit'], FederationReferenceType extends FederationReferenceTypes['Unit'] = FederationReferenceTypes['Unit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Unit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['UnitKind']>, ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['UnitKind']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['UnitLevel']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  uscc?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnitBreachesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitBreaches'] = ResolversParentTypes['UnitBreaches']> = {
  due?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maximumDaysLate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  medianDaysLate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  met?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  obligation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type UnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitConnection'] = ResolversParentTypes['UnitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitEdge'] = ResolversParentTypes['UnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type UnitWebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitWebhook'] = ResolversParentTypes['UnitWebhook']> = {
  dead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnitWebhookConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitWebhookConnection'] = ResolversParentTypes['UnitWebhookConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnitWebhookEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UnitWebhook']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitWebhookEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitWebhookEdge'] = ResolversParentTypes['UnitWebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UnitWebhook'], ParentType, ContextType>;
};

export type UnwatchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnwatchResult'] = ResolversParentTypes['UnwatchResult']> = {
  unwatched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WatchRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WatchRefusal'] = ResolversParentTypes['WatchRefusal']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WatchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WatchResult'] = ResolversParentTypes['WatchResult']> = {
  refused?: Resolver<ReadonlyArray<ResolversTypes['WatchRefusal']>, ParentType, ContextType>;
  watched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  dead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookRegistrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookRegistration'] = ResolversParentTypes['WebhookRegistration']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessDecision?: AccessDecisionResolvers<ContextType>;
  AccessNotice?: AccessNoticeResolvers<ContextType>;
  AccessNoticeConnection?: AccessNoticeConnectionResolvers<ContextType>;
  AccessNoticeEdge?: AccessNoticeEdgeResolvers<ContextType>;
  AcknowledgeResult?: AcknowledgeResultResolvers<ContextType>;
  AgreedAccess?: AgreedAccessResolvers<ContextType>;
  Agreement?: AgreementResolvers<ContextType>;
  AgreementConnection?: AgreementConnectionResolvers<ContextType>;
  AgreementEdge?: AgreementEdgeResolvers<ContextType>;
  AgreementEvent?: AgreementEventResolvers<ContextType>;
  Authorization?: AuthorizationResolvers<ContextType>;
  AuthorizationNumbers?: AuthorizationNumbersResolvers<ContextType>;
  AuthorizationNumbersConnection?: AuthorizationNumbersConnectionResolvers<ContextType>;
  AuthorizationNumbersEdge?: AuthorizationNumbersEdgeResolvers<ContextType>;
  AuthorizationsEnding?: AuthorizationsEndingResolvers<ContextType>;
  BreachReport?: BreachReportResolvers<ContextType>;
  CatalogElement?: CatalogElementResolvers<ContextType>;
  CatalogItem?: CatalogItemResolvers<ContextType>;
  CatalogItemConnection?: CatalogItemConnectionResolvers<ContextType>;
  CatalogItemEdge?: CatalogItemEdgeResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  ChangedSubject?: ChangedSubjectResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ChosenChannel?: ChosenChannelResolvers<ContextType>;
  CreditSubject?: CreditSubjectResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Deadline?: DeadlineResolvers<ContextType>;
  DeadlineConnection?: DeadlineConnectionResolvers<ContextType>;
  DeadlineEdge?: DeadlineEdgeResolvers<ContextType>;
  DeadlinePause?: DeadlinePauseResolvers<ContextType>;
  DisclosedRecord?: DisclosedRecordResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  DisclosureBasis?: DisclosureBasisResolvers<ContextType>;
  DisclosureConnection?: DisclosureConnectionResolvers<ContextType>;
  DisclosureCount?: DisclosureCountResolvers<ContextType>;
  DisclosureEdge?: DisclosureEdgeResolvers<ContextType>;
  DisclosureEntry?: DisclosureEntryResolvers<ContextType>;
  DisclosureEntryConnection?: DisclosureEntryConnectionResolvers<ContextType>;
  DisclosureEntryEdge?: DisclosureEntryEdgeResolvers<ContextType>;
  DisplayPeriod?: DisplayPeriodResolvers<ContextType>;
  DisplayPeriodRow?: DisplayPeriodRowResolvers<ContextType>;
  DisplayPeriodTable?: DisplayPeriodTableResolvers<ContextType>;
  DisplayPeriodsEffect?: DisplayPeriodsEffectResolvers<ContextType>;
  Duty?: DutyResolvers<ContextType>;
  DutyConnection?: DutyConnectionResolvers<ContextType>;
  DutyEdge?: DutyEdgeResolvers<ContextType>;
  EndUnitResult?: EndUnitResultResolvers<ContextType>;
  EndWebhookResult?: EndWebhookResultResolvers<ContextType>;
  ItemProviders?: ItemProvidersResolvers<ContextType>;
  LedgerCheckpoint?: LedgerCheckpointResolvers<ContextType>;
  LedgerConsistency?: LedgerConsistencyResolvers<ContextType>;
  LedgerGap?: LedgerGapResolvers<ContextType>;
  LedgerProof?: LedgerProofResolvers<ContextType>;
  LedgerVerification?: LedgerVerificationResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  MatterCheck?: MatterCheckResolvers<ContextType>;
  MatterFinding?: MatterFindingResolvers<ContextType>;
  MatterIncentive?: MatterIncentiveResolvers<ContextType>;
  MatterMeasure?: MatterMeasureResolvers<ContextType>;
  MatterPart?: GraphQLScalarType;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MyAccess?: MyAccessResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PledgeEligibility?: PledgeEligibilityResolvers<ContextType>;
  ProviderRule?: ProviderRuleResolvers<ContextType>;
  ProvinceChange?: ProvinceChangeResolvers<ContextType>;
  ProvinceRun?: ProvinceRunResolvers<ContextType>;
  ProvinceRunConnection?: ProvinceRunConnectionResolvers<ContextType>;
  ProvinceRunEdge?: ProvinceRunEdgeResolvers<ContextType>;
  Publication?: PublicationResolvers<ContextType>;
  Purpose?: PurposeResolvers<ContextType>;
  PurposeCap?: PurposeCapResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Recipient?: RecipientResolvers<ContextType>;
  ReportVerification?: ReportVerificationResolvers<ContextType>;
  RetryResult?: RetryResultResolvers<ContextType>;
  Supervision?: SupervisionResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitBreaches?: UnitBreachesResolvers<ContextType>;
  UnitConnection?: UnitConnectionResolvers<ContextType>;
  UnitEdge?: UnitEdgeResolvers<ContextType>;
  UnitWebhook?: UnitWebhookResolvers<ContextType>;
  UnitWebhookConnection?: UnitWebhookConnectionResolvers<ContextType>;
  UnitWebhookEdge?: UnitWebhookEdgeResolvers<ContextType>;
  UnwatchResult?: UnwatchResultResolvers<ContextType>;
  WatchRefusal?: WatchRefusalResolvers<ContextType>;
  WatchResult?: WatchResultResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookRegistration?: WebhookRegistrationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  openness?: OpennessDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
};
