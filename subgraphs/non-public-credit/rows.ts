/** Types of the rows that the resolvers of this subgraph receive. */
import type { Marked } from '../authorization/policy.ts';
import type { Page } from '../request/paging.ts';
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

export interface NonPublicRow extends Labelled {
  readonly id: string;
  readonly subjectId: string;
  readonly version: number;
  readonly category: 'LOAN' | 'GUARANTEE' | 'HOUSEHOLD_BILL' | 'TRADE' | 'SELF_DECLARED' | 'OTHER';
  readonly collector: string;
  readonly item: string;
  readonly occurredOn: string;
  readonly content: string | null;
  /** False while its subject has it hidden. */
  readonly displayed: boolean;
}

export type NonPublicPage = Page<NonPublicRow>;

export interface DisclosureKey {
  readonly id: string;
}

/** A record as one disclosure showed it. */
export interface ShownRow extends Pick<NonPublicRow, 'version' | 'category' | 'occurredOn' | 'content'> {
  readonly recordId: string;
  readonly current: boolean;
  readonly item: ItemKey;
}
