/** Reconstructs what one disclosure showed, from stored record versions (Articles 35 and 36 (3)). Used by the subgraphs that hold records. */
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Role } from '../../schema/law/facts.ts';
import { callerOf, type Entitlements, scopeOf } from '../../schema/law/scope.ts';
import type { Statement } from '../database/database.ts';
import { ENTRY_COLUMNS, type StoredEntry } from '../ledger/entry.ts';
import type { Context } from './context.ts';
import { editionOn } from './directory.ts';
import { isInQuestion } from './shown/basis.ts';
import { isId } from './subjects/representations.ts';

/** The row policies let a subject read entries about itself, and the operator and the authority all entries: a subgraph of its own the opened one alone. */
const ENTRY: Statement = {
  name: 'disclosure',
  text: `select ${ENTRY_COLUMNS}, a.subject_id as joined from ledger.disclosure d
    left join public_credit.subject_alias a on a.alias_id = d.subject_id where d.id = $1::uuid`,
};

const OPEN: Statement = { name: 'disclosure-open', text: `select set_config('credit.disclosure', $1, true)` };

/**
 * The entry; null where it does not exist, was erased or is not the caller's to read. Where its subject turned out to be another, it is about that
 * one, under whose id the records are held now.
 */
export async function readEntry(context: Context, id: string): Promise<StoredEntry | null> {
  if (!isId(id)) return null;
  // All three go over the one connection of the snapshot and run in this order.
  const [, [entry]] = await Promise.all([
    context.query(OPEN, [id]),
    context.query<StoredEntry & { readonly joined: string | null }>(ENTRY, [id]),
    context.query(OPEN, ['']),
  ]);
  return entry === undefined || entry.erasedAt !== null
    ? null
    : { ...entry, subjectId: entry.joined ?? entry.subjectId };
}

/** Runs a statement while the entry is opened (credit.disclosure). The row policies then let the record versions of this entry through too. */
export async function whileOpen<Row>(
  context: Context,
  entry: StoredEntry,
  statement: Statement,
  parameters: readonly unknown[],
): Promise<Row[]> {
  // All three go over the one connection of the snapshot and run in this order.
  const [, rows] = await Promise.all([
    context.query(OPEN, [entry.id]),
    context.query<Row>(statement, parameters),
    context.query(OPEN, ['']),
  ]);
  return rows;
}

/** The entitlements that the recipient had for one item, from the bases of the entry. */
function entitlementsOf(entry: StoredEntry, item: string): Entitlements {
  const bases = entry.bases.filter(({ items }) => items.includes(item));
  const agreed = bases.some(({ agreement }) => agreement !== null);
  const duty = bases.some(({ duty: id }) => id !== null);
  return {
    ...callerOf(entry.role as Role, bases.some(({ article }) => article === '24') ? entry.subjectId : null),
    purposeStated: entry.purpose !== null,
    caseStated: entry.caseReference !== null,
    agreementInForce: agreed,
    purposeAgreed: agreed,
    agreedItems: new Set(agreed ? [item] : []),
    dutyRegistered: duty,
    matterStated: true,
    dutyItems: new Set(duty ? [item] : []),
    identifiedItems: new Set(),
  };
}

/** Elements of an item that are closed to the caller itself, where it is not the subject. */
const closedToCaller = (context: Context, entry: StoredEntry, code: string, personal: boolean): string[] =>
  isOwn(context, entry)
    ? []
    : [...(context.snapshot.scope.elements.get(code) ?? [])]
        .filter(([, verdicts]) => (personal ? verdicts.person : verdicts.organization).effect !== 'allow')
        .map(([name]) => name);

/** Elements of an item that were closed to the recipient on that day, by the edition in force then, or are closed to the caller. */
export const closedElements = (context: Context, entry: StoredEntry, code: string, personal: boolean): Set<string> =>
  new Set([...closedThen(context, entry, code, personal), ...closedToCaller(context, entry, code, personal)]);

function closedThen(context: Context, entry: StoredEntry, code: string, personal: boolean): Set<string> {
  // What is decided opened the one record whole in its open form (Articles 39 and 40).
  if (isInQuestion(entry.bases)) return new Set();
  const entitlements = entitlementsOf(entry, code);
  if (entitlements.self !== null) return new Set();
  const edition = editionOn(context.snapshot.directory.editions, code, todayIn(new Date(entry.at)));
  if (edition === undefined) throw new Error('An entry of the ledger names an item that was not in force.');
  const tightened = Object.fromEntries(
    edition.elements
      .filter(({ openness }) => openness !== edition.openness && openness !== 'UNCONDITIONAL')
      .map(({ name, openness }) => [name, openness]),
  );
  const scope = scopeOf(entitlements, [{ ...edition, published: true, tightened }]);
  return new Set(
    [...(scope.elements.get(code) ?? [])]
      .filter(([, verdicts]) => (personal ? verdicts.person : verdicts.organization).effect !== 'allow')
      .map(([name]) => name),
  );
}

/** Whether the entry is about the caller itself. It reads what was shown of it whole, whatever is displayed today (Articles 35 and 36 (3)). */
export const isOwn = (context: Context, { subjectId }: StoredEntry): boolean =>
  subjectId !== null && context.snapshot.scope.self === subjectId;

/**
 * Records that somebody else, the operator or the authority, read of the entry what it could have asked for itself: that is a disclosure like any other
 * (Article 17).
 */
export function noteRead(
  context: Context,
  entry: StoredEntry,
  rows: readonly {
    readonly recordId: string;
    readonly version: number;
    readonly item: string;
    readonly personal: boolean;
  }[],
): void {
  if (entry.subjectId === null || isOwn(context, entry) || rows.length === 0) return;
  context.request.disclose({
    subjectId: entry.subjectId,
    personal: rows.some(({ personal }) => personal),
    items: [...new Set(rows.map(({ item }) => item))],
    records: rows.map(({ recordId, version }) => ({ id: recordId, version })),
    seen: 'DESENSITIZED',
  });
}

/** Whether the caller may see unmasked what the recipient saw unmasked: only the subject may (Article 23). */
export const showsWhole = (context: Context, entry: StoredEntry): boolean =>
  entry.seen === 'WHOLE' && isOwn(context, entry);
