/** Entries of the ledger, written as answers write them, many at once. */
import { randomUUID } from 'node:crypto';
import type { Entry } from '../../subgraphs/ledger/entry.ts';
import { writeEntries } from '../../subgraphs/ledger/ledger.ts';
import { BANK_A, type Identifier, type World } from '../kit.ts';
import { sessionOf } from './walls-questions.ts';

export async function writeAbout(world: World, id: Identifier, count: number): Promise<void> {
  const { database, secrets, now } = world.server.platform;
  const session = sessionOf(world, { holder: BANK_A, headers: { purpose: 'LOAN_ORIGINATION' } });
  const entries = Array.from(
    { length: count },
    (): Entry => ({
      id: randomUUID(),
      subjectId: secrets.subjectId(id.type, id.value),
      at: now().toISOString(),
      requestId: randomUUID(),
      role: 'PARTY',
      unit: 'BANK-A',
      purpose: 'LOAN_ORIGINATION',
      caseReference: null,
      channel: 'WEB',
      seen: 'DESENSITIZED',
      items: ['PENALTY-GENERAL'],
      records: [],
      bases: [{ article: '23(1)', agreement: null, authorization: null, duty: null, items: ['PENALTY-GENERAL'] }],
    }),
  );
  await writeEntries(database, session, entries);
}
