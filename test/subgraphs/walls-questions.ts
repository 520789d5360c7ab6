/** Questions by which the walls are compared: what callers see of six subjects. */
import type { Session } from '../../subgraphs/database/session.ts';
import {
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  HIDDEN,
  type Holder,
  type Identifier,
  LISTED,
  MEI,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  TODAY,
  type World,
} from '../kit.ts';

const XIAOBEI: Identifier = { type: 'CITIZEN_ID', value: '239999198511231133' };

export const SUBJECTS: readonly Identifier[] = [MEI, HIDDEN, XIAOBEI, COMPANY, SOLE_TRADER, LISTED];

export interface Asker {
  readonly name: string;
  readonly holder: Holder | null;
  readonly headers: Headers;
}

export const ASKERS: readonly Asker[] = [
  { name: 'public', holder: null, headers: {} },
  { name: 'bank', holder: BANK_A, headers: { purpose: 'LOAN_ORIGINATION' } },
  { name: 'bank without agreement', holder: BANK_B, headers: { purpose: 'LOAN_ORIGINATION' } },
  { name: 'department in no matter', holder: PERMIT_OFFICE, headers: { purpose: 'PERMIT', case: '1' } },
  {
    name: 'department in another matter',
    holder: PERMIT_OFFICE,
    headers: { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '1' },
  },
  {
    name: 'department',
    holder: PERMIT_OFFICE,
    headers: { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '1' },
  },
  { name: 'subject', holder: subject(MEI), headers: {} },
  { name: 'analyst', holder: { role: 'analyst', unit: 'HLJ-CREDIT' }, headers: {} },
];

const EVERYTHING = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) {
  id name identifier { value } birthDate address phone registration { id }
  records(first: 200) { totalCount nodes { id version item { code } source { receivedAt }
    ... on AdministrativePenalty { facts content licence legalRepresentative { name idNumber } } } }
  designations { id ground reasons } pledges { id content }
  nonPublicRecords(first: 200) { totalCount nodes { id item { code } content } } authorizations { id } } }`;

/** Each caller's whole answers, refusals included. */
export async function everything(world: World): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const { name, holder, headers } of ASKERS)
    for (const id of SUBJECTS) {
      const { data, errors } = await world.ask(holder, EVERYTHING, { id }, headers);
      const refused = errors?.map(
        ({ path, extensions }) => `${path?.join('.')} ${extensions.code} ${extensions.reason}`,
      );
      answers[`${name} of ${id.value}`] = { data, refused: refused?.sort() };
    }
  return answers;
}

/** The session that the server opens for a caller. */
export function sessionOf(world: World, { holder, headers }: Pick<Asker, 'holder' | 'headers'>): Session {
  const own = holder?.subject;
  return {
    role: (holder?.role.toUpperCase() ?? 'PUBLIC') as Session['role'],
    unit: holder?.unit ?? null,
    purpose: headers.purpose ?? null,
    caseReference: headers.case ?? null,
    matter: headers.matter ?? null,
    subjectId: own === undefined ? null : world.server.platform.secrets.subjectId(own.type, own.value),
    today: TODAY,
  };
}
