/** Compares agreements and duties. One that changes ends, and another begins: what was answered on the first still names it. */
import type { Localized } from '../../../schema/localized.ts';
import { PROVINCE_CHANGES as SAY } from '../../../schema/messages/province/changes.ts';
import type { AgreementEntry, DutyEntry, Province } from '../form.ts';
import type { HeldProvince } from '../held.ts';
import type { Path } from '../read.ts';
import { type Change, type Compared, canonical, differing, type FaultAt, NOBODY } from './change.ts';
import { byAgreement } from './touched.ts';

/** An entry that ends and may stand several times under its key: in force once, and ended any number of times. */
interface Ending {
  readonly ended: { readonly on: string; readonly reason: string } | null;
}

/** Pairs entries of one key with those held: equal ones first, and then one with one. What is left over of the file is new. */
function paired<Entry extends Ending, HeldEntry extends Ending>(
  entries: readonly { readonly entry: Entry; readonly index: number }[],
  held: readonly HeldEntry[],
  contentOf: (one: Entry | HeldEntry) => string,
  revives: (entry: Entry, ended: HeldEntry) => boolean,
): {
  readonly pairs: Map<number, HeldEntry>;
  readonly unclear: number | undefined;
  /** What ended does not come back because a file still names it. */
  readonly revived: { readonly index: number; readonly on: string } | undefined;
} {
  const free = new Set(held);
  const pairs = new Map<number, HeldEntry>();
  const pair = (index: number, fits: (one: HeldEntry) => boolean): void => {
    const found = [...free].find(fits);
    if (found === undefined) return;
    free.delete(found);
    pairs.set(index, found);
  };
  for (const { entry, index } of entries) {
    const alike = (one: HeldEntry): boolean => contentOf(one) === contentOf(entry);
    pair(index, (one) => alike(one) && (one.ended === null) === (entry.ended === null));
  }
  // One that is to end: the one in force of the same content.
  for (const { entry, index } of entries)
    if (!pairs.has(index) && entry.ended !== null)
      pair(index, (one) => contentOf(one) === contentOf(entry) && one.ended === null);
  const left = entries.filter(({ index }) => !pairs.has(index));
  const running = [...free].filter(({ ended }) => ended === null);
  const [one] = left;
  const [other] = running;
  if (one !== undefined && other !== undefined) {
    if (left.length > 1 || running.length > 1) return { pairs, unclear: one.index, revived: undefined };
    pairs.set(one.index, other);
  }
  for (const { entry, index } of left.filter(({ entry, index }) => entry.ended === null && !pairs.has(index))) {
    const last = [...free].find((each) => each.ended !== null && revives(entry, each));
    if (last?.ended != null) return { pairs, unclear: undefined, revived: { index, on: last.ended.on } };
  }
  return { pairs, unclear: undefined, revived: undefined };
}

const AGREED = ['party', 'items', 'purposes', 'validFrom', 'validUntil', 'dailyQuota'] as const;
const ofAgreement = (one: AgreementEntry): string =>
  canonical(AGREED.map((key) => (Array.isArray(one[key]) ? [...one[key]].sort() : one[key])));

const without = (list: readonly string[], from: readonly string[]): string[] =>
  from.filter((one) => !list.includes(one));

type State = NonNullable<AgreementEntry['state']>;

/** The states that a file may move an agreement to. Its end is written as `ended`. */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  DRAFT: ['IN_FORCE'],
  IN_FORCE: ['SUSPENDED'],
  SUSPENDED: ['IN_FORCE'],
};

/** The state that the file moves an agreement to, and from which one; undefined where it stays. */
function moveOf(entry: AgreementEntry, was: AgreementEntry): { readonly from: State; readonly to: State } | undefined {
  if (entry.ended !== null || was.ended !== null || entry.state === undefined || was.state === undefined) return;
  return entry.state === was.state ? undefined : { from: was.state, to: entry.state };
}

/** What an agreement gave and the one that replaces it does not. One that is suspended gives nothing. */
function agreementTakes(
  entry: AgreementEntry,
  was: AgreementEntry,
): { lost: Lost; notes: Localized[]; takes: boolean } {
  const stops = moveOf(entry, was)?.to === 'SUSPENDED';
  const gone = (key: 'items' | 'purposes') => (stops ? was[key] : without(entry[key], was[key]));
  const lost = { items: without(entry.items, was.items), purposes: without(entry.purposes, was.purposes) };
  const notes = differing(entry, was, AGREED).map((key) => {
    if (key !== 'items' && key !== 'purposes') return SAY.fromTo(key, String(was[key]), String(entry[key]));
    return lost[key].length > 0 ? SAY.without(key, lost[key]) : SAY.more(key, without(was[key], entry[key]));
  });
  const shorter = entry.validUntil < was.validUntil || entry.validFrom > was.validFrom;
  const takes =
    stops || lost.items.length > 0 || lost.purposes.length > 0 || shorter || entry.dailyQuota < was.dailyQuota;
  return { lost: { items: gone('items'), purposes: gone('purposes') }, notes, takes };
}

