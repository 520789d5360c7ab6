/** Entries of the ledger, written as answers write them, many at once. */
import { randomUUID } from 'node:crypto';
import type { Entry } from '../../subgraphs/ledger/entry.ts';
import { writeEntries } from '../../subgraphs/ledger/ledger.ts';
import { BANK_A, type Identifier, type World } from '../kit.ts';
import { sessionOf } from './walls-questions.ts';

/** What a bank was shown of a subject, by the id that it is kept under. */
export const entryAbout = (world: World, subjectId: string, records: Entry['records']): Entry => ({
  id: randomUUID(),
  subjectId,
  at: world.server.platform.now().toISOString(),
  requestId: randomUUID(),
  role: 'PARTY',
  unit: 'BANK-A',
  purpose: 'LOAN_ORIGINATION',
  caseReference: null,
  channel: 'WEB',
  seen: 'DESENSITIZED',
  items: ['PENALTY-GENERAL'],
  records,
  bases: [{ article: '23(1)', agreement: null, authorization: null, duty: null, items: ['PENALTY-GENERAL'] }],
  reason: null,
  mandate: null,
  agent: null,
});

export async function writeAbout(world: World, id: Identifier, count: number): Promise<void> {
  const { database, secrets } = world.server.platform;
  const session = sessionOf(world, { holder: BANK_A, headers: { purpose: 'LOAN_ORIGINATION' } });
  const entries = Array.from({ length: count }, () => entryAbout(world, secrets.subjectId(id.type, id.value), []));
  await writeEntries(database, session, entries);
}
