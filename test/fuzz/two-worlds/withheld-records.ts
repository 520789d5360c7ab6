/** Records, and what is said in them or about them, that a caller may not see. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { REDACTION_VERSION } from '../../../schema/law/redact/redact.ts';
import { OPERATOR, type World } from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import type { SampleItem } from '../../sample-province.ts';
import { isOf, mayRead, oversees } from './callers.ts';
import {
  deliver,
  inSession,
  itemOf,
  itemsFor,
  noteSent,
  type Said,
  storedRecord,
  subjectIdOf,
  well,
} from './deliveries.ts';
import { AUTHORIZED } from './visible-things.ts';
import { ALL, heldIn, type Pair, type Placed, toItself, type Withheld } from './withheld.ts';

/** A day before, among or after those of what both worlds show. */
const DAYS = ['2026-09-10', '2026-10-20', '2026-11-17'];
const saidOf = ({ pick }: Pair, more: Partial<Said> = {}): Said => ({
  occurredOn: DAYS[pick % DAYS.length] ?? '',
  mark: '隐',
  ...more,
});

/** The item that the pair chose among those of an openness. */
function chosen({ about, pick }: Pair, openness: SampleItem['openness']): SampleItem {
  const items = itemsFor(about.kind).filter((item) => item.openness === openness);
  const item = items[pick % items.length];
  if (item === undefined) throw new Error(`The sample has no item ${openness} about a ${about.kind}.`);
  return item;
}

/** Open to anyone, and repeated by no other unit. */
const open = (pair: Pair): SampleItem =>
  itemOf(pair.pick % 2 === 0 ? 'PENALTY-GENERAL' : pair.about.kind === 'company' ? 'INSPECTION' : 'PERMIT-GENERAL');

async function place(world: World, pair: Pair, item: SampleItem, more: Partial<Said> = {}): Promise<Placed> {
  await deliver(world, item, pair.about, saidOf(pair, more));
  return { id: await storedRecord(world, item, pair.about) };
}

/** What the subject is, and whether it authorized BANK-A for the item where both worlds show an authorization. */
const ofSubject = ({ about, visible }: Pair, { code }: SampleItem) => ({
  personal: about.personal,
  authorized: visible.includes('an authorization') && AUTHORIZED.items.some((item) => item === code),
});

/** A record of an item that is closed to the caller. The unit that delivered it knows it. */
function ofItem(item: (pair: Pair) => SampleItem, more: (pair: Pair) => Partial<Said> = () => ({})): Withheld {
  return {
    about: ALL,
    withhold: (world, pair) => place(world, pair, item(pair), more(pair)),
    hides: (caller, pair) =>
      !mayRead(caller, item(pair), ofSubject(pair, item(pair))) && !isOf(caller, item(pair).providingUnit),
    shows: toItself,
  };
}
const closed = (pair: Pair): SampleItem => chosen(pair, 'SELF_ONLY');

/** A record that everybody saw, and then nobody else. */
function takenDown(change: (world: World, item: SampleItem, id: string) => Promise<unknown>): Withheld {
  return {
    about: ALL,
    // Who watched was told of it when it came.
    never: ['a watch'],
    withhold: async (world, pair) => {
      const placed = await place(world, pair, open(pair));
      await change(world, open(pair), placed.id ?? '');
      return placed;
    },
    hides: (caller, pair) => !isOf(caller, open(pair).providingUnit),
    shows: (world, pair) => heldIn(world, pair, 'public_credit.record'),
  };
}
const display = (to: string, cause: string) => (world: World, item: SampleItem, id: string) =>
  inSession(
    world,
    item.providingUnit,
    'amend',
    sql`with cause as materialized (select set_config('credit.cause', ${cause}, true))
      update public_credit.record set display = ${to} from cause where id = ${id}::uuid and current`,
  );

/** An item whose only edition ended: nothing of it is open to others (Articles 7 and 18). */
export const ENDED = { ...itemOf('PENALTY-GENERAL'), code: 'FUZZ-ENDED' };

/** What somebody else says of the subject: another name, address and number than it is known under. */
const OTHERS = { name: '黑龙江旧称示例有限公司', address: '黑龙江省大庆市让胡路区旧址街88号', phone: '13987654321' };
/** As they stand where they are masked (the forms that callers are promised). */
const MASKED = ['诸葛**', '黑龙江省大庆市让胡路区****', '139********'];
const otherwise = ({ about }: Pair): Partial<Said> => ({
  ...OTHERS,
  ...(about.kind === 'person' ? { name: '诸葛旧名' } : {}),
});

/** A record of which the subject is told more than its provider's neighbours; the same in both worlds, and then changed in one. */
function changed(withhold: Withheld['withhold']): Withheld {
  return { ...ofItem(closed), before: (world, pair) => place(world, pair, closed(pair)), withhold };
}

