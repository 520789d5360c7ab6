/** Turns what an answer showed into ledger entries: one for each subject, each item under the article and the grant that opened it. */

import type { Statement } from '../../database/database.ts';
import type { Basis } from '../../ledger/entry.ts';
import { ONLY, type Room } from '../../ledger/ledger.ts';
import type { Snapshot } from '../context.ts';
import type { Asked, Disclosure, Grant, KeptAnswer } from '../disclosure.ts';
import { agreementsOf } from '../entitlements.ts';

/** Everything that one answer shows about one subject. */
export interface Shown {
  readonly subjectId: string;
  /** Purpose of the watch by which it is told; null where it was asked for. */
  readonly watched: string | null;
  /** The objection, or the application for restoration, that opened it; null where nothing of it was opened by one. */
  readonly objection: string | null;
  /** The case that it was shown for, where that is not the caller's. */
  readonly caseReference: string | null;
  /** What carries the watch, by item. */
  readonly grants: ReadonlyMap<string, Grant>;
  readonly personal: boolean;
  readonly seen: 'WHOLE' | 'DESENSITIZED';
  readonly items: readonly string[];
  readonly records: readonly { readonly id: string; readonly version: number }[];
  readonly answers: readonly KeptAnswer[];
  /** Duties that queries named themselves, by the items that they opened. */
  readonly duties: ReadonlyMap<string, readonly string[]>;
  /** Articles that disclosures named themselves, by item; under '' for what concerns none. */
  readonly articles: ReadonlyMap<string, string>;
}

/** Merges the disclosures of an answer: one row for each subject, in the order in which they were first shown. */
export function merge(disclosures: readonly Disclosure[]): Shown[] {
  const merged = new Map<
    string,
    {
      subjectId: string;
      watched: string | null;
      objection: string | null;
      caseReference: string | null;
      grants: Map<string, Grant>;
      personal: boolean;
      seen: Disclosure['seen'];
      items: Set<string>;
      heldBy: string | undefined;
      records: Map<string, number>;
      answers: KeptAnswer[];
      duties: Map<string, string[]>;
      articles: Map<string, string>;
    }
  >();
  for (const disclosure of disclosures) {
    const { subjectId, personal, items, heldBy, records, seen, answer, duty } = disclosure;
    const watched = disclosure.watched?.purpose ?? null;
    const objection = disclosure.objection ?? null;
    const caseReference = disclosure.caseReference ?? null;
    const alone = disclosure.alone === true ? records.map(({ id }) => id) : [];
    const key = [subjectId, watched ?? '', objection ?? '', caseReference ?? '', ...alone].join(' ');
    const made = {
      subjectId,
      watched,
      objection,
      caseReference,
      grants: new Map<string, Grant>(),
      personal,
      seen,
      items: new Set<string>(),
      heldBy,
      records: new Map(),
      answers: [] as KeptAnswer[],
      duties: new Map<string, string[]>(),
      articles: new Map<string, string>(),
    };
    const row = merged.get(key) ?? made;
    row.personal ||= personal;
    row.heldBy ??= heldBy;
    for (const item of items) row.items.add(item);
    if (disclosure.watched !== undefined) for (const item of items) row.grants.set(item, disclosure.watched.grant);
    for (const record of records) row.records.set(record.id, record.version);
    if (seen === 'WHOLE') row.seen = seen;
    if (answer !== undefined) row.answers.push(answer);
    if (disclosure.article !== undefined)
      for (const item of items.length === 0 ? [''] : items) row.articles.set(item, disclosure.article);
    if (duty !== undefined)
      for (const item of items)
        if (duty.items.includes(item)) row.duties.set(item, [...(row.duties.get(item) ?? []), duty.id]);
    merged.set(key, row);
  }
  return [...merged.values()].map((row) => ({
    subjectId: row.subjectId,
    watched: row.watched,
    objection: row.objection,
    caseReference: row.caseReference,
    grants: row.grants,
    personal: row.personal,
    seen: row.seen,
    items: row.items.size === 0 && row.heldBy !== undefined ? [row.heldBy] : [...row.items].sort(),
    records: [...row.records].map(([id, version]) => ({ id, version })),
    answers: row.answers,
    duties: row.duties,
    articles: row.articles,
  }));
}

/** An authorization of a subject that covers the caller's purpose. */
export interface Authorization {
  readonly id: string;
  readonly subjectId: string;
  readonly items: readonly string[];
}

export const AUTHORIZATIONS: Statement = {
  name: 'authorizations-of',
  text: `select id, subject_id as "subjectId", items from control.authorizations_of($1::uuid[])`,
};

/** Subjects whose authorizations must be read before the bases of their entries can be determined. */
export const personsOf = (snapshot: Snapshot, shown: readonly Shown[]): string[] =>
  snapshot.grounds.agreements.length === 0 ? [] : shown.filter((row) => row.personal).map((row) => row.subjectId);

type Ground = Omit<Basis, 'items'>;

