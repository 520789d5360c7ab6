/** One end of each kind, as it comes about, and what then stands in the database. A kind without a case does not compile. */
import { sql } from 'kysely';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import type { Kind } from '../../subgraphs/recovery/entry.ts';
import { declareUnsafe } from '../../subgraphs/redaction/job.ts';
import { AUTHORITY, BANK_A, MARKET_REGULATION, MEI, OPERATOR, subject } from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { CITY } from '../stories/pledging.ts';
import { act, both, commendationOfMei, first, ids, one, otherFacts, penaltyOf, send } from './ending.ts';
import { type Case, display, OF_OBJECTIONS } from './ends-of-objections.ts';
import { OF_RESTORATIONS } from './ends-of-restorations.ts';
import { ENDS_OF_RIGHTS } from './ends-of-rights.ts';
import { fell } from './falling.ts';
import { withdrawn } from './withdrawn-statement.ts';

let number = 700;
const next = (): number => {
  number += 1;
  return number;
};

export const CASES: Readonly<Record<Kind, Case | 'of its own'>> = {
  ...ENDS_OF_RIGHTS,
  ...OF_RESTORATIONS,
  AUTHORIZATION_REVOKED: {
    begin: (disk) => both(async () => (await send(disk, 'grantAuthorization', next())).id ?? ''),
    end: (disk, things) => act(disk, subject(MEI), `revokeAuthorization(id: "${one(things)}") { id }`),
    state: (things) =>
      sql`select id, revoked_at, uses from control.authorization_grant where id in ${ids(things)} order by id`,
  },
  AUTHORIZATION_SPENT: {
    begin: (disk) => both(async () => (await send(disk, 'grantAuthorization', next(), { maximumUses: 3 })).id ?? ''),
    end: (disk, things) =>
      disk
        .server()
        .platform.database.write(
          { role: 'PARTY', unit: 'BANK-A', purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
          'ledger',
          (em) =>
            sql`update control.authorization_grant set uses = 3 where id = ${one(things)}::uuid`.execute(
              em.getKysely(),
            ),
        ),
    state: (things) =>
      sql`select id, revoked_at, uses from control.authorization_grant where id in ${ids(things)} order by id`,
  },
  AGREEMENT_STATE: {
    begin: (disk) =>
      both(async () => {
        const { id = '' } = await send(disk, 'draftAgreement', next());
        await act(disk, OPERATOR, `activateAgreement(id: "${id}", reason: "生效") { id }`);
        return id;
      }),
    // Suspended and resumed: the second is in force, as it was.
    end: async (disk, things) => {
      const [ended = '', resumed = ''] = things.split(' ');
      await act(disk, OPERATOR, `suspendAgreement(id: "${resumed}", reason: "核查") { id }`);
      await act(disk, OPERATOR, `endAgreement(id: "${ended}", reason: "到期不续") { id }`);
      await act(disk, OPERATOR, `resumeAgreement(id: "${resumed}", reason: "核查完毕") { id }`);
    },
    state: (things) => sql`select id, state, ended_at from control.agreement where id in ${ids(things)} order by id`,
  },
  DUTY_ENDED: {
    begin: (disk) => both(async () => (await send(disk, 'registerDuty', next())).id ?? ''),
    end: (disk, things) => act(disk, OPERATOR, `endDuty(id: "${one(things)}", reason: "事项取消") { id }`),
    state: (things) => sql`select id, ended_at from control.duty where id in ${ids(things)} order by id`,
  },
  UNIT_ENDED: {
    begin: (disk) => both(async () => (await send(disk, 'registerUnit', next())).code ?? ''),
    // One that was registered after the backup and ended: its code is not given again.
    end: async (disk, things) => {
      const { code } = await send(disk, 'registerUnit', 990);
      await act(disk, AUTHORITY, `endUnit(code: "${code}", reason: "机构改革") { code }`);
      await act(disk, AUTHORITY, `endUnit(code: "${one(things)}", reason: "机构改革") { code }`);
    },
    state: (things) =>
      sql`select code, ended_on from control.unit where code in (${sql.join(things.split(' '))}, 'FUZZ-UNIT-990') order by code`,
  },
  UNIT_KINDS: {
    begin: (disk) => both(async () => (await send(disk, 'registerUnit', next())).code ?? ''),
    // As a province file takes a kind away.
    end: (disk, things) =>
      disk.run('control', (em) =>
        sql`update control.unit set kind = 'DEPARTMENT', kinds = '{DEPARTMENT}' where code = ${one(things)}`.execute(
          em.getKysely(),
        ),
      ),
    state: (things) =>
      sql`select code, kind, kinds from control.unit where code in (${sql.join(things.split(' '))}) order by code`,
  },
  ITEM_ENDED: {
    begin: (disk) => both(async () => (await send(disk, 'publishCatalogItem', next())).code ?? ''),
    end: (disk, things) =>
      disk.run('control', (em) =>
        sql`update control.item set effective_until = '2026-12-01' where code = ${one(things)}`.execute(em.getKysely()),
      ),
    state: (things) =>
      sql`select code, effective_until from control.item where code in (${sql.join(things.split(' '))}) order by code`,
  },
  EDITION_PUBLISHED: {
    end: (disk) => send(disk, 'publishPurposeCap', next()),
    state: () => sql`select to_jsonb(c) as cap from control.purpose_cap c order by id`,
  },
  WATCH: {
    begin: async (disk) => {
      const [one, other] = ['11111111-1111-8111-8111-111111111111', '22222222-2222-8222-8222-222222222222'];
      await disk.run(
        'control',
        (em) =>
          sql`insert into ledger.watch (unit, subject_id, purpose, personal, watched_at)
          select 'BANK-A', s, 'POST_LOAN', false, now() from unnest(array[${one}::uuid, ${other}::uuid]) s`.execute(
            em.getKysely(),
          ),
        'BANK-A',
      );
      return `${one} ${other}`;
    },
    end: (disk, things) =>
      disk.run(
        'control',
        (em) =>
          sql`update ledger.watch set ended_at = '2026-11-20T02:00:00Z' where subject_id = ${one(things)}::uuid`.execute(
            em.getKysely(),
          ),
        'BANK-A',
      ),
    state: (things) =>
      sql`select subject_id, ended_at from ledger.watch where subject_id in ${ids(things)} order by subject_id`,
  },
  WEBHOOK_ENDED: {
    begin: async (disk) => {
      for (const unit of ['BANK-A', 'BANK-B'])
        await act(disk, { ...BANK_A, unit }, 'registerWebhook(url: "http://127.0.0.1:9/") { url }');
      return '';
    },
    end: (disk) => act(disk, BANK_A, 'endWebhook { ended }'),
    state: () => sql`select unit, ended_at from ledger.webhook order by unit`,
  },
  RECORD_DISPLAY: {
    begin: async (disk) => {
      await send(disk, 'submitRecords', 801);
      return penaltyOf(disk, 801);
    },
    // And what its subject hides stays hidden.
    end: async (disk) => {
      await send(disk, 'revokeBasis', 801);
      await act(disk, subject(MEI), `hideTrustworthyRecord(record: "${await commendationOfMei(disk)}") { displayed }`);
    },
    state: (id) =>
      sql`select id, display, count(*)::int from public_credit.record where id = ${id}::uuid or display = 'HIDDEN' group by id, display order by id`,
  },
  RECORD_CORRECTED: {
    begin: async (disk) => {
      for (const n of [802, 803]) await send(disk, 'submitRecords', n);
      const { id = '' } = await send(disk, 'recordPledge', next());
      return `${await penaltyOf(disk, 802)} ${await penaltyOf(disk, 803)} ${id}`;
    },
    // By the command for it, and by another delivery of the same record; a pledge by the command, without its verification.
    end: async (disk, things) => {
      const [id = '', , pledge = ''] = things.split(' ');
      await act(
        disk,
        CITY,
        `correctRecord(input: { record: "${pledge}", occurredOn: "2026-11-10", reason: "日期有误" }) { version }`,
      );
      await send(disk, 'submitRecords', 803, { records: [otherFacts(803)] });
      const { errors } = await disk.ask(
        MARKET_REGULATION,
        'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
        {
          input: {
            record: ownIdOf({ server: disk.server() }, MARKET_REGULATION, id),
            content: { facts: '更正后的事实' },
            reason: '笔误',
            foundOn: '2026-11-20',
          },
        },
      );
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
    },
    // The version that was wrong is nobody's to see any more.
    state: (things) =>
      sql`select id from public_credit.record where id in ${ids(things)} and version = 1 and current order by id`,
  },
  FELL: fell,
  DESIGNATION_DISPLAY: display('sanctions.designation'),
  INCENTIVE_DISPLAY: display('sanctions.incentive'),
  REPORT_SUPERSEDED: 'of its own',
  TEXTS_UNSAFE: {
    end: (disk) => declareUnsafe(disk.server().requestAs, REDACTION_VERSION, '示例'),
    state: () => sql`select version, declared_at from control.unsafe_redaction where version > 1`,
  },
  SUBJECTS_JOINED: 'of its own',
  PLEDGE_CHOICE: {
    begin: async (disk) => {
      await act(disk, subject(MEI), 'choosePledges(usesPledges: true)');
      return '';
    },
    end: (disk) => act(disk, subject(MEI), 'choosePledges(usesPledges: false)'),
    state: () => sql`select subject_id, uses_pledges, chosen_at from public_credit.pledge_choice order by subject_id`,
  },
  PLEDGE_VERIFIED: {
    begin: (disk) => both(async () => (await send(disk, 'recordPledge', next())).id ?? ''),
    end: (disk, things) => {
      const [pledge = ''] = things.split(' ');
      return disk.run(
        'intake',
        (em) =>
          sql`update public_credit.pledge_check set outcome = 'FALSE', verified_on = '2026-11-20' where record_id = ${pledge}::uuid`.execute(
            em.getKysely(),
          ),
        'HRB-AMR',
      );
    },
    state: (things) =>
      sql`select record_id, outcome, verified_on from public_credit.pledge_check where record_id in ${ids(things)} order by record_id`,
  },
  ...OF_OBJECTIONS,
  ENTRY_ERASED: {
    begin: (disk) => first(disk, sql<{ id: string }>`select id from ledger.disclosure order by id limit 1`),
    end: (disk, id) =>
      disk.run('control', (em) =>
        sql`update ledger.disclosure set subject_id = null, unit = null, purpose = null, case_reference = null, items = '{}', records = '[]',
          bases = '[]', salt = null, erased_at = '2026-11-20T02:00:00Z', erasure_reason = 'x' where id = ${id}::uuid`.execute(
          em.getKysely(),
        ),
      ),
    state: (id) => sql`select id, erased_at from ledger.disclosure where id = ${id}::uuid`,
  },
  STATEMENT_WITHDRAWN: withdrawn,
  CHECKPOINT: 'of its own',
  GAP: 'of its own',
};