const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';

const COLLECTED = [
  { unit: 'COLLECTOR-B', item: 'NP-LOAN', category: 'LOAN' },
  { unit: 'COLLECTOR-A', item: 'NP-GUARANTEE', category: 'GUARANTEE' },
] as const;
const collected = ({ pick }: Pair) => COLLECTED[pick % COLLECTED.length] ?? COLLECTED[0];

async function collect(world: World, pair: Pair): Promise<Placed> {
  const [id, { unit, item, category }] = [randomUUID(), collected(pair)];
  await inSession(
    world,
    unit,
    'collect',
    sql`insert into non_public_credit.record (subject_id, id, version, current, personal, item, category, collector, occurred_on, display, content,
        redaction, received_at, submission_id)
      values (${subjectIdOf(world, pair.about)}::uuid, ${id}::uuid, 1, true, ${pair.about.personal}, ${item}, ${category}, ${unit}, '2026-10-21',
        'DISPLAYED', '正常', ${REDACTION_VERSION}, ${world.server.platform.now().toISOString()}::timestamptz, ${id}::uuid)`,
  );
  return { id };
}

export const RECORDS: Readonly<Record<string, Withheld>> = {
  'a closed record': ofItem(closed),
  'a record open by agreement': ofItem((pair) => chosen(pair, 'AGREEMENT')),
  'a restored record': takenDown(display('ARCHIVED', 'RESTORED')),
  'a revoked record': {
    ...takenDown(async () => undefined),
    withhold: async (world, pair) => {
      const placed = await place(world, pair, open(pair));
      const holder = { role: 'provider', unit: open(pair).providingUnit };
      const input = { basisDocument: `示例决〔2026〕隐${pair.about.number}号` };
      await well(world, holder, 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }', {
        input,
      });
      return placed;
    },
    hides: (caller, pair) => !isOf(caller, open(pair).providingUnit) && !oversees(caller),
  },
  'a record whose display ended': {
    ...ofItem(
      () => itemOf('PENALTY-GENERAL'),
      () => ({
        occurredOn: '2026-07-01',
        content: { displayUntil: '2026-11-19' },
      }),
    ),
    hides: (caller) => !isOf(caller, 'HLJ-AMR'),
    shows: (world, pair) => heldIn(world, pair, 'public_credit.record'),
  },
  'a record of an unpublished item': {
    ...ofItem(
      () => ENDED,
      () => ({ occurredOn: '2026-11-20' }),
    ),
    hides: (caller) => !isOf(caller, ENDED.providingUnit),
  },
  'a statement': ofItem(closed, otherwise),
  'a text': {
    ...ofItem(closed, otherwise),
    always: ['penalty'],
    known: (pair) => [...Object.values(otherwise(pair)).map(String), ...MASKED],
  },
  'an objection': changed(async (world, pair) => {
    const id = await storedRecord(world, closed(pair), pair.about);
    await inSession(
      world,
      closed(pair).providingUnit,
      'intake',
      sql`update public_credit.record set objection_raised_on = '2026-11-20' where id = ${id}::uuid and current`,
    );
    return { id };
  }),
  'a correction': {
    ...changed(async (world, pair) => {
      const [item, holder] = [closed(pair), { role: 'provider', unit: closed(pair).providingUnit }];
      const stored = (await storedRecord(world, item, pair.about)) ?? '';
      const record = pair.about.personal ? ownIdOf(world, holder, stored) : stored;
      await well(world, holder, CORRECT, { input: { record, reason: '有误', subjectName: `${pair.about.name}更` } });
      return { id: stored };
    }),
    hides: (caller, pair) => !isOf(caller, closed(pair).providingUnit) && !oversees(caller),
  },
  'a non-public record': {
    about: ALL,
    withhold: collect,
    hides: (caller, pair) =>
      !mayRead(caller, itemOf(collected(pair).item), pair.about) && !isOf(caller, collected(pair).unit),
    shows: toItself,
  },
  'an assessment': {
    about: ['company'],
    withhold: async (world, { about }) => {
      noteSent(world, itemOf('ASSESSMENT-PUBLIC'));
      const results = [
        { uscc: about.identifier.value, subjectName: about.name, level: '优', assessedOn: '2026-11-20' },
      ];
      await well(
        world,
        OPERATOR,
        'mutation ($input: DeliverAssessmentsInput!) { deliverAssessments(input: $input) { accepted } }',
        { input: { item: 'ASSESSMENT-PUBLIC', edition: '2026', results } },
      );
      return { id: await storedRecord(world, itemOf('ASSESSMENT-PUBLIC'), about) };
    },
    hides: (caller, { about }) => !mayRead(caller, itemOf('ASSESSMENT-PUBLIC'), about) && !isOf(caller, 'HLJ-CREDIT'),
    shows: toItself,
  },
};
