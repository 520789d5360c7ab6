/**
 * What is withheld costs no read (Article 23): of a subject with a thousand withheld rows the database reads as many rows and pages as of one with none. Counted, not
 * timed. A proof, because a thousand rows are delivered on each database.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadTransaction } from '../../subgraphs/database/database.ts';
import {
  synthesizeCitizenId,
  synthesizeUscc,
} from '../../subgraphs/public-credit/sample/generate/synthesize-identifiers.ts';
import {
  BANK_A,
  type Headers,
  type Holder,
  type Identifier,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { PARTY_CHECK, PUBLIC_LOOKUP } from '../stories/operations.ts';
import { DESK_CASE, LOAN, penalty, submit } from '../stories/withheld.ts';
import { type Plan, rowsOf, tablesOf } from './plan-read.ts';

const BATCH = 'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name } }';
/** From behind, and on either side of a row that is shown. */
const AROUND = `query ($id: SubjectIdentifierInput!, $at: String) { subject(identifier: $id) { last: records(last: 1) { ...P }
  ahead: records(last: 2, before: $at) { ...P } behind: records(first: 2, after: $at) { ...P } } }
  fragment P on RecordConnection { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
const COUNTS = [0, 30, 300, 1_000] as const;
/** Subjects of the same shape beside those that are asked about, so that the database plans as for a province. */
const OTHERS = 3_000;

const COPIED = `version, current, personal, edition, type, nature, occurred_on, displayed_until, providing_unit, basis_document, content, content_hash,
  source_unit, submission_id, received_at, change, redaction`;
const OF_PATTERN = COPIED.split(',')
  .map((name) => `o.${name.trim()}`)
  .join(', ');

interface Read {
  readonly statement: string;
  readonly rows: number;
  readonly pages: number;
  /** Tables that were set up to be read, parts of tables among them. */
  readonly tables: readonly string[];
}

onDatabaseOfStep('A23.5 adversarial 84: rows that are withheld', (kind) => {
  let world: World;
  const reads: Read[] = [];
  const companies = COUNTS.map(
    (_count, at): Identifier => ({ type: 'USCC', value: synthesizeUscc('91', `MT${String(at).padStart(6, '0')}`) }),
  );
  const persons = COUNTS.map(
    (_count, at): Identifier => ({ type: 'CITIZEN_ID', value: synthesizeCitizenId(`1977-05-0${at + 1}`, 700) }),
  );

  /** A dozen who are held with what is for themselves alone, and a dozen who are not held. */
  const dozen = (made: (at: number) => Identifier, from: number): Identifier[] =>
    Array.from({ length: 12 }, (_none, at) => made(from + at));
  const companyOf = (at: number): Identifier => ({ type: 'USCC', value: synthesizeUscc('91', `MT000${at}`) });
  const personOf = (at: number): Identifier => ({ type: 'CITIZEN_ID', value: synthesizeCitizenId('1978-05-01', at) });
  const unseen: readonly (readonly [Identifier[], Identifier[]])[] = [
    [dozen(companyOf, 100), dozen(companyOf, 200)],
    [dozen(personOf, 300), dozen(personOf, 400)],
  ];

  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    for (const [at, held] of unseen.flatMap(([held]) => held).entries())
      await submit(world, 'PENALTY-MINOR', penalty(held, 120 + at));
    for (const [at, about] of [...companies, ...persons].entries())
      await submit(world, 'PENALTY-GENERAL', penalty(about, 100 + at));
    const request = world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    await request.write('intake', async (em) => {
      const db = em.getKysely();
      for (const [at, about] of [...companies, ...persons].entries()) {
        // Closed; by agreement, of a person with an authorization that there is none of, of a company that has locked it; hidden; in the archive.
        await sql`insert into public_credit.record (subject_id, id, natural_key, item, display, ${sql.raw(COPIED)})
          select o.subject_id, gen_random_uuid(), decode(md5(random()::text), 'hex'),
            (array['COMPENSATION', 'ARREARS-FUND', 'PENALTY-GENERAL', 'PENALTY-GENERAL'])[1 + n % 4],
            (array['DISPLAYED', 'DISPLAYED', 'HIDDEN', 'ARCHIVED'])[1 + n % 4], ${sql.raw(OF_PATTERN)}
          from public_credit.record o cross join generate_series(1, ${COUNTS[at % COUNTS.length] ?? 0}::int) n
          where o.current and o.subject_id = ${world.server.platform.secrets.subjectId(about.type, about.value)}::uuid`.execute(
          db,
        );
      }
      await sql`insert into public_credit.record (subject_id, id, natural_key, item, display, ${sql.raw(COPIED)})
        select gen_random_uuid(), gen_random_uuid(), decode(md5(random()::text), 'hex'), 'PENALTY-GENERAL', 'DISPLAYED',
          ${sql.raw(
            COPIED.split(',')
              .map((name) => `o.${name.trim()}`)
              .join(', '),
          )}
        from (select * from public_credit.record limit 1) o cross join generate_series(1, ${OTHERS}::int)`.execute(db);
    });
    await request.abandon();
    for (const about of companies) {
      const { errors } = await world.ask(subject(about), 'mutation { lockSharing { lockedSince } }');
      expect(errors).toBeUndefined();
    }
    const { database } = world.server.platform;
    const read = database.read.bind(database);
    // Every statement of a question is explained before it runs.
    Object.assign(database, {
      read: async (...given: Parameters<typeof read>): Promise<ReadTransaction> => {
        const transaction = await read(...given);
        return {
          ...transaction,
          query: async (statement, parameters) => {
            const explain = {
              name: `explain-${statement.name}`,
              text: `explain (analyze, buffers, format json) ${statement.text}`,
            };
            const [row] = await transaction.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(explain, parameters);
            const plan = row?.['QUERY PLAN'][0]?.Plan;
            if (plan !== undefined)
              reads.push({
                statement: statement.name,
                rows: rowsOf(plan),
                pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
                tables: tablesOf(plan),
              });
            return transaction.query(statement, parameters);
          },
        };
      },
    });
  });
  afterAll(() => world.close());

  const readOf = async (
    holder: Holder | null,
    query: string,
    id: Identifier,
    headers: Headers,
    at?: string,
  ): Promise<Read[]> => {
    // The first question of a kind fills what is remembered. Of three more the smallest counts: the database's own work (it gathers statistics of a table, and
    // every session reads its catalog anew) falls into one of them, what the statement itself reads is in each.
    await world.ask(holder, query, { id, at }, headers);
    const asked: Read[][] = [];
    for (let time = 0; time < 3; time++) {
      reads.length = 0;
      const { errors } = await world.ask(holder, query, { id, at }, headers);
      expect(errors).toBeUndefined();
      asked.push([...reads]);
    }
    const [first, ...more] = asked as [Read[], ...Read[][]];
    for (const again of more)
      expect(again.map(({ statement, rows }) => [statement, rows])).toEqual(
        first.map(({ statement, rows }) => [statement, rows]),
      );
    return first.map((one, place) => ({
      ...one,
      pages: Math.min(...asked.map((each) => each[place]?.pages ?? Number.POSITIVE_INFINITY)),
    }));
  };

  it.each<[string, Holder | null, Headers]>([
    ['anyone', null, {}],
    ['a bank', BANK_A, LOAN],
    ['a desk', PERMIT_OFFICE, DESK_CASE],
  ])(
    'of whom all is withheld is looked for under as many keys as of whom nothing is held: asked by %s',
    async (_name, holder, headers) => {
      const pagesOf = async (ids: readonly Identifier[]): Promise<number> => {
        await world.ask(holder, BATCH, { ids }, headers);
        reads.length = 0;
        expect((await world.ask(holder, BATCH, { ids }, headers)).data.subjects).toEqual(ids.map(() => null));
        return reads.reduce((sum, { pages }) => sum + pages, 0);
      };
      for (const [held, not] of unseen) {
        // Two keys less for each would be four pages and more for each. Whether a subject has a row costs one; where a key lies in the index is chance.
        const more = (await pagesOf(held)) - (await pagesOf(not));
        expect(Math.abs(more) / held.length).toBeLessThan(4);
      }
    },
  );

  it.each<[string, Holder | null, string, Headers]>([
    ['anyone', null, PUBLIC_LOOKUP, {}],
    ['a bank', BANK_A, PARTY_CHECK, LOAN],
    ['a company about itself', subject(companies[0] as Identifier), PUBLIC_LOOKUP, {}],
  ])(
    'of one subject its own part of the records is set up and no other: asked by %s',
    async (_name, holder, query, headers) => {
      const partsOf = ({ tables }: Read): string[] => [...new Set(tables.filter((name) => /^record_\d$/.test(name)))];
      const [about, other] = companies as [Identifier, Identifier];
      // What is whole is read beside them.
      const shown = (await readOf(holder, query, about, headers)).filter(
        ({ statement }) => statement !== 'records-whole',
      );
      const one = shown.map(partsOf);
      const parts = new Set(one.flat());
      expect(parts.size).toBe(1);
      expect(one.filter((found) => found.length === 1).length).toBeGreaterThan(1);
      // Of several subjects nobody knows before where they lie.
      reads.length = 0;
      expect((await world.ask(holder, BATCH, { ids: [about, other] }, headers)).errors).toBeUndefined();
      expect(Math.max(...reads.map((read) => partsOf(read).length))).toBe(8);
    },
  );

  describe.each<[string, Holder | null, string, Headers]>([
    ['anyone', null, PUBLIC_LOOKUP, {}],
    ['a bank', BANK_A, PARTY_CHECK, LOAN],
    ['a desk', PERMIT_OFFICE, PUBLIC_LOOKUP, DESK_CASE],
  ])('asked by %s', (_name, holder, query, headers) => {
    it.each([
      ['a company', companies],
      ['a person', persons],
    ])('%s with a thousand of them is read like one with none', async (_kind, [bare, ...others]) => {
      const cursorOf = async (id: Identifier): Promise<string> =>
        (await world.ask(holder, AROUND, { id }, headers)).data.subject.last.edges[0].cursor;
      for (const [asked, at] of [[query], [AROUND, cursorOf]] as const) {
        const before = await readOf(holder, asked, bare as Identifier, headers, await at?.(bare as Identifier));
        expect(before.length).toBeGreaterThan(1);
        for (const other of others) {
          const read = await readOf(holder, asked, other, headers, await at?.(other));
          expect(read.map(({ pages: _, tables: __, ...counted }) => counted)).toEqual(
            before.map(({ pages: _, tables: __, ...counted }) => counted),
          );
          // Where its keys lie in the pages of an index is chance: one more here, one less there.
          for (const [place, { pages }] of before.entries())
            expect(Math.abs((read[place]?.pages ?? 0) - pages)).toBeLessThan(10 + pages / 10);
        }
      }
    });
  });
});
