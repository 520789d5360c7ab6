/** What fills the ledger in its tests, and how it is verified. */
import { BANK_A, COMPANY, MEI, subject, type World } from '../kit.ts';

export const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
export const VERIFY = `query ($size: Int, $rootHash: String) { ledgerCheckpoint { size rootHash signedAt keyId signature }
  verifyLedger(size: $size, rootHash: $rootHash) { intact entries pending erased firstBroken fault } }`;
export const LOAN = { purpose: 'LOAN_ORIGINATION' };

/** Two recipients, so that subjects and other people's entries alternate. */
export async function disclose(world: World, times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) {
    await world.ask(BANK_A, NAME, { id: MEI }, LOAN);
    await world.ask(subject(MEI), NAME, { id: COMPANY });
  }
}
