/** A mandate that ends while an answer is on its way: nothing leaves under it, and nothing is written (Articles 17 and 35). Each waits for the other. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actUnder } from '../../../subgraphs/rights/mandates/acting.ts';
import { COMPANY, MEI, onEachDatabase, openWorld, subject, type World } from '../../kit.ts';
import { CLERK, inWorld } from './mandating.ts';

onEachDatabase('a mandate ends meanwhile', (kind) => {
  let world: World;
  const { register, looksOf } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  const idOf = ({ type, value }: typeof CLERK): string => world.server.platform.secrets.subjectId(type, value);
  /** A request of the clerk, as the door lets it in. */
  const acting = async (id: string) => {
    const caller = {
      role: 'SUBJECT',
      unit: null,
      subject: { ...CLERK, id: idOf(CLERK) },
      purpose: null,
      caseReference: null,
      channel: 'WEB',
      requestId: '6f1c2a52-58f5-4f6e-9d0b-3a1f7d1f0001',
    } as const;
    return world.server.requestAs(await actUnder(world.server.platform, caller, id));
  };
  /** The end as endMandate writes it, as soon as its turn comes. */
  const end = (id: string) =>
    world.server
      .requestAs({ role: 'SUBJECT', subject: { ...COMPANY, id: idOf(COMPANY) } })
      .write('rights', (em) =>
        sql`update rights.mandate set ended_on = '2026-11-20', ended_at = now(), ended_by = 'PRINCIPAL' where id = ${id}::uuid`.execute(
          em.getKysely(),
        ),
      );
  const acted = async () => (await looksOf(COMPANY)).filter(({ actedBy }: { actedBy: unknown }) => actedBy !== null);
  const RECORDS = { name: 'own-of-mandate', text: 'select id from public_credit.record where subject_id = $1::uuid' };

  it('A35.1 A17.1 read while it stood, the answer does not leave after its end, and there is no entry', async () => {
    const id = await register(subject(COMPANY), { agent: CLERK, kind: 'EMPLOYEE' });
    const request = await acting(id);
    const { transaction } = await request.snapshot();
    expect((await transaction.query(RECORDS, [idOf(COMPANY)])).length).toBeGreaterThan(3);
    request.disclose({ subjectId: idOf(COMPANY), personal: false, items: [], records: [], seen: 'WHOLE' });
    // The embedded database has one connection: the end comes as soon as the request leaves it.
    const ended = end(id);
    if (kind === 'postgresql') await ended;
    await expect(request.settle()).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN', reason: 'MANDATE_REQUIRED' },
    });
    await ended;
    await request.abandon();
    // The refusal is an entry about nobody.
    expect(await acted()).toEqual([]);
  });

  it('A35.1 the wall alone: a session under a mandate that ended reads nothing of either', async () => {
    const id = await register(subject(COMPANY), { agent: CLERK, kind: 'EMPLOYEE' });
    const request = await acting(id);
    await end(id);
    const { transaction } = await request.snapshot();
    for (const one of [COMPANY, CLERK]) {
      const OWN = {
        name: 'own-mandates-of',
        text: 'select id from rights.mandate where principal_id = $1::uuid or agent_id = $1::uuid',
      };
      expect(await transaction.query(OWN, [idOf(one)])).toEqual([]);
    }
    expect(
      await transaction.query({ name: 'caller-subject', text: 'select control.caller_subject() as id' }, []),
    ).toEqual([{ id: null }]);
    await request.abandon();
  });

  it('A35.1 ended before it writes, nothing is written', async () => {
    const id = await register(subject(COMPANY), { agent: CLERK, kind: 'EMPLOYEE', scope: ['OBJECT'] });
    const request = await acting(id);
    request.actFor(['OBJECT']);
    await end(id);
    let worked = false;
    const written = request.write('rights', () => {
      worked = true;
      return Promise.resolve();
    });
    await expect(written).rejects.toMatchObject({ extensions: { reason: 'MANDATE_REQUIRED' } });
    expect(worked).toBe(false);
    await request.abandon();
  });

  it('A35.1 another’s mandate in a session opens nothing, and a scope that it lacks opens nothing', async () => {
    const id = await register(subject(COMPANY), { agent: CLERK, kind: 'EMPLOYEE', scope: ['OBJECT'] });
    const standing = await acting(id);
    const asked = async (subjectId: string, scopes: readonly string[]) => {
      const transaction = await world.server.platform.database.read({
        role: 'SUBJECT',
        unit: null,
        purpose: null,
        caseReference: null,
        subjectId,
        acting: { mandate: id, scopes },
        today: '2026-11-20',
      });
      const rows = await transaction.query<{ id: string | null }>(
        { name: 'caller-subject', text: 'select control.caller_subject() as id' },
        [],
      );
      await transaction.close();
      return rows[0]?.id ?? null;
    };
    expect(await asked(idOf(CLERK), ['OBJECT'])).toBe(idOf(COMPANY));
    expect(await asked(idOf(CLERK), ['READ'])).toBeNull();
    expect(await asked(idOf(CLERK), [])).toBeNull();
    expect(await asked(idOf(COMPANY), ['OBJECT'])).toBeNull();
    await standing.abandon();
  });

  it('A35.1 the wall alone: nobody gives itself a mandate of another, a ward ends none of its guardian', async () => {
    const as = (one: typeof CLERK) => world.server.requestAs({ role: 'SUBJECT', subject: { ...one, id: idOf(one) } });
    const operator = () => world.server.requestAs({ role: 'OPERATOR' });
    const give = (by: ReturnType<typeof as>, principal: typeof CLERK, agent: typeof CLERK, mandate: string) =>
      by.write('rights', (em) =>
        sql`insert into rights.mandate (id, principal_id, agent_id, kind, scope, valid_from, valid_until, registered_by, registered_at, principal_type,
            principal_number, agent_type, agent_number)
          values (gen_random_uuid(), ${idOf(principal)}::uuid, ${idOf(agent)}::uuid, ${mandate}, array['READ'], '2026-11-20', '2027-11-20', null, now(),
            ${principal.type}, '*', ${agent.type}, '*')`.execute(em.getKysely()),
      );
    const refused = /row-level security/;
    await expect(give(as(CLERK), COMPANY, CLERK, 'EMPLOYEE')).rejects.toThrow(refused);
    await expect(give(as(CLERK), COMPANY, CLERK, 'GUARDIAN')).rejects.toThrow(refused);
    await expect(give(as(CLERK), MEI, CLERK, 'GUARDIAN')).rejects.toThrow(refused);
    // A subject makes nobody its guardian or its representative.
    await expect(give(as(MEI), MEI, CLERK, 'GUARDIAN')).rejects.toThrow(refused);
    await expect(give(as(COMPANY), COMPANY, CLERK, 'LEGAL_REPRESENTATIVE')).rejects.toThrow(refused);
    await give(as(COMPANY), COMPANY, CLERK, 'EMPLOYEE');
    await give(operator(), MEI, CLERK, 'GUARDIAN');
    const ended = (by: typeof CLERK) =>
      as(by).write('rights', async (em) => {
        const done =
          await sql`update rights.mandate set ended_on = '2026-11-20', ended_at = now(), ended_by = 'PRINCIPAL'
          where kind = 'GUARDIAN' and ended_at is null`.execute(em.getKysely());
        return Number(done.numAffectedRows);
      });
    expect(await ended(MEI)).toBe(0);
    expect(await ended(CLERK)).toBe(1);
  });
});
