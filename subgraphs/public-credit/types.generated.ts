import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OwnStatementRow } from '../rights/statements/own-statements.ts';
import type { MatterKey } from '../matter/matter.ts';
import type { DisclosureKey, ShownRow, AskedStatistics, StatisticsFigure, AskedOperation, SubjectRow, StatementRow, RecordPage, RecordRow, PersonRow, MethodRow, PledgeCheckRow, PledgeCheckPage, HeldRow, HeldPage, DecidedHeld, ItemKey, UnitKey } from './rows.ts';
import type { Labelled } from '../rights/claims/label.ts';
import type { MandateRow } from '../rights/mandates/mandate-rows.ts';
import type { ObjectionRow, ObjectionPage, PauseRow, VerificationRow } from '../rights/claims/objection-rows.ts';
import type { ComplaintRow, ComplaintPage } from '../rights/claims/complaints.ts';
import type { EvidenceRow } from '../rights/evidence/read-evidence.ts';
import type { RestorationRow, RestorationPage, ConditionsRow, RestoredDecisionRow, ExclusionRow } from '../rights/restorations/rows.ts';
import type { RowInQuestion, ArchivedRow } from '../rights/in-question.ts';
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
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** What one source holds for an answer to a permit desk; between the subgraphs alone. */
  MatterPart: { input: unknown; output: unknown; }
  _FieldSet: { input: string; output: string; }
};

