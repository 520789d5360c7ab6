/** Rows behind the types of this subgraph. */

import type { Item, ItemElement } from '../directory.ts';
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
