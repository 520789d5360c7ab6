/** What an open objection opens, by the row policies alone: nothing but the one row, and to nobody but who decides and who verifies it (Article 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../schema/law/facts.ts';
import { type Holder, MEI, onEachDatabase, openWorld, subject, TODAY, type World } from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { inWorld } from '../stories/objections/deciding.ts';

const TABLES = [
  'public_credit.record',
  'sanctions.designation',
  'sanctions.incentive',
  'rights.content_in_question()',
] as const;
const HELD = '{ me { records(first: 200) { nodes { id item { openness } providingUnit { code } } } } }';

onEachDatabase('row policies under an objection', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());
  const { well, raise, ask, answer, decide } = inWorld(() => world);

  /** Rows about her that a session reads while it names an objection, as whoever set it by hand would. */
  async function read(role: Role, unit: string | null, objection: string): Promise<string[]> {
    const her = world.server.platform.secrets.subjectId(MEI.type, MEI.value);
    const session = { role, unit, purpose: null, caseReference: null, subjectId: null, today: TODAY };
    const reading = await world.server.platform.database.read(session);
    const found: string[] = [];
    try {
      await reading.query({ name: 'hand', text: `select set_config('credit.objection', $1, true)` }, [objection]);
      for (const table of TABLES) {
        const of = {
          name: `hand-${table}`,
          text: `select id::text from ${table} where subject_id = $1::uuid order by id`,
        };
        found.push(...(await reading.query<{ id: string }>(of, [her])).map(({ id }) => id));
      }
    } finally {
      await reading.close();
    }
    return found;
  }

  it('A23.5 A39.2 the one row, to who decides and who verifies, until the answer and the decision', async () => {
    const { me } = await well(subject(MEI), HELD);
    const record =
      me.records.nodes.find(({ item }: { item: { openness: string } }) => item.openness === 'SELF_ONLY') ??
      me.records.nodes.find(({ item }: { item: { openness: string } }) => item.openness === 'AGREEMENT');
    const decider: Holder = { role: 'provider', unit: record.providingUnit.code };
    const verifier: Holder = { role: 'provider', unit: decider.unit === 'HLJ-TAX' ? 'HLJ-AMR' : 'HLJ-TAX' };
    const { id } = await raise(MEI, { record: record.id, lodgedWith: decider.unit });
    /** What the objection adds to what the session reads anyway. */
    const added = async (role: Role, unit: string | null): Promise<string[]> => {
      const before = await read(role, unit, '');
      return (await read(role, unit, id)).filter((one) => !before.includes(one));
    };
    const unit = decider.unit ?? '';
    const other = verifier.unit ?? '';
    expect(await added('PROVIDER', unit)).toEqual([record.id]);
    // Another unit that sets it by hand, the operator that does not decide it, a role that the unit does not have, and roles that decide nothing.
    expect(await added('PROVIDER', other)).toEqual([]);
    expect(await added('OPERATOR', 'HLJ-CREDIT')).toEqual([]);
    expect(await added('COLLECTOR', unit)).toEqual([]);
    // Nor what names nothing, or another thing.
    for (const named of ['', record.id])
      expect(await read('PROVIDER', unit, named)).toEqual(await read('PROVIDER', unit, ''));
    const asked = await ask(decider, {
      objection: ownIdOf(world, decider, id, 'OBJECTION'),
      of: other,
      question: '是否属实？',
    });
    expect(asked.errors).toBeUndefined();
    expect(await added('PROVIDER', other)).toEqual([record.id]);
    const { objection } = await well(subject(MEI), 'query ($id: ID!) { objection(id: $id) { verifications { id } } }', {
      id,
    });
    const verification = ownIdOf(world, verifier, objection.verifications[0].id, 'VERIFICATION');
    expect(
      (await answer(verifier, { id: verification, confirms: false, answer: '查无此事。' })).errors,
    ).toBeUndefined();
    expect(await added('PROVIDER', other)).toEqual([]);
    expect(await added('PROVIDER', unit)).toEqual([record.id]);
    const input = { objection: ownIdOf(world, decider, id, 'OBJECTION'), upheld: false, reasons: '记录属实。' };
    expect((await decide(decider, input)).errors).toBeUndefined();
    expect(await added('PROVIDER', unit)).toEqual([]);
  });

  it('A23.5 roles that decide nothing read no row by it, and none of the tables of others', async () => {
    const { me } = await well(subject(MEI), HELD);
    const [record] = me.records.nodes;
    const { id } = await raise(MEI, {
      record: record.id,
      lodgedWith: record.providingUnit.code,
      reasons: '不是我的。',
    });
    for (const [role, unit] of [
      ['PUBLIC', null],
      ['PARTY', 'BANK-A'],
      ['AUTHORITY', 'HLJ-BIZENV'],
    ] as const) {
      const session = { role, unit, purpose: null, caseReference: null, subjectId: null, today: TODAY };
      const reading = await world.server.platform.database.read(session);
      try {
        const of = { name: 'hand-one', text: 'select id from public_credit.record where id = $1::uuid' };
        const before = await reading.query(of, [record.id]);
        await reading.query({ name: 'hand', text: `select set_config('credit.objection', $1, true)` }, [id]);
        expect(await reading.query(of, [record.id])).toEqual(before);
      } finally {
        await reading.close();
      }
    }
  });
});
