/** Parts of one question as `ledger.record_part` takes them, for tests of the database alone. */

/** An entry that shows these items of somebody, as a process would say it. */
export const entryOfPart = (request: string, id: string, items: readonly string[]) => ({
  ...{ id, request, items, subject: '00000000-0000-4000-8000-000000000001', at: '2026-11-28T10:00:00Z' },
  ...{ role: 'PROVIDER', unit: 'U', purpose: null, case: null, channel: 'WEB', seen: 'DESENSITIZED' },
  records: items.map((_item, at) => ({ id: `00000000-0000-4000-8000-00000000010${at}`, version: 1 })),
  ...{ bases: [], reason: null, mandate: null, agent: null, answers: [] },
  salt: '00'.repeat(16),
  commitment: `0${items.length}`.repeat(32),
});

/** With the request, how many parts it had, and its entries. Tells which session wrote it. */
export const RECORD_PART = {
  name: 'a-part',
  text: `select ledger.record_part($1::uuid, 'by', $2::int, '{}'::jsonb, 60000, $3::jsonb), pg_backend_pid() as pid`,
};
