/**
 * What a party is told of its own access (Articles 7 and 23 (2)): what it may see shrinks or ends, within thirty days before or after a day. Made anew from
 * agreements and published editions at every question; nothing of a subject is in it but how many authorizations end.
 */
import { addDays } from '../clocks/calendar.ts';
import type { Openness, SubjectKind } from '../facts.ts';

/** So many days ahead a party is told, and so many days after it can read it again. */
export const NOTICE_DAYS = 30;

export interface NoticedAgreement {
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  /** The last day on which it opens something. */
  readonly lastDay: string;
  /** When it was concluded, or where it ended or was suspended before its last day, when that was; ISO 8601. */
  readonly concludedAt: string;
  readonly stoppedAt: string | null;
}

export interface NoticedEdition {
  readonly code: string;
  readonly openness: Openness;
  readonly subjectKinds: readonly SubjectKind[];
  readonly publishedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  readonly elements: readonly { readonly name: string; readonly openness: Openness }[];
}

/** Authorizations for a purpose that end within the days ahead, and the first day on which one has ended. */
export interface Ending {
  readonly purpose: string;
  readonly from: string;
}

export const NOTICE_KINDS = ['AGREEMENT', 'ITEM', 'EDITION', 'TIER', 'AUTHORIZATIONS'] as const;

export interface AccessNotice {
  /** When it came up; ISO 8601. */
  readonly at: string;
  readonly kind: (typeof NOTICE_KINDS)[number];
  /** First day on which less may be seen. */
  readonly from: string;
  readonly item: string | null;
  readonly purposes: readonly string[];
}

export interface Known {
  readonly today: string;
  /** Those that are or were in force; no drafts. */
  readonly agreements: readonly NoticedAgreement[];
  readonly editions: readonly NoticedEdition[];
  /** The edition of an item that is in force on a day. */
  readonly inForce: (code: string, date: string) => NoticedEdition | undefined;
  readonly endings: readonly Ending[];
}

const RANK: Readonly<Record<Openness, number>> = { UNCONDITIONAL: 0, AGREEMENT: 1, SELF_ONLY: 2 };

const midnight = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();
const later = (left: string, right: string): string => (left > right ? left : right);

/** Thirty days before, or when it became known, if that was later. */
const told = (from: string, known: string): string => later(midnight(addDays(from, -NOTICE_DAYS)), known);

const stands = (agreement: NoticedAgreement, date: string): boolean =>
  agreement.validFrom <= date && date <= agreement.lastDay;

/** Purposes for which agreements open an item on a day. */
const purposesOf = ({ agreements }: Known, item: string, date: string): string[] =>
  [
    ...new Set(
      agreements.filter((one) => stands(one, date) && one.items.includes(item)).flatMap((one) => one.purposes),
    ),
  ].sort();

/** Nothing is lost where another agreement opens the same items for the same purposes on that day. */
function ofAgreements(known: Known, near: (date: string) => boolean): AccessNotice[] {
  return known.agreements.flatMap((agreement): AccessNotice[] => {
    const from = addDays(agreement.lastDay, 1);
    if (!near(from) || agreement.lastDay < agreement.validFrom) return [];
    const lost = agreement.purposes.filter((purpose) =>
      agreement.items.some((item) => !purposesOf(known, item, from).includes(purpose)),
    );
    if (lost.length === 0) return [];
    const at = agreement.stoppedAt ?? told(from, agreement.concludedAt);
    return [{ at, kind: 'AGREEMENT', from, item: null, purposes: [...lost].sort() }];
  });
}

/** Whether an edition shows less of a record than the one before. */
const narrower = (before: NoticedEdition, after: NoticedEdition): boolean =>
  before.subjectKinds.some((kind) => !after.subjectKinds.includes(kind)) ||
  before.elements.some(({ name, openness }) => {
    const kept = after.elements.find((element) => element.name === name);
    return openness !== 'SELF_ONLY' && (kept === undefined || RANK[kept.openness] > RANK[openness]);
  });

/** A notice on an item that the party may see on the day before: open to anyone, or agreed. */
function onItem(
  known: Known,
  before: NoticedEdition,
  from: string,
  kind: AccessNotice['kind'],
  published: string,
): AccessNotice[] {
  const purposes = purposesOf(known, before.code, addDays(from, -1));
  const seen = before.openness === 'UNCONDITIONAL' || (before.openness === 'AGREEMENT' && purposes.length > 0);
  return seen ? [{ at: told(from, midnight(published)), kind, from, item: before.code, purposes }] : [];
}

function ofEditions(known: Known, near: (date: string) => boolean): AccessNotice[] {
  return known.editions.flatMap((edition): AccessNotice[] => {
    const { code, effectiveFrom, effectiveUntil, publishedOn } = edition;
    const notices: AccessNotice[] = [];
    const before = known.inForce(code, addDays(effectiveFrom, -1));
    if (near(effectiveFrom) && before !== undefined && before !== edition) {
      if (RANK[edition.openness] > RANK[before.openness])
        notices.push(...onItem(known, before, effectiveFrom, 'TIER', publishedOn));
      else if (narrower(before, edition)) notices.push(...onItem(known, before, effectiveFrom, 'EDITION', publishedOn));
    }
    const ended = effectiveUntil === null ? undefined : addDays(effectiveUntil, 1);
    if (ended !== undefined && near(ended) && known.inForce(code, effectiveUntil ?? '') === edition)
      if (known.inForce(code, ended) === undefined) notices.push(...onItem(known, edition, ended, 'ITEM', publishedOn));
    return notices;
  });
}

/** The newest first. */
export function accessNotices(known: Known): AccessNotice[] {
  const [first, last] = [addDays(known.today, -NOTICE_DAYS), addDays(known.today, NOTICE_DAYS)];
  const near = (date: string): boolean => first <= date && date <= last;
  const ofAuthorizations = known.endings.map(
    ({ purpose, from }): AccessNotice => ({
      at: midnight(addDays(from, -NOTICE_DAYS)),
      kind: 'AUTHORIZATIONS',
      from,
      item: null,
      purposes: [purpose],
    }),
  );
  const order = ({ at, kind, item, purposes }: AccessNotice): string => `${at}\n${kind}\n${item}\n${purposes.join()}`;
  return [...ofAgreements(known, near), ...ofEditions(known, near), ...ofAuthorizations].sort((left, right) =>
    order(left) < order(right) ? 1 : -1,
  );
}