const NONE = { agreement: null, authorization: null, duty: null };
const OPEN: Ground = { ...NONE, article: '23(1)' };
/** Article of a look at what an open objection is about. */
export const BY_OBJECTION = '39';
/** Article of a look at what an application for restoration is about. */
export const BY_RESTORATION = '40';

/** Whether an entry is of a look at what is in question: it opened the one row whole in its open form. */
export const isInQuestion = (bases: readonly { readonly article: string }[]): boolean =>
  bases.some(({ article }) => article === BY_OBJECTION || article === BY_RESTORATION);

const rank = (basis: Ground): number =>
  basis.authorization !== null ? 0 : basis.agreement !== null ? 1 : basis.duty !== null ? 2 : 3;

/** What the feed told of a watched subject (Article 6), under what carries the watch. */
function toldBy({ items, grants }: Shown): Basis[] {
  const bases = Map.groupBy(items, (item) => `${grants.get(item)?.agreement} ${grants.get(item)?.authorization}`);
  return [...bases.values()].map((alike) => ({ ...NONE, article: '6', ...grants.get(alike[0] ?? ''), items: alike }));
}

/** Returns a function that determines the bases for a subject, narrowest first and never none. Make it once for each answer. */
export function basisFinder(
  snapshot: Snapshot,
  asked: readonly Asked[],
  authorizations: readonly Authorization[],
  room: Room = ONLY,
): (shown: Shown) => Basis[] {
  const { scope, directory, grounds } = snapshot;
  const agreements = agreementsOf(snapshot);
  const duties = new Map<string, string>();
  for (const { id, items } of grounds.duties) for (const item of items) if (!duties.has(item)) duties.set(item, id);
  const granted = Map.groupBy(authorizations, ({ subjectId }) => subjectId);
  const lists = asked.map(({ information, subjectIds, items }) => ({
    subjects: new Set(subjectIds),
    items: (items ?? [...agreements.keys()]).filter(
      (item) => agreements.has(item) && directory.items.get(item)?.information === information,
    ),
  }));

  const byAgreement = (item: string, { personal, subjectId }: Shown): Ground | undefined => {
    const candidates = agreements.get(item);
    if (candidates === undefined) return undefined;
    const authorization = granted.get(subjectId)?.find(({ items }) => items.includes(item));
    if (personal && authorization === undefined) return undefined;
    const agreement = room.choose(subjectId, candidates);
    return personal && authorization !== undefined
      ? { ...NONE, article: '23(2), 24', agreement, authorization: authorization.id }
      : { ...NONE, article: '23(2)', agreement };
  };
  const byDuty = (item: string): Ground | undefined => {
    const duty = duties.get(item);
    return duty === undefined ? undefined : { ...NONE, article: '22', duty };
  };
  const named = (item: string, { articles }: Shown): Ground | undefined => {
    const article = articles.get(item);
    return article === undefined ? undefined : { ...NONE, article };
  };
  /** The basis where an answer names no item: of the subject's own look, or of a look into the ledger. */
  const bare = ({ seen }: Shown): Ground => {
    const duty = seen === 'WHOLE' ? grounds.duties.find(({ identified }) => identified) : undefined;
    return duty === undefined ? OPEN : { ...NONE, article: '22', duty: duty.id };
  };

  return (shown) => {
    if (shown.watched !== null) return toldBy(shown);
    if (shown.objection !== null)
      return [{ ...NONE, article: shown.articles.get(shown.items[0] ?? '') ?? BY_OBJECTION, items: shown.items }];
    if (scope.self === shown.subjectId) return [{ ...NONE, article: '24', items: shown.items }];
    const found = new Map<string, { ground: Ground; items: Set<string> }>();
    const add = (ground: Ground, items: readonly string[]): void => {
      const key = `${ground.article} ${ground.agreement} ${ground.authorization} ${ground.duty}`;
      const row = found.get(key) ?? { ground, items: new Set() };
      for (const item of items) row.items.add(item);
      found.set(key, row);
    };
    // Items that one agreement alone covers are charged first: where it covers others too, the subject is then counted for them.
    const inVain = lists.filter(({ subjects }) => subjects.has(shown.subjectId)).flatMap(({ items }) => items);
    for (const item of [...shown.items, ...inVain]) if (agreements.get(item)?.length === 1) byAgreement(item, shown);
    for (const item of shown.items) {
      for (const duty of shown.duties.get(item) ?? []) add({ ...NONE, article: '22', duty }, [item]);
      if (!shown.duties.has(item)) add(byAgreement(item, shown) ?? byDuty(item) ?? named(item, shown) ?? OPEN, [item]);
    }
    // A list that came back without an item disclosed that the subject has no record of it, so that the item is on the entry too.
    for (const item of inVain) {
      const ground = byAgreement(item, shown);
      if (ground !== undefined) add(ground, [item]);
    }
    if (found.size === 0) add(named('', shown) ?? bare(shown), []);
    return [...found.values()]
      .sort((left, right) => rank(left.ground) - rank(right.ground))
      .map(({ ground, items }) => ({ ...ground, items: [...items].sort() }));
  };
}
