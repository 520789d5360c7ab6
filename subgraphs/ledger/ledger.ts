/** The disclosure ledger, Articles 17 and 35: who was shown what about whom, written before the answer leaves. See ledger/. */
export { type Asked, type Authorization, basisFinder, type Disclosure, merge, personsOf } from '../request/basis.ts';
export { openSigner, type PublicJwk, type Signer } from './checkpoint.ts';
export type { Entry } from './entry.ts';
export { verifyProof } from './proof.ts';
export { openSequencer, type Sequencer } from './sequencer.ts';
export { entriesOf, refusedEntry, writeEntries } from './write.ts';
