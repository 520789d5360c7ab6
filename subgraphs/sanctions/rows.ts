/** Types of the rows that the resolvers of this subgraph receive. */

import type { Ground, ResponsibleRole } from '../../schema/law/measures/designations.ts';
import type { Measure } from '../../schema/law/measures/measures.ts';
import type { Marked } from '../authorization/policy.ts';
import type { Labelled } from '../rights/claims/label.ts';

export interface SubjectKey extends Marked {
  readonly id: string;
}

export interface ItemKey {
  readonly code: string;
}

export interface UnitKey {
  readonly code: string;
}

export interface ListRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: 'SERIOUS_UNTRUSTWORTHINESS' | 'INCENTIVE';
  readonly publicationReference: string;
  readonly publishedOn: string;
}

/** An edition of a list's standard. */
export interface StandardRow {
  readonly list: string;
  readonly edition: string;
  readonly citation: string;
  readonly grounds: readonly Ground[];
  readonly designatingUnits: readonly string[];
  readonly maximumMonths: number | null;
  /** Months on the list before restoration may be applied for; null for those of the serious class (Article 40). */
  readonly restorationMonths: number | null;
  readonly removalConditions: string | null;
  readonly remedies: string | null;
  readonly publicationReference: string;
  readonly publishedOn: string;
  readonly effectiveFrom: string;
}

export interface MeasureRow extends Measure {
  readonly nameEn: string;
  readonly legalBasis: string;
  readonly publicationReference: string;
}

export interface WaiverRow extends Marked {
  readonly id: string;
  readonly basisDocument: string;
  readonly conduct: string;
  readonly warning: string | null;
  readonly waivedOn: string;
  readonly unit: string;
}

/** State of a re-examination (Article 35). */
type ReexaminationStatus = 'PENDING' | 'UPHELD' | 'REFUSED';

export interface ReexaminationRow extends Marked {
  readonly id: string;
  readonly designation: string;
  readonly status: ReexaminationStatus;
  readonly requestedOn: string;
  readonly decideBy: string;
  readonly provisional: boolean;
  readonly reasons: string | null;
  readonly decidedOn: string | null;
}

export interface OrganNoticeRow extends Marked {
  readonly id: string;
  readonly designation: string;
  readonly kind: 'SUPERIOR' | 'AUDIT' | 'CORRECTION';
  readonly unit: string;
  readonly designatingUnit: string;
  readonly toldOn: string;
  readonly correctBy: string | null;
  readonly outcome: string | null;
  readonly corrected: boolean | null;
}

export interface DesignationRow extends Labelled {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly self: boolean;
  readonly list: ListRow;
  readonly item: string;
  readonly ground: Ground;
  readonly basisDocument: string;
  readonly designatedOn: string;
  readonly until: string;
  readonly designatingUnit: string;
  readonly decisionNumber: string | null;
  readonly reasons: string | null;
  readonly removalConditions: string | null;
  readonly remedies: string | null;
  readonly standardEdition: string | null;
  readonly responsibleAs: ResponsibleRole | null;
  readonly onAccountOf: string | null;
  /** Whether the entity is a sole trader; null without one. */
  readonly accountPersonal: boolean | undefined;
  readonly evidence: string | null;
}

export interface IncentiveRow extends Labelled {
  readonly personal: boolean;
  readonly id: string;
  readonly subjectId: string;
  readonly list: ListRow;
  readonly item: string;
  readonly designatedOn: string;
  readonly until: string | null;
  readonly designatingUnit: string;
  /** False while its subject has it hidden. */
  readonly displayed: boolean;
}

export interface DisclosureKey {
  readonly id: string;
}

/** A designation as one disclosure showed it. */
export interface ShownRow {
  readonly recordId: string;
  readonly current: boolean;
  readonly item: ItemKey;
  readonly list: string;
  readonly designatedOn: string;
  readonly until: string | null;
  readonly basisDocument: string | null;
}
