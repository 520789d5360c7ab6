/** Rows behind the types of this subgraph. */

import type { Item, ItemElement } from '../directory.ts';
import type { SignedCheckpoint } from '../ledger/checkpoint.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import type { Marked } from '../policy.ts';

export interface SubjectKey extends Marked {
  readonly id: string;
}

export interface UnitKey {
  readonly code: string;
}

export type ItemRow = Item;
export type ElementRow = ItemElement;

export interface AgreementRow {
  readonly id: string;
  readonly party: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly dailyQuota: number;
  readonly endedAt: Date | string | null;
}

export interface DutyRow {
  readonly id: string;
  readonly department: string;
  readonly matter: string;
  readonly activity:
    | 'ADMINISTRATIVE_MANAGEMENT'
    | 'PUBLIC_PROCUREMENT'
    | 'PUBLIC_FUNDING'
    | 'AWARD_SELECTION'
    | 'OTHER_LAWFUL_ACTIVITY';
  readonly items: readonly string[];
  readonly identified: boolean;
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
  readonly revokedAt: Date | string | null;
}

export interface AccessRow {
  readonly item: Item;
  readonly granted: boolean;
  readonly reason: string | null;
  readonly article: string;
  readonly desensitized: boolean;
}

/** An entry about the calling subject, with its place in the tree once it has one. */
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
