/** Rows of restoration (Article 40). */
import type { RestorationCondition, RestorationStatus } from '../../../schema/law/matter/restoration.ts';
import type { Marked } from '../../authorization/policy.ts';
import type { Page } from '../../request/paging.ts';
import type { HeldIn } from '../falls.ts';

/** An application as the caller may read it: its texts whole for the subject, in their open form for others. What it said is null for a unit. */
export interface RestorationRow extends Marked {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly heldIn: HeldIn;
  readonly recordId: string;
  readonly itemCode: string;
  readonly source: string;
  readonly unit: string;
  readonly status: RestorationStatus;
  readonly unmet: readonly RestorationCondition[];
  readonly corrected: boolean | null;
  readonly dutiesPerformed: boolean | null;
  readonly appliedOn: string;
  readonly appliedAt: string;
  readonly decideBy: string | null;
  readonly provisional: boolean | null;
  readonly pledge: string | null;
  readonly decidedOn: string | null;
  readonly decider: string | null;
  readonly reasons: string | null;
  readonly againFrom: string | null;
  /** As the subject was called when it applied; read by itself alone. */
  readonly subjectName?: string | null;
}

export type RestorationPage = Page<RestorationRow>;

/** What must be met before a row can be restored. */
export interface ConditionsRow {
  readonly earliest: string | null;
  readonly unmetConditions: readonly RestorationCondition[];
  readonly article: string;
  readonly minimumMonths: number | null;
  readonly displayedUntil: string | null;
  readonly excludedBy: string | null;
  readonly unit: string;
}

export interface RestoredDecisionRow {
  readonly id: string;
  readonly occurredOn: string;
  readonly basisDocument: string | null;
  readonly redaction: number | null;
  readonly list: string | null;
  readonly listName: string | null;
  readonly listNameEn: string | null;
  readonly subjectName?: string | null;
}

export interface ExclusionRow {
  readonly item: string | null;
  readonly list: string | null;
  readonly ground: string | null;
  readonly citation: string;
  readonly effectiveFrom: string;
  readonly until: string | null;
  readonly publishedOn: string;
}
