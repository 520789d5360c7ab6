/** No answer to a unit or the public holds a stored id of a person: everything that the schema has, of persons of whom much is held. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAST, DEFAULTERS } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import { schemaOf } from '../gateway/root-fields.ts';
import {
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  MARKET_REGULATION,
  MEI,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  type World,
} from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { LABOUR, STRANGER } from '../stories/listing.ts';
import { MATTER_CHECK, PARTY_BATCH, PARTY_CHECK, PUBLIC_LOOKUP } from '../stories/operations.ts';
import { CITY } from '../stories/pledging.ts';
import { make } from '../stories/report-kit.ts';
import { DESK, type Held, hold, LOAN, of } from './held-of-persons.ts';
import { everythingOf, uuidsIn } from './id-places.ts';
import { sessionOf } from './walls-questions.ts';

const PERSONS = [MEI, SOLE_TRADER, STRANGER, CAST.xiaobeiLiu, ...DEFAULTERS.slice(0, 2)];
const ASKERS: readonly (readonly [Holder | null, Headers])[] = [
  [null, {}],
  [BANK_A, LOAN],
  [BANK_B, LOAN],
  [PERMIT_OFFICE, DESK],
  [LABOUR, DESK],
  [MARKET_REGULATION, {}],
  [CITY, {}],
  [{ role: 'collector', unit: 'COLLECTOR-A' }, {}],
  [subject(COMPANY), {}],
];

/** What a unit may ask beside what it asks of a subject. */
const OF_ITS_OWN = [
  '{ changes(first: 200) { nodes { subject { id } recordId } } }',
  '{ deadlines(first: 200) { nodes { id kind reference } } }',
  '{ pledgeChecks(first: 200) { nodes { id } } }',
  '{ organNotices { id designation } }',
  '{ objections(first: 200) { nodes { id recordId deadline } } }',
];

onEachDatabase('answers about persons', (kind) => {
  let world: World;
  let held: Held;
  let everything: readonly string[];
  let secret: ReadonlySet<string>;
  let own = 0;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    held = await hold(world);
    everything = everythingOf(await schemaOf(world));
    const session = sessionOf(world, { holder: null, headers: {} });
    const { rows } = await world.server.platform.database.write(session, 'due', (em) =>
      sql<{
        id: string;
        subjectId: string;
      }>`select id, subject_id as "subjectId" from public_credit.record where personal
        union select id, subject_id from non_public_credit.record where personal
        union select id, subject_id from sanctions.designation where personal`.execute(em.getKysely()),
    );
    const { subjectId } = world.server.platform.secrets;
    secret = new Set([
      ...rows.flatMap(({ id, subjectId: whose }) => [id, whose]),
      ...PERSONS.map(({ type, value }) => subjectId(type, value)),
      ...Object.values(held),
    ]);
  });
  afterAll(() => world.close());

  const check = (holder: Holder | null, asked: unknown, answer: unknown): void => {
    own += JSON.stringify(answer).match(/"p_[\w-]{43}"/g)?.length ?? 0;
    expect([holder, asked, uuidsIn(answer).filter((id) => secret.has(id))]).toEqual([holder, asked, []]);
  };

  it.each(ASKERS)(
    'A23.5 A39.4 adversarial 85: no stored id of a person is in any answer about it (%j)',
    async (holder, headers) => {
      expect(secret.size).toBeGreaterThan(60);
      for (const { type, value } of PERSONS.slice(0, 3))
        for (const query of everything) {
          const answer = await world.ask(holder, query, { id: { type, value } }, headers);
          const codes = answer.errors?.map(({ extensions }) => extensions.code) ?? [];
          expect([query, codes.filter((code) => code !== 'FORBIDDEN')]).toEqual([query, []]);
          check(holder, value, answer);
        }
      const ids = PERSONS.map(({ type, value }) => ({ type, value }));
      check(holder, 'batch', await world.ask(holder, PARTY_BATCH, { ids }, headers));
      for (const id of ids)
        for (const query of [PUBLIC_LOOKUP, PARTY_CHECK])
          check(holder, query, await world.ask(holder, query, { id }, headers));
    },
  );

  it('A23.5 A39.4 adversarial 85: nor in what concerns no one subject, in what is signed, or in a report', async () => {
    const { subjectId } = world.server.platform.secrets;
    const record = ownIdOf(world, MARKET_REGULATION, held.penalty);
    const input = { record, reason: '金额有误', content: { fineYuan: '85.00' } };
    const corrected = await world.ask(MARKET_REGULATION, of('correctRecord', 'CorrectRecordInput'), { input });
    expect(corrected.data.correctRecord.id).toBe(record);
    for (const [holder, headers] of ASKERS)
      for (const query of OF_ITS_OWN) check(holder, query, await world.ask(holder, query, {}, headers));
    // What a notice names is what the records have.
    const { data } = await world.ask(BANK_A, OF_ITS_OWN[0] ?? '');
    expect(data.changes.nodes).toContainEqual({
      subject: { id: ownIdOf(world, BANK_A, subjectId(MEI.type, MEI.value), 'SUBJECT') },
      recordId: ownIdOf(world, BANK_A, held.penalty),
    });
    for (const { type, value } of PERSONS)
      check(
        PERMIT_OFFICE,
        value,
        await world.ask(
          PERMIT_OFFICE,
          MATTER_CHECK,
          { id: { type, value }, matter: 'FOOD-PERMIT' },
          { ...DESK, matter: 'FOOD-PERMIT' },
        ),
      );
    const report = await make(world, BANK_A, { subject: MEI, template: 'PUBLIC_CREDIT', language: 'zh' }, LOAN);
    expect(report.status).toBe(201);
    check(BANK_A, 'report', report);
    expect(own).toBeGreaterThan(100);
  });
});
