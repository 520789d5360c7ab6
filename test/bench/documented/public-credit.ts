/** Side (d): resolvers of the public credit subgraph. Who a subject is, is what its visible rows say; personal information is masked in the resolver. */
import { badInput } from '../../../schema/errors.ts';
import { desensitize, NUMBER_KINDS } from '../../../schema/law/desensitize/desensitize.ts';
import type { IdentifierType } from '../../../schema/law/facts.ts';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';
import { representativeType } from '../../../schema/law/records/representative.ts';
import { inputMessages } from '../../../schema/messages/acts/inputs.ts';
import { type Context, closed, opened } from './context.ts';
import type { StoredRecord, Subject } from './entities.ts';
import { designationsOf, incentivesOf, nonPublicRecordsOf, recordsOf, subjectsById } from './sources.ts';

interface Identifier {
  readonly type: IdentifierType;
  readonly value: string;
}

interface Key {
  readonly id: string;
  readonly personal?: boolean;
}

/** The subject, where the caller may see anything about it. */
async function subject(context: Context, { type, value }: Identifier): Promise<Subject | null> {
  const checked = checkIdentifier(type, value, { unassignedRegions: 'allow' });
  if (!checked.ok)
    throw badInput(
      `IDENTIFIER_${checked.reason}`,
      inputMessages.identifier({ en: checked.message, zh: checked.zh }),
      '19',
    );
  const id = context.secrets.subjectId(type, checked.value);
  const rows = await Promise.all([
    recordsOf(context).load(id),
    designationsOf(context).load(id),
    incentivesOf(context).load(id),
    ...(context.caller.role === 'PARTY' ? [nonPublicRecordsOf(context).load(id)] : []),
  ]);
  return rows.every(({ length }) => length === 0) ? null : ((await subjectsById(context).load(id)) ?? null);
}

interface Stating {
  readonly id: string;
  readonly statedName?: string | null | undefined;
  readonly on: string;
  readonly at: Date | null;
  readonly registers: boolean;
}

/** The name by the registration, else by the newest row that states one. */
async function nameOf(context: Context, id: string): Promise<string | null> {
  const [records, designations, incentives] = await Promise.all([
    recordsOf(context).load(id),
    designationsOf(context).load(id),
    incentivesOf(context).load(id),
  ]);
  const rows: Stating[] = [
    ...records.map((row) => ({
      ...row,
      on: row.occurredOn,
      at: row.receivedAt,
      registers: row.type === 'Registration',
    })),
    ...[...designations, ...incentives].map((row) => ({ ...row, on: row.designatedOn, at: null, registers: false })),
  ];
  const [first] = rows
    .filter(({ statedName }) => statedName != null)
    .sort(
      (left, right) =>
        Number(right.registers) - Number(left.registers) ||
        right.on.localeCompare(left.on) ||
        (right.at?.getTime() ?? 0) - (left.at?.getTime() ?? 0) ||
        left.id.localeCompare(right.id),
    );
  return first?.statedName ?? null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A record of any type: its content stands beside the common fields. */
const recordOf = (row: StoredRecord) => {
  const { content } = row;
  const [code, name] = [text(content.authorityCode), text(content.authorityName)];
  return {
    ...content,
    __typename: row.type,
    id: row.id,
    personal: row.personal,
    version: row.version,
    nature: row.nature,
    occurredOn: row.occurredOn,
    displayedUntil: row.displayedUntil ?? null,
    item: { code: row.item },
    providingUnit: { code: row.providingUnit },
    objection: row.objectionRaisedOn == null ? null : { raisedOn: row.objectionRaisedOn },
    authority: code === null && name === null ? null : { code, name },
    legalRepresentative: representativeOf(content),
  };
};

function representativeOf(content: StoredRecord['content']) {
  const [name, idNumber] = [text(content.legalRepresentativeName), text(content.legalRepresentativeIdNumber)];
  const type = representativeType(text(content.legalRepresentativeIdType)) ?? 'CITIZEN_ID';
  return name === null && idNumber === null ? null : { name, idNumber, type };
}

type Person = NonNullable<ReturnType<typeof representativeOf>>;

const idOfRecord = {
  id: (row: { id: string; personal: boolean }, _args: unknown, context: Context) =>
    closed(context, 'RECORD', row.id, row.personal),
};

/** The types of records, each with the id that the caller knows it by. */
export const recordTypes = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, idOfRecord]));

export const resolvers = {
  Query: {
    subject: (_root: unknown, { identifier }: { identifier: Identifier }, context: Context) =>
      subject(context, identifier),
    subjects: (_root: unknown, { identifiers }: { identifiers: readonly Identifier[] }, context: Context) =>
      Promise.all(identifiers.map((identifier) => subject(context, identifier).catch((error: unknown) => error))),
  },
  CreditSubject: {
    __resolveReference: ({ id }: Key, context: Context) => subjectsById(context).load(opened(context, id)),
    id: ({ id, personal }: Subject, _args: unknown, context: Context) => closed(context, 'SUBJECT', id, personal),
    name: async ({ id, personal }: Subject, _args: unknown, context: Context) => {
      const name = await nameOf(context, id);
      return name === null || !personal ? name : desensitize('NAME', name);
    },
    identifier: (row: Subject) => row,
    pseudonym: ({ id }: Subject, _args: unknown, { caller, secrets }: Context) =>
      caller.unit === null ? null : secrets.pseudonym(caller.unit, id),
    registration: async ({ id, kind }: Subject, _args: unknown, context: Context) => {
      if (kind === 'NATURAL_PERSON') return null;
      const found = (await recordsOf(context).load(id)).find(({ type }) => type === 'Registration');
      return found === undefined ? null : recordOf(found);
    },
    records: async ({ id }: Subject, { first = 50 }: { first?: number }, context: Context) => {
      const rows = await recordsOf(context).load(id);
      const page = rows.slice(0, first);
      const last = page.at(-1);
      return {
        totalCount: rows.length,
        pageInfo: {
          hasNextPage: rows.length > page.length,
          endCursor: last === undefined ? null : Buffer.from(`${last.occurredOn} ${last.id}`).toString('base64url'),
        },
        nodes: page.map(recordOf),
      };
    },
    pledges: async ({ id }: Subject, _args: unknown, context: Context) =>
      (await recordsOf(context).load(id)).filter(({ type }) => type === 'PledgeRecord').map(recordOf),
  },
  SubjectIdentifier: {
    type: ({ identifierType }: Subject) => identifierType,
    value: ({ identifierType, identifier }: Subject) => {
      const kind = NUMBER_KINDS[identifierType as IdentifierType];
      return kind === null ? identifier : desensitize(kind, identifier);
    },
  },
  PersonReference: {
    name: ({ name }: Person) => (name === null ? null : desensitize('NAME', name)),
    idNumber: ({ idNumber, type }: Person) => {
      const kind = NUMBER_KINDS[type];
      return idNumber === null || kind === null ? idNumber : desensitize(kind, idNumber);
    },
  },
  Pledge: idOfRecord,
  CreditRecord: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
};
