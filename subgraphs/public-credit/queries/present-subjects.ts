/** Turns what visible rows say of subjects into subjects: unmasked for the subject itself and under an identified duty, else desensitized. */
import { desensitize } from '../../../schema/law/desensitize/desensitize.ts';
import type { IdentifierType, PersonalKind, SubjectKind } from '../../../schema/law/facts.ts';
import type { Context } from '../../request/context.ts';
import { identify } from '../../request/subjects/identify.ts';
import type { WholeStatement } from '../../request/subjects/subject-rows.ts';
import type { Source, StatementKind, StatementRow, SubjectRow } from '../rows.ts';
import { readStatementsWhole, type Said } from './subjects.ts';

/** A statement's kind, where it stands in a row and in its whole form, and the kind of personal information that it is. */
const KINDS: readonly (readonly [StatementKind, keyof Said & keyof WholeStatement, PersonalKind])[] = [
  ['NAME', 'name', 'NAME'],
  ['ADDRESS', 'address', 'ADDRESS'],
  ['PHONE', 'phone', 'PHONE'],
];

const keyOf = (row: { readonly recordId: string; readonly version: number }): string =>
  `${row.recordId}/${row.version}`;

type Wholes = ReadonlyMap<string, WholeStatement>;

/** Whole forms of the rows whose personal information the caller may see unmasked: its own, and those of identified duties (Article 22). */
async function wholesOf(context: Context, rows: readonly Said[]): Promise<Wholes> {
  const { self, whole } = context.snapshot.scope;
  const candidates = rows.filter((row) => row.personal && (row.id === self || whole.includes(row.item)));
  if (candidates.length === 0) return new Map();
  const sealed = await readStatementsWhole(
    context,
    [...new Set(candidates.map(({ id }) => id))],
    candidates.map(({ recordId }) => recordId),
  );
  const open = new Set(candidates.map(keyOf));
  const { secrets } = context.platform;
  // One that cannot be opened is told as its columns state it, masked.
  return new Map(
    sealed
      .filter((row) => open.has(keyOf(row)))
      .flatMap((row) => {
        const where = { place: 'public_credit.statement_whole', id: row.recordId };
        const whole = secrets.unsealToRead(row, row.subjectId, where) as WholeStatement | undefined;
        return whole === undefined ? [] : [[keyOf(row), whole] as const];
      }),
  );
}

function statementsOf(row: Said, source: Source, whole: WholeStatement | undefined, self: boolean): StatementRow[] {
  const about = { ...source, subjectId: row.id, personal: row.personal };
  const said = KINDS.flatMap(([kind, part, personal]): StatementRow[] => {
    const open = row[part] as string | null;
    // What is whole is told where its masked form is: rows of old databases state less than was sealed with them. The subject itself sees all.
    const value =
      whole !== undefined && (self || open !== null)
        ? whole[part]
        : open !== null && row.personal
          ? desensitize(personal, open)
          : open;
    return value === null ? [] : [{ ...about, kind, value }];
  });
  const birthDate = whole?.birthDate ?? null;
  return birthDate === null ? said : [...said, { ...about, kind: 'BIRTH_DATE', value: birthDate }];
}

function subjectOf(context: Context, rows: readonly Said[], wholes: Wholes): SubjectRow | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const self = context.snapshot.scope.self === first.id;
  const sources = rows.map((row): Source => {
    const { recordId, version, item, unit, on, objectionRaisedOn, objectionDecideBy } = row;
    const label = { objectionRaisedOn, objectionDecideBy };
    return { recordId, version, item, unit, on, ...label, self, whole: self || wholes.has(keyOf(row)) };
  });
  const all = rows.flatMap((row, place) => statementsOf(row, sources[place] as Source, wholes.get(keyOf(row)), self));
  const counting = [...new Map(all.toReversed().map((one) => [one.kind, one])).values()].toReversed();
  const known = rows.findIndex((row) => wholes.has(keyOf(row)));
  const number = known < 0 ? undefined : wholes.get(keyOf(rows[known] as Said))?.identifier;
  return {
    id: first.id,
    kind: first.kind as SubjectKind,
    personal: first.personal,
    self,
    whole: self || known >= 0,
    identifierType: first.identifierType as IdentifierType,
    identifier: self ? (context.caller.subject?.value ?? first.identifier) : (number ?? first.identifier),
    numberBy: self || first.identifierType === 'USCC' ? null : (sources[known] ?? null),
    heldBy: sources[0] ?? null,
    statements: self ? all : counting,
  };
}

/** The calling subject where nothing is held of it. It is always there for itself (Articles 24 and 35): what it granted, it can find and revoke. */
function ownRow(context: Context): SubjectRow | undefined {
  const { subject } = context.caller;
  if (subject === null) return undefined;
  const { id, kind, personal, type, value } = identify(context.platform, subject);
  return {
    id,
    kind,
    personal,
    self: true,
    whole: true,
    identifierType: type,
    identifier: value,
    numberBy: null,
    heldBy: null,
    statements: [],
  };
}

/** Subjects of these ids; undefined for one of which the caller may see no row, unless it is itself. */
export async function presentSubjects(
  context: Context,
  ids: readonly string[],
  said: readonly Said[],
): Promise<(SubjectRow | undefined)[]> {
  const wholes = await wholesOf(context, said);
  const bySubject = Map.groupBy(said, ({ id }) => id);
  return ids.map(
    (id) =>
      subjectOf(context, bySubject.get(id) ?? [], wholes) ??
      (id === context.snapshot.scope.self ? ownRow(context) : undefined),
  );
}
