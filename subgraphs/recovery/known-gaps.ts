/** Gaps of the ledger as they are read: all that are acknowledged, and for the operator those that are not. */
import type { Statement } from '../database/database.ts';
import type { Ask } from '../ledger/tree.ts';
import type { KeptCheckpoint } from './gap.ts';

/** A stretch of the ledger that was lost. */
export interface GapRow {
  readonly id: string;
  readonly fromSize: number;
  readonly fromAt: string | null;
  readonly toSize: number | null;
  readonly toAt: string;
  readonly kept: KeptCheckpoint | null;
  readonly foundAt: string;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly reason: string | null;
}

/** Row policies tell who sees one that nobody acknowledged. */
const GAPS: Statement = {
  name: 'ledger-gaps',
  text: `select id, from_size::float8 as "fromSize", from_at as "fromAt", to_size::float8 as "toSize", to_at as "toAt", kept,
    found_at as "foundAt", acknowledged_at as "acknowledgedAt", acknowledged_by as "acknowledgedBy", reason
    from control.gap order by to_at desc, id`,
};

export const readGaps = (ask: Ask): Promise<GapRow[]> => ask<GapRow>(GAPS, []);

/** The gap in which a checkpoint of this size was lost; null where none was. */
export const gapAround = async (ask: Ask, size: number): Promise<GapRow | null> =>
  (await readGaps(ask)).find(({ fromSize, toSize }) => toSize !== null && size > fromSize && size <= toSize) ?? null;
