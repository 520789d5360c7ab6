/** Resolvers and guards for the ledger: the subject's disclosures, and checkpoints and proofs for everyone. */
import { badInput } from '../../../schema/errors.ts';
import { checkpointMessages } from '../../../schema/messages/acts/authorizations.ts';
import { journalMessages } from '../../../schema/messages/journal.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import { consistencyProof, newestCheckpoint, publishedSizes } from '../../ledger/reads.ts';
import { askOf } from '../../ledger/tree.ts';
import { verifyLedger, type Witness } from '../../ledger/verify.ts';
import { gapAround } from '../../recovery/known-gaps.ts';
import type { Context } from '../../request/context.ts';
import { disclosureKey } from '../../request/subjects/representations.ts';
import type { FieldsClass, Resolvers } from '../types.generated.ts';
import { actedLoader, proofOf, readDisclosure, recipientOf } from './disclosures.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function consistency(context: Context, from: number, to: number | null | undefined) {
  const ask = askOf(context);
  const end = to ?? (await newestCheckpoint(ask))?.size ?? 0;
  // Between two checkpoints the tree has no size that is told: it would count entries.
  const published = await publishedSizes(ask, [from, end]);
  const unknown = [from, end].find((size) => size !== 0 && !published.has(size));
  const gap = unknown === undefined ? null : await gapAround(ask, unknown);
  if (gap !== null && unknown !== undefined) throw badInput('SIZE', journalMessages.inGap(unknown, gap.id));
  if (unknown !== undefined || from > end)
    throw badInput(
      'SIZE',
      unknown === undefined ? checkpointMessages.order(from, end) : checkpointMessages.noCheckpoint(unknown),
    );
  return { from, to: end, hashes: (await consistencyProof(ask, from, end)).map(base64) };
}

function witnessOf(size: number | null | undefined, rootHash: string | null | undefined): Witness | undefined {
  if ((size ?? null) === null && (rootHash ?? null) === null) return undefined;
  const root = Buffer.from(rootHash ?? '', 'base64');
  if (typeof size !== 'number' || size < 1 || root.length !== 32)
    throw badInput('CHECKPOINT', checkpointMessages.witness);
  return { size, root };
}

async function verification(context: Context, witness: Witness | undefined) {
  const ask = askOf(context);
  const found = await verifyLedger(ask, context.platform.signer.keys, witness);
  return { ...found, gap: found.intact || witness === undefined ? null : await gapAround(ask, witness.size) };
}

type Types = 'Disclosure' | 'DisclosureBasis' | 'LedgerCheckpoint';
type Questions = 'disclosure' | 'ledgerCheckpoint' | 'ledgerConsistency' | 'verifyLedger';

export const ledgerQueries: Pick<NonNullable<Resolvers['Query']>, Questions> = {
  disclosure: (_root, { id }, context) => readDisclosure(context, id),
  ledgerCheckpoint: (_root, _args, context) => newestCheckpoint(askOf(context)),
  ledgerConsistency: (_root, { from, to }, context) => consistency(context, from, to),
  verifyLedger: (_root, { size, rootHash }, context) => verification(context, witnessOf(size, rootHash)),
};

export const ledgerResolvers: Pick<Resolvers, Types> = {
  Disclosure: {
    __resolveReference: async (key, context) => {
      const entry = await disclosureKey(key, context);
      return entry === null ? null : readDisclosure(context, entry.id);
    },
    at: (row) => new Date(row.at).toISOString(),
    recipient: (row, _args, context) => recipientOf(context, row),
    actedBy: (row, _args, context) => (row.mandate === null ? null : actedLoader(context).load(row.mandate)),
    purposeName: (row, _args, context) =>
      row.purpose === null ? null : (context.snapshot.directory.purposes.get(row.purpose)?.name ?? null),
    seen: (row) => row.seen as FieldsClass,
    items: (row, _args, context) => {
      const { items, editions } = context.snapshot.directory;
      return row.items.flatMap((code) => items.get(code) ?? editions.find((item) => item.code === code) ?? []);
    },
    records: (row) => row.records.map(({ id, version }) => ({ recordId: id, version })),
    basis: (row) => row.bases[0] ?? { article: '17', agreement: null, authorization: null, duty: null, items: [] },
    proof: (row, _args, context) => proofOf(context, row),
    proofAt: (row, _args, { platform }) =>
      row.leafIndex === null && row.salt !== null ? platform.sequencer.nextAfter(new Date(row.at)).toISOString() : null,
  },
  DisclosureBasis: {
    agreementId: (basis) => basis.agreement,
    authorizationId: (basis) => basis.authorization,
    dutyId: (basis) => basis.duty,
  },
  LedgerCheckpoint: {
    rootHash: (checkpoint) => base64(checkpoint.root),
    signature: (checkpoint) => base64(checkpoint.signature),
  },
};

/** Anyone may read checkpoints, to check the platform against them. The operator and the authority verify the whole ledger. */
export const ledgerQueryPolicy: Record<Questions, Guard> = {
  disclosure: roles('35', 'SUBJECT', 'OPERATOR', 'AUTHORITY'),
  ledgerCheckpoint: open,
  ledgerConsistency: open,
  verifyLedger: roles('17', 'OPERATOR', 'AUTHORITY'),
};

const counts = roles('17', 'OPERATOR');

/** Rows of these types come only from guarded fields: the subject's own disclosures. */
export const ledgerPolicy: Pick<
  Policy<Resolvers>,
  | Types
  | 'ActedBy'
  | 'DisclosureConnection'
  | 'DisclosureEdge'
  | 'DisclosedRecord'
  | 'Recipient'
  | 'LedgerProof'
  | 'LedgerConsistency'
  | 'LedgerVerification'
> = {
  DisclosureConnection: openConnection,
  DisclosureEdge: openEdge,
  Disclosure: {
    id: open,
    at: open,
    recipient: open,
    actedBy: open,
    purpose: open,
    purposeName: open,
    caseReference: open,
    channel: open,
    seen: open,
    items: open,
    records: open,
    basis: open,
    bases: open,
    proof: open,
    proofAt: open,
  },
  ActedBy: { mandate: open, kind: open, agent: open },
  DisclosureBasis: { article: open, agreementId: open, authorizationId: open, dutyId: open, items: open },
  DisclosedRecord: { recordId: open, version: open },
  Recipient: { code: open, name: open, kind: open },
  LedgerProof: { leafIndex: open, checkpointSize: open, content: open, salt: open, hashes: open, checkpoint: open },
  LedgerCheckpoint: { size: open, rootHash: open, signedAt: open, keyId: open, signature: open },
  LedgerConsistency: { from: open, to: open, hashes: open },
  // How many entries there are is for who runs the platform: whoever oversees it needs to know that they are whole.
  LedgerVerification: {
    intact: open,
    entries: counts,
    pending: counts,
    erased: counts,
    firstBroken: open,
    fault: open,
    gap: open,
  },
};
