/** Compares what is published: the table of display periods, items, purposes, limits, lists, standards, measures. An edition is never edited; what changes is the next edition. */
import { OPENNESS, SHARING } from '../../../schema/law/facts.ts';
import type { Localized } from '../../../schema/localized.ts';
import { PROVINCE_CHANGES as SAY } from '../../../schema/messages/province/changes.ts';
import type { ItemEntry, LimitEntry, MeasureEntry, Province, PurposeEntry, StandardEntry } from '../form.ts';
import type { HeldProvince } from '../held.ts';
import type { Path } from '../read.ts';
import { type Change, type Compared, differing, type FaultAt, NOBODY } from './change.ts';
import { displayPeriods } from './display-periods.ts';
import { byItem, byPurpose } from './touched.ts';

const signedBy = 'AUTHORITY' as const;

interface Edition {
  readonly effectiveFrom: string;
  readonly edition?: string;
}

/** The order of editions: by their first day, those of one day by their name (editionOn in request/directory.ts). */
const place = ({ effectiveFrom, edition = '' }: Edition): string => `${effectiveFrom} ${edition}`;

const keysOf = <Entry extends object>(entry: Entry) => Object.keys(entry) as (keyof Entry & string)[];

/** The newest edition that begins before this one does, of those that are held and those that the file publishes with it. */
function before<Entry extends Edition>(entry: Entry, editions: readonly Entry[]): Entry | undefined {
  return editions
    .filter((one) => place(one) < place(entry))
    .sort((one, other) => (place(one) < place(other) ? 1 : -1))[0];
}

const narrower = <Degree extends string>(order: readonly Degree[], from: Degree, to: Degree): boolean =>
  order.indexOf(to) > order.indexOf(from);

const missingFrom = (list: readonly string[], from: readonly string[]): string[] =>
  from.filter((one) => !list.includes(one));

/** What an edition of an item takes that the edition before it gave. */
function itemTakes(entry: ItemEntry, was: ItemEntry): Localized[] {
  const notes: Localized[] = [];
  if (narrower(OPENNESS, was.openness, entry.openness))
    notes.push(SAY.fromTo('openness', was.openness, entry.openness));
  if (narrower(SHARING.toSorted(bySharing), was.sharing, entry.sharing))
    notes.push(SAY.fromTo('sharing', was.sharing, entry.sharing));
  const kinds = missingFrom(entry.subjectKinds, was.subjectKinds);
  if (kinds.length > 0) notes.push(SAY.without('subjectKinds', kinds));
  const closed = was.elements
    .filter(({ name, openness }) => {
      const now = entry.elements.find((one) => one.name === name);
      return now === undefined || narrower(OPENNESS, openness, now.openness);
    })
    .map(({ name }) => name);
  if (closed.length > 0) notes.push(SAY.narrowed('elements', closed));
  const providers = [was.providingUnit, ...was.providers.units].filter(
    (unit) => unit !== entry.providingUnit && !entry.providers.units.includes(unit),
  );
  if (providers.length > 0) notes.push(SAY.without('providers', providers));
  const [last, held] = [entry.effectiveUntil, was.effectiveUntil];
  if (last !== null && (held === null || last < held)) notes.push(SAY.lastDay(last));
  if (was.providers.rule !== null && differing(was.providers, entry.providers, ['rule']).length > 0)
    notes.push(SAY.changed('providers.rule'));
  return notes;
}

/** From the widest: who sees persons whole sees most. */
const WIDTH = { SHARED_IDENTIFIED: 0, SHARED: 1, NOT_SHARED: 2 } as const;
const bySharing = (one: keyof typeof WIDTH, other: keyof typeof WIDTH): number => WIDTH[one] - WIDTH[other];

