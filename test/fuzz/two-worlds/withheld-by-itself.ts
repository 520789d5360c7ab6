/** What a subject withholds itself: what it hides of what speaks for it (Article 37 §1), and by a lock what is used by agreement (Articles 24 and 36). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { REDACTION_VERSION } from '../../../schema/law/redact/redact.ts';
import { subject, type World } from '../../kit.ts';
import { storedId } from '../../own-ids.ts';
import type { SampleItem } from '../../sample-province.ts';
import { LABOUR } from '../../stories/listing.ts';
import { isOf, mayRead, roleOf } from './callers.ts';
import { deliver, inSession, itemOf, storedRecord, subjectIdOf, well } from './deliveries.ts';
import { ALL, type Pair, type Placed, toItself, unknownTo, type Withheld } from './withheld.ts';
import { of, reward } from './withheld-decisions.ts';

const hide = async (world: World, { about }: Pair, id: string): Promise<Placed> => {
  await well(world, subject(about.identifier), `mutation { hideTrustworthyRecord(record: "${id}") { displayed } }`);
  return { id };
};
const locked = (world: World, { about }: Pair) =>
  well(world, subject(about.identifier), 'mutation { lockSharing { lockedSince } }');

/** Items that speak for their subject; open to anyone, and by agreement. */
const speaking = ({ pick }: Pair): SampleItem => itemOf(pick % 2 === 0 ? 'COMMENDATION-GOV' : 'CHARITY');

/** Items that BANK-A and AGENCY-A see by agreement, of collectors too. */
const AGREED = ['ARREARS-FUND', 'JUDGMENT-CIVIL', 'ARREARS-TAX', 'UTILITY-HEAT', 'NP-LOAN'] as const;
const agreed = ({ pick, about }: Pair): SampleItem =>
  itemOf(about.personal ? 'ARREARS-FUND' : (AGREED[pick % AGREED.length] ?? AGREED[0]));

async function place(world: World, pair: Pair): Promise<Placed> {
  const item = agreed(pair);
  if (item.code !== 'NP-LOAN') {
    await deliver(world, item, pair.about, { occurredOn: '2026-10-20', mark: '锁' });
    return { id: await storedRecord(world, item, pair.about) };
  }
  const id = randomUUID();
  await inSession(
    world,
    item.providingUnit,
    'collect',
    sql`insert into non_public_credit.record (subject_id, id, version, current, personal, item, category, collector, occurred_on, display, content,
        redaction, received_at, submission_id)
      values (${subjectIdOf(world, pair.about)}::uuid, ${id}::uuid, 1, true, false, ${item.code}, 'LOAN', ${item.providingUnit}, '2026-10-20',
        'DISPLAYED', '正常', ${REDACTION_VERSION}, ${world.server.platform.now().toISOString()}::timestamptz, ${id}::uuid)`,
  );
  return { id };
}

/** What is locked in both worlds, and held in the second alone. */
const closedByLock = (about: Withheld['about'], always: readonly string[]): Withheld => ({
  about,
  always,
  before: locked,
  withhold: place,
  // A department sees by its duty, and who delivered knows it.
  hides: (caller, pair) =>
    !isOf(caller, agreed(pair).providingUnit) &&
    (roleOf(caller) === 'party' || !mayRead(caller, agreed(pair), { personal: pair.about.personal })),
  shows: toItself,
});

export const BY_ITSELF: Readonly<Record<string, Withheld>> = {
  'a hidden record': {
    about: ALL,
    // Who watched was told of it when it came.
    never: ['a watch', 'commendation'],
    withhold: async (world, pair) => {
      await deliver(world, speaking(pair), pair.about, { occurredOn: '2026-10-20', mark: '隐' });
      const id = (await storedRecord(world, speaking(pair), pair.about)) ?? '';
      return hide(world, pair, id);
    },
    hides: (caller, pair) => !isOf(caller, speaking(pair).providingUnit),
    shows: toItself,
  },
  'a hidden incentive': {
    about: ALL,
    never: ['a watch'],
    withhold: async (world, pair) => {
      const made = await well(world, LABOUR, of('designateIncentive', 'DesignateIncentiveInput'), {
        input: reward(pair),
      });
      return hide(world, pair, storedId(world, LABOUR, made.designateIncentive.id));
    },
    hides: unknownTo(LABOUR.unit),
    shows: toItself,
  },
  'what a lock closes of a company': { ...closedByLock(['company'], []), neverLater: ['a judgment comes'] },
  'what a lock closes of a person': closedByLock(['trader', 'person'], ['an authorization']),
  'a lock': {
    about: ALL,
    // There is nothing that it closes: the lock itself is what nobody must learn of.
    never: ['arrears', 'a watch'],
    neverLater: ['a judgment comes'],
    withhold: async (world, pair) => {
      await locked(world, pair);
      return {};
    },
    hides: () => true,
    shows: async (world, { about }) =>
      JSON.stringify(await well(world, subject(about.identifier), '{ me { lock { reason } } }')),
  },
};
