/** How cases end things: by mutations of the catalogue of valid inputs, or as the roles of the database may. */
import { sql } from 'kysely';
import { basisMark } from '../../subgraphs/redaction/basis.ts';
import { SEEDS } from '../fuzz/seeds.ts';
import { type Holder, MEI } from '../kit.ts';
import type { LostDisk } from './lost-disk.ts';

/** Sends a mutation of the catalogue of valid inputs, and returns its answer. */
export async function send(
  disk: LostDisk,
  name: string,
  number: number,
  more: object = {},
  by?: Holder,
): Promise<Record<string, string>> {
  const seed = SEEDS.find((one) => one.name === name);
  if (seed === undefined) throw new Error(`There is no seed ${name}.`);
  const input = { ...seed.input(number), ...more };
  const { data, errors } = await disk.ask(
    by ?? seed.by,
    `mutation ($input: ${seed.type}) { ${name}(input: $input) { ${seed.select} } }`,
    { input },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data[name];
}

export async function act(disk: LostDisk, by: Holder, mutation: string): Promise<void> {
  const { errors } = await disk.ask(by, `mutation { ${mutation} }`);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
}

export const first = async (disk: LostDisk, query: ReturnType<typeof sql<{ id: string }>>): Promise<string> => {
  const { rows } = await disk.run('recovery', (em) => query.execute(em.getKysely()));
  if (rows[0] === undefined) throw new Error('The sample has none.');
  return rows[0].id;
};

/** Two things of a kind: the first ends, and the second does not. */
export const both = async (make: () => Promise<string>): Promise<string> => `${await make()} ${await make()}`;
export const one = (things: string): string => things.split(' ')[0] ?? '';
export const ids = (things: string) => sql`(${sql.join(things.split(' ').map((id) => sql`${id}::uuid`))})`;

/** The same penalty, of which the facts were found wrong. */
export function otherFacts(n: number): object {
  const input = SEEDS.find(({ name }) => name === 'submitRecords')?.input(n) as { records: { content: object }[] };
  const [penalty] = input.records;
  return { ...penalty, content: { ...penalty?.content, facts: '更正后的事实' } };
}

/** The record of a penalty that was submitted with this number. */
export const penaltyOf = (disk: LostDisk, n: number): Promise<string> =>
  first(
    disk,
    sql<{
      id: string;
    }>`select id from public_credit.record where basis_mark = ${basisMark(disk.server().platform.secrets, `示例罚〔2026〕${n}号`)}`,
  );

/** A record that speaks for 张小梅. */
export const commendationOfMei = (disk: LostDisk): Promise<string> =>
  first(
    disk,
    sql<{ id: string }>`select id from public_credit.record where item = 'COMMENDATION-GOV' and current
      and subject_id = ${disk.server().platform.secrets.subjectId(MEI.type, MEI.value)}::uuid`,
  );