/** Other administrative management: compulsion, confirmation, payment, inspection … (其他行政管理), Article 18 (4). */
export type AdministrativeAct = CreditRecord & {
  readonly __typename?: 'AdministrativeAct';
  /** Kind of act. */
  readonly actKind: Maybe<Scalars['String']['output']>;
  /** Authority. */
  readonly authority: Maybe<Authority>;
  /** Content. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Number of the document. */
  readonly documentNumber: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** Administrative penalty (行政处罚), Article 18 (4). */
export type AdministrativePenalty = CreditRecord & {
  readonly __typename?: 'AdministrativePenalty';
  /** Punishing authority. */
  readonly authority: Maybe<Authority>;
  /** Kind of unlawful conduct. */
  readonly conduct: Maybe<Scalars['String']['output']>;
  /** Confiscated in yuan, a decimal such as `2000.00`; null where nothing was. */
  readonly confiscatedYuan: Maybe<Scalars['String']['output']>;
  /** What was imposed. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Number of the decision. */
  readonly documentNumber: Maybe<Scalars['String']['output']>;
  /** Facts; what is personal in the text is masked for others, Article 23. */
  readonly facts: Maybe<Scalars['String']['output']>;
  /** Fine in yuan, a decimal such as `2000.00`; null where none was imposed. */
  readonly fineYuan: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Basis of the penalty. */
  readonly legalBasisText: Maybe<Scalars['String']['output']>;
  /** Legal representative (法定代表人), desensitized for everyone: another person than the subject. */
  readonly legalRepresentative: Maybe<PersonReference>;
  /** Licence withheld or revoked; null where none was. */
  readonly licence: Maybe<Scalars['String']['output']>;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Kinds of penalty. */
  readonly penaltyKinds: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Last day of effect; null where none is stated. */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** Administrative permit (行政许可), Article 18 (4). */
export type AdministrativePermit = CreditRecord & {
  readonly __typename?: 'AdministrativePermit';
  /** Permitting authority. */
  readonly authority: Maybe<Authority>;
  /** What is permitted. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Name of the decision. */
  readonly documentName: Maybe<Scalars['String']['output']>;
  /** Number of the decision. */
  readonly documentNumber: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Legal representative (法定代表人), desensitized for everyone: another person than the subject. */
  readonly legalRepresentative: Maybe<PersonReference>;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Kinds of permit. */
  readonly permitKinds: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Number of the permit. */
  readonly permitNumber: Maybe<Scalars['String']['output']>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** First day. */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** Last day; null where none is stated. */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** The answer to a complaint. */
export type AnswerComplaintInput = {
  /** The answer, 1 to 4000 characters: what was verified, and what follows. */
  readonly answer: Scalars['String']['input'];
  /** Id of the complaint. */
  readonly id: Scalars['ID']['input'];
};

/** The answer of a unit that was asked to verify. */
export type AnswerVerificationInput = {
  /** What it found, 1 to 4000 characters. The subject reads it. */
  readonly answer: Scalars['String']['input'];
  /** Whether what is held is confirmed. */
  readonly confirms: Scalars['Boolean']['input'];
  /** Id of the verification. */
  readonly id: Scalars['ID']['input'];
};

/** An application for restoration of one record or one designation. */
export type ApplyForRestorationInput = {
  /** The conduct is corrected and its effects are removed. */
  readonly corrected: Scalars['Boolean']['input'];
  /** The designation. */
  readonly designation?: InputMaybe<Scalars['ID']['input']>;
  /** The duties of the decision are performed. */
  readonly dutiesPerformed: Scalars['Boolean']['input'];
  /** The pledge, at most 4000 characters. */
  readonly pledge: Scalars['String']['input'];
  /** The record. */
  readonly record?: InputMaybe<Scalars['ID']['input']>;
};

/** Kind of a thing in the archive. */
export type ArchivedKind =
  /** Designation on a list of serious untrustworthiness. */
  | 'DESIGNATION'
  /** Designation on a list of incentives. */
  | 'INCENTIVE'
  /** Record of non-public credit information. */
  | 'NON_PUBLIC_RECORD'
  /** Record of public credit information. */
  | 'RECORD';

/** A thing in the archive: what fell. */
export type ArchivedRecord = {
  readonly __typename?: 'ArchivedRecord';
  /** Document that it rested on, desensitized. */
  readonly basisDocument: Maybe<Scalars['String']['output']>;
  /** By what it fell. */
  readonly cause: FallCause;
  /** What it said, desensitized. */
  readonly content: Scalars['JSON']['output'];
  /** Day on which it fell; null where none was kept. */
  readonly fellOn: Maybe<Scalars['Date']['output']>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item. */
  readonly item: CatalogItem;
  /** Kind. */
  readonly kind: ArchivedKind;
  /** Day of the decision or event. */
  readonly occurredOn: Scalars['Date']['output'];
  /** Unit whose it was. */
  readonly providingUnit: Unit;
  /** Type of record, `Designation`, `Incentive` or `NonPublicRecord`. */
  readonly type: Scalars['String']['output'];
};

/** Refusal to pay (欠缴), Article 18 (7). */
export type Arrears = CreditRecord & {
  readonly __typename?: 'Arrears';
  /** Amount in yuan, decimal. */
  readonly amountYuan: Maybe<Scalars['String']['output']>;
  /** Content. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** What was to be paid. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Period. */
  readonly period: Maybe<Scalars['String']['output']>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** What another unit is asked to verify. */
export type AskForHelpInput = {
  /** Id of the objection. */
  readonly objection: Scalars['ID']['input'];
  /** Code of the unit that is asked. Each is asked once at a time. */
  readonly of: Scalars['String']['input'];
  /** What it shall verify, 1 to 4000 characters. The subject reads it. */
  readonly question: Scalars['String']['input'];
};

/** A level of a method to publish. */
export type AssessmentLevelInput = {
  /** Name. */
  readonly level: Scalars['String']['input'];
  /** Class of supervision that it gives, Article 48. */
  readonly supervision: SupervisionClass;
};

/** A published method of assessment (评价办法), Articles 47 and 48. */
export type AssessmentMethod = {
  readonly __typename?: 'AssessmentMethod';
  /** What it rests on. */
  readonly basis: Scalars['String']['output'];
  /** Edition. */
  readonly edition: Scalars['String']['output'];
  /** First day on which it holds. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Its levels, from the best to the worst. */
  readonly levels: ReadonlyArray<AssessmentMethodLevel>;
  /** Publication. */
  readonly publication: AssessmentPublication;
};

/** A method of assessment to publish. */
export type AssessmentMethodInput = {
  /** What it rests on. */
  readonly basis: Scalars['String']['input'];
  /** Edition. */
  readonly edition: Scalars['String']['input'];
  /** First day on which it holds; not before its publication. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Its levels, from the best to the worst; a better one never brings a stricter class. */
  readonly levels: ReadonlyArray<AssessmentLevelInput>;
  /** Publication. */
  readonly publication: AssessmentPublicationInput;
};

/** A level of a method. */
export type AssessmentMethodLevel = {
  readonly __typename?: 'AssessmentMethodLevel';
  /** Name. */
  readonly level: Scalars['String']['output'];
  /** Class of supervision that it gives. */
  readonly supervision: SupervisionClass;
};

/** Where a method was published. */
export type AssessmentPublication = {
  readonly __typename?: 'AssessmentPublication';
  /** Date. */
  readonly publishedOn: Scalars['Date']['output'];
  /** Reference. */
  readonly reference: Scalars['String']['output'];
};

/** Where a method was published. */
export type AssessmentPublicationInput = {
  /** Date. */
  readonly publishedOn: Scalars['Date']['input'];
  /** Reference. */
  readonly reference: Scalars['String']['input'];
};

/** Comprehensive public credit assessment (公共信用综合评价) of an enterprise, Article 47. Natural persons and sole traders have none. */
export type AssessmentRecord = CreditRecord & {
  readonly __typename?: 'AssessmentRecord';
  /** Edition of the method by which it was found. */
  readonly assessmentEdition: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Level, as the method calls it. */
  readonly level: Maybe<Scalars['String']['output']>;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Class of supervision that the method gives the level, Article 48. */
  readonly supervisionClass: Maybe<SupervisionClass>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** The result of one enterprise. A natural person has no place here. */
export type AssessmentResultInput = {
  /** Date of the result. */
  readonly assessedOn: Scalars['Date']['input'];
  /** Level, as the method calls it. */
  readonly level: Scalars['String']['input'];
  /** Name of the enterprise. */
  readonly subjectName: Scalars['String']['input'];
  /** Uniform social credit code of the enterprise; a sole trader's is refused. */
  readonly uscc: Scalars['String']['input'];
};

/** Authority that made a decision. */
export type Authority = {
  readonly __typename?: 'Authority';
  /** Uniform social credit code of the authority. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** Why a document carries nothing any more, Article 38. */
export type BasisFault =
  /** It was changed (被变更). */
  | 'CHANGED'
  /** It was found illegal (被确认违法). */
  | 'ILLEGAL'
  /** It was found invalid (被确认无效). */
  | 'INVALID'
  /** It was revoked (被撤销). */
  | 'REVOKED';

/** A catalog item, named. */
export type CatalogItem = {
  readonly __typename?: 'CatalogItem';
  /** Code of the item. */
  readonly code: Scalars['String']['output'];
};

/** Commendation, reward, volunteering or charity (表彰奖励), Article 18 (2). */
export type Commendation = CreditRecord & {
  readonly __typename?: 'Commendation';
  /** Who awarded it. */
  readonly awardedBy: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Document number. */
  readonly documentNumber: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Level. */
  readonly level: Maybe<Scalars['String']['output']>;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * A complaint (投诉) about a unit that collects non-public credit information, Article 41 §2: for the subject that filed it, for the department in charge and who
 * oversees, and for that unit.
 */
export type Complaint = {
  readonly __typename?: 'Complaint';
  /** The answer, read as `text`; null until there is one. */
  readonly answer: Maybe<Scalars['String']['output']>;
  /** Last day for the answer: twenty working days, the day of receipt not counted. */
  readonly answerBy: Scalars['Date']['output'];
  /** Day of the answer. */
  readonly answeredOn: Maybe<Scalars['Date']['output']>;
  /** The department in charge of social credit that answers, or answered. */
  readonly answeringUnit: Unit;
  /** The unit that it is about. */
  readonly collector: Unit;
  /** Evidence that was brought for it, for the subject and the department that answers; empty for others. */
  readonly evidence: Maybe<ReadonlyArray<Evidence>>;
  /** Day on which it was filed. */
  readonly filedOn: Scalars['Date']['output'];
  /** Id. */
  readonly id: Scalars['ID']['output'];
  /** Whether it was answered after `answerBy`. */
  readonly late: Scalars['Boolean']['output'];
  /** Whether `answerBy` may still move, because the working days of its year are not published yet. */
  readonly provisional: Scalars['Boolean']['output'];
  /** State. */
  readonly status: ComplaintStatus;
  /** What is complained of: whole for the subject; for others what is personal in it is masked, Article 23. */
  readonly text: Scalars['String']['output'];
};

/** A page of complaints. */
export type ComplaintConnection = {
  readonly __typename?: 'ComplaintConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ComplaintEdge>;
  /** Complaints. */
  readonly nodes: ReadonlyArray<Complaint>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A complaint in a page. */
export type ComplaintEdge = {
  readonly __typename?: 'ComplaintEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The complaint. */
  readonly node: Complaint;
};

/** State of a complaint. */
export type ComplaintStatus =
  /** Answered in writing (已答复). */
  | 'ANSWERED'
  /** Not answered yet. */
  | 'OPEN'
  /** Withdrawn by the subject (撤回). */
  | 'WITHDRAWN';

/** A correction. What is not named stays as it is. */
export type CorrectRecordInput = {
  /** Right number of the document that it rests on. */
  readonly basisDocument?: InputMaybe<Scalars['String']['input']>;
  /** Data elements to change, by name; null takes one away, what is not named stays. */
  readonly content?: InputMaybe<Scalars['JSON']['input']>;
  /** Day on which the error was found; today when absent. Three working days from it, Article 38. */
  readonly foundOn?: InputMaybe<Scalars['Date']['input']>;
  /** Right date of the conduct or deciding document. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
  /** What was wrong, for the register of corrections: 1 to 500 characters, no personal information. */
  readonly reason: Scalars['String']['input'];
  /** Id of the record. */
  readonly record: Scalars['ID']['input'];
  /**
   * Whom the record concerns, where it was recorded about another subject, with its name in subjectName and nothing else: the record ends where it stands, and
   * is a new one of whom it concerns. Each of both is told what concerns it. Article 38.
   */
  readonly subject?: InputMaybe<SubjectIdentifierInput>;
  /** Right address of the subject; null takes it away. */
  readonly subjectAddress?: InputMaybe<Scalars['String']['input']>;
  /** Right name of the subject; whoever was shown the wrong one is told, Article 39. */
  readonly subjectName?: InputMaybe<Scalars['String']['input']>;
  /** Right telephone number of the subject; null takes it away. */
  readonly subjectPhone?: InputMaybe<Scalars['String']['input']>;
};

/** What a correction did. */
export type CorrectionResult = {
  readonly __typename?: 'CorrectionResult';
  /** The record. */
  readonly id: Scalars['ID']['output'];
  /**
   * Of the recipients who were shown the record and have a notice in their feed (Article 39), those that the caller may know of: 0, because who was shown a
   * record is for its subject to know, and for no provider.
   */
  readonly recipientsToNotify: Scalars['Int']['output'];
  /** Its version now. */
  readonly version: Scalars['Int']['output'];
};

/** A public credit record (公共信用信息记录). */
export type CreditRecord = {
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. About a natural person or sole trader it is the recipient's own. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** A credit subject, Article 3. */
export type CreditSubject = {
  readonly __typename?: 'CreditSubject';
  /** Address; personal for natural persons and sole traders. Null where no row that the caller may see says one. */
  readonly address: Maybe<Scalars['String']['output']>;
  /**
   * The newest assessment of an enterprise, for whom an agreement or a duty gives it; null for a natural person and a sole trader, always. Articles 47
   * and 48.
   */
  readonly assessment: Maybe<AssessmentRecord>;
  /** Date of birth of a natural person; null for everybody but the subject and an identified duty, and for organizations. */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** Complaints that it filed about units that collect, newest first, Article 41. The subject's own view. */
  readonly complaints: Maybe<ReadonlyArray<Complaint>>;
  /** Opaque id; holds no identification number. That of a natural person or sole trader is the recipient's own. */
  readonly id: Scalars['ID']['output'];
  /** Identification number by which it is matched, Article 19. */
  readonly identifier: Maybe<SubjectIdentifier>;
  /** Kind of subject. */
  readonly kind: Maybe<SubjectKind>;
  /** The lock that it has on what is used of it by agreement (共享锁定), Article 36; null where it has none. The subject's own view. */
  readonly lock: Maybe<SharingLock>;
  /** Mandates (委托) that it gave and under which it acts, the newest first, ended ones too; at most 200. Article 35. The subject's own view. */
  readonly mandates: Maybe<ReadonlyArray<Mandate>>;
  /** Name; personal for natural persons and sole traders. Null where no row that the caller may see says one. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Objections that it raised, newest first, Article 39. The subject's own view. */
  readonly objections: Maybe<ObjectionConnection>;
  /** Telephone number; personal for natural persons and sole traders. Null where no row that the caller may see says one. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** How its pledges stand that a permit or proof rests on, Articles 35 and 46. The subject's own view. */
  readonly pledgeChecks: Maybe<ReadonlyArray<PledgeCheck>>;
  /** Credit pledges that are displayed, open to the public under Article 50. */
  readonly pledges: Maybe<ReadonlyArray<Pledge>>;
  /** Pseudonym (假名) for joining rows: stable for one recipient, a unit or the asking subject, and different for every other; null for anonymous callers. */
  readonly pseudonym: Maybe<Scalars['String']['output']>;
  /** Public credit records that the caller may see, newest first. */
  readonly records: Maybe<RecordConnection>;
  /** Current registration of an organization; null for a natural person, and where the caller may see none. */
  readonly registration: Maybe<Registration>;
  /** Its applications for restoration, newest first, Article 40. The subject's own view. */
  readonly restorations: Maybe<ReadonlyArray<Restoration>>;
  /**
   * What is said of it (陈述), each with the record that says it. For others one of each kind, the registration's or the newest that the caller may
   * see; for the subject itself all that there are. Articles 35 and 39.
   */
  readonly statements: Maybe<ReadonlyArray<SubjectStatement>>;
  /** Whether it chose for or against the pledge system; null where it decides with each application, Article 45. The subject's own view. */
  readonly usesPledges: Maybe<Scalars['Boolean']['output']>;
};


/** A credit subject, Article 3. */
export type CreditSubjectObjectionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A credit subject, Article 3. */
export type CreditSubjectRecordsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  items: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A credit subject, Article 3. */
export type CreditSubjectStatementsArgs = {
  kinds: InputMaybe<ReadonlyArray<StatementKind>>;
};

/** False materials or deception (欺骗行为), Article 18 (9). */
export type DeceptiveConduct = CreditRecord & {
  readonly __typename?: 'DeceptiveConduct';
  /** Conduct. */
  readonly conduct: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Number of the finding. */
  readonly documentNumber: Maybe<Scalars['String']['output']>;
  /** Facts. */
  readonly facts: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** Whether a held record is shown. */
export type DecideHeldRecordInput = {
  /** Id of the record or designation. */
  readonly id: Scalars['ID']['input'];
  /** Why: 1 to 500 characters. */
  readonly reasons: Scalars['String']['input'];
  /** True: it is displayed. False: it fell. */
  readonly show: Scalars['Boolean']['input'];
};

/** The decision of an objection. */
export type DecideObjectionInput = {
  /**
   * What is right, where it is upheld: of a record the fields of `CorrectRecordInput` that change, without `record`, `reason` and `foundOn`; of non-public
   * credit information `{ content }`; for an omission the missing record, as `RecordInput` without `subject`. Without it what is in question falls; a missing
   * record is then to be delivered within three working days.
   */
  readonly correction?: InputMaybe<Scalars['JSON']['input']>;
  /** What remains to the subject where it is refused; RECONSIDERATION when absent, COMPLAINT for non-public credit information. Article 41. */
  readonly nextRemedy?: InputMaybe<NextRemedy>;
  /** Id of the objection. */
  readonly objection: Scalars['ID']['input'];
  /** Why, 1 to 4000 characters. The subject reads it. */
  readonly reasons: Scalars['String']['input'];
  /** Whether it is right. */
  readonly upheld: Scalars['Boolean']['input'];
};

/** A decision on an application. */
export type DecideRestorationInput = {
  /** Where it is refused: first day on which it may be applied for again, after today; the next day when absent. */
  readonly againFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Whether it is restored. */
  readonly granted: Scalars['Boolean']['input'];
  /** The application. */
  readonly id: Scalars['ID']['input'];
  /** Why, 1 to 4000 characters. */
  readonly reasons: Scalars['String']['input'];
};

/** Results of assessment by one method. */
export type DeliverAssessmentsInput = {
  /** Edition of the method in force: of those of `assessmentMethods` that have taken effect, the first. */
  readonly edition: Scalars['String']['input'];
  /** Code of the catalog item of assessments; the caller's unit is its providing unit. */
  readonly item: Scalars['String']['input'];
  /** Results, at most 1000. */
  readonly results: ReadonlyArray<AssessmentResultInput>;
};

/** A disclosure, as far as records of public credit information were shown. */
export type Disclosure = {
  readonly __typename?: 'Disclosure';
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The records as they were shown then (当时所见), each in the version of that day. */
  readonly shownRecords: Maybe<ReadonlyArray<ShownRecord>>;
};

/** A file that was used as evidence (证据材料), Articles 39 and 41. */
export type Evidence = {
  readonly __typename?: 'Evidence';
  /** Its size in bytes, as it is kept. */
  readonly bytes: Scalars['Int']['output'];
  /** Id, for `GET /evidence/{id}`. */
  readonly id: Scalars['ID']['output'];
  /** Last day on which it is kept; null while what it is for is open. */
  readonly keptUntil: Maybe<Scalars['Date']['output']>;
  /** Type of the file: `application/pdf`, `image/jpeg` or `image/png`. */
  readonly kind: Scalars['String']['output'];
  /** When it was brought. */
  readonly uploadedAt: Scalars['DateTime']['output'];
};

/** By what a record or a designation fell. */
export type FallCause =
  /** Its basis document, which has fallen, Article 38. */
  | 'BASIS'
  /** A correction, Article 38. */
  | 'CORRECTION'
  /** The end of its display period, Article 37. */
  | 'EXPIRY'
  /** An objection that was upheld, Article 39. */
  | 'OBJECTION'
  /** It was taken off its list, Article 28. */
  | 'REMOVAL'
  /** Restoration, Article 40. */
  | 'RESTORATION'
  /** It concerned another subject, Article 38. */
  | 'WRONG_SUBJECT';

/** A complaint to file. */
export type FileComplaintInput = {
  /** Code of the unit that collects. */
  readonly collector: Scalars['String']['input'];
  /** Ids of evidence that `POST /evidence` gave, at most 10, each used once. Where the complaint is refused they stay unused. */
  readonly evidence?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it did, 1 to 4000 characters. */
  readonly text: Scalars['String']['input'];
};

/** What was decided of a held record. */
export type HeldDecision = {
  readonly __typename?: 'HeldDecision';
  /** Whether it is displayed now. */
  readonly displayed: Scalars['Boolean']['output'];
  /** Id of the record or designation. */
  readonly id: Scalars['ID']['output'];
};

/** A record or designation that is held, because what it states fell at another unit. Articles 37 to 40. */
export type HeldRecord = {
  readonly __typename?: 'HeldRecord';
  /** By what it fell before. */
  readonly cause: FallCause;
  /** What it says, desensitized. Each look is an entry of the ledger, with this record as its case. */
  readonly content: Maybe<Scalars['JSON']['output']>;
  /** Last day for the decision, three working days: a setting of the platform. */
  readonly decideBy: Maybe<Scalars['Date']['output']>;
  /** Day on which that fell. */
  readonly fellOn: Scalars['Date']['output'];
  /** Day on which it was delivered again. */
  readonly heldOn: Scalars['Date']['output'];
  /** Id of the record or designation. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that it was delivered under. */
  readonly item: CatalogItem;
  /** Whether that day is provisional, because a holiday calendar is not published yet. */
  readonly provisional: Scalars['Boolean']['output'];
  /** Unit that delivered it. */
  readonly unit: Unit;
};

/** A page of what is held. */
export type HeldRecordConnection = {
  readonly __typename?: 'HeldRecordConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<HeldRecordEdge>;
  /** What is held. */
  readonly nodes: ReadonlyArray<HeldRecord>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Something held in a page. */
export type HeldRecordEdge = {
  readonly __typename?: 'HeldRecordEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** What is held. */
  readonly node: HeldRecord;
};

/** Kinds of identification number, Article 19. */
export type IdentifierType =
  /** Citizen identification number (公民身份号码), GB 11643: 18 digits, those of residence permits of Hong Kong, Macao and Taiwan included. */
  | 'CITIZEN_ID'
  /** Number of another valid identification document, for a person without a citizen number; that of the foreign permanent residence card too. */
  | 'OTHER_DOCUMENT'
  /** Uniform social credit code (统一社会信用代码), GB 32100. */
  | 'USCC';

/** Judgment, arbitration or administrative decision (法律文书), Article 18 (6). */
export type LegalDocument = CreditRecord & {
  readonly __typename?: 'LegalDocument';
  /** Cause. */
  readonly cause: Maybe<Scalars['String']['output']>;
  /** Content. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Court or body. */
  readonly court: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Number. */
  readonly documentNumber: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** By what somebody acts for a subject (委托), Article 35. Told to both of them and to who oversees. */
export type Mandate = {
  readonly __typename?: 'Mandate';
  /** True: the calling subject acts under it. False: it gave it. */
  readonly actingFor: Scalars['Boolean']['output'];
  /** Who acts: its number, desensitized. */
  readonly agent: MandateParty;
  /** Day of its end; null while it was not ended. */
  readonly endedOn: Maybe<Scalars['Date']['output']>;
  /** When it was used first; null before. */
  readonly firstUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the agent sends as `Credit-For`. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: MandateKind;
  /** Why it does not stand now; null where it does. */
  readonly lacks: Maybe<MandateLack>;
  /** For whom: its number, of a person desensitized. */
  readonly principal: MandateParty;
  /** What it covers. */
  readonly scope: ReadonlyArray<MandateScope>;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day; null for a legal representative. */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
};

/** A mandate to register. */
export type MandateInput = {
  /** Who is to act: a natural person, by citizen number or another document. */
  readonly agent: SubjectIdentifierInput;
  /** Ids that POST /evidence gave; needed for a guardian. */
  readonly evidence?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it is: EMPLOYEE or AGENT; GUARDIAN for the operator. */
  readonly kind: MandateKind;
  /** For whom a guardian acts; for the operator alone. Else it is the calling subject. */
  readonly principal?: InputMaybe<SubjectIdentifierInput>;
  /** What it covers, at least one. */
  readonly scope: ReadonlyArray<MandateScope>;
  /** Last day. */
  readonly validUntil: Scalars['Date']['input'];
};

/** What makes somebody act for a subject (委托种类). */
export type MandateKind =
  /** Was asked to (代理人). */
  | 'AGENT'
  /** Works for the organization (单位人员). */
  | 'EMPLOYEE'
  /** Guards the person (监护人); registered by the operator. */
  | 'GUARDIAN'
  /** The registration names it (法定代表人): by its number, and as long as the registration does. */
  | 'LEGAL_REPRESENTATIVE';

/** Why a mandate does not stand. */
export type MandateLack =
  /** It was ended. */
  | 'ENDED'
  /** Its term has not begun, or is over. */
  | 'EXPIRED'
  /** The registration names another legal representative, or none. */
  | 'NAMES_ANOTHER'
  /** The registration that names the legal representative is objected to. */
  | 'OBJECTED'
  /** The organization is deregistered (注销). */
  | 'STRUCK_OFF';

/** Somebody in a mandate, as others see it. */
export type MandateParty = {
  readonly __typename?: 'MandateParty';
  /** The number: of a person desensitized, of an organization whole. */
  readonly number: Scalars['String']['output'];
  /** Type of the number. */
  readonly type: IdentifierType;
};

/** What somebody may do for a subject (委托权限). */
export type MandateScope =
  /** Grant and revoke authorizations; lock; choose for or against pledges. */
  | 'AUTHORIZE'
  /** Object, state something beside a record, ask for a re-examination, complain. */
  | 'OBJECT'
  /** Read what the subject reads. */
  | 'READ'
  /** Apply for restoration; hide and show. */
  | 'RESTORE';

/** An answer to a permit desk, as far as this source gives it. */
export type MatterCheck = {
  readonly __typename?: 'MatterCheck';
  /** What the sources are asked by; between the subgraphs alone. */
  readonly key: Scalars['ID']['output'];
  /** What the records say. */
  readonly publicCreditPart: Maybe<Scalars['MatterPart']['output']>;
};

/** Deliveries of one month. */
export type MonthOperation = {
  readonly __typename?: 'MonthOperation';
  /** Working days on which units were late, added up over units and items. */
  readonly daysLate: Scalars['Int']['output'];
  /** `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
  /** Batches of all units. */
  readonly submissions: Scalars['Int']['output'];
  /** Units that were late on a day of the month. */
  readonly unitsLate: Scalars['Int']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * The calling subject states something beside what is held about it (本人说明): a record, a designation, an incentive or a non-public record. Whoever may see
   * that reads it, with what is personal in it masked; a second statement takes the place of the first. Reports of before are superseded. Article 35.
   */
  readonly addStatement: Maybe<OwnStatement>;
  /** Answers a complaint in writing (投诉答复), once, by the department in charge; late, all the same. The subject is told and reads the answer whole. Article 41. */
  readonly answerComplaint: Maybe<Complaint>;
  /** Answers what the calling unit was asked to verify, once. Article 39. */
  readonly answerVerification: Maybe<Verification>;
  /**
   * Applies for restoration (信用修复申请) of one untrustworthy record or designation of the calling subject, after the minimum of its display. The operator decides,
   * promptly. What the applicant has not done or pledged comes back as NOT_ACCEPTED with its conditions, and nothing waits. Article 40.
   */
  readonly applyForRestoration: Maybe<Restoration>;
  /**
   * Asks another unit to verify (协助核实) what is in question, by the unit that decides. It has two working days, and the decision seven in all. Until it
   * answers or the objection is decided, it sees the one record in question. Article 39.
   */
  readonly askForVerification: Maybe<Verification>;
  /**
   * The calling subject chooses for or against the pledge system, and may choose again; whoever chose against it is handled by the ordinary procedures,
   * which is nothing against it. Answers the choice. Article 45.
   */
  readonly choosePledges: Maybe<Scalars['Boolean']['output']>;
  /** Corrects a record of the calling unit (更正): a new version, told to everybody who was shown the record. For providers. Articles 38 and 39. */
  readonly correctRecord: Maybe<CorrectionResult>;
  /**
   * Decides whether what is held is shown (决定是否公示): shown, it is displayed and its subject is told; not shown, it fell. For the operator. Articles 37
   * to 40.
   */
  readonly decideHeldRecord: Maybe<HeldDecision>;
  /**
   * Decides an objection (异议处理), once, by the unit that decides it. Upheld with `correction`: what is right takes its place; without: what is in question
   * falls. Everybody who was shown it is told. Refused: with the reasons, and what remains to the subject. A late decision is possible, and recorded as
   * late. Articles 39, 41 and 51.
   */
  readonly decideObjection: Maybe<Objection>;
  /**
   * Decides an application (信用修复决定), once, by the operator. Granted: display, sharing and use of the row stop at once, the subject leaves the list and whoever is
   * listed on its account with it, and everybody who was shown it is told. A record on which a restored designation rests stays displayed for its own period.
   * Refused: with reasons, and from when it may be applied for again. The conditions are looked at again on that day. Article 40.
   */
  readonly decideRestoration: Maybe<Restoration>;
  /**
   * Takes in results of assessment of enterprises, row by row, by the method in force; whoever was shown an earlier one is told. For the operator.
   * Article 47.
   */
  readonly deliverAssessments: Maybe<SubmissionResult>;
  /** Ends a mandate at once (终止委托): by who gave it or acts under it; that of a guardian by the guardian or the operator. Article 35. */
  readonly endMandate: Maybe<Mandate>;
  /**
   * Complains in writing (投诉) of a unit that collects non-public credit information. The department in charge of social credit of where that unit is
   * answers within twenty working days; nobody else but that unit and who oversees learns of it. Article 41.
   */
  readonly fileComplaint: Maybe<Complaint>;
  /**
   * The calling subject asks that a record that speaks for it, or a place on a list of incentives, is not displayed (隐藏守信信息): from that moment nobody else
   * finds it, and whoever was shown it is told that it is withdrawn. Asked again, it changes nothing. Article 37.
   */
  readonly hideTrustworthyRecord: Maybe<RecordDisplay>;
  /**
   * The calling subject locks what is held of it (锁定共享): until it lifts the lock nothing of it is used by agreement, authorizations included, and to parties it
   * is as if nothing were there. What is open to anyone, and what departments see for their duties, stays. Nobody is told. Articles 23, 24 and 36.
   */
  readonly lockSharing: Maybe<SharingLock>;
  /**
   * Orders that a pledge that failed or was false be made good within a period (责令限期整改): only after it can the pledge count as not kept. Once a pledge,
   * by the unit that verifies it. Article 46.
   */
  readonly orderPledgeCorrection: Maybe<PledgeCheck>;
  /**
   * From a day on time does not count for the decision of an objection: for examination, testing, quarantine, evaluation or appraisal. By the unit that decides,
   * with the document that shows it. Article 39 §3.
   */
  readonly pauseClock: Maybe<Objection>;
  /** Publishes a method of assessment with the class of supervision that each level gives. For the department in charge. Articles 7 and 48. */
  readonly publishAssessmentMethod: Maybe<AssessmentMethod>;
  /**
   * Publishes what a law excludes from restoration (不予修复情形): an item, a list or a ground, from a day on. A later one about the same takes its place. For the
   * authority. Article 40.
   */
  readonly publishRestorationExclusion: Maybe<RestorationExclusion>;
  /**
   * Objects (异议申请) to what is held of the calling subject, to what is missing, or to a display beyond its time. The label is set at once, and the unit decides
   * within three working days. Lodged with another unit, it is refused with the right one named, and nothing is lost. Article 39.
   */
  readonly raiseObjection: Maybe<Objection>;
  /**
   * Records a pledge (信用承诺) that a permit was granted on, or that stands in place of a proof, and starts the clock of its verification. Refused to whom
   * the system is closed, and that refusal is on the ledger. For the provider or department that the catalog names as provider of the item. Articles 45
   * and 46.
   */
  readonly recordPledge: Maybe<PledgeCheck>;
  /**
   * Lets a person act for the calling subject (登记委托): with a term, and with no more than the scope; the operator registers guardians, on evidence. Whoever acts
   * sends the id as `Credit-For` with a token of its own, and the ledger names both. No mandate is passed on. Article 35.
   */
  readonly registerMandate: Maybe<Mandate>;
  /** From a day on time counts again. By the unit that decides. Article 39 §3. */
  readonly resumeClock: Maybe<Objection>;
  /**
   * Tells that a document has fallen (依据失效): everything that rests on it stops being displayed at once, and whoever was shown it is told. A provider
   * ends its own records, the operator those of every unit. Article 38.
   */
  readonly revokeBasis: Maybe<RevocationResult>;
  /** The calling subject lets be displayed again what it had hidden (恢复公示), unless its display ended meanwhile. Asked again, it changes nothing. Article 37. */
  readonly showTrustworthyRecord: Maybe<RecordDisplay>;
  /**
   * Takes in records of one catalog item row by row: what is accepted is stored, what is not comes back with row and reason. For the unit that the
   * catalog names as provider of the item. Articles 18 to 21.
   */
  readonly submitRecords: Maybe<SubmissionResult>;
  /** The calling subject lifts its lock (解除锁定). Articles 23, 24 and 36. */
  readonly unlockSharing: Maybe<SharingLock>;
  /**
   * Tells what the verification (核查) of a pledge found, once, by the unit that verifies it. Not kept, it is untrustworthy from that day, and whoever was
   * shown it is told. Articles 45 and 46.
   */
  readonly verifyPledge: Maybe<PledgeCheck>;
  /** Takes an open complaint of the calling subject back (撤回投诉). Article 41. */
  readonly withdrawComplaint: Maybe<Complaint>;
  /** Takes an open objection of the calling subject back (撤回异议): its label goes at once. Article 39. */
  readonly withdrawObjection: Maybe<Objection>;
  /** Takes an application that is not decided yet back (撤回信用修复申请). Article 40. */
  readonly withdrawRestoration: Maybe<Restoration>;
  /** The calling subject withdraws its statement, when it likes: from then on it is shown nowhere. Article 35. */
  readonly withdrawStatement: Maybe<WithdrawnStatement>;
};


export type MutationAddStatementArgs = {
  record: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationAnswerComplaintArgs = {
  input: AnswerComplaintInput;
};


export type MutationAnswerVerificationArgs = {
  input: AnswerVerificationInput;
};


export type MutationApplyForRestorationArgs = {
  input: ApplyForRestorationInput;
};


export type MutationAskForVerificationArgs = {
  input: AskForHelpInput;
};


export type MutationChoosePledgesArgs = {
  usesPledges: Scalars['Boolean']['input'];
};


export type MutationCorrectRecordArgs = {
  input: CorrectRecordInput;
};


export type MutationDecideHeldRecordArgs = {
  input: DecideHeldRecordInput;
};


export type MutationDecideObjectionArgs = {
  input: DecideObjectionInput;
};


export type MutationDecideRestorationArgs = {
  input: DecideRestorationInput;
};


export type MutationDeliverAssessmentsArgs = {
  input: DeliverAssessmentsInput;
};


export type MutationEndMandateArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationFileComplaintArgs = {
  input: FileComplaintInput;
};


export type MutationHideTrustworthyRecordArgs = {
  record: Scalars['ID']['input'];
};


export type MutationLockSharingArgs = {
  reason: InputMaybe<Scalars['String']['input']>;
};


export type MutationOrderPledgeCorrectionArgs = {
  correctBy: Scalars['Date']['input'];
  id: Scalars['ID']['input'];
};


export type MutationPauseClockArgs = {
  input: PauseClockInput;
};


export type MutationPublishAssessmentMethodArgs = {
  input: AssessmentMethodInput;
};


export type MutationPublishRestorationExclusionArgs = {
  input: RestorationExclusionInput;
};


export type MutationRaiseObjectionArgs = {
  input: RaiseObjectionInput;
};


export type MutationRecordPledgeArgs = {
  input: PledgeInput;
};


export type MutationRegisterMandateArgs = {
  input: MandateInput;
};


export type MutationResumeClockArgs = {
  input: ResumeClockInput;
};


export type MutationRevokeBasisArgs = {
  input: RevokeBasisInput;
};


export type MutationShowTrustworthyRecordArgs = {
  record: Scalars['ID']['input'];
};


export type MutationSubmitRecordsArgs = {
  input: SubmitRecordsInput;
};


export type MutationVerifyPledgeArgs = {
  input: VerifyPledgeInput;
};


export type MutationWithdrawComplaintArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawObjectionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawRestorationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawStatementArgs = {
  id: Scalars['ID']['input'];
};

/** Character of information. */
export type Nature =
  /** Neither (中性). */
  | 'NEUTRAL'
  /** On trustworthiness (守信). */
  | 'TRUSTWORTHY'
  /** On untrustworthiness (失信). */
  | 'UNTRUSTWORTHY';

/** What shows new facts about something that fell. Not for what fell by the end of its display period or by restoration. Articles 35 and 38. */
export type NewFactsInput = {
  /** Number of the document that shows them: 1 to 200 characters. */
  readonly document: Scalars['String']['input'];
  /** What is new, for the subject: 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What remains to a subject whose objection was refused, Article 41. */
export type NextRemedy =
  /** Complaint (投诉). */
  | 'COMPLAINT'
  /** Administrative litigation (行政诉讼). */
  | 'LITIGATION'
  /** Administrative reconsideration (行政复议). */
  | 'RECONSIDERATION';

/** An objection (异议), Article 39: for the subject that raised it, for who decides and who verifies, and for the operator and the authority. */
export type Objection = {
  readonly __typename?: 'Objection';
  /** What it is about. */
  readonly about: ObjectionSubject;
  /** The reasons of the objection: whole for the subject; for others what is personal in them is masked, Article 23. */
  readonly application: Scalars['String']['output'];
  /** Unit that decides (受理单位). */
  readonly competentUnit: Unit;
  /** Id of the period that runs for the decision, as `deadlines` names it. */
  readonly deadline: Scalars['ID']['output'];
  /** By when it is to be decided: three working days, seven with the help of another unit. It moves while time does not count. */
  readonly decideBy: Scalars['Date']['output'];
  /** When it was decided; null until then. */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  /** The reasons of the decision; null until then. */
  readonly decision: Maybe<Scalars['String']['output']>;
  /** Files that were used as evidence (证据材料), for the subject and for who decides; `GET /evidence/{id}` gives them, to no other unit. */
  readonly evidence: Maybe<ReadonlyArray<Evidence>>;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /**
   * The one record, designation or incentive in question, for the unit that decides until it decided, and for a unit that was asked to verify until it
   * answered: an open objection is the basis, and each look an entry that the subject reads. Null for anybody else, and for an omission.
   */
  readonly inQuestion: Maybe<RecordInQuestion>;
  /** Item that it is held under, or would be; null where it is not known. */
  readonly item: Maybe<CatalogItem>;
  /** By when the label is to be set: one working day. It is set at once. */
  readonly labelBy: Scalars['Date']['output'];
  /** When the label was set; null for an omission, which has nothing to label. */
  readonly labelledOn: Maybe<Scalars['Date']['output']>;
  /** It was decided after its date, Article 51. */
  readonly late: Scalars['Boolean']['output'];
  /** What remains to the subject where it was refused, Article 41. */
  readonly nextRemedy: Maybe<NextRemedy>;
  /** Time that does not count, each with its document. */
  readonly pauses: Maybe<ReadonlyArray<ObjectionPause>>;
  /** The date may still change: the working days of its year are not published yet, or time does not count now. */
  readonly provisional: Scalars['Boolean']['output'];
  /** When it was received. */
  readonly raisedOn: Scalars['Date']['output'];
  /** The reasons of the decision; while it is open those of the objection. */
  readonly reasons: Maybe<Scalars['String']['output']>;
  /** How many were shown what was wrong, and are told: for the operator; 0 for everybody else, null until it is decided. */
  readonly recipientsToNotify: Maybe<Scalars['Int']['output']>;
  /** Id of the record, designation or incentive in question; null for an omission. */
  readonly recordId: Maybe<Scalars['ID']['output']>;
  /** Which statement is in question; null for any other objection. */
  readonly statement: Maybe<StatementKind>;
  /** State. */
  readonly status: ObjectionStatus;
  /** What other units were asked to verify (协助核实). */
  readonly verifications: Maybe<ReadonlyArray<Verification>>;
};

/** A page of objections. */
export type ObjectionConnection = {
  readonly __typename?: 'ObjectionConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ObjectionEdge>;
  /** Objections. */
  readonly nodes: ReadonlyArray<Objection>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An objection in a page. */
export type ObjectionEdge = {
  readonly __typename?: 'ObjectionEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The objection. */
  readonly node: Objection;
};

/** Label of an open objection, Article 39. */
export type ObjectionLabel = {
  readonly __typename?: 'ObjectionLabel';
  /** Date by which it is to be decided. The subject's own view. */
  readonly decideBy: Maybe<Scalars['Date']['output']>;
  /** Date of the objection. */
  readonly raisedOn: Scalars['Date']['output'];
};

/** Time that does not count (不计入期限的时间), Article 39 §3. */
export type ObjectionPause = {
  readonly __typename?: 'ObjectionPause';
  /** What takes the time. */
  readonly cause: PauseCause;
  /** The document that shows it. */
  readonly document: Scalars['String']['output'];
  /** First day that does not count. */
  readonly from: Scalars['Date']['output'];
  /** Day on which the time counts again; null while it does not. */
  readonly until: Maybe<Scalars['Date']['output']>;
  /** The document that shows its end; null while it lasts. */
  readonly untilDocument: Maybe<Scalars['String']['output']>;
};

/** State of an objection. */
export type ObjectionStatus =
  /** Not decided any more: what it is about was restored meanwhile (因信用修复终止). */
  | 'LAPSED'
  /** Not decided yet. */
  | 'OPEN'
  /** Decided: it is not right (异议不成立). */
  | 'REFUSED'
  /** Decided: it is right (异议成立). */
  | 'UPHELD'
  /** Withdrawn by the subject (撤回). */
  | 'WITHDRAWN';

/** What an objection is about (异议事项), Article 39. */
export type ObjectionSubject =
  /** A result of assessment (信用评价结果). */
  | 'ASSESSMENT'
  /** A designation on a list, of incentives too (名单). */
  | 'DESIGNATION'
  /** A display beyond its time (超期公示). */
  | 'DISPLAY'
  /** A record of non-public credit information (非公共信用信息). */
  | 'NON_PUBLIC'
  /** Information that is missing (信息遗漏). */
  | 'OMISSION'
  /** A record of public credit information (公共信用信息). */
  | 'RECORD'
  /** What a record or list says of the subject: name, address, telephone number or date of birth (主体信息). */
  | 'STATEMENT';

/** Openness attribute of a catalog item or element, Article 23. */
export type Openness =
  /** Open to a party with an agreement in force that covers the item and the purpose (依协议开放), Article 23 (2). */
  | 'AGREEMENT'
  /** Not open: the subject alone (不予开放). */
  | 'SELF_ONLY'
  /** Open to anyone, with no condition and without identity (无条件开放), Article 23 (1). */
  | 'UNCONDITIONAL';

/**
 * Numbers of operation (运行情况) of some months. What is counted is what units and callers did, not what is held: whether a record or a subject is there moves
 * none of them.
 */
export type OperationFigures = {
  readonly __typename?: 'OperationFigures';
  /** Day of the first batch that was counted; null where none was. What was delivered before is in no number. */
  readonly countedSince: Maybe<Scalars['Date']['output']>;
  /** First month. */
  readonly from: Scalars['String']['output'];
  /** The months, in order. */
  readonly months: ReadonlyArray<MonthOperation>;
  /**
   * Statutory periods whose last day lies in these months, of all units (法定期限). For the operator and the authority, which read each of them in `deadlines`;
   * analysts have `statistics(table: PERIODS)`, with noise, because a period is about a subject.
   */
  readonly periods: Maybe<ReadonlyArray<PeriodFigures>>;
  /**
   * Requests that were refused before any subject was looked at, by role and reason (拒绝查询): at the door, and root fields that the caller may not ask. Every one
   * is counted, whether or not something else was shown. A process writes its counts every minute.
   */
  readonly refusals: ReadonlyArray<RefusedRequests>;
  /** Rows that came back to their units for their form, by reason (退回). Reasons that depend on what is held are not counted. */
  readonly returned: ReadonlyArray<ReturnedRows>;
  /** Units that delivered or were late, those that were late the most days first. */
  readonly units: ReadonlyArray<UnitOperation>;
  /** Last month. */
  readonly until: Scalars['String']['output'];
};


/**
 * Numbers of operation (运行情况) of some months. What is counted is what units and callers did, not what is held: whether a record or a subject is there moves
 * none of them.
 */
export type OperationFiguresUnitsArgs = {
  limit?: Scalars['Int']['input'];
};

/** Other public credit information (其他公共信用信息), Article 18 (10). */
export type OtherRecord = CreditRecord & {
  readonly __typename?: 'OtherRecord';
  /** Content. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

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

/** Time that does not count from a day on. */
export type PauseClockInput = {
  /** What takes the time. */
  readonly cause: PauseCause;
  /** Id of the period, as `Objection.deadline` names it. */
  readonly deadline: Scalars['ID']['input'];
  /** Number of the document that shows it, 1 to 300 characters. */
  readonly document: Scalars['String']['input'];
  /** First day that does not count; not in the future. */
  readonly on: Scalars['Date']['input'];
};

/** Statutory periods of one kind and month. */
export type PeriodFigures = {
  readonly __typename?: 'PeriodFigures';
  /** Met late or not at all. */
  readonly breached: Scalars['Int']['output'];
  /** Kind, as `deadlines` names it. */
  readonly kind: Scalars['String']['output'];
  /** Its name. */
  readonly label: StatisticsLabel;
  /** Met in time. */
  readonly met: Scalars['Int']['output'];
  /** Month of the last day, `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
};

/** A person named in a record who is not its subject. Desensitized for everyone. */
export type PersonReference = {
  readonly __typename?: 'PersonReference';
  /** Identification number. */
  readonly idNumber: Maybe<Scalars['String']['output']>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
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

/** A credit pledge as displayed, Article 50. */
export type Pledge = {
  readonly __typename?: 'Pledge';
  /** What was pledged. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Id of the record. */
  readonly id: Scalars['ID']['output'];
  /** Performance. */
  readonly performance: Maybe<PledgePerformance>;
  /** Date. */
  readonly pledgedOn: Maybe<Scalars['Date']['output']>;
};

/** A pledge under verification, as its unit and its subject see it. Article 46. */
export type PledgeCheck = {
  readonly __typename?: 'PledgeCheck';
  /** Last day of the period that was set for it; null where none was. */
  readonly correctBy: Maybe<Scalars['Date']['output']>;
  /** Id of the pledge's record. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** What was decided on it. */
  readonly kind: PledgeKind;
  /** Matter in which it was made. */
  readonly matter: Scalars['String']['output'];
  /** When correction was ordered; null until then. */
  readonly orderedOn: Maybe<Scalars['Date']['output']>;
  /** What was found; null until then. */
  readonly outcome: Maybe<PledgeOutcome>;
  /** Number of the permit decision; null for a proof. */
  readonly permitDocument: Maybe<Scalars['String']['output']>;
  /** Date of the permit decision; null for a proof. */
  readonly permittedOn: Maybe<Scalars['Date']['output']>;
  /** The date may still change: the working days of its year are not published yet. */
  readonly provisional: Scalars['Boolean']['output'];
  /** How it was found; null until then. */
  readonly reasons: Maybe<Scalars['String']['output']>;
  /** When it was recorded here. */
  readonly recordedOn: Scalars['Date']['output'];
  /** Unit that decided on it and verifies it. */
  readonly unit: Unit;
  /** When it was found; null until then. */
  readonly verifiedOn: Maybe<Scalars['Date']['output']>;
  /** By when it is to be verified: two months after the permit. Null for a proof. */
  readonly verifyBy: Maybe<Scalars['Date']['output']>;
};

/** A page of pledges under verification. */
export type PledgeCheckConnection = {
  readonly __typename?: 'PledgeCheckConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<PledgeCheckEdge>;
  /** Pledges. */
  readonly nodes: ReadonlyArray<PledgeCheck>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A pledge under verification in a page. */
export type PledgeCheckEdge = {
  readonly __typename?: 'PledgeCheckEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The pledge. */
  readonly node: PledgeCheck;
};

/** A pledge as it was made, with the decision that was made on it. */
export type PledgeInput = {
  /** Reference of a natural person's consent, Article 20; not needed where the item cites a law that requires display. */
  readonly consent?: InputMaybe<Scalars['String']['input']>;
  /** What was pledged. */
  readonly content: Scalars['String']['input'];
  /** Number of the written pledge. */
  readonly document: Scalars['String']['input'];
  /** Code of the catalog item; the caller's unit is its providing unit. */
  readonly item: Scalars['String']['input'];
  /** What was decided on it. */
  readonly kind: PledgeKind;
  /** Matter in which it was made. */
  readonly matter: Scalars['String']['input'];
  /** Number of the permit decision; for a permit alone. */
  readonly permitDocument?: InputMaybe<Scalars['String']['input']>;
  /** Date of the permit decision, from which the two months of Article 46 count; for a permit alone. */
  readonly permittedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Date of the pledge. */
  readonly pledgedOn: Scalars['Date']['input'];
  /** The subject, matched as Article 19 says. */
  readonly subject: SubjectIdentifierInput;
  /** Name of the subject. */
  readonly subjectName: Scalars['String']['input'];
};

/** What a pledge was made for, Article 45. */
export type PledgeKind =
  /** An administrative permit (行政许可), Article 45 §2. */
  | 'PERMIT'
  /** A proof that is not asked for again (证明事项), Article 45 §3. */
  | 'PROOF';

/** What a verification finds. */
export type PledgeOutcome =
  /** Not performed within the ordered period either (未履行). */
  | 'FAILED'
  /** False, and not made good within the ordered period (虚假承诺). */
  | 'FALSE'
  /** Performed (已履行). */
  | 'PERFORMED';

/** Performance of a pledge. */
export type PledgePerformance =
  /** Failed (未履行). */
  | 'FAILED'
  /** False (虚假承诺). */
  | 'FALSE'
  /** Not yet due (履行中). */
  | 'PENDING'
  /** Performed (已履行). */
  | 'PERFORMED';

/** Credit pledge (信用承诺), Article 18 (3). */
export type PledgeRecord = CreditRecord & {
  readonly __typename?: 'PledgeRecord';
  /** What was pledged. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Matter in which it was made. */
  readonly matter: Maybe<Scalars['String']['output']>;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Performance. */
  readonly performance: Maybe<PledgePerformance>;
  /** Date of the pledge. */
  readonly pledgedOn: Maybe<Scalars['Date']['output']>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** Service of a public enterprise or institution (公共服务), Articles 18 (5) and 54. */
export type PublicServiceRecord = CreditRecord & {
  readonly __typename?: 'PublicServiceRecord';
  /** Amount in yuan, decimal. */
  readonly amountYuan: Maybe<Scalars['String']['output']>;
  /** Content. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Period. */
  readonly period: Maybe<Scalars['String']['output']>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Service. */
  readonly service: Maybe<Scalars['String']['output']>;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * The archive (档案), Article 37: what fell of one subject, or one thing that fell, desensitized, the newest first. A reason is stated; each thing shown is an entry
   * of the ledger with it, which the subject reads. For the operator alone; nobody finds it anywhere else.
   */
  readonly archive: Maybe<ReadonlyArray<ArchivedRecord>>;
  /**
   * Published methods of assessment, the newest first, those that take effect later among them; of those that have, the newest alone has effect. Open to
   * anyone. Articles 7, 47 and 48.
   */
  readonly assessmentMethods: Maybe<ReadonlyArray<AssessmentMethod>>;
  /** Complaints (投诉) about units that collect, newest first: all for the operator and the authority; for a collector those about itself. Article 41. */
  readonly complaints: Maybe<ComplaintConnection>;
  /**
   * What another unit delivered of what fell (暂不公示), held and displayed to nobody until it is decided with decideHeldRecord, the oldest first. For the
   * operator. Articles 37 to 40.
   */
  readonly heldRecords: Maybe<HeldRecordConnection>;
  /** The calling subject's own record, whole, unlimited and free, Article 24. For role SUBJECT; it is there also where nothing is held. */
  readonly me: Maybe<CreditSubject>;
  /** One objection (异议): for the subject that raised it, for who decides it or was asked to verify, and for who oversees; null for anybody else. Article 39. */
  readonly objection: Maybe<Objection>;
  /**
   * Objections (异议), newest first: all for the operator and the authority; for a unit those that it decides, and those that it was asked to verify for.
   * Article 39.
   */
  readonly objections: Maybe<ObjectionConnection>;
  /**
   * Numbers of operation (运行情况): exact, because they count no record and no subject. What counts those stands in `statistics`, with noise. For analysts, the
   * operator and the authority. Articles 6, 17, 21.
   */
  readonly operationFigures: Maybe<OperationFigures>;
  /** Pledges that the calling unit, a provider or department, decided on and verifies (承诺核查), newest first. Article 46. */
  readonly pledgeChecks: Maybe<PledgeCheckConnection>;
  /**
   * What the calling subject must meet before one record or designation of its own can be restored (信用修复条件), and from which day it may apply. Exactly one of
   * the two is named. Article 40.
   */
  readonly restorationConditions: Maybe<RestorationConditions>;
  /**
   * What a law excludes from restoration (不予修复情形), all that was published, by item, list and ground; of those about the same the newest that has begun
   * counts. Article 40.
   */
  readonly restorationExclusions: Maybe<ReadonlyArray<RestorationExclusion>>;
  /**
   * Applications for restoration (信用修复申请), newest first: all for the operator and the authority; for a unit those about what it provided or designated,
   * without what the subject said. Article 40.
   */
  readonly restorations: Maybe<RestorationConnection>;
  /**
   * Numbers of what is displayed, shown and due, in fixed groups (统计). Counts carry noise and the width of its error, small groups are suppressed, and
   * `privacy` says how much all answers of a year together can tell of one subject. For analysts of the operator, who read no rows. All aliases of a request
   * together make at most 4000 rows. Articles 17, 22, 23.
   */
  readonly statistics: Maybe<Statistics>;
  /**
   * One credit subject (信用主体). Null if it is not held or may not be seen by the caller: the two are not told apart. Open to anyone but analysts; a party
   * states its purpose (Article 24), a department purpose, case and, where it has duties in several matters under the purpose, `Credit-Matter` (Article
   * 22).
   */
  readonly subject: Maybe<CreditSubject>;
  /** A batch of subjects in the order asked; unknown and not visible are both null. A number that is not valid is null, with an error of its own. */
  readonly subjects: Maybe<ReadonlyArray<Maybe<CreditSubject>>>;
};


export type QueryArchiveArgs = {
  reason: Scalars['String']['input'];
  record: InputMaybe<Scalars['ID']['input']>;
  subject: InputMaybe<SubjectIdentifierInput>;
};


export type QueryComplaintsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  status: InputMaybe<ComplaintStatus>;
};


export type QueryHeldRecordsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


export type QueryObjectionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryObjectionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  status: InputMaybe<ObjectionStatus>;
};


export type QueryOperationFiguresArgs = {
  from: Scalars['String']['input'];
  until: Scalars['String']['input'];
};


export type QueryPledgeChecksArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  open: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryRestorationConditionsArgs = {
  designation: InputMaybe<Scalars['ID']['input']>;
  record: InputMaybe<Scalars['ID']['input']>;
};


export type QueryRestorationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  status: InputMaybe<RestorationStatus>;
};


export type QueryStatisticsArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
  filter: InputMaybe<StatisticsFilter>;
  groupBy: ReadonlyArray<StatisticsKey>;
  limit: InputMaybe<Scalars['Int']['input']>;
  offset?: Scalars['Int']['input'];
  table?: StatisticsTable;
  withoutSuppressed?: Scalars['Boolean']['input'];
};


export type QuerySubjectArgs = {
  identifier: SubjectIdentifierInput;
};


export type QuerySubjectsArgs = {
  identifiers: ReadonlyArray<SubjectIdentifierInput>;
};

/** An objection to raise, with the unit that decides it. */
export type RaiseObjectionInput = {
  /** What it is about. */
  readonly about?: ObjectionSubject;
  /** The designation in question, or the incentive. */
  readonly designation?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of evidence that `POST /evidence` gave, at most 10, each used once. Where the objection is refused they stay unused. */
  readonly evidence?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Code of the item that is missing, for an omission. */
  readonly item?: InputMaybe<Scalars['String']['input']>;
  /** Code of the unit that it is lodged with. Where another decides, the refusal names it. */
  readonly lodgedWith: Scalars['String']['input'];
  /** Why, 1 to 4000 characters. */
  readonly reasons: Scalars['String']['input'];
  /** The record in question; of assessments and non-public credit information too. */
  readonly record?: InputMaybe<Scalars['ID']['input']>;
  /** The record, designation or incentive that makes the statement in question. */
  readonly statement?: InputMaybe<Scalars['ID']['input']>;
  /** Which of its statements, where it makes several. */
  readonly statementKind?: InputMaybe<StatementKind>;
};

/** One version of a record. */
export type RecordChange = {
  readonly __typename?: 'RecordChange';
  /** What happened. */
  readonly change: RecordChangeKind;
  /** When it was recorded. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Version. */
  readonly version: Scalars['Int']['output'];
};

/** What made a version or ended a display. */
export type RecordChangeKind =
  /** First delivery (新增). */
  | 'ADDED'
  /** Correction (更正). */
  | 'CORRECTED'
  /** Displayed again on request (恢复公示). */
  | 'DISPLAYED'
  /** Display period over (到期). */
  | 'EXPIRED'
  /** Hidden on request (隐藏). */
  | 'HIDDEN'
  /** Objection upheld (异议成立). */
  | 'OBJECTION_UPHELD'
  /** Restored (修复). */
  | 'RESTORED'
  /** Basis revoked (撤销). */
  | 'REVOKED';

/** A page of records. */
export type RecordConnection = {
  readonly __typename?: 'RecordConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<RecordEdge>;
  /** Records. */
  readonly nodes: ReadonlyArray<CreditRecord>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of records that the caller may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Whether something that speaks for its subject is displayed, Article 37. */
export type RecordDisplay = {
  readonly __typename?: 'RecordDisplay';
  /** Whether others may see it. */
  readonly displayed: Scalars['Boolean']['output'];
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** A record in a page. */
export type RecordEdge = {
  readonly __typename?: 'RecordEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The record. */
  readonly node: CreditRecord;
};

/** What an open objection is about, as whoever decides or verifies sees it; what is personal in it is desensitized, Articles 23 and 39. */
export type RecordInQuestion = {
  readonly __typename?: 'RecordInQuestion';
  /** Document that it rests on; null where it names none. */
  readonly basisDocument: Maybe<Scalars['String']['output']>;
  /** Data elements by name. */
  readonly content: Scalars['JSON']['output'];
  /** Item that it is held under. */
  readonly item: CatalogItem;
  /** Day of the conduct, decision or registration. */
  readonly occurredOn: Scalars['Date']['output'];
  /** Id of the record, designation or incentive. */
  readonly recordId: Scalars['ID']['output'];
  /** Address of the subject as it states it; null where it states none. */
  readonly subjectAddress: Maybe<Scalars['String']['output']>;
  /** Name of the subject as it states it; null where it states none. */
  readonly subjectName: Maybe<Scalars['String']['output']>;
  /** Telephone number of the subject as it states it; null where it states none. */
  readonly subjectPhone: Maybe<Scalars['String']['output']>;
  /** Type of the record, as `AdministrativePenalty`; `Designation`, `Incentive`, `NonPublicRecord`. */
  readonly type: Scalars['String']['output'];
  /** Its version; 1 for a designation or an incentive. */
  readonly version: Scalars['Int']['output'];
};

/** One record to take in. */
export type RecordInput = {
  /** Number of the effective document that it rests on, Article 27. */
  readonly basisDocument?: InputMaybe<Scalars['String']['input']>;
  /** Reference of the recorded consent of a natural person, Article 20; not needed where the item cites a law that requires display. */
  readonly consent?: InputMaybe<Scalars['String']['input']>;
  /** Content: an object of the item's data elements by name. */
  readonly content: Scalars['JSON']['input'];
  /** Date of the conduct or deciding document; not in the future. */
  readonly occurredOn: Scalars['Date']['input'];
  /** Whether simplified procedure was used; such penalties are refused, Article 18. */
  readonly simplifiedProcedure?: InputMaybe<Scalars['Boolean']['input']>;
  /** The subject, matched as Article 19 says. */
  readonly subject: SubjectIdentifierInput;
  /** Address of the subject, where the record says one. */
  readonly subjectAddress?: InputMaybe<Scalars['String']['input']>;
  /** Name of the subject. */
  readonly subjectName: Scalars['String']['input'];
  /** Telephone number of the subject, where the record says one. */
  readonly subjectPhone?: InputMaybe<Scalars['String']['input']>;
};

/** Where a record came from, Articles 21 and 35. */
export type RecordSource = {
  readonly __typename?: 'RecordSource';
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Submission that it came with. */
  readonly submissionId: Scalars['ID']['output'];
  /** Unit that delivered it. */
  readonly unit: Unit;
};

/** Requests that were refused for one reason. */
export type RefusedRequests = {
  readonly __typename?: 'RefusedRequests';
  /** Code of the error. */
  readonly code: Scalars['String']['output'];
  /** Requests and root fields. */
  readonly count: Scalars['Int']['output'];
  /** Its reason; `NONE` where it has none. */
  readonly reason: Scalars['String']['output'];
  /** Role of the caller; PUBLIC where it could not prove another. */
  readonly role: Scalars['String']['output'];
};

/** Registration information (登记注册), Article 18 (1). */
export type Registration = CreditRecord & {
  readonly __typename?: 'Registration';
  /** Registered capital, as registered. */
  readonly capital: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Type of entity. */
  readonly entityType: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Registered name; personal for a sole trader. */
  readonly legalName: Maybe<Scalars['String']['output']>;
  /** Legal representative (法定代表人), desensitized for everyone: another person than the subject. */
  readonly legalRepresentative: Maybe<PersonReference>;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** County-level region code (GB/T 2260). */
  readonly regionCode: Maybe<Scalars['String']['output']>;
  /** Date of registration. */
  readonly registeredOn: Maybe<Scalars['Date']['output']>;
  /** Registering authority. */
  readonly registrationAuthority: Maybe<Scalars['String']['output']>;
  /** Business scope. */
  readonly scope: Maybe<Scalars['String']['output']>;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** State of the registration. */
  readonly status: Maybe<Scalars['String']['output']>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** A refused row. */
export type RejectedRow = {
  readonly __typename?: 'RejectedRow';
  /** Code of the reason, such as `NOT_PROVIDING_UNIT`. */
  readonly code: Scalars['String']['output'];
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Position in the submission, from 0. */
  readonly row: Scalars['Int']['output'];
};

/** An application for restoration (信用修复申请). */
export type Restoration = {
  readonly __typename?: 'Restoration';
  /** Where it was refused: first day on which it may be applied for again. */
  readonly againFrom: Maybe<Scalars['Date']['output']>;
  /** When it was received. */
  readonly appliedOn: Scalars['Date']['output'];
  /** Unit that decides. */
  readonly competentUnit: Unit;
  /** Whether the applicant stated that the conduct is corrected; null for the unit that provided or designated. */
  readonly corrected: Maybe<Scalars['Boolean']['output']>;
  /**
   * By when it is to be decided; null for one that was not accepted, and for the unit that provided or designated. The law says promptly, the platform ten
   * working days.
   */
  readonly decideBy: Maybe<Scalars['Date']['output']>;
  /** The unit that decided; null until then. */
  readonly decidedBy: Maybe<Unit>;
  /** When it was decided; null until then. */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  /** The decision that it was restored from, for its subject once it is granted: what a certificate of restoration says of it. */
  readonly decision: Maybe<RestoredDecision>;
  /** Whether it stated that its duties are performed; null as before. */
  readonly dutiesPerformed: Maybe<Scalars['Boolean']['output']>;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /**
   * The one record or designation, for the operator until it is decided: the application is the basis, and each look an entry that the subject reads. Null for
   * anybody else.
   */
  readonly inQuestion: Maybe<RecordInQuestion>;
  /** Item that it is held under. */
  readonly item: CatalogItem;
  /** It was decided after its date. */
  readonly late: Scalars['Boolean']['output'];
  /** Its pledge: whole for the subject, for others what is personal in it is masked; null as before. Article 23. */
  readonly pledge: Maybe<Scalars['String']['output']>;
  /** The date may still change: the working days of its year are not published yet. */
  readonly provisional: Maybe<Scalars['Boolean']['output']>;
  /** Reasons of the decision; null until then, and for the unit that provided or designated. */
  readonly reasons: Maybe<Scalars['String']['output']>;
  /** Id of the record or designation. */
  readonly recordId: Scalars['ID']['output'];
  /** Unit that provided or designated it. */
  readonly sourceUnit: Unit;
  /** State. */
  readonly status: RestorationStatus;
  /** Conditions that were not met. */
  readonly unmetConditions: ReadonlyArray<RestorationCondition>;
};

/** A condition of restoration (修复条件), Article 40. */
export type RestorationCondition =
  /** An application was refused until a day that has not come (不予修复后的再次申请日期未到). */
  | 'AGAIN_FROM'
  /** The conduct has been corrected and its effects removed (纠正失信行为、消除不良影响). */
  | 'CORRECTED'
  /** The duties of the decision have been performed (履行法定义务). */
  | 'DUTIES_PERFORMED'
  /** A law excludes it (法律法规规定不得修复). */
  | 'EXCLUDED_BY_LAW'
  /** The minimum of its display has not passed (最短公示期未满). */
  | 'MINIMUM_PERIOD'
  /** A pledge is made (信用承诺). */
  | 'PLEDGE'
  /** It is displayed no more (已停止公示). */
  | 'STILL_DISPLAYED'
  /** It is no untrustworthiness information: only that is restored (非失信信息). */
  | 'UNTRUSTWORTHY';

/** What must be met before a record or designation can be restored. */
export type RestorationConditions = {
  readonly __typename?: 'RestorationConditions';
  /** Article. */
  readonly article: Scalars['String']['output'];
  /** Unit that decides (受理单位). */
  readonly competentUnit: Unit;
  /** Last day on which it is displayed without a restoration; null where none is set. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** First day on which it may be applied for: the day behind the minimum of its display, and behind what a refusal said; null for what is not restored. */
  readonly earliest: Maybe<Scalars['Date']['output']>;
  /** The provision that excludes it; null where none does. */
  readonly excludedBy: Maybe<Scalars['String']['output']>;
  /** Months for which it is displayed in any case; null where no minimum is set. */
  readonly minimumMonths: Maybe<Scalars['Int']['output']>;
  /** Conditions that are not met today, those among them that the application itself states. */
  readonly unmetConditions: ReadonlyArray<RestorationCondition>;
};

/** A page of applications for restoration. */
export type RestorationConnection = {
  readonly __typename?: 'RestorationConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<RestorationEdge>;
  /** Applications. */
  readonly nodes: ReadonlyArray<Restoration>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An application in a page. */
export type RestorationEdge = {
  readonly __typename?: 'RestorationEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The application. */
  readonly node: Restoration;
};

/** What a law excludes from restoration. One of item, list and ground is named. */
export type RestorationExclusion = {
  readonly __typename?: 'RestorationExclusion';
  /** The provision. */
  readonly citation: Scalars['String']['output'];
  /** First day. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Ground of designation. */
  readonly ground: Maybe<Scalars['String']['output']>;
  /** Code of the item. */
  readonly item: Maybe<Scalars['String']['output']>;
  /** Code of the list. */
  readonly list: Maybe<Scalars['String']['output']>;
  /** When it was published. */
  readonly publishedOn: Scalars['Date']['output'];
  /** Last day; null where it does not end. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** What a law excludes from restoration, to publish. */
export type RestorationExclusionInput = {
  /** The provision that excludes it, at most 1000 characters. */
  readonly citation: Scalars['String']['input'];
  /** First day. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Ground of designation. */
  readonly ground?: InputMaybe<Scalars['String']['input']>;
  /** Code of a published item. */
  readonly item?: InputMaybe<Scalars['String']['input']>;
  /** Code of a published list of serious untrustworthiness. */
  readonly list?: InputMaybe<Scalars['String']['input']>;
  /** Last day; without one it does not end. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** State of an application for restoration. */
export type RestorationStatus =
  /** Restored (准予修复). */
  | 'GRANTED'
  /** The row ended otherwise meanwhile (因信息已停止公示终止). */
  | 'LAPSED'
  /** Not accepted: the applicant has not met what it has to state (不予受理). Nothing waits for a decision. */
  | 'NOT_ACCEPTED'
  /** Not decided yet (办理中). */
  | 'PENDING'
  /** Not restored (不予修复). */
  | 'REFUSED'
  /** Withdrawn by the subject (撤回). */
  | 'WITHDRAWN';

/** A decision that a subject was restored from; nothing of what it said. */
export type RestoredDecision = {
  readonly __typename?: 'RestoredDecision';
  /** Its document, what is personal in it masked. */
  readonly document: Maybe<Scalars['String']['output']>;
  /** Code of the list; null for a record. */
  readonly list: Maybe<Scalars['String']['output']>;
  /** Name of the list in Chinese; null for a record. */
  readonly listName: Maybe<Scalars['String']['output']>;
  /** Name of the list in English; null for a record. */
  readonly listNameEn: Maybe<Scalars['String']['output']>;
  /** Day of the decision. */
  readonly on: Scalars['Date']['output'];
  /** Name of the subject when it applied, for its certificate where nothing is held any more that states one. */
  readonly subjectName: Maybe<Scalars['String']['output']>;
};

/** Time that counts again from a day on. */
export type ResumeClockInput = {
  /** What took the time; it needs not be said. */
  readonly cause?: InputMaybe<PauseCause>;
  /** Id of the period, as `Objection.deadline` names it. */
  readonly deadline: Scalars['ID']['input'];
  /** Number of the document that shows its end, 1 to 300 characters. */
  readonly document: Scalars['String']['input'];
  /** Day on which the time counts again; not in the future. */
  readonly on: Scalars['Date']['input'];
};

/** Rows that came back for one reason. */
export type ReturnedRows = {
  readonly __typename?: 'ReturnedRows';
  /** Rows. */
  readonly count: Scalars['Int']['output'];
  /** Code of the reason, as `rejected` of a submission tells it. */
  readonly reason: Scalars['String']['output'];
};

/** What became of the records that rested on a document. */
export type RevocationResult = {
  readonly __typename?: 'RevocationResult';
  /** By when the platform must have amended them: one working day after the calling unit first told it; for the operator the day of its own clock. Article 38. */
  readonly amendBy: Scalars['Date']['output'];
  /** The date may still change: the working days of its year are not published yet. */
  readonly provisional: Scalars['Boolean']['output'];
  /** Recipients who were shown one of them and have a notice in their feed, for the operator. 0 for a provider, which may not know who was shown a record. */
  readonly recipientsToNotify: Scalars['Int']['output'];
  /** The records and designations whose display ended now; empty where it was told before. */
  readonly records: ReadonlyArray<RevokedRecord>;
};

/** A document that has fallen. */
export type RevokeBasisInput = {
  /** Number of the document, as records name it. */
  readonly basisDocument: Scalars['String']['input'];
  /** What happened to it. */
  readonly cause?: InputMaybe<BasisFault>;
  /** Day on which it happened; today when absent. Two working days to tell, Article 38. */
  readonly happenedOn?: InputMaybe<Scalars['Date']['input']>;
};

/** A record whose basis has fallen. */
export type RevokedRecord = {
  readonly __typename?: 'RevokedRecord';
  /** Whether it is still displayed. */
  readonly displayed: Scalars['Boolean']['output'];
  /** Id of the record or designation. */
  readonly id: Scalars['ID']['output'];
};

/** A lock of what is used of a subject by agreement (共享锁定), Articles 23, 24 and 36. Its subject alone knows of it. */
export type SharingLock = {
  readonly __typename?: 'SharingLock';
  /** Since when; null once it is lifted. */
  readonly lockedSince: Maybe<Scalars['DateTime']['output']>;
  /** What the subject stated as its reason. */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** A record as it was shown. */
export type ShownRecord = {
  readonly __typename?: 'ShownRecord';
  /** Data elements as the recipient could see them. */
  readonly content: Scalars['JSON']['output'];
  /** Whether this version is still what is displayed; false for one that was corrected or ended. */
  readonly current: Scalars['Boolean']['output'];
  /** Item. */
  readonly item: CatalogItem;
  /** Date of the conduct or deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** Id of the record. */
  readonly recordId: Scalars['ID']['output'];
  /** Type of the record, such as `AdministrativePenalty`. */
  readonly type: Scalars['String']['output'];
  /** Version that was shown. */
  readonly version: Scalars['Int']['output'];
};

/** What a statement says of a subject. */
export type StatementKind =
  /** Address (住所). */
  | 'ADDRESS'
  /** Date of birth (出生日期). */
  | 'BIRTH_DATE'
  /** Name (名称). */
  | 'NAME'
  /** Telephone number (联系电话). */
  | 'PHONE';

/** Counts of one grouping (统计结果). */
export type Statistics = {
  readonly __typename?: 'Statistics';
  /** Day that the counts are of (统计截止日). A quarter of a year has one release. */
  readonly asOf: Scalars['Date']['output'];
  /**
   * The same rows as CSV (RFC 4180): UTF-8 with a byte order mark, as spreadsheet programs want it; for each key its value and its names in Chinese and English,
   * then count, error and whether it is suppressed. What a program could take for a formula begins with an apostrophe.
   */
  readonly csv: Scalars['String']['output'];
  /** What privacy the counts give, and what is left of the year's. */
  readonly privacy: StatisticsPrivacy;
  /** Counts are multiples of this, after noise that is drawn once a group and release. */
  readonly roundedTo: Scalars['Int']['output'];
  /** Groups of the grouping. */
  readonly rows: ReadonlyArray<StatisticsRow>;
  /** Fewest credit subjects that a group must hold to be told (最小统计单元). A smaller one is told with a probability of at most one in a million a release. */
  readonly threshold: Scalars['Int']['output'];
};

/** A released count. */
export type StatisticsCount = {
  readonly __typename?: 'StatisticsCount';
  /** With noise. Null where suppressed. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** Width of its error, as that of a row. Null where suppressed. */
  readonly error: Maybe<Scalars['Int']['output']>;
  /** Whether it is suppressed. */
  readonly suppressed: Scalars['Boolean']['output'];
};

/** Narrows the count to one value a key; the answer is the row that groupBy of the same keys would give. */
export type StatisticsFilter = {
  /** Code of a designating unit. */
  readonly designatingUnit?: InputMaybe<Scalars['String']['input']>;
  /** Ground of Article 29. */
  readonly ground?: InputMaybe<Scalars['String']['input']>;
  /** Section of GB/T 4754, as INDUSTRY counts by it. */
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  /** Code of a catalog item. */
  readonly item?: InputMaybe<Scalars['String']['input']>;
  /** Code of a list. */
  readonly list?: InputMaybe<Scalars['String']['input']>;
  /** Month, as MONTH counts by it. */
  readonly month?: InputMaybe<Scalars['String']['input']>;
  /** Character of the information. */
  readonly nature?: InputMaybe<Nature>;
  /** `MET` or `BREACHED`. */
  readonly outcome?: InputMaybe<Scalars['String']['input']>;
  /** Kind of a statutory period. */
  readonly period?: InputMaybe<Scalars['String']['input']>;
  /** Code of a purpose. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** Code of a party. */
  readonly recipient?: InputMaybe<Scalars['String']['input']>;
  /** Division, as REGION counts by it. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Kind of the unit. */
  readonly unitKind?: InputMaybe<Scalars['String']['input']>;
};

/** What is counted by (统计维度). */
export type StatisticsKey =
  /** Unit that designated (认定单位). Counts designations and targets of incentives alone. */
  | 'DESIGNATING_UNIT'
  /** Ground of Article 29 (认定依据). */
  | 'GROUND'
  /** Section of GB/T 4754 (行业门类), A to T, as read from the registered scope of business; `-` where none is told, as for natural persons. */
  | 'INDUSTRY'
  /** Catalog item (目录事项), lists among them, by its code. */
  | 'ITEM'
  /** List (名单), by its code. */
  | 'LIST'
  /**
   * Month (月份), `YYYY-MM`: of the conduct, deciding document or designation, with `../2022-06` for everything before the Regulations; of the disclosure; of the
   * last day of a period.
   */
  | 'MONTH'
  /** Character of the information (信息性质) as the edition of the item in force says it. */
  | 'NATURE'
  /** `MET` in time (按期), `BREACHED` where it was met late or not at all (逾期). */
  | 'OUTCOME'
  /** Kind of the statutory period (期限种类), as `deadlines` names it. */
  | 'PERIOD'
  /** Purpose of the inquiry (查询用途), by its code. */
  | 'PURPOSE'
  /** Party that was told (查询单位), by its code. */
  | 'RECIPIENT'
  /**
   * Administrative division of the subject's number (行政区划), GB/T 2260: a prefecture of Heilongjiang, `23` where the prefecture is not told, as
   * for natural persons, two digits for another province, `00` where nothing is told.
   */
  | 'REGION'
  /** Kind of the unit that provides the record or designated (单位类型), the first of its kinds. */
  | 'UNIT_KIND';

/** Name of a value (名称). */
export type StatisticsLabel = {
  readonly __typename?: 'StatisticsLabel';
  /** In English. */
  readonly en: Scalars['String']['output'];
  /** In Chinese. */
  readonly zh: Scalars['String']['output'];
};

/**
 * The privacy that statistics give (差分隐私), as a number: with or without one unit in the data, no set of answers of a year becomes more or less likely
 * than by a factor of e to the power of ε, whatever else its reader knows. A month of earlier years is counted in every release: whoever averages releases
 * gets nearer to the number of the group, and no nearer to one subject than the ε of the year says.
 */
export type StatisticsPrivacy = {
  readonly __typename?: 'StatisticsPrivacy';
  /** Probability with which a true number lies within `error` of its count. */
  readonly confidence: Scalars['Float']['output'];
  /** ε of one release, all groupings together. */
  readonly epsilonOfRelease: Scalars['Float']['output'];
  /** The most ε that the releases of a year may cost together. No release is made that would cost more. */
  readonly epsilonOfYear: Scalars['Float']['output'];
  /** The most entries with which one subject counts in the whole census, and so in every grouping; beside them so many disclosures and so many periods. */
  readonly greatestContribution: Scalars['Int']['output'];
  /** ε that is left for this year. */
  readonly left: Scalars['Float']['output'];
  /** How the figures are made. */
  readonly mechanism: Scalars['String']['output'];
  /** First day on which the next release may be made; null where the operator allows none. */
  readonly nextRelease: Maybe<Scalars['Date']['output']>;
  /** Half-width of the interval around a noisy count of this grouping that holds the true one with the probability `confidence`. */
  readonly noiseError: Scalars['Int']['output'];
  /** Scale of the noise in the grouping that was asked for. */
  readonly noiseScale: Scalars['Int']['output'];
  /** ε of the releases made in this year. */
  readonly spent: Scalars['Float']['output'];
  /** The least noisy count of this grouping that is told. */
  readonly toldFrom: Scalars['Int']['output'];
  /** Whom it protects. */
  readonly unit: Scalars['String']['output'];
  /** Calendar year, in Asia/Shanghai, of the following. */
  readonly year: Scalars['Int']['output'];
};

/** One group. */
export type StatisticsRow = {
  readonly __typename?: 'StatisticsRow';
  /** Entries, disclosures or periods, at most `greatestContribution` of one subject, with noise; parts together never exceed their whole. Null where suppressed. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /**
   * Width of the error (误差): the true number is at most so far from the count in 95 of 100 groups, those that are suppressed among them. It holds for one
   * figure by itself. Null where suppressed.
   */
  readonly error: Maybe<Scalars['Int']['output']>;
  /** Its values, in the order of groupBy. */
  readonly keys: ReadonlyArray<Scalars['String']['output']>;
  /** Names of its values, in the order of groupBy, as the release knew them. */
  readonly labels: ReadonlyArray<StatisticsLabel>;
  /**
   * The whole of which the group is a part (分母), for shares: the group with the keys of the filter and of `by` alone. It carries noise of its own. Null where
   * that group is not published.
   */
  readonly of: Maybe<StatisticsCount>;
  /** Whether the group is suppressed (抑制): its noisy count is small, or that of a group that contains it. */
  readonly suppressed: Scalars['Boolean']['output'];
};


/** One group. */
export type StatisticsRowOfArgs = {
  by?: ReadonlyArray<StatisticsKey>;
};

/** What is counted (统计对象), and by which keys. One subject counts in a release with at most three entries, three disclosures and three periods. */
export type StatisticsTable =
  /** Disclosures to parties (信用信息查询), of the month of the release and the twelve before it. By RECIPIENT; RECIPIENT with PURPOSE; these with MONTH. */
  | 'DISCLOSURES'
  /**
   * Displayed records, designations and incentives (公示信息). By none to two of REGION, ITEM, NATURE, MONTH, INDUSTRY and DESIGNATING_UNIT, but not ITEM with
   * NATURE, because an item has its nature already; and by UNIT_KIND alone.
   */
  | 'ENTRIES'
  /** Of these, designations as seriously untrustworthy (严重失信主体名单), Article 28. By none, LIST or GROUND. */
  | 'LISTED'
  /** Of these, administrative penalties (行政处罚). By none or one of REGION, MONTH and INDUSTRY, or by all three; REGION is one of this province. */
  | 'PENALTIES'
  /**
   * Statutory periods about a subject whose last day is past (法定期限), of the month of the release and the twelve before it. By PERIOD with OUTCOME; these with
   * MONTH.
   */
  | 'PERIODS';

/** Identification number of a subject. */
export type SubjectIdentifier = {
  readonly __typename?: 'SubjectIdentifier';
  /** Kind of number. */
  readonly type: IdentifierType;
  /** The number; of a natural person only its region's first two digits leave for anyone else. */
  readonly value: Maybe<Scalars['String']['output']>;
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

/** Kinds of credit subject (信用主体), Article 3. */
export type SubjectKind =
  /** Legal person (法人). */
  | 'LEGAL_PERSON'
  /** Natural person (自然人). */
  | 'NATURAL_PERSON'
  /** Organization other than a legal person (非法人组织), sole traders (个体工商户) among them. */
  | 'UNINCORPORATED_ORGANIZATION';

/** What one record, designation or incentive says of a subject; desensitized for others than the subject. */
export type SubjectStatement = {
  readonly __typename?: 'SubjectStatement';
  /** Item that it is held under. */
  readonly item: CatalogItem;
  /** What it says. */
  readonly kind: StatementKind;
  /** Objection label of what says it (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Id of the record, designation or incentive that says it. */
  readonly recordId: Scalars['ID']['output'];
  /** Day of the conduct, decision or registration. */
  readonly statedOn: Scalars['Date']['output'];
  /** Unit that says it. */
  readonly unit: Unit;
  /** The name, address, telephone number or date (`YYYY-MM-DD`). */
  readonly value: Scalars['String']['output'];
  /** Its version. */
  readonly version: Scalars['Int']['output'];
};

/** What became of a submission. */
export type SubmissionResult = {
  readonly __typename?: 'SubmissionResult';
  /** Records stored for the first time. */
  readonly accepted: Scalars['Int']['output'];
  /** Records sent again with a change: new versions. */
  readonly corrected: Scalars['Int']['output'];
  /** Rows delivered after the item's update time, Article 21. */
  readonly late: Scalars['Int']['output'];
  /** Rows that were refused. */
  readonly rejected: ReadonlyArray<RejectedRow>;
  /** Opaque id. */
  readonly submissionId: Scalars['ID']['output'];
  /** Records sent again without a change. */
  readonly unchanged: Scalars['Int']['output'];
};

/** A submission of records of one item. */
export type SubmitRecordsInput = {
  /** Code of the catalog item; the caller's unit is its providing unit. */
  readonly item: Scalars['String']['input'];
  /** New facts (新的事实), where records of it fell before: they are taken in again as new ones, and their subjects are told. Article 38. */
  readonly newFacts?: InputMaybe<NewFactsInput>;
  /** Records, at most 1000; the place in this list is the row. */
  readonly records: ReadonlyArray<RecordInput>;
};

/** The three classes of Article 48. */
export type SupervisionClass =
  /** Unlawful or untrustworthy, higher risk: more spot checks (违法失信、风险较高). */
  | 'HIGH_RISK'
  /** Better credit and lower risk: fewer spot checks (信用较好、风险较低). */
  | 'LOW_RISK'
  /** Normal credit risk (信用风险一般). */
  | 'NORMAL';

/** A unit, named. */
export type Unit = {
  readonly __typename?: 'Unit';
  /** Code of the unit. */
  readonly code: Scalars['String']['output'];
};

/** Deliveries of one unit (报送情况). */
export type UnitOperation = {
  readonly __typename?: 'UnitOperation';
  /**
   * Working days on which it was late (迟报工作日), added up over its items. It is late with an item that it has begun to deliver while more working days have gone by
   * since its last batch than the catalog gives the item (Article 21). An empty batch says that there is nothing to deliver, and is in time.
   */
  readonly daysLate: Scalars['Int']['output'];
  /** Items with which it was late. */
  readonly itemsLate: Scalars['Int']['output'];
  /** Rows that came back to it for their form. */
  readonly returned: Scalars['Int']['output'];
  /** Batches that it delivered, empty ones among them: how often it delivered, and not how much. Of a unit that delivers each record by itself it is their number. */
  readonly submissions: Scalars['Int']['output'];
  /** The unit. */
  readonly unit: Unit;
};

/** Refusal to perform an effective legal document (拒不履行), Article 18 (8). */
export type UnperformedObligation = CreditRecord & {
  readonly __typename?: 'UnperformedObligation';
  /** Amount in yuan, decimal. */
  readonly amountYuan: Maybe<Scalars['String']['output']>;
  /** Court. */
  readonly court: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Last day of display; null for long-term display, Article 37. */
  readonly displayedUntil: Maybe<Scalars['Date']['output']>;
  /** Number of the document. */
  readonly documentNumber: Maybe<Scalars['String']['output']>;
  /** Every version and every end of display, the oldest first, Article 35. The subject's own view. */
  readonly history: Maybe<ReadonlyArray<RecordChange>>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the record is held under. */
  readonly item: CatalogItem;
  /** Character of the information. */
  readonly nature: Nature;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Obligation. */
  readonly obligation: Maybe<Scalars['String']['output']>;
  /** Date of the conduct or of the deciding document. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** State of performance. */
  readonly performance: Maybe<Scalars['String']['output']>;
  /** Unit that is answerable for the record, Article 21. */
  readonly providingUnit: Unit;
  /** Where this version of the record came from, Article 35. The subject's own view. */
  readonly source: Maybe<RecordSource>;
  /** Version, from 1; a correction is a new version, Article 36 (3). */
  readonly version: Scalars['Int']['output'];
  /** Names of the fields whose text is withheld whole from the caller (依法不予公开), Article 23: it reads ［依法不予公开：第二十三条］ there. */
  readonly withheldTexts: ReadonlyArray<Scalars['String']['output']>;
};

/** What another unit was asked to verify for a decision (协助核实), Article 39. */
export type Verification = {
  readonly __typename?: 'Verification';
  /** The answer; what is personal in it is masked for anyone but the subject. Null until then. */
  readonly answer: Maybe<Scalars['String']['output']>;
  /** By when it is to be answered: two working days. */
  readonly answerBy: Scalars['Date']['output'];
  /** When it was answered; null until then. */
  readonly answeredOn: Maybe<Scalars['Date']['output']>;
  /** When it was asked. */
  readonly askedOn: Scalars['Date']['output'];
  /** Whether what is held was confirmed; null until then. */
  readonly confirms: Maybe<Scalars['Boolean']['output']>;
  /** By when the objection is to be decided. */
  readonly decideBy: Scalars['Date']['output'];
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The objection that it is for. */
  readonly objection: Scalars['ID']['output'];
  /** Unit that was asked. */
  readonly of: Unit;
  /** One of both dates may still change: the working days of its year are not published yet, or time does not count now. */
  readonly provisional: Scalars['Boolean']['output'];
  /** What was asked; what is personal in it is masked for anyone but the subject, Article 23. */
  readonly question: Scalars['String']['output'];
};

/** What the verification of a pledge found. */
export type VerifyPledgeInput = {
  /** Number of the effective document that it rests on; needed for a pledge that was not kept, Article 27. */
  readonly document?: InputMaybe<Scalars['String']['input']>;
  /** The pledge. */
  readonly id: Scalars['ID']['input'];
  /** What was found. */
  readonly outcome: PledgeOutcome;
  /** How it was found, 1 to 4000 characters. */
  readonly reasons: Scalars['String']['input'];
};

/** A statement that its subject withdrew, Article 35. */
export type WithdrawnStatement = {
  readonly __typename?: 'WithdrawnStatement';
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Day on which it was withdrawn. */
  readonly withdrawnOn: Scalars['Date']['output'];
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
  AdministrativeAct: ResolverTypeWrapper<RecordRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AdministrativePenalty: ResolverTypeWrapper<RecordRow>;
  AdministrativePermit: ResolverTypeWrapper<RecordRow>;
  AnswerComplaintInput: AnswerComplaintInput;
  AnswerVerificationInput: AnswerVerificationInput;
  ApplyForRestorationInput: ApplyForRestorationInput;
  ArchivedKind: ArchivedKind;
  ArchivedRecord: ResolverTypeWrapper<ArchivedRow>;
  Arrears: ResolverTypeWrapper<RecordRow>;
  AskForHelpInput: AskForHelpInput;
  AssessmentLevelInput: AssessmentLevelInput;
  AssessmentMethod: ResolverTypeWrapper<MethodRow>;
  AssessmentMethodInput: AssessmentMethodInput;
  AssessmentMethodLevel: ResolverTypeWrapper<AssessmentMethodLevel>;
  AssessmentPublication: ResolverTypeWrapper<AssessmentPublication>;
  AssessmentPublicationInput: AssessmentPublicationInput;
  AssessmentRecord: ResolverTypeWrapper<RecordRow>;
  AssessmentResultInput: AssessmentResultInput;
  Authority: ResolverTypeWrapper<Authority>;
  BasisFault: BasisFault;
  CatalogItem: ResolverTypeWrapper<ItemKey>;
  Commendation: ResolverTypeWrapper<RecordRow>;
  Complaint: ResolverTypeWrapper<ComplaintRow>;
  ComplaintConnection: ResolverTypeWrapper<ComplaintPage>;
  ComplaintEdge: ResolverTypeWrapper<Omit<ComplaintEdge, 'node'> & { node: ResolversTypes['Complaint'] }>;
  ComplaintStatus: ComplaintStatus;
  CorrectRecordInput: CorrectRecordInput;
  CorrectionResult: ResolverTypeWrapper<CorrectionResult>;
  CreditRecord: ResolverTypeWrapper<RecordRow>;
  CreditSubject: ResolverTypeWrapper<SubjectRow>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeceptiveConduct: ResolverTypeWrapper<RecordRow>;
  DecideHeldRecordInput: DecideHeldRecordInput;
  DecideObjectionInput: DecideObjectionInput;
  DecideRestorationInput: DecideRestorationInput;
  DeliverAssessmentsInput: DeliverAssessmentsInput;
  Disclosure: ResolverTypeWrapper<DisclosureKey>;
  Evidence: ResolverTypeWrapper<EvidenceRow>;
  FallCause: FallCause;
  FileComplaintInput: FileComplaintInput;
  HeldDecision: ResolverTypeWrapper<DecidedHeld>;
  HeldRecord: ResolverTypeWrapper<HeldRow>;
  HeldRecordConnection: ResolverTypeWrapper<HeldPage>;
  HeldRecordEdge: ResolverTypeWrapper<Omit<HeldRecordEdge, 'node'> & { node: ResolversTypes['HeldRecord'] }>;
  IdentifierType: IdentifierType;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LegalDocument: ResolverTypeWrapper<RecordRow>;
  Mandate: ResolverTypeWrapper<MandateRow>;
  MandateInput: MandateInput;
  MandateKind: MandateKind;
  MandateLack: MandateLack;
  MandateParty: ResolverTypeWrapper<MandateParty>;
  MandateScope: MandateScope;
  MatterCheck: ResolverTypeWrapper<MatterKey>;
  MatterPart: ResolverTypeWrapper<Scalars['MatterPart']['output']>;
  MonthOperation: ResolverTypeWrapper<MonthOperation>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Nature: Nature;
  NewFactsInput: NewFactsInput;
  NextRemedy: NextRemedy;
  Objection: ResolverTypeWrapper<ObjectionRow>;
  ObjectionConnection: ResolverTypeWrapper<ObjectionPage>;
  ObjectionEdge: ResolverTypeWrapper<Omit<ObjectionEdge, 'node'> & { node: ResolversTypes['Objection'] }>;
  ObjectionLabel: ResolverTypeWrapper<Labelled>;
  ObjectionPause: ResolverTypeWrapper<PauseRow>;
  ObjectionStatus: ObjectionStatus;
  ObjectionSubject: ObjectionSubject;
  Openness: Openness;
  OperationFigures: ResolverTypeWrapper<AskedOperation>;
  OtherRecord: ResolverTypeWrapper<RecordRow>;
  OwnStatement: ResolverTypeWrapper<OwnStatementRow>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseCause: PauseCause;
  PauseClockInput: PauseClockInput;
  PeriodFigures: ResolverTypeWrapper<PeriodFigures>;
  PersonReference: ResolverTypeWrapper<PersonRow>;
  PersonalKind: PersonalKind;
  Pledge: ResolverTypeWrapper<RecordRow>;
  PledgeCheck: ResolverTypeWrapper<PledgeCheckRow>;
  PledgeCheckConnection: ResolverTypeWrapper<PledgeCheckPage>;
  PledgeCheckEdge: ResolverTypeWrapper<Omit<PledgeCheckEdge, 'node'> & { node: ResolversTypes['PledgeCheck'] }>;
  PledgeInput: PledgeInput;
  PledgeKind: PledgeKind;
  PledgeOutcome: PledgeOutcome;
  PledgePerformance: PledgePerformance;
  PledgeRecord: ResolverTypeWrapper<RecordRow>;
  PublicServiceRecord: ResolverTypeWrapper<RecordRow>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RaiseObjectionInput: RaiseObjectionInput;
  RecordChange: ResolverTypeWrapper<RecordChange>;
  RecordChangeKind: RecordChangeKind;
  RecordConnection: ResolverTypeWrapper<RecordPage>;
  RecordDisplay: ResolverTypeWrapper<RecordDisplay>;
  RecordEdge: ResolverTypeWrapper<Omit<RecordEdge, 'node'> & { node: ResolversTypes['CreditRecord'] }>;
  RecordInQuestion: ResolverTypeWrapper<RowInQuestion>;
  RecordInput: RecordInput;
  RecordSource: ResolverTypeWrapper<RecordRow>;
  RefusedRequests: ResolverTypeWrapper<RefusedRequests>;
  Registration: ResolverTypeWrapper<RecordRow>;
  RejectedRow: ResolverTypeWrapper<RejectedRow>;
  Restoration: ResolverTypeWrapper<RestorationRow>;
  RestorationCondition: RestorationCondition;
  RestorationConditions: ResolverTypeWrapper<ConditionsRow>;
  RestorationConnection: ResolverTypeWrapper<RestorationPage>;
  RestorationEdge: ResolverTypeWrapper<Omit<RestorationEdge, 'node'> & { node: ResolversTypes['Restoration'] }>;
  RestorationExclusion: ResolverTypeWrapper<ExclusionRow>;
  RestorationExclusionInput: RestorationExclusionInput;
  RestorationStatus: RestorationStatus;
  RestoredDecision: ResolverTypeWrapper<RestoredDecisionRow>;
  ResumeClockInput: ResumeClockInput;
  ReturnedRows: ResolverTypeWrapper<ReturnedRows>;
  RevocationResult: ResolverTypeWrapper<RevocationResult>;
  RevokeBasisInput: RevokeBasisInput;
  RevokedRecord: ResolverTypeWrapper<RevokedRecord>;
  SharingLock: ResolverTypeWrapper<SharingLock>;
  ShownRecord: ResolverTypeWrapper<ShownRow>;
  StatementKind: StatementKind;
  Statistics: ResolverTypeWrapper<AskedStatistics>;
  StatisticsCount: ResolverTypeWrapper<StatisticsCount>;
  StatisticsFilter: StatisticsFilter;
  StatisticsKey: StatisticsKey;
  StatisticsLabel: ResolverTypeWrapper<StatisticsLabel>;
  StatisticsPrivacy: ResolverTypeWrapper<StatisticsPrivacy>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  StatisticsRow: ResolverTypeWrapper<StatisticsFigure>;
  StatisticsTable: StatisticsTable;
  SubjectIdentifier: ResolverTypeWrapper<SubjectRow>;
  SubjectIdentifierInput: SubjectIdentifierInput;
  SubjectKind: SubjectKind;
  SubjectStatement: ResolverTypeWrapper<StatementRow>;
  SubmissionResult: ResolverTypeWrapper<SubmissionResult>;
  SubmitRecordsInput: SubmitRecordsInput;
  SupervisionClass: SupervisionClass;
  Unit: ResolverTypeWrapper<UnitKey>;
  UnitOperation: ResolverTypeWrapper<Omit<UnitOperation, 'unit'> & { unit: ResolversTypes['Unit'] }>;
  UnperformedObligation: ResolverTypeWrapper<RecordRow>;
  Verification: ResolverTypeWrapper<VerificationRow>;
  VerifyPledgeInput: VerifyPledgeInput;
  WithdrawnStatement: ResolverTypeWrapper<WithdrawnStatement>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdministrativeAct: RecordRow;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AdministrativePenalty: RecordRow;
  AdministrativePermit: RecordRow;
  AnswerComplaintInput: AnswerComplaintInput;
  AnswerVerificationInput: AnswerVerificationInput;
  ApplyForRestorationInput: ApplyForRestorationInput;
  ArchivedRecord: ArchivedRow;
  Arrears: RecordRow;
  AskForHelpInput: AskForHelpInput;
  AssessmentLevelInput: AssessmentLevelInput;
  AssessmentMethod: MethodRow;
  AssessmentMethodInput: AssessmentMethodInput;
  AssessmentMethodLevel: AssessmentMethodLevel;
  AssessmentPublication: AssessmentPublication;
  AssessmentPublicationInput: AssessmentPublicationInput;
  AssessmentRecord: RecordRow;
  AssessmentResultInput: AssessmentResultInput;
  Authority: Authority;
  CatalogItem: ItemKey;
  Commendation: RecordRow;
  Complaint: ComplaintRow;
  ComplaintConnection: ComplaintPage;
  ComplaintEdge: Omit<ComplaintEdge, 'node'> & { node: ResolversParentTypes['Complaint'] };
  CorrectRecordInput: CorrectRecordInput;
  CorrectionResult: CorrectionResult;
  CreditRecord: RecordRow;
  CreditSubject: SubjectRow;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeceptiveConduct: RecordRow;
  DecideHeldRecordInput: DecideHeldRecordInput;
  DecideObjectionInput: DecideObjectionInput;
  DecideRestorationInput: DecideRestorationInput;
  DeliverAssessmentsInput: DeliverAssessmentsInput;
  Disclosure: DisclosureKey;
  Evidence: EvidenceRow;
  FileComplaintInput: FileComplaintInput;
  HeldDecision: DecidedHeld;
  HeldRecord: HeldRow;
  HeldRecordConnection: HeldPage;
  HeldRecordEdge: Omit<HeldRecordEdge, 'node'> & { node: ResolversParentTypes['HeldRecord'] };
  JSON: Scalars['JSON']['output'];
  LegalDocument: RecordRow;
  Mandate: MandateRow;
  MandateInput: MandateInput;
  MandateParty: MandateParty;
  MatterCheck: MatterKey;
  MatterPart: Scalars['MatterPart']['output'];
  MonthOperation: MonthOperation;
  Mutation: Record<PropertyKey, never>;
  NewFactsInput: NewFactsInput;
  Objection: ObjectionRow;
  ObjectionConnection: ObjectionPage;
  ObjectionEdge: Omit<ObjectionEdge, 'node'> & { node: ResolversParentTypes['Objection'] };
  ObjectionLabel: Labelled;
  ObjectionPause: PauseRow;
  OperationFigures: AskedOperation;
  OtherRecord: RecordRow;
  OwnStatement: OwnStatementRow;
  PageInfo: PageInfo;
  PauseClockInput: PauseClockInput;
  PeriodFigures: PeriodFigures;
  PersonReference: PersonRow;
  Pledge: RecordRow;
  PledgeCheck: PledgeCheckRow;
  PledgeCheckConnection: PledgeCheckPage;
  PledgeCheckEdge: Omit<PledgeCheckEdge, 'node'> & { node: ResolversParentTypes['PledgeCheck'] };
  PledgeInput: PledgeInput;
  PledgeRecord: RecordRow;
  PublicServiceRecord: RecordRow;
  Query: Record<PropertyKey, never>;
  RaiseObjectionInput: RaiseObjectionInput;
  RecordChange: RecordChange;
  RecordConnection: RecordPage;
  RecordDisplay: RecordDisplay;
  RecordEdge: Omit<RecordEdge, 'node'> & { node: ResolversParentTypes['CreditRecord'] };
  RecordInQuestion: RowInQuestion;
  RecordInput: RecordInput;
  RecordSource: RecordRow;
  RefusedRequests: RefusedRequests;
  Registration: RecordRow;
  RejectedRow: RejectedRow;
  Restoration: RestorationRow;
  RestorationConditions: ConditionsRow;
  RestorationConnection: RestorationPage;
  RestorationEdge: Omit<RestorationEdge, 'node'> & { node: ResolversParentTypes['Restoration'] };
  RestorationExclusion: ExclusionRow;
  RestorationExclusionInput: RestorationExclusionInput;
  RestoredDecision: RestoredDecisionRow;
  ResumeClockInput: ResumeClockInput;
  ReturnedRows: ReturnedRows;
  RevocationResult: RevocationResult;
  RevokeBasisInput: RevokeBasisInput;
  RevokedRecord: RevokedRecord;
  SharingLock: SharingLock;
  ShownRecord: ShownRow;
  Statistics: AskedStatistics;
  StatisticsCount: StatisticsCount;
  StatisticsFilter: StatisticsFilter;
  StatisticsLabel: StatisticsLabel;
  StatisticsPrivacy: StatisticsPrivacy;
  Float: Scalars['Float']['output'];
  StatisticsRow: StatisticsFigure;
  SubjectIdentifier: SubjectRow;
  SubjectIdentifierInput: SubjectIdentifierInput;
  SubjectStatement: StatementRow;
  SubmissionResult: SubmissionResult;
  SubmitRecordsInput: SubmitRecordsInput;
  Unit: UnitKey;
  UnitOperation: Omit<UnitOperation, 'unit'> & { unit: ResolversParentTypes['Unit'] };
  UnperformedObligation: RecordRow;
  Verification: VerificationRow;
  VerifyPledgeInput: VerifyPledgeInput;
  WithdrawnStatement: WithdrawnStatement;
};

export type OpennessDirectiveArgs = {
  tier: Openness;
};

export type OpennessDirectiveResolver<Result, Parent, ContextType = Context, Args = OpennessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = {
  kind: PersonalKind;
};

export type PersonalDirectiveResolver<Result, Parent, ContextType = Context, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AdministrativeActResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdministrativeAct'] = ResolversParentTypes['AdministrativeAct']> = {
  actKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdministrativePenaltyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdministrativePenalty'] = ResolversParentTypes['AdministrativePenalty']> = {
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  conduct?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confiscatedYuan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fineYuan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  legalBasisText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalRepresentative?: Resolver<Maybe<ResolversTypes['PersonReference']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  penaltyKinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdministrativePermitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdministrativePermit'] = ResolversParentTypes['AdministrativePermit']> = {
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  legalRepresentative?: Resolver<Maybe<ResolversTypes['PersonReference']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  permitKinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  permitNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArchivedRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchivedRecord'] = ResolversParentTypes['ArchivedRecord']> = {
  basisDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['FallCause'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  fellOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ArchivedKind'], ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ArrearsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Arrears'] = ResolversParentTypes['Arrears']> = {
  amountYuan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssessmentMethodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentMethod'] = ResolversParentTypes['AssessmentMethod']> = {
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  levels?: Resolver<ReadonlyArray<ResolversTypes['AssessmentMethodLevel']>, ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['AssessmentPublication'], ParentType, ContextType>;
};

export type AssessmentMethodLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentMethodLevel'] = ResolversParentTypes['AssessmentMethodLevel']> = {
  level?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  supervision?: Resolver<ResolversTypes['SupervisionClass'], ParentType, ContextType>;
};

export type AssessmentPublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentPublication'] = ResolversParentTypes['AssessmentPublication']> = {
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AssessmentRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentRecord'] = ResolversParentTypes['AssessmentRecord']> = {
  assessmentEdition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  supervisionClass?: Resolver<Maybe<ResolversTypes['SupervisionClass']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthorityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CatalogItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogItem'] = ResolversParentTypes['CatalogItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CommendationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commendation'] = ResolversParentTypes['Commendation']> = {
  awardedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ComplaintResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Complaint'] = ResolversParentTypes['Complaint']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answerBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  answeringUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  collector?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Evidence']>>, ParentType, ContextType>;
  filedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ComplaintStatus'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ComplaintConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComplaintConnection'] = ResolversParentTypes['ComplaintConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ComplaintEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Complaint']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ComplaintEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComplaintEdge'] = ResolversParentTypes['ComplaintEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Complaint'], ParentType, ContextType>;
};

export type CorrectionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectionResult'] = ResolversParentTypes['CorrectionResult']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recipientsToNotify?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreditRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditRecord'] = ResolversParentTypes['CreditRecord']> = {
  __resolveType: TypeResolveFn<'AdministrativeAct' | 'AdministrativePenalty' | 'AdministrativePermit' | 'Arrears' | 'AssessmentRecord' | 'Commendation' | 'DeceptiveConduct' | 'LegalDocument' | 'OtherRecord' | 'PledgeRecord' | 'PublicServiceRecord' | 'Registration' | 'UnperformedObligation', ParentType, ContextType>;
};

export type CreditSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditSubject'] = ResolversParentTypes['CreditSubject'], FederationReferenceType extends FederationReferenceTypes['CreditSubject'] = FederationReferenceTypes['CreditSubject']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CreditSubject']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assessment?: Resolver<Maybe<ResolversTypes['AssessmentRecord']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  complaints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Complaint']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['SubjectIdentifier']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['SubjectKind']>, ParentType, ContextType>;
  lock?: Resolver<Maybe<ResolversTypes['SharingLock']>, ParentType, ContextType>;
  mandates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Mandate']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objections?: Resolver<Maybe<ResolversTypes['ObjectionConnection']>, ParentType, ContextType, Partial<CreditSubjectObjectionsArgs>>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pledgeChecks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PledgeCheck']>>, ParentType, ContextType>;
  pledges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Pledge']>>, ParentType, ContextType>;
  pseudonym?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Maybe<ResolversTypes['RecordConnection']>, ParentType, ContextType, Partial<CreditSubjectRecordsArgs>>;
  registration?: Resolver<Maybe<ResolversTypes['Registration']>, ParentType, ContextType>;
  restorations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Restoration']>>, ParentType, ContextType>;
  statements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SubjectStatement']>>, ParentType, ContextType, Partial<CreditSubjectStatementsArgs>>;
  usesPledges?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeceptiveConductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeceptiveConduct'] = ResolversParentTypes['DeceptiveConduct']> = {
  conduct?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure'], FederationReferenceType extends FederationReferenceTypes['Disclosure'] = FederationReferenceTypes['Disclosure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Disclosure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shownRecords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShownRecord']>>, ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keptUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uploadedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HeldDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldDecision'] = ResolversParentTypes['HeldDecision']> = {
  displayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type HeldRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldRecord'] = ResolversParentTypes['HeldRecord']> = {
  cause?: Resolver<ResolversTypes['FallCause'], ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  decideBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fellOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  heldOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type HeldRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldRecordConnection'] = ResolversParentTypes['HeldRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HeldRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['HeldRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HeldRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldRecordEdge'] = ResolversParentTypes['HeldRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HeldRecord'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LegalDocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalDocument'] = ResolversParentTypes['LegalDocument']> = {
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  court?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MandateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mandate'] = ResolversParentTypes['Mandate']> = {
  actingFor?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  agent?: Resolver<ResolversTypes['MandateParty'], ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  firstUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MandateKind'], ParentType, ContextType>;
  lacks?: Resolver<Maybe<ResolversTypes['MandateLack']>, ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['MandateParty'], ParentType, ContextType>;
  scope?: Resolver<ReadonlyArray<ResolversTypes['MandateScope']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type MandatePartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MandateParty'] = ResolversParentTypes['MandateParty']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['IdentifierType'], ParentType, ContextType>;
};

export type MatterCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCheck'] = ResolversParentTypes['MatterCheck'], FederationReferenceType extends FederationReferenceTypes['MatterCheck'] = FederationReferenceTypes['MatterCheck']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MatterCheck']> | FederationReferenceType, FederationReferenceType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publicCreditPart?: Resolver<Maybe<ResolversTypes['MatterPart']>, ParentType, ContextType>;
};

export interface MatterPartScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MatterPart'], any> {
  name: 'MatterPart';
}

export type MonthOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MonthOperation'] = ResolversParentTypes['MonthOperation']> = {
  daysLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  submissions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitsLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addStatement: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType, RequireFields<MutationAddStatementArgs, 'record' | 'text'>>;
  answerComplaint: Resolver<Maybe<ResolversTypes['Complaint']>, ParentType, ContextType, RequireFields<MutationAnswerComplaintArgs, 'input'>>;
  answerVerification: Resolver<Maybe<ResolversTypes['Verification']>, ParentType, ContextType, RequireFields<MutationAnswerVerificationArgs, 'input'>>;
  applyForRestoration: Resolver<Maybe<ResolversTypes['Restoration']>, ParentType, ContextType, RequireFields<MutationApplyForRestorationArgs, 'input'>>;
  askForVerification: Resolver<Maybe<ResolversTypes['Verification']>, ParentType, ContextType, RequireFields<MutationAskForVerificationArgs, 'input'>>;
  choosePledges: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationChoosePledgesArgs, 'usesPledges'>>;
  correctRecord: Resolver<Maybe<ResolversTypes['CorrectionResult']>, ParentType, ContextType, RequireFields<MutationCorrectRecordArgs, 'input'>>;
  decideHeldRecord: Resolver<Maybe<ResolversTypes['HeldDecision']>, ParentType, ContextType, RequireFields<MutationDecideHeldRecordArgs, 'input'>>;
  decideObjection: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationDecideObjectionArgs, 'input'>>;
  decideRestoration: Resolver<Maybe<ResolversTypes['Restoration']>, ParentType, ContextType, RequireFields<MutationDecideRestorationArgs, 'input'>>;
  deliverAssessments: Resolver<Maybe<ResolversTypes['SubmissionResult']>, ParentType, ContextType, RequireFields<MutationDeliverAssessmentsArgs, 'input'>>;
  endMandate: Resolver<Maybe<ResolversTypes['Mandate']>, ParentType, ContextType, RequireFields<MutationEndMandateArgs, 'id' | 'reason'>>;
  fileComplaint: Resolver<Maybe<ResolversTypes['Complaint']>, ParentType, ContextType, RequireFields<MutationFileComplaintArgs, 'input'>>;
  hideTrustworthyRecord: Resolver<Maybe<ResolversTypes['RecordDisplay']>, ParentType, ContextType, RequireFields<MutationHideTrustworthyRecordArgs, 'record'>>;
  lockSharing: Resolver<Maybe<ResolversTypes['SharingLock']>, ParentType, ContextType, Partial<MutationLockSharingArgs>>;
  orderPledgeCorrection: Resolver<Maybe<ResolversTypes['PledgeCheck']>, ParentType, ContextType, RequireFields<MutationOrderPledgeCorrectionArgs, 'correctBy' | 'id'>>;
  pauseClock: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationPauseClockArgs, 'input'>>;
  publishAssessmentMethod: Resolver<Maybe<ResolversTypes['AssessmentMethod']>, ParentType, ContextType, RequireFields<MutationPublishAssessmentMethodArgs, 'input'>>;
  publishRestorationExclusion: Resolver<Maybe<ResolversTypes['RestorationExclusion']>, ParentType, ContextType, RequireFields<MutationPublishRestorationExclusionArgs, 'input'>>;
  raiseObjection: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationRaiseObjectionArgs, 'input'>>;
  recordPledge: Resolver<Maybe<ResolversTypes['PledgeCheck']>, ParentType, ContextType, RequireFields<MutationRecordPledgeArgs, 'input'>>;
  registerMandate: Resolver<Maybe<ResolversTypes['Mandate']>, ParentType, ContextType, RequireFields<MutationRegisterMandateArgs, 'input'>>;
  resumeClock: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationResumeClockArgs, 'input'>>;
  revokeBasis: Resolver<Maybe<ResolversTypes['RevocationResult']>, ParentType, ContextType, RequireFields<MutationRevokeBasisArgs, 'input'>>;
  showTrustworthyRecord: Resolver<Maybe<ResolversTypes['RecordDisplay']>, ParentType, ContextType, RequireFields<MutationShowTrustworthyRecordArgs, 'record'>>;
  submitRecords: Resolver<Maybe<ResolversTypes['SubmissionResult']>, ParentType, ContextType, RequireFields<MutationSubmitRecordsArgs, 'input'>>;
  unlockSharing: Resolver<Maybe<ResolversTypes['SharingLock']>, ParentType, ContextType>;
  verifyPledge: Resolver<Maybe<ResolversTypes['PledgeCheck']>, ParentType, ContextType, RequireFields<MutationVerifyPledgeArgs, 'input'>>;
  withdrawComplaint: Resolver<Maybe<ResolversTypes['Complaint']>, ParentType, ContextType, RequireFields<MutationWithdrawComplaintArgs, 'id'>>;
  withdrawObjection: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationWithdrawObjectionArgs, 'id'>>;
  withdrawRestoration: Resolver<Maybe<ResolversTypes['Restoration']>, ParentType, ContextType, RequireFields<MutationWithdrawRestorationArgs, 'id'>>;
  withdrawStatement: Resolver<Maybe<ResolversTypes['WithdrawnStatement']>, ParentType, ContextType, RequireFields<MutationWithdrawStatementArgs, 'id'>>;
};

export type ObjectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Objection'] = ResolversParentTypes['Objection']> = {
  about?: Resolver<ResolversTypes['ObjectionSubject'], ParentType, ContextType>;
  application?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  competentUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  decideBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Evidence']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inQuestion?: Resolver<Maybe<ResolversTypes['RecordInQuestion']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['CatalogItem']>, ParentType, ContextType>;
  labelBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  labelledOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nextRemedy?: Resolver<Maybe<ResolversTypes['NextRemedy']>, ParentType, ContextType>;
  pauses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ObjectionPause']>>, ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  raisedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reasons?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipientsToNotify?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['StatementKind']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ObjectionStatus'], ParentType, ContextType>;
  verifications?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Verification']>>, ParentType, ContextType>;
};

export type ObjectionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionConnection'] = ResolversParentTypes['ObjectionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ObjectionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Objection']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ObjectionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionEdge'] = ResolversParentTypes['ObjectionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Objection'], ParentType, ContextType>;
};

export type ObjectionLabelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionLabel'] = ResolversParentTypes['ObjectionLabel']> = {
  decideBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  raisedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ObjectionPauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionPause'] = ResolversParentTypes['ObjectionPause']> = {
  cause?: Resolver<ResolversTypes['PauseCause'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  untilDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OperationFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationFigures'] = ResolversParentTypes['OperationFigures']> = {
  countedSince?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['MonthOperation']>, ParentType, ContextType>;
  periods?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PeriodFigures']>>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['RefusedRequests']>, ParentType, ContextType>;
  returned?: Resolver<ReadonlyArray<ResolversTypes['ReturnedRows']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['UnitOperation']>, ParentType, ContextType, RequireFields<OperationFiguresUnitsArgs, 'limit'>>;
  until?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OtherRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OtherRecord'] = ResolversParentTypes['OtherRecord']> = {
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OwnStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OwnStatement'] = ResolversParentTypes['OwnStatement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  masked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  shownSince?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textForOthers?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PeriodFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PeriodFigures'] = ResolversParentTypes['PeriodFigures']> = {
  breached?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['StatisticsLabel'], ParentType, ContextType>;
  met?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonReferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonReference'] = ResolversParentTypes['PersonReference']> = {
  idNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PledgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pledge'] = ResolversParentTypes['Pledge']> = {
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['PledgePerformance']>, ParentType, ContextType>;
  pledgedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PledgeCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PledgeCheck'] = ResolversParentTypes['PledgeCheck']> = {
  correctBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PledgeKind'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['PledgeOutcome']>, ParentType, ContextType>;
  permitDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  permittedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  verifiedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  verifyBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PledgeCheckConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PledgeCheckConnection'] = ResolversParentTypes['PledgeCheckConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PledgeCheckEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PledgeCheck']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PledgeCheckEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PledgeCheckEdge'] = ResolversParentTypes['PledgeCheckEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PledgeCheck'], ParentType, ContextType>;
};

export type PledgeRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PledgeRecord'] = ResolversParentTypes['PledgeRecord']> = {
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['PledgePerformance']>, ParentType, ContextType>;
  pledgedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublicServiceRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicServiceRecord'] = ResolversParentTypes['PublicServiceRecord']> = {
  amountYuan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  archive: Resolver<Maybe<ReadonlyArray<ResolversTypes['ArchivedRecord']>>, ParentType, ContextType, RequireFields<QueryArchiveArgs, 'reason'>>;
  assessmentMethods: Resolver<Maybe<ReadonlyArray<ResolversTypes['AssessmentMethod']>>, ParentType, ContextType>;
  complaints: Resolver<Maybe<ResolversTypes['ComplaintConnection']>, ParentType, ContextType, Partial<QueryComplaintsArgs>>;
  heldRecords: Resolver<Maybe<ResolversTypes['HeldRecordConnection']>, ParentType, ContextType, Partial<QueryHeldRecordsArgs>>;
  me: Resolver<Maybe<ResolversTypes['CreditSubject']>, ParentType, ContextType>;
  objection: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<QueryObjectionArgs, 'id'>>;
  objections: Resolver<Maybe<ResolversTypes['ObjectionConnection']>, ParentType, ContextType, Partial<QueryObjectionsArgs>>;
  operationFigures: Resolver<Maybe<ResolversTypes['OperationFigures']>, ParentType, ContextType, RequireFields<QueryOperationFiguresArgs, 'from' | 'until'>>;
  pledgeChecks: Resolver<Maybe<ResolversTypes['PledgeCheckConnection']>, ParentType, ContextType, Partial<QueryPledgeChecksArgs>>;
  restorationConditions: Resolver<Maybe<ResolversTypes['RestorationConditions']>, ParentType, ContextType, Partial<QueryRestorationConditionsArgs>>;
  restorationExclusions: Resolver<Maybe<ReadonlyArray<ResolversTypes['RestorationExclusion']>>, ParentType, ContextType>;
  restorations: Resolver<Maybe<ResolversTypes['RestorationConnection']>, ParentType, ContextType, Partial<QueryRestorationsArgs>>;
  statistics: Resolver<Maybe<ResolversTypes['Statistics']>, ParentType, ContextType, RequireFields<QueryStatisticsArgs, 'groupBy' | 'offset' | 'table' | 'withoutSuppressed'>>;
  subject: Resolver<Maybe<ResolversTypes['CreditSubject']>, ParentType, ContextType, RequireFields<QuerySubjectArgs, 'identifier'>>;
  subjects: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['CreditSubject']>>>, ParentType, ContextType, RequireFields<QuerySubjectsArgs, 'identifiers'>>;
};

export type RecordChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordChange'] = ResolversParentTypes['RecordChange']> = {
  change?: Resolver<ResolversTypes['RecordChangeKind'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordConnection'] = ResolversParentTypes['RecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CreditRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecordDisplayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordDisplay'] = ResolversParentTypes['RecordDisplay']> = {
  displayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordEdge'] = ResolversParentTypes['RecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CreditRecord'], ParentType, ContextType>;
};

export type RecordInQuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordInQuestion'] = ResolversParentTypes['RecordInQuestion']> = {
  basisDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subjectAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subjectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subjectPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecordSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordSource'] = ResolversParentTypes['RecordSource']> = {
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  submissionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type RefusedRequestsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefusedRequests'] = ResolversParentTypes['RefusedRequests']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegistrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Registration'] = ResolversParentTypes['Registration']> = {
  capital?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  entityType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  legalName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalRepresentative?: Resolver<Maybe<ResolversTypes['PersonReference']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  regionCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  registrationAuthority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RejectedRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedRow'] = ResolversParentTypes['RejectedRow']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RestorationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Restoration'] = ResolversParentTypes['Restoration']> = {
  againFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  appliedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  competentUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  corrected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  decideBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['RestoredDecision']>, ParentType, ContextType>;
  dutiesPerformed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inQuestion?: Resolver<Maybe<ResolversTypes['RecordInQuestion']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pledge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provisional?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reasons?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RestorationStatus'], ParentType, ContextType>;
  unmetConditions?: Resolver<ReadonlyArray<ResolversTypes['RestorationCondition']>, ParentType, ContextType>;
};

export type RestorationConditionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestorationConditions'] = ResolversParentTypes['RestorationConditions']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  competentUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  earliest?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  excludedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  minimumMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unmetConditions?: Resolver<ReadonlyArray<ResolversTypes['RestorationCondition']>, ParentType, ContextType>;
};

export type RestorationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestorationConnection'] = ResolversParentTypes['RestorationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RestorationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Restoration']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RestorationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestorationEdge'] = ResolversParentTypes['RestorationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Restoration'], ParentType, ContextType>;
};

export type RestorationExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestorationExclusion'] = ResolversParentTypes['RestorationExclusion']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  list?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type RestoredDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoredDecision'] = ResolversParentTypes['RestoredDecision']> = {
  document?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  list?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  listName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  listNameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  subjectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReturnedRowsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnedRows'] = ResolversParentTypes['ReturnedRows']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RevocationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevocationResult'] = ResolversParentTypes['RevocationResult']> = {
  amendBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recipientsToNotify?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['RevokedRecord']>, ParentType, ContextType>;
};

export type RevokedRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokedRecord'] = ResolversParentTypes['RevokedRecord']> = {
  displayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SharingLockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingLock'] = ResolversParentTypes['SharingLock']> = {
  lockedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ShownRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShownRecord'] = ResolversParentTypes['ShownRecord']> = {
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  privacy?: Resolver<ResolversTypes['StatisticsPrivacy'], ParentType, ContextType>;
  roundedTo?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['StatisticsRow']>, ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatisticsCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticsCount'] = ResolversParentTypes['StatisticsCount']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StatisticsLabelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticsLabel'] = ResolversParentTypes['StatisticsLabel']> = {
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StatisticsPrivacyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticsPrivacy'] = ResolversParentTypes['StatisticsPrivacy']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  epsilonOfRelease?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  epsilonOfYear?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  greatestContribution?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mechanism?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextRelease?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  noiseError?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  noiseScale?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  spent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  toldFrom?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatisticsRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticsRow'] = ResolversParentTypes['StatisticsRow']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['StatisticsLabel']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['StatisticsCount']>, ParentType, ContextType, RequireFields<StatisticsRowOfArgs, 'by'>>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubjectIdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectIdentifier'] = ResolversParentTypes['SubjectIdentifier']> = {
  type?: Resolver<ResolversTypes['IdentifierType'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubjectStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectStatement'] = ResolversParentTypes['SubjectStatement']> = {
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StatementKind'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  statedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubmissionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionResult'] = ResolversParentTypes['SubmissionResult']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  corrected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedRow']>, ParentType, ContextType>;
  submissionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnitOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitOperation'] = ResolversParentTypes['UnitOperation']> = {
  daysLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemsLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  submissions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type UnperformedObligationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnperformedObligation'] = ResolversParentTypes['UnperformedObligation']> = {
  amountYuan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  court?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordChange']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['Nature'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  obligation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheldTexts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Verification'] = ResolversParentTypes['Verification']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answerBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  askedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  confirms?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  decideBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  objection?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WithdrawnStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawnStatement'] = ResolversParentTypes['WithdrawnStatement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  withdrawnOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AdministrativeAct?: AdministrativeActResolvers<ContextType>;
  AdministrativePenalty?: AdministrativePenaltyResolvers<ContextType>;
  AdministrativePermit?: AdministrativePermitResolvers<ContextType>;
  ArchivedRecord?: ArchivedRecordResolvers<ContextType>;
  Arrears?: ArrearsResolvers<ContextType>;
  AssessmentMethod?: AssessmentMethodResolvers<ContextType>;
  AssessmentMethodLevel?: AssessmentMethodLevelResolvers<ContextType>;
  AssessmentPublication?: AssessmentPublicationResolvers<ContextType>;
  AssessmentRecord?: AssessmentRecordResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  CatalogItem?: CatalogItemResolvers<ContextType>;
  Commendation?: CommendationResolvers<ContextType>;
  Complaint?: ComplaintResolvers<ContextType>;
  ComplaintConnection?: ComplaintConnectionResolvers<ContextType>;
  ComplaintEdge?: ComplaintEdgeResolvers<ContextType>;
  CorrectionResult?: CorrectionResultResolvers<ContextType>;
  CreditRecord?: CreditRecordResolvers<ContextType>;
  CreditSubject?: CreditSubjectResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeceptiveConduct?: DeceptiveConductResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  HeldDecision?: HeldDecisionResolvers<ContextType>;
  HeldRecord?: HeldRecordResolvers<ContextType>;
  HeldRecordConnection?: HeldRecordConnectionResolvers<ContextType>;
  HeldRecordEdge?: HeldRecordEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LegalDocument?: LegalDocumentResolvers<ContextType>;
  Mandate?: MandateResolvers<ContextType>;
  MandateParty?: MandatePartyResolvers<ContextType>;
  MatterCheck?: MatterCheckResolvers<ContextType>;
  MatterPart?: GraphQLScalarType;
  MonthOperation?: MonthOperationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Objection?: ObjectionResolvers<ContextType>;
  ObjectionConnection?: ObjectionConnectionResolvers<ContextType>;
  ObjectionEdge?: ObjectionEdgeResolvers<ContextType>;
  ObjectionLabel?: ObjectionLabelResolvers<ContextType>;
  ObjectionPause?: ObjectionPauseResolvers<ContextType>;
  OperationFigures?: OperationFiguresResolvers<ContextType>;
  OtherRecord?: OtherRecordResolvers<ContextType>;
  OwnStatement?: OwnStatementResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PeriodFigures?: PeriodFiguresResolvers<ContextType>;
  PersonReference?: PersonReferenceResolvers<ContextType>;
  Pledge?: PledgeResolvers<ContextType>;
  PledgeCheck?: PledgeCheckResolvers<ContextType>;
  PledgeCheckConnection?: PledgeCheckConnectionResolvers<ContextType>;
  PledgeCheckEdge?: PledgeCheckEdgeResolvers<ContextType>;
  PledgeRecord?: PledgeRecordResolvers<ContextType>;
  PublicServiceRecord?: PublicServiceRecordResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordChange?: RecordChangeResolvers<ContextType>;
  RecordConnection?: RecordConnectionResolvers<ContextType>;
  RecordDisplay?: RecordDisplayResolvers<ContextType>;
  RecordEdge?: RecordEdgeResolvers<ContextType>;
  RecordInQuestion?: RecordInQuestionResolvers<ContextType>;
  RecordSource?: RecordSourceResolvers<ContextType>;
  RefusedRequests?: RefusedRequestsResolvers<ContextType>;
  Registration?: RegistrationResolvers<ContextType>;
  RejectedRow?: RejectedRowResolvers<ContextType>;
  Restoration?: RestorationResolvers<ContextType>;
  RestorationConditions?: RestorationConditionsResolvers<ContextType>;
  RestorationConnection?: RestorationConnectionResolvers<ContextType>;
  RestorationEdge?: RestorationEdgeResolvers<ContextType>;
  RestorationExclusion?: RestorationExclusionResolvers<ContextType>;
  RestoredDecision?: RestoredDecisionResolvers<ContextType>;
  ReturnedRows?: ReturnedRowsResolvers<ContextType>;
  RevocationResult?: RevocationResultResolvers<ContextType>;
  RevokedRecord?: RevokedRecordResolvers<ContextType>;
  SharingLock?: SharingLockResolvers<ContextType>;
  ShownRecord?: ShownRecordResolvers<ContextType>;
  Statistics?: StatisticsResolvers<ContextType>;
  StatisticsCount?: StatisticsCountResolvers<ContextType>;
  StatisticsLabel?: StatisticsLabelResolvers<ContextType>;
  StatisticsPrivacy?: StatisticsPrivacyResolvers<ContextType>;
  StatisticsRow?: StatisticsRowResolvers<ContextType>;
  SubjectIdentifier?: SubjectIdentifierResolvers<ContextType>;
  SubjectStatement?: SubjectStatementResolvers<ContextType>;
  SubmissionResult?: SubmissionResultResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitOperation?: UnitOperationResolvers<ContextType>;
  UnperformedObligation?: UnperformedObligationResolvers<ContextType>;
  Verification?: VerificationResolvers<ContextType>;
  WithdrawnStatement?: WithdrawnStatementResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  openness?: OpennessDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
};
