/** Rows behind the types of this subgraph. */
import type { Marked } from '../policy.ts';
import type { Ground } from './types.generated.ts';

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

export interface DesignationRow extends Marked {
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
}

export interface IncentiveRow extends Marked {
  readonly personal: boolean;
  readonly id: string;
  readonly subjectId: string;
  readonly list: ListRow;
  readonly item: string;
  readonly designatedOn: string;
  readonly until: string | null;
  readonly designatingUnit: string;
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
