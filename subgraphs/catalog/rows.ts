/** Types of the rows that the resolvers of this subgraph receive. */

import type { AccessNotice } from '../../schema/law/asking/access-notices.ts';
import type { Activity } from '../../schema/law/facts.ts';
import type { DisplayPeriod } from '../../schema/law/records/display-periods.ts';
import type { Marked } from '../authorization/policy.ts';
import type { ShownRow } from '../feed/shown.ts';
import type { SignedCheckpoint } from '../ledger/checkpoint.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import type { Item, ItemElement, Purpose } from '../request/directory.ts';
import type { Page } from '../request/paging.ts';
import type { ChannelState } from '../rights/told/channel.ts';
import type { TellingRow } from '../rights/told/sentences.ts';

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
/** What an edition of the table of display periods would do. */
export interface EffectRow {
  readonly item: Item;
  readonly period: DisplayPeriod;
  readonly displayed: number;
  readonly earlier: number;
  readonly later: number;
  readonly atOnce: number;
}

export type ItemPage = Page<ItemRow>;
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

export type AgreementPage = Page<AgreementRow>;

export interface DutyRow {
  readonly id: string;
  readonly department: string;
  readonly matter: string;
  readonly activity: Activity;
  readonly items: readonly string[];
  readonly identified: boolean;
  readonly registeredAt: Date | string;
  readonly endedAt: Date | string | null;
  readonly endReason: string | null;
}

export type DutyPage = Page<DutyRow>;
export type UnitPage = Page<UnitKey>;

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

export type DisclosurePage = Page<DisclosureRow>;

/** An entry of the ledger without its content, for who asks who asked what. */
export interface EntryRow
  extends Pick<
    StoredEntry,
    'id' | 'subjectId' | 'at' | 'role' | 'unit' | 'purpose' | 'caseReference' | 'channel' | 'items' | 'bases' | 'reason'
  > {
  readonly outcome: 'SHOWN' | 'NOTHING' | 'REFUSED';
  /** Whether the subject is a natural person or sole trader; true where it is not held. */
  readonly personal: boolean;
}

/** Its whole number is counted where it is asked for. */
export interface EntryPage extends Page<EntryRow> {
  total(): Promise<number>;
}

export interface AuthorizationNumbersRow {
  readonly party: string;
  readonly purpose: string;
  readonly inForce: number;
  readonly ending: number;
  /** The first last day of those that end soon; null where none does. */
  readonly firstEnd: string | null;
  readonly over: number;
}

/** A unit's webhook, as who runs the platform sees it. */
export interface UnitWebhookRow {
  readonly unit: string;
  readonly url: string;
  readonly registeredAt: string;
  readonly pending: number;
  readonly dead: number;
  readonly lastError: string | null;
  readonly lastDeliveredAt: string | null;
}

export type AuthorizationNumbersPage = Page<AuthorizationNumbersRow>;
export type NoticePage = Page<AccessNotice>;
export type UnitWebhookPage = Page<UnitWebhookRow>;

/** Entries of the ledger that are alike. */
export interface CountRow {
  readonly day: string | null;
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly outcome: 'SHOWN' | 'NOTHING' | 'REFUSED' | null;
  readonly count: number;
}

/** An agreement that a party has or had, with what it used of the day's quota. */
export interface HeldAgreement {
  readonly id: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly dailyQuota: number;
  readonly state: string;
  readonly concludedAt: string;
  /** Its newest change, from state to state, with its reason. */
  readonly changedAt: string | null;
  readonly usedToday: number;
}

/** Row of `myAccess`. */
export interface Access {
  readonly held: readonly HeldAgreement[];
}

/** A run of a province file that changed something. */
export interface ProvinceRunRow {
  readonly id: string;
  readonly at: string;
  readonly fileHash: string;
  readonly ranBy: string;
  readonly host: string;
  readonly signedBy: string | null;
  readonly changes: readonly { readonly section: string; readonly act: string; readonly what: string }[];
}
export type ProvinceRunPage = Page<ProvinceRunRow>;

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

/** The feed is not counted: what it shows depends on the day. */
export type ChangePage = Omit<Page<ChangeRow>, 'totalCount'>;

export interface NoticeRow
  extends Pick<ChangeRow, 'kind' | 'recordId' | 'version' | 'at' | 'acknowledgedAt' | 'actBy'> {
  readonly recipient: string;
}

/** A message to the subject itself. */
export type MessageRow = TellingRow;
export type MessagePage = Page<MessageRow>;
export type ChannelRow = ChannelState;

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

export type DeadlinePage = Page<DeadlineRow>;
