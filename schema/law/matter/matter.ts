/**
 * The one query of a permit desk (Articles 43 and 44): the findings and the applicable measures for a subject in a matter. The answer is
 * composed from the parts of the subgraphs. A subgraph that does not answer is named, and its part is null, so that it never looks clean.
 */
import type { MeasureKind } from '../measures/measures.ts';
import { type PledgeEligibility, pledgeEligibility } from './pledges.ts';

export const FINDING_KINDS = ['DESIGNATION', 'UNTRUSTWORTHY_RECORD', 'TRUSTWORTHY_RECORD'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly recordId: string | null;
  readonly designationId: string | null;
  /** Version of the record; 1 for a designation, which has no versions. */
  readonly version: number;
  /** Catalog item. */
  readonly item: string;
  readonly summary: string;
  readonly article: string;
  readonly objected: boolean;
  /** What the subject itself states beside it, as others read it (Article 35); absent where it states nothing. */
  readonly ownStatement?: string;
}

export interface MatterMeasure {
  readonly code: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly listEdition: string;
  readonly article: string;
  readonly from: string;
  readonly until: string | null;
  /** An objection is open about the designation that it rests on (Article 39); so of what is found, of incentives and of assessments. */
  readonly objected: boolean;
}

export interface MatterIncentive {
  readonly id: string;
  /** Code of the list. */
  readonly code: string;
  readonly name: string;
  readonly item: string;
  readonly article: string;
  readonly objected: boolean;
}

export const SUPERVISION_CLASSES = ['LOW_RISK', 'NORMAL', 'HIGH_RISK'] as const;
/** The three supervision classes of Article 48, in its order. */
export type SupervisionClass = (typeof SUPERVISION_CLASSES)[number];

export interface Supervision {
  readonly class: SupervisionClass;
  readonly assessmentEdition: string;
  /** The assessment record and its version, for the ledger. */
  readonly recordId: string;
  readonly version: number;
  /** Catalog item of the record. */
  readonly item: string;
  readonly objected: boolean;
}

/** The part of the subgraph public-credit. */
export interface PublicCreditPart {
  readonly found: boolean;
  readonly findings: readonly Finding[];
  readonly failedPledges: number;
  readonly falsePledges: number;
  /** Null for an enterprise that was not assessed, and always for a natural person. */
  readonly supervision: Supervision | null;
}

/** The part of the subgraph sanctions. */
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
  /** Names of the subgraphs that did not answer. */
  readonly missingSources: readonly string[];
}

const order = ({ kind, item, designationId, recordId }: Finding): string =>
  `${FINDING_KINDS.indexOf(kind)}\n${item}\n${designationId ?? recordId ?? ''}`;

/** Composes the answer. A field that needs a missing part is null, never a shorter list. */
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
