/** Types of the rows that the resolvers of this subgraph receive. Fields with the same name in the SDL need no resolver. */

import type { IdentifierType, Nature, RecordType, SubjectKind } from '../../schema/law/facts.ts';
import type { AssessmentLevel } from '../../schema/law/matter/assessments.ts';
import type { PledgeKind, PledgeOutcome } from '../../schema/law/matter/pledges.ts';
import type { StatisticsKey } from '../../schema/law/statistics/statistics.ts';
import type { Localized } from '../../schema/localized.ts';
import type { Marked } from '../authorization/policy.ts';
import type { RefusalCount } from '../request/context.ts';
import type { Page } from '../request/paging.ts';
import type { Labelled } from '../rights/claims/label.ts';
import type { Cause } from '../rights/fallen/register.ts';

export interface SubjectKey {
  readonly id: string;
}

export interface ItemKey {
  readonly code: string;
}

export interface UnitKey {
  readonly code: string;
}

/** What a statement says of a subject. */
export type StatementKind = 'NAME' | 'ADDRESS' | 'PHONE' | 'BIRTH_DATE';

/** The row that says something of a subject: a record version, a designation or an incentive. */
export interface Source extends Labelled {
  readonly recordId: string;
  readonly version: number;
  readonly item: string;
  readonly unit: string;
  /** Day of the conduct, decision or registration. */
  readonly on: string;
  /** The caller sees whole what it says of a person. */
  readonly whole: boolean;
}

/** A statement as the caller may see it: desensitized for others, whole for the subject itself. */
export interface StatementRow extends Source {
  readonly subjectId: string;
  readonly personal: boolean;
  readonly kind: StatementKind;
  readonly value: string;
}

/** A credit subject as the rows that the caller may see say it: desensitized for others, whole for itself. */
export interface SubjectRow extends Marked, SubjectKey {
  readonly self: boolean;
  readonly personal: boolean;
  readonly whole: boolean;
  readonly kind: SubjectKind;
  readonly identifierType: IdentifierType;
  readonly identifier: string;
  /** The row whose duty shows another caller the number whole; null where it is masked, the caller's own, or of an organization. */
  readonly numberBy: Source | null;
  /** The first row that the caller may see: it tells that the subject is held. Null for a caller itself of whom nothing is held. */
  readonly heldBy: Source | null;
  /** For each kind the statement that counts; for the subject itself all that there are, those that count first. */
  readonly statements: readonly StatementRow[];
}

/** A person in a record who is not its subject: always masked. */
export interface PersonRow {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly identifierType?: IdentifierType;
}

export interface RecordMark extends Labelled {
  readonly __typename: RecordType;
  readonly id: string;
  readonly subjectId: string;
  readonly version: number;
  readonly nature: Nature;
  readonly item: ItemKey;
  readonly occurredOn: string;
  readonly displayedUntil: string | null;
  readonly providingUnit: UnitKey;
  readonly sourceUnit: string;
  readonly receivedAt: string;
  readonly submissionId: string;
  /** False while its subject has it hidden. */
  readonly displayed: boolean;
  /** Names of the texts that are withheld whole from the caller. */
  readonly withheldTexts: readonly string[];
  readonly self: boolean;
  readonly personal: boolean;
  readonly whole: boolean;
}

/** A record version, with its content elements beside the common fields. */
export type RecordRow = RecordMark & { readonly content?: string | null } & Readonly<Record<string, unknown>>;

export type RecordPage = Page<RecordRow>;

export interface DisclosureKey {
  readonly id: string;
}

/** A record as one disclosure showed it. */
export interface ShownRow {
  readonly recordId: string;
  readonly version: number;
  readonly current: boolean;
  readonly item: ItemKey;
  readonly type: RecordType;
  readonly occurredOn: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A published method of assessment. */
export interface MethodRow {
  readonly edition: string;
  readonly basis: string;
  readonly classes: readonly AssessmentLevel[];
  readonly publicationReference: string;
  readonly publishedOn: string;
  readonly effectiveFrom: string;
}

/** A pledge under verification. */
export interface PledgeCheckRow {
  readonly id: string;
  readonly personal: boolean;
  readonly item: string;
  readonly unit: string;
  readonly kind: PledgeKind;
  readonly matter: string;
  readonly permitDocument: string | null;
  readonly permittedOn: string | null;
  readonly recordedOn: string;
  readonly verifyBy: string | null;
  readonly provisional: boolean;
  readonly orderedOn: string | null;
  readonly correctBy: string | null;
  readonly outcome: PledgeOutcome | null;
  readonly reasons: string | null;
  readonly verifiedOn: string | null;
  /** Version of the function that made the form of its texts. */
  readonly redaction: number;
}

export type PledgeCheckPage = Page<PledgeCheckRow>;

/** What another unit delivered of what fell, held until the operator decides. */
export interface HeldRow {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly item: string;
  readonly unit: string;
  readonly cause: Cause;
  readonly fellOn: string;
  readonly heldOn: string;
  readonly heldAt: string;
  readonly decideBy: string | null;
  readonly provisional: boolean;
}

export type HeldPage = Page<HeldRow>;

export interface DecidedHeld {
  readonly id: string;
  readonly personal: boolean;
  readonly displayed: boolean;
}

/** A released count. */
interface Counted {
  readonly count: number | null;
  readonly error: number | null;
  readonly suppressed: boolean;
}

/** A row of statistics. */
export interface StatisticsFigure extends Counted {
  readonly keys: readonly string[];
  readonly labels: readonly Localized[];
  of(by: readonly StatisticsKey[]): Promise<Counted | null>;
}

/** A question for statistics, and what answers it. Rows are made where they are asked for. */
export interface AskedStatistics {
  readonly asOf: string;
  readonly threshold: number;
  readonly roundedTo: number;
  readonly privacy: StatisticsPrivacyRow;
  rows(): Promise<readonly StatisticsFigure[]>;
  csv(): Promise<string>;
}

export interface StatisticsPrivacyRow {
  readonly unit: string;
  readonly greatestContribution: number;
  readonly mechanism: string;
  readonly epsilonOfRelease: number;
  readonly year: number;
  readonly epsilonOfYear: number;
  readonly spent: number;
  readonly left: number;
  readonly nextRelease: string | null;
  readonly noiseScale: number;
  readonly noiseError: number;
  readonly confidence: number;
  readonly toldFrom: number;
}

/** A question for numbers of operation, and what answers its parts. */
export interface AskedOperation {
  readonly from: string;
  readonly until: string;
  countedSince(): Promise<string | null>;
  units(args: { readonly limit: number }): Promise<readonly UnitOperationRow[]>;
  months(): Promise<readonly MonthOperationRow[]>;
  returned(): Promise<readonly { readonly reason: string; readonly count: number }[]>;
  refusals(): Promise<readonly RefusedRow[]>;
  periods(): Promise<readonly PeriodRow[]>;
}

export interface UnitOperationRow {
  readonly unit: UnitKey;
  readonly submissions: number;
  readonly daysLate: number;
  readonly itemsLate: number;
  readonly returned: number;
}

export interface MonthOperationRow {
  readonly month: string;
  readonly submissions: number;
  readonly daysLate: number;
  readonly unitsLate: number;
}

export type RefusedRow = Omit<RefusalCount, 'month'>;

export interface PeriodRow {
  readonly kind: string;
  readonly label: Localized;
  readonly month: string;
  readonly met: number;
  readonly breached: number;
}