interface Lost {
  readonly items: readonly string[];
  readonly purposes: readonly string[];
}

function agreements(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  const byReference = Map.groupBy(
    file.agreements.map((entry, index) => ({ entry, index })),
    ({ entry }) => entry.reference,
  );
  for (const [reference, entries] of byReference) {
    const known = held.agreements.filter((one) => one.reference === reference);
    const { pairs, unclear, revived } = paired<AgreementEntry, (typeof known)[number]>(
      entries,
      known,
      ofAgreement,
      () => true,
    );
    if (unclear !== undefined) faults.push({ path: ['agreements', unclear], said: SAY.unclear(reference) });
    else if (revived !== undefined)
      faults.push({ path: ['agreements', revived.index], said: SAY.agreementEnded(reference, revived.on) });
    else
      for (const { entry, index } of entries) {
        const path: Path = ['agreements', index];
        const was = pairs.get(index) ?? null;
        const all = { items: entry.items, purposes: entry.purposes };
        const common = {
          section: 'agreements',
          entry,
          what: reference,
          path,
          signedBy: 'OPERATOR',
          held: was,
        } as const;
        if (was === null) {
          const touches = { ...NOBODY, units: [entry.party] };
          changes.push({ ...common, act: 'ADD', takes: false, touches, notes: [] });
          continue;
        }
        if (was.party !== entry.party) {
          faults.push({ path: [...path, 'party'], said: SAY.otherParty(reference, was.party) });
          continue;
        }
        const move = moveOf(entry, was);
        if (move !== undefined && !NEXT[move.from].includes(move.to)) {
          faults.push({ path: [...path, 'state'], said: SAY.cannotBecome(reference, move.from, move.to) });
          continue;
        }
        const moved = move === undefined ? [] : [SAY.fromTo('state', move.from, move.to)];
        const { lost, notes, takes } = agreementTakes(entry, was);
        const touches = byAgreement(held, entry.party, lost);
        if (entry.ended !== null && was.ended === null) {
          if (notes.length > 0)
            faults.push({ path, said: SAY.endsAndChanges(reference, differing(entry, was, AGREED)) });
          else
            changes.push({ ...common, act: 'END', takes: true, touches: byAgreement(held, entry.party, all), notes });
        } else if (notes.length > 0)
          changes.push({ ...common, act: 'REPLACE', takes, touches, notes: [...notes, ...moved] });
        else if (move !== undefined)
          changes.push({
            ...common,
            act: 'STATE',
            takes,
            touches: byAgreement(held, entry.party, all),
            notes: moved,
          });
      }
  }
  return { changes, faults };
}

const ofDuty = ({ activity, items, identified }: DutyEntry): string =>
  canonical([activity, [...new Set(items)].sort(), identified]);

export const dutyName = ({ department, matter }: DutyEntry): string => `${department} ${matter}`;

function duties(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  const byName = Map.groupBy(
    file.duties.map((entry, index) => ({ entry, index })),
    ({ entry }) => dutyName(entry),
  );
  for (const [what, entries] of byName) {
    const known = held.duties.filter((one) => dutyName(one) === what);
    const { pairs, unclear, revived } = paired<DutyEntry, (typeof known)[number]>(
      entries,
      known,
      ofDuty,
      (entry, ended) => ofDuty(entry) === ofDuty(ended),
    );
    if (unclear !== undefined) faults.push({ path: ['duties', unclear], said: SAY.unclear(what) });
    else if (revived !== undefined)
      faults.push({ path: ['duties', revived.index], said: SAY.dutyEnded(what, revived.on) });
    else
      for (const { entry, index } of entries) {
        const path: Path = ['duties', index];
        const was = pairs.get(index) ?? null;
        const touches = { ...NOBODY, units: [entry.department], duties: was === null ? 0 : 1 };
        const common = { section: 'duties', entry, what, path, signedBy: 'OPERATOR', held: was, touches } as const;
        if (was === null) {
          changes.push({ ...common, act: 'ADD', takes: false, notes: [] });
          continue;
        }
        const differs = differing(entry, was, ['activity', 'items', 'identified']);
        if (entry.ended !== null && was.ended === null) {
          if (differs.length > 0) faults.push({ path, said: SAY.endsAndChanges(what, differs) });
          else changes.push({ ...common, act: 'END', takes: true, notes: [] });
        } else if (differs.length > 0) {
          const lost = without(entry.items, was.items);
          const notes = differs.map((key) =>
            key !== 'items'
              ? SAY.fromTo(key, String(was[key]), String(entry[key]))
              : lost.length > 0
                ? SAY.without(key, lost)
                : SAY.more(key, without(was.items, entry.items)),
          );
          const takes = lost.length > 0 || was.activity !== entry.activity || (was.identified && !entry.identified);
          changes.push({ ...common, act: 'REPLACE', takes, notes });
        }
      }
  }
  return { changes, faults };
}

export const basesCompared = (held: HeldProvince, file: Province): readonly Compared[] =>
  [agreements, duties].map((compare) => compare(held, file));
