/**
 * The one question of a permit desk (Articles 43 and 44): what must I know, and what may I do, about this subject in this matter. Put together
 * from what each source holds; a source that does not answer is named, and nothing that it could have said is passed off as clean.
 */
import type { MeasureKind } from '../measures/measures.ts';
import { type PledgeEligibility, pledgeEligibility } from './pledges.ts';

export const FINDING_KINDS = ['DESIGNATION', 'UNTRUSTWORTHY_RECORD', 'TRUSTWORTHY_RECORD'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly recordId: string | null;
  readonly designationId: string | null;
  /** Version that was found; a designation has one. */
  readonly version: number;
  /** Catalog item. */
  readonly item: string;
  readonly summary: string;
  readonly article: string;
}

export interface MatterMeasure {
  readonly code: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly listEdition: string;
  readonly article: string;
  readonly from: string;
  readonly until: string | null;
}

export interface MatterIncentive {
  readonly id: string;
  /** Code of the list. */
  readonly code: string;
  readonly name: string;
  readonly item: string;
  readonly article: string;
}

export const SUPERVISION_CLASSES = ['LOW_RISK', 'NORMAL', 'HIGH_RISK'] as const;
/** The three of Article 48, in its order. */
export type SupervisionClass = (typeof SUPERVISION_CLASSES)[number];

export interface Supervision {
  readonly class: SupervisionClass;
  readonly assessmentEdition: string;
  /** The record that says it, with its version, for the ledger. */
  readonly recordId: string;
  readonly version: number;
  /** Catalog item of the record. */
  readonly item: string;
}

/** What the records say. */
export interface PublicCreditPart {
  readonly found: boolean;
  readonly findings: readonly Finding[];
  readonly failedPledges: number;
  readonly falsePledges: number;
  /** Null for a natural person, always, and for an enterprise that was not assessed. */
  readonly supervision: Supervision | null;
}

/** What the lists say. */
export interface SanctionsPart {
  readonly findings: readonly Finding[];
  readonly seriousDesignations: number;
  readonly measures: readonly MatterMeasure[];
  readonly incentives: readonly MatterIncentive[];
}

export interface MatterAnswer {
  readonly subjectFound: boolean | null;
  readonly findings: readonly Finding[] | null;
  readonly measures: readonly MatterMeasure[] | null;
  readonly pledge: PledgeEligibility | null;
  readonly incentives: readonly MatterIncentive[] | null;
  readonly supervision: Supervision | null;
  readonly complete: boolean;
  /** Names of the sources that did not answer. */
  readonly missingSources: readonly string[];
}

const order = ({ kind, item, designationId, recordId }: Finding): string =>
  `${FINDING_KINDS.indexOf(kind)}\n${item}\n${designationId ?? recordId ?? ''}`;

/** Puts the parts together. What needs a part that is missing is null, never a shorter list. */
export function composeMatter(records: PublicCreditPart | null, lists: SanctionsPart | null): MatterAnswer {
  const missingSources = [...(records === null ? ['public-credit'] : []), ...(lists === null ? ['sanctions'] : [])];
  const both = records === null || lists === null ? null : { records, lists };
  return {
    subjectFound: records?.found ?? null,
    findings: both && [...both.lists.findings, ...both.records.findings].sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    measures: lists?.measures ?? null,
    pledge:
      both &&
      pledgeEligibility({
        seriousDesignations: both.lists.seriousDesignations,
        failedPledges: both.records.failedPledges,
        falsePledges: both.records.falsePledges,
      }),
    incentives: lists?.incentives ?? null,
    supervision: records?.supervision ?? null,
    complete: missingSources.length === 0,
    missingSources,
  };
}
