/** Ends of applications for restoration: what was granted stays granted, and opens nothing to the operator (Article 40). */
import { sql } from 'kysely';
import type { Kind } from '../../subgraphs/recovery/entry.ts';
import { SEEDS } from '../fuzz/seeds.ts';
import { MEI, OPERATOR, subject } from '../kit.ts';
import { act, ids, one, penaltyOf, send } from './ending.ts';
import type { Case } from './ends-of-objections.ts';
import type { LostDisk } from './lost-disk.ts';

/** Applies for the restoration of a penalty that was delivered with this number, after its minimum; returns the application. */
async function applied(disk: LostDisk, n: number): Promise<string> {
  const seed = SEEDS.find(({ name }) => name === 'submitRecords');
  if (seed === undefined) throw new Error('There is no seed of records.');
  const { records, ...rest } = seed.input(n) as { readonly records: readonly object[] };
  await send(disk, 'submitRecords', n, {
    ...rest,
    records: records.map((record) => ({ ...record, occurredOn: '2026-03-02' })),
  });
  const { data, errors } = await disk.ask(
    subject(MEI),
    'mutation ($input: ApplyForRestorationInput!) { applyForRestoration(input: $input) { id status } }',
    {
      input: {
        record: await penaltyOf(disk, n),
        corrected: true,
        dutiesPerformed: true,
        pledge: '今后依法经营。',
      },
    },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.applyForRestoration.id;
}

export const OF_RESTORATIONS = {
  RESTORATION_CLOSED: {
    begin: async (disk) => `${await applied(disk, 811)} ${await applied(disk, 812)}`,
    // The first is restored; so is one that was applied for after the database was saved, and is held in no backup.
    end: async (disk, things) => {
      for (const id of [one(things), await applied(disk, 813)])
        await act(
          disk,
          OPERATOR,
          `decideRestoration(input: { id: "${id}", granted: true, reasons: "已履行。" }) { id }`,
        );
    },
    state: (things) =>
      sql`select t.row_id, t.status, t.decided_on, t.decided_by, r.display, exists (select from rights.fallen f where f.row_id = t.row_id
          and f.cause = 'RESTORATION') as fell from rights.restoration t left join public_credit.record r on r.subject_id = t.subject_id
          and r.id = t.row_id and r.current where t.id in ${ids(things)} or t.status = 'GRANTED' order by t.row_id`,
  },
} satisfies Partial<Record<Kind, Case>>;
