/** The disclosure ledger (Articles 17 and 35): who was shown what about whom. Entries are written before the answer is sent. */
export { openSigner, publishedKeys, type Signer } from './checkpoint.ts';
export type { Entry } from './entry.ts';
export { reservation, verifyProof } from './proof.ts';
export { ONLY, ROOM, type Room, type RoomRow, roomFrom, roomOf } from './quota-room.ts';
export { openSequencer, type Publication, type Sequencer } from './sequencer.ts';
export { AnsweredMeanwhile, rowsOf, writeEntries } from './write.ts';
