/** The subject's view of the ledger (Article 35): every disclosure with recipient, purpose, basis and proof. */
import DataLoader from 'dataloader';
import type { Statement } from '../../database/database.ts';
import { ENTRY_COLUMNS, storedCanonical } from '../../ledger/entry.ts';
import { inclusionProofs, newestCheckpoint } from '../../ledger/reads.ts';
import { askOf } from '../../ledger/tree.ts';
import type { Context } from '../../request/context.ts';
import { listPage, pagedList } from '../../request/keyset.ts';
import type { PageArguments } from '../../request/paging.ts';
import { isId } from '../../request/subjects/representations.ts';
import type { ActedByRow, DisclosurePage, DisclosureRow, ProofRow, SubjectKey } from '../rows.ts';
import type { Recipient, RecipientKind } from '../types.generated.ts';

/** Entries about the subject, and about what turned out to be it. The row policies let it read its own only; the condition repeats it. */
const OWN = `d.subject_id = any (array(select a.alias_id from public_credit.subject_alias a where a.subject_id = $1::uuid) || $1::uuid)
  and $1::uuid = $2::uuid`;
const LIST = pagedList({
  name: 'disclosures',
  rows: `select d.id, d.at from ledger.disclosure d where ${OWN}`,
  parameters: 2,
  order: {
    on: { column: 'at', type: 'timestamptz', descending: true },
    id: { column: 'id', type: 'uuid', descending: true },
  },
  columns: `${ENTRY_COLUMNS}, l.leaf_index::float8 as "leafIndex"`,
  join: 'join ledger.disclosure d on d.id = seen.id left join ledger.leaf l on l.entry_id = d.id',
});

export const disclosurePage = (context: Context, { id }: SubjectKey, args: PageArguments): Promise<DisclosurePage> =>
  listPage(context, LIST, { query: `disclosures\n${id}`, parameters: [id, context.snapshot.scope.self], args });

const ONE: Statement = {
  name: 'disclosure-one',
  text: `select ${ENTRY_COLUMNS}, l.leaf_index::float8 as "leafIndex" from ledger.disclosure d
    left join ledger.leaf l on l.entry_id = d.id where d.id = $1::uuid and d.erased_at is null`,
};

/** One entry; null where it does not exist or is not the caller's to read. */
export async function readDisclosure(context: Context, id: string): Promise<DisclosureRow | null> {
  if (!isId(id)) return null;
  const [row] = await context.query<DisclosureRow>(ONE, [id]);
  // Whoever else reads an entry learns that data about its subject is held and was looked at: that is an entry of its own (Articles 17 and 35).
  if (row !== undefined && row.subjectId !== null && context.caller.role !== 'SUBJECT')
    context.request.disclose({
      subjectId: row.subjectId,
      personal: false,
      items: [],
      records: [],
      seen: 'DESENSITIZED',
      article: '35',
    });
  return row ?? null;
}

/** The name of another credit subject is not shown to this one, only that a credit subject read the data. */
export function recipientOf(
  context: Context,
  row: Pick<DisclosureRow, 'role' | 'bases' | 'unit'> & { readonly mandate?: string | null },
): Recipient {
  if (row.mandate != null) return { code: null, name: '受托人', kind: 'AGENT' };
  if (row.role === 'SUBJECT') {
    const self = row.bases.every(({ article }) => article === '24');
    return { code: null, name: self ? '本人' : null, kind: self ? 'SELF' : 'CREDIT_SUBJECT' };
  }
  const unit = row.unit === null ? undefined : context.snapshot.directory.units.get(row.unit);
  // An analyst works at the public credit work body.
  const kind = (row.role === 'ANALYST' ? 'OPERATOR' : row.role) as RecipientKind;
  return { code: row.unit, name: unit?.name ?? null, kind };
}

export function unitRecipient(context: Context, code: string): Recipient {
  const unit = context.snapshot.directory.units.get(code);
  return { code, name: unit?.name ?? null, kind: (unit?.kind ?? 'PARTY') as RecipientKind };
}

const ACTED: Statement = {
  name: 'acted-by',
  text: `select m.id as mandate, m.kind, m.agent_id as agent from rights.mandate m where m.id = any ($1::uuid[])`,
};

/** Who acted, by the mandate of the entry. What it was stands in the mandate, which is never deleted. */
export const actedLoader = (context: Context): DataLoader<string, ActedByRow> =>
  context.once(
    'acted-by',
    () =>
      new DataLoader(async (mandates: readonly string[]) => {
        const found = new Map(
          (await context.query<ActedByRow>(ACTED, [mandates])).map((row) => [row.mandate, row] as const),
        );
        return mandates.map((mandate) => found.get(mandate) ?? { mandate, kind: null, agent: null });
      }),
  );

/** Inclusion proofs in the newest checkpoint of the snapshot, with one statement for a page. */
const proofLoader = (context: Context): DataLoader<number, Omit<ProofRow, 'content' | 'salt'> | null> =>
  context.once(
    'proofs',
    () =>
      new DataLoader(async (leaves: readonly number[]) => {
        const ask = askOf(context);
        const checkpoint = await newestCheckpoint(ask);
        if (checkpoint === null) return leaves.map(() => null);
        const paths = await inclusionProofs(ask, leaves, checkpoint.size);
        return leaves.map((leafIndex, place) => ({
          leafIndex,
          checkpointSize: checkpoint.size,
          hashes: (paths[place] ?? []).map((hash) => hash.toString('base64')),
          checkpoint,
        }));
      }),
  ) as never;

export async function proofOf(context: Context, row: DisclosureRow): Promise<ProofRow | null> {
  if (row.leafIndex === null || row.salt === null) return null;
  const proof = await proofLoader(context).load(row.leafIndex);
  return (
    proof && {
      ...proof,
      content: storedCanonical(row),
      salt: Buffer.from(row.salt).toString('base64'),
    }
  );
}
