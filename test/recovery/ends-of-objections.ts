/** Ends of what objections and complaints open and change, and of displays that nobody sends a mutation for. */
import { sql } from 'kysely';
import type { Kind } from '../../subgraphs/recovery/entry.ts';
import { AUTHORITY, MARKET_REGULATION, MEI, subject } from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { CITY } from '../stories/pledging.ts';
import { act, first, ids, one } from './ending.ts';
import type { LostDisk } from './lost-disk.ts';

export interface Case {
  /** What stands before the database is saved. Its result is given to the others. */
  readonly begin?: (disk: LostDisk) => Promise<string>;
  readonly end: (disk: LostDisk, thing: string) => Promise<unknown>;
  /** A statement that reads what ended, and the same of something that did not end: both sides. */
  readonly state: (thing: string) => ReturnType<typeof sql>;
}

export const display = (table: 'non_public_credit.record' | 'sanctions.designation' | 'sanctions.incentive'): Case => ({
  begin: async (disk) =>
    first(
      disk,
      sql<{ id: string }>`select id from ${sql.table(table)} where display = 'DISPLAYED' order by id limit 1`,
    ),
  end: (disk, id) =>
    disk.run('due', (em) =>
      sql`update ${sql.table(table)} set display = 'ARCHIVED' where id = ${id}::uuid`.execute(em.getKysely()),
    ),
  state: () => sql`select display, count(*)::int from ${sql.table(table)} group by display order by display`,
});

/** An objection of a person to what is missing of it. */
async function objection(disk: LostDisk, item: string): Promise<string> {
  const { data, errors } = await disk.ask(
    subject(MEI),
    'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id } }',
    { input: { about: 'OMISSION', item, lodgedWith: 'HLJ-AMR', reasons: '示例：缺少该信息。' } },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.raiseObjection.id;
}

export const OF_OBJECTIONS = {
  NON_PUBLIC_DISPLAY: {
    ...display('non_public_credit.record'),
    state: () =>
      sql`select display, count(*)::int from non_public_credit.record where version = 1 group by display order by display`,
  },
  NON_PUBLIC_CORRECTED: {
    begin: (disk) =>
      first(
        disk,
        sql<{
          id: string;
        }>`select id from non_public_credit.record where display = 'DISPLAYED' order by id desc limit 1`,
      ),
    // As an objection that is upheld stores what its collector says instead.
    end: async (disk, id) => {
      for (const unit of ['COLLECTOR-A', 'COLLECTOR-B', 'HLJ-CREDIT'])
        await disk.run(
          'collect',
          async (em) => {
            const db = em.getKysely();
            await sql`update non_public_credit.record set current = false where id = ${id}::uuid and version = 1`.execute(
              db,
            );
            await sql`insert into non_public_credit.record (subject_id, id, version, current, personal, item, category, collector, occurred_on, display,
                content, received_at, submission_id, redaction)
              select subject_id, id, 2, true, personal, item, category, collector, occurred_on, display, content, received_at, submission_id, redaction
              from non_public_credit.record where id = ${id}::uuid and version = 1`.execute(db);
          },
          unit,
        );
    },
    state: (id) => sql`select id from non_public_credit.record where id = ${id}::uuid and version = 1 and current`,
  },
  OBJECTION_CLOSED: {
    begin: async (disk) => `${await objection(disk, 'PENALTY-GENERAL')} ${await objection(disk, 'PENALTY-MINOR')}`,
    end: (disk, things) => act(disk, subject(MEI), `withdrawObjection(id: "${one(things)}") { id }`),
    state: (things) => sql`select id, status, decided_on from rights.objection where id in ${ids(things)} order by id`,
  },
  VERIFICATION_ANSWERED: {
    begin: async (disk) => {
      const asked = ownIdOf(
        { server: disk.server() },
        MARKET_REGULATION,
        await objection(disk, 'PENALTY-SERIOUS'),
        'OBJECTION',
      );
      for (const unit of ['HRB-AMR', 'HLJ-TAX'])
        await act(
          disk,
          MARKET_REGULATION,
          `askForVerification(input: { objection: "${asked}", of: "${unit}", question: "是否属实？" }) { id }`,
        );
      const { rows } = await disk.run('recovery', (em) =>
        sql<{ id: string }>`select id from rights.verification order by id`.execute(em.getKysely()),
      );
      return rows.map(({ id }) => id).join(' ');
    },
    end: async (disk, things) => {
      for (const unit of [CITY, { role: 'provider', unit: 'HLJ-TAX' }])
        await disk.ask(
          unit,
          'mutation ($input: AnswerVerificationInput!) { answerVerification(input: $input) { id } }',
          {
            input: {
              id: ownIdOf({ server: disk.server() }, unit, one(things), 'VERIFICATION'),
              confirms: true,
              answer: '属实。',
            },
          },
        );
    },
    state: (things) =>
      sql`select id, answered_on, confirms from rights.verification where id in ${ids(things)} order by id`,
  },
  COMPLAINT_CLOSED: {
    begin: async (disk) => {
      const filed: string[] = [];
      for (const text of ['未经同意采集。', '拒不删除。', '泄露信息。']) {
        const { data } = await disk.ask(
          subject(MEI),
          'mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { id } }',
          { input: { collector: 'COLLECTOR-A', text } },
        );
        filed.push(data.fileComplaint.id);
      }
      return filed.join(' ');
    },
    // One is answered, one taken back, one stays open.
    end: async (disk, things) => {
      const [answered = '', withdrawn = ''] = things.split(' ');
      await act(disk, AUTHORITY, `answerComplaint(input: { id: "${answered}", answer: "已核实。" }) { id }`);
      await act(disk, subject(MEI), `withdrawComplaint(id: "${withdrawn}") { id }`);
    },
    state: (things) =>
      sql`select id, status, answered_on, answered_by from rights.complaint where id in ${ids(things)} order by id`,
  },
} satisfies Partial<Record<Kind, Case>>;
