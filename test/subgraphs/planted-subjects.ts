/** Plants rows as a database of before holds them: the intake of that time stored what today's check refuses. */
import { randomUUID } from 'node:crypto';
import type { IdentifierType } from '../../schema/law/facts.ts';
import { writeEntries } from '../../subgraphs/ledger/write.ts';
import { type CheckedRecord, checkRecord } from '../../subgraphs/public-credit/intake/check.ts';
import { nameRecord } from '../../subgraphs/public-credit/intake/same-record.ts';
import { storeRecords } from '../../subgraphs/public-credit/intake/store.ts';
import { type Identifier, TODAY, type World } from '../kit.ts';
import { entryAbout } from './written-entries.ts';

/** A type with the number that was sent under it. */
export type Held = readonly [IdentifierType, string];

export const ADDRESS = '黑龙江省哈尔滨市南岗区花园街1号2单元';
/** Whose delivery is taken as the pattern; its number is replaced. */
const ANYONE: Identifier = { type: 'CITIZEN_ID', value: '239999198508080055' };

export const idOf = (world: World, [type, value]: Held): string => world.server.platform.secrets.subjectId(type, value);

const session = (role: 'PARTY' | 'SUBJECT' | 'PROVIDER', unit: string | null, subjectId: string | null) => ({
  role,
  unit,
  subjectId,
  purpose: null,
  caseReference: null,
  today: TODAY,
});

/** As a unit delivers it. */
export const deliveryOf = (value: Identifier, name: string, documentNumber: string) => ({
  subject: value,
  subjectName: name,
  subjectAddress: ADDRESS,
  subjectPhone: '13800138000',
  occurredOn: '2026-09-01',
  basisDocument: documentNumber,
  content: { documentNumber, facts: `${name}无证经营，电话13800138000。`, penaltyKinds: ['罚款'], fineYuan: '10.00' },
});

/** Stores a record under a number that today's check refuses. */
export async function plantRecord(
  world: World,
  [type, value]: Held,
  name: string,
  documentNumber: string,
): Promise<string> {
  const { requestAs, platform } = world.server;
  const request = requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  const { directory } = await request.snapshot();
  const setting = {
    today: TODAY,
    unit: 'HLJ-AMR',
    editions: directory.editions,
    displayEditions: directory.displayEditions,
    calendar: directory.calendar,
    units: directory.units,
    unassignedRegions: 'allow',
  } as const;
  const checked = checkRecord(setting, 'PENALTY-GENERAL', 0, deliveryOf(ANYONE, name, documentNumber)) as CheckedRecord;
  const company = type === 'USCC';
  const held: CheckedRecord = {
    ...checked,
    subject: {
      ...checked.subject,
      type,
      value,
      kind: company ? 'LEGAL_PERSON' : 'NATURAL_PERSON',
      personal: !company,
      birthDate: null,
    },
  };
  const occasion = { unit: 'HLJ-AMR', at: platform.now(), submissionId: randomUUID() };
  const named = [nameRecord(platform.secrets, occasion.unit, held)];
  const stored = await request.write('intake', (em) => storeRecords(em, platform.secrets, occasion, named));
  await request.abandon();
  return stored.added[0] ?? '';
}

/** An entry about what a bank was shown under a number of then; its id. */
export async function plantEntry(world: World, held: Held, record: string): Promise<string> {
  const entry = entryAbout(world, idOf(world, held), [{ id: record, version: 1 }]);
  await writeEntries(world.server.platform.database, session('PARTY', 'BANK-A', null), [entry]);
  return entry.id;
}

/** A designation by a document. */
export const plantDesignation = (world: World, held: Held, document: string) =>
  world.server.requestAs({ role: 'DEPARTMENT', unit: 'HLJ-COURT' }).write('designate', (em) =>
    em.execute(
      `insert into sanctions.designation (subject_id, id, personal, list, item, ground, basis_document, designated_on, displayed_until, display, designating_unit)
       values ('${idOf(world, held)}', '${randomUUID()}', true, 'DEFAULTER', 'LIST-DEFAULTER', 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION', '${document}', '${TODAY}',
         '2028-11-20', 'DISPLAYED', 'HLJ-COURT')`,
    ),
  );

/** An authorization that the subject gave under a number of then. */
export const plantAuthorization = (world: World, held: Held, party: string) =>
  world.server.platform.database.write(session('SUBJECT', null, idOf(world, held)), 'control', (em) =>
    em.execute(
      `insert into control.authorization_grant (id, subject_id, party, items, purposes, valid_from, valid_until, uses, granted_at)
       values ('${randomUUID()}', '${idOf(world, held)}', '${party}', '{PENALTY-GENERAL}', '{LOAN_ORIGINATION}', '2026-01-01', '2027-01-01', 0, now())`,
    ),
  );

/** An open objection about an item that is missing, with its clock. */
export const plantObjection = (world: World, held: Held, item: string) =>
  world.server.platform.database.write(session('SUBJECT', null, idOf(world, held)), 'rights', async (em) => {
    const id = randomUUID();
    await em.execute(
      `insert into rights.objection (subject_id, id, personal, about, item, unit, raised_on, raised_at, status, reasons, redaction)
       values ('${idOf(world, held)}', '${id}', true, 'OMISSION', '${item}', 'HLJ-AMR', '2026-11-20', now(), 'OPEN', '缺少该信息。', 1)`,
    );
    await em.execute(
      `insert into control.clock (id, obligation, kind, unit, subject_id, reference, started_on, due_on, provisional, earliest, latest, pauses)
       values ('${randomUUID()}', 'A39.2', 'objection.decide', 'HLJ-AMR', '${idOf(world, held)}', '${id}', '2026-11-20', '2026-11-25', false,
         '2026-11-25', '2026-11-25', '[]')`,
    );
  });
