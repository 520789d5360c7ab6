/** What one disclosure showed, read again from versions (Articles 35 and 36 (3)): shared by the subgraphs that hold the records. */
import { GraphQLError } from 'graphql';
import { todayIn } from '../schema/law/calendar.ts';
import type { Role } from '../schema/law/facts.ts';
import { type Standing, scopeOf } from '../schema/law/scope.ts';
import type { Context } from './context.ts';
import type { Statement } from './database/database.ts';
import { editionOn } from './directory.ts';
import { ENTRY_COLUMNS, type StoredEntry } from './ledger/entry.ts';
import { isId } from './representations.ts';

/** The row policies let a subject read entries about itself, and who runs the platform all. */
const ENTRY: Statement = {
  name: 'disclosure',
  text: `select ${ENTRY_COLUMNS} from ledger.disclosure d where d.id = $1::uuid`,
};

const OPEN: Statement = { name: 'disclosure-open', text: `select set_config('credit.disclosure', $1, true)` };

/** The entry, null for one that is not the caller's to read. */
export async function readEntry(context: Context, id: string): Promise<StoredEntry | null> {
  if (!isId(id)) return null;
  const [entry] = await context.query<StoredEntry>(ENTRY, [id]);
  return entry === undefined || entry.erasedAt !== null ? null : entry;
}

/** Reads while the entry is open: the row policies then let its versions through, and nothing else. */
export async function whileOpen<Row>(
  context: Context,
  entry: StoredEntry,
  statement: Statement,
  parameters: readonly unknown[],
): Promise<Row[]> {
  // Sent together, in this order, on the one connection of the snapshot.
  const [, rows] = await Promise.all([
    context.query(OPEN, [entry.id]),
    context.query<Row>(statement, parameters),
    context.query(OPEN, ['']),
  ]);
  return rows;
}

/** The recipient's standing for one item, as the bases of the entry tell it. */
function standingOf(entry: StoredEntry, item: string): Standing {
  const bases = entry.bases.filter(({ items }) => items.includes(item));
  const agreed = bases.some(({ agreement }) => agreement !== null);
  const duty = bases.some(({ duty: id }) => id !== null);
  return {
    role: entry.role as Role,
    self: bases.some(({ article }) => article === '24') ? entry.subjectId : null,
    purposeStated: entry.purpose !== null,
    caseStated: entry.caseReference !== null,
    agreementInForce: agreed,
    purposeAgreed: agreed,
    agreedItems: new Set(agreed ? [item] : []),
    dutyRegistered: duty,
    dutyItems: new Set(duty ? [item] : []),
    identifiedItems: new Set(),
  };
}

/** Elements of an item that were closed to the recipient on the day, by the edition that was in force. */
export function closedElements(context: Context, entry: StoredEntry, code: string, personal: boolean): Set<string> {
  const standing = standingOf(entry, code);
  if (standing.self !== null) return new Set();
  const edition = editionOn(context.reading.directory.editions, code, todayIn(new Date(entry.at)));
  if (edition === undefined) throw new GraphQLError('An entry of the ledger names an item that was not in force.');
  const tightened = Object.fromEntries(
    edition.elements
      .filter(({ openness }) => openness !== edition.openness && openness !== 'UNCONDITIONAL')
      .map(({ name, openness }) => [name, openness]),
  );
  const scope = scopeOf(standing, [{ ...edition, published: true, tightened }]);
  return new Set(
    [...(scope.elements.get(code) ?? [])]
      .filter(([, verdicts]) => (personal ? verdicts.person : verdicts.organization).effect !== 'allow')
      .map(([name]) => name),
  );
}

/** Whether the caller may be shown personal information that the recipient was shown whole: the subject alone (Article 23). */
export const showsWhole = (context: Context, entry: StoredEntry): boolean =>
  entry.seen === 'WHOLE' && entry.subjectId !== null && context.reading.scope.self === entry.subjectId;
