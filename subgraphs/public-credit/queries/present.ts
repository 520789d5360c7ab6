/** Turns stored rows into what the caller may see: unmasked for the subject itself and for identified duties, else desensitized. */
import type { Nature, RecordType } from '../../../schema/law/facts.ts';
import { representativeType } from '../../../schema/law/records/representative.ts';
import { desensitizedAnew, safeContent, withheldTexts } from '../../redaction/withheld.ts';
import type { Context } from '../../request/context.ts';
import type { PersonRow, RecordRow } from '../rows.ts';
import { notifySeen } from './disclose.ts';
import { readRecordsWhole, type StoredRecord } from './reads.ts';

const isSelf = (context: Context, subjectId: string): boolean => context.snapshot.scope.self === subjectId;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function representative(content: Readonly<Record<string, unknown>>): PersonRow | null {
  const name = text(content.legalRepresentativeName);
  const idNumber = text(content.legalRepresentativeIdNumber);
  if (name === null && idNumber === null) return null;
  const type = representativeType(text(content.legalRepresentativeIdType));
  return { name, idNumber, ...(type === null ? {} : { identifierType: type }) };
}

/** What was sealed of a record: nothing of it where it cannot be opened. */
interface Opened {
  readonly whole: Readonly<Record<string, unknown>> | undefined;
}

function rowOf(context: Context, stored: StoredRecord, opened: Opened | undefined): RecordRow {
  const { scope } = context.snapshot;
  const self = isSelf(context, stored.subjectId);
  // What has no sealed content is whole as it stands: its form says everything, and whoever may read it whole reads it.
  // Where the sealed content cannot be opened, the masked form stands beside it, as others read it.
  const { whole } = opened ?? {};
  const isUnreadable = opened !== undefined && whole === undefined;
  const readsWhole = !isUnreadable && (self || scope.whole.includes(stored.item));
  const open =
    stored.content === undefined || (readsWhole && whole === undefined)
      ? stored.content
      : safeContent(context.snapshot.directory, stored, stored.content);
  const seen = readsWhole || open === undefined ? open : desensitizedAnew(context.snapshot.directory, stored, open);
  const content: Record<string, unknown> = { ...seen, ...whole };
  const closed: Record<string, NonNullable<RecordRow['closed']>[string]> = {};
  if (!self)
    for (const [element, verdicts] of scope.elements.get(stored.item) ?? []) {
      const verdict = stored.personal ? verdicts.person : verdicts.organization;
      if (verdict.effect === 'allow') {
        // To a party an element of what is open to anyone is open by agreement alone: locked, it is as if the record said nothing there.
        if (!stored.shares) delete content[element];
        continue;
      }
      closed[element] = verdict;
      delete content[element];
    }
  const authority = { code: text(content.authorityCode), name: text(content.authorityName) };
  return {
    ...content,
    __typename: stored.type as RecordType,
    id: stored.id,
    subjectId: stored.subjectId,
    version: stored.version,
    nature: stored.nature as Nature,
    item: { code: stored.item },
    occurredOn: stored.occurredOn,
    displayedUntil: stored.displayedUntil,
    providingUnit: { code: stored.providingUnit },
    sourceUnit: stored.sourceUnit,
    receivedAt: stored.receivedAt,
    submissionId: stored.submissionId,
    displayed: stored.display === 'DISPLAYED',
    objectionRaisedOn: stored.objectionRaisedOn,
    objectionDecideBy: stored.objectionDecideBy,
    personal: stored.personal,
    self,
    whole: !isUnreadable && (self || (whole !== undefined && scope.whole.includes(stored.item))),
    closed,
    authority: authority.code === null && authority.name === null ? null : authority,
    legalRepresentative: representative(content),
    withheldTexts: withheldTexts(content),
  };
}

/** Records as the caller may see them. Records them for the ledger. */
export async function presentRecords(context: Context, stored: readonly StoredRecord[]): Promise<RecordRow[]> {
  const { scope } = context.snapshot;
  const candidates = stored.filter((row) => isSelf(context, row.subjectId) || scope.whole.includes(row.item));
  const sealed =
    candidates.length === 0
      ? []
      : await readRecordsWhole(
          context,
          [...new Set(candidates.map((row) => row.subjectId))],
          candidates.map((row) => row.id),
        );
  const { secrets } = context.platform;
  const whole = new Map(
    sealed.map((row): [string, Opened] => {
      const value = secrets.unsealToRead(row, row.id, { place: 'public_credit.record_whole', id: row.id });
      return [row.id, { whole: value as Opened['whole'] }];
    }),
  );
  const rows = stored.map((row) => rowOf(context, row, whole.get(row.id)));
  notifySeen(context, rows);
  return rows;
}
