/** The disclosure ledger, Articles 17 and 35: who was shown what about whom, written before the answer leaves. See ledger/. */
export { type Asked, type Authorization, basisFinder, type Disclosure, merge, personsOf } from './ledger/basis.ts';
export { openSigner, type PublicJwk, type Signer } from './ledger/checkpoint.ts';
export type { Entry } from './ledger/entry.ts';
export { verifyProof } from './ledger/proof.ts';
export { openSequencer, type Sequencer } from './ledger/sequencer.ts';
export { entriesOf, refusedEntry, writeEntries } from './ledger/write.ts';