function items(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  const fresh = file.items.filter(
    (entry) => !held.items.some((one) => one.code === entry.code && one.edition === entry.edition),
  );
  file.items.forEach((entry, index) => {
    const path = ['items', index];
    const what = `${entry.code} ${entry.edition}`;
    const touches = byItem(held, entry.code, entry.providingUnit);
    const common = { section: 'items', entry, what, path, signedBy, touches } as const;
    const same = held.items.find((one) => one.code === entry.code && one.edition === entry.edition);
    if (same === undefined) {
      const editions = [...held.items, ...fresh].filter(({ code }) => code === entry.code);
      const was = before(entry, editions);
      // What a file publishes and narrows itself was nobody's yet.
      const isHeld = held.items.some(({ code }) => code === entry.code);
      const notes = was === undefined || !isHeld ? [] : itemTakes(entry, was);
      changes.push({ ...common, act: was === undefined ? 'ADD' : 'EDITION', takes: notes.length > 0, notes });
      return;
    }
    const differs = differing(entry, same, keysOf(entry));
    if (differs.length === 0) return;
    if (differs.length === 1 && differs[0] === 'effectiveUntil' && same.effectiveUntil === null)
      changes.push({ ...common, act: 'END', takes: true, notes: [SAY.lastDay(entry.effectiveUntil ?? '')] });
    else faults.push({ path: [...path, differs[0] ?? 'edition'], said: SAY.editionDiffers(what, differs) });
  });
  return { changes, faults };
}

function purposeTakes(entry: PurposeEntry, was: PurposeEntry): Localized[] {
  const notes: Localized[] = [];
  const needs = entry.needs === null ? [] : was.needs === null ? ['*'] : missingFrom(entry.needs, was.needs);
  if (needs.length > 0) notes.push(needs[0] === '*' ? SAY.bounded('needs') : SAY.without('needs', needs));
  const [now, then] = [entry.authorizationMaximumMonths, was.authorizationMaximumMonths];
  if (now !== null && then !== null && now < then)
    notes.push(SAY.fromTo('authorizationMaximumMonths', String(then), String(now)));
  for (const key of ['activity', 'service'] as const)
    if (entry[key] !== was[key]) notes.push(SAY.fromTo(key, String(was[key]), String(entry[key])));
  return notes;
}

function purposes(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  const isSame = (one: PurposeEntry, other: PurposeEntry): boolean =>
    one.code === other.code && one.effectiveFrom === other.effectiveFrom;
  const fresh = file.purposes.filter((entry) => !held.purposes.some((one) => isSame(one, entry)));
  file.purposes.forEach((entry, index) => {
    const path = ['purposes', index];
    const what = `${entry.code} ${entry.effectiveFrom}`;
    const same = held.purposes.find((one) => isSame(one, entry));
    if (same !== undefined) {
      const differs = differing(entry, same, keysOf(entry));
      if (differs.length > 0)
        faults.push({ path: [...path, differs[0] ?? 'code'], said: SAY.purposeDiffers(what, differs) });
      return;
    }
    const was = before(
      entry,
      [...held.purposes, ...fresh].filter(({ code }) => code === entry.code),
    );
    const isHeld = held.purposes.some(({ code }) => code === entry.code);
    const notes = was === undefined || !isHeld ? [] : purposeTakes(entry, was);
    const touches = was === undefined ? NOBODY : byPurpose(held, entry.code, { activity: was.activity });
    const act = was === undefined ? 'ADD' : 'EDITION';
    changes.push({ section: 'purposes', act, entry, what, path, signedBy, touches, takes: notes.length > 0, notes });
  });
  return { changes, faults };
}

/** A limit has no code: it is the one of its purpose, item and party from its day on. */
export const limitName = ({ purpose, item, party, effectiveFrom }: LimitEntry): string =>
  [purpose, item ?? '*', party ?? '*', effectiveFrom].join(' ');

