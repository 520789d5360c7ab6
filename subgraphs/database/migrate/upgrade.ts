/** How a database from before access/ is recognized. To be removed once none is left. */
import type { Owner } from './catalog.ts';

/** The migrations that today's first one replaces, sorted. */
export const OLD_MIGRATIONS: readonly string[] = [
  '0001-tables',
  '0002-walls',
  '0003-agreements',
  '0004-clocks',
  '0005-ledger',
  '0006-changes',
  '0007-purposes',
  '0008-webhooks',
  '0009-retrospect',
  '0010-registers',
  '0011-overtaken',
  '0012-measures',
  '0013-matter',
  '0014-statistics',
  '0015-reports',
  '0016-pledges',
  '0017-published',
  '0018-door',
  '0019-proofs',
  '0020-in-force',
  '0025-reports-whole',
  '0026-editions',
  '0027-agreed',
];

/** Roles of those databases, shared by all databases of a server. */
export const OLD_ROLES: readonly string[] = [
  'public',
  'subject',
  'party',
  'department',
  'provider',
  'collector',
  'operator',
  'analyst',
  'authority',
  'control',
  'intake',
  'collect',
  'designate',
  'ledger',
  'report',
  'due',
  'amend',
  'statistics',
  'sequencer',
  'courier',
  'door',
  'herald',
  'census',
  'login',
].map((role) => `credit_${role}`);

/** Whether the database has the old migrations from before access/. The first migration of today stands for all of them. */
export async function isOld(owner: Owner): Promise<boolean> {
  const [table] = await owner.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`);
  if (table?.there !== true) return false;
  const names = (await owner.query<{ name: string }>('select name from public.migration order by 1')).map(
    ({ name }) => name,
  );
  if (names.length !== OLD_MIGRATIONS.length || OLD_MIGRATIONS.some((name, index) => names[index] !== name))
    throw new Error(
      `The database was made by other code: its last migration is ${names.at(-1)}. Bring it to ${OLD_MIGRATIONS.at(-1)} with the release that made it, and start this one again.`,
    );
  return true;
}
