/** What a subject stated and withdrew (Article 35). */
import { sql } from 'kysely';
import { MEI, subject } from '../kit.ts';
import { act, both, first, ids, one } from './ending.ts';
import type { Case } from './ends-of-objections.ts';
import type { LostDisk } from './lost-disk.ts';

/** Id of 张小梅. */
const meiOf = (disk: LostDisk): string => disk.server().platform.secrets.subjectId(MEI.type, MEI.value);

export const withdrawn: Case = {
  begin: (disk) =>
    both(async () => {
      const record = await first(
        disk,
        sql<{
          id: string;
        }>`select r.id from public_credit.record r where r.current and r.display = 'DISPLAYED' and r.subject_id = ${meiOf(disk)}::uuid
            and not exists (select from rights.own_statement s where s.row_id = r.id) order by r.id limit 1`,
      );
      const { data } = await disk.ask(
        subject(MEI),
        `mutation { addStatement(record: "${record}", text: "此事已经办结。") { id } }`,
      );
      return data.addStatement.id as string;
    }),
  end: (disk, things) => act(disk, subject(MEI), `withdrawStatement(id: "${one(things)}") { withdrawnOn }`),
  state: (things) => sql`select id, ended_at from rights.own_statement where id in ${ids(things)} order by id`,
};
