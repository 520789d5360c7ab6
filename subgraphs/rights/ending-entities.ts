/** Tables of what subjects stop themselves: what they hide (Article 37 §1), and the use of theirs by agreement (Articles 23 and 36). */
import { defineEntity } from '@mikro-orm/core';

const schema = 'rights';

/** One time that something was hidden. `heldIn`: its table; `shownAt`: when it was shown again. */
const HidingEntity = defineEntity({
  name: 'Hiding',
  tableName: 'hiding',
  schema,
  properties: (p) => ({
    subjectId: p.uuid(),
    id: p.uuid().primary(),
    heldIn: p.text(),
    rowId: p.uuid(),
    hiddenAt: p.datetime(),
    shownAt: p.datetime().nullable(),
  }),
});

/** One lock. Its reason lies sealed beside it. */
const SharingLockEntity = defineEntity({
  name: 'SharingLock',
  tableName: 'sharing_lock',
  schema,
  properties: (p) => ({
    subjectId: p.uuid().primary(),
    id: p.uuid().primary(),
    lockedAt: p.datetime(),
    unlockedAt: p.datetime().nullable(),
  }),
});

export const ENDING_ENTITIES = [HidingEntity, SharingLockEntity];
