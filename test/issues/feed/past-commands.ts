/** What no command does today, done as the database role that could: a record is hidden, an item ends, a unit changes its kind. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Platform } from '../../../subgraphs/request/context.ts';
import { BANK_A, OPERATOR, TODAY } from '../../kit.ts';

export const FUND = { role: 'provider', unit: 'HLJ-FUND' } as const;

export const AS_FUND = {
  role: 'PROVIDER',
  unit: FUND.unit,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: TODAY,
} as const;

/** `delivered` holds the ids of the fund's records that a test delivers. */
export function pastCommands(platform: Platform, now: () => Date, delivered: readonly string[]) {
  const asFund = <Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> =>
    platform.database.write(AS_FUND, 'intake', work, {
      at: now().toISOString(),
      actBy: { date: '2026-11-25', provisional: false, earliest: '2026-11-25', latest: '2026-11-25' },
    });
  const asControl = <Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> =>
    platform.database.write({ ...AS_FUND, role: 'OPERATOR', unit: OPERATOR.unit }, 'control', work);
  return {
    /** Sets how a record is displayed. */
    set: (record: string, display: string, cause = '') =>
      asFund(async (em) => {
        await sql`select set_config('credit.cause', ${cause}, true)`.execute(em.getKysely());
        await sql`update public_credit.record set display = ${display} where id = ${record}::uuid and current`.execute(
          em.getKysely(),
        );
      }),
    /** Sets the last day of an item. */
    endItem: (code: string, on: string | null) =>
      asControl((em) =>
        sql`update control.item set effective_until = ${on}::date where code = ${code}`.execute(em.getKysely()),
      ),
    /** Sets what the bank is. */
    kindsOfUnit: (kinds: readonly string[]) =>
      asControl((em) =>
        sql`update control.unit set kind = ${kinds[0]}, kinds = array(select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))
          where code = ${BANK_A.unit}`.execute(em.getKysely()),
      ),
    /** Everything of the fund that was delivered here is taken down. */
    archive: () =>
      asFund((em) =>
        sql`update public_credit.record set display = 'ARCHIVED' where display <> 'ARCHIVED' and current
          and id in (select jsonb_array_elements_text(${JSON.stringify(delivered)}::jsonb)::uuid)`.execute(
          em.getKysely(),
        ),
      ),
    /** The last number of the bank's feed, shown or not. */
    lastNumber: async (): Promise<number> => {
      const [row] = await platform.database.execute<{ last: number }>(
        { ...AS_FUND, role: 'OPERATOR', unit: null },
        'webhooks',
        { name: 'last-number', text: 'select last::float8 as last from ledger.feed where recipient = $1' },
        [BANK_A.unit],
      );
      return row?.last ?? 0;
    },
  };
}