function limits(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  file.limits.forEach((entry, index) => {
    const path = ['limits', index];
    const what = limitName(entry);
    const same = held.limits.find((one) => limitName(one) === what);
    if (same === undefined) {
      const touches = byPurpose(held, entry.purpose, entry);
      // It binds authorizations that are granted from its day on, so that it takes from those whom it reaches.
      const takes = held.purposes.some(({ code }) => code === entry.purpose);
      changes.push({ section: 'limits', act: 'ADD', entry, what, path, signedBy, touches, takes, notes: [] });
      return;
    }
    const differs = differing(entry, same, keysOf(entry));
    if (differs.length > 0)
      faults.push({ path: [...path, differs[0] ?? 'purpose'], said: SAY.limitDiffers(what, differs) });
  });
  return { changes, faults };
}

const ofList = (unit: readonly string[]) => ({ ...NOBODY, units: [...unit].sort() });

function standard(held: StandardEntry[], fresh: StandardEntry[], entry: StandardEntry): Localized[] {
  const was = before(entry, [...held, ...fresh]);
  const units = was === undefined ? [] : missingFrom(entry.designatingUnits, was.designatingUnits);
  return units.length > 0 ? [SAY.without('designatingUnits', units)] : [];
}

function lists(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  file.lists.forEach((list, index) => {
    const path: Path = ['lists', index];
    const same = held.lists.find(({ code }) => code === list.code);
    const designating = ofList([...new Set(list.standards.flatMap((one) => one.designatingUnits))]);
    const common = { signedBy, touches: designating } as const;
    if (same === undefined)
      changes.push({
        ...common,
        section: 'lists',
        act: 'ADD',
        entry: list,
        what: list.code,
        path,
        takes: false,
        notes: [],
      });
    else {
      const differs = differing(
        list,
        same,
        keysOf(list).filter((key) => key !== 'standards'),
      );
      if (differs.length > 0)
        faults.push({ path: [...path, differs[0] ?? 'code'], said: SAY.listDiffers(list.code, differs) });
    }
    const known = same?.standards ?? [];
    const fresh = list.standards.filter(({ edition }) => !known.some((one) => one.edition === edition));
    list.standards.forEach((entry, position) => {
      const inner = [...path, 'standards', position];
      const what = `${list.code} ${entry.edition}`;
      const published = known.find(({ edition }) => edition === entry.edition);
      if (published === undefined) {
        const notes = known.length === 0 ? [] : standard(known, fresh, entry);
        const act = known.length === 0 ? 'ADD' : 'EDITION';
        const takes = notes.length > 0;
        changes.push({ ...common, section: 'standards', act, entry, list, what, path: inner, takes, notes });
        return;
      }
      const differs = differing(entry, published, keysOf(entry));
      if (differs.length > 0)
        faults.push({ path: [...inner, differs[0] ?? 'edition'], said: SAY.editionDiffers(what, differs) });
    });
  });
  return { changes, faults };
}

function measures(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  const isSame = (one: MeasureEntry, other: MeasureEntry): boolean =>
    one.code === other.code && one.edition === other.edition;
  file.measures.forEach((entry, index) => {
    const path = ['measures', index];
    const what = `${entry.code} ${entry.edition}`;
    const same = held.measures.find((one) => isSame(one, entry));
    if (same === undefined) {
      const act = held.measures.some(({ code }) => code === entry.code) ? 'EDITION' : 'ADD';
      const common = { what, path, signedBy, touches: NOBODY, takes: false, notes: [] } as const;
      changes.push({ section: 'measures', act, entry, ...common });
      return;
    }
    const differs = differing(entry, same, keysOf(entry));
    if (differs.length > 0)
      faults.push({ path: [...path, differs[0] ?? 'edition'], said: SAY.editionDiffers(what, differs) });
  });
  return { changes, faults };
}

export const publishedCompared = (held: HeldProvince, file: Province): readonly Compared[] =>
  [displayPeriods, items, purposes, limits, lists, measures].map((compare) => compare(held, file));
