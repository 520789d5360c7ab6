/** Side (f): rows as the JSON of the three operations. Content stands desensitized in the database, and is not masked anew. */
import type { Thing } from '../../../subgraphs/keys/recipient-ids.ts';
import type { Secrets } from '../../../subgraphs/keys/secrets.ts';
import type { Directory } from '../../../subgraphs/request/directory.ts';
import type { Authorization } from '../../../subgraphs/request/shown/basis.ts';
import type { Caller } from './caller.ts';

interface Row {
  readonly id: string;
  readonly personal: boolean;
  readonly item: string;
}

interface Head extends Row {
  readonly version: number;
  readonly type: string;
  readonly on: string;
  readonly at: string;
  readonly name: string | null;
}

interface Whole extends Head {
  readonly nature: string;
  readonly until: string | null;
  readonly unit: string;
  readonly objected: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

interface Listed extends Row {
  readonly on: string;
  readonly until: string | null;
  readonly unit: string;
  readonly name: string | null;
  readonly list: string;
  readonly listName: string;
  readonly ground?: string;
  readonly basisDocument?: string;
}

interface About<Of extends Head> {
  readonly id: string;
  readonly kind: string;
  readonly personal: boolean;
  readonly identifierType: string;
  readonly identifier: string;
  readonly records: readonly Of[];
  readonly designations: readonly Listed[];
  readonly incentives: readonly Listed[];
}

export type LookedUp = About<Whole>;
export interface Checked extends About<Head> {
  readonly collected: readonly (Row & { readonly version: number; readonly category: string })[];
  readonly authorizations: readonly Authorization[];
}

export interface Shaping {
  readonly secrets: Secrets;
  readonly directory: Directory;
}

/** Elements of content that an answer shows. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  AdministrativePenalty: [
    'documentNumber',
    'conduct',
    'facts',
    'legalBasisText',
    'penaltyKinds',
    'content',
    'fineYuan',
    'confiscatedYuan',
  ],
  AdministrativePermit: [
    'documentNumber',
    'documentName',
    'permitKinds',
    'permitNumber',
    'content',
    'validFrom',
    'validUntil',
  ],
};
const REGISTRATION = ['legalName', 'registeredOn', 'status', 'regionCode'];

const picked = (content: Whole['content'], names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, content[name] ?? null]));

/** Name by the registration, else by the newest row that states one; a registration's rows are records alone. */
function nameOf({ records, designations, incentives }: About<Head>): string | null {
  const rows = [
    ...records.map((row) => ({ ...row, registers: row.type === 'Registration' })),
    ...[...designations, ...incentives].map((row) => ({ ...row, at: '', registers: false })),
  ].filter(({ name }) => name !== null);
  const key = (row: (typeof rows)[number]): string => `${row.registers ? 1 : 0} ${row.on} ${row.at}`;
  rows.sort((left, right) =>
    key(left) === key(right) ? (left.id < right.id ? -1 : 1) : key(left) < key(right) ? 1 : -1,
  );
  return rows[0]?.name ?? null;
}

export function shaping({ secrets, directory }: Shaping, { role, unit }: Caller) {
  const idOf = (thing: Thing, { id, personal }: { id: string; personal: boolean }): string =>
    secrets.recipientIds.close({ role, unit, subject: null }, thing, id, { personal });
  const item = (code: string): object => {
    const found = directory.items.get(code) ?? directory.editions.find((one) => one.code === code);
    return {
      code,
      name: found?.name,
      category: found?.category ?? null,
      openness: found?.openness,
      legalBasis: found?.legalBasis.map(({ article, title }) => ({ article, title })),
    };
  };
  const unitOf = (code: string): object => ({ code, name: directory.units.get(code)?.name ?? null });
  const representativeOf = ({
    legalRepresentativeName: name = null,
    legalRepresentativeIdNumber: idNumber = null,
  }: Whole['content']) => (name === null && idNumber === null ? null : { name, idNumber });
  const recordOf = (row: Whole): object => {
    const elements = ELEMENTS[row.type];
    const { authorityCode: code = null, authorityName: name = null } = row.content;
    return {
      ...{ __typename: row.type, id: idOf('RECORD', row), nature: row.nature, occurredOn: row.on },
      ...{ displayedUntil: row.until, version: row.version, item: item(row.item), providingUnit: unitOf(row.unit) },
      objection: row.objected === null ? null : { raisedOn: row.objected },
      ...(elements === undefined
        ? {}
        : {
            ...picked(row.content, elements),
            authority: code === null && name === null ? null : { code, name },
            ...(row.type === 'AdministrativePenalty' ? { legalRepresentative: representativeOf(row.content) } : {}),
          }),
    };
  };
  const designationOf = (row: Listed): object => ({
    id: idOf('RECORD', row),
    list: { code: row.list, name: row.listName },
    ...{ ground: row.ground, basisDocument: row.basisDocument, designatedOn: row.on, until: row.until },
    designatingUnit: unitOf(row.unit),
  });
  const lookUp = (row: LookedUp, first: number): object => {
    const page = row.records.slice(0, first);
    const last = page.at(-1);
    const registration =
      row.kind === 'NATURAL_PERSON' ? undefined : row.records.find(({ type }) => type === 'Registration');
    return {
      ...{ id: idOf('SUBJECT', row), kind: row.kind, name: nameOf(row) },
      identifier: { type: row.identifierType, value: row.identifier },
      registration: registration === undefined ? null : picked(registration.content, REGISTRATION),
      records: {
        totalCount: row.records.length,
        pageInfo: {
          hasNextPage: row.records.length > page.length,
          endCursor: last === undefined ? null : secrets.sealCursor({ on: last.on, id: last.id }, row.id),
        },
        nodes: page.map(recordOf),
      },
      designations: row.designations.map(designationOf),
      incentives: row.incentives.map((one) => ({
        id: idOf('RECORD', one),
        list: { code: one.list, name: one.listName },
        designatedOn: one.on,
      })),
      pledges: row.records
        .filter(({ type }) => type === 'PledgeRecord')
        .map((one) => ({ id: idOf('RECORD', one), ...picked(one.content, ['content', 'pledgedOn', 'performance']) })),
    };
  };
  const own = (row: Checked) => ({ id: idOf('SUBJECT', row), pseudonym: secrets.pseudonym(unit ?? '', row.id) });
  const check = (row: Checked, first = 50): object => ({
    ...own(row),
    name: nameOf(row),
    records: {
      totalCount: row.records.length,
      nodes: row.records.slice(0, first).map((one) => ({
        id: idOf('RECORD', one),
        item: { code: one.item, openness: (item(one.item) as { openness: string }).openness },
        __typename: one.type,
      })),
    },
    nonPublicRecords: {
      totalCount: row.collected.length,
      nodes: row.collected
        .slice(0, first)
        .map((one) => ({ id: idOf('RECORD', one), category: one.category, item: { code: one.item } })),
    },
    designations: row.designations.map((one) => ({ id: idOf('RECORD', one), ground: one.ground, until: one.until })),
  });
  const inBatch = (row: Checked, first = 20): object => ({
    ...own(row),
    records: {
      totalCount: row.records.length,
      nodes: row.records.slice(0, first).map((one) => ({ id: idOf('RECORD', one), item: { code: one.item } })),
    },
    designations: row.designations.map((one) => ({ id: idOf('RECORD', one), until: one.until })),
  });
  return { lookUp, check, inBatch };
}
