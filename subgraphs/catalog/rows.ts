/** Types of the rows that the resolvers of this subgraph receive. */
import type { Activity } from '../../schema/law/facts.ts';
import type { Marked } from '../authorization/policy.ts';
import type { ShownRow } from '../feed/shown.ts';
import type { SignedCheckpoint } from '../ledger/checkpoint.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import type { Item, ItemElement, Purpose } from '../request/directory.ts';

/** Key of a permit desk's query, with the parts that other subgraphs returned. */
export interface MatterRow extends Marked {
  readonly key: string;
  readonly publicCreditPart?: unknown;
  readonly sanctionsPart?: unknown;
}

export interface SubjectKey extends Marked {
  readonly id: string;
}

export interface UnitKey {
  readonly code: string;
}

export type ItemRow = Item;
export type PurposeRow = Purpose;
export type ElementRow = ItemElement;

/** The stored state. Whether an agreement is in force depends on its dates too. */
export type AgreementState = 'DRAFT' | 'IN_FORCE' | 'SUSPENDED' | 'ENDED';

export interface AgreementRow {
  readonly id: string;
  readonly party: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly dailyQuota: number;
  readonly endedAt: Date | string | null;
  readonly state: AgreementState;
}

export interface AgreementPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly AgreementRow[];
}

export interface DutyRow {
  readonly id: string;
  readonly department: string;
  readonly matter: string;
  readonly activity: Activity;
  readonly items: readonly string[];
  readonly identified: boolean;
  readonly endedAt: Date | string | null;
}

export interface AuthorizationRow {
  readonly id: string;
  readonly party: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly maximumUses: number | null;
  readonly uses: number;
  readonly grantedAt: Date | string;
  readonly revokedAt: Date | string | null;
}

export interface AccessRow {
  readonly item: Item;
  readonly granted: boolean;
  readonly reason: string | null;
  readonly article: string;
  readonly desensitized: boolean;
}

/** A ledger entry about the calling subject, with its position in the tree once it has one. */
export interface DisclosureRow extends StoredEntry {
  readonly leafIndex: number | null;
}

export interface DisclosurePage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly DisclosureRow[];
}

export interface ProofRow {
  readonly leafIndex: number;
  readonly checkpointSize: number;
  readonly content: string;
  readonly salt: string;
  readonly hashes: readonly string[];
  readonly checkpoint: SignedCheckpoint;
}

/** A notice in a unit's feed. */
export interface ChangeRow extends ShownRow {
  readonly cursor: string;
}

export interface ChangePage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly ChangeRow[];
}

export interface NoticeRow
  extends Pick<ChangeRow, 'kind' | 'recordId' | 'version' | 'at' | 'acknowledgedAt' | 'actBy'> {
  readonly recipient: string;
}

/** A clock with its state today. */
export interface DeadlineRow {
  readonly id: string;
  readonly obligation: string;
  readonly kind: string;
  readonly unit: string;
  readonly personal: boolean;
  readonly reference: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly earliest: string;
  readonly latest: string;
  readonly metOn: string | null;
  readonly status: 'OPEN' | 'MET' | 'LATE' | 'OVERDUE';
}

export interface DeadlinePage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly DeadlineRow[];
}
